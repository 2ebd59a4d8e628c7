/* check_given: what a scenario gives in a form that loading lets pass.
 * Owns nothing; promises one rule for a company, whether a playbook or a scenario gives it, and numbers without quotes.
 * Never stands in the way of a record: an older drill stays readable. */
#ifndef DESK_CHECK_GIVEN_H
#define DESK_CHECK_GIVEN_H

#include "content/world.h"

void check_given(const struct world *world, struct diags *diags);

#endif
