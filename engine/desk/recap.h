/* recap: what went by without the reader, in as few lines as tell it: the messages, and what was decided.
 * Owns nothing; promises a line for each message and each answer, and nothing of steps, clocks and points.
 * Never shows a choice that was not taken. */
#ifndef DESK_RECAP_H
#define DESK_RECAP_H

#include "desk/telling.h"

/* Whether what fell due is no concern of the person whose share is played, and is told in short. */
bool recap_fits(const struct session *session, const struct event_turn *turn);

/* Whether all that is asked of them was asked: then a heading is enough. */
bool recap_over(const struct session *session);

/* A turn, after it was applied. `brief`: messages by their heading alone. */
void recap_turn(const struct paint *paint, const struct session *session, const struct event_turn *turn, bool brief);

#endif
