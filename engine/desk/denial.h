/* denial: that a kind of data is in what got out, or is not, against the facts about it.
 * Owns nothing; promises an error at each clause that says so of a kind whose facts say otherwise or say nothing yet.
 * Never judges a clause that leaves it open, nor a verified text. */
#ifndef DESK_DENIAL_H
#define DESK_DENIAL_H

#include "content/advice.h"
#include "content/overclaim.h"
#include "desk/sheet.h"

/* `advice` (may be NULL) names kinds, too. */
void denial_check(struct sheet *sheet, const struct overclaim_language *language, const struct advice *advice);

#endif
