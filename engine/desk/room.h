/* room: a session in progress: its world, journal and clock.
 * Owns all three; promises law 2: a turn is journalled and synced before room_take returns it to be shown.
 * Never prints and never reads a line. */
#ifndef DESK_ROOM_H
#define DESK_ROOM_H

#include "base/clock.h"
#include "desk/shelf.h"
#include "exercise/record.h"

extern const char *const room_clocks[]; /* the names of enum clock_kind, NULL */

struct room_setup {
	struct shelf_choice choice;
	const char *journal; /* a path to create, or NULL: a fresh one on the shelf */
	enum clock_kind clock;
	int speed;
	uint64_t seed;
	bool alone; /* one person, with feedback at once */
	/* What else must be so of the world, or is set in it, before anything is recorded; false after adding the
	 * fault. NULL: nothing. */
	bool (*ready)(void *context, const struct shelf_set *set, struct diags *diags);
	void *context;
};

struct room {
	struct shelf_set set;
	struct session *session;
	struct journal *journal;
	char path[SHELF_PATH];
	struct clock clock;
	struct arena *arena; /* of the turn in hand */
	struct diags diags;
	bool waiting;      /* stands still until somebody types a line */
	int32_t in;        /* input lines consumed */
	int64_t begun_ms;  /* boot time of StartEx, as if the drill had been on time when it was resumed */
	int64_t offset_ms; /* wall clock minus boot clock, as last seen */
};

/* Opens a new session and journals its first turn. False after adding the reasons to room->diags; close it either way.
 */
bool room_open(struct room *room, const struct room_setup *setup);

/* Goes on with a journal where it stopped; a drill then waits for a line. */
bool room_resume(struct room *room, const char *path);
void room_close(struct room *room);

/* Fills in when (t unless it falls due), talk and in; takes, journals, applies. NULL: refused with the sentence in
 * `why`; or, with an empty `why`, the journal failed and nothing more can be recorded (room->diags). Valid until the
 * next call. */
const struct event_turn *room_take(struct room *room, struct act *act, char why[ACT_WHY]);

/* Lets the clock run. The next due turn; NULL with an empty `why` and no errors in room->diags when nothing is due now.
 */
const struct event_turn *room_due(struct room *room, char why[ACT_WHY]);

/* Steps the clock to scenario second `to`, or to the next due instant (STATE_NEVER). */
const struct event_turn *room_step(struct room *room, int32_t to, const char *by, const char *cause, char why[ACT_WHY]);

/* Notices a wall clock that was set and a machine that slept (over 60 s); journals it. The turn to show, or NULL. */
const struct event_turn *room_watch(struct room *room, char why[ACT_WHY]);

void room_typed(struct room *room);        /* a line came: count it, and wait no longer */
void room_begin(struct room *room);        /* the story starts now: what went before costs no time */
int room_timeout(const struct room *room); /* milliseconds until something is due or the prompt changes; -1: neither */
int32_t room_now(const struct room *room); /* the scenario second on the clock */

/* Real milliseconds spent beyond the pace and the talk planned so far; 0 when on time. */
int64_t room_behind_ms(const struct room *room);

#endif
