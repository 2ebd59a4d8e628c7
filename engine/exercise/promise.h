/* promise: when the readers of notices were told that they hear again (pure).
 * Owns nothing; promises that the time priced is the one that stood in the text. Never writes an event. */
#ifndef EXERCISE_PROMISE_H
#define EXERCISE_PROMISE_H

#include "content/state.h"
#include "exercise/ledger.h"

/* When the readers of a kind hear again once its draft goes out now: as its text says, in several languages the
 * earliest; where no text says so, an open promise to them stays. STATE_NEVER where nobody promised. */
int32_t promise_next(const struct state *state, const struct ledger *ledger, int notice);

/* What the draft of a kind that stands promises in `lang` (NULL: in any, the earliest); STATE_NEVER: nothing. */
int32_t promise_drafted(const struct ledger *ledger, int notice, const char *lang);

/* When somebody was promised the next word, and by which kind of notice: the earliest promise that no notice to the
 * same audience has met since; STATE_NEVER when none is open. `notice` may be NULL. */
int32_t promise_open(const struct state *state, int *notice);

/* Whether two kinds of notice have the same readers. */
bool promise_share(const struct world *world, int one, int other);

#endif
