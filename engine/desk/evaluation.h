/* evaluation: a sheet for each objective: what good looks like, for whoever watches and writes.
 * Owns nothing; promises that what a sheet looks for is what the drill scores. Never for players. */
#ifndef DESK_EVALUATION_H
#define DESK_EVALUATION_H

#include "desk/naming.h"

/* Fills the tree of its template. */
void evaluation_sheets(const struct naming *naming, struct jsn *tree);

#endif
