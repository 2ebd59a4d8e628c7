#include "content/hookshape.h"

#include "base/arena.h"
#include "content/luatoken.h"

#include <string.h>

struct tokens {
	struct luatoken *v;
	size_t n;
};

struct look {
	struct tokens tokens;
	struct arena *arena;
	struct luatoken *views; /* what functions call their first parameter */
	size_t nviews;
	struct hookshape shape;
};

static struct tokens read_all(const struct file *file, struct arena *arena)
{
	struct luatoken_cursor cursor = {file->bytes, file->bytes + file->len, 1, 1};
	struct tokens tokens = {NULL, 0};
	struct luatoken *token;
	do {
		luatoken_skip(&cursor);
		token = arena_push(arena, &tokens.v, &tokens.n, sizeof *tokens.v);
		luatoken_read(&cursor, token);
	} while (token->kind != LUATOKEN_END);
	return tokens;
}

/* The last one is the end, and follows itself. */
static const struct luatoken *at(const struct look *l, size_t i)
{
	return &l->tokens.v[i < l->tokens.n ? i : l->tokens.n - 1];
}

static bool is(const struct luatoken *token, const char *word)
{
	return token->kind == LUATOKEN_NAME && token->len == strlen(word) && memcmp(token->text, word, token->len) == 0;
}

static bool is_any(const struct luatoken *token, const char *const *words)
{
	while (*words && !is(token, *words))
		words++;
	return *words != NULL;
}

static bool opens(const struct luatoken *token)
{
	static const char *const words[] = {"function", "if", "do", "repeat", NULL};
	return is_any(token, words);
}

static bool closes(const struct luatoken *token)
{
	return is(token, "end") || is(token, "until");
}

/* An id as hookscan_words has it. */
static bool is_plain(const struct luatoken *token)
{
	return token->kind == LUATOKEN_TEXT && token->quoted && token->text;
}

static bool ends_value(const struct luatoken *token)
{
	return token->kind == ',' || token->kind == ';' || token->kind == '}';
}

/* An id, or a list of ids, and nothing behind it. */
static bool is_written_out(const struct look *l, size_t i)
{
	if (at(l, i)->kind != '{')
		return is_plain(at(l, i)) && ends_value(at(l, i + 1));
	for (i++; is_plain(at(l, i)) && ends_value(at(l, i + 1)); i += 2)
		if (at(l, i + 1)->kind == '}')
			return ends_value(at(l, i + 2));
	return at(l, i)->kind == '}' && ends_value(at(l, i + 1));
}

/* ['name'], from its bracket on. */
static bool is_plain_key(const struct look *l, size_t i)
{
	return is_plain(at(l, i + 1)) && at(l, i + 2)->kind == ']';
}

/* A map whose keys are names, or texts in quotes. */
static bool has_plain_keys(const struct look *l, size_t i)
{
	int depth = 0;
	if (at(l, i)->kind != '{')
		return false;
	do {
		depth += (at(l, i)->kind == '{') - (at(l, i)->kind == '}');
		if (at(l, i)->kind == '[' && !is_plain_key(l, i))
			return false;
		i++;
	} while (depth > 0 && at(l, i)->kind != LUATOKEN_END);
	return true;
}

static bool is_view(const struct look *l, const struct luatoken *token)
{
	for (size_t i = 0; i < l->nviews; i++)
		if (l->views[i].len == token->len && memcmp(l->views[i].text, token->text, token->len) == 0)
			return true;
	return false;
}

/* What may stand in an answer beside tables that are written out: nothing that may itself be one. */
static bool is_harmless(const struct look *l, size_t i)
{
	static const char *const words[] = {"and", "or", "not", "nil", "true", "false", NULL};
	int before = at(l, i - 1)->kind;
	return at(l, i)->kind != LUATOKEN_NAME || before == '.' || before == ':' || is_any(at(l, i), words) ||
	       is_view(l, at(l, i));
}

