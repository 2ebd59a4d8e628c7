#include "desk/sweep_cells.h"

#include "exercise/score.h"
#include "exercise/work.h"

#include <string.h>

/* ---- what a state can still lead to ---- */

struct trim {
	struct sweep_reach *c;
	struct state *s;
	const struct story *story;
	const struct playbook *playbook;
	struct sweep_reach_bits live;   /* targets */
	struct sweep_reach_bits looked; /* actions that something else will ask after */
	uint8_t *marks;                 /* of the questions */
	bool over;                      /* EndEx has come: nothing lives, and all is priced */
};

static int32_t get(const struct trim *t, enum state_group group, int number, int field)
{
	return state_get(t->s, group, number, field);
}

static void put(const struct trim *t, enum state_group group, int number, int field, int32_t value)
{
	*state_cell(t->s, group, number, field) = value;
}

static int32_t initial(const struct trim *t, enum state_group group, int number, int field)
{
	return state_get(&t->c->initial, group, number, field);
}

static void reset(const struct trim *t, enum state_group group, int number, int from, int to)
{
	for (int field = from; field < to; field++)
		put(t, group, number, field, initial(t, group, number, field));
}

static bool needed(const struct trim *t, enum state_group group, int number, int field)
{
	return t->c->need[state_place(t->s, group, number, field)];
}

/* The cells of a row. */
static int32_t *row_of(const struct trim *t, enum state_group group, int number)
{
	return t->s->cells + t->s->base[group] + (size_t)number * t->s->fields[group];
}

static bool anchored(const struct trim *t, const struct story_item *item)
{
	int32_t status = get(t, STATE_ITEM, item->after_item, STATE_ITEM_STATUS);
	return status == STATE_WAITING || status == STATE_DELIVERED;
}

/* Whether an item that waits is going to fall due. */
static bool falls_due(const struct trim *t, int number)
{
	if (t->over || t->c->timing[number] == SWEEP_UNTIMED)
		return false;
	return t->c->timing[number] == SWEEP_TIMED || anchored(t, &t->story->items[number]);
}

/* Left for good, and nothing more comes of it. */
static bool is_idle(const struct trim *t, int number)
{
	const struct story_decision *decision = &t->story->decisions[number];
	bool late =
	    decision->within == SHAPE_UNSET || get(t, STATE_DECISION, number, STATE_DECISION_LATE) != STATE_NEVER;
	return t->marks[number] == SWEEP_LEFT && late && decision->closes == SHAPE_UNSET &&
	       decision->default_option == NAMES_NONE;
}

static bool is_open(const struct trim *t, int decision)
{
	return get(t, STATE_DECISION, decision, STATE_DECISION_STATUS) == STATE_OPEN && !is_idle(t, decision);
}

static bool in_play(const struct trim *t, int decision)
{
	if (t->over)
		return false;
	return is_open(t, decision) || get(t, STATE_DECISION, decision, STATE_DECISION_LANDS) != STATE_NEVER;
}

static bool will_start(const struct trim *t, int step)
{
	return t->c->followed && !t->over && !work_settled(t->s, step) && world_takes(t->s->world, step);
}

static void find_live(const struct trim *t)
{
	memset(t->live.v, 0, t->c->words * sizeof *t->live.v);
	for (int i = 0; i < (int)t->c->items; i++)
		if ((t->c->comes[i] = row_of(t, STATE_ITEM, i)[STATE_ITEM_STATUS] == STATE_WAITING && falls_due(t, i)))
			sweep_reach_merge(t->c, t->live, t->c->reach[t->c->first_item + i]);
	for (int i = 0; i < (int)t->c->decisions; i++)
		if (in_play(t, i))
			sweep_reach_merge(t->c, t->live, t->c->reach[t->c->first_decision + i]);
	for (int i = 0; i < (int)t->playbook->nsteps; i++)
		if (will_start(t, i))
			sweep_reach_merge(t->c, t->live, t->c->work[i]);
}

static bool hook_lives(const struct trim *t, const struct sweep_reach_owner *owner)
{
	int item = owner->target - (int)t->c->actions;
	bool is_item = item >= 0 && item < (int)t->c->items;
	if (owner->when)
		return t->c->comes[item];
	if (is_item && get(t, STATE_ITEM, item, STATE_ITEM_STATUS) != STATE_WAITING)
		return false;
	return sweep_reach_has(t->live, owner->target);
}

