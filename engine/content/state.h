/* state: what is so now, as plain integers of a size fixed at load.
 * Owns its cells (state_free); promises that copying it is copying bytes and hashing it is hashing bytes.
 * Never holds a text, a pointer or a point in real time; all times are scenario seconds, STATE_NEVER when unset. */
#ifndef CONTENT_STATE_H
#define CONTENT_STATE_H

#include "content/world.h"

#include <stdint.h>
#include <stdlib.h>

enum { STATE_NEVER = INT32_MIN, STATE_PERSONS = WORLD_PERSONS };

// clang-format off
enum state_group { /* one row for each number of the names of its kind; the fields follow, a single one where not named */
	STATE_RUN, STATE_MOMENT, STATE_VAR, STATE_FACT, STATE_ACTION, /* an action: when it was first completed */
	STATE_PAUSE, STATE_NOTICE, STATE_ITEM, STATE_DECISION, STATE_DEADLINE, STATE_STEP,
	STATE_ROLE,     /* the person who holds it */
	STATE_PERSON,   /* 1 when they are in the room; STATE_PERSONS rows */
	STATE_CRITICAL, /* 1 once it happened */
	STATE_SCORE,    /* tenths earned */
	STATE_GROUPS
};
enum state_run { /* STATE_RUN has one row */
	STATE_NOW,
	STATE_PHASE, STATE_SEVERITY, STATE_SPEAKER, /* as overridden; as set; a role: or NAMES_NONE */
	STATE_HELD,                 /* 1 while the clock is held */
	STATE_ENDED, STATE_CLOSED,  /* when EndEx came; when the hot wash was closed */
	STATE_OPENED, STATE_QUEUED, /* decisions opened, steps queued so far */
	STATE_REMINDERS, STATE_TO, /* the instant that stepping goes to: all that is due until then comes first */
	STATE_RUN_FIELDS
};
enum { STATE_MOMENT_FIRST, STATE_MOMENT_AT, STATE_MOMENT_FIELDS }; /* first logged value, as corrected */
enum { STATE_FACT_CLAIMED, STATE_FACT_CLAIM, STATE_FACT_VERIFIED, STATE_FACT_VALUE, STATE_FACT_FIELDS };
enum { STATE_PAUSE_ON, STATE_PAUSE_UNTIL, STATE_PAUSE_FIELDS }; /* 1 while paused; STATE_NEVER: no end was named */
enum { /* how often published, when last, when its readers were promised the next word, when drafted; a bit for each
        * approver (approval.h) of the words as drafted last; 1: they may go out without those that are missing */
	STATE_NOTICE_COUNT, STATE_NOTICE_AT, STATE_NOTICE_NEXT, STATE_NOTICE_DRAFTED, STATE_NOTICE_APPROVED,
	STATE_NOTICE_OVERRIDDEN, STATE_NOTICE_FIELDS
};
enum { STATE_ITEM_STATUS, STATE_ITEM_AT, STATE_ITEM_FIELDS };
enum state_item { STATE_WAITING, STATE_FIRED, STATE_DELIVERED, STATE_WITHHELD, STATE_CANCELLED, STATE_DEFERRED };
enum {
	STATE_DECISION_STATUS, STATE_DECISION_ORDER, STATE_DECISION_OPENED, /* which one opened: 1, 2, ...; when */
	STATE_DECISION_SHUFFLE,  /* the order of its options, packed */
	STATE_DECISION_REVEALED, /* 1 once its options are shown */
	STATE_DECISION_OPTION,   /* chosen or lapsed to; NAMES_NONE */
	STATE_DECISION_ANSWERED,
	STATE_DECISION_LATE,  /* when `late` applied */
	STATE_DECISION_LANDS, /* when a delayed option lands; STATE_NEVER again once it has */
	STATE_DECISION_FIELDS
};
enum state_decision { STATE_UNOPENED, STATE_OPEN, STATE_DECIDED, STATE_LAPSED };
enum { STATE_DEADLINE_NOTIFIED, STATE_DEADLINE_PASSED, STATE_DEADLINE_AUDITED, STATE_DEADLINE_FIELDS }; /* when */
enum {
	STATE_STEP_STATUS, STATE_STEP_PERSON, STATE_STEP_ORDER, /* in which it was queued */
	STATE_STEP_FROM, STATE_STEP_UNTIL, /* due to be complete, while under way */
	STATE_STEP_DONE, /* when done or skipped */
	STATE_STEP_FIELDS
};
// clang-format on
enum state_step { STATE_TODO, STATE_IN_QUEUE, STATE_UNDER_WAY, STATE_DONE, STATE_SKIPPED };

struct state {
	const struct world *world;
	int32_t *cells;
	size_t count;
	size_t base[STATE_GROUPS + 1]; /* where each group begins, and the last one ends */
	size_t fields[STATE_GROUPS];   /* of a row */
};

void state_init(struct state *state, const struct world *world); /* T+0, everything unset */
void state_free(struct state *state);
void state_copy(struct state *to, const struct state *from);  /* of the same world */
void state_clone(struct state *to, const struct state *from); /* a new one with the same cells */

static inline size_t state_place(const struct state *state, enum state_group group, int number, int field)
{
	size_t at = state->base[group] + (size_t)number * state->fields[group] + (size_t)field;
	if (number < 0 || field < 0 || (size_t)field >= state->fields[group] || at >= state->base[group + 1])
		abort();
	return at;
}

/* The cell of a field; `number` is the row. Out of range aborts: numbers come from names. */
static inline int32_t *state_cell(struct state *state, enum state_group group, int number, int field)
{
	return &state->cells[state_place(state, group, number, field)];
}

static inline int32_t state_get(const struct state *state, enum state_group group, int number, int field)
{
	return state->cells[state_place(state, group, number, field)];
}

size_t state_rows(const struct world *world, enum state_group group);

#endif
