/* news: which messages there are to read: those that an edit brought, that came since the last answer, the latest.
 * Owns the ids that it noted (news_free); promises them in the order in which they came, and the newest of all among
 * them, read or not. Never shows one. */
#ifndef DESK_NEWS_H
#define DESK_NEWS_H

#include "exercise/session.h"

struct news;

/* Notes what came in a session so far; it may be gone afterwards. */
struct news *news_note(const struct session *session);
/* The same of what came up to the last answer, and before the question that is open. */
struct news *news_answered(const struct session *session);

/* The same of all but the `n` newest. */
struct news *news_before(const struct session *session, int n);
void news_free(struct news *news);

/* The one to show behind `item`, by its number in `session`; the first behind NAMES_NONE, which also ends them. */
int news_next(const struct news *news, const struct session *session, int item);

/* The scenario second at which a message came. */
int32_t news_time(const struct session *session, int item);

#endif
