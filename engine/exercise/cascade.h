/* cascade: what follows from what: an action's reactions, an inject's questions, a step's completion.
 * Owns nothing; promises that every consequence becomes an event, applied before the next, in the order of effect.h,
 * and that no turn grows past EVENT_LIMIT. Never writes to anything but the scratch it was given. */
#ifndef EXERCISE_CASCADE_H
#define EXERCISE_CASCADE_H

#include "content/scenario.h"
#include "exercise/agenda.h"
#include "exercise/scribe.h"

struct cascade {
	struct scribe scribe;      /* the turn, over a scratch state */
	struct scenario *scenario; /* for hooks; NULL: a `when` counts as true, a `run` as nothing */
	uint64_t seed;
	struct hook_watch *watch; /* as in struct hook */
	bool hushed; /* nobody reads the turn: the order of options and where scores come from are left out */
};

void cascade_act(struct cascade *cascade, int action);                     /* completed, unless it was before */
void cascade_moment(struct cascade *cascade, int moment, int32_t at);      /* and the actions that mean logging it */
void cascade_due(struct cascade *cascade, const struct agenda_item *item); /* it falls due */
void cascade_deliver(struct cascade *cascade, int item);                   /* now, whatever its `when` says */
void cascade_choose(struct cascade *cascade, const struct event *decided);
void cascade_start(struct cascade *cascade, int step); /* at once, or behind what its person is busy with */
void cascade_unblock(struct cascade *cascade);         /* waiting steps whose person is free begin */
void cascade_step_done(struct cascade *cascade, int step, int32_t at);
void cascade_skip(struct cascade *cascade, int step, const char *why);
void cascade_end(struct cascade *cascade); /* EndEx: what is open lapses, what was never done is priced */

#endif
