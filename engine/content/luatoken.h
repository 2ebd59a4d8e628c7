/* luatoken: the tokens of a Lua source, one after the other.
 * Owns nothing: tokens point into the source; promises a place for each, and to end on any bytes.
 * Never judges what they mean. */
#ifndef CONTENT_LUATOKEN_H
#define CONTENT_LUATOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum { LUATOKEN_NONE = -1 };
/* Kinds; else the character itself. */
enum { LUATOKEN_END = 0, LUATOKEN_NAME = 'n', LUATOKEN_TEXT = 's', LUATOKEN_NUMBER = '0', LUATOKEN_OPERATOR = 'o' };

struct luatoken {
	const char *text; /* a name, a number, an operator; the inside of a text without escapes; else NULL */
	size_t len;
	int kind, line, col; /* columns count characters */
	int match;           /* for whoever pairs brackets; LUATOKEN_NONE */
	bool quoted;         /* a text in " or ', not in [[ ]] */
	bool joined;         /* for whoever reads several: nothing stands between it and the one before */
};

struct luatoken_cursor {
	const char *at, *end;
	int line, col;
};

/* The `=` signs of a long bracket that opens here, or LUATOKEN_NONE. */
int luatoken_level(const struct luatoken_cursor *cursor);

/* Past blanks and comments. */
void luatoken_skip(struct luatoken_cursor *cursor);

/* The token that begins here; moves behind it. */
void luatoken_read(struct luatoken_cursor *cursor, struct luatoken *token);

#endif
