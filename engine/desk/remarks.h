/* remarks: what whoever drafted a notice is told of it: how much is proved, what is missing, what to beware of.
 * Owns nothing; promises that what is missing is told by name, and once for all languages that it holds of.
 * Never prints. */
#ifndef DESK_REMARKS_H
#define DESK_REMARKS_H

#include "desk/rendition.h"

/* Appends, in a few lines of English; for an SMS also how many messages it takes. `english`: letters.en.yaml; `page`:
 * what rendition_make wrote. What mostly holds of every language is told once: `last` keeps it for the next. */
void remarks_add(const struct rendition *rendition, const struct notice *notice, const struct phrases *english,
                 const struct text *page, struct text *last, struct text *out);

#endif
