/* dated: whether the date that a text tells with a deed is the day on record.
 * Owns nothing; promises a warning where a clause names days and none of them is that one, by the text's clocks.
 * Never an error: the day may be of something else in the clause. */
#ifndef DESK_DATED_H
#define DESK_DATED_H

#include "base/dating.h"
#include "desk/sheet.h"

/* Whether the date is that instant's, by the clocks that the text's times are by. */
bool dated_is_then(const struct sheet *sheet, const struct dating *said, int64_t at);

/* `at`: the instants on record, each of which will do; `what`: what they are of. */
void dated_check(struct sheet *sheet, size_t from, size_t to, const int64_t *at, size_t n, const char *what);

#endif
