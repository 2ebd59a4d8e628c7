/* sweep_part: what every part of a sweep has, and what those of one sweep have in common.
 * Owns nothing; promises that a sound part has every figure in its range, and that worlds, questions and critical
 * failures of parts that are alike stand in the same places. Never adds anything up. */
#ifndef DESK_SWEEP_PART_H
#define DESK_SWEEP_PART_H

#include "base/jsn.h"

extern const char *const sweep_part_keys[]; /* what it is a sweep of: the same in all its parts; NULL */

/* The key of the first value that is missing or can't be; NULL when the part is sound. */
const char *sweep_part_fault(const struct jsn *part);

/* Whether two sound ones are of one sweep. */
bool sweep_part_alike(const struct jsn *a, const struct jsn *b);

#endif
