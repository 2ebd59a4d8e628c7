/* scribe: a turn as it is written, event by event, and what the engine itself prices in it.
 * Owns nothing; promises that every event is folded before the next, that no turn grows past EVENT_LIMIT, and that what
 * is priced says why. Never decides what follows from what: cascade does. */
#ifndef EXERCISE_SCRIBE_H
#define EXERCISE_SCRIBE_H

#include "exercise/fold.h"
#include "exercise/score.h"

struct scribe {
	struct fold fold; /* over a scratch state */
	struct event_turn *turn;
	struct arena *arena;
	bool full; /* EVENT_LIMIT was reached: the turn is void */
};

/* Adds the event to the turn and folds it. */
void scribe_emit(struct scribe *scribe, struct event event);

/* A score, unless it is nothing; `source` and `because` as in an event. */
void scribe_price(struct scribe *scribe, int objective, int32_t tenths, const char *source, const char *because);

void scribe_step(struct scribe *scribe, int step, int32_t at, enum score_reason reason);
void scribe_notify(struct scribe *scribe, int deadline, int32_t at); /* unless it was before */
/* The audit found that it was never done; `why` may be NULL. */
void scribe_miss(struct scribe *scribe, int deadline, const char *why);

/* What a notice says, when it goes out: what is false, and what is true but was not verified. In a drill alone. */
void scribe_statements(struct scribe *scribe, int notice, const struct statement *statements, size_t count);

/* The next word that was promised, when its readers get it (`notice` goes out) or EndEx has come (NAMES_NONE): late, or
 * never. In a drill alone. */
void scribe_promises(struct scribe *scribe, int notice);

#endif
