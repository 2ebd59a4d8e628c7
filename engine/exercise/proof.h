/* proof: a fact verified, corrected or withdrawn, or refused.
 * Owns nothing; promises that a later value says which one it replaces, and that "not involved" names its search.
 * Never compares anything with what is true. */
#ifndef EXERCISE_PROOF_H
#define EXERCISE_PROOF_H

#include "exercise/scribe.h"

struct proof {
	struct scribe *scribe;
	int fact;
	const char *who;
	const char *source; /* what it was checked against, what was searched; of a withdrawal: why */
	const char *over;   /* of a search: which span; may be NULL */
	char *why;          /* gets the sentence when it is refused... */
	size_t room;        /* ...cut to this many bytes */
};

/* `text`: of a text fact, whose `value` is SHAPE_UNSET. The same value again, from another source or over another span,
 * renews its proof. */
bool proof_verify(const struct proof *proof, int32_t value, const char *text);
bool proof_withdraw(const struct proof *proof);

/* The same by the story: nobody's word, and nothing when that value stands already. */
void proof_told(const struct proof *proof, int32_t value, const char *text);

#endif
