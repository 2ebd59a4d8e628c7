/* check_reach: what a story declares and can't come to.
 * Owns nothing; promises to tell only what is certain from the declarations: what a function names counts as reached.
 * Never plays: what follows from choices alone is the sweep's. */
#ifndef DESK_CHECK_REACH_H
#define DESK_CHECK_REACH_H

#include "content/world.h"

/* Injects that never come, decisions never asked, core items that only something extra brings, variables never read,
 * facts that nothing lets players verify. The world plays its extra items. */
void check_reach(const struct world *world, struct diags *diags);

#endif
