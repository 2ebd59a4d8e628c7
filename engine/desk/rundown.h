/* rundown: how a story goes when everybody does their best: which messages come, and which questions, in what order.
 * Owns nothing but what an arena holds; promises that it played the story to its end, on no record.
 * Never knows who asks. */
#ifndef DESK_RUNDOWN_H
#define DESK_RUNDOWN_H

#include "content/scenario.h"
#include "desk/player.h"

struct rundown_cue {
	int item;     /* a message that came, or NAMES_NONE */
	int decision; /* a question that was opened, or NAMES_NONE */
	int opener;   /* of a question: the message it came with, or NAMES_NONE */
	int32_t t;
};

struct rundown {
	struct rundown_cue *cues;
	size_t n;
};

struct rundown rundown_play(const struct world *world, struct scenario *scenario, struct arena *arena);

#endif