static void find_needed(const struct trim *t)
{
	struct sweep_reach *c = t->c;
	if (!c->nglances)
		return;
	memset(c->need, 0, c->initial.count);
	memset(c->lives, 0, c->hooks);
	for (size_t i = 0; i < c->nowners; i++)
		c->lives[c->owners[i].hook] |= hook_lives(t, &c->owners[i]);
	for (size_t i = 0; i < c->nglances; i++)
		c->need[c->glances[i].cell] |= c->lives[c->glances[i].hook];
}

/* Whether EndEx may come before its time: then what is due after it is never missed. */
static bool ends_early(const struct trim *t)
{
	return sweep_reach_has(t->live, t->c->end);
}

/* ---- putting back ---- */

/* Whether a step may still be settled: begun, or by the deeds of others. */
static bool may_settle(const struct trim *t, int step)
{
	const struct sweep_reach_does *does = &t->c->does[step];
	if (will_start(t, step))
		return true;
	for (size_t i = 0; i < does->n; i++) {
		int action = does->v[i];
		if (get(t, STATE_ACTION, action, 0) == STATE_NEVER && !sweep_reach_has(t->live, action))
			return false;
	}
	return does->n > 0;
}

/* As EndEx will price it; both only ask whether the due time has come. */
static void charge(const struct trim *t, int objective, int32_t (*price)(const struct state *, int, int32_t),
                   int number)
{
	if (t->over)
		return;
	int32_t now = get(t, STATE_RUN, 0, STATE_NOW);
	put(t, STATE_RUN, 0, STATE_NOW, story_end(t->story));
	int32_t tenths = price(t->s, number, STATE_NEVER);
	put(t, STATE_RUN, 0, STATE_NOW, now);
	put(t, STATE_SCORE, objective, 0, get(t, STATE_SCORE, objective, 0) + tenths);
}

static bool queues(const struct trim *t, int step)
{
	return get(t, STATE_STEP, step, STATE_STEP_STATUS) == STATE_IN_QUEUE;
}

static bool will_ask(const struct trim *t, int decision)
{
	return get(t, STATE_DECISION, decision, STATE_DECISION_STATUS) == STATE_OPEN &&
	       t->marks[decision] != SWEEP_LEFT;
}

/* What waits keeps its place among its like, and all else has none; returns how many wait. */
static int rank(const struct trim *t, enum state_group group, int rows, int field,
                bool (*waits)(const struct trim *, int))
{
	int waiting[STORY_ITEMS_MAX], n = 0;
	for (int i = 0; i < rows; i++) {
		int32_t *own = row_of(t, group, i) + field;
		int at = n;
		if (*own == 0)
			continue;
		if (!waits(t, i) || n == STORY_ITEMS_MAX) {
			*own = 0;
			continue;
		}
		for (; at > 0 && get(t, group, waiting[at - 1], field) > *own; at--)
			waiting[at] = waiting[at - 1];
		waiting[at] = i;
		n++;
	}
	for (int i = 0; i < n; i++)
		put(t, group, waiting[i], field, i + 1);
	return n;
}

static void trim_steps(const struct trim *t)
{
	memset(t->looked.v, 0, t->c->words * sizeof *t->looked.v);
	for (int i = 0; i < (int)t->playbook->nsteps; i++) {
		bool settled = work_settled(t->s, i);
		if (!settled && (t->over || (!may_settle(t, i) && !ends_early(t)))) {
			charge(t, SCORE_ADHERENCE, score_step, i);
			settled = true;
		}
		if (settled)
			put(t, STATE_STEP, i, STATE_STEP_STATUS, STATE_DONE);
		int32_t status = get(t, STATE_STEP, i, STATE_STEP_STATUS);
		if (status != STATE_UNDER_WAY && status != STATE_IN_QUEUE)
			reset(t, STATE_STEP, i, STATE_STEP_PERSON, STATE_STEP_FIELDS);
		put(t, STATE_STEP, i, STATE_STEP_FROM, STATE_NEVER);
		for (size_t k = 0; !settled && k < t->c->does[i].n; k++)
			sweep_reach_set(t->looked, t->c->does[i].v[k]);
	}
	put(t, STATE_RUN, 0, STATE_QUEUED, rank(t, STATE_STEP, (int)t->playbook->nsteps, STATE_STEP_ORDER, queues));
}

