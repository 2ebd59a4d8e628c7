/* prompt: what stands before the cursor: a last line, which the line editor draws, and lines above it.
 * Owns nothing; promises to know how many rows of a window those lines above take.
 * Never prints. `\001` and `\002` surround what has no width. */
#ifndef DESK_PROMPT_H
#define DESK_PROMPT_H

#include "base/text.h"

/* Appends the lines above the last (`whole`: all of it) without the two marks; `plain` leaves out what they surround.
 */
void prompt_add(struct text *out, const char *prompt, bool whole, bool plain);

/* Rows that the lines above the last take in a window of so many columns (0: unknown, no line is broken). */
int prompt_rows(const char *prompt, int columns);

#endif
