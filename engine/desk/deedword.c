#include "desk/deedword.h"

#include "base/ascii.h"
#include "base/numeral_part.h"

#include <string.h>

enum {
	MOST_ADVERBS = 2,
	WIDE = 3,
	FARTHEST = 400,
	HANGUL_FIRST = 0xac00,
	HANGUL_LAST = 0xd7a3,
	FINALS = 28,
	DOUBLE_S = 20
};

struct deedword deedword_of(const struct sheet *sheet, const struct overclaim_language *language)
{
	return (struct deedword){.sheet = sheet,
	                         .language = language,
	                         .english = strcmp(sheet->lang, "en") == 0,
	                         .chinese = strcmp(sheet->lang, "zh") == 0,
	                         .korean = strcmp(sheet->lang, "ko") == 0};
}

/* ---- words ---- */

/* The end of the longest of `words` at `at`; 0 when none stands there. */
static size_t longest(const struct deedword *w, size_t at, size_t to, const struct shape_texts *words)
{
	size_t most = 0;
	if (sheet_inside_word(w->sheet, at))
		return 0;
	for (size_t i = 0; i < words->n; i++) {
		size_t end = sheet_may_begin(w->sheet->prose->text + at, words->v[i])
		                 ? sheet_match(w->sheet, at, to, words->v[i])
		                 : 0;
		most = end > most ? end : most;
	}
	return most;
}

static size_t word_end(const char *text, size_t at, size_t to)
{
	while (at < to && ascii_letter(text[at]))
		at++;
	return at;
}

/* "switched", "cut": a verb of the past at `at`. */
static bool is_past(const struct deedword *w, size_t to, size_t at)
{
	const char *text = w->sheet->prose->text;
	size_t end = word_end(text, at, to);
	return longest(w, at, to, &w->language->past) == end ||
	       (w->english && end >= at + 4 && numeral_part_starts(text, to, end - 2, "ed") &&
	        !numeral_part_starts(text, to, end - 3, "eed"));
}

/* Behind the adverbs at `at`: "at once ", "immediately "; `at` when there are none. */
static size_t skip_adverbs(const struct deedword *w, size_t at, size_t to)
{
	const char *text = w->sheet->prose->text;
	for (int n = 0; n < MOST_ADVERBS; n++) {
		size_t end = longest(w, at, to, &w->language->adverbs), word = word_end(text, at, to);
		if (!end && w->english && word > at + 2 && numeral_part_starts(text, to, word - 2, "ly"))
			end = word;
		if (!end || end + 1 >= to || text[end] != ' ')
			break;
		at = end + 1;
	}
	return at;
}

/* "We", "our team" before a past, perhaps with adverbs between: where the verb is; 0 when there is none. */
static size_t plain_past(const struct deedword *w, size_t to, size_t at)
{
	size_t verb = longest(w, at, to, &w->language->subjects);
	if (!verb || verb + 1 >= to || w->sheet->prose->text[verb] != ' ')
		return 0;
	verb = skip_adverbs(w, verb + 1, to);
	return is_past(w, to, verb) ? verb : 0;
}

/* ---- Chinese: 我们……了 ---- */

/* Whether 了 at `at` is of another word: 了解, 为了. */
static bool is_other_word(const struct deedword *w, size_t from, size_t to, size_t at)
{
	const char *text = w->sheet->prose->text;
	const struct shape_texts *others = &w->language->relative;
	for (size_t i = 0; i < others->n; i++)
		for (size_t back = 0; back < strlen(others->v[i]) && at >= from + back; back += WIDE)
			if (numeral_part_starts(text, to, at - back, others->v[i]))
				return true;
	return false;
}

static size_t wide_past(const struct deedword *w, size_t to, size_t at)
{
	size_t verb = longest(w, at, to, &w->language->subjects);
	/* 我们的 is whose, and 我们的员工 is who */
	if (!verb || longest(w, at, to, &w->language->relative) > verb)
		return 0;
	size_t end = deedword_clause_end(w, at, to);
	for (size_t i = verb; i < end; i++)
		if (longest(w, i, end, &w->language->past) && !is_other_word(w, verb, end, i))
			return verb;
	return 0;
}

/* ---- Korean: a syllable that ends in ㅆ, before the ending of a clause ---- */

static bool ends_in_ss(const char *syllable)
{
	int c = (syllable[0] & 0x0f) << 12 | (syllable[1] & 0x3f) << 6 | (syllable[2] & 0x3f);
	return c >= HANGUL_FIRST && c <= HANGUL_LAST && (c - HANGUL_FIRST) % FINALS == DOUBLE_S;
}

/* 있 and 겠 are no past, 졌 is what became so, and 였 what was so, unless a verb of the past ends in it: 하였. */
static bool is_state(const struct deedword *w, size_t from, size_t to, size_t at)
{
	static const char *const states[] = {"있", "겠", "졌"};
	const char *text = w->sheet->prose->text;
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (numeral_part_starts(text, to, at, states[i]))
			return true;
	return numeral_part_starts(text, to, at, "였") &&
	       !(at >= from + WIDE && longest(w, at - WIDE, at + WIDE, &w->language->past));
}

