/* choice: an answer to a question: by number as shown, by an option's id, or something else in one's own words.
 * Owns nothing; promises that a bare number never answers a question which its writer had not seen, and that what is
 * read back are the words of the very option that will be recorded. Never knows a screen. */
#ifndef DESK_CHOICE_H
#define DESK_CHOICE_H

#include "desk/line.h"

/* Whether the line begins like an answer: a number, an open question's id, an option of the current one. */
bool choice_is(const struct line *line);

/* ACT_CHOOSE from `2 4-1 high the logs lapse`, `0 we call the bank first = 2`, `who-leads named`. */
bool choice_read(struct line *line);

/* The option's id, shown as number `shown`; NULL past the last. */
const char *choice_shown(const struct session *session, int decision, int shown);

#endif
