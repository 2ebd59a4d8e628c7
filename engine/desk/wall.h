/* wall: a playbook as two pages for the wall.
 * Owns nothing; promises that what the playbook does not say is left as a line to fill in, never made up.
 * Never knows a scenario or a session. */
#ifndef DESK_WALL_H
#define DESK_WALL_H

#include "content/phrase.h"
#include "content/world.h"

/* What the template is filled with; the world needs no story. The caller owns it. */
struct jsn *wall_tree(const struct world *world, const struct phrases *phrases);

#endif
