#include "desk/rendition.h"

#include "base/escape.h"
#include "base/mail.h"
#include "base/markdown.h"
#include "base/tree.h"

#include <stdio.h>
#include <string.h>

enum { MAIL_COLUMNS = 72 };

const char *const rendition_formats[] = {"md", "txt", "html", "eml", "sms", NULL};

/* ---- marks ---- */

static const struct mark {
	const char *word, *line; /* phrases */
	const char *name;        /* in a file's name, and in every language beside its own word */
} marks[] = {{"mark.exercise", "mark.exercise_line", "EXERCISE"}, {"mark.draft", "mark.draft_line", "DRAFT"}};

static const struct mark *mark_of(const struct rendition *r)
{
	if (r->matter->exercise)
		return &marks[0];
	return r->approved ? NULL : &marks[1];
}

/* A company's own words may have lost the mark; a drill never looks real all the same. */
static void say_mark(const struct rendition *r, const char *key, const char *name, const char *between,
                     struct text *out)
{
	struct text said = {0};
	phrase_say(r->phrases, key, NULL, &said);
	if (!strstr(said.data, name))
		text_addf(out, "%s%s", name, between);
	text_add_clean(out, said.data);
	text_free(&said);
}

static void add_mark_line(const struct rendition *r, enum escape escape, struct text *out)
{
	const struct mark *mark = mark_of(r);
	struct text line = {0};
	say_mark(r, mark->line, mark->name, ": ", &line);
	escape_add(escape, line.data, out);
	text_free(&line);
}

/* In front of a subject or of a text for phones. Brackets would each take the room of two characters there. */
static void add_mark_word(const struct rendition *r, struct text *out)
{
	const struct mark *mark = mark_of(r);
	if (!mark)
		return;
	say_mark(r, mark->word, mark->name, " ", out);
	text_add(out, ": ");
}

static void add_subject(const struct rendition *r, const struct notice *notice, struct text *out)
{
	add_mark_word(r, out);
	text_add_clean(out, notice->subject && *notice->subject ? notice->subject : notice->letter->name);
}

/* ---- the body ---- */

/* Markdown; a text for phones is none, and its signs stand for themselves. */
static void add_body(const struct notice *notice, struct text *out)
{
	if (notice->letter->channel == VOCABULARY_SMS)
		escape_add(ESCAPE_COMMONMARK, notice->text, out);
	else
		text_add(out, notice->text);
	while (out->len && out->data[out->len - 1] == '\n')
		out->data[--out->len] = '\0';
	text_add(out, "\n");
}

static void add_mark_paragraph(const struct rendition *r, struct text *out)
{
	text_add(out, "**");
	add_mark_line(r, ESCAPE_COMMONMARK, out);
	text_add(out, "**\n");
}

static bool has_subject(const struct notice *notice)
{
	return notice->subject && *notice->subject;
}

/* "Subject: ...": in a mail it is a header, and in a page the title. */
static void add_subject_line(const struct rendition *r, const struct notice *notice, struct text *out)
{
	struct text subject = {0};
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	add_subject(r, notice, &subject);
	tree_taken(data, "subject", &subject);
	phrase_say(r->phrases, "mark.subject", data, out);
	jsn_free(data);
	text_free(&subject);
}

static void add_markdown(const struct rendition *r, const struct notice *notice, struct text *out)
{
	struct text subject = {0};
	if (mark_of(r)) {
		add_mark_paragraph(r, out);
		text_add(out, "\n");
	}
	if (has_subject(notice)) {
		add_subject_line(r, notice, &subject);
		escape_add(ESCAPE_COMMONMARK, subject.data, out);
		text_add(out, "\n\n");
	}
	add_body(notice, out);
	if (mark_of(r)) {
		text_add(out, "\n");
		add_mark_paragraph(r, out);
	}
	text_free(&subject);
}

/* On one line, so that the first and the last say it. */
static void add_plain_mark(const struct rendition *r, struct text *out)
{
	add_mark_line(r, ESCAPE_NONE, out);
	text_add(out, "\n");
}

