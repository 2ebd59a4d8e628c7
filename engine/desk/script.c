#include "desk/script.h"

#include "desk/label.h"
#include "desk/plan.h"
#include "desk/sentence.h"

#include <string.h>

static const struct story *story_of(const struct naming *naming)
{
	return naming->world->story;
}

static const char *id_of(const struct naming *naming, enum names_kind kind, int number)
{
	return names_id(&naming->world->names, kind, number);
}

/* ---- what an option, a reaction or a message sets off ---- */

/* What a fact is, or is said to be. */
static void put_value(const struct naming *naming, const struct fact *fact, int32_t value, const char *own,
                      struct jsn *row, const char *key)
{
	static const char *const data[] = {NULL, "involved", "not_involved", "not_held"};
	char words[64];
	if (fact->kind == STORY_DATA)
		naming_put(naming, "data", data[value], row, key);
	else
		naming_put_told(naming, own ? own : fact_words(fact, value, words), row, key);
}

static void put_fact(const struct naming *naming, const struct effect *effect, struct jsn *data)
{
	const struct fact *fact = &story_of(naming)->facts[effect->ref];
	naming_put_told(naming, fact->label, data, "what");
	put_value(naming, fact, effect->value, effect->text, data, "value");
}

static void put_moment(const struct naming *naming, const struct effect *effect, struct jsn *data)
{
	naming_put(naming, "moment", shape_moments[effect->ref], data, "what");
	naming_put_instant(naming, effect->value, data);
}

static void put_action(const struct naming *naming, const struct effect *effect, struct jsn *data)
{
	naming_put_told(naming, naming_action(naming, effect->ref), data, "what");
}

static void put_item(const struct naming *naming, const struct effect *effect, struct jsn *data)
{
	naming_put_told(naming, id_of(naming, NAMES_ITEM, effect->ref), data, "what");
}

static void put_decision(const struct naming *naming, const struct effect *effect, struct jsn *data)
{
	naming_put_told(naming, id_of(naming, NAMES_DECISION, effect->ref), data, "what");
}

static void put_critical(const struct naming *naming, const struct effect *effect, struct jsn *data)
{
	naming_put_told(naming, id_of(naming, NAMES_CRITICAL, effect->ref), data, "what");
}

/* What is not here is no news to people (variables), or told apart (points). */
static const struct {
	const char *phrase;
	void (*put)(const struct naming *, const struct effect *, struct jsn *);
} told[EFFECT_KINDS] = {
    [EFFECT_MOMENT] = {"kit.effect.moment", put_moment},
    [EFFECT_CLAIM] = {"kit.effect.claim", put_fact},
    [EFFECT_VERIFY] = {"kit.effect.verify", put_fact},
    [EFFECT_DO] = {"kit.effect.do", put_action},
    [EFFECT_CANCEL] = {"kit.effect.cancel", put_item},
    [EFFECT_DELIVER] = {"kit.effect.deliver", put_item},
    [EFFECT_OPEN] = {"kit.effect.open", put_decision},
    [EFFECT_CRITICAL] = {"kit.effect.critical", put_critical},
    [EFFECT_RUN] = {"kit.effect.run", NULL},
    [EFFECT_END] = {"kit.effect.end", NULL},
};

static void put_effect(const struct naming *naming, const struct effect *effect, struct jsn *list)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	if (told[effect->kind].put)
		told[effect->kind].put(naming, effect, data);
	phrase_put(naming->phrases, told[effect->kind].phrase, data, list, NULL);
}

static void put_points(const struct naming *naming, const struct effect *effect, struct jsn *list)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text points = {0};
	label_add_tenths(effect->value, &points);
	naming_put(naming, "objective", story_objectives[effect->ref], data, "objective");
	tree_taken(data, "points", &points);
	phrase_put(naming->phrases, "kit.effect.score", data, list, NULL);
	text_free(&points);
}

/* `because`, `sets_off`, `points` of a row; questions that it opens are left to put_questions when `asks`. */
static void put_effects(const struct naming *naming, const struct effects *effects, bool asks, struct jsn *row)
{
	struct jsn *list = tree_list(row, "sets_off"), *points = tree_list(row, "points");
	naming_put_told(naming, effects->because, row, "because");
	for (size_t i = 0; i < effects->n; i++) {
		const struct effect *effect = &effects->v[i];
		if (effect->kind == EFFECT_SCORE)
			put_points(naming, effect, points);
		else if (told[effect->kind].phrase && !(asks && effect->kind == EFFECT_OPEN))
			put_effect(naming, effect, list);
	}
	tree_has(row, "sets_off");
}

/* ---- questions ---- */

