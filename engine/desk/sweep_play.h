/* sweep_play: one stretch of a story: from a choice to the next one, with the playbook followed or ignored.
 * Owns its scratch state and ledger; promises that the same state and choice give the same stretch, by the very rules
 * of a session. Never keeps more of a path than its state: see sweep_path for its lines. */
#ifndef DESK_SWEEP_PLAY_H
#define DESK_SWEEP_PLAY_H

#include "desk/player.h"
#include "desk/sweep_cells.h"

enum { SWEEP_WAIT = STORY_OPTIONS_MAX, SWEEP_NEVER, SWEEP_WAYS }; /* beside the options of a question */
enum sweep_play_end { SWEEP_CHOICE, SWEEP_OVER, SWEEP_STUCK };    /* how a stretch ends */
enum { SWEEP_DRY_MS = 8 * 60 * 1000 };                            /* of running time without news: the story is over */

struct sweep_play_rules {
	uint64_t seed;
	bool followed; /* the playbook's steps are begun as they can be */
	bool prompt;   /* every question is answered at its opening: no waiting, no lapse */
};

struct sweep_play_choice {
	int16_t decision, way; /* an option's number, SWEEP_WAIT or SWEEP_NEVER */
};

struct sweep_play_seen {                       /* what some path reached: a flag each */
	bool *items, *opened, *late, *options; /* options: SWEEP_WAYS a decision */
	bool *answers;                         /* of each hook's `when`: false, and true */
	size_t n;                              /* of them all; they follow each other, the items first */
};

struct sweep_play {
	const struct world *world;
	struct sweep_play_rules rules;
	struct cascade cascade;
	struct session session; /* the state as the player looks at it */
	struct event_turn turn;
	struct sweep_reach *reach;
	struct sweep_play_seen seen;
	struct arena *own;
	uint8_t *marks;          /* one a decision */
	int32_t news;            /* when the team last got something */
	size_t turns;            /* taken so far: choices, and what fell due */
	char (*failed)[ACT_WHY]; /* of the last stretch: the hooks that failed, each with its reason */
	size_t nfailed;
	char stuck[ACT_WHY]; /* why the last stretch did; "": it did not */
};

/* At T+0, before anything came. False when the story is larger than a sweep can hold. */
bool sweep_play_open(struct sweep_play *play, const struct world *world, struct scenario *scenario,
                     const struct sweep_play_rules *rules);
void sweep_play_close(struct sweep_play *play);

/* The state that it goes on from: to be read and written between stretches. */
struct state *sweep_play_state(struct sweep_play *play);

/* Back to T+0; then, with sweep_play_on, to the first choice. */
void sweep_play_rewind(struct sweep_play *play);

/* Nothing was seen so far. */
void sweep_play_unsee(struct sweep_play *play);

/* What can be chosen now; how many. */
size_t sweep_play_choices(const struct sweep_play *play, struct sweep_play_choice out[SWEEP_WAYS]);

/* Forgets what can't matter any more, marks included (sweep_cells.h). */
void sweep_play_trim(struct sweep_play *play);

void sweep_play_choose(struct sweep_play *play, struct sweep_play_choice choice);
enum sweep_play_end sweep_play_on(struct sweep_play *play);

#endif
