/* ahead: the facilitator's side: what comes next, what to ask and listen for, how far behind the drill is.
 * Owns nothing; promises never to be part of a screen made for the room. Never changes the plan: it proposes. */
#ifndef DESK_AHEAD_H
#define DESK_AHEAD_H

#include "desk/paint.h"
#include "desk/wording.h"

/* Whether it comes by itself after a turn: with each new question. */
bool ahead_wanted(const struct event_turn *turn);

void ahead_show(const struct paint *paint, const struct session *session, int64_t behind_ms);

#endif
