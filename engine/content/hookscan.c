#include "content/hookscan.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = 'w', TEXT = '"', END = 0, ID = 64 };

struct token {
	int kind; /* WORD, TEXT, END, or the sign itself */
	const char *s;
	size_t len;
	int line, col;
};

struct scan {
	const char *at, *end;
	int line, col;
	const struct file *file;
	const struct names *names;
	struct diags *diags;
	struct token last, token, next; /* a window of three */
	struct token view;              /* what the hook calls its view */
	bool fine;
};

static void step(struct scan *s, size_t n)
{
	for (; n > 0 && s->at < s->end; n--, s->at++) {
		if (*s->at == '\n') {
			s->line++;
			s->col = 1;
		} else if (((unsigned char)*s->at & 0xc0) != 0x80) {
			s->col++;
		}
	}
}

static bool ahead(const struct scan *s, const char *word)
{
	size_t len = strlen(word);
	return (size_t)(s->end - s->at) >= len && memcmp(s->at, word, len) == 0;
}

/* Past [[...]] or [=[...]=]; false when none begins here. */
static bool skip_long(struct scan *s)
{
	char close[ID] = "]";
	const char *p = s->at + 1;
	size_t level = 0;
	while (p < s->end && *p == '=' && level < ID - 3) {
		close[++level] = '=';
		p++;
	}
	if (*s->at != '[' || p >= s->end || *p != '[')
		return false;
	close[level + 1] = ']';
	close[level + 2] = '\0';
	while (s->at < s->end && !ahead(s, close))
		step(s, 1);
	step(s, level + 2);
	return true;
}

static void skip_space(struct scan *s)
{
	while (s->at < s->end) {
		if (isspace((unsigned char)*s->at)) {
			step(s, 1);
		} else if (ahead(s, "--")) {
			step(s, 2);
			if (s->at < s->end && skip_long(s))
				continue;
			while (s->at < s->end && *s->at != '\n')
				step(s, 1);
		} else {
			return;
		}
	}
}

static void read_quoted(struct scan *s)
{
	char quote = *s->at;
	step(s, 1);
	while (s->at < s->end && *s->at != quote && *s->at != '\n')
		step(s, *s->at == '\\' ? 2 : 1);
	step(s, 1);
}

static struct token read_token(struct scan *s)
{
	skip_space(s);
	struct token t = {.s = s->at, .line = s->line, .col = s->col};
	if (s->at >= s->end)
		return t;
	unsigned char c = (unsigned char)*s->at;
	if (isalnum(c) || c == '_') {
		t.kind = WORD;
		while (s->at < s->end && (isalnum((unsigned char)*s->at) || *s->at == '_'))
			step(s, 1);
	} else if (c == '"' || c == '\'') {
		t.kind = TEXT;
		read_quoted(s);
	} else if (c == '[' && skip_long(s)) {
		t.kind = '[';
	} else {
		t.kind = c;
		step(s, ahead(s, "==") || ahead(s, "..") ? 2 : 1);
	}
	t.len = (size_t)(s->at - t.s);
	return t;
}

static void advance(struct scan *s)
{
	s->last = s->token;
	s->token = s->next;
	s->next = read_token(s);
}

static bool is(const struct token *t, const char *word)
{
	return t->kind == WORD && t->len == strlen(word) && memcmp(t->s, word, t->len) == 0;
}

static bool sign(const struct token *t, int kind)
{
	return t->kind == kind && t->len == 1;
}

/* The token as a name is of that kind, or is told. */
static void look_up(struct scan *s, const struct token *t, enum names_kind kind)
{
	char id[ID];
	size_t quotes = t->kind == TEXT;
	if (t->len >= ID || t->len < 2 * quotes)
		return;
	memcpy(id, t->s + quotes, t->len - 2 * quotes);
	id[t->len - 2 * quotes] = '\0';
	if (names_find(s->names, kind, id) != NAMES_NONE)
		return;
	const char *near = names_nearest(s->names, kind, id);
	s->fine = diag_error(s->diags, (struct diag_place){s->file->name, t->line, t->col}, "unknown %s \"%s\"",
	                     names_word(kind), id);
	diag_code(s->diags, "unknown-name");
	if (near)
		diag_hint(s->diags, "did you mean \"%s\"?", near);
}

/* What w answers when it is asked with a colon. */
static const struct question {
	const char *name;
	enum names_kind about; /* NAMES_KINDS: about no id */
} questions[] = {{"done", NAMES_ACTION},  {"chose", NAMES_DECISION},   {"fact", NAMES_FACT},
                 {"paused", NAMES_PAUSE}, {"published", NAMES_NOTICE}, {"random", NAMES_KINDS}};
enum { QUESTIONS = sizeof questions / sizeof *questions };

static const struct question *question_of(const struct token *t)
{
	for (size_t i = 0; i < QUESTIONS; i++)
		if (is(t, questions[i].name))
			return &questions[i];
	return NULL;
}

