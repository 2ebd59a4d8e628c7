/* script: the facilitator's side of a drill on paper: everything that comes, and what hangs on it.
 * Owns nothing; promises the items of the cut in the order in which they come, each with what hangs on it.
 * Never for players. */
#ifndef DESK_SCRIPT_H
#define DESK_SCRIPT_H

#include "desk/naming.h"

/* Fills the tree of its template. */
void script_guide(const struct naming *naming, struct jsn *tree);

#endif
