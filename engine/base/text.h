/* text: a growable string, and what a terminal does with one.
 * Owns its buffer (text_free); promises NUL-terminated data after the first append, and that whatever passed
 * text_add_clean holds nothing a terminal could obey. Never knows where the text came from. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text { /* all zero is an empty text */
	char *data;
	size_t len, cap;
};

void text_free(struct text *text);
void text_clear(struct text *text); /* keeps the buffer; data is "" afterwards */
void text_add(struct text *text, const char *s);
void text_add_bytes(struct text *text, const char *bytes, size_t len);
void text_addf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_addv(struct text *text, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* Appends `s` with control characters (but '\n'), escape sequences, bidi overrides, and bad UTF-8 made harmless:
 * each becomes U+FFFD; a tab becomes a space, CRLF a newline. */
void text_add_clean(struct text *text, const char *s);

/* Decodes one character at `*at`, moves past it; -1 for a byte that is not UTF-8 (moves one byte), 0 at the end. */
int32_t text_next(const char **at);

/* Byte offset of the first byte that is not valid UTF-8, or `len` when all of it is. */
size_t text_valid(const char *bytes, size_t len);

/* Terminal columns of `s`: wide characters count two, combining ones none. Newlines are not expected. */
int text_width(const char *s);

/* Appends `s` broken at spaces (or between wide characters) so that no line is wider than `columns`; each line is
 * preceded by `prefix`, whose width counts, and ended by '\n'. A word wider than the room is cut. */
void text_wrap(struct text *text, const char *s, const char *prefix, int columns);

/* Words as a reader counts them: runs between white space; a wide character counts half a word, rounded up. */
int text_words(const char *s);

#endif
