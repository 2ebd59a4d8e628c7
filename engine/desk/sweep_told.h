/* sweep_told: the model of a sweep in words and columns.
 * Owns nothing; promises that every figure is the model's. Never counts a path of its own. */
#ifndef DESK_SWEEP_TOLD_H
#define DESK_SWEEP_TOLD_H

#include "base/jsn.h"

void sweep_told_add(const struct jsn *model, int columns, struct text *out);

/* Whether it has nothing for the author to mend: no function that fails, no dead end and, where every path was played,
 * nothing that none reaches. */
bool sweep_told_clean(const struct jsn *model);

#endif
