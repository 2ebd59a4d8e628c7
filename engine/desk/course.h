/* course: what the story and its clock did, in a sentence: messages, questions, answers, holds.
 * Owns nothing; promises that what did not come (conditions, things cancelled, variables) is not told.
 * Never shows a choice before it was revealed. */
#ifndef DESK_COURSE_H
#define DESK_COURSE_H

#include "desk/telling.h"

extern telling_of *const course_tells[EVENT_KINDS]; /* NULL: a kind that is not its own */

/* The question that became current because this turn settled the one before, or was taken back. */
void course_follow(struct telling *telling);

#endif
