/* readability: how hard an English text is to read: its school grade, and its long sentences.
 * Owns nothing; promises the grade of Flesch and Kincaid (J. P. Kincaid and others, Research Branch Report 8-75, 1975):
 * 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Never judges other languages: it does not carry over.
 */
#ifndef DESK_READABILITY_H
#define DESK_READABILITY_H

#include "desk/prose.h"

enum { READABILITY_WORDS = 20, READABILITY_GRADE = 8 }; /* of a sentence at most; to aim at */

struct readability {
	int words, sentences, syllables;
	int grade_tenths;
};

struct readability readability_of(const struct prose *prose);

/* Words of what stands between two bytes. */
int readability_words(const char *text, size_t from, size_t to, int *syllables);

/* Appends a note on the grade, and one on each sentence that is too long, with its place. */
void readability_note(const struct prose *prose, struct text *out);

#endif
