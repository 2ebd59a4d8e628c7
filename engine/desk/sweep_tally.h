/* sweep_tally: counts beyond 64 bits, as digits and back.
 * Owns nothing; promises every digit. Never rounds. */
#ifndef DESK_SWEEP_TALLY_H
#define DESK_SWEEP_TALLY_H

#include <stdbool.h>

__extension__ typedef unsigned __int128 sweep_tally;

enum { SWEEP_TALLY_ROOM = 56 }; /* digits with their commas */

char *sweep_tally_digits(sweep_tally count, char out[SWEEP_TALLY_ROOM]);
char *sweep_tally_words(sweep_tally count, char out[SWEEP_TALLY_ROOM]); /* 8,931,928,887 */

/* False for what is no count, or one too large. NULL is none. */
bool sweep_tally_read(const char *digits, sweep_tally *count);

/* Adds; false when it ran over. */
bool sweep_tally_add(sweep_tally *into, sweep_tally more);

#endif
