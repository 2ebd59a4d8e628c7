#include "desk/worn.h"

#include "base/numeral.h"
#include "desk/likeness.h"

#include <string.h>

enum { FIRST_BYTES = 256, NAMED = 60, FARTHEST = 24, LOOKED_AT = 600 };

struct phrase {
	const char *words;
	const char *number; /* the words behind "{n}", which `words` ends before; NULL: none stands in it */
	const struct overclaim_phrase *of;
	struct phrase *next; /* that begins with the same byte */
};

struct worn {
	struct sheet *sheet;
	struct phrase *by_byte[FIRST_BYTES];
	struct likeness_words *unknown; /* labels of what is not verified */
	size_t nunknown;
	bool searched; /* a search that found nothing is verified */
};

static int first_byte(const char *s)
{
	unsigned char c = (unsigned char)*s;
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static void index_phrases(struct worn *w, const struct overclaim_language *language)
{
	const struct overclaim_phrase *phrases = language->phrases.v;
	for (size_t i = 0; i < language->phrases.n; i++)
		for (size_t k = 0; k < phrases[i].phrases.n; k++) {
			struct phrase *phrase = arena_alloc(w->sheet->arena, sizeof *phrase);
			int byte = first_byte(phrases[i].phrases.v[k]);
			const char *words = phrases[i].phrases.v[k], *gap = strstr(words, "{n}");
			*phrase = (struct phrase){words, gap ? gap + 3 : NULL, &phrases[i], w->by_byte[byte]};
			if (gap)
				phrase->words = arena_ndup(w->sheet->arena, words, (size_t)(gap - words));
			w->by_byte[byte] = phrase;
		}
}

static bool has_search(const struct matter *matter)
{
	for (size_t i = 0; i < matter->nfacts; i++) {
		const struct matter_fact *f = &matter->facts[i];
		if (matter_proved(f) && f->kind == STORY_DATA && f->value.number == STORY_NOT_INVOLVED && f->proof.over)
			return true;
	}
	return false;
}

/* ---- finding ---- */

/* Where the phrase that begins at `at` ends; 0 when it does not stand there. "{n}" is a number right there. */
static size_t match(const struct worn *w, size_t at, const struct phrase *phrase)
{
	const struct prose *prose = w->sheet->prose;
	struct numeral number;
	size_t to = sheet_match(w->sheet, at, prose->len, phrase->words);
	if (!to || !phrase->number)
		return to;
	size_t most = prose->len > to + FARTHEST ? to + FARTHEST : prose->len;
	if (!numeral_next(prose->text, most, to, &number) || number.core > to + 4)
		return 0;
	return *phrase->number ? sheet_match(w->sheet, number.end, prose->len, phrase->number) : number.end;
}

/* ---- what has earned its place ---- */

static bool names_unknown(const struct worn *w, size_t sentence)
{
	const struct sheet *s = w->sheet;
	const struct prose *prose = s->prose;
	size_t last = sentence + 1 < prose->nsentences ? sentence + 1 : sentence;
	const struct prose_sentence *from = &prose->sentences[sentence], *to = &prose->sentences[last];
	size_t len = to->to - from->from;
	struct likeness_words said =
	    likeness_words(prose->text + from->from, len < LOOKED_AT ? len : LOOKED_AT, s->lang, s->arena);
	for (size_t i = 0; i < w->nunknown; i++)
		if (likeness_part(&w->unknown[i], &said) >= NAMED)
			return true;
	return false;
}

static void collect_unknown(struct worn *w)
{
	const struct sheet *s = w->sheet;
	for (size_t i = 0; i < s->matter->nfacts; i++) {
		const struct matter_fact *f = &s->matter->facts[i];
		const char *label = matter_proved(f) ? NULL : yml_in(f->label, s->lang);
		if (label)
			*(struct likeness_words *)arena_push(s->arena, &w->unknown, &w->nunknown, sizeof *w->unknown) =
			    likeness_words(label, strlen(label), s->lang, s->arena);
	}
}

static bool passes(const struct worn *w, const struct overclaim_phrase *phrase, size_t at)
{
	if (phrase->unless == OVERCLAIM_SEARCH)
		return w->searched;
	return phrase->unless == OVERCLAIM_UNKNOWN && names_unknown(w, prose_sentence(w->sheet->prose, at));
}

/* The end of the longest phrase at `at` that was told or passed; `at` when none stands there. */
static size_t check_at(struct worn *w, size_t at)
{
	const struct prose *prose = w->sheet->prose;
	const struct overclaim_phrase *found = NULL;
	size_t end = at;
	for (const struct phrase *p = w->by_byte[first_byte(prose->text + at)]; p; p = p->next) {
		size_t to = match(w, at, p);
		if (to > end) {
			end = to;
			found = p->of;
		}
	}
	if (found && !w->sheet->marks[at] && !passes(w, found, at)) {
		diag_warn(w->sheet->diags, prose_place(prose, at), "\"%s\": %s", sheet_quote(w->sheet, at, end),
		          found->why);
		diag_hint(w->sheet->diags, "%s", found->instead);
	}
	return end;
}

void worn_check(struct sheet *sheet, const struct overclaim_language *language)
{
	struct worn w = {.sheet = sheet};
	if (!language)
		return;
	index_phrases(&w, language);
	collect_unknown(&w);
	w.searched = has_search(sheet->matter);
	for (size_t at = 0; at < sheet->prose->len;) {
		size_t end = check_at(&w, at);
		at = end > at ? end : at + 1;
	}
}
