/* truth: what a published value is worth: whether its proof stands, and in a drill whether it is so (pure).
 * Owns nothing; promises the same verdict when a notice goes out and when its report is read, as both judge by the
 * record up to that point. Never prices anything, never tells anybody. */
#ifndef EXERCISE_TRUTH_H
#define EXERCISE_TRUTH_H

#include "content/world.h"
#include "exercise/ledger.h"
#include "exercise/statement.h"

enum truth {
	TRUTH_BACKED, /* its proof stands */
	TRUTH_SO,     /* nothing proves it, and it is so */
	TRUTH_OPEN,   /* nothing proves it, and the story does not say: a text, a date that stands for no fact */
	TRUTH_FALSE   /* it is not so, or was not done */
};

/* Whether what proves it still did by the first `until` entries: a corrected value no longer stands. */
bool truth_stands(const struct world *world, const struct ledger *ledger, size_t until,
                  const struct statement_value *value);

/* By the same entries; the world's story says what is so. */
enum truth truth_of(const struct world *world, const struct ledger *ledger, size_t until,
                    const struct statement_value *value);

/* The count of the story that is nearest to the number which stands for no fact, by proportion, and of its
 * unit where something is counted in that; NAMES_NONE where it is no number, or nothing is counted. */
int truth_nearest(const struct world *world, const struct statement_value *value);

#endif