static void add_plain(const struct rendition *r, const struct notice *notice, bool subject, int columns,
                      struct text *out)
{
	struct text body = {0};
	if (mark_of(r)) {
		add_plain_mark(r, out);
		text_add(out, "\n");
	}
	if (subject && has_subject(notice)) {
		add_subject_line(r, notice, out); /* on one line, to be copied from */
		text_add(out, "\n\n");
	}
	add_body(notice, &body);
	markdown_text(body.data, body.len, columns, out);
	if (mark_of(r)) {
		text_add(out, "\n");
		add_plain_mark(r, out);
	}
	text_free(&body);
}

/* ---- formats ---- */

static void make_markdown(const struct rendition *r, const struct notice *notice, struct text *out)
{
	add_markdown(r, notice, out);
}

static void make_text(const struct rendition *r, const struct notice *notice, struct text *out)
{
	add_plain(r, notice, true, r->columns, out);
}

static const char style[] =
    "body{max-width:38em;margin:2em auto;padding:0 1em;font:1rem/1.55 system-ui,sans-serif;color:#1a1a1a;"
    "background:#fff;overflow-wrap:break-word}\n"
    ":lang(ko) body{word-break:keep-all}\n"
    "h1{font-size:1.45em;line-height:1.3}\n"
    "h2{font-size:1.15em;line-height:1.3;margin-top:1.6em}\n"
    "li{margin:.25em 0}\n"
    ".mark{border:2px solid;padding:.5em .8em;font-weight:bold}\n"
    ".every{display:none}\n"
    "@page{margin:2cm}\n"
    "@media print{body{max-width:none;margin:0;padding:0 2em 0 0;font-size:11pt}h1,h2{break-after:avoid}"
    "li,.mark{break-inside:avoid}.every{display:block;position:fixed;top:0;right:0;margin:0;font-weight:bold;"
    "writing-mode:vertical-rl}}\n";

static void add_mark_block(const struct rendition *r, struct text *out)
{
	if (!mark_of(r))
		return;
	text_add(out, "<p class=\"mark\">");
	add_mark_line(r, ESCAPE_HTML, out);
	text_add(out, "</p>\n");
}

/* At the edge of every sheet of paper. */
static void add_mark_everywhere(const struct rendition *r, struct text *out)
{
	const struct mark *mark = mark_of(r);
	struct text word = {0};
	if (!mark)
		return;
	say_mark(r, mark->word, mark->name, " ", &word);
	text_add(out, "<p class=\"every\" aria-hidden=\"true\">");
	escape_add(ESCAPE_HTML, word.data, out);
	text_add(out, "</p>\n");
	text_free(&word);
}

