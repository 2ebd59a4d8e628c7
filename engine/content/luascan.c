/* The whole file becomes tokens once. In Lua every `{` opens a table constructor, so duplicate keys and places need no
 * more grammar than matching brackets and counting what `end` closes. */
#include "content/luascan.h"

#include "content/luatoken.h"

#include <stdlib.h>
#include <string.h>

enum { TOKENS = 200000, DECLARATIONS = 4000, NONE = LUATOKEN_NONE }; /* what lies beyond is not looked at */
enum { END = LUATOKEN_END, NAME = LUATOKEN_NAME, TEXT = LUATOKEN_TEXT, NUMBER = LUATOKEN_NUMBER };

struct declaration {
	const char *keyword;
	const struct luatoken *id;
	int token, body; /* body: its `{`, NONE when it is computed */
};

struct luascan {
	const struct file *file;
	struct arena *arena;
	struct diags *diags;
	struct luatoken *tokens;
	size_t n;
	struct declaration *declarations;
	size_t ndeclarations;
};

struct item {      /* of a table constructor */
	int key;   /* its token; NONE for the list part */
	int value; /* the first token of it */
	int end;   /* the token behind it */
	bool computed_key;
};

/* ---- tokens ---- */

static bool curly(const struct luatoken_cursor *cursor)
{
	const unsigned char *at = (const unsigned char *)cursor->at;
	return cursor->end - cursor->at > 2 && at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x98 && at[2] <= 0x9F;
}

static struct diag_place place_of(const struct luascan *scan, const struct luatoken *token)
{
	return (struct diag_place){scan->file->name, token->line, token->col};
}

/* A text that lost its ]] goes on until the next one's, and takes the keys between with it. */
static void doubt_long(const struct luascan *scan, const struct luatoken *token)
{
	size_t i = 1;
	while (i < token->len && (token->text[i - 1] != '[' || token->text[i] != '['))
		i++;
	if (i < token->len)
		diag_error(scan->diags, place_of(scan, token),
		           "another [[ stands in this text: is its own ]] missing?");
}

/* Words that may stand right behind a text, as in "a"and. */
static bool goes_on(const struct luatoken *token)
{
	static const char *const words[] = {"and", "or", "then", "do", "end", "else", "elseif", "until", "return"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token->len == strlen(words[i]) && memcmp(token->text, words[i], token->len) == 0)
			return true;
	return false;
}

/* Whether a text goes on over the next key up to the quote of its value: it ends in `, hint = `. */
static bool swallows_a_key(const struct luatoken *text)
{
	size_t at = text->text ? text->len : 0;
	while (at > 0 && text->text[at - 1] == ' ')
		at--;
	if (at == 0 || text->text[--at] != '=')
		return false;
	while (at > 0 && text->text[at - 1] == ' ')
		at--;
	size_t name = at;
	while (at > 0 && (text->text[at - 1] == '_' || (text->text[at - 1] >= 'a' && text->text[at - 1] <= 'z')))
		at--;
	bool named = at < name;
	while (at > 0 && text->text[at - 1] == ' ')
		at--;
	return named && at > 0 && (text->text[at - 1] == ',' || text->text[at - 1] == '{');
}

/* A text that ends where a word follows at once was meant to go on. True when it is told. */
static bool doubt_quote(const struct luascan *scan, const struct luatoken *token)
{
	const struct luatoken *text = token - 1;
	bool word = (token->kind == NAME && !goes_on(token)) || token->kind == NUMBER;
	if (scan->n < 2 || !token->joined || !word || text->kind != TEXT || !text->quoted)
		return false;
	if (swallows_a_key(text))
		return !diag_error(scan->diags, place_of(scan, text),
		                   "this text has no closing quote: it goes on over the next key");
	return !diag_error(scan->diags, place_of(scan, token),
	                   "a quote inside a text ends it: write \\\" there, or the text in [[ ]]");
}

