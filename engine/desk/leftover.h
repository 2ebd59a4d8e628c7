/* leftover: what a team's playbook still has from the example that it was copied from.
 * Owns nothing; promises that an invented phone number, address, contract or vendor which a real form would name is
 * told once, all of it. Never knows whether one's own are right. */
#ifndef DESK_LEFTOVER_H
#define DESK_LEFTOVER_H

#include "content/world.h"

/* Adds a warning at the first of them; nothing when there are none. */
void leftover_tell(const struct world *world, struct diags *diags);

#endif
