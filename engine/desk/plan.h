/* plan: the story laid out before it is played: when each item comes, at which real minute, what can be left out.
 * Owns nothing; promises times as they are while nothing is in their way, for the cut that the world plays.
 * Never knows a session. */
#ifndef DESK_PLAN_H
#define DESK_PLAN_H

#include "content/world.h"

enum { PLAN_OPENING = 5, PLAN_HOT_WASH = 12 }; /* real minutes */

/* When an item comes, in scenario seconds; SHAPE_UNSET when that follows from play alone. */
int32_t plan_time(const struct world *world, int item);

/* Whether a message has no time of its own: something brings it, or nobody does. */
bool plan_brought(const struct world *world, int item);

struct plan_cue {
	int item;
	int32_t t; /* SHAPE_UNSET: whenever something brings it */
	bool brought;
};

/* The messages and instants of the cut in the order in which they come; those without a time last. Of the arena. */
const struct plan_cue *plan_cues(const struct world *world, struct arena *arena, size_t *n);

bool plan_has(const struct effects *effects, enum effect_kind kind, int ref);

/* The item that opens a question (the first by time), NAMES_NONE when none does: then other answers do. */
int plan_opener(const struct world *world, int decision);

/* Whether a message expects an action, by its id. */
bool plan_expects(const struct story_item *item, const char *action);

/* Whether something hangs on an item: a question, another message, the end. What nothing hangs on can be left out. */
bool plan_leads_on(const struct world *world, int item);

/* Who practises is asked for all there is, but for no longer checklist where the story has no longer cut. */
void plan_practise(struct world *world);

/* Real minutes, rounded up: the pace; the talk of a cut's questions; all of it, with opening and hot wash. */
int plan_running(const struct story *story);
int plan_talking(const struct story *story, bool extended);
int plan_minutes(const struct story *story, bool extended);

/* The real minute, counted from the opening, in which scenario second `t` comes when each question so far was talked
 * about for its time. */
int plan_minute(const struct world *world, int32_t t);

#endif