/* 6,100 where a key takes one number. */
static void doubt_number(const struct luascan *scan, const struct luatoken *token)
{
	const struct luatoken *comma = token - 1, *first = token - 2;
	if (scan->n < 4 || token->kind != NUMBER || token->len != 3 || !token->joined || comma->kind != ',' ||
	    !comma->joined || first->kind != NUMBER || first->len > 3 || token[-3].kind != '=')
		return;
	diag_error(scan->diags, place_of(scan, first), "a number has no comma in it: write %.*s%.*s", (int)first->len,
	           first->text, (int)token->len, token->text);
}

static void read_tokens(struct luascan *scan)
{
	struct luatoken_cursor cursor = {scan->file->bytes, scan->file->bytes + scan->file->len, 1, 1};
	int told = 0;   /* the line of the last curly quote */
	int quoted = 0; /* and of the last text that ends too soon */
	struct luatoken *token;
	do {
		token = arena_push(scan->arena, &scan->tokens, &scan->n, sizeof *token);
		const char *before = cursor.at;
		luatoken_skip(&cursor);
		bool joined = cursor.at == before;
		bool bad = curly(&cursor), bracketed = luatoken_level(&cursor) == 0;
		luatoken_read(&cursor, token);
		token->joined = joined;
		doubt_number(scan, token);
		if (token->line != quoted && doubt_quote(scan, token))
			quoted = token->line;
		if (bracketed)
			doubt_long(scan, token);
		if (bad && token->line != told)
			diag_error(scan->diags, place_of(scan, token), "curly quote; Lua wants straight ones");
		told = bad ? token->line : told;
		if (scan->n == TOKENS)
			token->kind = END;
	} while (token->kind != END);
}

static void match_braces(struct luascan *scan)
{
	int *open = arena_alloc(scan->arena, scan->n * sizeof *open), depth = 0;
	for (int i = 0; i < (int)scan->n; i++) {
		if (scan->tokens[i].kind == '{') {
			scan->tokens[i].match = (int)scan->n - 1;
			open[depth++] = i;
		} else if (scan->tokens[i].kind == '}' && depth > 0) {
			scan->tokens[open[--depth]].match = i;
		}
	}
}

static bool begins_line(const struct luascan *scan, size_t i)
{
	int kind = scan->tokens[i].kind;
	bool opens = kind == NAME || kind == TEXT || kind == '{';
	return opens && (i == 0 || scan->tokens[i - 1].line != scan->tokens[i].line);
}

int luascan_unclosed(const struct luascan *scan, int *opened)
{
	struct brace {
		int line, indent;
	} *open = arena_alloc(scan->arena, scan->n * sizeof *open);
	int indent = 1;
	size_t depth = 0;
	for (size_t i = 0; i < scan->n; i++) {
		const struct luatoken *token = &scan->tokens[i];
		if (begins_line(scan, i)) {
			indent = token->col;
			if (depth > 0 && indent <= open[depth - 1].indent) {
				*opened = open[depth - 1].line;
				return token->line;
			}
		}
		if (token->kind == '{')
			open[depth++] = (struct brace){token->line, indent};
		depth -= token->kind == '}' && depth > 0;
	}
	return 0;
}

/* ---- table constructors ---- */

static const struct luatoken *token_at(const struct luascan *scan, int i)
{
	return &scan->tokens[i < (int)scan->n ? i : (int)scan->n - 1];
}

static int kind_at(const struct luascan *scan, int i)
{
	return token_at(scan, i)->kind;
}

static bool is_word(const struct luatoken *token, const char *word)
{
	return token->text != NULL && token->len == strlen(word) && memcmp(token->text, word, token->len) == 0;
}

/* How a token changes the depth within an expression: what opens counts 1, what closes -1. */
static int nesting(const struct luatoken *token)
{
	static const char *const open[] = {"function", "do", "if", "repeat"}, *const closing[] = {"end", "until"};
	if (token->kind == '(' || token->kind == '[')
		return 1;
	if (token->kind == ')' || token->kind == ']')
		return -1;
	for (size_t i = 0; token->kind == NAME && i < sizeof open / sizeof *open; i++)
		if (is_word(token, open[i]))
			return 1;
	for (size_t i = 0; token->kind == NAME && i < sizeof closing / sizeof *closing; i++)
		if (is_word(token, closing[i]))
			return -1;
	return 0;
}

