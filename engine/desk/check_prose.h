/* check_prose: how a story reads before anybody thinks about it.
 * Owns nothing; promises to tell where points lack their reason, and where the best option can be told by its look.
 * Never judges a sentence. */
#ifndef DESK_CHECK_PROSE_H
#define DESK_CHECK_PROSE_H

#include "content/world.h"

/* A missing `because`; the best options being the longest, the shortest, the first, the last, or the only careful ones,
 * in four decisions of five and at least three. */
void check_prose(const struct world *world, struct diags *diags);

#endif
