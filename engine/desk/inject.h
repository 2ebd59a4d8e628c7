/* inject: a message that reached somebody, framed by the way it came.
 * Owns nothing; promises that an email looks like one, a chat like a chat, a call like spoken words, without colour
 * too. Never shows what has not been delivered: it is told which. */
#ifndef DESK_INJECT_H
#define DESK_INJECT_H

#include "desk/paint.h"
#include "desk/wording.h"

/* The whole message that came at `t`. `aloud`: with the sentence that a facilitator reads out. */
void inject_show(const struct paint *paint, const struct session *session, int item, int32_t t, bool aloud);

/* In at most `lines` lines, for the projector: who, the subject, and what was said. */
int inject_brief(const struct paint *paint, const struct session *session, int item, int32_t t, int lines);

#endif