static int skip_value(const struct luascan *scan, int i, int end)
{
	for (int depth = 0; i < end; i++) {
		int kind = kind_at(scan, i);
		if (depth <= 0 && (kind == ',' || kind == ';'))
			break;
		if (kind == '{')
			i = scan->tokens[i].match;
		else
			depth += nesting(&scan->tokens[i]);
	}
	return i < end ? i : end;
}

/* The item at *at of the constructor that ends at `end`; moves behind it. False at the end. */
static bool next_item(const struct luascan *scan, int *at, int end, struct item *item)
{
	int i = *at;
	if (i >= end)
		return false;
	*item = (struct item){NONE, i, 0, false};
	if (kind_at(scan, i) == NAME && kind_at(scan, i + 1) == '=') {
		item->key = i;
		item->value = i + 2;
	} else if (kind_at(scan, i) == '[') {
		bool plain =
		    kind_at(scan, i + 1) == TEXT && kind_at(scan, i + 2) == ']' && token_at(scan, i + 1)->text != NULL;
		item->key = plain ? i + 1 : NONE;
		item->value = plain ? i + 4 : i;
		item->computed_key = !plain;
	}
	item->end = skip_value(scan, item->value, end);
	*at = item->end + 1;
	return true;
}

static int by_text(const void *a, const void *b)
{
	const struct luatoken *x = *(const struct luatoken *const *)a, *y = *(const struct luatoken *const *)b;
	int order = memcmp(x->text, y->text, x->len < y->len ? x->len : y->len);
	if (order == 0)
		order = (x->len > y->len) - (x->len < y->len);
	return order != 0 ? order : (x > y) - (x < y);
}

static void tell_duplicates(struct luascan *scan, int brace)
{
	const struct luatoken **keys = NULL;
	size_t n = 0;
	struct item item;
	for (int at = brace + 1; next_item(scan, &at, scan->tokens[brace].match, &item);)
		if (item.key != NONE) {
			const struct luatoken **key = arena_push(scan->arena, &keys, &n, sizeof *keys);
			*key = &scan->tokens[item.key];
		}
	if (n > 1)
		qsort(keys, n, sizeof *keys, by_text);
	for (size_t i = 1; i < n; i++)
		if (keys[i]->len == keys[i - 1]->len && memcmp(keys[i]->text, keys[i - 1]->text, keys[i]->len) == 0) {
			diag_error(scan->diags, place_of(scan, keys[i]),
			           "the key \"%.*s\" is here twice, first on line %d", (int)keys[i]->len, keys[i]->text,
			           keys[i - 1]->line);
			diag_code(scan->diags, "twice");
		}
}

/* ---- declarations ---- */

static const char *keyword_at(const struct luascan *scan, int i, const char *const *keywords)
{
	if (kind_at(scan, i) != NAME || (i > 0 && (kind_at(scan, i - 1) == '.' || kind_at(scan, i - 1) == ':')))
		return NULL;
	while (*keywords != NULL && !is_word(&scan->tokens[i], *keywords))
		keywords++;
	return *keywords;
}

static void read_declaration(struct luascan *scan, const char *keyword, int i)
{
	bool bracket = kind_at(scan, i + 1) == '(';
	int id = i + 1 + bracket, body = id + 1 + bracket;
	if (kind_at(scan, id) != TEXT || token_at(scan, id)->text == NULL || (bracket && kind_at(scan, id + 1) != ')'))
		return; /* an id that is computed */
	if (scan->ndeclarations == DECLARATIONS)
		return;
	struct declaration *d =
	    arena_push(scan->arena, &scan->declarations, &scan->ndeclarations, sizeof *scan->declarations);
	*d = (struct declaration){keyword, token_at(scan, id), i, NONE};
	int kind = kind_at(scan, body), first = body + (kind == '(');
	if (kind_at(scan, first) == '{')
		d->body = first;
	if (kind != '{' && kind != '(' && kind != TEXT)
		diag_error(scan->diags, place_of(scan, &scan->tokens[i]), "%s \"%.*s\" has no %s after it", keyword,
		           (int)d->id->len, d->id->text, strcmp(keyword, "var") == 0 ? "(value)" : "{ body }");
}

