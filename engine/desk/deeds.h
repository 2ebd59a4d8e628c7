/* deeds: what people did, in a sentence: steps, roles, phases, what was paused or called.
 * Owns nothing; promises a sentence, or a deliberate silence, for the kinds it knows. Never prices a deed. */
#ifndef DESK_DEEDS_H
#define DESK_DEEDS_H

#include "desk/telling.h"

/* False when the event is of a kind it does not know. */
bool deeds_tell(struct telling *telling, const struct event *event);

#endif
