/* beside: whether one of a list of words stands in the sentence or the clause of a number or a date.
 * Owns nothing; promises the words of every language, since texts quote one another's.
 * Never says what such a word means. */
#ifndef DESK_BESIDE_H
#define DESK_BESIDE_H

#include "content/overclaim.h"
#include "desk/sheet.h"

struct beside {
	const struct sheet *sheet;
	const struct overclaim *overclaim;
};

/* `member`: the offset of a struct shape_texts in struct overclaim_language. A sentence is looked at near `byte`. */
bool beside_sentence(const struct beside *beside, size_t byte, size_t member);

struct beside_clause {
	size_t from, to;
};

/* The clause of what stands between two bytes; where that begins it, with the clause that follows. */
struct beside_clause beside_clause_of(const struct beside *beside, size_t from, size_t to);

bool beside_between(const struct beside *beside, size_t from, size_t to, size_t member);

#endif
