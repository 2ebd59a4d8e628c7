/* checklist: the steps of a phase: done, under way, free to start, set aside.
 * Owns nothing; promises the numbers that `do` and `skip` understand. Never starts anything. */
#ifndef DESK_CHECKLIST_H
#define DESK_CHECKLIST_H

#include "desk/paint.h"
#include "desk/wording.h"

void checklist_show(const struct paint *paint, const struct session *session, int phase);

/* Who is busy with what until when, and what waits behind it. */
void checklist_busy(const struct paint *paint, const struct session *session);

#endif
