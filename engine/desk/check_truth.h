/* check_truth: what a scenario lets players verify, beside what it says is true.
 * Owns nothing; promises that what can be read, or asked at the opening, and proves something else is told where it
 * stands. Never plays the story. */
#ifndef DESK_CHECK_TRUTH_H
#define DESK_CHECK_TRUTH_H

#include "content/scenario.h"
#include "content/world.h"

/* `fact-untrue` for each value under a `verifies` that is not its fact's `truth`. */
void check_truth(const struct world *world, struct scenario *scenario, struct diags *diags);

#endif
