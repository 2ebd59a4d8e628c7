/* agenda: the next due item, and those after it (pure).
 * Owns nothing; promises one order: by due time, then step completions, landings, deadlines, late, closes, injects, at,
 * reminders, EndEx, then order of declaration. Never changes anything. */
#ifndef EXERCISE_AGENDA_H
#define EXERCISE_AGENDA_H

#include "content/state.h"

enum agenda_kind {
	AGENDA_STEP,     /* number: step */
	AGENDA_LANDING,  /* number: decision */
	AGENDA_DEADLINE, /* number: deadline */
	AGENDA_LATE,     /* number: decision */
	AGENDA_CLOSE,    /* number: decision */
	AGENDA_INJECT,   /* number: item */
	AGENDA_AT,       /* number: item */
	AGENDA_REMINDER, /* number: how many came before */
	AGENDA_END,
	AGENDA_NONE
};

struct agenda_item {
	enum agenda_kind kind;
	int32_t number, due;
};

/* AGENDA_NONE once EndEx came. */
struct agenda_item agenda_next(const struct state *state);

/* The next `max` items in order, as things stand now; returns how many. */
size_t agenda_list(const struct state *state, struct agenda_item *items, size_t max);

/* The deadline that the clock audit asks about; NAMES_NONE before EndEx, or when all are settled. */
int agenda_audit(const struct state *state);

/* "inject:token-still-works", "land:who-leads": the cause of a due turn. */
char *agenda_name(const struct world *world, const struct agenda_item *item, char out[96]);

#endif
