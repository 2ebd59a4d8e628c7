#include "desk/kinds.h"

#include "base/ascii.h"

#include <string.h>

enum { LABEL = 60, VERY = 90, LONGEST = 600 };

bool kinds_says(const struct sheet *sheet, size_t from, size_t to, const struct shape_texts *words, size_t *at,
                size_t *end)
{
	const char *text = sheet->prose->text;
	uint64_t begins[4] = {0}; /* a bit for each byte */
	for (size_t i = 0; i < words->n; i++) {
		unsigned char first = (unsigned char)ascii_lower(*words->v[i]);
		begins[first / 64] |= UINT64_C(1) << first % 64;
	}
	for (*at = from; *at < to; ++*at) {
		unsigned char first = (unsigned char)ascii_lower(text[*at]);
		if (!(begins[first / 64] >> first % 64 & 1) || sheet_inside_word(sheet, *at))
			continue;
		for (size_t i = 0; i < words->n; i++)
			if (sheet_may_begin(text + *at, words->v[i]) &&
			    (*end = sheet_match(sheet, *at, to, words->v[i])) != 0)
				return true;
	}
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

static void add_name(struct kinds *kinds, const char *category, const char *name)
{
	const struct kinds_name **first = &kinds->by_byte[(unsigned char)ascii_lower(*name)];
	struct kinds_name *added = arena_alloc(kinds->sheet->arena, sizeof *added);
	*added = (struct kinds_name){category, name, *first};
	*first = added;
}

static void add_names(struct kinds *kinds)
{
	const struct overclaim_kind *known = kinds->language->kinds.v;
	const struct advice_category *categories = kinds->advice ? kinds->advice->categories.v : NULL;
	for (size_t i = 0; i < kinds->language->kinds.n; i++)
		for (size_t k = 0; k < known[i].names.n; k++)
			add_name(kinds, known[i].entry.id, known[i].names.v[k]);
	for (size_t i = 0; kinds->advice && i < kinds->advice->categories.n; i++) {
		const char *name = yml_in(categories[i].name, kinds->sheet->lang);
		if (name)
			add_name(kinds, categories[i].entry.id, name);
	}
}

void kinds_open(struct kinds *kinds, const struct sheet *sheet, const struct overclaim_language *language,
                const struct advice *advice)
{
	const struct matter *matter = sheet->matter;
	size_t n = matter->nfacts + 1;
	*kinds = (struct kinds){.sheet = sheet, .language = language, .advice = advice};
	add_names(kinds);
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

/* ---- finding ---- */

/* Labels that are wholly there are meant by themselves, not as one of their kind. */
static bool find_labels(struct kinds *kinds, const struct likeness_words *said, int least)
{
	bool found = false;
	for (size_t i = 0; i < kinds->sheet->matter->nfacts; i++)
		if (kinds->labels[i].n > 1 && likeness_part(&kinds->labels[i], said) >= least)
			found = kinds->named[i] = true;
	return found;
}

/* Whether a label that was found is of that category: then it is meant, and not its kind. */
static bool is_labelled(const struct kinds *kinds, const char *category)
{
	const struct matter *matter = kinds->sheet->matter;
	for (size_t i = 0; i < matter->nfacts; i++)
		if (kinds->named[i] && matter->facts[i].category && strcmp(matter->facts[i].category, category) == 0)
			return true;
	return false;
}

static void name_category(struct kinds *kinds, const char *category)
{
	const struct matter *matter = kinds->sheet->matter;
	bool found = false;
	for (size_t i = 0; i < matter->nfacts; i++) {
		const struct matter_fact *f = &matter->facts[i];
		if (f->kind == STORY_DATA && (kinds->all || (f->category && strcmp(f->category, category) == 0)))
			found = kinds->named[i] = true;
	}
	if (!found)
		kinds->unknown = category;
}

/* The next kind's name at or after `*at`, which is moved there, the longest of those that begin there, and its end;
 * NULL. */
static const struct kinds_name *next_name(const struct kinds *kinds, size_t *at, size_t to, size_t *end)
{
	const struct sheet *s = kinds->sheet;
	const struct kinds_name *found = NULL;
	for (; *at < to && !found; *at += !found) {
		const struct kinds_name *name = kinds->by_byte[(unsigned char)ascii_lower(s->prose->text[*at])];
		*end = 0;
		for (; name && !sheet_inside_word(s, *at); name = name->next) {
			size_t behind =
			    sheet_may_begin(s->prose->text + *at, name->name) ? sheet_match(s, *at, to, name->name) : 0;
			found = behind > *end ? name : found;
			*end = behind > *end ? behind : *end;
		}
	}
	return found;
}

/* "Email addresses" are no addresses: a name inside of another is none, and "other" is no kind of data. */
static bool find_categories(struct kinds *kinds, size_t from, size_t to)
{
	const char *last = NULL;
	bool found = false;
	size_t end = from;
	for (const struct kinds_name *n; from = end, (n = next_name(kinds, &from, to, &end)) != NULL;) {
		bool all = strcmp(n->category, "all") == 0;
		kinds->all = kinds->all || all;
		if (all || strcmp(n->category, "other") == 0 || (last && strcmp(last, n->category) == 0))
			continue;
		last = n->category;
		found = true;
		if (!is_labelled(kinds, n->category))
			name_category(kinds, n->category);
	}
	return found;
}

bool kinds_names(const struct kinds *kinds, size_t from, size_t to)
{
	size_t end = from;
	const struct kinds_name *name;
	while ((name = next_name(kinds, &from, to, &end)) != NULL && strcmp(name->category, "other") == 0)
		from = end;
	return name != NULL;
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
	bool found = find_labels(kinds, &said, VERY);
	found = find_categories(kinds, from, to) || found;
	/* data as such is meant only where no kind of it is */
	kinds->all = kinds->all && !found;
	if (kinds->all)
		name_category(kinds, "all");
	return found || kinds->all || (!said.pairs && find_labels(kinds, &said, LABEL));
}
