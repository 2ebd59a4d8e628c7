/* scalar: how one written value becomes a C value.
 * Owns nothing; promises that a value of the wrong kind is told at its place, with what was expected and what was
 * found. Never reads a list or a map, but for a text given by language. */
#ifndef CONTENT_SCALAR_H
#define CONTENT_SCALAR_H

#include "content/yml.h"

#include <stdbool.h>
#include <stdint.h>

enum { SCALAR_ID_MAX = 48 };  /* bytes of an id */
enum { SCALAR_HINTED = 200 }; /* of so many faults the nearest name is looked for: nobody reads further */

struct scalar { /* how to read, and under which key for messages */
	struct arena *arena;
	struct diags *diags;
	const char *lang;           /* which of the texts by language; falls back to "en", then to the first */
	const char *key, *expected; /* "takes", "a time such as 30m or 2h" */
	int32_t limit;              /* words of a text, the largest number; 0 = none */
	const char *const *choices; /* NULL-terminated; the moments for scalar_due */
	bool few;                   /* the names are few enough to be listed where none is near */
};

/* All return false after adding the fault. */
bool scalar_mistyped(const struct scalar *how, const struct yml *node);
bool scalar_check_id(const struct scalar *how, const char *id, struct diag_place place);

bool scalar_text(const struct scalar *how, const struct yml *node, const char **out);
bool scalar_id(const struct scalar *how, const struct yml *node, const char **out);
bool scalar_number(const struct scalar *how, const struct yml *node, int32_t *out); /* >= 0 */
bool scalar_flag(const struct scalar *how, const struct yml *node, bool *out);
bool scalar_span(const struct scalar *how, const struct yml *node, int32_t *out);
bool scalar_date(const struct scalar *how, const struct yml *node, const char **out);
bool scalar_choice(const struct scalar *how, const struct yml *node, int32_t *out);

/* Adds `write 20, without quotes` to the finding added last, where a scenario has a number or a flag in quotes; false.
 */
bool scalar_unquote(struct diags *diags, const struct yml *node);

/* "aware+24h", "aware", "+2h": the moment's place among the choices, or -1, and the seconds after it. */
bool scalar_due(const struct scalar *how, const struct yml *node, int32_t *moment, int32_t *after);

/* Adds `did you mean "x"?` to the finding added last, where a name is near; else, of `few`, all of them. */
void scalar_nearest(const struct scalar *how, const char *word, const char *const *names, size_t n);

#endif
