/* names: every id of a loaded world, by kind, as small numbers.
 * Owns its lists (an arena's); promises that an id has one number per kind, in order of declaration.
 * Never holds anything but names: what a number means is its kind's own table. */
#ifndef CONTENT_NAMES_H
#define CONTENT_NAMES_H

#include "base/arena.h"

#include <stddef.h>

enum names_kind {
	NAMES_MOMENT,
	NAMES_OBJECTIVE,
	NAMES_ROLE,
	NAMES_VAR,
	NAMES_FACT,
	NAMES_ACTION,
	NAMES_PAUSE,
	NAMES_NOTICE,
	NAMES_DECISION,
	NAMES_ITEM,     /* injects first, then at:TIME, on:ACTION, land:DECISION */
	NAMES_DEADLINE, /* kr-pipa.authority, notify-marketplace */
	NAMES_PHASE,
	NAMES_STEP,
	NAMES_SEVERITY,
	NAMES_PERSON,
	NAMES_CRITICAL, /* ids of critical failures, a missed deadline's included */
	NAMES_KINDS
};

struct names_list {
	const char **v;
	size_t n;
	int *slots; /* numbers + 1, each where its id's hash says or behind; 0: free */
	size_t nslots;
};

struct names {
	struct arena *arena;
	const char *vocabulary; /* the file that the actions are of, for messages; NULL: not known */
	struct names_list of[NAMES_KINDS];
};

enum { NAMES_NONE = -1 };

/* The number of a new or known id. */
int names_add(struct names *names, enum names_kind kind, const char *id);
int names_find(const struct names *names, enum names_kind kind, const char *id);   /* NAMES_NONE if unknown */
const char *names_id(const struct names *names, enum names_kind kind, int number); /* "?" out of range */
const char *names_nearest(const struct names *names, enum names_kind kind, const char *id);
const char *names_word(enum names_kind kind); /* "role", "action": for messages */

#endif
