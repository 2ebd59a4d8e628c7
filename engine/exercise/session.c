#include "exercise/session.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAST = 64 }; /* typed lines in a row that undo can take back */

struct snapshot {
	int32_t turn; /* about to be applied */
	struct state state;
	size_t entries;
	int talked;
	char *cause; /* of that turn */
};

struct session_past {
	struct snapshot *v[PAST];
	size_t n;
};

static void add_person(struct session *s, const char *name)
{
	ledger_add(s->ledger,
	           &(struct ledger_entry){.kind = LEDGER_PERSON, .ref = NAMES_NONE, .text = name, .who = name});
}

struct session *session_new(const struct world *world, struct scenario *scenario, const struct event_start *start)
{
	struct session *s = memory_zeroed(1, sizeof *s);
	s->world = world;
	s->scenario = scenario;
	s->start = *start;
	s->ledger = ledger_new(false);
	s->past = memory_zeroed(1, sizeof *s->past);
	s->talked = NAMES_NONE;
	s->talk = EVENT_NO_TALK;
	state_init(&s->state, world);
	for (size_t i = 0; i < world->names.of[NAMES_PERSON].n; i++)
		add_person(s, world->names.of[NAMES_PERSON].v[i]);
	return s;
}

static void drop(struct snapshot *snapshot)
{
	state_free(&snapshot->state);
	free(snapshot->cause);
	free(snapshot);
}

static void forget(struct session_past *past, size_t from)
{
	for (size_t i = from; i < past->n; i++)
		drop(past->v[i]);
	if (from < past->n)
		past->n = from;
}

void session_free(struct session *s)
{
	if (!s)
		return;
	forget(s->past, 0);
	free(s->past);
	free(s->undone);
	state_free(&s->state);
	ledger_free(s->ledger);
	free(s);
}

int32_t session_now(const struct session *s)
{
	return state_get(&s->state, STATE_RUN, 0, STATE_NOW);
}

bool session_ended(const struct session *s)
{
	return state_get(&s->state, STATE_RUN, 0, STATE_ENDED) != STATE_NEVER;
}

/* The decision that can be talked about now: the current one, once nothing more is due at this instant. */
static int talkable(const struct state *state, int before)
{
	int32_t now = state_get(state, STATE_RUN, 0, STATE_NOW);
	struct agenda_item next = agenda_next(state);
	if (next.kind != AGENDA_NONE && next.due <= now)
		return before;
	return view_current(state);
}

static int64_t talk_after(const struct session *s, const struct act *act, const struct state *after)
{
	int talked = talkable(after, s->talked);
	if (act->talk == EVENT_NO_TALK)
		return EVENT_NO_TALK;
	if (act->kind == ACT_EXTEND)
		return act->talk + act->value;
	if (talked == s->talked)
		return act->talk;
	return talked == NAMES_NONE ? 0 : s->world->story->decisions[talked].discuss * (int64_t)1000;
}

static struct event_turn *turn_new(const struct session *s, const struct act *act, struct arena *arena)
{
	struct event_turn *turn = arena_alloc(arena, sizeof *turn);
	turn->n = s->turns + 1;
	turn->t = act->t > session_now(s) ? act->t : session_now(s);
	turn->by = act->by;
	turn->cause = act->cause;
	turn->in = act->in;
	return turn;
}

/* Whether the last turn let a notice out. */
static bool went_out(const struct session *s)
{
	const struct ledger_entry *entry;
	for (size_t i = ledger_count(s->ledger); i-- > 0 && (entry = ledger_at(s->ledger, i))->turn == s->turns;)
		if (entry->kind == LEDGER_PUBLICATION)
			return true;
	return false;
}

/* What undo takes back: the last typed line, if nothing fell due since. */
static struct event_turn *take_undo(const struct session *s, const struct act *act, struct arena *arena, char *why)
{
	if (s->past->n == 0) {
		snprintf(why, ACT_WHY, "%s",
		         went_out(s) ? "It went out, and nobody can take it back; publish a correction."
		                     : "Nothing to take back: the last thing that happened was not a line of yours, or "
		                       "it moved the clock.");
		return NULL;
	}
	struct event_turn *turn = turn_new(s, act, arena);
	struct event *event = arena_push(arena, &turn->events, &turn->count, sizeof *event);
	*event = (struct event){.kind = EVENT_REWOUND, .ref = NAMES_NONE, .value = s->past->v[s->past->n - 1]->turn};
	bool same = s->past->v[s->past->n - 1]->talked == s->talked;
	turn->talk = act->talk == EVENT_NO_TALK || same ? act->talk : 0; /* a reopened decision gets no new talk */
	return turn;
}

