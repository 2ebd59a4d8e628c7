/* report: the after-action model of a record, as one JSON tree, and what the hot wash reads from it.
 * Owns nothing (the caller owns the tree); promises that every figure in it follows from the journal alone.
 * Never runs Lua. README describes the tree. */
#ifndef DESK_REPORT_H
#define DESK_REPORT_H

#include "content/phrase.h"
#include "exercise/record.h"

/* In the words of `phrases`; every text in it is cleaned. The record must keep its turns. `names`: people by name; else
 * by role. */
struct jsn *report_model(const struct record *record, bool names, const struct phrases *phrases);

#endif
