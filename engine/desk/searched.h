/* searched: where a text says that we looked, against what verified facts were searched for in.
 * Owns nothing; promises that nearly every word of such a sentence is of one fact's search.
 * Never judges what was found there. */
#ifndef DESK_SEARCHED_H
#define DESK_SEARCHED_H

#include "desk/sheet.h"

/* Whether what follows the verb of looking, from `from` to `to`, was searched for some verified fact. */
bool searched_says(const struct sheet *sheet, size_t from, size_t to);

#endif
