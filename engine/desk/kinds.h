/* kinds: which facts about kinds of data a stretch of a text names: by the kind's usual names, or by the fact's label.
 * Owns nothing but what its arena holds; promises that a label goes before the kind that it is one of.
 * Never knows what is said of them. */
#ifndef DESK_KINDS_H
#define DESK_KINDS_H

#include "content/advice.h"
#include "content/overclaim.h"
#include "desk/likeness.h"
#include "desk/sheet.h"

struct kinds_name {
	const char *category, *name;
	const struct kinds_name *next; /* that begins with the same byte */
};

struct kinds {
	const struct sheet *sheet;
	const struct overclaim_language *language;
	const struct advice *advice;     /* NULL: none */
	struct likeness_words *labels;   /* of each fact; empty where it has none */
	struct likeness_words *searched; /* of each fact: what was searched for it */
	bool *named;                     /* of each fact: by the last kinds_find */
	const char *unknown;             /* a kind that was named and no fact is about; NULL */
	const struct kinds_name *by_byte[256];
	bool all; /* data as such was named: every fact about data is */
};

void kinds_open(struct kinds *kinds, const struct sheet *sheet, const struct overclaim_language *language,
                const struct advice *advice);

/* Sets `named`, `unknown` and `all` for the bytes; false when no kind of data is named there. */
bool kinds_find(struct kinds *kinds, size_t from, size_t to);

/* Whether a kind is named there, by its name. */
bool kinds_names(const struct kinds *kinds, size_t from, size_t to);

/* Where the first of `words` stands between two bytes, and its end; false when none does. */
bool kinds_says(const struct sheet *sheet, size_t from, size_t to, const struct shape_texts *words, size_t *at,
                size_t *end);

#endif
