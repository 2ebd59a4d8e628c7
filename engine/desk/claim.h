/* claim: what is said about a fact, or proved: its value as people type it, and where it comes from.
 * Owns nothing; promises that a value fits the fact's kind, and that nothing counts as verified without what it was
 * checked against. Never knows what is true. */
#ifndef DESK_CLAIM_H
#define DESK_CLAIM_H

#include "desk/line.h"

/* `fact people_exported 9870 from the crm log` is ACT_CLAIM, `verify ... against the export log` ACT_VERIFY, `withdraw
 * ... because ...` ACT_WITHDRAW: the line's act.kind says which. The command alone gives the menu (line->menu), whose
 * numbers work in place of ids. */
bool claim_read(struct line *line);

#endif
