/* worn: worn and over-claiming phrases of a text.
 * Owns nothing; promises a warning at each, with why and what to say instead, and none where the phrase has earned its
 * place: beside a verified search, or naming what is unknown. Never an error: a person decides. */
#ifndef DESK_WORN_H
#define DESK_WORN_H

#include "content/advice.h"
#include "content/overclaim.h"
#include "desk/sheet.h"

/* `advice` (may be NULL) names kinds of data, too. Which search let a phrase pass is noted. */
void worn_check(struct sheet *sheet, const struct overclaim_language *language, const struct advice *advice);

#endif
