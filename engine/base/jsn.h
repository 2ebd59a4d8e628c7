/* jsn: JSON values, read and written, over jansson.
 * Owns reference-counted trees: a maker returns a value its caller owns, jsn_put takes one over.
 * Promises canonical output (keys sorted, no spaces); refuses bad UTF-8, NUL, duplicate keys, depth over 64.
 * Never holds a floating-point number. */
#ifndef BASE_JSN_H
#define BASE_JSN_H

#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

struct jsn; /* a jansson value under another name */

enum jsn_type { JSN_NULL, JSN_BOOL, JSN_INT, JSN_STRING, JSN_ARRAY, JSN_OBJECT };

struct jsn_fault {
	int line, col;
	char message[160];
};

/* Parses exactly one value out of `len` bytes; NULL and a filled `fault` otherwise. */
struct jsn *jsn_parse(const char *bytes, size_t len, struct jsn_fault *fault);
void jsn_free(struct jsn *value); /* drops one reference; NULL is fine */
void jsn_write(const struct jsn *value, struct text *out);

/* Makers; the caller owns the result. `n` is the value of a JSN_INT or JSN_BOOL, and ignored for the rest. */
struct jsn *jsn_make(enum jsn_type type, int64_t n);
/* A NULL string gives JSON null; bad UTF-8 is replaced by U+FFFD. */
struct jsn *jsn_string(const char *s);
/* Takes `value`: sets `key` of an object (replacing), or with a NULL key appends to an array. Returns `value`,
 * borrowed, so that a nested container can be filled on. */
struct jsn *jsn_put(struct jsn *container, const char *key, struct jsn *value);

/* Readers; all borrow, and all accept NULL as "nothing there". */
const struct jsn *jsn_get(const struct jsn *object, const char *key);
/* The i-th element of an array, or the i-th entry of an object in its stored order, whose key goes to `*key`
 * (`key` may be NULL). NULL past the end. An object's walk by index costs a list step each;
 * keep it for small objects. */
const struct jsn *jsn_at(const struct jsn *container, size_t i, const char **key);
size_t jsn_count(const struct jsn *container); /* 0 for what is no container */
enum jsn_type jsn_type(const struct jsn *value);
const char *jsn_text(const struct jsn *value);                  /* NULL when it is no string */
int64_t jsn_number(const struct jsn *value, int64_t otherwise); /* integers and booleans */

#endif
