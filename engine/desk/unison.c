#include "desk/unison.h"

#include "base/numeral.h"
#include "content/texts.h"

#include <stdio.h>
#include <string.h>

enum { FEW = 6, KEY = 32 };

struct choir {
	const struct world *world;
	const struct statement *v;
	size_t n;
	const struct phrases *phrases;
	struct arena *arena;
	struct text text;
};

static enum fact_kind kind_of(const struct choir *c, const struct statement_value *v)
{
	return (enum fact_kind)c->world->story->facts[v->fact].kind;
}

static bool is_named(const struct statement_value *v)
{
	return v->fact != NAMES_NONE || v->action != NAMES_NONE || v->moment != NAMES_NONE;
}

/* Two numbers are the same in any script; of other words nobody can tell. */
static bool same_words(const struct statement_value *a, const struct statement_value *b)
{
	struct numeral x, y;
	bool one = numeral_next(a->text, strlen(a->text), 0, &x), other = numeral_next(b->text, strlen(b->text), 0, &y);
	return one && other ? x.milli == y.milli : one == other;
}

static bool same_subject(const struct statement_value *a, const struct statement_value *b)
{
	return a->fact == b->fact && a->action == b->action && a->moment == b->moment;
}

/* A count may be named by another fact of the same number: what matters is the number. */
static bool same(const struct choir *c, const struct statement_value *a, const struct statement_value *b)
{
	if (a->fact != NAMES_NONE && b->fact != NAMES_NONE && kind_of(c, a) == STORY_COUNT &&
	    kind_of(c, b) == STORY_COUNT)
		return a->value == b->value;
	return same_subject(a, b) && a->value == b->value && (is_named(a) || same_words(a, b));
}

static bool says(const struct choir *c, const struct statement *s, const struct statement_value *v)
{
	for (size_t i = 0; i < s->nvalues; i++)
		if (same(c, &s->values[i], v))
			return true;
	return false;
}

static bool says_otherwise(const struct statement *s, const struct statement_value *v)
{
	for (size_t i = 0; i < s->nvalues; i++)
		if (is_named(v) && same_subject(&s->values[i], v) && s->values[i].value != v->value)
			return true;
	return false;
}

/* Whether its absence can be told: a text is worded as each language has it, a kind of data has no number, and a time
 * may be read as another record's. */
static bool is_missed(const struct choir *c, const struct statement_value *v)
{
	if (v->fact != NAMES_NONE)
		return kind_of(c, v) == STORY_COUNT;
	return v->action != NAMES_NONE || (v->moment == NAMES_NONE && v->turn == 0);
}

static bool lacks(const struct choir *c, const struct statement *s, const struct statement_value *v)
{
	return !says(c, s, v) && (is_missed(c, v) || says_otherwise(s, v));
}

static bool told_before(const struct choir *c, size_t at, const struct statement_value *v)
{
	for (size_t i = 0; i < at; i++)
		if (says(c, &c->v[i], v))
			return true;
	for (const struct statement_value *before = c->v[at].values; before < v; before++)
		if (same(c, before, v))
			return true;
	return false;
}

static void add_language(const struct phrases *phrases, const char *lang, struct text *out)
{
	char key[KEY];
	snprintf(key, sizeof key, "language.%.8s", lang);
	if (phrase_has(phrases, key))
		phrase_say(phrases, key, NULL, out);
	else
		text_add(out, lang);
}

/* "Korean and Chinese": those that lack it, or those that do not. */
static const char *languages(struct choir *c, const struct statement_value *v, bool lacking)
{
	size_t found = 0, all = 0;
	for (size_t i = 0; i < c->n; i++)
		all += lacks(c, &c->v[i], v) == lacking;
	text_clear(&c->text);
	for (size_t i = 0; i < c->n; i++) {
		if (lacks(c, &c->v[i], v) != lacking)
			continue;
		text_add(&c->text, found == 0 ? "" : found + 1 == all ? " and " : ", ");
		add_language(c->phrases, c->v[i].lang, &c->text);
		found++;
	}
	return arena_ndup(c->arena, c->text.len ? c->text.data : "", c->text.len);
}

static void tell(struct choir *c, const struct statement_value *v, struct shape_texts *out)
{
	size_t with = 0, without = 0;
	for (size_t i = 0; i < c->n; i++)
		*(lacks(c, &c->v[i], v) ? &without : &with) += 1;
	const char *who = languages(c, v, false);
	texts_add(out,
	          arena_printf(c->arena, "%s say%s \"%s\"; %s %s not", who, with == 1 ? "s" : "", v->text,
	                       languages(c, v, true), without == 1 ? "does" : "do"),
	          c->arena);
}

static bool is_missing(const struct choir *c, const struct statement_value *v)
{
	for (size_t i = 0; i < c->n; i++)
		if (lacks(c, &c->v[i], v))
			return true;
	return false;
}

void unison_find(const struct world *world, const struct statement *statements, size_t n, const struct phrases *phrases,
                 struct arena *arena, struct shape_texts *out)
{
	struct choir c = {world, statements, n, phrases, arena, {0}};
	size_t found = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < statements[i].nvalues; k++) {
			const struct statement_value *v = &statements[i].values[k];
			if (!told_before(&c, i, v) && is_missing(&c, v) && found++ < FEW)
				tell(&c, v, out);
		}
	if (found > FEW)
		texts_add(out,
		          arena_printf(arena, "and %zu more value%s that not every language says", found - FEW,
		                       found - FEW == 1 ? "" : "s"),
		          arena);
	text_free(&c.text);
}

void unison_owed(const struct shape_texts *owed, const struct shape_texts *langs, const struct phrases *phrases,
                 struct arena *arena, struct shape_texts *out)
{
	struct text names = {0};
	for (size_t i = 0; i < owed->n; i++) {
		if (texts_have(langs, owed->v[i]))
			continue;
		text_add(&names, names.len ? ", " : "");
		add_language(phrases, owed->v[i], &names);
	}
	if (names.len)
		texts_add(out,
		          arena_printf(arena,
		                       "what is wrong went out in %s, too: its readers need this in their language",
		                       names.data),
		          arena);
	text_free(&names);
}
