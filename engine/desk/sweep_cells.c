/* What is done, delivered, opened or logged is a target. Each target leads on to others; what a state can still lead to
 * is the union over what is sure to come (a timed item, an open question, a step) of what that leads to. */
#include "desk/sweep_cells.h"

#include "exercise/score.h"
#include "exercise/work.h"

#include <string.h>

enum { WORDS = 64 }; /* of targets at most */

struct bits {
	uint64_t *v;
};

struct owner { /* of a hook */
	int hook, target;
	bool when; /* asked when the item falls due; else its answer is one of the target's effects */
};

struct glance { /* a hook was seen to read a cell */
	int hook;
	size_t cell;
};

struct sweep_cells {
	const struct world *world;
	struct arena *arena;
	struct state initial;
	size_t words, targets, actions, items, decisions; /* targets: actions, items, decisions, moments, the end */
	struct bits *reach;                               /* of each target, itself included */
	struct bits *work;                                /* of each step */
	struct bits *filers;                              /* of each deadline: the actions that meet it */
	struct owner *owners;
	size_t nowners;
	bool *read, *known; /* by hook and cell */
	struct glance *glances;
	size_t nglances;
	uint8_t *need; /* while trimming: of each cell, whether a hook may yet read it */
	bool followed;
};

static int action_target(int action)
{
	return action;
}

static int item_target(const struct sweep_cells *c, int item)
{
	return (int)c->actions + item;
}

static int decision_target(const struct sweep_cells *c, int decision)
{
	return (int)(c->actions + c->items) + decision;
}

static int moment_target(const struct sweep_cells *c, int moment)
{
	return (int)(c->actions + c->items + c->decisions) + moment;
}

static int end_target(const struct sweep_cells *c)
{
	return (int)c->targets - 1;
}

static void set(struct bits bits, int at)
{
	bits.v[at / 64] |= UINT64_C(1) << (at % 64);
}

static bool has(struct bits bits, int at)
{
	return bits.v[at / 64] >> (at % 64) & 1;
}

static bool merge(const struct sweep_cells *c, struct bits into, struct bits from)
{
	bool grew = false;
	for (size_t i = 0; i < c->words; i++) {
		grew = grew || (from.v[i] & ~into.v[i]) != 0;
		into.v[i] |= from.v[i];
	}
	return grew;
}

static struct bits bits_new(const struct sweep_cells *c)
{
	return (struct bits){arena_alloc(c->arena, c->words * sizeof(uint64_t))};
}

/* ---- what leads to what ---- */

static void add_owner(struct sweep_cells *c, int hook, int target, bool when)
{
	*(struct owner *)arena_push(c->arena, &c->owners, &c->nowners, sizeof(struct owner)) =
	    (struct owner){hook, target, when};
}

/* A hook may propose anything. */
static void add_everything(const struct sweep_cells *c, struct bits out)
{
	for (size_t i = 0; i < c->targets; i++)
		set(out, (int)i);
}

static void add_effects(struct sweep_cells *c, const struct effects *effects, int target)
{
	struct bits out = c->reach[target];
	for (size_t i = 0; i < effects->n; i++) {
		const struct effect *e = &effects->v[i];
		if (e->kind == EFFECT_DO)
			set(out, action_target(e->ref));
		else if (e->kind == EFFECT_DELIVER || e->kind == EFFECT_CANCEL)
			set(out, item_target(c, e->ref));
		else if (e->kind == EFFECT_OPEN)
			set(out, decision_target(c, e->ref));
		else if (e->kind == EFFECT_MOMENT)
			set(out, moment_target(c, e->ref));
		else if (e->kind == EFFECT_END)
			set(out, end_target(c));
		else if (e->kind == EFFECT_RUN)
			add_everything(c, out);
		if (e->kind == EFFECT_RUN)
			add_owner(c, e->ref, target, false);
	}
}

static void add_items(struct sweep_cells *c)
{
	for (int i = 0; i < (int)c->items; i++) {
		const struct story_item *item = &c->world->story->items[i];
		int target = item_target(c, i);
		if (item->hook != NAMES_NONE)
			add_owner(c, item->hook, target, true);
		add_effects(c, &item->effects, target);
		if (item->kind == STORY_ON)
			set(c->reach[action_target(item->action)], target);
	}
}

