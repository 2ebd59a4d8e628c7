#include "content/matter.h"

#include "content/texts.h"

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

static int64_t filed(const struct matter *matter, int action)
{
	bool named;
	for (size_t i = 0; i < matter->nclocks; i++)
		if (matter->clocks[i].notified != MATTER_NEVER &&
		    world_files(matter->world, action, matter->clocks[i].deadline, &named))
			return matter->clocks[i].notified;
	return MATTER_NEVER;
}

static int64_t published(const struct matter *matter, const char *notice)
{
	for (size_t i = 0; notice && i < matter->nwords; i++)
		if (!matter->words[i].needless && strcmp(matter->words[i].notice, notice) == 0)
			return matter->words[i].at;
	return MATTER_NEVER;
}

int64_t matter_done(const struct matter *matter, int action)
{
	const struct vocabulary_action *a = vocabulary_action(matter->world->vocabulary, action);
	for (size_t i = 0; i < matter->ndeeds; i++)
		if (matter->deeds[i].action == action)
			return matter->deeds[i].at;
	int64_t at = filed(matter, action);
	at = at == MATTER_NEVER ? published(matter, a->notice) : at;
	return at == MATTER_NEVER && a->moment != SHAPE_UNSET ? matter->moments[a->moment] : at;
}

/* What a law asks for */

static bool is_told(const struct matter *matter, const char *code)
{
	for (size_t i = 0; i < matter->nfacts; i++)
		if (matter_proved(&matter->facts[i]) && texts_have(&matter->facts[i].says, code))
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