struct event_turn *session_take(const struct session *s, const struct act *act, struct arena *arena, char why[ACT_WHY])
{
	struct state scratch;
	struct act at = *act;
	if (act->kind == ACT_UNDO)
		return take_undo(s, act, arena, why);
	struct event_turn *turn = turn_new(s, act, arena);
	size_t entries = ledger_count(s->ledger);
	at.t = turn->t;
	state_clone(&scratch, &s->state);
	*state_cell(&scratch, STATE_RUN, 0, STATE_NOW) = turn->t; /* as every event of it will say */
	struct cascade cascade = {.scribe = {{&scratch, s->ledger, turn->n, turn->t}, turn, arena, false},
	                          .scenario = s->scenario,
	                          .seed = s->start.seed,
	                          .watch = s->watch};
	bool taken = act_take(&cascade, &at, why);
	turn->talk = talk_after(s, act, &scratch);
	ledger_cut(s->ledger, entries); /* the scratch shares the ledger and leaves it as it was */
	state_free(&scratch);
	return taken ? turn : NULL;
}

static void remember(struct session *s, const struct event_turn *turn)
{
	struct session_past *past = s->past;
	if (past->n == PAST) {
		drop(past->v[0]);
		memmove(past->v, past->v + 1, (PAST - 1) * sizeof *past->v);
		past->n--;
	}
	struct snapshot *snapshot = past->v[past->n++] = memory_zeroed(1, sizeof *snapshot);
	*snapshot = (struct snapshot){.turn = turn->n,
	                              .entries = ledger_count(s->ledger),
	                              .talked = s->talked,
	                              .cause = turn->cause ? memory_need(strdup(turn->cause)) : NULL};
	state_clone(&snapshot->state, &s->state);
}

static void rewind_to(struct session *s, int32_t turn, int32_t now)
{
	struct session_past *past = s->past;
	while (past->n > 0 && past->v[past->n - 1]->turn > turn)
		forget(past, past->n - 1);
	if (past->n == 0)
		return;
	struct snapshot *snapshot = past->v[past->n - 1];
	s->undone = snapshot->cause;
	snapshot->cause = NULL;
	state_copy(&s->state, &snapshot->state);
	*state_cell(&s->state, STATE_RUN, 0, STATE_NOW) = now;
	ledger_cut(s->ledger, snapshot->entries);
	forget(past, past->n - 1);
}

/* Whether undo may take a turn back: a typed one that neither moved the clock nor brought the story on by hand, as its
 * first event tells, that let nothing out and that did not end it. */
static bool undoable(const struct event_turn *turn)
{
	static const bool fixed[EVENT_KINDS] = {
	    [EVENT_STARTED] = true,       [EVENT_CLOCK_HELD] = true, [EVENT_CLOCK_RELEASED] = true,
	    [EVENT_CLOCK_STEPPED] = true, [EVENT_CLOCK_SET] = true,  [EVENT_REJOINED] = true,
	    [EVENT_HELD] = true,          [EVENT_RELEASED] = true,   [EVENT_DELIVERED] = true,
	    [EVENT_EXTENDED] = true,      [EVENT_CLOSED] = true,
	};
	for (size_t i = 0; i < turn->count; i++)
		if (turn->events[i].kind == EVENT_ENDED || turn->events[i].kind == EVENT_PUBLISHED)
			return false;
	return turn->count > 0 && !fixed[turn->events[0].kind] && strcmp(turn->by, "clock") != 0;
}

/* What can't have happened ends it, when `why` is there to say so. */
static bool apply(struct session *s, const struct event_turn *turn, char *why)
{
	struct fold fold = {&s->state, s->ledger, turn->n, turn->t};
	bool rewound = turn->count == 1 && turn->events[0].kind == EVENT_REWOUND;
	free(s->undone);
	s->undone = NULL;
	if (!undoable(turn))
		forget(s->past, 0);
	else if (!rewound)
		remember(s, turn);
	if (rewound)
		rewind_to(s, turn->events[0].value, turn->t);
	for (size_t i = 0; i < turn->count; i++) {
		const char *refused = why ? fold_refuses(&fold, &turn->events[i]) : NULL;
		if (refused) {
			snprintf(why, ACT_WHY, "%s", refused);
			return false;
		}
		fold_event(&fold, &turn->events[i]);
	}
	s->turns = turn->n;
	s->in = turn->in;
	s->talk = turn->talk;
	s->talked = rewound ? view_current(&s->state) : talkable(&s->state, s->talked);
	return true;
}

void session_apply(struct session *s, const struct event_turn *turn)
{
	apply(s, turn, NULL);
}

bool session_replay(struct session *s, const struct event_turn *turn, char why[ACT_WHY])
{
	return apply(s, turn, why);
}

void session_earned(const struct session *s, int32_t earned[STORY_OBJECTIVES])
{
	for (int i = 0; i < STORY_OBJECTIVES; i++)
		earned[i] = state_get(&s->state, STATE_SCORE, i, 0);
}

int session_criticals(const struct session *s)
{
	int n = 0;
	for (int i = 0; i < (int)state_rows(s->world, STATE_CRITICAL); i++)
		n += state_get(&s->state, STATE_CRITICAL, i, 0) != 0;
	return n;
}

const char *session_holder(const struct session *s, int role)
{
	return ledger_person_name(s->ledger, state_get(&s->state, STATE_ROLE, role, 0));
}
