/* boast: every "we have done" of a text against the actions that were logged.
 * Owns nothing; promises an error at each deed that no logged action's public wording says, lightly edited or not, and
 * the action that it sounds like. Never takes a plan, a denial or something learned for a deed. */
#ifndef DESK_BOAST_H
#define DESK_BOAST_H

#include "content/overclaim.h"
#include "desk/sheet.h"

void boast_check(struct sheet *sheet, const struct overclaim_language *language);

#endif
