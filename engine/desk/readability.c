#include "desk/readability.h"

#include "base/ascii.h"
#include "base/numeral_part.h"

#include <string.h>

enum { MOST_NOTES = 50 };

static bool is_vowel(char c)
{
	return strchr("aeiouyAEIOUY", c) != NULL;
}

/* Groups of vowels, without a silent e at the end; at least one. */
static int syllables_of(const char *word, size_t len)
{
	int n = 0;
	for (size_t i = 0; i < len; i++)
		n += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
	bool silent = len > 2 && (word[len - 1] == 'e' ||
	                          (len > 3 && !memcmp(word + len - 2, "ed", 2) && !strchr("td", word[len - 3])));
	bool spoken = len > 2 && word[len - 1] == 'e' && word[len - 2] == 'l' && !is_vowel(word[len - 3]);
	n -= silent && !spoken && n > 1;
	return n ? n : 1;
}

/* A word has a letter or a figure in it; a figure is one syllable. */
int readability_words(const char *text, size_t from, size_t to, int *syllables)
{
	int words = 0;
	*syllables = 0;
	while (from < to) {
		size_t end = from, letters = 0, figures = 0, size;
		for (; end < to && text[end] != ' ' && text[end] != '\n'; end++) {
			letters += ascii_letter(text[end]) || (unsigned char)text[end] >= 0xc3;
			figures += numeral_part_digit(text, to, end, &size);
		}
		if (letters || figures) {
			words++;
			*syllables += letters ? syllables_of(text + from, end - from) : 1;
		}
		from = end + 1;
	}
	return words;
}

static bool is_read(const struct prose *prose, const struct prose_sentence *sentence)
{
	enum prose_kind kind = prose->blocks[sentence->block].kind;
	return kind == PROSE_TEXT || kind == PROSE_ITEM;
}

struct readability readability_of(const struct prose *prose)
{
	struct readability r = {0};
	for (size_t i = 0; i < prose->nsentences; i++) {
		const struct prose_sentence *s = &prose->sentences[i];
		int syllables;
		if (!is_read(prose, s))
			continue;
		r.words += readability_words(prose->text, s->from, s->to, &syllables);
		r.syllables += syllables;
		r.sentences++;
	}
	if (r.words && r.sentences)
		r.grade_tenths = (int)((3.9 * r.words / r.sentences) + (118.0 * r.syllables / r.words) - 155.9 + 0.5);
	r.grade_tenths = r.grade_tenths < 0 ? 0 : r.grade_tenths;
	return r;
}

void readability_note(const struct prose *prose, struct text *out)
{
	struct readability r = readability_of(prose);
	int notes = 0;
	if (!r.words)
		return;
	text_addf(out, "%s: note: school grade %d.%d (Flesch-Kincaid); aim at %d or less\n", prose->file->name,
	          r.grade_tenths / 10, r.grade_tenths % 10, READABILITY_GRADE);
	for (size_t i = 0; i < prose->nsentences && notes < MOST_NOTES; i++) {
		const struct prose_sentence *s = &prose->sentences[i];
		int syllables, words = readability_words(prose->text, s->from, s->to, &syllables);
		if (!is_read(prose, s) || words <= READABILITY_WORDS)
			continue;
		struct diag_place place = prose_place(prose, s->from);
		text_addf(out, "%s:%d:%d: note: a sentence of %d words; aim at %d or less\n", place.file, place.line,
		          place.col, words, READABILITY_WORDS);
		notes++;
	}
}
