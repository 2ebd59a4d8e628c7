/* privacy: what of a person must not stand in a notice: identity numbers, card numbers, addresses.
 * Owns nothing; promises an error at each that never repeats it whole, and that the quoted line hides it, too. The
 * company's own contacts, its roles', vendors' and authorities' are no secret. Never keeps what it found. */
#ifndef DESK_PRIVACY_H
#define DESK_PRIVACY_H

#include "desk/sheet.h"

/* Tells and marks them; our own contacts are marked as known. Then hides them in the lines that the findings quote. */
void privacy_check(struct sheet *sheet);

#endif