static void trim_deadlines(const struct trim *t)
{
	const struct world *world = t->s->world;
	for (int i = 0; i < (int)world->ndeadlines; i++) {
		bool meets = t->over || get(t, STATE_DEADLINE, i, STATE_DEADLINE_NOTIFIED) != STATE_NEVER;
		bool filed = false;
		for (size_t k = 0; k < t->c->words; k++)
			filed = filed || (t->live.v[k] & t->c->filers[i].v[k]);
		if (!meets && !filed && !ends_early(t)) {
			charge(t, SCORE_TIMELINESS, score_deadline, i);
			if (score_counts_deadline(world, i) && world->deadlines[i].critical != NAMES_NONE)
				put(t, STATE_CRITICAL, world->deadlines[i].critical, 0, 1);
			meets = true;
		}
		put(t, STATE_DEADLINE, i, STATE_DEADLINE_NOTIFIED, meets ? 0 : STATE_NEVER);
		put(t, STATE_DEADLINE, i, STATE_DEADLINE_AUDITED, meets ? 0 : STATE_NEVER);
		put(t, STATE_DEADLINE, i, STATE_DEADLINE_PASSED, 0); /* leads to nothing */
	}
}

/* By which moments something will yet be priced. */
static void find_priced(const struct trim *t, bool priced[SHAPE_MOMENTS])
{
	const struct world *world = t->s->world;
	for (int i = 0; i < (int)t->playbook->nsteps; i++)
		if (t->c->counts[i] && t->playbook->steps[i]->due.moment != NAMES_NONE && !work_settled(t->s, i))
			priced[t->playbook->steps[i]->due.moment] = true;
	for (int i = 0; i < (int)world->ndeadlines; i++)
		if (get(t, STATE_DEADLINE, i, STATE_DEADLINE_NOTIFIED) == STATE_NEVER)
			priced[world->deadlines[i].moment] = true;
}

/* A moment counts from the truth at the latest; where nothing is priced by it any more, only that it was logged. */
static void trim_moments(const struct trim *t)
{
	bool priced[SHAPE_MOMENTS] = {false};
	find_priced(t, priced);
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		int32_t first = get(t, STATE_MOMENT, i, STATE_MOMENT_FIRST), truth = t->story->truth[i];
		if (first != STATE_NEVER && truth != SHAPE_UNSET && first > truth)
			first = truth;
		if ((first != STATE_NEVER || !sweep_reach_has(t->live, t->c->first_moment + i)) && !priced[i])
			first = 0;
		put(t, STATE_MOMENT, i, STATE_MOMENT_FIRST, first);
		put(t, STATE_MOMENT, i, STATE_MOMENT_AT, first);
	}
}

static void trim_items(const struct trim *t)
{
	bool anchors[STORY_ITEMS_MAX] = {false};
	for (int i = 0; i < (int)t->c->items; i++) {
		const struct story_item *item = &t->story->items[i];
		if (!t->c->comes[i])
			continue;
		if (item->unless_action != NAMES_NONE)
			sweep_reach_set(t->looked, item->unless_action);
		if (item->after_item != NAMES_NONE)
			anchors[item->after_item] = true;
	}
	for (int i = 0; i < (int)t->c->items; i++) {
		int32_t *row = row_of(t, STATE_ITEM, i);
		bool may = t->story->items[i].kind != STORY_LAND && row[STATE_ITEM_STATUS] == STATE_WAITING &&
		           sweep_reach_has(t->live, t->c->first_item + i);
		if (may || t->c->comes[i] || anchors[i])
			continue;
		row[STATE_ITEM_STATUS] = STATE_FIRED;
		row[STATE_ITEM_AT] = STATE_NEVER;
	}
}

