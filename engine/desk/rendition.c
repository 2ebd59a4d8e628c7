#include "desk/rendition.h"

#include "base/escape.h"
#include "base/mail.h"
#include "base/markdown.h"
#include "base/tree.h"

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

const char *rendition_word(const struct rendition *r)
{
	const struct mark *mark = mark_of(r);
	return mark ? mark->name : "";
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

enum rendition_format rendition_plain(const struct letter *letter)
{
	return letter->channel == VOCABULARY_SMS ? RENDITION_SMS : RENDITION_TEXT;
}

bool rendition_mark(const struct rendition *r, struct text *out)
{
	if (!mark_of(r))
		return false;
	text_add(out, "**");
	add_mark_line(r, ESCAPE_COMMONMARK, out);
	text_add(out, "**\n");
	return true;
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
	if (rendition_mark(r, out))
		text_add(out, "\n");
	if (has_subject(notice)) {
		add_subject_line(r, notice, &subject);
		escape_add(ESCAPE_COMMONMARK, subject.data, out);
		text_add(out, "\n\n");
	}
	add_body(notice, out);
	if (mark_of(r)) {
		text_add(out, "\n");
		rendition_mark(r, out);
	}
	text_free(&subject);
}

int rendition_lines_before(const struct rendition *r, const struct notice *notice)
{
	return (mark_of(r) ? 2 : 0) + (has_subject(notice) ? 2 : 0);
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
    "li,.mark{break-inside:avoid}.mark{break-before:avoid}.every{display:block;position:fixed;top:0;right:0;margin:0;"
    "font-weight:bold;writing-mode:vertical-rl}}\n";

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
	const char *word = rendition_word(rendition);
	text_addf(out, "%s%s%s.%s.%s", word, *word ? "-" : "", notice->letter->name, notice->lang,
	          rendition_formats[rendition->format]);
}
