/* undone: which turns of a record somebody took back.
 * Owns nothing; promises the same answer as the fold, which goes on without them. Never changes the record. */
#ifndef DESK_UNDONE_H
#define DESK_UNDONE_H

#include "exercise/record.h"

/* A flag a turn, in their order in the record, in `arena`. The record must keep its turns. */
const bool *undone_turns(const struct record *record, struct arena *arena);

#endif
