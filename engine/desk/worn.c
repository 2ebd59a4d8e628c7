#include "desk/worn.h"

#include "base/numeral.h"
#include "desk/kinds.h"

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
	const struct overclaim_language *language;
	struct phrase *by_byte[FIRST_BYTES];
	struct likeness_words *unknown; /* labels of what is not verified */
	size_t nunknown;
	struct kinds kinds;
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

/* ---- finding ---- */

/* Where the phrase that begins at `at` ends; 0 when it does not stand there. "{n}" is a number right there. */
static size_t match(const struct worn *w, size_t at, const struct phrase *phrase)
{
	const struct prose *prose = w->sheet->prose;
	struct numeral number;
	size_t to = 0;
	if (sheet_may_begin(prose->text + at, phrase->words))
		to = sheet_match(w->sheet, at, prose->len, phrase->words);
	if (!to || !phrase->number)
		return to;
	size_t most = prose->len > to + FARTHEST ? to + FARTHEST : prose->len;
	if (!numeral_next(prose->text, most, to, &number) || number.core > to + 4)
		return 0;
	return *phrase->number ? sheet_match(w->sheet, number.end, prose->len, phrase->number) : number.end;
}

/* ---- what has earned its place ---- */

static bool names_unknown(struct worn *w, size_t sentence)
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
	for (size_t i = 0; kinds_find(&w->kinds, from->from, to->to) && i < s->matter->nfacts; i++)
		if (w->kinds.named[i] && !w->kinds.all && !matter_proved(&s->matter->facts[i]))
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

/* What was never held needs no search. */
static bool is_search(const struct matter_fact *fact)
{
	bool data = matter_proved(fact) && fact->kind == STORY_DATA;
	return data &&
	       (fact->value.number == STORY_NOT_HELD || (fact->value.number == STORY_NOT_INVOLVED && fact->proof.over));
}

/* Marks the facts that a sentence speaks of: by a kind of data, else by what was searched; false when by neither. */
static bool find_searched(struct worn *w, const struct prose_sentence *sentence)
{
	const struct sheet *s = w->sheet;
	size_t len = sentence->to - sentence->from;
	bool found = kinds_find(&w->kinds, sentence->from, sentence->to);
	if (found && !w->kinds.all)
		return true;
	struct likeness_words said =
	    likeness_words(s->prose->text + sentence->from, len < LOOKED_AT ? len : LOOKED_AT, s->lang, s->arena);
	found = false;
	for (size_t i = 0; i < s->matter->nfacts; i++) {
		w->kinds.named[i] = w->kinds.searched[i].n > 1 && likeness_part(&w->kinds.searched[i], &said) >= NAMED;
		found = found || w->kinds.named[i];
	}
	return found;
}

static void note(const struct worn *w, size_t at, const char *by, const char *proof)
{
	sheet_note(w->sheet, at, "passes by %s, %s", by, proof);
}

static bool was_done(const struct worn *w, const struct shape_texts *actions, size_t at)
{
	const struct matter *m = w->sheet->matter;
	for (size_t i = 0; i < m->ndeeds; i++)
		for (size_t k = 0; k < actions->n; k++) {
			const char *id = names_id(&m->world->names, NAMES_ACTION, m->deeds[i].action);
			if (strcmp(id, actions->v[k]) != 0)
				continue;
			note(w, at, id, sheet_proof(w->sheet, &m->deeds[i].proof, "logged"));
			return true;
		}
	return false;
}

/* Everything that it speaks of must have been searched; where it speaks of nothing in particular, for what it says. */
static bool was_searched(struct worn *w, const struct overclaim_phrase *phrase, size_t at)
{
	const struct prose *prose = w->sheet->prose;
	const struct matter *m = w->sheet->matter;
	const struct matter_fact *by = NULL;
	if (!find_searched(w, &prose->sentences[prose_sentence(prose, at)]))
		return was_done(w, &phrase->searches, at);
	for (size_t i = 0; i < m->nfacts; i++) {
		if (w->kinds.named[i] && !is_search(&m->facts[i]))
			return false;
		by = w->kinds.named[i] ? &m->facts[i] : by;
	}
	if (!by || w->kinds.unknown)
		return false;
	note(w, at, by->id, sheet_proof(w->sheet, &by->proof, "verified"));
	return true;
}

/* "When our investigation is complete, we will write again"; "he says that it is deleted; we cannot verify it". */
static bool has_near(const struct worn *w, size_t at, const struct shape_texts *words)
{
	const struct prose_sentence *s = &w->sheet->prose->sentences[prose_sentence(w->sheet->prose, at)];
	size_t from = at > s->from + LOOKED_AT ? at - LOOKED_AT : s->from, found, end;
	size_t to = s->to > at + LOOKED_AT ? at + LOOKED_AT : s->to;
	return kinds_says(w->sheet, from, to, words, &found, &end);
}

static bool passes(struct worn *w, const struct overclaim_phrase *phrase, size_t at)
{
	switch (phrase->unless) {
	case OVERCLAIM_SEARCH:
		return was_searched(w, phrase, at);
	case OVERCLAIM_UNKNOWN:
		return names_unknown(w, prose_sentence(w->sheet->prose, at));
	case OVERCLAIM_LATER:
		return has_near(w, at, &w->language->promises);
	case OVERCLAIM_OPEN:
		return has_near(w, at, &w->language->open);
	default:
		return false;
	}
}

/* The end of the longest phrase at `at` that was told or passed; `at` when none stands there. */
static size_t check_at(struct worn *w, size_t at)
{
	const struct prose *prose = w->sheet->prose;
	const struct overclaim_phrase *found = NULL;
	size_t end = at;
	if (sheet_inside_word(w->sheet, at))
		return at;
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

void worn_check(struct sheet *sheet, const struct overclaim_language *language, const struct advice *advice)
{
	struct worn w = {.sheet = sheet, .language = language};
	if (!language)
		return;
	index_phrases(&w, language);
	collect_unknown(&w);
	kinds_open(&w.kinds, sheet, language, advice);
	for (size_t at = 0; at < sheet->prose->len;) {
		size_t end = check_at(&w, at);
		at = end > at ? end : at + 1;
	}
}
