#include "desk/sweep_play.h"

#include "content/view.h"

#include <stdio.h>
#include <string.h>

struct state *sweep_play_state(struct sweep_play *p)
{
	return &p->session.state;
}

static int32_t get(const struct sweep_play *p, enum state_group group, int number, int field)
{
	return state_get(&p->session.state, group, number, field);
}

static void put(struct sweep_play *p, enum state_group group, int number, int field, int32_t value)
{
	*state_cell(&p->session.state, group, number, field) = value;
}

static int32_t now(const struct sweep_play *p)
{
	return get(p, STATE_RUN, 0, STATE_NOW);
}

/* ---- turns ---- */

/* In one stretch a hook is asked once: it belongs to one item, or to one choice. */
static void note_failure(struct sweep_play *p, const struct event *e)
{
	if (p->nfailed < p->world->story->hooks.n)
		snprintf(p->failed[p->nfailed++], ACT_WHY, "%s: %s", e->text, e->why);
}

/* What it brought to light. */
static void look(struct sweep_play *p)
{
	for (size_t i = 0; i < p->turn.count; i++) {
		const struct event *e = &p->turn.events[i];
		if (e->kind == EVENT_DELIVERED)
			p->seen.items[e->ref] = true;
		else if (e->kind == EVENT_OPENED)
			p->seen.opened[e->ref] = true;
		else if (e->kind == EVENT_LATE)
			p->seen.late[e->ref] = true;
		else if (e->kind == EVENT_DECIDED)
			p->seen.options[e->ref * SWEEP_WAYS + e->other] = true;
		else if (e->kind == EVENT_HOOK_FAILED)
			note_failure(p, e);
		if (e->kind == EVENT_DELIVERED || e->kind == EVENT_OPENED)
			p->news = now(p);
	}
}

/* A turn at `t`: its texts and events are gone with the next one. */
static bool take(struct sweep_play *p, struct act *act, int32_t t)
{
	char why[ACT_WHY];
	why[0] = '\0';
	arena_clear(p->cascade.scribe.arena);
	p->cascade.scribe.full = false;
	p->cascade.scribe.fold.t = act->t = t;
	p->turn = (struct event_turn){.t = t};
	put(p, STATE_RUN, 0, STATE_NOW, t);
	bool taken = act_take(&p->cascade, act, why);
	look(p);
	p->turns++;
	if (!taken)
		memcpy(p->stuck, why, sizeof p->stuck);
	return taken;
}

/* ---- choices ---- */

static bool asks(const struct sweep_play *p, int decision)
{
	bool late = get(p, STATE_DECISION, decision, STATE_DECISION_LATE) != STATE_NEVER;
	if (get(p, STATE_DECISION, decision, STATE_DECISION_STATUS) != STATE_OPEN)
		return false;
	return p->marks[decision] == SWEEP_UNASKED || (p->marks[decision] == SWEEP_WAITS && late);
}

/* The question that waits longest for what the team does about it. */
static int asked(const struct sweep_play *p)
{
	int first = NAMES_NONE;
	for (int i = 0; i < (int)p->world->story->ndecisions; i++)
		if (asks(p, i) && (first == NAMES_NONE || get(p, STATE_DECISION, i, STATE_DECISION_ORDER) <
		                                              get(p, STATE_DECISION, first, STATE_DECISION_ORDER)))
			first = i;
	return first;
}

static bool can_wait(const struct sweep_play *p, int decision)
{
	int32_t within = p->world->story->decisions[decision].within;
	return within != SHAPE_UNSET && get(p, STATE_DECISION, decision, STATE_DECISION_LATE) == STATE_NEVER &&
	       get(p, STATE_DECISION, decision, STATE_DECISION_OPENED) + within < story_end(p->world->story);
}

static size_t add(struct sweep_play_choice *out, size_t n, int decision, int way)
{
	out[n] = (struct sweep_play_choice){(int16_t)decision, (int16_t)way};
	return n + 1;
}

size_t sweep_play_choices(const struct sweep_play *p, struct sweep_play_choice out[SWEEP_WAYS])
{
	size_t n = 0;
	int decision = asked(p);
	if (decision == NAMES_NONE)
		return 0;
	for (int i = 0; i < (int)p->world->story->decisions[decision].options.n; i++)
		n = add(out, n, decision, i);
	if (p->rules.prompt || p->marks[decision] == SWEEP_WAITS)
		return n;
	if (can_wait(p, decision))
		n = add(out, n, decision, SWEEP_WAIT);
	return add(out, n, decision, SWEEP_NEVER);
}

/* A new stretch begins. */
static void forgive(struct sweep_play *p)
{
	p->nfailed = 0;
	p->stuck[0] = '\0';
}

