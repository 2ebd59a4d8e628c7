#include "desk/check_reach.h"

#include "content/hookscan.h"
#include "content/hookshape.h"
#include "content/texts.h"
#include "desk/check_code.h"
#include "desk/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What comes in one cut of a story, whatever is chosen and whichever conditions hold. */
struct reach {
	const struct world *world;
	const struct shape_texts *words; /* of functions, a list a source, as many as sources */
	size_t nwords;
	struct hookshape unwritten; /* what functions may do by ids that are not among the words */
	bool core;                  /* what is extra is left out */
	bool *items, *decisions;
	bool grew;
};

static bool named(const struct reach *r, const char *id)
{
	for (size_t i = 0; i < r->nwords; i++)
		if (texts_sorted_have(&r->words[i], id))
			return true;
	return false;
}

static void mark(struct reach *r, bool *reached)
{
	r->grew |= !*reached;
	*reached = true;
}

static void follow(struct reach *r, const struct effects *effects)
{
	const struct story *story = r->world->story;
	for (size_t i = 0; i < effects->n; i++) {
		const struct effect *effect = &effects->v[i];
		if (effect->kind == EFFECT_DELIVER && !(r->core && story->items[effect->ref].extra))
			mark(r, &r->items[effect->ref]);
		if (effect->kind == EFFECT_OPEN && !(r->core && story->decisions[effect->ref].extra))
			mark(r, &r->decisions[effect->ref]);
	}
}

static void follow_item(struct reach *r, int number)
{
	const struct story_item *item = &r->world->story->items[number];
	if ((r->core && item->extra) || item->kind == STORY_LAND)
		return;
	if (item->kind != STORY_INJECT || item->at != SHAPE_UNSET || item->by != SHAPE_UNSET ||
	    (item->after_item != NAMES_NONE && r->items[item->after_item]) || r->unwritten.brings ||
	    named(r, names_id(&r->world->names, NAMES_ITEM, number)))
		mark(r, &r->items[number]);
	if (r->items[number])
		follow(r, &item->effects);
}

static void follow_decision(struct reach *r, int number)
{
	const struct story_decision *decision = &r->world->story->decisions[number];
	if (r->core && decision->extra)
		return;
	if (r->unwritten.brings || named(r, names_id(&r->world->names, NAMES_DECISION, number)))
		mark(r, &r->decisions[number]);
	if (!r->decisions[number])
		return;
	for (int i = 0; i < (int)decision->options.n; i++)
		follow(r, &story_option_at(decision, i)->effects);
	follow(r, &decision->late.effects);
}

static void fill(struct reach *r, struct arena *arena, bool core)
{
	const struct story *story = r->world->story;
	r->core = core;
	r->items = arena_alloc(arena, story->nitems * sizeof *r->items);
	r->decisions = arena_alloc(arena, story->ndecisions * sizeof *r->decisions);
	do {
		r->grew = false;
		for (size_t i = 0; i < story->nitems; i++)
			follow_item(r, (int)i);
		for (size_t i = 0; i < story->ndecisions; i++)
			follow_decision(r, (int)i);
	} while (r->grew);
}

/* What never comes ------------------------------------------------------------------------------------------------ */

static void tell_items(const struct reach *all, const struct reach *core, struct diags *diags)
{
	const struct story *story = all->world->story;
	for (size_t i = 0; i < story->nitems; i++) {
		const struct story_item *item = &story->items[i];
		struct diag_place place = item->entry.node->place;
		if (item->kind != STORY_INJECT)
			continue;
		if (!all->items[i] && item->after)
			check_code_tell(diags, "never-delivered", shape_place(item->entry.node, "after"),
			                "\"%s\" never comes: it waits for \"%s\", which never comes either",
			                item->entry.id, item->after);
		else if (!all->items[i])
			check_code_tell(diags, "never-delivered", place,
			                "\"%s\" never comes: it has no time, and nothing delivers it", item->entry.id);
		else if (!item->extra && !core->items[i])
			check_code_tell(diags, "core-unreached", place,
			                "\"%s\" is core, and comes only by something extra", item->entry.id);
	}
}

static void tell_decisions(const struct reach *all, const struct reach *core, struct diags *diags)
{
	const struct story *story = all->world->story;
	for (size_t i = 0; i < story->ndecisions; i++) {
		const struct story_decision *decision = &story->decisions[i];
		if (!all->decisions[i])
			check_code_tell(diags, "never-opened", decision->entry.node->place, "nothing ever asks \"%s\"",
			                decision->entry.id);
		else if (!decision->extra && !core->decisions[i])
			check_code_tell(diags, "core-unreached", decision->entry.node->place,
			                "\"%s\" is core, and is asked only by something extra", decision->entry.id);
	}
}

/* What nobody looks at, what nobody can know ---------------------------------------------------------------------- */

