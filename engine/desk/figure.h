/* figure: every number, date and time of a text against what proves it.
 * Owns nothing; promises an error with the nearest fact at each one that nothing backs, and that what is no claim
 * (laws' articles, our own contacts, promises) is left alone. Never judges words. */
#ifndef DESK_FIGURE_H
#define DESK_FIGURE_H

#include "content/overclaim.h"
#include "desk/backing.h"
#include "desk/sheet.h"

/* `overclaim` has the words of every language beside which a number is no claim: texts quote one another's laws. */
void figure_check(struct sheet *sheet, const struct backing *backing, const struct overclaim *overclaim);

#endif