static void trim_decision(const struct trim *t, int number)
{
	const struct story_decision *decision = &t->story->decisions[number];
	bool kept = needed(t, STATE_DECISION, number, STATE_DECISION_OPTION);
	put(t, STATE_DECISION, number, STATE_DECISION_SHUFFLE, 0);
	put(t, STATE_DECISION, number, STATE_DECISION_REVEALED, 0);
	put(t, STATE_DECISION, number, STATE_DECISION_ANSWERED, STATE_NEVER);
	if (get(t, STATE_DECISION, number, STATE_DECISION_STATUS) == STATE_UNOPENED &&
	    sweep_reach_has(t->live, t->c->first_decision + number))
		return;
	if (is_open(t, number)) {
		bool late = get(t, STATE_DECISION, number, STATE_DECISION_LATE) != STATE_NEVER;
		if (late)
			put(t, STATE_DECISION, number, STATE_DECISION_LATE, 0);
		if ((late || decision->within == SHAPE_UNSET) && decision->closes == SHAPE_UNSET)
			put(t, STATE_DECISION, number, STATE_DECISION_OPENED, 0);
		return;
	}
	t->marks[number] = SWEEP_UNASKED;
	if (t->over)
		put(t, STATE_DECISION, number, STATE_DECISION_LANDS, STATE_NEVER);
	kept = kept || get(t, STATE_DECISION, number, STATE_DECISION_LANDS) != STATE_NEVER;
	if (!kept)
		put(t, STATE_DECISION, number, STATE_DECISION_OPTION, NAMES_NONE);
	put(t, STATE_DECISION, number, STATE_DECISION_STATUS, STATE_DECIDED);
	put(t, STATE_DECISION, number, STATE_DECISION_OPENED, STATE_NEVER);
	put(t, STATE_DECISION, number, STATE_DECISION_LATE, STATE_NEVER);
}

/* Over, and put back before. */
static bool is_trimmed(const struct trim *t, int number)
{
	const int32_t *row = row_of(t, STATE_DECISION, number);
	return row[STATE_DECISION_STATUS] == STATE_DECIDED && row[STATE_DECISION_OPENED] == STATE_NEVER &&
	       row[STATE_DECISION_OPTION] == NAMES_NONE && row[STATE_DECISION_LANDS] == STATE_NEVER;
}

static void trim_actions(const struct trim *t)
{
	int32_t *done = row_of(t, STATE_ACTION, 0);
	for (int i = 0; i < (int)t->c->actions; i++) {
		if (done[i] == STATE_NEVER)
			continue;
		bool kept =
		    sweep_reach_has(t->live, i) || sweep_reach_has(t->looked, i) || needed(t, STATE_ACTION, i, 0);
		done[i] = kept ? 0 : STATE_NEVER;
	}
}

/* What only hooks read. */
static void trim_looks(const struct trim *t, enum state_group group)
{
	for (size_t cell = t->s->base[group]; cell < t->s->base[group + 1]; cell++)
		if (t->s->cells[cell] != t->c->initial.cells[cell] && !t->c->need[cell])
			t->s->cells[cell] = t->c->initial.cells[cell];
}

/* What is only told, or asked for while people play. */
static void trim_run(const struct trim *t)
{
	static const enum state_run told[] = {STATE_SPEAKER, STATE_HELD, STATE_CLOSED, STATE_TO};
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		put(t, STATE_RUN, 0, (int)told[i], initial(t, STATE_RUN, 0, (int)told[i]));
	put(t, STATE_RUN, 0, STATE_REMINDERS, INT32_MAX); /* no reminder is due any more */
}

void sweep_cells_trim(struct sweep_reach *c, struct state *state, uint8_t *marks)
{
	static const enum state_group looks[] = {STATE_VAR, STATE_FACT, STATE_PAUSE};
	uint64_t live[SWEEP_WORDS], looked[SWEEP_WORDS];
	struct trim t = {c, state, c->world->story, c->world->playbook, {live}, {looked}, marks, false};
	t.over = state_get(state, STATE_RUN, 0, STATE_ENDED) != STATE_NEVER;
	find_live(&t);
	find_needed(&t);
	trim_run(&t);
	trim_steps(&t);
	trim_deadlines(&t);
	trim_moments(&t);
	trim_items(&t);
	for (int i = 0; i < (int)c->decisions; i++)
		if (!is_trimmed(&t, i))
			trim_decision(&t, i);
	put(&t, STATE_RUN, 0, STATE_OPENED,
	    rank(&t, STATE_DECISION, (int)c->decisions, STATE_DECISION_ORDER, will_ask));
	trim_actions(&t);
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		trim_looks(&t, looks[i]);
}