/* An answer, up to the end of its block. */
static bool is_answer_written_out(const struct look *l, size_t i)
{
	static const char *const ends[] = {"end", "else", "elseif", "until", NULL};
	for (int depth = 0; at(l, i)->kind != LUATOKEN_END && !is_any(at(l, i), ends); i++) {
		depth += (at(l, i)->kind == '{') - (at(l, i)->kind == '}');
		if (depth == 0 && !is_harmless(l, i))
			return false;
	}
	return true;
}

/* A `run`, from its `function` to its `end`. */
static bool is_run_written_out(const struct look *l, size_t i)
{
	int depth = 0;
	if (!is(at(l, i), "function"))
		return false;
	do {
		depth += opens(at(l, i)) - closes(at(l, i));
		if (is(at(l, i), "return") && !is_answer_written_out(l, i + 1))
			return false;
		i++;
	} while (depth > 0 && at(l, i)->kind != LUATOKEN_END);
	return true;
}

static void look_at_key(struct look *l, size_t i)
{
	static const char *const bringing[] = {"delivers", "opens", NULL};
	if (is_any(at(l, i), bringing))
		l->shape.brings |= !is_written_out(l, i + 2);
	else if (is(at(l, i), "verifies"))
		l->shape.verifies |= !has_plain_keys(l, i + 2);
}

/* In a function. */
static void look_at_word(struct look *l, size_t i)
{
	if (at(l, i + 1)->kind == '=')
		look_at_key(l, i);
	else if (at(l, i + 1)->kind == '[' && is_view(l, at(l, i)) && !is_plain_key(l, i + 1))
		l->shape.reads = true;
}

static void find_views(struct look *l)
{
	for (size_t i = 0; i < l->tokens.n; i++) {
		size_t name = i + (at(l, i + 1)->kind == '(' ? 2 : 3);
		if (is(at(l, i), "function") && at(l, name - 1)->kind == '(' && at(l, name)->kind == LUATOKEN_NAME)
			*(struct luatoken *)arena_push(l->arena, &l->views, &l->nviews, sizeof *l->views) =
			    *at(l, name);
	}
}

struct hookshape hookshape_of(const struct file *file)
{
	struct look l = {.arena = arena_new()};
	int depth = 0; /* of what waits for its `end`, from a `function` on */
	l.tokens = read_all(file, l.arena);
	find_views(&l);
	for (size_t i = 0; i < l.tokens.n; i++) {
		depth += depth > 0 ? opens(at(&l, i)) : is(at(&l, i), "function");
		depth -= depth > 0 && closes(at(&l, i));
		if (is(at(&l, i), "run") && at(&l, i + 1)->kind == '=' && !is_run_written_out(&l, i + 2))
			l.shape = (struct hookshape){true, l.shape.reads, true};
		if (depth > 0 && at(&l, i)->kind == LUATOKEN_NAME)
			look_at_word(&l, i);
	}
	arena_free(l.arena);
	return l.shape;
}

static void read_next(struct luatoken_cursor *cursor, struct luatoken *token)
{
	luatoken_skip(cursor);
	luatoken_read(cursor, token);
}

bool hookshape_asks(const struct file *file, const char *decision)
{
	struct luatoken_cursor cursor = {file->bytes, file->bytes + file->len, 1, 1};
	struct luatoken token = {.kind = LUATOKEN_NAME};
	while (token.kind != LUATOKEN_END) {
		read_next(&cursor, &token);
		if (!is(&token, "chose"))
			continue;
		read_next(&cursor, &token);
		bool open = token.kind == '(';
		if (open)
			read_next(&cursor, &token);
		if (!is_plain(&token) ||
		    (token.len == strlen(decision) && memcmp(token.text, decision, token.len) == 0))
			return true;
		if (open)
			read_next(&cursor, &token);
		if (open && token.kind != ')')
			return true;
	}
	return false;
}
