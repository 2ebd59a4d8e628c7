/* Strict readers of pages: what they say is NULL, or what is wrong with the page. Hostile text is marked EVIL
 * (poison.h): it may be read, and may be nothing but read. */
#ifndef TESTS_NEUTRAL_H
#define TESTS_NEUTRAL_H

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/jsn.h"

enum { NEUTRAL_DEEP = 64, NEUTRAL_NAME = 32 };

/* Nothing that a terminal or a reader's eye obeys: escapes, controls, overrides. */
static inline const char *neutral_text(const char *page)
{
	for (const char *at = page; *at;) {
		int32_t c = text_next(&at);
		if (c < 0)
			return "not UTF-8";
		if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7f && c < 0xa0))
			return "a control character";
		if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029)
			return "a change of direction";
	}
	return NULL;
}

/* HTML: every tag known, every attribute quoted, every element closed in order. ---------------------------------- */

struct neutral_html {
	const char *at, *wrong;
	char open[NEUTRAL_DEEP][NEUTRAL_NAME];
	int deep;
};

static inline void neutral_name(struct neutral_html *h, char name[NEUTRAL_NAME])
{
	size_t n = 0;
	while (n + 1 < NEUTRAL_NAME && (isalnum((unsigned char)*h->at) || *h->at == '-' || *h->at == ':'))
		name[n++] = *h->at++;
	name[n] = '\0';
	if (!n)
		h->wrong = "a name is missing";
}

static inline bool neutral_one_of(const char *name, const char *const *names)
{
	while (*names && strcmp(*names, name) != 0)
		names++;
	return *names != NULL;
}

static inline void neutral_attribute(struct neutral_html *h)
{
	char name[NEUTRAL_NAME];
	neutral_name(h, name);
	bool points = strcmp(name, "href") == 0 || strcmp(name, "src") == 0 || strcmp(name, "xlink:href") == 0;
	if (strncmp(name, "on", 2) == 0)
		h->wrong = "an event handler";
	if (h->wrong || *h->at != '=')
		return;
	if (h->at[1] != '"') {
		h->wrong = "an attribute without quotes";
		return;
	}
	const char *value = h->at + 2, *end = strchr(value, '"');
	if (!end)
		h->wrong = "an open attribute";
	else if (points && *value != '#')
		h->wrong = "a way out of the page";
	else if (memchr(value, '<', (size_t)(end - value)))
		h->wrong = "markup in an attribute";
	h->at = end ? end + 1 : value;
}

static inline void neutral_open(struct neutral_html *h)
{
	static const char *const banned[] = {"script", "iframe", "object", "embed", "link",
	                                     "base",   "form",   "img",    "image", NULL};
	static const char *const empty[] = {"meta", "br", "hr", "wbr", "col", "input", NULL};
	char name[NEUTRAL_NAME];
	neutral_name(h, name);
	if (neutral_one_of(name, banned))
		h->wrong = name[0] == 's' ? "a script" : "an element that loads or sends";
	while (!h->wrong && *h->at && *h->at != '>' && *h->at != '/') {
		h->at += strspn(h->at, " \n\t");
		if (*h->at != '>' && *h->at != '/')
			neutral_attribute(h);
	}
	bool closed = *h->at == '/';
	h->at += closed;
	if (!h->wrong && *h->at++ != '>')
		h->wrong = "an open tag";
	if (closed || h->wrong || neutral_one_of(name, empty))
		return;
	if (h->deep == NEUTRAL_DEEP)
		h->wrong = "too deep";
	else
		strcpy(h->open[h->deep++], name);
	if (strcmp(name, "style") == 0) {
		const char *end = strstr(h->at, "</style>"), *evil = strstr(h->at, "EVIL");
		if (!end || (evil && evil < end))
			h->wrong = "a hostile style";
		h->at = end ? end : h->at;
	}
}

static inline void neutral_close(struct neutral_html *h)
{
	char name[NEUTRAL_NAME];
	neutral_name(h, name);
	if (!h->wrong && (*h->at++ != '>' || h->deep == 0 || strcmp(h->open[--h->deep], name) != 0))
		h->wrong = "elements closed out of order";
}

static inline const char *neutral_html(const char *page)
{
	struct neutral_html h = {.at = page, .wrong = neutral_text(page)};
	while (!h.wrong && *(h.at += strcspn(h.at, "<"))) {
		h.at++;
		if (strncasecmp(h.at, "!doctype html>", 14) == 0)
			h.at += 14;
		else if (*h.at == '/')
			h.at++, neutral_close(&h);
		else
			neutral_open(&h);
	}
	return h.wrong || !h.deep ? h.wrong : "an element that is never closed";
}

