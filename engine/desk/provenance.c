#include "desk/provenance.h"

#include "base/escape.h"
#include "base/markdown.h"
#include "base/tree.h"
#include "desk/fingerprint.h"
#include "exercise/saying.h"

#include <stdio.h>
#include <string.h>

struct proving {
	const struct rendition *r;
	const struct notice *notice;
	struct text *out;
};

/* Appends a phrase as Markdown; takes `data`. */
static void say(struct proving *p, const char *key, struct jsn *data)
{
	struct text said = {0};
	phrase_say(p->r->phrases, key, data, &said);
	escape_add(ESCAPE_COMMONMARK, said.data, p->out);
	jsn_free(data);
	text_free(&said);
}

static void say_heading(struct proving *p, const char *key)
{
	text_add(p->out, "\n## ");
	say(p, key, NULL);
	text_add(p->out, "\n\n");
}

/* In the text as Markdown (--format md), where marks and subject stand before the body. */
static void say_line(struct proving *p, const struct notice_value *value)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_number(data, "n", value->line + rendition_lines_before(p->r, p->notice));
	say(p, value->line ? "proof.line" : "proof.subject", data);
}

/* How long the mark is that ends a sentence at `p`; 0: none does. A full-width one needs no blank behind it. */
static size_t mark_at(const char *p)
{
	static const char *const wide[] = {"。", "？", "！"};
	if (*p && strchr(".?!", *p) && (!p[1] || p[1] == ' ' || p[1] == '\n'))
		return 1;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (strncmp(p, wide[i], strlen(wide[i])) == 0)
			return strlen(wide[i]);
	return 0;
}

/* What stands between the last mark before `found` and the first one in or behind it; a colon's label stays. */
static void add_sentence(const char *line, const char *found, size_t len, struct text *out)
{
	const char *from = line, *to = found + len;
	for (const char *p = line; p < found; p++)
		if (mark_at(p))
			from = p + mark_at(p) + strspn(p + mark_at(p), " ");
	while (*to && *to != '\n' && !mark_at(to))
		to++;
	to += *to == '\n' ? 0 : mark_at(to);
	text_add_bytes(out, from, (size_t)(to - from));
}

static bool ends_sentence(const char *s)
{
	for (; *s; s++)
		if (mark_at(s) && !s[mark_at(s)])
			return true;
	return false;
}

/* The n-th line of a text, from 1. */
static const char *line_at(const char *text, int n, size_t *len)
{
	for (; n > 1 && *text; n--) {
		text += strcspn(text, "\n");
		text += *text == '\n';
	}
	*len = strcspn(text, "\n");
	return text;
}

/* Behind a bullet or a number of a list. */
static const char *behind_bullet(const char *line)
{
	size_t digits = strspn(line, "0123456789");
	if (digits ? strncmp(line + digits, ". ", 2) == 0 : strncmp(line, "- ", 2) == 0)
		return line + digits + 2;
	return line;
}

/* Where lines are not those of the Markdown a value is found by its sentence; what is one itself needs none. */
static void say_sentence(struct proving *p, const struct notice_value *value)
{
	size_t len;
	const char *line = line_at(p->notice->text, value->line, &len);
	struct text plain = {0}, sentence = {0};
	markdown_text(line, len, 0, &plain);
	const char *own = behind_bullet(plain.data ? plain.data : ""), *found = strstr(own, value->text);
	if (found && !ends_sentence(value->text))
		add_sentence(own, found, strlen(value->text), &sentence);
	if (sentence.len && strcmp(sentence.data, value->text) != 0) {
		text_add(p->out, ": ");
		escape_add(ESCAPE_COMMONMARK, sentence.data, p->out);
	}
	text_free(&plain);
	text_free(&sentence);
}

static const char *manner(const struct notice_value *value)
{
	return value->action != NAMES_NONE   ? "proof.done"
	       : value->moment != NAMES_NONE ? "proof.stated"
	       : value->proof.over           ? "proof.searched"
	       : value->proof.source         ? "proof.verified"
	                                     : "proof.stated";
}

/* In the notice's language, where a facts file has it so. */
static const char *worded(const struct proving *p, const struct matter_proof *proof, const char *key, const char *own)
{
	const struct yml *given = proof->words ? yml_get(proof->words, key) : NULL;
	const char *words = given ? yml_in(given, p->notice->lang) : NULL;
	return words ? words : own;
}

static void say_proof(struct proving *p, const struct matter_proof *proof, const char *key)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text at = {0};
	if (proof->at != MATTER_NEVER)
		phrase_date(p->r->phrases, p->r->matter->zone, proof->at, &at);
	saying_part(data, "who", proof->who);
	saying_part(data, "source", worded(p, proof, "against", proof->source));
	saying_part(data, "over", worded(p, proof, "over", proof->over));
	tree_text(data, "at", at.data);
	say(p, key, data);
	text_free(&at);
}

static void say_record(struct proving *p, const struct matter_proof *proof)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_number(data, "n", proof->turn ? proof->turn : proof->place.line);
	tree_text(data, "file", proof->place.file);
	say(p, proof->turn ? "proof.turn" : "proof.file", data);
}

