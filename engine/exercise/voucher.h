/* voucher: what stands behind each value of the tree that a notice is filled from.
 * Owns nothing but what its arena holds; promises that a value without a voucher is known to have none, and that no
 * template can name or show a voucher. Never judges a proof. */
#ifndef EXERCISE_VOUCHER_H
#define EXERCISE_VOUCHER_H

#include "base/jsn.h"
#include "content/matter.h"

enum voucher_kind {
	VOUCHER_WORDS, /* of the language: nothing to prove */
	VOUCHER_OWN,   /* the company's, a law's: known, but no fact, no action and no moment */
	VOUCHER_FACT,  /* the value of a verified fact */
	VOUCHER_DEED,  /* a logged action */
	VOUCHER_MOMENT /* a logged moment */
};

struct voucher_foreign {  /* what the notice's language has no words of: told when it is shown */
	const char *what; /* "the label of rows"; NULL: there are words */
	const char *key;  /* of the facts file, under which each language has its own: "label" */
	const char *only; /* the language it is in; NULL: nobody says which */
};

struct voucher {
	enum voucher_kind kind;
	int fact, action; /* of the matter, of the vocabulary; NAMES_NONE */
	int moment;       /* of a VOUCHER_MOMENT */
	struct matter_proof proof;
	struct voucher_foreign foreign;
};

struct vouchers {
	struct arena *arena;
	struct voucher *v;
	size_t n;
};

/* Adds one; returns its number. */
int vouchers_add(struct vouchers *vouchers, struct voucher voucher);
int vouchers_deed(struct vouchers *vouchers, const struct matter_deed *deed);
int vouchers_moment(struct vouchers *vouchers, const struct matter *matter, int moment);

/* Puts it behind `name` of an object, or behind all of its values that have none of their own (NULL). */
void voucher_back(struct jsn *object, const char *name, int number);

/* What stands behind a value that was found in `holder` under `name`, as a tag has it; NULL: nothing. */
const struct voucher *voucher_of(const struct vouchers *vouchers, const struct jsn *holder, const char *name);

#endif
