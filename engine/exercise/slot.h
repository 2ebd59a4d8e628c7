/* slot: one typed member of a struct, as a JSON value and back: an id, an option, a fact's value, a text.
 * Owns nothing; promises that what it wrote it reads back the same, and that a number it reads is one the world has.
 * Never knows what the struct means: a table of slots stands in event. */
#ifndef EXERCISE_SLOT_H
#define EXERCISE_SLOT_H

#include "content/world.h"

#include <stdint.h>

enum slot_type {
	SLOT_ID,     /* int32_t, a number of the names `of`; NAMES_NONE when absent */
	SLOT_OPTION, /* int32_t, of the decision `about`; NAMES_NONE when absent */
	SLOT_WORD,   /* int32_t, a place in `words` */
	SLOT_NUMBER, /* int32_t, at most `of` away from 0 */
	SLOT_TIME,   /* int32_t, the same; INT32_MIN (never) when absent */
	SLOT_VAR,    /* int32_t, a value of the variable `about` */
	SLOT_FACT,   /* int32_t, a value of the fact `about`; SHAPE_UNSET when absent */
	SLOT_ORDER,  /* int32_t, an order of the options of the decision `about` */
	SLOT_TEXT,   /* const char *; NULL when absent */
	SLOT_DATA    /* const struct jsn *, an object */
};

enum { SLOT_WHY = 160 };

struct slot {
	const char *key;
	enum slot_type type;
	size_t at; /* of the member */
	bool required;
	int32_t of;
	const char *const *words; /* ends with NULL */
};

struct slot_context {
	const struct world *world;
	int32_t about;       /* the number that an option, a value or an order is explained by */
	struct arena *arena; /* for reading, like `why` */
	char *why;
};

/* NULL: absent, to be left out. The caller owns it. */
struct jsn *slot_put(const struct slot *slot, const struct slot_context *context, const void *record);

/* A NULL value stands for an absent one. False after filling `why`. */
bool slot_take(const struct slot *slot, const struct slot_context *context, const struct jsn *value, void *record);

/* The shuffled order of a decision's options, packed three bits each from the lowest, each one more than its option;
 * and the option shown as number `shown` (1-based) of it, NAMES_NONE past the end. */
int32_t slot_order(uint64_t seed, const char *decision, size_t options);
int slot_ordered(int32_t order, int shown);

/* Says in `why` what is wrong, cut to SLOT_WHY; returns false. */
bool slot_fail(char *why, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
