/* reading: a file as prose, whatever it is: plain text, Markdown, HTML, a mail.
 * Owns nothing but what the arena holds; promises that a name's ending decides, then how the text looks.
 * Never refuses a file: what it can't read it tells. */
#ifndef DESK_READING_H
#define DESK_READING_H

#include "desk/prose.h"

const struct prose *reading_open(const struct file *file, struct arena *arena, struct diags *diags);

/* "en", "zh", "ms" or "ko", by the words and letters of it. */
const char *reading_language(const struct prose *prose);

#endif
