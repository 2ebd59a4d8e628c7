#include "content/letter.h"

#include "base/path.h"
#include "content/regime.h"
#include "content/tag.h"
#include "content/texts.h"
#include "content/vocabulary.h"

#include <string.h>

enum { NOTE_WORDS = 60 };

static const char ending[] = ".mustache", fence[] = "---";

// clang-format off
#define LETTER(member) offsetof(struct letter, member)
static const struct shape_field letter_fields[] = {
	{"kind",     SHAPE_ID,     LETTER(kind), SHAPE_REQUIRED, 0, NULL, NULL},
	{"subject",  SHAPE_TEXT,   LETTER(subject_source), 0, 0, NULL, NULL},
	{"channel",  SHAPE_CHOICE, LETTER(channel), 0, 0, NULL, vocabulary_channels},
	{"audience", SHAPE_TEXT,   LETTER(audience), 0, 0, NULL, NULL},
	{"note",     SHAPE_TEXT,   LETTER(note), 0, NOTE_WORDS, NULL, NULL},
	{"regime",   SHAPE_ID,     LETTER(regime), 0, 0, NULL, NULL},
	{"requires", SHAPE_TEXTS,  LETTER(requires), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape letter_shape = {"the front matter", sizeof(struct letter), letter_fields};
// clang-format on

struct loading {
	const struct file *file;
	const struct letter_context *context;
	struct arena *arena;
	struct diags *diags;
	struct letter *letter;
	size_t front, body; /* bytes of the file at which the front matter ends and the body begins */
};

/* The file's name ---------------------------------------------------------------------------------------------- */

bool letter_split(const char *path, struct arena *arena, const char **name, const char **lang)
{
	const char *base = path_name(path);
	if (!path_ends(base, ending))
		return false;
	const char *stem = arena_ndup(arena, base, path_without(base, ending)), *dot = strchr(stem, '.');
	if (!dot || dot == stem || !dot[1] || strchr(dot + 1, '.'))
		return false;
	*name = arena_ndup(arena, stem, (size_t)(dot - stem));
	*lang = dot + 1;
	return true;
}

static void tell_unknown(const struct loading *l, const char *what, const char *id, const struct shape_texts *known,
                         struct diag_place place)
{
	diag_error(l->diags, place, "unknown %s \"%.60s\"; there are: %s", what, id,
	           known->n ? texts_joined(known, l->arena) : "none");
	const char *near = diag_nearest(id, known->v, known->n);
	if (near)
		diag_hint(l->diags, "did you mean \"%s\"?", near);
}

static void read_name(const struct loading *l)
{
	struct letter *letter = l->letter;
	struct diag_place whole = {.file = l->file->name};
	if (!letter_split(l->file->name, l->arena, &letter->name, &letter->lang))
		diag_error(l->diags, whole,
		           "a notice's file is called NAME.LANG.mustache, such as customer-holding.en.mustache");
	else if (!texts_have(l->context->languages, letter->lang))
		tell_unknown(l, "language", letter->lang, l->context->languages, whole);
}

/* The front matter --------------------------------------------------------------------------------------------- */

static bool is_fence(const char *at)
{
	size_t len = strlen(fence);
	if (strncmp(at, fence, len) != 0)
		return false;
	at += len + strspn(at + len, " \t");
	return !*at || *at == '\n';
}

static size_t line_end(const char *bytes, size_t at)
{
	at += strcspn(bytes + at, "\n");
	return bytes[at] ? at + 1 : at;
}

/* Where the two fences are; false after adding the fault. */
static bool find_front(struct loading *l)
{
	const char *bytes = l->file->bytes;
	struct diag_place first = {l->file->name, 1, 1};
	if (!is_fence(bytes))
		return diag_error(l->diags, first, "a notice begins with its front matter between two lines of ---");
	l->letter->body_line = 2;
	for (size_t at = line_end(bytes, 0); bytes[at]; at = line_end(bytes, at)) {
		l->letter->body_line++;
		if (!is_fence(bytes + at))
			continue;
		l->front = at;
		l->body = line_end(bytes, at);
		return true;
	}
	return diag_error(l->diags, first, "the front matter is never closed: a second line of --- is expected");
}

/* The file up to `end` with blanks for its first line, so that every place in it stays right. */
static struct file front_of(const struct loading *l)
{
	char *bytes = arena_ndup(l->arena, l->file->bytes, l->front);
	memset(bytes, ' ', strlen(fence));
	return (struct file){l->file->name, bytes, l->front};
}

/* "authority-kr-pipa" is the form of kr-pipa; NULL for a kind that is no law's. */
static const char *law_of(const struct loading *l, const char *kind)
{
	const char *dash = strchr(kind, '-');
	return dash && texts_have(l->context->regimes, dash + 1) ? dash + 1 : NULL;
}

static void check_regime(const struct loading *l)
{
	const struct letter *letter = l->letter;
	if (letter->regime && !texts_have(l->context->regimes, letter->regime))
		tell_unknown(l, "regime", letter->regime, l->context->regimes,
		             shape_place(letter->entry.node, "regime"));
	const char *law = letter->kind && letter->regime ? law_of(l, letter->kind) : NULL;
	if (!law || !texts_have(l->context->regimes, letter->regime) || regime_means(law, letter->regime))
		return;
	diag_error(l->diags, shape_place(letter->entry.node, "regime"),
	           "a letter of kind %s is for %s, and its \"regime\" is %s: which law is it?", letter->kind, law,
	           letter->regime);
	l->letter->regime = law; /* for what else there is to tell */
}

static void check_front(const struct loading *l)
{
	const struct letter *letter = l->letter;
	const struct yml *node = letter->entry.node;
	shape_refer_all(l->context->reader, l->context->names, NAMES_NOTICE, node, "kind");
	regime_check_codes(l->context->reader, &letter->requires, node, "requires");
	check_regime(l);
	if (!letter->subject_source && letter->channel != VOCABULARY_SMS && !yml_get(node, "subject"))
		diag_error(l->diags, node->place, "the front matter needs \"subject\"");
}

static void read_front(struct loading *l)
{
	struct file front = front_of(l);
	const struct yml *root = yml_parse(&front, l->arena, l->diags);
	if (root)
		shape_read(l->context->reader, &letter_shape, root, l->letter);
	if (root && root->type == YML_MAP)
		check_front(l);
}

/* Templates ---------------------------------------------------------------------------------------------------- */

/* A template whose first tag is a comment so large that what follows it stands at its place in the file. */
static struct mustache *compile_at(const struct loading *l, const char *bytes, size_t len, int line, int col)
{
	struct text text = {0};
	text_add(&text, "{{!");
	for (int i = 1; i < line; i++)
		text_add(&text, "\n");
	for (int i = 3; i < col; i++)
		text_add(&text, " ");
	text_add(&text, "}}");
	text_add_bytes(&text, bytes, len);
	struct file file = {l->file->name, arena_ndup(l->arena, text.data, text.len), text.len};
	text_free(&text);
	return mustache_recover(&file, MUSTACHE_STRICT, NULL, l->arena, l->diags);
}

/* What is not escaped could be markup; there is no place for it in a notice. */
static void refuse_raw(const struct loading *l)
{
	struct tag_reader reader = tag_reader(l->file);
	struct diags ignored;
	struct tag tag;
	diags_init(&ignored);
	do {
		tag = tag_next(&reader, &ignored);
		if (tag.kind != TAG_RAW || tag.place.line < l->letter->body_line)
			continue;
		diag_error(l->diags, tag.place, "a notice shows every value as the characters it is made of");
		diag_hint(l->diags, "write {{%.*s}}", (int)tag.name.len, tag.name.bytes);
	} while (tag.kind != TAG_END);
	diags_free(&ignored);
}

static void compile_body(const struct loading *l)
{
	const char *body = l->file->bytes + l->body;
	size_t len = l->file->len - l->body;
	if (strspn(body, " \t\n") == len) {
		diag_error(l->diags, (struct diag_place){l->file->name, l->letter->body_line, 1},
		           "the notice has no body behind its front matter");
		return;
	}
	refuse_raw(l);
	/* The comment's own line is the last of the front matter and goes with it. */
	l->letter->body = compile_at(l, l->file->bytes + l->body - 1, len + 1, l->letter->body_line - 1, 3);
}

/* Where the text of a scalar begins: behind its quote, where it has one. */
static struct diag_place text_place(const struct loading *l, struct diag_place place)
{
	const char *at = l->file->bytes;
	for (int line = 1; line < place.line && *at; line++)
		at += line_end(at, 0);
	for (int col = 1; col < place.col && *at; col++)
		text_next(&at);
	place.col += *at == '"' || *at == '\'';
	return place;
}

static void compile_subject(const struct loading *l)
{
	const char *subject = l->letter->subject_source;
	if (!subject)
		return;
	struct diag_place place = text_place(l, shape_place(l->letter->entry.node, "subject"));
	l->letter->subject = compile_at(l, subject, strlen(subject), place.line, place.col);
	if (!subject[strspn(subject, " \t\n")])
		diag_error(l->diags, place, "the subject is empty");
}

/* All of it ---------------------------------------------------------------------------------------------------- */

/* Whether values can be put in, whatever else is wrong with it. */
static bool can_be_filled(const struct loading *l)
{
	const struct letter *letter = l->letter;
	const struct letter_context *context = l->context;
	return letter->body && letter->name && texts_have(context->languages, letter->lang) && letter->kind &&
	       names_find(context->names, NAMES_NOTICE, letter->kind) != NAMES_NONE &&
	       (!letter->regime || texts_have(context->regimes, letter->regime)) &&
	       (letter->subject || !letter->subject_source);
}

struct letter *letter_read(const struct file *file, const struct letter_context *context, bool *fine)
{
	struct loading l = {
	    .file = file, .context = context, .arena = context->reader->arena, .diags = context->reader->diags};
	size_t refused = l.diags->refused;
	l.letter = arena_alloc(l.arena, sizeof *l.letter);
	read_name(&l);
	if (find_front(&l)) {
		read_front(&l);
		compile_subject(&l);
		compile_body(&l);
	}
	l.letter->file = *file;
	/* a fault told before is not told again, and is one all the same */
	*fine = can_be_filled(&l) && l.diags->refused == refused;
	return can_be_filled(&l) ? l.letter : NULL;
}
