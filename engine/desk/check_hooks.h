/* check_hooks: what each hook answers at the opening.
 * Owns nothing; promises that one which fails whatever happens is told before the day, at its line.
 * Never says that a hook is right: what fails only later is the sweep's. */
#ifndef DESK_CHECK_HOOKS_H
#define DESK_CHECK_HOOKS_H

#include "content/scenario.h"

/* Asks every `when` and `run` of the scenario once, at T+0. */
void check_hooks(const struct world *world, struct scenario *scenario, struct diags *diags);

#endif
