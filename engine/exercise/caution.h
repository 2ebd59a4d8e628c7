/* caution: what whoever sends a notice should know of it beforehand, in plain words.
 * Owns nothing but what its arena holds; promises that each is told once, with the way out where there is one.
 * Never changes what a notice says. */
#ifndef EXERCISE_CAUTION_H
#define EXERCISE_CAUTION_H

#include "content/letter.h"
#include "exercise/setting.h"

struct caution {
	const struct matter *matter;
	const struct letter *letter;
	struct arena *arena;
	struct shape_texts *told; /* each is added here */
};

/* Of a notice that speaks of its next update: what nobody decided, and what was promised and never came. */
void caution_promise(const struct caution *caution, const struct setting_promise *next);

/* Of an authority's form: that it can't say by when it is due, and what is not logged. */
void caution_due(const struct caution *caution);

/* What the notice's language has no words of: one line for each language that they are in. Sorts `foreign`.
 */
void caution_foreign(const struct caution *caution, struct voucher_foreign *foreign, size_t n);

#endif
