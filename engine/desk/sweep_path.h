/* sweep_path: a path through a story, played from the start through a session, with the lines a person would type.
 * Owns the session while it plays; promises that `train --answers` with those lines comes to the same state and points.
 * Never looks at a graph: it is what a graph is held against. */
#ifndef DESK_SWEEP_PATH_H
#define DESK_SWEEP_PATH_H

#include "desk/sweep_play.h"

struct sweep_path_walk { /* who decides */
	/* The number of the choice to take among `n`; negative ends the path here. */
	int (*pick)(void *context, const struct session *session, const struct sweep_play_choice *choices, size_t n);
	void *context;
};

struct sweep_path_route {  /* what came of it */
	struct text lines; /* of an answers file; ends with the last choice's stretch, or with `close` */
	struct sweep_play_choice *choices;
	size_t n, room;
	int32_t earned[STORY_OBJECTIVES];
	int criticals;
	bool ended; /* EndEx came */
};

/* Plays it by `play`'s world and rules. False when something was refused, told in `why`. */
bool sweep_path_play(const struct sweep_play *play, const struct sweep_path_walk *walk, struct sweep_path_route *route,
                     char why[ACT_WHY]);
void sweep_path_free(struct sweep_path_route *route);

/* A walk that follows `choices`, then stops. */
struct sweep_path_choices {
	const struct sweep_play_choice *choices;
	size_t n, at;
};
struct sweep_path_walk sweep_path_follow(struct sweep_path_choices *follow);

/* A walk by chance: every choice as likely as the next. */
struct sweep_path_walk sweep_path_random(uint64_t *state);

#endif