static void add_decisions(struct sweep_cells *c)
{
	for (int i = 0; i < (int)c->decisions; i++) {
		const struct story_decision *decision = &c->world->story->decisions[i];
		add_effects(c, &decision->late.effects, decision_target(c, i));
		for (int k = 0; k < (int)decision->options.n; k++)
			add_effects(c, &story_option_at(decision, k)->effects, decision_target(c, i));
	}
}

static void add_actions(struct sweep_cells *c)
{
	for (int i = 0; i < (int)c->actions; i++) {
		int32_t moment = vocabulary_action(c->world->vocabulary, i)->moment;
		if (moment == SHAPE_UNSET)
			continue;
		set(c->reach[action_target(i)], moment_target(c, moment));
		set(c->reach[moment_target(c, moment)], action_target(i));
	}
}

static void close_reach(struct sweep_cells *c)
{
	for (bool grew = true; grew;) {
		grew = false;
		for (int i = 0; i < (int)c->targets; i++)
			for (int k = 0; k < (int)c->targets; k++)
				if (k != i && has(c->reach[i], k))
					grew = merge(c, c->reach[i], c->reach[k]) || grew;
	}
}

static void add_work(struct sweep_cells *c)
{
	const struct playbook *playbook = c->world->playbook;
	c->work = arena_alloc(c->arena, playbook->nsteps * sizeof *c->work);
	for (size_t i = 0; i < playbook->nsteps; i++) {
		const struct shape_texts *does = &playbook->steps[i]->does;
		c->work[i] = bits_new(c);
		for (size_t k = 0; k < does->n; k++) {
			int action = names_find(&c->world->names, NAMES_ACTION, does->v[k]);
			merge(c, c->work[i], c->reach[action_target(action)]);
		}
	}
}

static void add_filers(struct sweep_cells *c)
{
	c->filers = arena_alloc(c->arena, c->world->ndeadlines * sizeof *c->filers);
	for (int i = 0; i < (int)c->world->ndeadlines; i++) {
		bool named;
		c->filers[i] = bits_new(c);
		for (int k = 0; k < (int)c->actions; k++)
			if (world_files(c->world, k, i, &named))
				set(c->filers[i], action_target(k));
	}
}

struct sweep_cells *sweep_cells_new(const struct state *state, bool followed)
{
	struct arena *arena = arena_new();
	struct sweep_cells *c = arena_alloc(arena, sizeof *c);
	*c = (struct sweep_cells){.world = state->world, .arena = arena, .followed = followed};
	state_clone(&c->initial, state);
	c->actions = c->world->names.of[NAMES_ACTION].n;
	c->items = c->world->story->nitems;
	c->decisions = c->world->story->ndecisions;
	c->targets = c->actions + c->items + c->decisions + SHAPE_MOMENTS + 1;
	c->words = (c->targets + 63) / 64;
	if (c->words > WORDS) {
		sweep_cells_free(c);
		return NULL;
	}
	c->reach = arena_alloc(arena, c->targets * sizeof *c->reach);
	for (int i = 0; i < (int)c->targets; i++) {
		c->reach[i] = bits_new(c);
		set(c->reach[i], i);
	}
	add_items(c);
	add_decisions(c);
	add_actions(c);
	close_reach(c);
	add_work(c);
	add_filers(c);
	size_t flags = (c->world->story->hooks.n + 1) * state->count;
	c->read = arena_alloc(arena, flags);
	c->known = arena_alloc(arena, flags);
	c->need = arena_alloc(arena, state->count);
	return c;
}

void sweep_cells_free(struct sweep_cells *c)
{
	if (!c)
		return;
	state_free(&c->initial);
	arena_free(c->arena);
}

bool *sweep_cells_read(struct sweep_cells *c)
{
	return c->read;
}

