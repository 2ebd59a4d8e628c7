/* minutes: what was put on record, in a sentence: moments, deadlines, facts, notes, points.
 * Owns nothing; promises that a moment is told with the deadlines it starts, and that points are told only where
 * feedback is wanted. Never changes the record. */
#ifndef DESK_MINUTES_H
#define DESK_MINUTES_H

#include "desk/telling.h"

extern telling_of *const minutes_tells[EVENT_KINDS]; /* NULL: a kind that is not its own */

/* The newest `most` notes, calls and claims, oldest first. */
void minutes_list(const struct paint *paint, const struct session *session, int most);

/* Every fact: what is proved, what was only said, what is not known yet. */
void minutes_facts(const struct paint *paint, const struct session *session);

#endif
