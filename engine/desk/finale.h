/* finale: EndEx in words: the clock audit's questions, the hot wash, the summary.
 * Owns nothing; reads the after-action model alone; promises cleaned text no wider than the window.
 * Never prints: it appends to a text. */
#ifndef DESK_FINALE_H
#define DESK_FINALE_H

#include "desk/frame.h"
#include "desk/report.h"

/* Asks about the deadline that agenda_audit named. */
void finale_audit_question(const struct frame *frame, const struct session *session, const struct phrases *phrases,
                           int deadline);
void finale_audit(const struct frame *frame, const struct jsn *model); /* all clocks, settled */
void finale_hot_wash(const struct frame *frame,
                     const struct jsn *model); /* strengths, three proposed gaps, what to change */
/* "1 @Arif 30 Apr": the record keeps the gap's words (of the arena), never its number alone. NULL, or what to say when
 * no such gap was proposed. */
const char *finale_gap(const struct session *session, const struct jsn *model, struct act *act, struct arena *arena);
void finale_summary(const struct frame *frame,
                    const struct jsn *model); /* ratings, best and costliest decisions, clocks, coverage */

#endif
