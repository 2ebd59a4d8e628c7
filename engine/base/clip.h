/* clip: a text of a fixed size, cut where it has to be.
 * Owns nothing; promises that a cut falls between two characters, never within one. Never repairs what was broken
 * before the cut. */
#ifndef BASE_CLIP_H
#define BASE_CLIP_H

#include <stddef.h>

/* As snprintf into `size` bytes, at least 1; a precision such as %.170s at the end is a cut, too. */
void clip(char *out, size_t size, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
