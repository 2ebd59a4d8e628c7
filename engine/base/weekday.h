/* weekday: the day of the week that stands beside a date, in English, Chinese, Malay and Korean.
 * Owns nothing; promises only one that touches the date, but for a space, a comma or a bracket between.
 * Never knows whether it is that day's. */
#ifndef BASE_WEEKDAY_H
#define BASE_WEEKDAY_H

#include "base/dating.h"

struct weekday {
	size_t from, to; /* of the weekday and its date together */
	int day;         /* 0 = Sunday */
};

/* The one beside `date` between two bytes of a text; false when none stands there. */
bool weekday_beside(const char *text, size_t from, size_t to, const struct dating *date, struct weekday *out);

/* Where the weekday that begins at byte `at` ends; 0 when none does. */
size_t weekday_end(const char *text, size_t to, size_t at);

const char *weekday_name(int day); /* "Sunday" */

#endif
