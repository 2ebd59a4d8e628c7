#include "exercise/agenda.h"

#include "base/span.h"
#include "content/view.h"

#include <stdio.h>

/* When nobody logged the moment that a clock counts from, the drill asks, ever more rarely. */
static const int32_t reminders[] = {SPAN_HOUR, 4 * SPAN_HOUR, 12 * SPAN_HOUR, 24 * SPAN_HOUR, 48 * SPAN_HOUR};
enum { REMINDERS = sizeof reminders / sizeof *reminders };

static int32_t later(int32_t from, int32_t span)
{
	return from == STATE_NEVER || span == SHAPE_UNSET ? STATE_NEVER : from + span;
}

static int32_t due_deadline(const struct state *s, int deadline)
{
	bool provisional;
	if (state_get(s, STATE_DEADLINE, deadline, STATE_DEADLINE_NOTIFIED) != STATE_NEVER ||
	    state_get(s, STATE_DEADLINE, deadline, STATE_DEADLINE_PASSED) != STATE_NEVER)
		return STATE_NEVER;
	int32_t due = view_due(s, deadline, &provisional);
	return provisional ? STATE_NEVER : due;
}

static int32_t due_late(const struct state *s, int decision)
{
	if (state_get(s, STATE_DECISION, decision, STATE_DECISION_LATE) != STATE_NEVER)
		return STATE_NEVER;
	return later(state_get(s, STATE_DECISION, decision, STATE_DECISION_OPENED),
	             s->world->story->decisions[decision].within);
}

static int32_t due_close(const struct state *s, int decision)
{
	return later(state_get(s, STATE_DECISION, decision, STATE_DECISION_OPENED),
	             s->world->story->decisions[decision].closes);
}

static int32_t due_item(const struct state *s, int number)
{
	const struct story_item *item = &s->world->story->items[number];
	if (!world_plays(s->world, number))
		return STATE_NEVER;
	if (item->at != SHAPE_UNSET)
		return item->at;
	if (item->by != SHAPE_UNSET)
		return item->by;
	if (item->after_item == NAMES_NONE ||
	    state_get(s, STATE_ITEM, item->after_item, STATE_ITEM_STATUS) != STATE_DELIVERED)
		return STATE_NEVER;
	int32_t delay = item->delay == SHAPE_UNSET ? 0 : item->delay;
	return later(state_get(s, STATE_ITEM, item->after_item, STATE_ITEM_AT), delay);
}

static bool moment_asked(const struct state *s)
{
	for (int i = 0; i < (int)s->world->ndeadlines; i++) {
		int moment = s->world->deadlines[i].moment;
		if (state_get(s, STATE_MOMENT, moment, STATE_MOMENT_AT) == STATE_NEVER)
			return true;
	}
	return false;
}

static int32_t due_reminder(const struct state *s)
{
	int32_t number = state_get(s, STATE_RUN, 0, STATE_REMINDERS);
	return number < REMINDERS && moment_asked(s) ? reminders[number] : STATE_NEVER;
}

static int32_t due_end(const struct state *s)
{
	return s->world->story->pieces ? story_end(s->world->story) : STATE_NEVER;
}

static const struct {
	const char *word;
	enum names_kind names; /* NAMES_KINDS: the word alone */
} kinds[AGENDA_NONE] = {
    [AGENDA_STEP] = {"step", NAMES_STEP},
    [AGENDA_LANDING] = {"land", NAMES_DECISION},
    [AGENDA_DEADLINE] = {"deadline", NAMES_DEADLINE},
    [AGENDA_LATE] = {"late", NAMES_DECISION},
    [AGENDA_CLOSE] = {"closes", NAMES_DECISION},
    [AGENDA_INJECT] = {"inject", NAMES_ITEM},
    [AGENDA_AT] = {"", NAMES_ITEM},
    [AGENDA_REMINDER] = {"reminder", NAMES_KINDS},
    [AGENDA_END] = {"EndEx", NAMES_KINDS},
};

/* The one order of everything that falls due. */
static bool comes_before(const struct agenda_item *a, const struct agenda_item *b)
{
	if (a->due != b->due)
		return a->due < b->due;
	return a->kind != b->kind ? a->kind < b->kind : a->number < b->number;
}

static void insert(struct agenda_item *items, size_t *n, size_t max, struct agenda_item item)
{
	size_t at = *n;
	while (at > 0 && comes_before(&item, &items[at - 1]))
		at--;
	if (at == max)
		return;
	if (*n < max)
		(*n)++;
	for (size_t i = *n - 1; i > at; i--)
		items[i] = items[i - 1];
	items[at] = item;
}

