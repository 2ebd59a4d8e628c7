/* board: the projector: at most twelve lines that the whole room may read.
 * Owns nothing; promises the newest message, the question, its choices once revealed, the countdown, the deadlines,
 * and nothing else. Never more lines than fit. */
#ifndef DESK_BOARD_H
#define DESK_BOARD_H

#include "desk/paint.h"
#include "desk/wording.h"

enum { BOARD_LINES = 12 };

void board_show(const struct paint *paint, const struct session *session, const struct event_turn *last_inject,
                int32_t now, int64_t talk_ms);

#endif
