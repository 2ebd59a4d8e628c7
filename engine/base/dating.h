/* dating: dates and times of day in a text, as people write them in English, Chinese, Malay and Korean.
 * Owns nothing; promises only dates that a calendar has and times that a day has, each with what was left unsaid.
 * Never knows a zone's rules, nor what happened then. */
#ifndef BASE_DATING_H
#define BASE_DATING_H

#include <stdbool.h>
#include <stddef.h>

struct dating {
	size_t from, to;
	int year, month, day; /* 0: not said */
	int hour, minute;     /* -1: no time of day */
	bool swaps;           /* 05/03/2026: month and day may stand the other way round */
	bool half;            /* of twelve hours, without am or pm */
	bool utc;             /* UTC or GMT was named behind the time */
	bool range_end;       /* a day and its month came behind this one's day: "1 to 5 March" */
};

/* The date, the time, or both side by side that begins at byte `at`; false when none does. */
bool dating_read(const char *text, size_t len, size_t at, struct dating *out);

/* A date written as one that no calendar has, such as 31/02/2026 or 30 February; false when none begins there. */
bool dating_impossible(const char *text, size_t len, size_t at, struct dating *out);

#endif
