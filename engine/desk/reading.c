#include "desk/reading.h"

#include "desk/prose_html.h"
#include "desk/prose_mail.h"
#include "desk/prose_markdown.h"
#include "desk/prose_plain.h"

#include <string.h>
#include <strings.h>

enum format { PLAIN, MARKDOWN, HTML, MAIL };
enum { LOOKED_AT = 2048 };

static bool by_name(const char *name, enum format *format)
{
	static const struct {
		const char *ending;
		enum format format;
	} endings[] = {{".txt", PLAIN},         {".sms", PLAIN}, {".text", PLAIN}, {".md", MARKDOWN},
	               {".markdown", MARKDOWN}, {".html", HTML}, {".htm", HTML},   {".eml", MAIL}};
	size_t len = strlen(name);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i].ending);
		if (len < n || strcasecmp(name + len - n, endings[i].ending) != 0)
			continue;
		*format = endings[i].format;
		return true;
	}
	return false;
}

static bool begins(const char *line, const char *const *with)
{
	for (; *with; with++)
		if (!strncasecmp(line, *with, strlen(*with)))
			return true;
	return false;
}

static enum format by_looks(const char *bytes)
{
	static const char *const headers[] = {
	    "From:", "Subject:", "MIME-Version:", "Received:", "Return-Path:", "X-Unsent:", NULL};
	static const char *const pages[] = {"<!doctype html", "<html", "<head", "<body", "<p>", "<div", "<h1", NULL};
	static const char *const marks[] = {"# ", "## ", "### ", "**", "```", NULL};
	if (begins(bytes, headers))
		return MAIL;
	for (const char *line = bytes; line && *line && line - bytes < LOOKED_AT; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (begins(line, pages))
			return HTML;
		if (begins(line, marks))
			return MARKDOWN;
	}
	return PLAIN;
}

const struct prose *reading_open(const struct file *file, struct arena *arena, struct diags *diags)
{
	struct prose *prose = prose_start(file, arena);
	struct prose_source source = {file->bytes, file->len, NULL, 0};
	enum format format;
	if (!by_name(file->name, &format))
		format = by_looks(file->bytes);
	if (format == MAIL)
		prose_mail_read(prose, &source, diags);
	else if (format == HTML)
		prose_html_read(prose, &source);
	else if (format == MARKDOWN)
		prose_markdown_read(prose, &source);
	else
		prose_plain_read(prose, &source);
	prose_finish(prose);
	return prose;
}

/* How often words that only one of two languages has stand in the text. */
static size_t count_words(const struct prose *prose, const char *const *words)
{
	size_t found = 0;
	for (const char *s = prose->text; *s; s++) {
		if (s > prose->text && s[-1] != ' ' && s[-1] != '\n')
			continue;
		for (size_t i = 0; words[i]; i++) {
			size_t n = strlen(words[i]);
			found += !strncasecmp(s, words[i], n) && strchr(" ,.\n", s[n]) != NULL;
		}
	}
	return found;
}

const char *reading_language(const struct prose *prose)
{
	static const char *const malay[] = {"yang",   "dan",      "kami",  "anda", "telah", "untuk",
	                                    "dengan", "daripada", "tidak", "ini",  NULL};
	static const char *const english[] = {"the", "and", "we", "you", "of", "to", "have", "that", "is", "not", NULL};
	size_t han = 0, hangul = 0, latin = 0;
	for (size_t i = 0; i < prose->len; i++) {
		unsigned char c = (unsigned char)prose->text[i];
		han += c >= 0xe4 && c <= 0xe9;
		hangul += c >= 0xea && c <= 0xed;
		latin += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}
	if (hangul * 4 > latin && hangul > han)
		return "ko";
	if (han * 6 > latin)
		return "zh";
	return count_words(prose, malay) > count_words(prose, english) ? "ms" : "en";
}
