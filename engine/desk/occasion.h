/* occasion: the dates that a text tells with what happened, was noticed or was known, against the moments on record.
 * Owns nothing; promises a warning where a clause with such a word names days and none is that moment's.
 * Never an error, and never of a moment that nobody recorded. */
#ifndef DESK_OCCASION_H
#define DESK_OCCASION_H

#include "content/overclaim.h"
#include "desk/sheet.h"

void occasion_check(struct sheet *sheet, const struct overclaim_language *language);

#endif
