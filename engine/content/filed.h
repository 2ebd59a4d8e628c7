/* filed: the deadlines of an incident as a facts file has them: due when, met when, by an action or by `filed`.
 * Owns nothing but what the matter's arena holds; promises that an unknown deadline is told with those that there are.
 * Never decides what a law asks for. */
#ifndef CONTENT_FILED_H
#define CONTENT_FILED_H

#include "content/stated.h"

/* Lays the clocks of a matter that has its moments and deeds. `filed`: when, by the ids of deadlines; `despite`: why
 * people hear before an authority that a law has told first. NULL is fine. False after adding the faults. */
bool filed_read(const struct stated_by *by, const struct yml *filed, const struct yml *despite, struct matter *matter);

#endif
