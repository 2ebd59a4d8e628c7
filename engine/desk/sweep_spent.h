/* sweep_spent: the hooks that ran out of their budget, and in what state.
 * Owns what each had before it then; promises that where a hook reads the same again, its failure is known without
 * asking, and that a sweep asks no more than so often in vain. Never asks a hook. */
#ifndef DESK_SWEEP_SPENT_H
#define DESK_SWEEP_SPENT_H

#include "exercise/hook.h"

enum { SWEEP_SPENT = 256 }; /* half a second's worth */

struct sweep_spent_hook {
	int32_t *cells; /* of the last state where it ran out; NULL: it never did */
	char fault[HOOK_FAULT];
};

struct sweep_spent {
	struct arena *arena;
	struct sweep_spent_hook *hooks;
	size_t runs, most; /* asked in vain so far; at most, before a hook that ran out once is taken to do so always */
	bool guessed;      /* one was: what follows may be wrong */
};

void sweep_spent_init(struct sweep_spent *spent, struct arena *arena, size_t hooks);

/* Whether it runs out here; `read`: a flag for each cell that it was ever seen to read. */
bool sweep_spent_knows(struct sweep_spent *spent, const struct hook *hook, const bool *read, char fault[HOOK_FAULT]);

/* It ran out. */
void sweep_spent_note(struct sweep_spent *spent, const struct hook *hook, const char *fault);

#endif
