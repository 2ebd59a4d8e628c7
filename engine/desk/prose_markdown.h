/* prose_markdown: Markdown as prose, as its author wrote it.
 * Owns nothing; promises that marks, links' addresses and comments are left out and that escaped signs are themselves.
 * Never makes HTML of it: markdown does. */
#ifndef DESK_PROSE_MARKDOWN_H
#define DESK_PROSE_MARKDOWN_H

#include "desk/prose.h"

void prose_markdown_read(struct prose *prose, const struct prose_source *source);

#endif
