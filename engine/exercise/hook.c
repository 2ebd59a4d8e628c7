#include "exercise/hook.h"

#include "base/clip.h"

static struct view view_of(const struct hook *hook)
{
	bool *row = hook->watch ? hook->watch->read + (size_t)hook->number * hook->state->count : NULL;
	return (struct view){.state = hook->state, .seed = hook->seed, .item = hook->item, .read = row};
}

/* Known to fail, without asking. */
static bool is_in_vain(const struct hook *hook, char fault[HOOK_FAULT])
{
	fault[0] = '\0';
	return !hook->scenario || (hook->watch && hook->watch->spends(hook->watch, hook, fault));
}

static void note_spent(const struct hook *hook, const char *fault)
{
	if (hook->watch && scenario_spent(hook->scenario))
		hook->watch->spent(hook->watch, hook, fault);
}

bool hook_when(const struct hook *hook, char fault[HOOK_FAULT])
{
	struct view view = view_of(hook);
	bool answer = true;
	if (is_in_vain(hook, fault))
		return true;
	if (!scenario_when(hook->scenario, hook->number, &view, &answer, fault))
		note_spent(hook, fault);
	else if (hook->watch && hook->watch->answered)
		hook->watch->answered[2 * hook->number + answer] = true;
	return answer;
}

struct effects hook_run(const struct hook *hook, struct arena *arena, char fault[HOOK_FAULT])
{
	const struct world *world = hook->state->world;
	struct view view = view_of(hook);
	struct effects effects = {0};
	struct yml *answer = NULL;
	struct diags diags;
	if (is_in_vain(hook, fault))
		return effects;
	if (!scenario_run(hook->scenario, hook->number, &view, arena, &answer, fault))
		note_spent(hook, fault);
	if (!answer)
		return effects;
	diags_init(&diags);
	struct shape_reader reader = {arena, &diags, world->lang};
	if (!story_effects(world->story, &reader, &world->names, answer, &effects)) {
		const struct diag_place at = answer->place;
		clip(fault, HOOK_FAULT, "%.63s:%d: %.170s", at.file, at.line,
		     diags.n ? diags.v[0].message : "its answer is no effect");
		effects.n = 0;
	}
	diags_free(&diags);
	if (hook->watch)
		hook->watch->proposed(hook->watch, hook->number, &effects);
	return effects;
}
