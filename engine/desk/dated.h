/* dated: whether the date that a text tells with a deed is the day on record.
 * Owns nothing; promises a warning where a clause names days and none of them is that one, in any zone concerned.
 * Never an error: the day may be of something else in the clause. */
#ifndef DESK_DATED_H
#define DESK_DATED_H

#include "desk/sheet.h"

/* `at`: the instants on record, each of which will do; `what`: what they are of. */
void dated_check(struct sheet *sheet, size_t from, size_t to, const int64_t *at, size_t n, const char *what);

#endif
