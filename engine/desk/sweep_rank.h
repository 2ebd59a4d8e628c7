/* sweep_rank: which of the paths that a sweep tells comes first.
 * Owns nothing; promises one order, whatever the parts a sweep was done in: fewer choices first,
 * then the order of the answers to the first question that is answered in another way. Never plays a path. */
#ifndef DESK_SWEEP_RANK_H
#define DESK_SWEEP_RANK_H

#include "base/jsn.h"

/* Whether a path scores better (sign 1) or worse (-1) than another by its exact points, or as much and comes first. */
bool sweep_rank_beats(const struct jsn *path, const struct jsn *other, int sign);

/* Appends copies of faults to `list` in that order; of one that is there several times the first. */
void sweep_rank_faults(const struct jsn **faults, size_t n, struct jsn *list);

#endif
