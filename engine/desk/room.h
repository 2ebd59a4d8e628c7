/* room: a session in progress: its world, journal, clock, console, and who sits there.
 * Owns all of them; promises law 2: a turn is journalled and synced before room_take returns it to be shown.
 * Never decides what a line means. */
#ifndef DESK_ROOM_H
#define DESK_ROOM_H

#include "base/clock.h"
#include "desk/command.h"
#include "desk/console.h"
#include "desk/frame.h"
#include "desk/player.h"
#include "desk/shelf.h"
#include "exercise/record.h"

struct room_setup {
	struct shelf_choice choice;
	const char *journal; /* a path, or NULL: a fresh one on the shelf */
	const char *answers; /* a script, or NULL */
	uint64_t seed;
	int speed;
	enum clock_kind clock;
	enum player_policy policy;
	bool alone, plain;
	bool seeded; /* `seed` was given */
};

struct room {
	struct shelf_set set;
	struct session *session;
	struct journal *journal;
	char path[SHELF_PATH];
	struct clock clock;
	struct console *console;
	struct arena *arena; /* of the turn in hand; emptied after each */
	struct diags diags;
	struct frame frame;
	struct text text;
	enum player_policy policy;
	bool alone, resumed;
	int32_t in;            /* lines consumed */
	int64_t wall_gap_ms;   /* wall clock minus boot clock, as last seen */
	FILE *script;
};

/* Opens a new session and journals its first turn. False after adding the reasons to room->diags; close it either way. */
bool room_open(struct room *room, const struct room_setup *setup);

/* Goes on with a journal. */
bool room_resume(struct room *room, const char *path, const struct room_setup *setup);
void room_close(struct room *room);

/* Takes, journals, applies. The turn to be shown, or NULL: refused (the reason in `why`), or the journal failed (room->diags
 * has errors: nothing more can be recorded). */
const struct event_turn *room_take(struct room *room, struct act *act, char why[ACT_WHY]);

/* Lets the clock run; the next due turn, taken and journalled, or NULL when nothing is due now. */
const struct event_turn *room_due(struct room *room);

/* Notices a wall clock that was set and a machine that slept; journals and holds as architecture section 7 says. The sentence
 * to show, or NULL. */
const char *room_watch(struct room *room);

int room_timeout(const struct room *room); /* milliseconds until something is due or the prompt changes */
int64_t room_behind_ms(const struct room *room);

#endif