static size_t korean_past(const struct deedword *w, size_t from, size_t to, size_t at)
{
	static const char *const endings[] = {"습니다", "고", "으며", "지만", "으나", "는데"};
	const char *text = w->sheet->prose->text;
	if (at + 2 * WIDE > to || (unsigned char)text[at] < 0xe0 || !ends_in_ss(text + at) || is_state(w, from, to, at))
		return 0;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (numeral_part_starts(text, to, at + WIDE, endings[i]))
			return at + WIDE + strlen(endings[i]);
	return 0;
}

/* ---- what is only spoken of ---- */

static bool ends_with(const char *text, size_t from, size_t to, const char *word)
{
	size_t n = strlen(word);
	return to >= from + n && numeral_part_starts(text, to, to - n, word) &&
	       (to - n == from || !ascii_letter(text[to - n - 1]));
}

/* "What we did", "the records that we exchanged, ": no deed is told there, one is spoken of. */
static bool is_relative(const struct deedword *w, size_t from, size_t to, size_t deed, size_t verb)
{
	static const char *const behind[] = {",",    ".",      ")",    " by ",  " with ", " in ",
	                                     " on ", " from ", " to ", " for ", " of ",   " at "};
	const char *text = w->sheet->prose->text;
	size_t before = deed > from ? deed - 1 : from, end = word_end(text, verb, to);
	if (ends_with(text, from, before, "you and") && before > from + strlen("you and "))
		before -= strlen("you and ");
	for (size_t i = 0; i < w->language->relative.n; i++)
		if (ends_with(text, from, before, w->language->relative.v[i]))
			return true;
	if (!ends_with(text, from, before, "that"))
		return false;
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if (end == to || numeral_part_starts(text, to, end, behind[i]))
			return true;
	return false;
}

/* 해커가 서버에 접속했습니다: somebody else did it, where we do not stand in the clause. */
static bool is_others(const struct deedword *w, size_t from, size_t to)
{
	bool others = false;
	from = to > from + FARTHEST ? to - FARTHEST : from;
	for (size_t at = from; at < to; at++) {
		if (longest(w, at, to, &w->language->subjects))
			return false;
		others = others || longest(w, at, to, &w->language->agents);
	}
	return others;
}

/* ---- finding ---- */

bool deedword_find(const struct deedword *w, size_t from, size_t to, size_t at, size_t *deed, size_t *verb)
{
	const char *text = w->sheet->prose->text;
	for (size_t clause = at; at < to; at++) {
		*deed = at;
		*verb = longest(w, at, to, &w->language->deeds);
		if (!*verb && w->korean) {
			*verb = korean_past(w, from, to, at);
			if (*verb && is_others(w, clause, at)) {
				clause = *verb;
				*verb = 0;
			}
		} else if (!*verb && w->chinese)
			*verb = wide_past(w, to, at);
		else if (!*verb && (at == from || !ascii_letter(text[at - 1])))
			*verb = plain_past(w, to, at);
		if (*verb && !(w->english && is_relative(w, from, to, at, *verb)))
			return true;
	}
	return false;
}

size_t deedword_clause_end(const struct deedword *w, size_t verb, size_t to)
{
	static const char *const joints[] = {" and ", ", ", "; ", ", and ", " then ", ", then "};
	static const char *const wide[] = {"，并", "，", "；", "、并"};
	const char *text = w->sheet->prose->text;
	for (size_t at = verb + 1; at < to; at++) {
		for (size_t i = 0; w->english && i < sizeof joints / sizeof *joints; i++)
			if (numeral_part_starts(text, to, at, joints[i]) && is_past(w, to, at + strlen(joints[i])))
				return at;
		for (size_t i = 0; w->chinese && i < sizeof wide / sizeof *wide; i++)
			if (numeral_part_starts(text, to, at, wide[i]))
				return at;
	}
	return to;
}

/* Where the clause of a "was" begins: behind the last sign or "and" before it. */
static size_t clause_start(const struct deedword *w, size_t from, size_t was)
{
	static const char *const joints[] = {", ",    "; ",       ": ", " and ", " that ",
	                                     " dan ", " bahawa ", "，", "；",    "："};
	const char *text = w->sheet->prose->text;
	for (size_t at = was; at > from; at--)
		for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
			if (at - 1 + strlen(joints[i]) <= was && numeral_part_starts(text, was, at - 1, joints[i]))
				return at - 1 + strlen(joints[i]);
	return from;
}

bool deedword_passive(const struct deedword *w, size_t from, size_t to, size_t at, size_t *clause, size_t *was,
                      size_t *verb)
{
	for (; at < to; at++) {
		size_t behind = longest(w, at, to, &w->language->was);
		if (!behind)
			continue;
		while (behind < to && w->sheet->prose->text[behind] == ' ')
			behind++;
		*was = at;
		*verb = skip_adverbs(w, behind, to);
		*clause = clause_start(w, from, at);
		size_t end = longest(w, *verb, to, &w->language->done);
		while (end && end < to && w->sheet->prose->text[end] == ' ')
			end++;
		/* "we were told" is no deed of ours */
		size_t subject = longest(w, *clause, to, &w->language->subjects);
		bool ours = subject && (subject == at || subject + 1 == at);
		if (end && !ours && (*clause < at || w->chinese) && !is_relative(w, from, to, at, *verb) &&
		    !(end < to && longest(w, end, to, &w->language->agents)))
			return true;
	}
	return false;
}