static bool recorded(const struct notice_value *value)
{
	return value->proof.turn || value->proof.place.line;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* One turn of a session may prove several things, each in its own manner. */
static bool same_proof(const struct notice_value *a, const struct notice_value *b)
{
	return a->proof.turn == b->proof.turn && a->proof.place.line == b->proof.place.line &&
	       a->proof.place.col == b->proof.place.col && manner(a) == manner(b) && same(a->proof.who, b->proof.who) &&
	       same(a->proof.source, b->proof.source) && same(a->proof.over, b->proof.over);
}

static void say_value(struct proving *p, const struct notice_value *value)
{
	bool lined = p->r->format == RENDITION_MARKDOWN || !value->line;
	text_add(p->out, "  - ");
	if (lined)
		say_line(p, value);
	text_add(p->out, lined ? ": \"" : "\"");
	escape_add(ESCAPE_COMMONMARK, value->text, p->out);
	text_add(p->out, "\"");
	if (value->fact != NAMES_NONE || value->action != NAMES_NONE || value->moment != NAMES_NONE) {
		text_add(p->out, " (");
		escape_add(ESCAPE_COMMONMARK, value->name, p->out);
		text_add(p->out, ")");
	}
	if (!lined)
		say_sentence(p, value);
	text_add(p->out, "\n");
}

/* A record that proves something, and below it all that it proves. */
static void say_proved(struct proving *p, size_t at)
{
	const struct notice_value *first = &p->notice->values[at];
	text_add(p->out, "- ");
	say_proof(p, &first->proof, manner(first));
	text_add(p->out, "; ");
	say_record(p, &first->proof);
	text_add(p->out, "\n");
	for (size_t i = at; i < p->notice->nvalues; i++)
		if (recorded(&p->notice->values[i]) && same_proof(first, &p->notice->values[i]))
			say_value(p, &p->notice->values[i]);
}

static bool proved_before(const struct notice *notice, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (recorded(&notice->values[i]) && same_proof(&notice->values[i], &notice->values[at]))
			return true;
	return false;
}

static void say_values(struct proving *p)
{
	bool any = false;
	say_heading(p, "proof.values");
	for (size_t i = 0; i < p->notice->nvalues; i++) {
		if (!recorded(&p->notice->values[i]) || proved_before(p->notice, i))
			continue;
		say_proved(p, i);
		any = true;
	}
	if (!any) {
		say(p, "proof.none", NULL);
		text_add(p->out, "\n");
	}
}

static bool said_before(const struct notice *notice, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (!recorded(&notice->values[i]) && strcmp(notice->values[i].text, notice->values[at].text) == 0)
			return true;
	return false;
}

/* Names, dates, addresses: they are the company's own, and no record has to prove them. */
static void say_own(struct proving *p)
{
	bool first = true;
	for (size_t i = 0; i < p->notice->nvalues; i++) {
		const struct notice_value *value = &p->notice->values[i];
		if (recorded(value) || said_before(p->notice, i))
			continue;
		if (first)
			say_heading(p, "proof.own");
		first = false;
		text_add(p->out, "- \"");
		escape_add(ESCAPE_COMMONMARK, value->text, p->out);
		text_add(p->out, "\" (");
		escape_add(ESCAPE_COMMONMARK, value->name, p->out);
		text_add(p->out, ")\n");
	}
}

static void say_missing(struct proving *p)
{
	const struct shape_texts *missing = &p->notice->missing;
	char key[32];
	if (missing->n)
		say_heading(p, "proof.missing");
	for (size_t i = 0; i < missing->n; i++) {
		snprintf(key, sizeof key, "contents.%.12s", missing->v[i]);
		text_add(p->out, "- ");
		say(p, key, NULL);
		text_addf(p->out, " (%s)\n", missing->v[i]);
	}
}

/* What was only claimed stands here alone: so that nobody looks for it in the notice. */
static void say_unknown(struct proving *p)
{
	const struct shape_texts *unknown = &p->notice->unknown;
	if (unknown->n)
		say_heading(p, "proof.unknown");
	for (size_t i = 0; i < unknown->n; i++) {
		int number = matter_fact(p->r->matter, unknown->v[i]);
		const struct yml *label = number == NAMES_NONE ? NULL : p->r->matter->facts[number].label;
		text_add(p->out, "- ");
		escape_add(ESCAPE_COMMONMARK, label ? yml_in(label, p->notice->lang) : unknown->v[i], p->out);
		text_add(p->out, " (");
		escape_add(ESCAPE_COMMONMARK, unknown->v[i], p->out);
		text_add(p->out, ")\n");
	}
}

static void say_warnings(struct proving *p)
{
	const struct shape_texts *warnings = &p->notice->warnings;
	if (warnings->n)
		say_heading(p, "proof.warnings");
	for (size_t i = 0; i < warnings->n; i++) {
		text_add(p->out, "- ");
		escape_add(ESCAPE_COMMONMARK, warnings->v[i], p->out);
		text_add(p->out, "\n");
	}
}

/* What an approval names the words by. */
static void say_words(struct proving *p)
{
	char words[FINGERPRINT + 1];
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	fingerprint_notice(p->notice, words);
	tree_text(data, "words", words);
	say(p, "proof.words", data);
	text_add(p->out, "\n");
}

void provenance_write(const struct rendition *rendition, const struct notice *notice, struct text *out)
{
	struct proving p = {rendition, notice, out};
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text name = {0}, at = {0};
	text_addf(&name, "%s.%s", notice->letter->name, notice->lang);
	phrase_date(rendition->phrases, rendition->matter->zone, rendition->matter->now, &at);
	tree_taken(data, "name", &name);
	tree_taken(data, "at", &at);
	text_add(out, "# ");
	say(&p, "proof.title", data);
	text_add(out, "\n\n");
	if (rendition_mark(rendition, out))
		text_add(out, "\n");
	say_words(&p);
	say_missing(&p);
	say_warnings(&p);
	say_values(&p);
	say_unknown(&p);
	say_own(&p);
	text_free(&name);
	text_free(&at);
}