/* w.name: the view itself stands in the window's middle. */
static void look_at_field(struct scan *s)
{
	advance(s);
	if (s->next.kind != WORD || is(&s->next, "now") || is(&s->next, "random"))
		return;
	look_up(s, &s->next, NAMES_VAR);
	const struct question *question = question_of(&s->next);
	if (question)
		diag_hint(s->diags, "write it with a colon: w:%s \"...\"", question->name);
}

static void tell_unanswered(struct scan *s, const struct token *t)
{
	const char *known[QUESTIONS], *near;
	char word[ID];
	for (size_t i = 0; i < QUESTIONS; i++)
		known[i] = questions[i].name;
	snprintf(word, sizeof word, "%.*s", (int)(t->len < ID ? t->len : ID - 1), t->s);
	near = diag_nearest(word, known, QUESTIONS);
	s->fine =
	    diag_error(s->diags, (struct diag_place){s->file->name, t->line, t->col}, "w answers no \"%s\"", word);
	diag_code(s->diags, "unknown-name");
	if (names_find(s->names, NAMES_VAR, word) != NAMES_NONE)
		diag_hint(s->diags, "a variable is read with a dot: w.%s", word);
	else if (near)
		diag_hint(s->diags, "did you mean \"%s\"?", near);
}

/* w:method "id", with or without brackets. */
static void look_at_method(struct scan *s)
{
	advance(s);
	advance(s);
	struct token method = s->token;
	const struct question *question = question_of(&method);
	if (!question && method.kind == WORD)
		tell_unanswered(s, &method);
	if (sign(&s->next, '('))
		advance(s);
	if (question && question->about != NAMES_KINDS && s->next.kind == TEXT)
		look_up(s, &s->next, question->about);
}

static bool is_view(const struct scan *s)
{
	return s->token.kind == WORD && s->token.len == s->view.len && !sign(&s->last, '.') && !sign(&s->last, ':') &&
	       memcmp(s->token.s, s->view.s, s->view.len) == 0;
}

static void look_at_view(struct scan *s)
{
	if (is_view(s) && sign(&s->next, '.'))
		look_at_field(s);
	else if (is_view(s) && sign(&s->next, ':'))
		look_at_method(s);
}

/* sets = { name = ... }: the window's middle is the sign. */
static void look_at_sets(struct scan *s)
{
	int depth = 1;
	advance(s);
	while (depth > 0 && s->next.kind != END) {
		advance(s);
		depth += sign(&s->token, '{') || sign(&s->token, '(');
		depth -= sign(&s->token, '}') || sign(&s->token, ')');
		bool first = sign(&s->last, '{') || sign(&s->last, ',') || sign(&s->last, ';');
		if (depth == 1 && first && s->token.kind == WORD && sign(&s->next, '='))
			look_up(s, &s->token, NAMES_VAR);
		look_at_view(s);
	}
}

static bool opens(const struct token *t)
{
	return is(t, "function") || is(t, "if") || is(t, "do") || is(t, "repeat");
}

/* From `function` to its `end`; the window's middle is `function`. */
static void look_at_hook(struct scan *s)
{
	advance(s);
	if (!sign(&s->token, '(') || s->next.kind != WORD)
		return;
	s->view = s->next;
	for (int depth = 1; depth > 0 && s->next.kind != END;) {
		advance(s);
		depth += opens(&s->token);
		depth -= is(&s->token, "end") || is(&s->token, "until");
		look_at_view(s);
		if (is(&s->last, "sets") && sign(&s->token, '=') && sign(&s->next, '{'))
			look_at_sets(s);
	}
}

bool hookscan_file(const struct file *file, const struct names *names, struct diags *diags)
{
	struct scan s = {.at = file->bytes,
	                 .end = file->bytes + file->len,
	                 .line = 1,
	                 .col = 1,
	                 .file = file,
	                 .names = names,
	                 .diags = diags,
	                 .fine = true};
	advance(&s);
	for (advance(&s); s.token.kind != END || s.next.kind != END; advance(&s)) {
		bool hook = is(&s.last, "when") || is(&s.last, "run");
		if (hook && sign(&s.token, '=') && is(&s.next, "function")) {
			advance(&s);
			look_at_hook(&s);
		}
	}
	return s.fine;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct shape_texts hookscan_words(const struct file *file, struct arena *arena)
{
	struct shape_texts words = {NULL, 0};
	struct scan s = {.at = file->bytes, .end = file->bytes + file->len, .line = 1, .col = 1};
	int depth = 0; /* of what waits for its `end`, from a `function` on */
	for (advance(&s); s.next.kind != END;) {
		advance(&s);
		size_t quotes = s.token.kind == TEXT;
		depth += depth > 0 ? opens(&s.token) : is(&s.token, "function");
		depth -= depth > 0 && (is(&s.token, "end") || is(&s.token, "until"));
		if (depth > 0 && (s.token.kind == WORD || quotes) && s.token.len >= 2 * quotes)
			*(const char **)arena_push(arena, &words.v, &words.n, sizeof *words.v) =
			    arena_ndup(arena, s.token.s + quotes, s.token.len - 2 * quotes);
	}
	if (words.n)
		qsort(words.v, words.n, sizeof *words.v, by_bytes);
	return words;
}
