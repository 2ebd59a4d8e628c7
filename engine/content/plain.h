/* plain: the characters that a value written down by hand may have.
 * Owns nothing; promises that a line break, a tab or a character that nobody sees is told at its value, wherever it
 * stands in a file. Never changes a value. */
#ifndef CONTENT_PLAIN_H
#define CONTENT_PLAIN_H

#include "content/yml.h"

/* Every value of the tree; false after adding the faults. */
bool plain_check(const struct yml *node, struct diags *diags);

#endif
