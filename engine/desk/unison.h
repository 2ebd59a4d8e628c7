/* unison: whether the languages of a notice say the same.
 * Owns nothing but what an arena holds; promises that a count, a deed or an unproved word which one language says and
 * another does not is told with who says it, and so are two values of one fact. Never changes a text, never says which
 * of them is right. */
#ifndef DESK_UNISON_H
#define DESK_UNISON_H

#include "content/phrase.h"
#include "exercise/statement.h"

/* Adds a sentence to `out` for each difference between the statements, one a language; a few at most, the rest
 * counted. `phrases`: letters.en.yaml, for the names of languages. */
void unison_find(const struct world *world, const struct statement *statements, size_t n, const struct phrases *phrases,
                 struct arena *arena, struct shape_texts *out);

/* Adds to `out` what to tell of a correction that is there in `langs` and owed to readers of others, too. */
void unison_owed(const struct shape_texts *owed, const struct shape_texts *langs, const struct phrases *phrases,
                 struct arena *arena, struct shape_texts *out);

#endif