struct luascan *luascan_file(const struct file *file, const char *const *keywords, struct arena *arena,
                             struct diags *diags)
{
	struct luascan *scan = arena_alloc(arena, sizeof *scan);
	scan->file = file;
	scan->arena = arena;
	scan->diags = diags;
	read_tokens(scan);
	match_braces(scan);
	for (int i = 0; i < (int)scan->n; i++) {
		const char *keyword = keyword_at(scan, i, keywords);
		if (keyword != NULL)
			read_declaration(scan, keyword, i);
		if (scan->tokens[i].kind == '{')
			tell_duplicates(scan, i);
	}
	return scan;
}

static const struct declaration *find(const struct luascan *scan, const char *keyword, const char *id, int nth)
{
	for (size_t i = 0; i < scan->ndeclarations; i++) {
		const struct declaration *d = &scan->declarations[i];
		if (is_word(d->id, id) && strcmp(d->keyword, keyword) == 0 && nth-- == 0)
			return d;
	}
	return NULL;
}

int luascan_declaration(const struct luascan *scan, const char *keyword, const char *id, int nth)
{
	const struct declaration *d = find(scan, keyword, id, nth);
	return d != NULL ? scan->tokens[d->token].line : 0;
}

/* ---- places ---- */

static struct yml_pair *pair_of(struct yml *node, const struct luatoken *key)
{
	size_t low = 0, high = node->n; /* the list part stands in front, the keys are sorted */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct luatoken have = {.text = node->pairs[middle].key};
		have.len = have.text != NULL ? strlen(have.text) : 0;
		const struct luatoken *a = &have, *b = key;
		if (have.text != NULL && have.len == key->len && memcmp(have.text, key->text, have.len) == 0)
			return &node->pairs[middle];
		if (have.text == NULL || by_text(&a, &b) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

struct ranked {
	size_t rank, index;
	struct yml_pair pair;
};

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	int order = (x->rank > y->rank) - (x->rank < y->rank);
	return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* Puts the pairs into the order of their ranks. */
static void reorder(struct ranked *ranked, struct yml *node)
{
	for (size_t i = 0; i < node->n; i++)
		ranked[i] = (struct ranked){ranked[i].rank, i, node->pairs[i]};
	qsort(ranked, node->n, sizeof *ranked, by_rank);
	for (size_t i = 0; i < node->n; i++)
		node->pairs[i] = ranked[i].pair;
}

static void place_table(const struct luascan *scan, struct yml *node, int brace)
{
	struct item item;
	size_t listed = 0;
	struct ranked *ranked = arena_alloc(scan->arena, (node->n + 1) * sizeof *ranked);
	for (size_t i = 0; i < node->n; i++)
		ranked[i].rank = node->pairs[i].key == NULL ? 0 : scan->n; /* what is computed comes last */
	for (int at = brace + 1; next_item(scan, &at, scan->tokens[brace].match, &item);) {
		struct yml_pair *pair = NULL;
		if (item.key != NONE)
			pair = pair_of(node, &scan->tokens[item.key]);
		else if (!item.computed_key && listed < node->n && node->pairs[listed].key == NULL)
			pair = &node->pairs[listed++];
		if (pair == NULL)
			continue;
		if (item.key != NONE)
			ranked[pair - node->pairs].rank = (size_t)item.key;
		pair->place = place_of(scan, token_at(scan, item.key != NONE ? item.key : item.value));
		pair->value->place = place_of(scan, token_at(scan, item.value));
		bool constructor = kind_at(scan, item.value) == '{' && scan->tokens[item.value].match == item.end - 1;
		if (constructor && (pair->value->type == YML_MAP || pair->value->type == YML_LIST))
			place_table(scan, pair->value, item.value);
	}
	reorder(ranked, node);
}

void luascan_place(const struct luascan *scan, const char *keyword, const char *id, int nth, struct yml *body)
{
	const struct declaration *d = find(scan, keyword, id, nth);
	if (d == NULL || d->body == NONE)
		return;
	body->place = place_of(scan, &scan->tokens[d->body]);
	if (body->type == YML_MAP || body->type == YML_LIST)
		place_table(scan, body, d->body);
}
