/* deedword: where a text claims by its words that we did something: "we have", "we at once closed", "was blocked".
 * Owns nothing; promises the words of four languages from overclaims.yaml, and that what is only spoken of ("what we
 * did", "the file that was closed") is no claim. Never knows what was done. */
#ifndef DESK_DEEDWORD_H
#define DESK_DEEDWORD_H

#include "content/overclaim.h"
#include "desk/sheet.h"

struct deedword {
	const struct sheet *sheet;
	const struct overclaim_language *language;
	bool english, chinese, korean;
};

struct deedword deedword_of(const struct sheet *sheet, const struct overclaim_language *language);

/* Where the next claim at or after `at` begins in a sentence from `from` to `to`, and its verb; false when there is
 * none. */
bool deedword_find(const struct deedword *words, size_t from, size_t to, size_t at, size_t *deed, size_t *verb);

/* Where the clause of a verb ends: before the next deed that shares its subject. */
size_t deedword_clause_end(const struct deedword *words, size_t verb, size_t to);

/* The next "was blocked" at or after `at`: where its clause begins, where the "was" stands, and the verb. */
bool deedword_passive(const struct deedword *words, size_t from, size_t to, size_t at, size_t *clause, size_t *was,
                      size_t *verb);

#endif
