/* check_pacing: when a story's messages come, in the minutes of the room.
 * Owns nothing; promises to count what a facilitator lives through: the clock stands still while a question is talked
 * about. Never counts what may not come as filling a silence. */
#ifndef DESK_CHECK_PACING_H
#define DESK_CHECK_PACING_H

#include "content/world.h"

/* Injects less than a real minute apart, in the core cut or the extended one; more than eight minutes of the core cut
 * in which nothing is sure to come. The world plays its extra items. */
void check_pacing(const struct world *world, struct diags *diags);

#endif
