/* telling: one sentence after the other under a turn's time.
 * Owns nothing; promises that the time stands there once. Never knows what an event means: course, deeds and minutes
 * do. */
#ifndef DESK_TELLING_H
#define DESK_TELLING_H

#include "desk/paint.h"
#include "desk/wording.h"

struct telling {
	const struct paint *paint;
	const struct session *session; /* after the turn */
	const struct event_turn *turn;
	bool feedback; /* points and because at once */
	bool said;     /* the turn's time stands on the screen already */
};

/* How an event of one kind is told; a module has one for each kind that is its own. */
typedef void telling_of(struct telling *telling, const struct event *event);

void telling_say(struct telling *telling, enum paint_colour colour, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The id of what an event is about, whose kind the caller knows. */
const char *telling_id(const struct telling *telling, enum names_kind kind, const struct event *event);

#endif
