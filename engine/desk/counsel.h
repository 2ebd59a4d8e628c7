/* counsel: what counsel, the insurer and the regulator ask first, on one page.
 * Owns nothing; promises that nothing unproved is told as known: claims stand apart, with who made them.
 * Never gives legal advice, and says so. */
#ifndef DESK_COUNSEL_H
#define DESK_COUNSEL_H

#include "content/matter.h"
#include "content/phrase.h"

/* The page's data; the caller owns it. `phrases`: words.LANG.yaml, of the same `lang`. */
struct jsn *counsel_tree(const struct matter *matter, const char *lang, const struct phrases *phrases);

#endif
