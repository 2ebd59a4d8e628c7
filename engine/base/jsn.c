#include "base/jsn.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 64 };

static json_t *inner(const struct jsn *value)
{
	return (json_t *)(uintptr_t)value; /* jansson's own readers take pointers without const */
}

static struct jsn *outer(const json_t *value)
{
	return (struct jsn *)(uintptr_t)value;
}

static struct jsn *need(json_t *value)
{
	if (!value)
		abort(); /* out of memory */
	return outer(value);
}

/* Parsing */

static struct jsn *fault_at(struct jsn_fault *fault, const char *bytes, const char *at, const char *message)
{
	fault->line = fault->col = 1;
	for (; bytes < at; bytes++) {
		if (*bytes == '\n') {
			fault->line++;
			fault->col = 1;
		} else if (((unsigned char)*bytes & 0xc0) != 0x80) {
			fault->col++;
		}
	}
	snprintf(fault->message, sizeof fault->message, "%s", message);
	return NULL;
}

struct scan {
	const char *too_deep, *fraction; /* the first of each, or NULL */
};

static const char *after_string(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		if (*at == '\\' && at + 1 < end)
			at++;
	return at;
}

static const char *after_number(const char *at, const char *end, struct scan *scan)
{
	for (const char *from = at; at < end && *at && strchr("0123456789+-.eE", *at); at++)
		if (strchr(".eE", *at) && !scan->fraction)
			scan->fraction = from;
	return at - 1;
}

/* What jansson does not tell, or tells too late: nesting before it recurses, and where a fraction stands. */
static struct scan scan_tokens(const char *bytes, const char *end)
{
	struct scan scan = {0};
	int depth = 0;
	for (const char *at = bytes; at < end && !scan.too_deep; at++) {
		if (*at == '"')
			at = after_string(at, end);
		else if (*at == '[' || *at == '{')
			scan.too_deep = ++depth > DEEPEST ? at : NULL;
		else if (*at == ']' || *at == '}')
			depth--;
		else if (*at == '-' || (*at >= '0' && *at <= '9'))
			at = after_number(at, end, &scan);
	}
	return scan;
}

struct jsn *jsn_parse(const char *bytes, size_t len, struct jsn_fault *fault)
{
	const char *nul = len ? memchr(bytes, '\0', len) : NULL;
	if (nul) /* jansson passes over one behind a number */
		return fault_at(fault, bytes, nul, "a NUL byte");
	struct scan scan = scan_tokens(bytes, bytes + len);
	if (scan.too_deep)
		return fault_at(fault, bytes, scan.too_deep, "nested deeper than 64 levels");
	json_error_t error;
	json_t *value = json_loadb(bytes, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (!value) {
		fault->line = error.line > 0 ? error.line : 1;
		fault->col = error.column > 0 ? error.column : 1;
		snprintf(fault->message, sizeof fault->message, "%s", error.text);
		return NULL;
	}
	if (scan.fraction) {
		json_decref(value);
		return fault_at(fault, bytes, scan.fraction,
		                "a number with a fraction or an exponent; whole numbers only");
	}
	return outer(value);
}

void jsn_free(struct jsn *value)
{
	json_decref(inner(value));
}

/* Writing */

static int add_piece(const char *bytes, size_t len, void *out)
{
	text_add_bytes(out, bytes, len);
	return 0;
}

void jsn_write(const struct jsn *value, struct text *out)
{
	text_add_bytes(out, "", 0);
	if (json_dump_callback(inner(value), add_piece, out, JSON_SORT_KEYS | JSON_COMPACT | JSON_ENCODE_ANY))
		need(NULL); /* our values hold nothing unwritable, so this is memory */
}

/* Making */

struct jsn *jsn_make(enum jsn_type type, int64_t n)
{
	switch (type) {
	case JSN_NULL:
		return outer(json_null());
	case JSN_BOOL:
		return outer(json_boolean(n != 0));
	case JSN_INT:
		return need(json_integer(n));
	case JSN_STRING:
		return need(json_string(""));
	case JSN_ARRAY:
		return need(json_array());
	case JSN_OBJECT:
		return need(json_object());
	}
	return NULL;
}

static void add_valid(struct text *out, const char *s)
{
	text_add_bytes(out, "", 0);
	while (*s) {
		const char *from = s;
		if (text_next(&s) < 0)
			text_add(out, "\xef\xbf\xbd");
		else
			text_add_bytes(out, from, (size_t)(s - from));
	}
}

struct jsn *jsn_string(const char *s)
{
	if (!s)
		return outer(json_null());
	size_t len = strlen(s);
	if (text_valid(s, len) == len)
		return need(json_stringn_nocheck(s, len));
	struct text valid = {0};
	add_valid(&valid, s);
	struct jsn *out = need(json_stringn_nocheck(valid.data, valid.len));
	text_free(&valid);
	return out;
}

struct jsn *jsn_put(struct jsn *container, const char *key, struct jsn *value)
{
	int failed;
	if (key) {
		struct text valid = {0};
		add_valid(&valid, key);
		failed = json_object_set_new_nocheck(inner(container), valid.data, inner(value));
		text_free(&valid);
	} else {
		failed = json_array_append_new(inner(container), inner(value));
	}
	return failed ? NULL : value;
}

/* Reading */

const struct jsn *jsn_get(const struct jsn *object, const char *key)
{
	return outer(json_object_get(inner(object), key));
}

const struct jsn *jsn_at(const struct jsn *container, size_t i, const char **key)
{
	json_t *value = inner(container);
	if (key)
		*key = NULL;
	if (!json_is_object(value))
		return outer(json_array_get(value, i));
	void *entry = json_object_iter(value);
	while (entry && i--)
		entry = json_object_iter_next(value, entry);
	if (!entry)
		return NULL;
	if (key)
		*key = json_object_iter_key(entry);
	return outer(json_object_iter_value(entry));
}

size_t jsn_count(const struct jsn *container)
{
	json_t *value = inner(container);
	return json_is_object(value) ? json_object_size(value) : json_array_size(value);
}

enum jsn_type jsn_type(const struct jsn *value)
{
	static const enum jsn_type types[] = {
	    [JSON_OBJECT] = JSN_OBJECT, [JSON_ARRAY] = JSN_ARRAY, [JSON_STRING] = JSN_STRING, [JSON_INTEGER] = JSN_INT,
	    [JSON_TRUE] = JSN_BOOL,     [JSON_FALSE] = JSN_BOOL,  [JSON_NULL] = JSN_NULL,
	};
	return value ? types[json_typeof(inner(value))] : JSN_NULL;
}

const char *jsn_text(const struct jsn *value)
{
	return json_string_value(inner(value));
}

int64_t jsn_number(const struct jsn *value, int64_t otherwise)
{
	json_t *number = inner(value);
	if (json_is_boolean(number))
		return json_is_true(number);
	return json_is_integer(number) ? (int64_t)json_integer_value(number) : otherwise;
}
