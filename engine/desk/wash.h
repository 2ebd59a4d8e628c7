/* wash: what is typed after EndEx: the clock audit's answers, and what will change.
 * Owns nothing; promises that each answer settles the deadline that was asked about, and that a change has an owner and
 * a real date. Never closes anything by itself. */
#ifndef DESK_WASH_H
#define DESK_WASH_H

#include "desk/line.h"

/* `y`, `y at 22:10`, `n`, `n because ...`. */
bool wash_audit(struct line *line);

/* `Arif on 10 Mar`, for a deadline beyond EndEx; `1 @Arif 30 Apr`. */
bool wash_is(const struct line *line);
bool wash_read(struct line *line);

/* The same of the words after a command's name: `improve rehearse the recount @Farah 30 Apr`. */
bool wash_improve(struct line *line, size_t from);

/* Whether `Arif on 10 Mar` names a day after that on which it was due. */
bool wash_is_late(const struct session *session, int deadline, const char *answer);

#endif
