/* digest: what went by without the reader, in as few lines as tell it: the messages, and what was decided.
 * Owns nothing; promises a line for each message and each answer, and nothing of steps, clocks and points.
 * Never shows a choice that was not taken. */
#ifndef DESK_DIGEST_H
#define DESK_DIGEST_H

#include "desk/telling.h"

/* A turn, after it was applied. `brief`: messages by their heading alone. */
void digest_turn(const struct paint *paint, const struct session *session, const struct event_turn *turn, bool brief);

#endif
