/* likeness: how much a sentence is like another: by the words they share, the rare ones counting most.
 * Owns nothing but what its arena holds; promises that light editing stays above LIKENESS_SAME and another deed below.
 * Never understands a word. */
#ifndef DESK_LIKENESS_H
#define DESK_LIKENESS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	LIKENESS_SAME = 60,  /* of 100: the same, lightly edited */
	LIKENESS_SOUNDS = 35 /* sounds like it */
};

struct likeness_words { /* what a sentence is made of: words without endings, or pairs of characters; sorted, each once
	                 */
	uint32_t *v;
	size_t n;
	uint32_t head;         /* the first of them as written: of an English sentence its verb */
	unsigned char *weight; /* of each, once it was weighed */
	int sum;               /* of the weights */
	bool pairs;            /* of characters */
};

/* `lang` "zh" and "ko" are read in pairs of characters, the others in words; figures and common words don't count. */
struct likeness_words likeness_words(const char *text, size_t len, const char *lang, struct arena *arena);

struct likeness_word {
	uint32_t word, n, from; /* n sentences have it: from there in `holders` */
};

struct likeness { /* the sentences that others are compared with */
	struct arena *arena;
	struct likeness_words **v;
	size_t n;
	struct likeness_word *all; /* every word of theirs, sorted */
	uint32_t *holders;         /* the sentences that have it, word by word */
	size_t nall;
};

void likeness_add(struct likeness *likeness, struct likeness_words *words);
void likeness_finish(struct likeness *likeness); /* after the last one was added */

/* Weighs what is to be compared: a word that few of the sentences have says more; one that none has may be anything. */
void likeness_weigh(const struct likeness *likeness, struct likeness_words *words);

/* Of 100: how like `words`, weighed, is to each sentence that was added, by its number. `out` has room for all. */
void likeness_each(const struct likeness *likeness, const struct likeness_words *words, int *out);

/* Of 100: how much of `part` is in `whole`, each word counting the same. */
int likeness_part(const struct likeness_words *part, const struct likeness_words *whole);

#endif
