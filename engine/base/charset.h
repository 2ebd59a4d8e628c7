/* charset: the character sets that mail programs and word processors write: what a name means, and windows-1252, which
 * is also what they mean by ISO 8859-1, by table. Owns nothing; promises UTF-8, and that no bytes which may be of
 * another set are taken for windows-1252. Never looks at what a text says. */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include "base/text.h"

enum charset { CHARSET_UTF8, CHARSET_LATIN, CHARSET_UNKNOWN };
enum { CHARSET_NAME = 40, CHARSET_BYTES = 3 };

/* Without a name ("") it is UTF-8, as ASCII is. */
enum charset charset_named(const char *name);

/* One byte of windows-1252 as UTF-8: its bytes; what stands for nothing there is a control character. */
size_t charset_latin(unsigned char byte, char out[CHARSET_BYTES]);

struct charset_found {
	bool guessed;            /* nothing named a set, and single bytes here and there look like windows-1252 */
	char name[CHARSET_NAME]; /* the set that could not be read; "": none was named */
	size_t at;               /* the byte where that name stands */
};

/* Appends the bytes as UTF-8: a line that is so already stays, others are read in the set that was named last before
 * them ("charset="). False where that is another one, or none and no guess is safe. */
bool charset_to_utf8(const char *bytes, size_t len, struct text *out, struct charset_found *found);

#endif