static void put_texts(const struct naming *naming, const struct shape_texts *texts, struct jsn *row, const char *key)
{
	struct jsn *list = tree_list(row, key);
	for (size_t i = 0; i < texts->n; i++)
		naming_put_told(naming, texts->v[i], list, NULL);
	tree_has(row, key);
}

static void put_options(const struct naming *naming, const struct story_decision *decision, struct jsn *row)
{
	struct jsn *list = tree_list(row, "options");
	for (int i = 0; i < (int)decision->options.n; i++) {
		const struct story_option *option = story_option_at(decision, i);
		struct jsn *words = tree_row(list);
		naming_put_told(naming, option->words, words, "words");
		naming_put_span(naming, option->takes, words, "takes");
		put_effects(naming, &option->effects, false, words);
	}
}

static void put_late(const struct naming *naming, const struct story_decision *decision, struct jsn *row)
{
	const struct effects *late = &decision->late.effects;
	if (late->n || late->because)
		put_effects(naming, late, false, tree_object(row, "late"));
	else
		tree_null(row, "late");
}

static void put_lapse(const struct naming *naming, const struct story_decision *decision, struct jsn *row)
{
	bool lapses = decision->default_option != NAMES_NONE;
	naming_put_span(naming, decision->closes, row, "closes");
	naming_put_told(naming, lapses ? story_option_at(decision, decision->default_option)->words : NULL, row,
	                "otherwise");
}

static void put_question(const struct naming *naming, int number, struct jsn *row)
{
	const struct story_decision *decision = &story_of(naming)->decisions[number];
	naming_put_told(naming, id_of(naming, NAMES_DECISION, number), row, "id");
	naming_put_told(naming, decision->ask, row, "ask");
	naming_put_role(naming, decision->owner, row, "owner");
	naming_put(naming, "objective", decision->objective, row, "objective");
	naming_put_span(naming, decision->discuss, row, "discuss");
	naming_put_span(naming, decision->within, row, "within");
	naming_put_told(naming, decision->hint, row, "hint");
	naming_put_told(naming, decision->listen_for, row, "listen_for");
	put_texts(naming, &decision->probes, row, "probes");
	put_options(naming, decision, row);
	put_late(naming, decision, row);
	put_lapse(naming, decision, row);
}

static void put_questions(const struct naming *naming, const struct effects *effects, struct jsn *row)
{
	struct jsn *list = tree_list(row, "questions");
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_OPEN && world_asks(naming->world, effects->v[i].ref))
			put_question(naming, effects->v[i].ref, tree_row(list));
	tree_has(row, "questions");
}

/* Those that an answer or a step opens, not a message or the clock. */
static void put_other_questions(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "other_questions");
	for (int i = 0; i < (int)story_of(naming)->ndecisions; i++) {
		int opener = world_asks(naming->world, i) ? plan_opener(naming->world, i) : NAMES_NONE;
		if (world_asks(naming->world, i) &&
		    (opener == NAMES_NONE || story_of(naming)->items[opener].kind == STORY_ON))
			put_question(naming, i, tree_row(list));
	}
	tree_has(tree, "other_questions");
}

/* ---- the run of show ---- */

static void put_expected(const struct naming *naming, const struct story_item *item, struct jsn *row)
{
	struct jsn *list = tree_list(row, "expects");
	for (size_t i = 0; i < item->expects.n; i++) {
		int action = names_find(&naming->world->names, NAMES_ACTION, item->expects.v[i]);
		naming_put_told(naming, naming_action(naming, action), list, NULL);
	}
	tree_has(row, "expects");
}

static void put_unless(const struct naming *naming, const struct story_item *item, struct jsn *row)
{
	naming_put_told(naming, item->unless_action == NAMES_NONE ? NULL : naming_action(naming, item->unless_action),
	                row, "unless");
	tree_flag(row, "conditional", item->hook != NAMES_NONE);
}

static void put_addressee(const struct naming *naming, const struct story_item *item, struct jsn *row)
{
	if (item->to && names_find(&naming->world->names, NAMES_ROLE, item->to) != NAMES_NONE)
		naming_put_role(naming, item->to, row, "to");
	else
		naming_put(naming, "to", item->to, row, "to");
}

static void put_message(const struct naming *naming, const struct story_item *item, struct jsn *row)
{
	naming_put(naming, "channel", item->channel_name, row, "channel");
	naming_put_told(naming, item->from, row, "from");
	naming_put_told(naming, item->subject, row, "subject");
	naming_put_told(naming, item->text, row, "text");
	naming_put_told(naming, item->read_aloud, row, "aloud");
	put_addressee(naming, item, row);
}

