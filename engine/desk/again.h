/* again: what came, to be read once more, and the question that waits behind it.
 * Owns nothing; promises messages whole, in the order and the form in which they came, and the newest of all among
 * them. Never shows one that has not come. */
#ifndef DESK_AGAIN_H
#define DESK_AGAIN_H

#include "desk/news.h"
#include "desk/paint.h"

/* The `n` newest; with 0 what came since the last answer. `talk_ms` as for question_show. */
void again_show(const struct paint *paint, const struct session *session, int n, int64_t talk_ms);

/* What is new by `news`. */
void again_news(const struct paint *paint, const struct session *session, const struct news *news, int64_t talk_ms);

#endif