void sweep_play_choose(struct sweep_play *p, struct sweep_play_choice choice)
{
	struct act act = {.kind = ACT_CHOOSE,
	                  .refs = {choice.decision},
	                  .nrefs = 1,
	                  .other = choice.way,
	                  .value = EVENT_MEDIUM,
	                  .at = STATE_NEVER};
	forgive(p);
	p->news = now(p);
	if (choice.way == SWEEP_WAIT)
		p->marks[choice.decision] = SWEEP_WAITS;
	else if (choice.way == SWEEP_NEVER)
		p->marks[choice.decision] = SWEEP_LEFT;
	else
		p->marks[choice.decision] = SWEEP_UNASKED;
	if (choice.way < SWEEP_WAIT)
		take(p, &act, now(p));
}

/* ---- what comes by itself ---- */

static bool start_steps(struct sweep_play *p)
{
	struct act act;
	arena_clear(p->cascade.scribe.arena);
	return p->rules.followed && player_work(&p->session, p->cascade.scribe.arena, &act) && take(p, &act, now(p));
}

static bool fall_due(struct sweep_play *p, const struct agenda_item *item)
{
	struct act act = {.kind = ACT_DUE, .at = STATE_NEVER, .due = *item};
	return take(p, &act, item->due);
}

/* Nobody filed what was not filed before. */
static enum sweep_play_end audit(struct sweep_play *p)
{
	int asked;
	while ((asked = agenda_audit(&p->session.state)) != NAMES_NONE) {
		struct act act = {.kind = ACT_AUDIT, .refs = {asked}, .nrefs = 1, .at = STATE_NEVER};
		if (!take(p, &act, now(p)))
			return SWEEP_STUCK;
	}
	return SWEEP_OVER;
}

enum sweep_play_end sweep_play_on(struct sweep_play *p)
{
	for (;;) {
		struct agenda_item next = agenda_next(&p->session.state);
		bool due = next.kind != AGENDA_NONE && next.due <= now(p);
		if (session_ended(&p->session))
			return audit(p);
		if (!due && asked(p) != NAMES_NONE)
			return SWEEP_CHOICE;
		if (!due && start_steps(p))
			continue;
		if (next.kind == AGENDA_NONE || !fall_due(p, &next))
			return SWEEP_STUCK;
	}
}

void sweep_play_trim(struct sweep_play *p)
{
	sweep_cells_trim(p->reach, &p->session.state, p->marks);
}

/* ---- opening ---- */

void sweep_play_rewind(struct sweep_play *p)
{
	struct event_start start = {.mode = "exercise", .clock = "stepped", .seed = p->rules.seed};
	struct act act = {.kind = ACT_START, .at = STATE_NEVER, .start = &start};
	struct state fresh;
	state_init(&fresh, p->world);
	state_copy(&p->session.state, &fresh);
	state_free(&fresh);
	memset(p->marks, SWEEP_UNASKED, p->world->story->ndecisions);
	forgive(p);
	p->news = 0;
	take(p, &act, 0);
}

void sweep_play_unsee(struct sweep_play *p)
{
	memset(p->seen.items, 0, p->seen.n);
}

static void open_seen(struct sweep_play *p)
{
	size_t items = p->world->story->nitems, decisions = p->world->story->ndecisions;
	p->seen.n = items + (2 + SWEEP_WAYS) * decisions + 2 * p->world->story->hooks.n;
	p->seen.items = arena_alloc(p->own, p->seen.n + 1);
	p->seen.opened = p->seen.items + items;
	p->seen.late = p->seen.opened + decisions;
	p->seen.options = p->seen.late + decisions;
	p->seen.answers = p->seen.options + SWEEP_WAYS * decisions;
}

bool sweep_play_open(struct sweep_play *p, const struct world *world, struct scenario *scenario,
                     const struct sweep_play_rules *rules)
{
	size_t decisions = world->story->ndecisions;
	*p = (struct sweep_play){.world = world, .rules = *rules, .own = arena_new()};
	p->session = (struct session){.world = world, .scenario = scenario, .ledger = ledger_new(true)};
	p->session.start.seed = rules->seed;
	for (size_t i = 0; i < world->names.of[NAMES_PERSON].n; i++) {
		const char *name = world->names.of[NAMES_PERSON].v[i];
		struct ledger_entry person = {.kind = LEDGER_PERSON, .ref = NAMES_NONE, .text = name, .who = name};
		ledger_add(p->session.ledger, &person);
	}
	open_seen(p);
	p->marks = arena_alloc(p->own, decisions + 1);
	p->failed = arena_alloc(p->own, (world->story->hooks.n + 1) * sizeof *p->failed);
	p->cascade = (struct cascade){
	    .scribe = {.fold = {&p->session.state, p->session.ledger, 0, 0}, .turn = &p->turn, .arena = arena_new()},
	    .scenario = scenario,
	    .seed = rules->seed,
	    .hushed = true};
	state_init(&p->session.state, world);
	sweep_play_rewind(p);
	p->reach = sweep_reach_new(&p->session.state, rules->followed);
	if (!p->reach)
		return false;
	p->reach->watch.answered = p->seen.answers;
	p->cascade.watch = &p->reach->watch;
	return true;
}

void sweep_play_close(struct sweep_play *p)
{
	sweep_reach_free(p->reach);
	state_free(&p->session.state);
	ledger_free(p->session.ledger);
	arena_free(p->cascade.scribe.arena);
	arena_free(p->own);
}
