#include "desk/evaluation.h"

#include "desk/plan.h"

#include <string.h>

/* The option worth most to an objective; NULL when none is worth anything to it. */
static const struct story_option *best(const struct story_decision *decision, int objective)
{
	const struct story_option *found = NULL;
	for (int i = 0; i < (int)decision->options.n; i++) {
		const struct story_option *option = story_option_at(decision, i);
		int32_t worth = effect_points(&option->effects, objective);
		if (worth > (found ? effect_points(&found->effects, objective) : 0))
			found = option;
	}
	return found;
}

static void put_when(const struct naming *naming, int decision, struct jsn *row)
{
	int opener = plan_opener(naming->world, decision);
	int32_t t = opener == NAMES_NONE ? SHAPE_UNSET : plan_time(naming->world, opener);
	if (t == SHAPE_UNSET)
		tree_null(row, "minute");
	else
		tree_number(row, "minute", plan_minute(naming->world, t));
	naming_put_instant(naming, t, row);
}

static void put_questions(const struct naming *naming, int objective, struct jsn *sheet)
{
	struct jsn *list = tree_list(sheet, "questions");
	for (int i = 0; i < (int)naming->world->story->ndecisions; i++) {
		const struct story_decision *decision = &naming->world->story->decisions[i];
		const struct story_option *option = world_asks(naming->world, i) ? best(decision, objective) : NULL;
		if (!option)
			continue;
		struct jsn *row = tree_row(list);
		put_when(naming, i, row);
		naming_put_told(naming, decision->ask, row, "ask");
		naming_put_told(naming, decision->listen_for, row, "listen_for");
		naming_put_told(naming, option->words, row, "best");
		naming_put_told(naming, option->effects.because, row, "because");
	}
	tree_has(sheet, "questions");
}

static bool asks_about(const struct world *world, const struct story_item *item, int objective)
{
	for (size_t i = 0; i < item->effects.n; i++) {
		const struct effect *effect = &item->effects.v[i];
		if (effect->kind == EFFECT_OPEN && world_asks(world, effect->ref) &&
		    strcmp(world->story->decisions[effect->ref].objective, story_objectives[objective]) == 0)
			return true;
	}
	return false;
}

/* Whether a message that asks about the objective expects the action, or doing it scores there. */
static bool wanted(const struct world *world, int objective, int action)
{
	const char *id = names_id(&world->names, NAMES_ACTION, action);
	for (int i = 0; i < (int)world->story->nitems; i++) {
		const struct story_item *item = &world->story->items[i];
		bool reaction = item->kind == STORY_ON && item->action == action;
		if (!world_plays(world, i))
			continue;
		if (reaction ? effect_points(&item->effects, objective) > 0
		             : plan_expects(item, id) && asks_about(world, item, objective))
			return true;
	}
	return false;
}

static void put_actions(const struct naming *naming, int objective, struct jsn *sheet)
{
	struct jsn *list = tree_list(sheet, "actions");
	for (int i = 0; i < (int)naming->world->names.of[NAMES_ACTION].n; i++)
		if (wanted(naming->world, objective, i))
			naming_put_told(naming, naming_action(naming, i), list, NULL);
	tree_has(sheet, "actions");
}

/* The team's own playbook is what adherence looks at. */
static void put_steps(const struct naming *naming, bool here, struct jsn *sheet)
{
	const struct playbook *playbook = naming->world->playbook;
	struct jsn *list = tree_list(sheet, "steps");
	for (int i = 0; here && i < (int)playbook->nsteps; i++) {
		if (!world_takes(naming->world, i))
			continue;
		struct jsn *row = tree_row(list);
		naming_put_told(naming, playbook->steps[i]->instruction, row, "instruction");
		naming_put_role(naming, playbook->steps[i]->owner, row, "owner");
		naming_put_due(naming, &playbook->steps[i]->due, row, "due");
	}
	tree_has(sheet, "steps");
}

static void put_clocks(const struct naming *naming, bool here, struct jsn *sheet)
{
	struct jsn *list = tree_list(sheet, "clocks");
	for (int i = 0; here && i < (int)naming->world->ndeadlines; i++) {
		struct jsn *row = tree_row(list);
		naming_put_deadline(naming, i, row);
		naming_put_instant(naming, world_true_due(naming->world, i), row);
	}
	tree_has(sheet, "clocks");
}

void evaluation_sheets(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "sheets");
	for (int i = 0; i < STORY_OBJECTIVES; i++) {
		struct jsn *sheet = tree_row(list);
		naming_put(naming, "objective", story_objectives[i], sheet, "name");
		naming_put_told(naming, naming->world->story->objectives[i].text, sheet, "text");
		tree_number(sheet, "weight", naming->world->story->objectives[i].weight);
		put_questions(naming, i, sheet);
		put_actions(naming, i, sheet);
		put_steps(naming, strcmp(story_objectives[i], "adherence") == 0, sheet);
		put_clocks(naming, strcmp(story_objectives[i], "timeliness") == 0, sheet);
	}
}