/* CSV: RFC 4180, every cell quoted, as many cells in each row, and nothing that is a formula. --------------------- */

static inline bool neutral_number(const char *from, const char *end)
{
	from += *from == '-' || *from == '+';
	for (const char *at = from; at < end; at++)
		if (!isdigit((unsigned char)*at) && *at != '.')
			return false;
	return from < end;
}

static inline bool neutral_cell(const char *from, const char *end)
{
	static const char *const formulas[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
	if (neutral_number(from, end))
		return true;
	while (from < end && (*from == ' ' || *from == '\n'))
		from++;
	for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
		if (strncmp(from, formulas[i], strlen(formulas[i])) == 0)
			return false;
	return true;
}

/* The end of a quoted cell's text; NULL when it has none. */
static inline const char *neutral_cell_end(const char *at)
{
	for (; (at = strchr(at, '"')) && at[1] == '"'; at += 2)
		;
	return at;
}

static inline const char *neutral_csv(const char *page)
{
	size_t columns = 0, cells = 0;
	if (strncmp(page, "\xef\xbb\xbf", 3) != 0)
		return "no mark of UTF-8";
	for (const char *at = page + 3, *end; *at; at = end) {
		if (*at != '"' || !(end = neutral_cell_end(at + 1)))
			return "a cell without quotes";
		if (!neutral_cell(at + 1, end++))
			return "a formula";
		cells++;
		if (*end == ',' && end[1] != '\r') {
			end++;
			continue;
		}
		if (strncmp(end, "\r\n", 2) != 0)
			return "a row without its end";
		end += 2;
		if (columns && cells != columns)
			return "a row of another length";
		columns = cells;
		cells = 0;
	}
	return columns ? neutral_text(page) : "no row";
}

/* Markdown: what is left when each escaped character is taken away. ------------------------------------------------ */

static inline const char *neutral_line(const char *from, const char *end)
{
	char before = '\n';
	bool evil = false;
	for (const char *at = from; at < end; before = *at++) {
		if (*at == '\\' && at + 1 < end && ispunct((unsigned char)at[1])) {
			at++;
			continue;
		}
		if (strncmp(at, "<!-- -->", 8) == 0) { /* what keeps an address from becoming a link */
			at += 7;
			continue;
		}
		evil = evil || strncmp(at, "EVIL", 4) == 0;
		if (*at == '<' || *at == '`')
			return "markup";
		if (*at == ']' && at[1] == '(')
			return "a link";
		if (before == '!' && *at == '[')
			return "a picture";
		if (strncmp(at, "://", 3) == 0 || strncmp(at, "www.", 4) == 0)
			return "a bare address";
	}
	return evil && (strncmp(from, "=EVIL", 5) == 0 || strncmp(from, "# EVIL", 6) == 0 ||
	                strncmp(from, "- EVIL", 6) == 0 || strncmp(from, "    ", 4) == 0)
	           ? "a line of its own"
	           : NULL;
}

static inline const char *neutral_markdown(const char *page)
{
	const char *wrong = neutral_text(page);
	bool fenced = false;
	for (const char *from = page, *end; !wrong && *from; from = *end ? end + 1 : end) {
		end = from + strcspn(from, "\n");
		if (strncmp(from, "~~~", 3) == 0)
			fenced = !fenced;
		else if (!fenced)
			wrong = neutral_line(from, end);
	}
	return wrong || !fenced ? wrong : "code that never ends";
}

/* By the name of a format. -------------------------------------------------------------------------------------- */

static inline const char *neutral_json(const char *page)
{
	struct jsn_fault fault;
	struct jsn *tree = jsn_parse(page, strlen(page), &fault);
	jsn_free(tree);
	return tree ? neutral_text(page) : "no JSON";
}

static inline const char *neutral_page(const char *format, const char *page)
{
	static const struct {
		const char *format;
		const char *(*wrong)(const char *);
	} readers[] = {{"html", neutral_html}, {"csv", neutral_csv}, {"md", neutral_markdown}, {"json", neutral_json}};
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (strcmp(readers[i].format, format) == 0)
			return readers[i].wrong(page);
	return "a format without a reader";
}

#endif
