/* program: how whoever started this program called it, and what they named, for what they are to type next.
 * Owns nothing; promises words that a shell takes as they are: "build/drill72" as it was typed, "drill72" where it was
 * found on the way of PATH or that can't be told. Never says where the program lies. */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include "base/text.h"

enum { PROGRAM_NAME = 512 };

/* Writes the word to `out`, and returns it. */
const char *program_name(char out[PROGRAM_NAME]);

/* Appends a path as one word of a shell, which no option can be taken for: 'my folder/drill.lua', ./-x.lua. */
void program_path(const char *path, struct text *out);

#endif