/* A variable's struct has no room for its place; its declaration knows it. */
static struct diag_place place_of(const struct world *world, const char *kind, const char *id)
{
	for (size_t i = 0; i < world->declarations->n; i++) {
		const struct yml *row = world->declarations->pairs[i].value;
		const struct yml *is = yml_get(row, "kind"), *called = yml_get(row, "id");
		if (is && called && strcmp(is->text, kind) == 0 && strcmp(called->text, id) == 0)
			return yml_get(row, "body") ? yml_get(row, "body")->place : row->place;
	}
	return world->story->place;
}

static void tell_variables(const struct reach *r, struct diags *diags)
{
	for (size_t i = 0; i < r->world->story->nvars; i++) {
		const char *id = r->world->story->vars[i].id;
		if (!r->unwritten.reads && !named(r, id))
			check_code_tell(diags, "variable-unread", place_of(r->world, "var", id),
			                "no function ever reads \"%s\"", id);
	}
}

static bool verified_by(const struct world *world, int fact)
{
	const struct story *story = world->story;
	for (size_t i = 0; i < story->nitems; i++)
		if (plan_has(&story->items[i].effects, EFFECT_VERIFY, fact))
			return true;
	for (size_t i = 0; i < story->ndecisions; i++) {
		const struct story_decision *decision = &story->decisions[i];
		for (int k = 0; k < (int)decision->options.n; k++)
			if (plan_has(&story_option_at(decision, k)->effects, EFFECT_VERIFY, fact))
				return true;
		if (plan_has(&decision->late.effects, EFFECT_VERIFY, fact))
			return true;
	}
	return false;
}

static bool says(const struct story *story, const char *word)
{
	for (size_t i = 0; i < story->nitems; i++) {
		const struct story_item *item = &story->items[i];
		if ((item->text && strstr(item->text, word)) || (item->read_aloud && strstr(item->read_aloud, word)) ||
		    (item->subject && strstr(item->subject, word)))
			return true;
	}
	return false;
}

/* Whether messages say every word of it that has a digit; a text without any is a conclusion, and anybody's. */
static bool told(const struct story *story, const char *truth)
{
	static const char blanks[] = " \t\n,;()";
	char word[64];
	for (const char *at = truth + strspn(truth, blanks); *at; at += strspn(at, blanks)) {
		size_t len = strcspn(at, blanks);
		snprintf(word, sizeof word, "%.*s", (int)(len < sizeof word ? len : 0), at);
		at += len;
		if (strpbrk(word, "0123456789") && !says(story, word))
			return false;
	}
	return true;
}

/* A moment is verified by logging it when it comes, a number or a text by reading it in a message. */
static bool can_be_known(const struct story *story, const struct fact *fact)
{
	char words[64], plain[16];
	if (fact->kind == STORY_TIME)
		return true;
	if (fact->kind == STORY_TEXT)
		return told(story, fact->truth_text);
	if (fact->kind == STORY_DATA)
		return false;
	fact_words(fact, fact->truth, words);
	words[strcspn(words, " ")] = '\0';
	snprintf(plain, sizeof plain, "%d", (int)fact->truth);
	return says(story, words) || says(story, plain);
}

static void tell_facts(const struct reach *r, struct diags *diags)
{
	const struct story *story = r->world->story;
	for (size_t i = 0; i < story->nfacts; i++) {
		const struct fact *fact = &story->facts[i];
		if (!verified_by(r->world, (int)i) && !r->unwritten.verifies && !named(r, fact->entry.id) &&
		    !can_be_known(story, fact))
			check_code_tell(diags, "fact-unverifiable", place_of(r->world, "fact", fact->entry.id),
			                "nothing in the story lets anybody verify \"%s\"", fact->entry.id);
	}
}

/* A file of the world's, the scenario first. */
static void read_functions(struct reach *r, struct shape_texts *words, const struct file *file, struct arena *arena)
{
	struct hookshape shape = hookshape_of(file);
	words[r->nwords++] = hookscan_words(file, arena);
	r->unwritten.brings |= shape.brings;
	r->unwritten.reads |= shape.reads;
	r->unwritten.verifies |= shape.verifies;
}

void check_reach(const struct world *world, struct diags *diags)
{
	const struct world_sources *sources = &world->sources;
	struct arena *arena = arena_new();
	struct shape_texts *words = arena_alloc(arena, (sources->nincludes + 1) * sizeof *words);
	struct reach all = {.world = world, .words = words}, core;
	read_functions(&all, words, &sources->scenario, arena);
	for (size_t i = 0; i < sources->nincludes; i++)
		read_functions(&all, words, &sources->includes[i], arena);
	core = all;
	fill(&all, arena, false);
	fill(&core, arena, true);
	tell_items(&all, &core, diags);
	tell_decisions(&all, &core, diags);
	tell_variables(&all, diags);
	tell_facts(&all, diags);
	arena_free(arena);
}
