/* prose_plain: plain text as prose.
 * Owns nothing; promises that a wrapped paragraph is one block again, and that bullets and list numbers are left out.
 * Never takes a lone figure at a wrapped line's beginning for a list's. */
#ifndef DESK_PROSE_PLAIN_H
#define DESK_PROSE_PLAIN_H

#include "desk/prose.h"

void prose_plain_read(struct prose *prose, const struct prose_source *source);

/* The bytes of a list's sign at `i` with the space behind it: "- ", "12. ", "(3) ", "二、"; 0 when none stands there.
 * `*last` is the number of the list so far, and updated. `fresh`: nothing of the block stands before it. */
size_t prose_plain_marker(const struct prose_source *source, size_t i, bool fresh, int *last);

#endif
