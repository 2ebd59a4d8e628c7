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

static int32_t due_step(const struct state *s, int step)
{
	if (state_get(s, STATE_STEP, step, STATE_STEP_STATUS) != STATE_UNDER_WAY)
		return STATE_NEVER;
	return state_get(s, STATE_STEP, step, STATE_STEP_UNTIL);
}

static int32_t due_landing(const struct state *s, int decision)
{
	return state_get(s, STATE_DECISION, decision, STATE_DECISION_LANDS);
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

static bool open(const struct state *s, int decision)
{
	return state_get(s, STATE_DECISION, decision, STATE_DECISION_STATUS) == STATE_OPEN;
}

static int32_t due_late(const struct state *s, int decision)
{
	if (!open(s, decision) || state_get(s, STATE_DECISION, decision, STATE_DECISION_LATE) != STATE_NEVER)
		return STATE_NEVER;
	return later(state_get(s, STATE_DECISION, decision, STATE_DECISION_OPENED),
	             s->world->story->decisions[decision].within);
}

static int32_t due_close(const struct state *s, int decision)
{
	if (!open(s, decision))
		return STATE_NEVER;
	return later(state_get(s, STATE_DECISION, decision, STATE_DECISION_OPENED),
	             s->world->story->decisions[decision].closes);
}

static int32_t due_item(const struct state *s, int number, enum story_item_kind kind)
{
	const struct story_item *item = &s->world->story->items[number];
	if (item->kind != kind || state_get(s, STATE_ITEM, number, STATE_ITEM_STATUS) != STATE_WAITING ||
	    !world_plays(s->world, number))
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

static int32_t due_inject(const struct state *s, int number)
{
	return due_item(s, number, STORY_INJECT);
}

static int32_t due_at(const struct state *s, int number)
{
	return due_item(s, number, STORY_AT);
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

static int32_t due_reminder(const struct state *s, int number)
{
	if (number != state_get(s, STATE_RUN, 0, STATE_REMINDERS) || number >= REMINDERS || !moment_asked(s))
		return STATE_NEVER;
	return reminders[number];
}

static int32_t due_end(const struct state *s, int number)
{
	(void)number;
	return s->world->story->pieces ? story_end(s->world->story) : STATE_NEVER;
}

static const struct {
	const char *word;
	enum state_group group; /* STATE_GROUPS: see rows() */
	enum names_kind names;
	int32_t (*due)(const struct state *, int);
} kinds[AGENDA_NONE] = {
    [AGENDA_STEP] = {"step", STATE_STEP, NAMES_STEP, due_step},
    [AGENDA_LANDING] = {"land", STATE_DECISION, NAMES_DECISION, due_landing},
    [AGENDA_DEADLINE] = {"deadline", STATE_DEADLINE, NAMES_DEADLINE, due_deadline},
    [AGENDA_LATE] = {"late", STATE_DECISION, NAMES_DECISION, due_late},
    [AGENDA_CLOSE] = {"closes", STATE_DECISION, NAMES_DECISION, due_close},
    [AGENDA_INJECT] = {"inject", STATE_ITEM, NAMES_ITEM, due_inject},
    [AGENDA_AT] = {"", STATE_ITEM, NAMES_ITEM, due_at},
    [AGENDA_REMINDER] = {"reminder", STATE_GROUPS, NAMES_KINDS, due_reminder},
    [AGENDA_END] = {"EndEx", STATE_GROUPS, NAMES_KINDS, due_end},
};

static int rows(const struct state *s, enum agenda_kind kind)
{
	if (kind == AGENDA_REMINDER)
		return REMINDERS;
	return kind == AGENDA_END ? 1 : (int)state_rows(s->world, kinds[kind].group);
}

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

size_t agenda_list(const struct state *state, struct agenda_item *items, size_t max)
{
	size_t n = 0;
	int32_t now = state_get(state, STATE_RUN, 0, STATE_NOW);
	if (state_get(state, STATE_RUN, 0, STATE_ENDED) != STATE_NEVER)
		return 0;
	for (int kind = 0; kind < AGENDA_NONE; kind++) {
		int count = rows(state, (enum agenda_kind)kind);
		for (int i = 0; i < count; i++) {
			int32_t due = kinds[kind].due(state, i);
			if (due != STATE_NEVER)
				insert(items, &n, max,
				       (struct agenda_item){(enum agenda_kind)kind, i, due > now ? due : now});
		}
	}
	return n;
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
