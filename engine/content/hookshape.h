/* hookshape: whether what the functions of a source name is written out in them.
 * Owns nothing; promises that where it finds nothing built, picked from a table or handed on, the words in quotes
 * inside the functions (hookscan_words) are all the ids that they can name. Never runs anything, and doubts what it
 * can't follow. */
#ifndef CONTENT_HOOKSHAPE_H
#define CONTENT_HOOKSHAPE_H

#include "base/file.h"

#include <stdbool.h>

struct hookshape {     /* by an id that is not written out, some function may */
	bool brings;   /* deliver or open something */
	bool reads;    /* read a variable */
	bool verifies; /* verify a fact */
};

struct hookshape hookshape_of(const struct file *file);

/* Whether something in the source asks what was chosen at that decision: by its id, or by one that is not written out.
 */
bool hookshape_asks(const struct file *file, const char *decision);

#endif
