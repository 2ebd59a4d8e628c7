/* deeds: what people did, in a sentence: steps, roles, phases, what was paused or called.
 * Owns nothing; promises a sentence, or a deliberate silence, for the kinds it knows. Never prices a deed. */
#ifndef DESK_DEEDS_H
#define DESK_DEEDS_H

#include "desk/telling.h"

extern telling_of *const deeds_tells[EVENT_KINDS]; /* NULL: a kind that is not its own */

#endif
