/* event: the closed vocabulary of what can happen, in memory as numbers, in a journal as ids.
 * Owns nothing but what an arena holds; promises that decoding what was encoded gives the same event, and that a
 * reader refuses a kind or a field it does not know. Never says what an event does: that is the session's fold. */
#ifndef EXERCISE_EVENT_H
#define EXERCISE_EVENT_H

#include "base/jsn.h"
#include "content/world.h"
#include "exercise/statement.h"

#include <stdint.h>

/* Journal format, version of the rules of play, events a turn at most. */
enum { EVENT_FORMAT = 1, EVENT_RULES = 1, EVENT_LIMIT = 256, EVENT_NO_TALK = -1 };

// clang-format off
enum event_kind {
	EVENT_STARTED, EVENT_ROSTER, EVENT_SPEAKING, EVENT_PHASE, EVENT_SEVERITY, EVENT_MOMENT, EVENT_FIRED,
	EVENT_DELIVERED, EVENT_WITHHELD, EVENT_CANCELLED, EVENT_HELD, EVENT_RELEASED, EVENT_OPENED, EVENT_REVEALED,
	EVENT_DECIDED, EVENT_LATE, EVENT_LAPSED, EVENT_EXTENDED, EVENT_STEP_QUEUED, EVENT_STEP_STARTED, EVENT_STEP_DONE,
	EVENT_STEP_SKIPPED, EVENT_ASSIGNED, EVENT_ACTED, EVENT_SET, EVENT_CLAIMED, EVENT_VERIFIED, EVENT_CORRECTED,
	EVENT_WITHDRAWN, EVENT_DRAFTED, EVENT_APPROVED, EVENT_OVERRIDDEN, EVENT_PUBLISHED, EVENT_NOTIFIED,
	EVENT_DEADLINE_PASSED, EVENT_PAUSED, EVENT_UNPAUSED,
	EVENT_SCORED, EVENT_CRITICAL, EVENT_OBSERVED, EVENT_RATED, EVENT_NOTED, EVENT_HINTED, EVENT_CALLED,
	EVENT_REMINDED, EVENT_HOOK_FAILED, EVENT_CLOCK_HELD, EVENT_CLOCK_RELEASED, EVENT_CLOCK_STEPPED, EVENT_CLOCK_SET,
	EVENT_REJOINED, EVENT_REWOUND, EVENT_ENDED, EVENT_IMPROVEMENT, EVENT_CLOSED,
	EVENT_KINDS
};
// clang-format on

enum event_confidence { EVENT_LOW, EVENT_MEDIUM, EVENT_HIGH };

/* Which slots a kind uses, and their names in the journal, stand in event.c's table.
 *   roster      who, ref=role                     decided   ref=decision other=option (NAMES_NONE: something else)
 *   speaking    ref=role                                    value=confidence text=split why=reason who=own words
 *   phase       ref=phase (NAMES_NONE: by itself) lapsed    ref=decision other=option or NAMES_NONE
 *   moment      ref=moment at                     opened    ref=decision value=order (packed, slot_order)
 *   fired .. released  ref=item                   extended  ref=decision value=milliseconds
 *   step_queued ref=step who                      scored    ref=objective value=tenths text=source why=because
 *   step_started ref=step who at=until            critical  ref=critical why=because
 *   step_done   ref=step  at                      notified  ref=deadline at
 *   step_skipped ref=step why                     observed  ref=objective text
 *   assigned    ref=step who                      rated     ref=objective value=0..3 (P S M U) why
 *   set         ref=var value                     called    who text
 *   claimed .. withdrawn  ref=fact value text=words who=by why=source over=span; corrected: other=the value it replaces
 *   drafted     ref=notice statement who          approved  ref=notice other=role at who why=how
 *   published   ref=notice statement who text=standing at=next word, STATE_NEVER   overridden ref=notice who why
 *   paused      ref=pause who why at=until, STATE_NEVER
 *   reminded    text                              hook_failed text=hook why=message
 *   clock_stepped at=to       clock_held why      rewound   value=turn
 *   improvement text=what who=owner why=date      noted text ref=deadline (NAMES_NONE: none) */
struct event {
	enum event_kind kind;
	int32_t ref, other, value, at;
	const char *text, *why, *who, *over;
	const struct statement *statement;
	const struct event_start *start; /* EVENT_STARTED: what its data is written from */
	const struct jsn *data;          /* and that as read back */
};

struct event_turn { /* one line of a journal */
	int32_t n, t;
	int64_t talk;      /* milliseconds of talk left after it, scaled clock only; EVENT_NO_TALK otherwise */
	int64_t wall;      /* seconds since 1970 */
	const char *by;    /* a role, "clock", "facilitator" */
	int32_t in;        /* input lines consumed so far */
	const char *cause; /* as typed, or what fell due */
	struct event *events;
	size_t count;
};

/* The turn as a JSON object without "prev"; ids, option words, inject texts and reasons are written out from `world`,
 * so that a line can be read on its own. The caller owns it. */
struct jsn *event_encode(const struct event_turn *turn, const struct world *world);

/* Reads a turn back into `arena`; `data` of `started` stays `line`'s. Without a `world` only that first event is read,
 * and a turn that does not begin with it is refused. False with a reason a person understands in `why`. */
bool event_decode(const struct jsn *line, const struct world *world, struct arena *arena, struct event_turn *turn,
                  char why[160]);

/* What StartEx records beside the sources; see law 8. */
struct event_start {
	const char *mode;  /* "exercise", "incident" */
	const char *clock; /* "real", "scaled", "stepped" */
	const char *lang;
	uint64_t seed;
	int32_t speed;
	bool extended, feedback; /* feedback: because and points are shown at once (train) */
};

/* The `data` of EVENT_STARTED: mode, rules, seed, sources with their hashes, the story as data, needed actions. The
 * caller owns it. */
struct jsn *event_start(const struct event_start *start, const struct world *world);

/* The world of a journal from its first line's `data`, without running Lua; NULL after adding the faults. */
struct world *event_world(const struct jsn *data, struct event_start *start, struct diags *diags);

#endif