bool sweep_cells_learned(struct sweep_cells *c)
{
	bool learned = false;
	for (int hook = 0; hook < (int)c->world->story->hooks.n; hook++)
		for (size_t cell = 0; cell < c->initial.count; cell++) {
			size_t at = (size_t)hook * c->initial.count + cell;
			if (!c->read[at] || c->known[at])
				continue;
			*(struct glance *)arena_push(c->arena, &c->glances, &c->nglances, sizeof(struct glance)) =
			    (struct glance){hook, cell};
			c->known[at] = learned = true;
		}
	return learned;
}

/* ---- what a state can still lead to ---- */

struct trim {
	struct sweep_cells *c;
	struct state *s;
	const struct story *story;
	const struct playbook *playbook;
	struct bits live;   /* targets */
	struct bits looked; /* actions that something else will ask after */
	uint8_t *marks;     /* of the questions */
	bool over;          /* EndEx has come: nothing lives, and all is priced */
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

static bool anchored(const struct trim *t, const struct story_item *item)
{
	int32_t status =
	    item->after_item == NAMES_NONE ? STATE_FIRED : get(t, STATE_ITEM, item->after_item, STATE_ITEM_STATUS);
	return status == STATE_WAITING || status == STATE_DELIVERED;
}

/* Whether an item is going to fall due. */
static bool timed(const struct trim *t, int number)
{
	const struct story_item *item = &t->story->items[number];
	if (t->over || item->kind == STORY_ON || item->kind == STORY_LAND || !world_plays(t->s->world, number) ||
	    get(t, STATE_ITEM, number, STATE_ITEM_STATUS) != STATE_WAITING)
		return false;
	return item->at != SHAPE_UNSET || item->by != SHAPE_UNSET || anchored(t, item);
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
		if (timed(t, i))
			merge(t->c, t->live, t->c->reach[item_target(t->c, i)]);
	for (int i = 0; i < (int)t->c->decisions; i++)
		if (in_play(t, i))
			merge(t->c, t->live, t->c->reach[decision_target(t->c, i)]);
	for (int i = 0; i < (int)t->playbook->nsteps; i++)
		if (will_start(t, i))
			merge(t->c, t->live, t->c->work[i]);
}

static bool hook_lives(const struct trim *t, const struct owner *owner)
{
	int item = owner->target - (int)t->c->actions;
	bool is_item = item >= 0 && item < (int)t->c->items;
	if (owner->when)
		return timed(t, item);
	if (is_item && get(t, STATE_ITEM, item, STATE_ITEM_STATUS) != STATE_WAITING)
		return false;
	return has(t->live, owner->target);
}

static void find_needed(const struct trim *t)
{
	struct sweep_cells *c = t->c;
	memset(c->need, 0, c->initial.count);
	for (size_t i = 0; i < c->nowners; i++)
		if (hook_lives(t, &c->owners[i]))
			for (size_t k = 0; k < c->nglances; k++)
				if (c->glances[k].hook == c->owners[i].hook)
					c->need[c->glances[k].cell] = 1;
}

/* Whether EndEx may come before its time: then what is due after it is never missed. */
static bool ends_early(const struct trim *t)
{
	return has(t->live, end_target(t->c));
}

/* ---- putting back ---- */

static int action_of(const struct trim *t, const char *id)
{
	return names_find(&t->s->world->names, NAMES_ACTION, id);
}

/* Whether a step may still be settled: begun, or by the deeds of others. */
static bool may_settle(const struct trim *t, int step)
{
	const struct shape_texts *does = &t->playbook->steps[step]->does;
	if (will_start(t, step))
		return true;
	for (size_t i = 0; i < does->n; i++) {
		int action = action_of(t, does->v[i]);
		if (get(t, STATE_ACTION, action, 0) == STATE_NEVER && !has(t->live, action_target(action)))
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
	int place = 0;
	for (int32_t past = 0;; place++) {
		int next = NAMES_NONE;
		for (int i = 0; i < rows; i++) {
			int32_t order = get(t, group, i, field);
			if (waits(t, i) && order > past && (next == NAMES_NONE || order < get(t, group, next, field)))
				next = i;
		}
		if (next == NAMES_NONE)
			break;
		past = get(t, group, next, field);
		put(t, group, next, field, place + 1);
	}
	for (int i = 0; i < rows; i++)
		if (!waits(t, i))
			put(t, group, i, field, 0);
	return place;
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
		for (size_t k = 0; !settled && k < t->playbook->steps[i]->does.n; k++)
			set(t->looked, action_target(action_of(t, t->playbook->steps[i]->does.v[k])));
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

static bool prices_moment(const struct trim *t, int moment)
{
	for (int i = 0; i < (int)t->playbook->nsteps; i++)
		if (t->playbook->steps[i]->due.moment == moment && !work_settled(t->s, i) &&
		    score_counts_step(t->s->world, i))
			return true;
	for (int i = 0; i < (int)t->s->world->ndeadlines; i++)
		if (t->s->world->deadlines[i].moment == moment &&
		    get(t, STATE_DEADLINE, i, STATE_DEADLINE_NOTIFIED) == STATE_NEVER)
			return true;
	return false;
}

/* A moment counts from the truth at the latest; where nothing is priced by it any more, only that it was logged. */
static void trim_moments(const struct trim *t)
{
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		int32_t first = get(t, STATE_MOMENT, i, STATE_MOMENT_FIRST), truth = t->story->truth[i];
		bool prices = prices_moment(t, i);
		if (first != STATE_NEVER && truth != SHAPE_UNSET && first > truth)
			first = truth;
		if ((first != STATE_NEVER || !has(t->live, moment_target(t->c, i))) && !prices)
			first = 0;
		put(t, STATE_MOMENT, i, STATE_MOMENT_FIRST, first);
		put(t, STATE_MOMENT, i, STATE_MOMENT_AT, first);
	}
}

static void trim_items(const struct trim *t)
{
	for (int i = 0; i < (int)t->c->items; i++) {
		const struct story_item *item = &t->story->items[i];
		bool waits = get(t, STATE_ITEM, i, STATE_ITEM_STATUS) == STATE_WAITING;
		if (waits && timed(t, i) && item->unless_action != NAMES_NONE)
			set(t->looked, action_target(item->unless_action));
	}
	bool anchors[STORY_ITEMS_MAX] = {false};
	for (int i = 0; i < (int)t->c->items; i++)
		if (t->story->items[i].after_item != NAMES_NONE && timed(t, i))
			anchors[t->story->items[i].after_item] = true;
	for (int i = 0; i < (int)t->c->items; i++) {
		bool waits = get(t, STATE_ITEM, i, STATE_ITEM_STATUS) == STATE_WAITING;
		bool may = timed(t, i) || (waits && has(t->live, item_target(t->c, i)));
		if (may || anchors[i])
			continue;
		put(t, STATE_ITEM, i, STATE_ITEM_STATUS, STATE_FIRED);
		put(t, STATE_ITEM, i, STATE_ITEM_AT, STATE_NEVER);
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
	    has(t->live, decision_target(t->c, number)))
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

static void trim_actions(const struct trim *t)
{
	for (int i = 0; i < (int)t->c->actions; i++) {
		bool kept =
		    has(t->live, action_target(i)) || has(t->looked, action_target(i)) || needed(t, STATE_ACTION, i, 0);
		bool done = get(t, STATE_ACTION, i, 0) != STATE_NEVER;
		put(t, STATE_ACTION, i, 0, kept && done ? 0 : STATE_NEVER);
	}
}

/* What only hooks read. */
static void trim_looks(const struct trim *t, enum state_group group)
{
	for (size_t cell = t->s->base[group]; cell < t->s->base[group + 1]; cell++)
		if (!t->c->need[cell])
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

void sweep_cells_trim(struct sweep_cells *c, struct state *state, uint8_t *marks)
{
	static const enum state_group looks[] = {STATE_VAR, STATE_FACT, STATE_PAUSE};
	uint64_t live[WORDS], looked[WORDS];
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
		trim_decision(&t, i);
	put(&t, STATE_RUN, 0, STATE_OPENED,
	    rank(&t, STATE_DECISION, (int)c->decisions, STATE_DECISION_ORDER, will_ask));
	trim_actions(&t);
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		trim_looks(&t, looks[i]);
}
