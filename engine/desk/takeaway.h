/* takeaway: the page that a room takes home: the report, written beside its record.
 * Owns nothing; promises that a page which can't be written is told: the record is what counts. Never changes a record.
 */
#ifndef DESK_TAKEAWAY_H
#define DESK_TAKEAWAY_H

#include "base/text.h"

#include <stdbool.h>

/* Appends where it is, or why it is not. `drill`: its name then says EXERCISE. */
void takeaway_leave(const char *journal, bool drill, struct text *out);

#endif
