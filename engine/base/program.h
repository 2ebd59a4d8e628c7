/* program: how whoever started this program called it, for what they are to type next.
 * Owns nothing; promises a word that a shell takes as it is: "build/drill72" as it was typed, "drill72" where it was
 * found on the way of PATH or that can't be told. Never says where the program lies. */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

enum { PROGRAM_NAME = 512 };

/* Writes the word to `out`, and returns it. */
const char *program_name(char out[PROGRAM_NAME]);

#endif
