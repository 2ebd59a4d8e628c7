/* fold: what each event makes of the state and the ledger.
 * Owns nothing; promises that the same events give the same cells, whoever calls: live play, resume, report.
 * Never decides anything and never runs Lua: whatever led to an event is in the event. */
#ifndef EXERCISE_FOLD_H
#define EXERCISE_FOLD_H

#include "content/state.h"
#include "exercise/event.h"
#include "exercise/ledger.h"

struct fold {
	struct state *state;
	struct ledger *ledger;
	int32_t turn, t; /* of the turn being folded */
};

/* Applies one event. EVENT_REWOUND is not for here: going back needs the session's past. */
void fold_event(const struct fold *fold, const struct event *event);

/* Why an event can't have happened as things stand; NULL when it can. A live session's always can; a journal may be
 * forged. */
const char *fold_refuses(const struct fold *fold, const struct event *event);

#endif