/* A whole page, which loads nothing. */
static void make_html(const struct rendition *r, const struct notice *notice, struct text *out)
{
	struct text subject = {0}, body = {0};
	add_subject(r, notice, &subject);
	add_body(notice, &body);
	text_add(out, "<!DOCTYPE html>\n<html lang=\"");
	escape_add(ESCAPE_HTML, notice->lang, out);
	text_add(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
	              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
	escape_add(ESCAPE_HTML, subject.data, out);
	text_addf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
	add_mark_block(r, out);
	markdown_html(body.data, body.len, out);
	add_mark_block(r, out);
	add_mark_everywhere(r, out);
	text_add(out, "</main>\n</body>\n</html>\n");
	text_free(&subject);
	text_free(&body);
}

/* The same words on the same day are the same mail; a changed word makes another. */
static void add_id(const struct rendition *r, const struct notice *notice, struct text *out)
{
	text_addf(out, "%s\n%s\n%s\n%lld\n%s", r->matter->company, notice->letter->name, notice->lang,
	          (long long)r->matter->now, notice->text);
}

/* An incident's goes to the company itself: whoever sends it adds its readers as blind copies. */
static void make_mail(const struct rendition *r, const struct notice *notice, struct text *out)
{
	struct text subject = {0}, plain = {0}, html = {0}, id = {0};
	add_subject(r, notice, &subject);
	add_plain(r, notice, false, MAIL_COLUMNS, &plain);
	make_html(r, notice, &html);
	add_id(r, notice, &id);
	mail_write(&(struct mail){.from = r->matter->contact,
	                          .from_name = r->matter->company,
	                          .to = r->matter->exercise ? NULL : r->matter->contact,
	                          .subject = subject.data,
	                          .text = plain.data,
	                          .html = html.data,
	                          .date = r->matter->now,
	                          .id = id.data},
	           out);
	text_free(&subject);
	text_free(&plain);
	text_free(&html);
	text_free(&id);
}

static void make_sms(const struct rendition *r, const struct notice *notice, struct text *out)
{
	struct text body = {0};
	add_body(notice, &body);
	add_mark_word(r, out);
	markdown_text(body.data, body.len, 0, out);
	text_free(&body);
}

void rendition_make(const struct rendition *rendition, const struct notice *notice, struct text *out)
{
	static void (*const makers[])(const struct rendition *, const struct notice *,
	                              struct text *) = {make_markdown, make_text, make_html, make_mail, make_sms};
	makers[rendition->format](rendition, notice, out);
}

void rendition_name(const struct rendition *rendition, const struct notice *notice, struct text *out)
{
	const struct mark *mark = mark_of(rendition);
	text_addf(out, "%s%s%s.%s.%s", mark ? mark->name : "", mark ? "-" : "", notice->letter->name, notice->lang,
	          rendition_formats[rendition->format]);
}

/* ---- what proves it ---- */

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
	tree_number(data, "n", value->line + (mark_of(p->r) ? 2 : 0) + (has_subject(p->notice) ? 2 : 0));
	say(p, value->line ? "proof.line" : "proof.subject", data);
}

static const char *manner(const struct notice_value *value)
{
	return value->action != NAMES_NONE ? "proof.done"
	       : value->proof.over         ? "proof.searched"
	       : value->proof.source       ? "proof.verified"
	                                   : "proof.stated";
}

static void say_proof(struct proving *p, const struct matter_proof *proof, const char *key)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text at = {0};
	if (proof->at != MATTER_NEVER)
		phrase_date(p->r->phrases, p->r->matter->zone, proof->at, &at);
	tree_text(data, "who", proof->who);
	tree_text(data, "source", proof->source);
	tree_text(data, "over", proof->over);
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

static bool same_proof(const struct notice_value *a, const struct notice_value *b)
{
	return a->proof.turn == b->proof.turn && a->proof.place.line == b->proof.place.line &&
	       a->proof.place.col == b->proof.place.col;
}

/* A record that proves something, and below it all that it proves. */
static void say_proved(struct proving *p, size_t at)
{
	const struct notice_value *first = &p->notice->values[at];
	text_add(p->out, "- ");
	escape_add(ESCAPE_COMMONMARK, first->name, p->out);
	text_add(p->out, ": ");
	say_proof(p, &first->proof, manner(first));
	text_add(p->out, "; ");
	say_record(p, &first->proof);
	text_add(p->out, "\n");
	for (size_t i = at; i < p->notice->nvalues; i++) {
		const struct notice_value *value = &p->notice->values[i];
		if (!recorded(value) || !same_proof(first, value))
			continue;
		text_add(p->out, "  - ");
		say_line(p, value);
		text_add(p->out, ": \"");
		escape_add(ESCAPE_COMMONMARK, value->text, p->out);
		text_add(p->out, "\"\n");
	}
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

void rendition_provenance(const struct rendition *rendition, const struct notice *notice, struct text *out)
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
	if (mark_of(rendition))
		add_mark_paragraph(rendition, out);
	say_missing(&p);
	say_warnings(&p);
	say_values(&p);
	say_unknown(&p);
	say_own(&p);
	text_free(&name);
	text_free(&at);
}
