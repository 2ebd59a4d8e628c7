/* words: a typed line as words, with quoted text kept in one piece.
 * Owns nothing but what an arena holds; promises that every word knows where it stood, so that the rest of a line can
 * be had as it was typed. Never knows what a word means. */
#ifndef DESK_WORDS_H
#define DESK_WORDS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct word {
	const char *s;  /* without its quotes */
	size_t at, end; /* in the line */
	bool quoted;
};

struct words {
	const char *line;
	struct word *v;
	size_t n;
};

/* What a terminal or a script gave, made harmless and one line, without space at either end. */
const char *words_clean(struct arena *arena, const char *line);

/* `line` has to live as long as the words. A quote that is never closed reaches to the end. */
struct words words_split(struct arena *arena, const char *line);

const char *words_at(const struct words *words, size_t i); /* "" past the end */

/* Whether a word that stands unquoted is `word`, small letters or capitals. */
bool words_is(const struct words *words, size_t i, const char *word);

/* The first such word from `from` on, the last one of all; the number of words when there is none. */
size_t words_find(const struct words *words, size_t from, const char *word);
size_t words_last(const struct words *words, size_t from, const char *word);

/* The text from word `from` up to before word `to`, as typed; NULL when there is none. */
const char *words_between(const struct words *words, struct arena *arena, size_t from, size_t to);

#endif
