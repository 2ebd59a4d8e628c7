#include "desk/kinds.h"

#include <string.h>

enum { LABEL = 60, VERY = 90, LONGEST = 600 };

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool kinds_says(const struct sheet *sheet, size_t from, size_t to, const struct shape_texts *words, size_t *at,
                size_t *end)
{
	const char *text = sheet->prose->text;
	bool begins[256] = {false};
	for (size_t i = 0; i < words->n; i++)
		begins[(unsigned char)lower(*words->v[i])] = true;
	for (*at = from; *at < to; ++*at)
		for (size_t i = 0; begins[(unsigned char)lower(text[*at])] && i < words->n; i++)
			if ((*end = sheet_match(sheet, *at, to, words->v[i])) != 0)
				return true;
	return false;
}

static struct likeness_words words_of(const struct kinds *kinds, const char *text)
{
	if (!text)
		return (struct likeness_words){0};
	return likeness_words(text, strlen(text), kinds->sheet->lang, kinds->sheet->arena);
}

static const char *searched_of(const struct kinds *kinds, const struct matter_fact *fact)
{
	const struct yml *given = fact->proof.words ? yml_get(fact->proof.words, "against") : NULL;
	return given ? yml_in(given, kinds->sheet->lang) : fact->proof.source;
}

void kinds_open(struct kinds *kinds, const struct sheet *sheet, const struct overclaim_language *language,
                const struct advice *advice)
{
	const struct matter *matter = sheet->matter;
	size_t n = matter->nfacts + 1;
	*kinds = (struct kinds){.sheet = sheet, .language = language, .advice = advice};
	kinds->labels = arena_alloc(sheet->arena, n * sizeof *kinds->labels);
	kinds->searched = arena_alloc(sheet->arena, n * sizeof *kinds->searched);
	kinds->named = arena_alloc(sheet->arena, n * sizeof *kinds->named);
	for (size_t i = 0; i < matter->nfacts; i++) {
		const struct matter_fact *f = &matter->facts[i];
		bool data = f->kind == STORY_DATA;
		kinds->labels[i] = words_of(kinds, data && f->label ? yml_in(f->label, sheet->lang) : NULL);
		kinds->searched[i] = words_of(kinds, data && matter_proved(f) ? searched_of(kinds, f) : NULL);
	}
}

/* Labels that are wholly there are meant by themselves, not as one of their kind. */
static bool find_labels(struct kinds *kinds, const struct likeness_words *said, int least)
{
	bool found = false;
	for (size_t i = 0; i < kinds->sheet->matter->nfacts; i++)
		if (kinds->labels[i].n > 1 && likeness_part(&kinds->labels[i], said) >= least)
			found = kinds->named[i] = true;
	return found;
}

static bool name_category(struct kinds *kinds, const char *category)
{
	const struct matter *matter = kinds->sheet->matter;
	bool all = strcmp(category, "all") == 0, found = false;
	for (size_t i = 0; i < matter->nfacts; i++) {
		const struct matter_fact *f = &matter->facts[i];
		if (f->kind == STORY_DATA && (all || (f->category && strcmp(f->category, category) == 0)))
			found = kinds->named[i] = true;
	}
	kinds->all = kinds->all || all;
	if (!found)
		kinds->unknown = category;
	return true;
}

static bool find_categories(struct kinds *kinds, size_t from, size_t to)
{
	const struct overclaim_kind *known = kinds->language->kinds.v;
	const struct advice_category *categories = kinds->advice ? kinds->advice->categories.v : NULL;
	bool found = false;
	size_t at, end;
	for (size_t i = 0; i < kinds->language->kinds.n; i++)
		if (!(found && strcmp(known[i].entry.id, "all") == 0) &&
		    kinds_says(kinds->sheet, from, to, &known[i].names, &at, &end))
			found = name_category(kinds, known[i].entry.id);
	for (size_t i = 0; kinds->advice && i < kinds->advice->categories.n; i++) {
		const char *name = yml_in(categories[i].name, kinds->sheet->lang);
		struct shape_texts one = {&name, 1};
		if (name && kinds_says(kinds->sheet, from, to, &one, &at, &end))
			found = name_category(kinds, categories[i].entry.id);
	}
	return found;
}

bool kinds_find(struct kinds *kinds, size_t from, size_t to)
{
	const struct sheet *s = kinds->sheet;
	size_t len = to - from < LONGEST ? to - from : LONGEST;
	struct likeness_words said = likeness_words(s->prose->text + from, len, s->lang, s->arena);
	memset(kinds->named, 0, (s->matter->nfacts + 1) * sizeof *kinds->named);
	kinds->unknown = NULL;
	kinds->all = false;
	/* pairs of characters are shared by chance: a date has those of a birth date */
	return find_labels(kinds, &said, VERY) || find_categories(kinds, from, to) ||
	       (!said.pairs && find_labels(kinds, &said, LABEL));
}
