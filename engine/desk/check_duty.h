/* check_duty: whether a playbook does what the law asks of it.
 * Owns nothing; promises to name each filing that follows from the customers and that no step makes.
 * Never says when one is due: that hangs on the day. */
#ifndef DESK_CHECK_DUTY_H
#define DESK_CHECK_DUTY_H

#include "content/world.h"

/* The world may be a playbook's alone. */
void check_duty(const struct world *world, struct diags *diags);

#endif
