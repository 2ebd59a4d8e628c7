/* msel_when: the times of an events list, as planners write them.
 * Owns nothing; promises that T+5:00, +2h, 90 min, 21:40, 2140h, 5 Mar 2026 21:40 and Day 2 09:00 come out as seconds
 * from StartEx, and that a list of bare times of day goes on past midnight. Never guesses a unit. */
#ifndef DESK_MSEL_WHEN_H
#define DESK_MSEL_WHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum msel_when_unit { MSEL_WHEN_NO_UNIT, MSEL_WHEN_MINUTES, MSEL_WHEN_HOURS, MSEL_WHEN_ELAPSED };

struct msel_when {
	int32_t offset;           /* seconds from StartEx; MSEL_WHEN_NONE */
	int32_t clock;            /* minutes after midnight; MSEL_WHEN_NONE */
	bool bare;                /* the clock may as well be hours and minutes from StartEx */
	int year, month, day;     /* 0: no date */
	int nth;                  /* "Day 2": 2; 0: not said */
	bool swaps;               /* day and month may stand the other way round */
	enum msel_when_unit unit; /* what its column counts in */
	bool apart;               /* its date and time of day are not those of its offset, by which it comes */
	int32_t t;                /* seconds from StartEx once resolved; MSEL_WHEN_NONE: it does not say */
};

enum { MSEL_WHEN_NONE = INT32_MIN };

/* What a column's heading says of lone numbers in it ("Minutes", "T+ (hours)"), and of 0:40 ("Elapsed time"). */
enum msel_when_unit msel_when_unit(const char *heading);

/* Reads one cell; "" says nothing. NULL when it is a time, else why not, as the end of a sentence. */
const char *msel_when_read(const char *s, enum msel_when_unit unit, struct msel_when *out);

/* Puts what the cells of one row say into one: a date beside a time of day. */
void msel_when_join(struct msel_when *row, const struct msel_when *other);

/* Gives every time of a list, in its order, its `t`; `*t0` becomes the local time of StartEx, seconds since 1970, where
 * the list says one (`says`). `zone`: the company's. */
bool msel_when_resolve(struct msel_when *list, size_t n, const char *zone, int64_t *t0);

#endif
