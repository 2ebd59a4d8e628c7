#include "content/matter.h"

#include <string.h>

int matter_fact(const struct matter *matter, const char *id)
{
	for (size_t i = 0; i < matter->nfacts; i++)
		if (strcmp(matter->facts[i].id, id) == 0)
			return (int)i;
	return NAMES_NONE;
}

bool matter_proved(const struct matter_fact *fact)
{
	return fact->standing == MATTER_VERIFIED;
}

/* What a law asks for */

static bool says(const struct matter_fact *fact, const char *code)
{
	for (size_t i = 0; i < fact->says.n; i++)
		if (strcmp(fact->says.v[i], code) == 0)
			return true;
	return false;
}

static bool is_told(const struct matter *matter, const char *code)
{
	for (size_t i = 0; i < matter->nfacts; i++)
		if (matter_proved(&matter->facts[i]) && says(&matter->facts[i], code))
			return true;
	return false;
}

/* Confirmed data: what may come of it and what to do about it follow from its kind (advice). */
static bool is_involved(const struct matter *matter, const struct regime *regime)
{
	(void)regime;
	for (size_t i = 0; i < matter->nfacts; i++)
		if (matter_proved(&matter->facts[i]) && matter->facts[i].kind == STORY_DATA &&
		    matter->facts[i].value.number == STORY_INVOLVED)
			return true;
	return false;
}

static bool is_dated(const struct matter *matter, const struct regime *regime)
{
	(void)regime;
	return matter->moments[SHAPE_OCCURRED] != MATTER_NEVER;
}

static bool is_acted_on(const struct matter *matter, const struct regime *regime)
{
	(void)regime;
	return matter->ndeeds > 0;
}

static bool has_contact(const struct matter *matter, const struct regime *regime)
{
	(void)regime;
	return matter->contact != NULL;
}

static bool is_excused(const struct matter *matter, const struct regime *regime)
{
	for (size_t i = 0; i < matter->nclocks; i++)
		if (matter->clocks[i].reason && matter->world->deadlines[matter->clocks[i].deadline].regime == regime)
			return true;
	return false;
}

static bool has_history(const struct matter *matter, const struct regime *regime)
{
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		if (matter->moments[i] != MATTER_NEVER)
			return true;
	return is_acted_on(matter, regime);
}

static bool has_plan(const struct matter *matter, const struct regime *regime)
{
	(void)regime;
	return matter->nclocks > 0;
}

bool matter_has(const struct matter *matter, const char *code, const struct regime *regime)
{
	static const struct {
		const char *code;
		bool (*has)(const struct matter *, const struct regime *); /* besides a fact that says it */
	} others[] = {
	    {"WHEN", is_dated},   {"CAT", is_involved}, {"HARM", is_involved},
	    {"ACT", is_acted_on}, {"DO", is_involved},  {"CON", has_contact},
	    {"LATE", is_excused}, {"CHR", has_history}, {"PLAN", has_plan},
	};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(others[i].code, code) == 0 && others[i].has(matter, regime))
			return true;
	return is_told(matter, code);
}

/* What was said before */

static const struct vocabulary_notice *kind_of(const struct matter *matter, const char *kind)
{
	return vocabulary_notice(matter->world->vocabulary, names_find(&matter->world->names, NAMES_NOTICE, kind));
}

static bool share(const struct matter *matter, const char *one, const char *other)
{
	const struct vocabulary_notice *a = kind_of(matter, one), *b = kind_of(matter, other);
	return a && b && vocabulary_share(a, b);
}

int64_t matter_promise(const struct matter *matter, const char *kind)
{
	for (size_t i = matter->nwords; i-- > 0;)
		if (share(matter, matter->words[i].notice, kind))
			return matter->words[i].next > matter->now ? matter->words[i].next : MATTER_NEVER;
	return MATTER_NEVER;
}

/* A customer reads the website and the paper, too. */
static bool is_public(const struct vocabulary_notice *kind)
{
	const char *audience = kind ? kind->audience : "";
	return strcmp(audience, "customers") == 0 || strcmp(audience, "public") == 0 || strcmp(audience, "press") == 0;
}

bool matter_heard(const struct matter *matter, const struct matter_word *word, const char *kind)
{
	return share(matter, word->notice, kind) ||
	       (is_public(kind_of(matter, word->notice)) && is_public(kind_of(matter, kind)));
}

/* A notice goes out in several languages at once: the newest turn is taken, and its own language there. */
const struct matter_word *matter_previous(const struct matter *matter, const char *kind, const char *lang)
{
	const struct matter_word *found = NULL;
	for (size_t i = matter->nwords; i-- > 0;) {
		const struct matter_word *word = &matter->words[i];
		if (!matter_heard(matter, word, kind) || (found && word->at != found->at))
			continue;
		if (strcmp(word->lang, lang) == 0)
			return word;
		found = found ? found : word;
	}
	return found;
}
