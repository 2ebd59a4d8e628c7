/* when: times as people type them at the prompt, in the company's zone, as scenario seconds.
 * Owns nothing; promises that a time which was not meant is refused rather than guessed, with how to write it.
 * Never reads a clock: it is told what time it is. */
#ifndef DESK_WHEN_H
#define DESK_WHEN_H

#include "content/world.h"

struct when {
	const struct world *world;
	int32_t now; /* scenario second */
};

/* `now`, `02:31`, `yesterday 23:10`, `2026-03-06 02:31`, `6 Mar 02:31`, `T+5:12`, `20m ago`; all may follow `at`. A
 * lone clock time is the last one that came, at most half a day back. NULL when it is read and has come, else why not,
 * as a sentence. */
const char *when_past(const struct when *when, const char *s, int32_t *out);

/* `2h`, `+2h`, `09:40` (the next one), `tomorrow 09:40`, `2026-03-06 09:40`, `6 Mar 09:40`, `T+5:12`; may follow
 * `until`, `to` or `at`. */
const char *when_ahead(const struct when *when, const char *s, int32_t *out);

/* Whether it is a real date: `30 Apr`, `30 April 2026`, `Apr 30`, `2026-04-30`. */
bool when_date(const struct when *when, const char *s);

/* The same, as the second with which that day begins; of a date without a year the nearest one. */
bool when_day(const struct when *when, const char *s, int32_t *out);

#endif
