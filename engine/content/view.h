/* view: what follows from a state, and what of it a hook may see.
 * Owns nothing; promises to change nothing. Never knows an event. */
#ifndef CONTENT_VIEW_H
#define CONTENT_VIEW_H

#include "content/state.h"

/* The decision that is talked about: the oldest open one; NAMES_NONE when none is. */
int view_current(const struct state *state);
/* The phase: as overridden, else the first with a core step neither done nor skipped, else the last. */
int view_phase(const struct state *state);
/* When a deadline falls: from its moment as logged, else provisionally from `detected`. *provisional says which. */
int32_t view_due(const struct state *state, int deadline, bool *provisional);

/* What a hook may see. */
struct view {
	const struct state *state;
	uint64_t seed;
	const char *item; /* whose hook it is: draws follow from it */
	uint32_t draws;   /* calls of w.random so far */
	bool *read;       /* a flag a cell: what the hook was seen to read; NULL: nobody asks */
};

#endif
