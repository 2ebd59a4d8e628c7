/* term: {crm} in a text, and what it stands for.
 * Owns nothing; promises that a text without a known term stays as it is, and that what was put in is not looked at
 * again. Never knows where a term comes from. */
#ifndef CONTENT_TERM_H
#define CONTENT_TERM_H

#include "base/text.h"
#include "content/shape.h"

/* What `name` stands for, NULL when nobody knows. */
typedef const char *term_lookup(const void *context, const char *name);

/* Appends `s` with every known {name} replaced. */
void term_expand(const char *s, term_lookup *lookup, const void *context, struct text *out);

/* Tells every {name} in the texts of `node`, and of all it holds, that `known` does not have. */
bool term_check(const struct shape_reader *reader, const struct shape_pairs *known, const struct yml *node);

#endif
