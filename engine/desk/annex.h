/* annex: the chapters of a report behind its first page, made ready row by row.
 * Owns nothing; promises that rows of one list have the same keys, and one walk a list, however long the record.
 * Never judges: states, ratings and worths are the model's. */
#ifndef DESK_ANNEX_H
#define DESK_ANNEX_H

#include "desk/dial.h"

/* Adds to the rows of score, clocks, decisions, coverage (and its `steps`: all of them in one list, the open ends
 * first), facts, injects, actions, hot_wash, participants and timeline their texts. */
void annex_dress(struct jsn *model, struct dial *dial);

#endif
