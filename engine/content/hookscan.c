#include "content/hookscan.h"

#include "base/ascii.h"
#include "content/luatoken.h"
#include "content/texts.h"

#include <string.h>

enum { END = LUATOKEN_END, NAME = LUATOKEN_NAME, NUMBER = LUATOKEN_NUMBER };
enum { ID = 64, TEXTS = 64, OPERAND = 64 /* tokens */ };

/* What w was just asked, until something else is read. */
struct answer {
	enum names_kind about; /* NAMES_VAR, NAMES_DECISION or NAMES_FACT; NAMES_KINDS: nothing */
	int number;
	struct luatoken id;
	bool open;    /* within the brackets of its call */
	bool counted; /* its length is asked for */
};

struct scan {
	struct luatoken_cursor cursor;
	const struct file *file;
	const struct names *names;
	struct diags *diags;
	struct luatoken last, token, next;  /* a window of three */
	struct luatoken view;               /* what the hook calls its view */
	const struct story *story;          /* may be NULL */
	const struct hookscan_watch *watch; /* may be NULL */
	int hook;                           /* the line on which its `function` stands */
	struct shape_texts bound;           /* names that the file gives to something of its own, sorted */
	bool sets;                          /* the name that is looked up is one to be set */
	struct answer answer;
	bool fine;
};

static void advance(struct scan *s)
{
	s->last = s->token;
	s->token = s->next;
	luatoken_skip(&s->cursor);
	luatoken_read(&s->cursor, &s->next);
}

static bool is(const struct luatoken *t, const char *word)
{
	return t->kind == NAME && t->len == strlen(word) && memcmp(t->text, word, t->len) == 0;
}

static bool sign(const struct luatoken *t, int kind)
{
	return t->kind == kind;
}

static bool is_quoted(const struct luatoken *t)
{
	return t->kind == LUATOKEN_TEXT && t->quoted;
}

/* A name, a number, or the inside of a text; NULL when it has escapes, or is too long to be an id. */
static const char *id_of(const struct scan *s, const struct luatoken *t)
{
	return t->text && t->len < ID ? arena_ndup(s->diags->arena, t->text, t->len) : NULL;
}

static void tell(struct scan *s, const struct luatoken *t, const char *message)
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
static int look_up(struct scan *s, const struct luatoken *t, enum names_kind kind)
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
	if (text && s->watch && s->watch->compared && s->answer.about == NAMES_DECISION && *s->token.text == '=')
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

static bool compares(const struct luatoken *t)
{
	return t->kind == LUATOKEN_OPERATOR && t->len == 2 && strchr("=~", *t->text) && t->text[1] == '=';
}

