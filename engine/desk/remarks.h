/* remarks: what whoever drafted a notice is told of it: how much is proved, what is missing, what to beware of.
 * Owns nothing; promises that what is missing is told by name, and once for all languages that it holds of.
 * Never prints. */
#ifndef DESK_REMARKS_H
#define DESK_REMARKS_H

#include "desk/rendition.h"

/* Appends, in a few lines of English; for an SMS also remarks_sms. `english`: letters.en.yaml. What mostly holds of
 * every language is told once: `last` keeps it for the next. */
void remarks_add(const struct rendition *rendition, const struct notice *notice, const struct phrases *english,
                 struct text *last, struct text *out);

/* Appends how many messages the text of an SMS takes, how each after the first begins, and which character is outside
 * GSM-7. */
void remarks_sms(const struct rendition *rendition, const struct notice *notice, struct text *out);

#endif
