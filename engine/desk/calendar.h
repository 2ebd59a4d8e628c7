/* calendar: each date and time of a text against the instants on record.
 * Owns nothing; promises an error at each that nothing on record bears out, that is told as past and still to come,
 * that promises another next word than the one on record, or stands beside another day of the week. Never finds one:
 * figure does. */
#ifndef DESK_CALENDAR_H
#define DESK_CALENDAR_H

#include "base/zone.h"
#include "desk/backing.h"
#include "desk/beside.h"

struct calendar {
	struct sheet *sheet;
	const struct backing *backing;
	struct beside beside;
	struct zone_civil now; /* where the company is: asking a zone is slow */
};

void calendar_check(const struct calendar *calendar, const struct dating *date);

/* "On the 20th": every day without its month between two bytes, which must be one of some instant on record. */
void calendar_check_days(const struct calendar *calendar, size_t from, size_t to);

#endif
