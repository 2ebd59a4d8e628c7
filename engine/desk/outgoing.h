/* outgoing: the chapter of the after-action model on what was said: each published notice, its values and their proofs.
 * Owns nothing; promises for each value the turn that proves it, or that nothing does, and after EndEx whether it was
 * so. Never judges a text: the session priced it when it went out. */
#ifndef DESK_OUTGOING_H
#define DESK_OUTGOING_H

#include "content/phrase.h"
#include "exercise/record.h"

/* A row for each notice as it went out; the caller's. README describes it. The record must keep its turns. */
struct jsn *outgoing_tree(const struct record *record, const struct phrases *phrases);

#endif
