/* statement: one language of a notice as it was drafted or published: its words, and every value in them.
 * Owns nothing but what its arena holds; promises that what was encoded is read back the same, so that a journal keeps
 * a notice whole. Never knows how it was written. */
#ifndef EXERCISE_STATEMENT_H
#define EXERCISE_STATEMENT_H

#include "content/world.h"

#include <stdint.h>

enum { STATEMENT_VALUES = 200, STATEMENT_TEXT = 64 * 1024 }; /* values, and bytes of a text, at most */

struct statement_value {
	int32_t fact, action, moment; /* one of them, the others NAMES_NONE; all three: nothing backs it */
	int32_t value; /* of the fact; of the moment, in scenario seconds; what is said of a kind of data that no fact
	                  is about (enum fact_data); SHAPE_UNSET for a text and all else */
	int32_t turn;  /* that proves it; 0: none does */
	const char *text; /* as it stands in the notice */
	const char *unit; /* of a number that nothing backs: what it counts (unit_name); NULL: it does not say */
};

struct statement {
	const char *template, *lang; /* "customer-holding", "en" */
	const char *sha256, *source; /* of the template's bytes; those, at their first use in a journal, else NULL */
	const char *regime;          /* of a form for an authority: whose; else NULL */
	const char *subject, *text;  /* without the marks of an exercise or a draft; text: Markdown */
	const struct statement_value *values;
	size_t nvalues;
	struct shape_texts missing; /* codes of the contents that the law asks for and that were not there */
	const char *needless;       /* of a correction that corrects nothing: why not; else NULL */
};

struct jsn *statement_encode(const struct statement *statement, const struct world *world); /* the caller owns it */

/* NULL after saying why (SLOT_WHY bytes). */
const struct statement *statement_decode(const struct jsn *value, const struct world *world, struct arena *arena,
                                         char *why);

/* Whether it has this subject (NULL: none) and this text. */
bool statement_same_words(const struct statement *statement, const char *subject, const char *text);

/* The same as one text, for a ledger; unpacking what is none gives NULL. */
char *statement_pack(const struct statement *statement, const struct world *world, struct arena *arena);
const struct statement *statement_unpack(const char *packed, const struct world *world, struct arena *arena);

#endif
