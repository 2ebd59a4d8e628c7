/* playing: how a scenario is to be played: what `play` and `train` can be told, behind the command and in the first
 * line of a test. Owns the one table of it; promises that an option means the same in both places. Never plays. */
#ifndef DESK_PLAYING_H
#define DESK_PLAYING_H

#include "desk/option.h"
#include "desk/room.h"

struct playing {
	bool alone;           /* `train`; else `play` */
	const char *scenario; /* a name or a path */
	const char *playbook, *lang;
	const char *role;        /* cut to its questions; NULL: to nobody's */
	int64_t minutes;         /* cut to so many; -1: to no time */
	const char *from, *only; /* a part to rehearse, as typed; NULL: all of it */
	const char *answers;     /* a script; NULL: standard input */
	const char *journal;
	int64_t policy; /* enum player_policy; PLAYER_NONE: people play */
	int64_t clock;  /* of room_clocks, from CLOCK_SCALED on; -1: the usual */
	int64_t seed;   /* -1: any */
	int64_t speed;
	bool extended, core, watch, plain;
};

/* Nothing told yet. */
struct playing playing_usual(bool alone);

/* The table of `play` or `train`, with its end; in a test only what can be told of one. */
void playing_rows(struct playing *playing, bool test, struct option_row rows[OPTION_MOST]);

/* A sentence on what can't be so, though each value can; NULL. */
const char *playing_wrong(const struct playing *playing, bool test);

struct shelf_choice playing_choice(const struct playing *playing);
enum clock_kind playing_clock(const struct playing *playing);

/* Sets in its world what one person alone is spared, and their share of it. False after adding the fault. */
bool playing_prepare(const struct playing *playing, const struct shelf_set *set, struct diags *diags);

#endif
