/* question: a decision as the room sees it: the question, who decides, and once revealed its choices.
 * Owns nothing; promises the recorded order of the choices, and none of them before they were revealed.
 * Never says what a choice is worth. */
#ifndef DESK_QUESTION_H
#define DESK_QUESTION_H

#include "desk/paint.h"
#include "desk/wording.h"

/* The decision whole; `talk_ms`: what is left to talk, EVENT_NO_TALK when the clock waits anyway. */
void question_show(const struct paint *paint, const struct session *session, int decision, int64_t talk_ms);

/* In at most `lines` lines, for the projector. */
int question_brief(const struct paint *paint, const struct session *session, int decision, int lines);

/* The words of an option, its terms replaced; *shown gets the number it was shown under, `text` is cleared first. */
const char *question_option(const struct session *session, int decision, int option, int *shown, struct text *text);

#endif
