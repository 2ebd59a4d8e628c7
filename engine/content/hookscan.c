#include "content/hookscan.h"

#include "content/texts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = 'w', TEXT = '"', END = 0, ID = 64, TEXTS = 64 };

struct token {
	int kind; /* WORD, TEXT, END, or the sign itself */
	const char *s;
	size_t len;
	int line, col;
};

/* What w was just asked, until something else is read. */
struct answer {
	enum names_kind about; /* NAMES_VAR, NAMES_DECISION or NAMES_FACT; NAMES_KINDS: nothing */
	int number;
	struct token id;
	bool open;    /* within the brackets of its call */
	bool counted; /* its length is asked for */
};

struct scan {
	const char *at, *end;
	int line, col;
	const struct file *file;
	const struct names *names;
	struct diags *diags;
	struct token last, token, next;     /* a window of three */
	struct token view;                  /* what the hook calls its view */
	const struct story *story;          /* may be NULL */
	const struct hookscan_watch *watch; /* may be NULL */
	int hook;                           /* the line on which its `function` stands */
	struct shape_texts bound;           /* names that the file gives to something of its own, sorted */
	bool sets;                          /* the name that is looked up is one to be set */
	struct answer answer;
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
		step(s, ahead(s, "==") || ahead(s, "~=") || ahead(s, "..") ? 2 : 1);
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

/* A name, or the inside of a text; NULL when it is too long to be an id. */
static const char *id_of(const struct scan *s, const struct token *t)
{
	size_t quotes = t->kind == TEXT;
	return t->len < ID && t->len >= 2 * quotes ? arena_ndup(s->diags->arena, t->s + quotes, t->len - 2 * quotes)
	                                           : NULL;
}

static void tell(struct scan *s, const struct token *t, const char *message)
{
	s->fine = diag_error(s->diags, (struct diag_place){s->file->name, t->line, t->col}, "%s", message);
	diag_code(s->diags, "unknown-name");
}

static void suggest(struct scan *s, const char *near)
{
	if (near)
		diag_hint(s->diags, "did you mean \"%s\"?", near);
}

/* The token as a name is of that kind, or is told; its number, NAMES_NONE when it has none. */
static int look_up(struct scan *s, const struct token *t, enum names_kind kind)
{
	const char *id = id_of(s, t);
	int number = id ? names_find(s->names, kind, id) : NAMES_NONE;
	if (number != NAMES_NONE && s->watch)
		s->watch->asked(s->watch->context, s->hook, kind, number, s->sets);
	if (!id || number != NAMES_NONE)
		return number;
	tell(s, t, arena_printf(s->diags->arena, "unknown %s \"%s\"", names_word(kind), id));
	suggest(s, s->diags->dropped == 0 ? names_nearest(s->names, kind, id) : NULL); /* nobody reads that far */
	return NAMES_NONE;
}

/* ---- what an answer is compared with ---- */

/* The i-th text that the answer can be; NULL past the last. */
static const char *answer_text(const struct scan *s, size_t i)
{
	const struct story *story = s->story;
	size_t number = (size_t)s->answer.number;
	if (s->answer.about == NAMES_FACT)
		return story->facts[number].kind == STORY_DATA ? fact_answers[i] : NULL;
	if (s->answer.about == NAMES_DECISION)
		return i < story->decisions[number].options.n ? story_option_at(&story->decisions[number], (int)i)->id
		                                              : NULL;
	return i < story->vars[number].choices.n ? story->vars[number].choices.v[i] : NULL;
}

/* The window's next is a text that the answer is compared with. */
static void look_at_text(struct scan *s)
{
	const char *texts[TEXTS], *id = id_of(s, &s->answer.id), *text = id_of(s, &s->next);
	size_t n = 0;
	if (text && s->watch && s->watch->compared && s->answer.about == NAMES_DECISION && *s->token.s == '=')
		s->watch->compared(s->watch->context, s->hook, s->answer.number, text);
	if (!id || !text || !s->story)
		return;
	for (; n < TEXTS && (texts[n] = answer_text(s, n)); n++)
		if (strcmp(texts[n], text) == 0)
			return;
	tell(s, &s->next, arena_printf(s->diags->arena, "\"%s\" is never \"%s\"", id, text));
	suggest(s, diag_nearest(text, texts, n));
	if (!n)
		diag_hint(s->diags, "it is no text");
}

/* The window's next is a number that the answer is compared with. */
static void look_at_number(struct scan *s)
{
	bool flag = s->answer.about == NAMES_VAR && s->story->vars[s->answer.number].kind == STORY_FLAG;
	const char *id = id_of(s, &s->answer.id), *number = id_of(s, &s->next), *text = answer_text(s, 0);
	if (s->answer.counted || !id || !number || (!flag && !text))
		return;
	tell(s, &s->next, arena_printf(s->diags->arena, "\"%s\" is never %s", id, number));
	if (flag)
		diag_hint(s->diags, "it is true or false: write w.%s alone, or not w.%s", id, id);
	else
		diag_hint(s->diags, "it is a text, such as \"%s\"", text);
}

static bool compares(const struct token *t)
{
	return t->len == 2 && (memcmp(t->s, "==", 2) == 0 || memcmp(t->s, "~=", 2) == 0);
}

/* Between what w was asked about and a comparison stands one bracket, or nothing. */
static void look_at_answer(struct scan *s)
{
	if (s->answer.about == NAMES_KINDS || s->token.s == s->answer.id.s)
		return;
	if (s->answer.open && sign(&s->token, ')')) {
		s->answer.open = false;
		return;
	}
	if (compares(&s->token) && !s->answer.open && s->next.kind == TEXT)
		look_at_text(s);
	else if (s->story && compares(&s->token) && !s->answer.open && s->next.kind == WORD &&
	         isdigit((unsigned char)*s->next.s))
		look_at_number(s);
	s->answer.about = NAMES_KINDS;
}

/* The window's next is what w is asked about. */
static void ask(struct scan *s, enum names_kind about, bool open)
{
	int number = look_up(s, &s->next, about);
	bool followed = about == NAMES_VAR || about == NAMES_DECISION || about == NAMES_FACT;
	if ((s->story || s->watch) && number != NAMES_NONE && followed)
		s->answer = (struct answer){about, number, s->next, open, false};
}

/* ---- the view ---- */

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

/* The variable that was meant by `w.two-words`, which Lua reads as a difference; NULL. */
static const char *dashed(const struct scan *s)
{
	size_t len = s->next.len;
	const char *first = id_of(s, &s->next);
	char *id;
	if (!first || names_find(s->names, NAMES_VAR, first) != NAMES_NONE)
		return NULL;
	while (s->next.s + len < s->end &&
	       (isalnum((unsigned char)s->next.s[len]) || s->next.s[len] == '_' || s->next.s[len] == '-'))
		len++;
	if (len == s->next.len || len >= ID)
		return NULL;
	id = arena_ndup(s->diags->arena, s->next.s, len);
	for (char *dash = id; (dash = strchr(dash, '-'));)
		*dash = '_';
	return names_find(s->names, NAMES_VAR, id) != NAMES_NONE ? id : NULL;
}

/* w.name: the view itself stands in the window's middle. */
static void look_at_field(struct scan *s)
{
	bool counted = sign(&s->last, '#');
	advance(s);
	if (s->next.kind != WORD || is(&s->next, "now") || is(&s->next, "random"))
		return;
	ask(s, NAMES_VAR, false);
	s->answer.counted = counted;
	const struct question *question = question_of(&s->next);
	const char *meant = dashed(s);
	if (meant)
		diag_hint(s->diags, "a name takes _, not -: w.%s", meant);
	if (question)
		diag_hint(s->diags, "write it with a colon: w:%s \"...\"", question->name);
}

static void tell_unanswered(struct scan *s, const struct token *t)
{
	const char *known[QUESTIONS], *word = arena_ndup(s->diags->arena, t->s, t->len < ID ? t->len : ID);
	for (size_t i = 0; i < QUESTIONS; i++)
		known[i] = questions[i].name;
	tell(s, t, arena_printf(s->diags->arena, "w answers no \"%s\"", word));
	suggest(s, diag_nearest(word, known, QUESTIONS));
	if (names_find(s->names, NAMES_VAR, word) != NAMES_NONE)
		diag_hint(s->diags, "a variable is read with a dot: w.%s", word);
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
	bool open = sign(&s->next, '(');
	if (open)
		advance(s);
	if (question && question->about != NAMES_KINDS && s->next.kind == TEXT)
		ask(s, question->about, open);
}

static bool is_view(const struct scan *s)
{
	return s->token.kind == WORD && s->token.len == s->view.len && !sign(&s->last, '.') && !sign(&s->last, ':') &&
	       memcmp(s->token.s, s->view.s, s->view.len) == 0;
}

/* A variable's name without the view before it, where the file has nothing else of that name. */
static void look_at_bare(struct scan *s)
{
	const char *id = s->token.kind == WORD && !sign(&s->last, '.') && !sign(&s->last, ':') && !sign(&s->next, '=')
	                     ? id_of(s, &s->token)
	                     : NULL;
	if (!id || names_find(s->names, NAMES_VAR, id) == NAMES_NONE || texts_sorted_have(&s->bound, id))
		return;
	tell(s, &s->token, arena_printf(s->diags->arena, "a variable is read from the view: w.%s", id));
}

static void look_at_view(struct scan *s)
{
	look_at_answer(s);
	look_at_bare(s);
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
		s->sets = depth == 1 && first && s->token.kind == WORD && sign(&s->next, '=');
		if (s->sets)
			look_up(s, &s->token, NAMES_VAR);
		s->sets = false;
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
	s->hook = s->last.line;
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

static struct scan scan_of(const struct file *file)
{
	return (struct scan){.at = file->bytes,
	                     .end = file->bytes + file->len,
	                     .line = 1,
	                     .col = 1,
	                     .file = file,
	                     .answer = {.about = NAMES_KINDS},
	                     .fine = true};
}

/* Locals, parameters, functions, and globals that are set outside every table. Too many rather than too few: a word
 * behind a `local x` counts, too. */
static struct shape_texts bound_words(const struct file *file, struct arena *arena)
{
	struct shape_texts words = {NULL, 0};
	struct scan s = scan_of(file);
	bool binding = false;
	int depth = 0;
	for (advance(&s); s.next.kind != END;) {
		advance(&s);
		depth += sign(&s.token, '{') ? 1 : sign(&s.token, '}') ? -1 : 0;
		bool begins = is(&s.token, "local") || is(&s.token, "function") || is(&s.token, "for");
		bool between = sign(&s.token, ',') || sign(&s.token, '(');
		binding = begins || (binding && !is(&s.token, "in") && (s.token.kind == WORD || between));
		if (s.token.kind == WORD && !begins && s.token.len < ID &&
		    (binding || (depth == 0 && sign(&s.next, '='))))
			texts_add(&words, arena_ndup(arena, s.token.s, s.token.len), arena);
	}
	texts_sort(&words);
	return words;
}

static bool scan_hooks(const struct file *file, const struct names *names, const struct story *story,
                       const struct hookscan_watch *watch, struct diags *diags)
{
	struct scan s = scan_of(file);
	s.names = names;
	s.diags = diags;
	s.story = story;
	s.watch = watch;
	s.bound = bound_words(file, diags->arena);
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

bool hookscan_file(const struct file *file, const struct names *names, const struct story *story, struct diags *diags)
{
	return scan_hooks(file, names, story, NULL, diags);
}

void hookscan_asks(const struct file *file, const struct names *names, const struct hookscan_watch *watch)
{
	struct diags told;
	diags_init(&told);
	scan_hooks(file, names, NULL, watch, &told);
	diags_free(&told);
}

struct shape_texts hookscan_words(const struct file *file, struct arena *arena)
{
	struct shape_texts words = {NULL, 0};
	struct scan s = scan_of(file);
	int depth = 0; /* of what waits for its `end`, from a `function` on */
	for (advance(&s); s.next.kind != END;) {
		advance(&s);
		size_t quotes = s.token.kind == TEXT;
		depth += depth > 0 ? opens(&s.token) : is(&s.token, "function");
		depth -= depth > 0 && (is(&s.token, "end") || is(&s.token, "until"));
		if (depth > 0 && (s.token.kind == WORD || quotes) && s.token.len >= 2 * quotes)
			texts_add(&words, arena_ndup(arena, s.token.s + quotes, s.token.len - 2 * quotes), arena);
	}
	texts_sort(&words);
	return words;
}
