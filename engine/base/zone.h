/* zone: civil time in a named zone.
 * Owns nothing that lasts: TZ is put back after each call; who asks the C library for local time calls tzset first.
 * Promises right answers over DST changes and missing midnights. Lets no unknown zone pass as UTC (zone_known). */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

enum { ZONE_BUFFER = 40 };

struct zone_civil {
	int year, month, day, hour, minute, second; /* month 1-12 */
	int weekday;                                /* 0 = Sunday */
};

bool zone_known(const char *zone); /* an IANA name with a zone file here, or "UTC" */

/* Seconds since 1970 for a local time; a time that DST skips moves forward. */
int64_t zone_epoch(const char *zone, const struct zone_civil *civil);
struct zone_civil zone_civil(const char *zone, int64_t epoch);

/* The last second of the n-th calendar day after the day of `epoch` there (that day is day 0, excluded): the end of
 * a period counted in days. */
int64_t zone_day_end(const char *zone, int64_t epoch, int days);

/* Reads "YYYY-MM-DD HH:MM" or "YYYY-MM-DD"; false when it is not a real date. */
bool zone_read(const char *s, struct zone_civil *out);

char *zone_iso(int64_t epoch, char out[ZONE_BUFFER]);                        /* 2026-03-05T13:40:00Z */
char *zone_friendly(const char *zone, int64_t epoch, char out[ZONE_BUFFER]); /* Thu 5 Mar 2026, 21:40 */

#endif
