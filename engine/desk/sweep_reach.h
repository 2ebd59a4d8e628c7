/* sweep_reach: what leads to what in a story: actions, items, questions, moments, the end.
 * Owns what follows from a world and what its hooks were seen to read and propose; promises to say when they did what
 * they were not seen to do before. Never knows a state. */
#ifndef DESK_SWEEP_REACH_H
#define DESK_SWEEP_REACH_H

#include "desk/sweep_spent.h"

enum { SWEEP_WORDS = 64 }; /* of 64 targets each, at most */

struct sweep_reach_bits { /* a bit a target: what can be done, delivered, opened, logged */
	uint64_t *v;
};

struct sweep_reach_owner { /* of a hook */
	int hook, target;
	bool when; /* asked when the item falls due; else its answer is among the target's effects */
};

struct sweep_reach_glance { /* a hook was seen to read a cell */
	int hook;
	size_t cell;
};

enum { SWEEP_UNTIMED, SWEEP_TIMED, SWEEP_ANCHORED }; /* how an item comes: not by itself, at a time, after another */

struct sweep_reach_does { /* the actions of a step */
	int *v;
	size_t n;
};

struct sweep_reach {
	struct hook_watch watch; /* first: hooks are told of it */
	struct sweep_spent spent;
	const struct world *world;
	struct arena *arena;
	struct state initial; /* T+0 */
	size_t words, targets, actions, items, decisions, hooks;
	int first_item, first_decision, first_moment, end; /* numbers of targets; actions begin with 0 */
	struct sweep_reach_bits *direct,
	    *reach;                        /* of each target: what follows at once; all that follows, itself included */
	struct sweep_reach_bits *proposed; /* by each hook */
	struct sweep_reach_bits *work;     /* of each step: what follows */
	struct sweep_reach_bits *filers;   /* of each deadline: the actions that meet it */
	struct sweep_reach_does *does;     /* by each step */
	uint8_t *timing;                   /* of each item */
	bool *counts;                      /* of each step: whether it is scored */
	struct sweep_reach_owner *owners;
	size_t nowners;
	bool *known; /* of watch.read, what is among the glances */
	struct sweep_reach_glance *glances;
	size_t nglances;
	uint8_t *need;  /* scratch: a flag a cell */
	uint8_t *comes; /* scratch: a flag an item */
	uint8_t *lives; /* scratch: a flag a hook */
	bool followed;  /* the playbook's steps are begun */
	bool learned;   /* a hook proposed what it was not seen to propose before */
};

/* `state`: at T+0. NULL when the story has more than fits. */
struct sweep_reach *sweep_reach_new(const struct state *state, bool followed);
void sweep_reach_free(struct sweep_reach *reach); /* NULL is fine */

/* Whether hooks did something new since the last call; from now on that is known. */
bool sweep_reach_learned(struct sweep_reach *reach);

static inline void sweep_reach_set(struct sweep_reach_bits bits, int at)
{
	bits.v[at / 64] |= UINT64_C(1) << (at % 64);
}

static inline bool sweep_reach_has(struct sweep_reach_bits bits, int at)
{
	return bits.v[at / 64] >> (at % 64) & 1;
}

/* Whether `into` grew. */
static inline bool sweep_reach_merge(const struct sweep_reach *reach, struct sweep_reach_bits into,
                                     struct sweep_reach_bits from)
{
	uint64_t grew = 0;
	for (size_t i = 0; i < reach->words; i++) {
		grew |= from.v[i] & ~into.v[i];
		into.v[i] |= from.v[i];
	}
	return grew != 0;
}

#endif
