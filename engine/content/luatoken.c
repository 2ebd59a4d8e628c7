#include "content/luatoken.h"

#include "base/ascii.h"

#include <string.h>

static void advance(struct luatoken_cursor *cursor)
{
	if (cursor->at == cursor->end)
		return;
	if (*cursor->at == '\n') {
		cursor->line++;
		cursor->col = 0;
	}
	cursor->at++;
	if (cursor->at == cursor->end || ((unsigned char)*cursor->at & 0xC0) != 0x80)
		cursor->col++; /* columns count characters */
}

static void advance_by(struct luatoken_cursor *cursor, size_t n)
{
	while (n-- > 0)
		advance(cursor);
}

static char peek(const struct luatoken_cursor *cursor, size_t ahead)
{
	return (size_t)(cursor->end - cursor->at) > ahead ? cursor->at[ahead] : '\0';
}

static bool is_letter(char c)
{
	return ascii_letter(c) || c == '_';
}

int luatoken_level(const struct luatoken_cursor *cursor)
{
	int level = 0;
	if (peek(cursor, 0) != '[')
		return LUATOKEN_NONE;
	while (peek(cursor, 1 + (size_t)level) == '=')
		level++;
	return peek(cursor, 1 + (size_t)level) == '[' ? level : LUATOKEN_NONE;
}

static bool closes(const struct luatoken_cursor *cursor, int level)
{
	if (peek(cursor, 0) != ']')
		return false;
	for (int i = 1; i <= level; i++)
		if (peek(cursor, (size_t)i) != '=')
			return false;
	return peek(cursor, 1 + (size_t)level) == ']';
}

static void read_long(struct luatoken_cursor *cursor, int level, struct luatoken *token)
{
	advance_by(cursor, (size_t)level + 2);
	if (peek(cursor, 0) == '\n') /* Lua drops it */
		advance(cursor);
	token->text = cursor->at;
	while (cursor->at < cursor->end && !closes(cursor, level))
		advance(cursor);
	token->len = (size_t)(cursor->at - token->text);
	advance_by(cursor, (size_t)level + 2);
}

static void read_quoted(struct luatoken_cursor *cursor, struct luatoken *token)
{
	char quote = *cursor->at;
	bool escapes = false;
	token->quoted = true;
	advance(cursor);
	token->text = cursor->at;
	while (cursor->at < cursor->end && *cursor->at != quote && *cursor->at != '\n') {
		escapes = escapes || *cursor->at == '\\';
		advance_by(cursor, *cursor->at == '\\' ? 2 : 1);
	}
	token->len = (size_t)(cursor->at - token->text);
	if (escapes)
		token->text = NULL;
	if (peek(cursor, 0) == quote)
		advance(cursor);
}

static void read_word(struct luatoken_cursor *cursor, struct luatoken *token)
{
	token->text = cursor->at;
	while (is_letter(peek(cursor, 0)) || ascii_digit(peek(cursor, 0)) ||
	       (token->kind == LUATOKEN_NUMBER && peek(cursor, 0) == '.' && peek(cursor, 1) != '.'))
		advance(cursor);
	token->len = (size_t)(cursor->at - token->text);
}

static void skip_comment(struct luatoken_cursor *cursor)
{
	struct luatoken ignored;
	advance_by(cursor, 2);
	int level = luatoken_level(cursor);
	if (level != LUATOKEN_NONE)
		read_long(cursor, level, &ignored);
	while (level == LUATOKEN_NONE && cursor->at < cursor->end && *cursor->at != '\n')
		advance(cursor);
}

void luatoken_skip(struct luatoken_cursor *cursor)
{
	while (cursor->at < cursor->end) {
		if (peek(cursor, 0) == '-' && peek(cursor, 1) == '-')
			skip_comment(cursor);
		else if (strchr(" \t\r\n\v\f", *cursor->at) != NULL)
			advance(cursor);
		else
			return;
	}
}

/* Two or three characters that mean something else than their first one alone. */
static size_t operator_length(const struct luatoken_cursor *cursor)
{
	static const char *const operators[] = {"...", "..", "==", "~=", "<=", ">=", "::", "//", "<<", ">>"};
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		size_t len = strlen(operators[i]);
		if ((size_t)(cursor->end - cursor->at) >= len && memcmp(cursor->at, operators[i], len) == 0)
			return len;
	}
	return 0;
}

void luatoken_read(struct luatoken_cursor *cursor, struct luatoken *token)
{
	char c = peek(cursor, 0);
	int level = luatoken_level(cursor);
	*token = (struct luatoken){
	    .line = cursor->line, .col = cursor->col, .kind = LUATOKEN_OPERATOR, .match = LUATOKEN_NONE};
	if (cursor->at == cursor->end) {
		token->kind = LUATOKEN_END;
	} else if (level != LUATOKEN_NONE || c == '"' || c == '\'') {
		token->kind = LUATOKEN_TEXT;
		if (level != LUATOKEN_NONE)
			read_long(cursor, level, token);
		else
			read_quoted(cursor, token);
	} else if (is_letter(c) || ascii_digit(c)) {
		token->kind = ascii_digit(c) ? LUATOKEN_NUMBER : LUATOKEN_NAME;
		read_word(cursor, token);
	} else if (operator_length(cursor) > 0) {
		token->text = cursor->at;
		token->len = operator_length(cursor);
		advance_by(cursor, token->len);
	} else if ((unsigned char)c >= 0x80) {
		do
			advance(cursor);
		while (((unsigned char)peek(cursor, 0) & 0xC0) == 0x80);
	} else {
		token->kind = (unsigned char)c;
		advance(cursor);
	}
}
