/* declaration: the list [{kind, id, body}] that a scenario is, sorted by kind.
 * Owns nothing but what its arena holds; promises that every one has a known kind, a well-formed id and a body, and
 * that no kind has an id twice but where that is allowed. Never looks into a body. */
#ifndef CONTENT_DECLARATION_H
#define CONTENT_DECLARATION_H

#include "content/shape.h"

enum { DECLARATION_MOST = 512 }; /* of one kind */

struct declaration_kind {
	const char *word;
	bool repeats; /* an id may come again: `at "52h"` twice */
};

struct declaration {
	const char *id;
	const struct yml *body;
	struct diag_place place;
	int nth;          /* 1 for the first of its id */
	const char *name; /* for whoever registers it */
};

struct declarations {
	struct declaration *v;
	size_t n;
};

/* Fills `out`, one list for each of the kinds (which end with a NULL word); false after adding the faults. */
bool declaration_read(const struct shape_reader *reader, const struct yml *list, const struct declaration_kind *kinds,
                      struct declarations *out);

#endif
