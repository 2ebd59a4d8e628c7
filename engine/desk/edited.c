#include "desk/edited.h"

#include "base/path.h"
#include "desk/proofread.h"

#include <string.h>

enum { TEXT_MAX = 64 * 1024 };

static bool fits(const char *path, struct diags *diags)
{
	static const char *const endings[] = {".txt", ".md", ".sms"};
	const char *ending = path_ending(path);
	for (size_t i = 0; ending && i < sizeof endings / sizeof *endings; i++)
		if (strcmp(ending, endings[i]) == 0)
			return true;
	return diag_error(diags, (struct diag_place){.file = path},
	                  "save it as plain text (.txt) or Markdown (.md) first");
}

/* Words without what a draft adds -----------------------------------------------------------------------------------
 */

struct line {
	const char *s;
	size_t len;
};

/* Without what Markdown puts around a line. */
static struct line bare(struct line line)
{
	while (line.len && strchr("*_>#- ", *line.s)) {
		line.s++;
		line.len--;
	}
	while (line.len && strchr("*_ ", line.s[line.len - 1]))
		line.len--;
	return line;
}

/* Takes the words of a phrase off the line's beginning; false when it does not begin so. */
static bool take_off(const struct phrases *phrases, const char *key, const char *more, struct line *line)
{
	struct text words = {0};
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	jsn_put(data, "subject", jsn_string(""));
	phrase_say(phrases, key, data, &words);
	text_add(&words, more);
	bool begins = words.len && words.len <= line->len && memcmp(words.data, line->s, words.len) == 0;
	if (begins) {
		line->s += words.len;
		line->len -= words.len;
	}
	jsn_free(data);
	text_free(&words);
	return begins;
}

static bool is_mark(const struct phrases *phrases, const char *key, struct line line)
{
	line = bare(line);
	return take_off(phrases, key, "", &line) && line.len == 0;
}

/* "EXERCISE: A notice" is "A notice". */
static struct line unmarked(const struct phrases *phrases, struct line line)
{
	if (!take_off(phrases, "mark.exercise", ": ", &line))
		take_off(phrases, "mark.draft", ": ", &line);
	return line;
}

/* The words as they would go out; a subject line's go to `*subject`. */
static const char *clean_words(const struct edited *e, const char *text, const char **subject)
{
	struct text out = {0};
	for (const char *from = text, *end; *from; from = *end ? end + 1 : end) {
		end = from + strcspn(from, "\n");
		struct line line = {from, (size_t)(end - from)}, named = line;
		bool begun = out.len > 0;
		if (is_mark(e->phrases, "mark.exercise_line", line) || is_mark(e->phrases, "mark.draft_line", line) ||
		    (!begun && bare(line).len == 0))
			continue;
		if (!begun && take_off(e->phrases, "mark.subject", "", &named)) {
			named = unmarked(e->phrases, named);
			*subject = arena_ndup(e->arena, named.s, named.len);
			continue;
		}
		line = begun ? line : unmarked(e->phrases, line);
		text_add_bytes(&out, line.s, line.len);
		text_add(&out, "\n");
	}
	while (out.len > 1 && out.data[out.len - 1] == '\n' && out.data[out.len - 2] == '\n')
		out.data[--out.len] = '\0';
	const char *kept = arena_dup(e->arena, out.len ? out.data : "");
	text_free(&out);
	return kept;
}

/* Values ------------------------------------------------------------------------------------------------------------
 */

static struct matter_proof proof_of(const struct matter *matter, const struct statement_value *value)
{
	if (value->fact != NAMES_NONE)
		return matter->facts[value->fact].proof;
	if (value->moment != NAMES_NONE)
		return matter->logged[value->moment];
	for (size_t i = 0; i < matter->ndeeds; i++)
		if (matter->deeds[i].action == value->action)
			return matter->deeds[i].proof;
	return (struct matter_proof){.at = MATTER_NEVER};
}

static const char *name_of(const struct matter *matter, const struct statement_value *value)
{
	if (value->fact != NAMES_NONE)
		return matter->facts[value->fact].id;
	if (value->moment != NAMES_NONE)
		return shape_moments[value->moment];
	return value->action == NAMES_NONE ? "nothing" : names_id(&matter->world->names, NAMES_ACTION, value->action);
}

static bool is_logged(const struct matter *matter, int action)
{
	for (size_t i = 0; i < matter->ndeeds; i++)
		if (matter->deeds[i].action == action)
			return true;
	return false;
}

/* A deed that was recognised and not logged is backed by nothing, and so is what a fact does not say. */
static void take_values(const struct edited *e, const struct statement *read, struct notice *notice)
{
	notice->values = arena_alloc(e->arena, (read->nvalues + 1) * sizeof *notice->values);
	notice->nvalues = read->nvalues;
	for (size_t i = 0; i < read->nvalues; i++) {
		struct statement_value value = read->values[i];
		value.action = is_logged(e->matter, value.action) ? value.action : NAMES_NONE;
		value.fact = value.turn ? value.fact : NAMES_NONE;
		notice->values[i] = (struct notice_value){.text = value.text,
		                                          .name = name_of(e->matter, &value),
		                                          .fact = value.fact,
		                                          .action = value.action,
		                                          .moment = value.moment,
		                                          .proof = proof_of(e->matter, &value)};
	}
}

/* The proofreader's findings keep nothing back: they are told. */
static bool proofread_it(const struct edited *e, const struct file *file, struct statement *read, const char *lang,
                         struct text *notes, struct diags *diags)
{
	struct proofread proofread;
	struct diags findings;
	if (!proofread_open(&proofread, e->matter, e->arena, diags))
		return false;
	diags_init(&findings);
	diags_source(&findings, file->name, file->bytes, file->len);
	proofread.lang = lang;
	proofread_file(&proofread, file, e->arena, &findings, notes, read);
	diags_render(&findings, notes);
	diags_free(&findings);
	return true;
}

bool edited_take(const struct edited *e, struct notice *notice, struct statement *statement, struct text *notes,
                 struct diags *diags)
{
	struct file file;
	struct statement read = {0};
	if (!fits(e->path, diags) || !file_read_document(e->path, e->path, e->arena, diags, &file))
		return false;
	if (file.len > TEXT_MAX)
		return diag_error(diags, (struct diag_place){.file = e->path}, "is too long for a notice");
	if (!proofread_it(e, &file, &read, notice->lang, notes, diags))
		return false;
	notice->text = clean_words(e, file.bytes, &notice->subject);
	take_values(e, &read, notice);
	statement->text = notice->text;
	statement->subject = notice->subject;
	statement->values = read.values;
	statement->nvalues = read.nvalues;
	return true;
}

/* The next word ---------------------------------------------------------------------------------------------------- */

static void add_solid(const char *s, struct text *out)
{
	for (; *s; s++)
		if (!strchr(" \n\t\r\\", *s))
			text_add_bytes(out, s, 1);
}

bool edited_names(const struct edited *e, const char *text, int64_t at)
{
	static const char *const forms[] = {"time.day", "time.clock"};
	struct text solid = {0}, words = {0}, part = {0};
	bool named = true;
	add_solid(text, &solid);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		text_clear(&words);
		text_clear(&part);
		phrase_time(e->phrases, forms[i], e->matter->zone, at, &words);
		add_solid(words.len ? words.data : "", &part);
		named = named && solid.len && part.len && strstr(solid.data, part.data);
	}
	text_free(&solid);
	text_free(&words);
	text_free(&part);
	return named;
}