struct gather {
	const struct state *state;
	struct agenda_item *items;
	size_t n, max;
	int32_t now;
};

static inline void offer(struct gather *g, enum agenda_kind kind, int number, int32_t due)
{
	if (due == STATE_NEVER || (g->n == g->max && due > g->items[g->n - 1].due))
		return;
	insert(g->items, &g->n, g->max, (struct agenda_item){kind, number, due > g->now ? due : g->now});
}

/* The first row of a group, which begins with its status: most rows have nothing due, and this is asked at every step.
 */
static const int32_t *statuses(const struct state *s, enum state_group group, size_t *step)
{
	*step = s->fields[group];
	return s->cells + s->base[group];
}

static void gather_steps(struct gather *g)
{
	size_t step;
	const int32_t *status = statuses(g->state, STATE_STEP, &step);
	for (int i = 0; i < (int)g->state->world->playbook->nsteps; i++, status += step)
		if (*status == STATE_UNDER_WAY)
			offer(g, AGENDA_STEP, i, status[STATE_STEP_UNTIL]);
}

static void gather_decisions(struct gather *g)
{
	size_t step;
	const int32_t *status = statuses(g->state, STATE_DECISION, &step);
	for (int i = 0; i < (int)g->state->world->story->ndecisions; i++, status += step) {
		if (*status == STATE_UNOPENED)
			continue;
		offer(g, AGENDA_LANDING, i, status[STATE_DECISION_LANDS]);
		if (*status != STATE_OPEN)
			continue;
		offer(g, AGENDA_LATE, i, due_late(g->state, i));
		offer(g, AGENDA_CLOSE, i, due_close(g->state, i));
	}
}

static void gather_items(struct gather *g)
{
	size_t step;
	const struct story_item *item = g->state->world->story->items;
	const int32_t *status = statuses(g->state, STATE_ITEM, &step);
	for (int i = 0; i < (int)g->state->world->story->nitems; i++, status += step, item++)
		if (*status == STATE_WAITING && (item->kind == STORY_INJECT || item->kind == STORY_AT))
			offer(g, item->kind == STORY_INJECT ? AGENDA_INJECT : AGENDA_AT, i, due_item(g->state, i));
}

size_t agenda_list(const struct state *state, struct agenda_item *items, size_t max)
{
	struct gather g = {state, items, 0, max, state_get(state, STATE_RUN, 0, STATE_NOW)};
	if (max == 0 || state_get(state, STATE_RUN, 0, STATE_ENDED) != STATE_NEVER)
		return 0;
	gather_steps(&g);
	gather_decisions(&g);
	gather_items(&g);
	for (int i = 0; i < (int)state->world->ndeadlines; i++)
		offer(&g, AGENDA_DEADLINE, i, due_deadline(state, i));
	offer(&g, AGENDA_REMINDER, state_get(state, STATE_RUN, 0, STATE_REMINDERS), due_reminder(state));
	offer(&g, AGENDA_END, 0, due_end(state));
	return g.n;
}

struct agenda_item agenda_next(const struct state *state)
{
	struct agenda_item item = {AGENDA_NONE, NAMES_NONE, STATE_NEVER};
	agenda_list(state, &item, 1);
	return item;
}

int agenda_audit(const struct state *state)
{
	bool ended = state_get(state, STATE_RUN, 0, STATE_ENDED) != STATE_NEVER;
	for (int i = 0; ended && i < (int)state->world->ndeadlines; i++)
		if (state_get(state, STATE_DEADLINE, i, STATE_DEADLINE_AUDITED) == STATE_NEVER)
			return i;
	return NAMES_NONE;
}

char *agenda_name(const struct world *world, const struct agenda_item *item, char out[96])
{
	if (item->kind == AGENDA_NONE)
		snprintf(out, 96, "nothing");
	else if (kinds[item->kind].names == NAMES_KINDS)
		snprintf(out, 96, "%s", kinds[item->kind].word);
	else if (!*kinds[item->kind].word)
		snprintf(out, 96, "%s", names_id(&world->names, kinds[item->kind].names, item->number));
	else
		snprintf(out, 96, "%s:%s", kinds[item->kind].word,
		         names_id(&world->names, kinds[item->kind].names, item->number));
	return out;
}
