#include "desk/check_truth.h"

#include "desk/check_code.h"
#include "exercise/hook.h"

#include <string.h>

enum { FAILURES = 50 }; /* a hostile file has thousands of loops without an end */

struct look {
	const struct world *world;
	struct diags *diags;
};

static bool is_true(const struct fact *fact, const struct effect *effect)
{
	if (fact->kind == STORY_TEXT)
		return !fact->truth_text || !effect->text || strcmp(fact->truth_text, effect->text) == 0;
	return fact->truth == SHAPE_UNSET || fact->truth == effect->value;
}

static const char *words_of(const struct fact *fact, int32_t value, const char *text, char room[64])
{
	return fact->kind == STORY_TEXT ? text : fact_words(fact, value, room);
}

/* `map` is the `verifies` as written; NULL: the effects came of a function that stands at `place`. */
static void look_at(const struct look *l, const struct effects *effects, const struct yml *map, struct diag_place place)
{
	char is[64], proved[64];
	for (size_t i = 0; i < effects->n; i++) {
		const struct effect *effect = &effects->v[i];
		const struct fact *fact = effect->kind == EFFECT_VERIFY ? &l->world->story->facts[effect->ref] : NULL;
		if (!fact || is_true(fact, effect))
			continue;
		check_code_tell(l->diags, "fact-untrue", map ? shape_place(map, fact->entry.id) : place,
		                "this verifies \"%s\" as %s, and its `truth` is %s", fact->entry.id,
		                words_of(fact, effect->value, effect->text, proved),
		                words_of(fact, fact->truth, fact->truth_text, is));
	}
}

static void look_at_source(const struct look *l, const struct effects *effects, const struct effect_source *source)
{
	if (source->of[EFFECT_VERIFY])
		look_at(l, effects, source->of[EFFECT_VERIFY], (struct diag_place){NULL, 0, 0});
}

static void look_at_decision(const struct look *l, const struct story_decision *decision)
{
	for (int i = 0; i < (int)decision->options.n; i++)
		look_at_source(l, &story_option_at(decision, i)->effects, &story_option_at(decision, i)->source);
	look_at_source(l, &decision->late.effects, &decision->late.source);
}

/* ---- functions ---- */

static const struct yml *run_at(const struct effect_source *source, const char *name)
{
	const struct yml *run = source->of[EFFECT_RUN];
	return run && run->text && strcmp(run->text, name) == 0 ? run : NULL;
}

/* The `run` of that name where the scenario writes it; NULL: it is a `when`. */
static const struct yml *find_run(const struct story *story, const char *name)
{
	const struct yml *found = NULL;
	for (size_t i = 0; i < story->nitems && !found; i++)
		found = run_at(&story->items[i].source, name);
	for (size_t i = 0; i < story->ndecisions && !found; i++) {
		const struct story_decision *decision = &story->decisions[i];
		for (int k = 0; k < (int)decision->options.n && !found; k++)
			found = run_at(&story_option_at(decision, k)->source, name);
		found = found ? found : run_at(&decision->late.source, name);
	}
	return found;
}

/* One that fails is told by check_hooks. */
static void look_at_functions(const struct look *l, struct scenario *scenario)
{
	const struct shape_texts *hooks = &l->world->story->hooks;
	struct arena *arena = arena_new();
	struct state state;
	int failures = 0;
	state_init(&state, l->world);
	for (size_t i = 0; i < hooks->n && failures < FAILURES; i++) {
		const struct hook hook = {.scenario = scenario, .state = &state, .item = hooks->v[i], .number = (int)i};
		const struct yml *run = find_run(l->world->story, hooks->v[i]);
		char fault[HOOK_FAULT];
		if (!run)
			continue;
		struct effects effects = hook_run(&hook, arena, fault);
		look_at(l, &effects, NULL, run->place);
		failures += *fault != '\0';
	}
	state_free(&state);
	arena_free(arena);
}

void check_truth(const struct world *world, struct scenario *scenario, struct diags *diags)
{
	const struct look look = {world, diags};
	for (size_t i = 0; i < world->story->nitems; i++)
		if (world->story->items[i].kind != STORY_LAND)
			look_at_source(&look, &world->story->items[i].effects, &world->story->items[i].source);
	for (size_t i = 0; i < world->story->ndecisions; i++)
		look_at_decision(&look, &world->story->decisions[i]);
	look_at_functions(&look, scenario);
}