static void put_minute(const struct naming *naming, int32_t t, struct jsn *row)
{
	naming_put_instant(naming, t, row);
	if (t == SHAPE_UNSET) {
		tree_null(row, "minute");
		tree_null(row, "at");
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_number(row, "minute", plan_minute(naming->world, t));
	tree_number(data, "minute", plan_minute(naming->world, t));
	phrase_put(naming->phrases, "kit.say.at", data, row, "at");
}

static bool optional(const struct naming *naming, int item)
{
	return story_of(naming)->items[item].kind == STORY_INJECT && !plan_brought(naming->world, item) &&
	       !plan_leads_on(naming->world, item);
}

static void put_cue(const struct naming *naming, const struct plan_cue *cue, int *number, struct jsn *row)
{
	const struct story_item *item = &story_of(naming)->items[cue->item];
	bool inject = item->kind == STORY_INJECT;
	tree_flag(row, "inject", inject);
	tree_number(row, "number", inject ? ++*number : 0);
	naming_put_told(naming, id_of(naming, NAMES_ITEM, cue->item), row, "id");
	tree_flag(row, "extra", item->extra);
	tree_flag(row, "optional", optional(naming, cue->item));
	tree_flag(row, "brought", cue->brought);
	put_minute(naming, cue->t, row);
	put_message(naming, item, row);
	put_expected(naming, item, row);
	put_unless(naming, item, row);
	put_effects(naming, &item->effects, true, row);
	put_questions(naming, &item->effects, row);
}

static void put_run(const struct naming *naming, struct jsn *tree)
{
	struct arena *arena = arena_new();
	struct jsn *list = tree_list(tree, "run");
	size_t n;
	int number = 0;
	const struct plan_cue *run = plan_cues(naming->world, arena, &n);
	for (size_t i = 0; i < n; i++)
		put_cue(naming, &run[i], &number, tree_row(list));
	tree_number(tree, "injects", number);
	arena_free(arena);
}

/* What can be left out when time runs short. */
static void put_drop(const struct naming *naming, struct jsn *tree)
{
	struct arena *arena = arena_new();
	struct jsn *list = tree_list(tree, "drop");
	size_t n;
	const struct plan_cue *run = plan_cues(naming->world, arena, &n);
	for (size_t i = 0; i < n; i++) {
		const struct story_item *item = &story_of(naming)->items[run[i].item];
		if (run[i].t == SHAPE_UNSET || !optional(naming, run[i].item))
			continue;
		struct jsn *row = tree_row(list);
		naming_put_told(naming, id_of(naming, NAMES_ITEM, run[i].item), row, "id");
		tree_flag(row, "extra", item->extra);
		put_minute(naming, run[i].t, row);
	}
	tree_has(tree, "drop");
	arena_free(arena);
}

/* ---- what else a facilitator knows ---- */

static void put_reactions(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "reactions");
	for (int i = 0; i < (int)story_of(naming)->nitems; i++) {
		const struct story_item *item = &story_of(naming)->items[i];
		if (item->kind != STORY_ON || !world_plays(naming->world, i))
			continue;
		struct jsn *row = tree_row(list);
		naming_put_told(naming, naming_action(naming, item->action), row, "action");
		tree_flag(row, "conditional", item->hook != NAMES_NONE);
		put_effects(naming, &item->effects, false, row);
	}
	tree_has(tree, "reactions");
}

static void put_facts(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "facts");
	for (size_t i = 0; i < story_of(naming)->nfacts; i++) {
		const struct fact *fact = &story_of(naming)->facts[i];
		struct jsn *row = tree_row(list);
		naming_put_told(naming, fact->label, row, "label");
		put_value(naming, fact, fact->truth, fact->truth_text, row, "truth");
	}
	tree_has(tree, "facts");
}

/* When a careful team could have known. */
static void put_moments(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "moments");
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		if (story_of(naming)->truth[i] == SHAPE_UNSET)
			continue;
		struct jsn *row = tree_row(list);
		naming_put(naming, "moment", shape_moments[i], row, "moment");
		naming_put_instant(naming, story_of(naming)->truth[i], row);
	}
}

static void put_deadlines(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "deadlines");
	for (int i = 0; i < (int)naming->world->ndeadlines; i++) {
		struct jsn *row = tree_row(list);
		naming_put_deadline(naming, i, row);
		naming_put_instant(naming, world_true_due(naming->world, i), row);
	}
	tree_has(tree, "deadlines");
}

void script_guide(const struct naming *naming, struct jsn *tree)
{
	int asked = 0;
	for (int i = 0; i < (int)story_of(naming)->ndecisions; i++)
		asked += world_asks(naming->world, i);
	tree_number(tree, "asked", asked);
	put_run(naming, tree);
	put_drop(naming, tree);
	put_other_questions(naming, tree);
	put_reactions(naming, tree);
	put_facts(naming, tree);
	put_moments(naming, tree);
	put_deadlines(naming, tree);
}
