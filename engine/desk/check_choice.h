/* check_choice: whether the options of a decision are worth thinking about.
 * Owns nothing; promises to compare what options declare: points by objective, effects, time. Never judges their words
 * (check_prose), nor what follows later in the story: that is the sweep's. */
#ifndef DESK_CHECK_CHOICE_H
#define DESK_CHECK_CHOICE_H

#include "content/world.h"

/* Options for which, or against which, nothing speaks; and those that come to the same. Nothing of a decision whose
 * answer some function asks for: what that makes of it only playing tells. */
void check_choice(const struct world *world, struct diags *diags);

#endif
