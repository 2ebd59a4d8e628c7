/* hook: asks a scenario's Lua, and understands its answer.
 * Owns nothing; promises that a hook that fails is told in words and never stops the drill.
 * Never turns an answer into events: the cascade does. */
#ifndef EXERCISE_HOOK_H
#define EXERCISE_HOOK_H

#include "content/scenario.h"

enum { HOOK_FAULT = 256 };

struct hook;

struct hook_watch {     /* of whoever wants to know what hooks do */
	bool *read;     /* a row a hook, a flag a cell: what each was seen to read */
	bool *answered; /* two flags a hook: its `when` came out false, and true; may be NULL */
	void (*proposed)(struct hook_watch *watch, int hook, const struct effects *effects);
	void (*spent)(struct hook_watch *watch, const struct hook *hook, const char *fault); /* its budget */
	/* Whether it would be again: then `fault` holds the message, and it is not asked. */
	bool (*spends)(struct hook_watch *watch, const struct hook *hook, char fault[HOOK_FAULT]);
};

struct hook {
	struct scenario *scenario; /* NULL: a `when` counts as true, a `run` as nothing */
	const struct state *state;
	uint64_t seed;
	const char *item; /* whose hook it is: draws follow from it */
	int number;
	struct hook_watch *watch; /* NULL: nobody asks */
};

/* The answer of a `when`; true with a message in `fault` when it failed ("" otherwise). */
bool hook_when(const struct hook *hook, char fault[HOOK_FAULT]);

/* What a `run` proposes, of the arena; nothing with a message in `fault` when it failed. */
struct effects hook_run(const struct hook *hook, struct arena *arena, char fault[HOOK_FAULT]);

#endif
