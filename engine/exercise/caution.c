#include "exercise/caution.h"

#include "base/span.h"
#include "base/zone.h"
#include "content/heard.h"
#include "content/texts.h"

#include <stdlib.h>
#include <string.h>

static void tell(const struct caution *c, const char *words)
{
	texts_add_once(c->told, words, c->arena);
}

/* Promises ------------------------------------------------------------------------------------------------------- */

static void tell_broken(const struct caution *c)
{
	int64_t broken = heard_broken(c->matter, c->letter->kind);
	char at[ZONE_BUFFER];
	if (broken != MATTER_NEVER)
		tell(c, arena_printf(c->arena, "the next word was promised by %s, and none is on record since",
		                     zone_friendly(c->matter->zone, broken, at)));
}

void caution_promise(const struct caution *c, const struct setting_promise *next)
{
	char at[ZONE_BUFFER], span[SPAN_BUFFER];
	tell_broken(c);
	if (next->at == MATTER_NEVER)
		tell(c, arena_printf(c->arena, "it promises no next update: write next_update: %s",
		                     c->matter->recorded ? "under comms: in the playbook" : "in the facts file"));
	else if (!c->matter->recorded && next->after != SHAPE_UNSET)
		tell(c, arena_printf(c->arena,
		                     "it promises the next word by %s: your playbook's %s; next_update: in the "
		                     "facts file changes it",
		                     zone_friendly(c->matter->zone, next->at, at), span_format(next->after, span)));
}

/* Forms ---------------------------------------------------------------------------------------------------------- */

void caution_due(const struct caution *c)
{
	const struct regime *regime = setting_regime(c->matter, c->letter->regime);
	const struct matter_clock *clock = regime ? setting_clock(c->matter, regime, false) : NULL;
	if (!clock || clock->due != MATTER_NEVER)
		return;
	const char *moment = shape_moments[c->matter->world->deadlines[clock->deadline].moment];
	tell(c, arena_printf(c->arena,
	                     c->matter->recorded
	                         ? "it can't say by when it is due: that counts from moment %s, which nobody logged"
	                         : "it can't say by when it is due: that counts from moments: { %s: ... }, which "
	                           "the facts file lacks",
	                     moment));
}

/* Languages ------------------------------------------------------------------------------------------------------ */

static bool is_same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static int by_words(const void *a, const void *b)
{
	const struct voucher_foreign *x = a, *y = b;
	int order = strcmp(x->what, y->what);
	return order ? order : strcmp(x->key, y->key);
}

/* Those in one language, each once: "the label of rows, the label of where". */
static const char *names_of(const struct caution *c, const struct voucher_foreign *v, size_t n, const char *only)
{
	struct shape_texts names = {NULL, 0};
	for (size_t i = 0; i < n; i++)
		if (is_same(v[i].only, only))
			texts_add_once(&names, v[i].what, c->arena);
	return texts_joined(&names, c->arena);
}

/* In the same words for each language that lacks the same, so that they are told once. A record has a proof as it was
 * typed, and no place for other languages. */
static void tell_unsaid(const struct caution *c, const char *names, const char *key)
{
	const char *cure =
	    c->matter->recorded
	        ? ""
	        : arena_printf(c->arena, ". Write each in every language, as  %s: { en: ..., zh: ... }", key);
	tell(c,
	     arena_printf(c->arena, "worded in one language only, which may not be this notice's: %s%s", names, cure));
}

void caution_foreign(const struct caution *c, struct voucher_foreign *v, size_t n)
{
	if (n)
		qsort(v, n, sizeof *v, by_words);
	for (size_t i = 0; i < n; i++) {
		size_t first = 0;
		while (!is_same(v[first].only, v[i].only))
			first++;
		if (first < i)
			continue;
		const char *names = names_of(c, v, n, v[i].only);
		if (v[i].only)
			tell(c, arena_printf(c->arena, "worded in %s only: %s", v[i].only, names));
		else
			tell_unsaid(c, names, v[i].key);
	}
}
