/* news: which messages an edited story brings that were not read before, though their hour is past.
 * Owns the ids that it noted (news_free); promises them in the order in which they came, and the newest of all among
 * them, read or not. Never shows one. */
#ifndef DESK_NEWS_H
#define DESK_NEWS_H

#include "exercise/session.h"

struct news;

/* Notes what came in a session so far; it may be gone afterwards. */
struct news *news_note(const struct session *session);
void news_free(struct news *news);

/* The one to show behind `item`, by its number in `session`; the first behind NAMES_NONE, which also ends them. */
int news_next(const struct news *news, const struct session *session, int item);

/* The scenario second at which a message came. */
int32_t news_time(const struct session *session, int item);

#endif
