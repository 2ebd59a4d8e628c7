#include "desk/sweep_spent.h"

#include <stdio.h>
#include <string.h>

void sweep_spent_init(struct sweep_spent *s, struct arena *arena, size_t hooks)
{
	*s = (struct sweep_spent){.arena = arena, .most = SWEEP_SPENT};
	s->hooks = arena_alloc(arena, (hooks + 1) * sizeof *s->hooks);
}

/* Hooks are pure: what reads the same does the same. */
static bool reads_the_same(const struct state *now, const int32_t *before, const bool *read)
{
	for (size_t i = 0; i < now->count; i++)
		if (read[i] && now->cells[i] != before[i])
			return false;
	return true;
}

bool sweep_spent_knows(struct sweep_spent *s, const struct hook *hook, const bool *read, char fault[HOOK_FAULT])
{
	const struct sweep_spent_hook *known = &s->hooks[hook->number];
	if (!known->cells)
		return false;
	if (!reads_the_same(hook->state, known->cells, read)) {
		if (s->runs < s->most)
			return false;
		s->guessed = true;
	}
	memcpy(fault, known->fault, HOOK_FAULT);
	return true;
}

void sweep_spent_note(struct sweep_spent *s, const struct hook *hook, const char *fault)
{
	struct sweep_spent_hook *known = &s->hooks[hook->number];
	size_t size = hook->state->count * sizeof *known->cells;
	if (!known->cells)
		known->cells = arena_alloc(s->arena, size);
	memcpy(known->cells, hook->state->cells, size);
	snprintf(known->fault, sizeof known->fault, "%s", fault);
	s->runs++;
}
