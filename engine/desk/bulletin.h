/* bulletin: what goes out and what waits, in a sentence: drafts, approvals, publications, holds, promised words.
 * Owns nothing; promises that an approval names who typed it and for whom, and that a first line which is not the
 * notice the law asks for is told so. Never shows a notice's text: galley does. */
#ifndef DESK_BULLETIN_H
#define DESK_BULLETIN_H

#include "desk/telling.h"

extern telling_of *const bulletin_tells[EVENT_KINDS]; /* NULL: a kind that is not its own */

/* What is drafted and waits, and for whom; nothing when nothing waits. */
void bulletin_waiting(const struct paint *paint, const struct session *session);

/* The next word that was promised, and what holds notices back; nothing when there is neither. */
void bulletin_clock(const struct paint *paint, const struct session *session, int32_t now);

#endif