/* Between what w was asked about and a comparison stands one bracket, or nothing. */
static void look_at_answer(struct scan *s)
{
	if (s->answer.about == NAMES_KINDS || s->token.text == s->answer.id.text)
		return;
	if (s->answer.open && sign(&s->token, ')')) {
		s->answer.open = false;
		return;
	}
	if (compares(&s->token) && !s->answer.open && is_quoted(&s->next))
		look_at_text(s);
	else if (s->story && compares(&s->token) && !s->answer.open && s->next.kind == NUMBER)
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

static const struct question *question_of(const struct luatoken *t)
{
	for (size_t i = 0; i < QUESTIONS; i++)
		if (is(t, questions[i].name))
			return &questions[i];
	return NULL;
}

static bool is_dashed(char c)
{
	return ascii_letter(c) || ascii_digit(c) || c == '_' || c == '-';
}

/* The variable that was meant by `w.two-words`, which Lua reads as a difference; NULL. */
static const char *dashed(const struct scan *s)
{
	size_t len = s->next.len;
	const char *first = id_of(s, &s->next);
	char *id;
	if (!first || names_find(s->names, NAMES_VAR, first) != NAMES_NONE)
		return NULL;
	while (s->next.text + len < s->cursor.end && is_dashed(s->next.text[len]))
		len++;
	if (len == s->next.len || len >= ID)
		return NULL;
	id = arena_ndup(s->diags->arena, s->next.text, len);
	for (char *dash = id; (dash = strchr(dash, '-'));)
		*dash = '_';
	return names_find(s->names, NAMES_VAR, id) != NAMES_NONE ? id : NULL;
}

/* w.name: the view itself stands in the window's middle. */
static void look_at_field(struct scan *s)
{
	bool counted = sign(&s->last, '#');
	advance(s);
	if (s->next.kind != NAME || is(&s->next, "now") || is(&s->next, "random"))
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

static void tell_unanswered(struct scan *s, const struct luatoken *t)
{
	const char *known[QUESTIONS], *word = arena_ndup(s->diags->arena, t->text, t->len < ID ? t->len : ID);
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
	struct luatoken method = s->token;
	const struct question *question = question_of(&method);
	if (!question && method.kind == NAME)
		tell_unanswered(s, &method);
	bool open = sign(&s->next, '(');
	if (open)
		advance(s);
	if (question && question->about != NAMES_KINDS && is_quoted(&s->next))
		ask(s, question->about, open);
}

static bool is_view(const struct scan *s)
{
	return s->token.kind == NAME && s->token.len == s->view.len && !sign(&s->last, '.') && !sign(&s->last, ':') &&
	       memcmp(s->token.text, s->view.text, s->view.len) == 0;
}

/* A variable's name without the view before it, where the file has nothing else of that name. */
static void look_at_bare(struct scan *s)
{
	const char *id = s->token.kind == NAME && !sign(&s->last, '.') && !sign(&s->last, ':') && !sign(&s->next, '=')
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
		s->sets = depth == 1 && first && s->token.kind == NAME && sign(&s->next, '=');
		if (s->sets)
			look_up(s, &s->token, NAMES_VAR);
		s->sets = false;
		look_at_view(s);
	}
}

/* Whether what `not` takes can't go on with this token, outside all brackets. */
static bool ends_operand(const struct luatoken *t)
{
	static const char *const words[] = {"and",  "or",     "then",  "else", "elseif", "end",   "do",   "return",
	                                    "goto", "repeat", "until", "if",   "for",    "while", "local"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is(t, words[i]))
			return true;
	return t->kind == LUATOKEN_OPERATOR || sign(t, ',') || sign(t, ';') || sign(t, '=');
}

/* A truth is compared with a truth in `not a == true` and in `not a ~= not b`: these do as they say. */
static void tell_not(struct scan *s, const struct luatoken *sign_of, struct luatoken_cursor ahead)
{
	struct luatoken with;
	luatoken_skip(&ahead);
	luatoken_read(&ahead, &with);
	if (is(&with, "true") || is(&with, "false") || is(&with, "not"))
		return;
	diag_warn(s->diags, (struct diag_place){s->file->name, s->token.line, s->token.col},
	          "`not` takes what stands next to it alone, and compares true or false with the rest");
	diag_code(s->diags, "doubtful");
	diag_hint(s->diags, *sign_of->text == '=' ? "write a ~= b for what is not the same, or not (a == b)"
	                                          : "write a == b for what is the same, or not (a ~= b)");
}

/* `not a == b` compares a truth with b; the window's middle is `not`. */
static void look_at_not(struct scan *s)
{
	struct luatoken_cursor ahead = s->cursor;
	struct luatoken t = s->next;
	int depth = 0;
	for (int n = 0; n < OPERAND && t.kind != END && depth >= 0; n++) {
		if (depth == 0 && compares(&t)) {
			tell_not(s, &t, ahead);
			return;
		}
		if (depth == 0 && ends_operand(&t))
			return;
		depth += sign(&t, '(') || sign(&t, '[') || sign(&t, '{');
		depth -= sign(&t, ')') || sign(&t, ']') || sign(&t, '}');
		luatoken_skip(&ahead);
		luatoken_read(&ahead, &t);
	}
}

static bool opens(const struct luatoken *t)
{
	return is(t, "function") || is(t, "if") || is(t, "do") || is(t, "repeat");
}

/* From `function` to its `end`; the window's middle is `function`. */
static void look_at_hook(struct scan *s)
{
	advance(s);
	s->hook = s->last.line;
	if (!sign(&s->token, '(') || s->next.kind != NAME)
		return;
	s->view = s->next;
	for (int depth = 1; depth > 0 && s->next.kind != END;) {
		advance(s);
		depth += opens(&s->token);
		depth -= is(&s->token, "end") || is(&s->token, "until");
		look_at_view(s);
		if (is(&s->token, "not"))
			look_at_not(s);
		if (is(&s->last, "sets") && sign(&s->token, '=') && sign(&s->next, '{'))
			look_at_sets(s);
	}
}

static struct scan scan_of(const struct file *file)
{
	return (struct scan){.cursor = {file->bytes, file->bytes + file->len, 1, 1},
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
		binding = begins || (binding && !is(&s.token, "in") && (s.token.kind == NAME || between));
		if (s.token.kind == NAME && !begins && s.token.len < ID &&
		    (binding || (depth == 0 && sign(&s.next, '='))))
			texts_add(&words, arena_ndup(arena, s.token.text, s.token.len), arena);
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
		depth += depth > 0 ? opens(&s.token) : is(&s.token, "function");
		depth -= depth > 0 && (is(&s.token, "end") || is(&s.token, "until"));
		if (depth > 0 && (s.token.kind == NAME || is_quoted(&s.token)) && s.token.text && s.token.len)
			texts_add(&words, arena_ndup(arena, s.token.text, s.token.len), arena);
	}
	texts_sort(&words);
	return words;
}
