/* dial: scenario seconds as the readers of a page see them.
 * Owns nothing; promises the zone of the company the model is about, and null where the model has null.
 * Never reads a clock. */
#ifndef DESK_DIAL_H
#define DESK_DIAL_H

#include "content/phrase.h"

enum { DIAL_NEVER = INT32_MIN, DIAL_MARKS = 256 };

struct dial_mark { /* civil time at the start of a quarter of an hour */
	int64_t quarter;
	int hour, minute, weekday;
};

struct dial { /* borrows from the model it was made of */
	const struct phrases *phrases;
	const char *zone;
	int64_t t0;
	struct dial_mark marks[DIAL_MARKS]; /* what was worked out last, by quarter */
};

struct dial dial_of(const struct jsn *model, const struct phrases *phrases);

/* Seconds under `key`; DIAL_NEVER where there are none. */
int32_t dial_read(const struct jsn *row, const char *key);

/* Put under `name`: "Thu 23:10", cheap enough for every turn; "Thu 5 Mar 2026, 23:10". Each is null for DIAL_NEVER. */
void dial_short(struct dial *dial, struct jsn *row, const char *name, int32_t t);
void dial_date(const struct dial *dial, struct jsn *row, const char *name, int32_t t);

#endif
