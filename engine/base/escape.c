#include "base/escape.h"

#include "base/ascii.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* ---- HTML ---- */

static const char *const references[256] = {
    ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

static void add_html(const char *s, struct text *out)
{
	for (;;) {
		size_t plain = strcspn(s, "&<>\"'");
		text_add_bytes(out, s, plain);
		s += plain;
		if (!*s)
			return;
		text_add(out, references[(unsigned char)*s++]);
	}
}

/* ---- Markdown ---- */

struct spot {
	const struct text *out; /* what is before it, escaped */
	size_t start;           /* where the value begins in `out` */
	const char *at;
	bool links; /* the page's renderer makes links of addresses */
};

static const char BLANKS[] = " \t\r\n";

static bool is_blank(char c)
{
	return c && strchr(BLANKS, c);
}

static bool is_alnum(char c)
{
	return ascii_digit(c) || ascii_letter(c);
}

static char before(const struct spot *spot)
{
	return spot->out->len ? spot->out->data[spot->out->len - 1] : '\n';
}

static bool is_first(const struct spot *spot)
{
	return spot->out->len == spot->start;
}

/* A value's end counts as a blank: what comes behind it isn't known. */
static bool ends_word(const char *at)
{
	return !*at || is_blank(*at);
}

static bool always(const struct spot *spot)
{
	(void)spot;
	return true;
}

static bool is_beside_word(const struct spot *spot) /* in first_name it can't be emphasis */
{
	return !is_alnum(before(spot)) || !is_alnum(spot->at[1]);
}

static bool is_reference(const struct spot *spot) /* &lt; or &#60; */
{
	const char *at = spot->at + 1;
	while (is_alnum(*at) || (*at == '#' && at == spot->at + 1))
		at++;
	return *at == ';' || !spot->at[1];
}

static bool is_heading(const struct spot *spot) /* or what closes one */
{
	const char *after = spot->at + strspn(spot->at, "#");
	if (is_first(spot))
		return ends_word(after);
	return is_blank(before(spot)) && !after[strspn(after, BLANKS)];
}

static bool is_bullet(const struct spot *spot)
{
	return is_first(spot) && ends_word(spot->at + 1);
}

static bool is_bullet_or_rule(const struct spot *spot) /* a list, a line across, what makes the line above a heading */
{
	return is_first(spot) && !is_alnum(spot->at[1]) && !(spot->at[1] & 0x80);
}

static bool is_underline(const struct spot *spot) /* below a heading's or a table's first line */
{
	return is_first(spot) && (ends_word(spot->at + 1) || strchr("=-", spot->at[1]));
}

static bool is_list_number(const struct spot *spot) /* 1. and 1) */
{
	size_t from = spot->out->len;
	while (from && ascii_digit(spot->out->data[from - 1]))
		from--;
	return from < spot->out->len && from <= spot->start && ends_word(spot->at + 1);
}

static bool is_mail(const struct spot *spot)
{
	char c = before(spot);
	return spot->links && (is_alnum(c) || strchr(".+-_!#$%&'*/=?^`{|}~", c)) && !is_blank(spot->at[1]);
}

static bool is_web(const struct spot *spot) /* also //host, without a scheme */
{
	return spot->links && before(spot) == '/';
}

static bool is_www(const struct spot *spot)
{
	size_t len = spot->out->len;
	return spot->links && len >= 3 && strncasecmp(spot->out->data + len - 3, "www", 3) == 0;
}

static const char BREAK[] = "<!-- -->"; /* renderers look for addresses behind backslashes, but not across a comment */

static const struct rule {
	const char *bytes;
	bool (*applies)(const struct spot *);
	const char *guard; /* is put in front */
} rules[] = {
    {"\\`*[]<|~", always, "\\"}, {"_", is_beside_word, "\\"},    {"&", is_reference, "\\"},
    {">", is_first, "\\"},       {"#", is_heading, "\\"},        {"+", is_bullet, "\\"},
    {"=:", is_underline, "\\"},  {"-", is_bullet_or_rule, "\\"}, {".)", is_list_number, "\\"},
    {"@", is_mail, BREAK},       {"/", is_web, BREAK},           {".", is_www, BREAK},
};

static const char SPECIAL[] = "\\`*[]<|~_&>#+=:-.)@/ \t\r\n";

static const char *guard_of(const struct spot *spot)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (strchr(rules[i].bytes, *spot->at) && rules[i].applies(spot))
			return rules[i].guard;
	return "";
}

/* Spaces at a line's start would make a block of code, two at its end a break. */
static const char *add_blanks(const char *s, struct text *out)
{
	const struct spot spot = {.out = out, .at = s};
	if (!is_blank(before(&spot)))
		text_add_bytes(out, " ", 1);
	return s + strspn(s, BLANKS);
}

static void add_commonmark(const char *s, bool links, struct text *out)
{
	if (is_blank(*s))
		s = add_blanks(s, out);
	size_t start = out->len;
	for (size_t plain; *s; s += plain) {
		const struct spot spot = {out, start, s, links};
		if (is_blank(*s)) {
			s = add_blanks(s, out);
			plain = 0;
			continue;
		}
		text_add(out, guard_of(&spot));
		plain = 1 + strcspn(s + 1, SPECIAL);
		text_add_bytes(out, s, plain);
	}
}

static void add_markdown(const char *s, struct text *out)
{
	add_commonmark(s, true, out);
}

static void add_letter(const char *s, struct text *out)
{
	add_commonmark(s, false, out);
}

/* ---- spreadsheets ---- */

static bool one_of(int32_t c, const char *set)
{
	for (int32_t member; (member = text_next(&set));)
		if (member == c)
			return true;
	return false;
}

/* What is passed over by a program that looks for a formula's sign. */
static bool is_skipped(int32_t c)
{
	return c == ' ' || c == '"' || c == 0xa0 || c == 0xad || (c >= 0x2000 && c <= 0x200f) ||
	       (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x2064) || c == 0x3000 || c == 0xfeff;
}

static bool is_formula(const char *s)
{
	int32_t c;
	do
		c = text_next(&s);
	while (is_skipped(c));
	return c && one_of(c, "=+-@＝＋－＠﹦﹢﹣﹫");
}

/* Where a program that does not look for commas begins a new cell, whatever is quoted. */
static bool is_border(char c)
{
	return c == ';' || c == '\t' || c == '\r' || c == '\n';
}

static void add_csv(const char *s, struct text *out)
{
	if (is_formula(s) || (is_border(*s) && *s != ';'))
		text_add_bytes(out, "'", 1);
	for (; *s; s++) {
		size_t plain = strcspn(s, "\";\t\r\n");
		text_add_bytes(out, s, plain);
		s += plain;
		if (!*s)
			break;
		text_add_bytes(out, *s == '"' ? "\"\"" : s, *s == '"' ? 2 : 1);
		if (is_border(*s) && is_formula(s + 1))
			text_add_bytes(out, "'", 1);
	}
}

static void add_plain(const char *s, struct text *out)
{
	text_add(out, s);
}

void escape_add(enum escape escape, const char *s, struct text *out)
{
	static void (*const adders[])(const char *, struct text *) = {
	    [ESCAPE_NONE] = add_plain,        [ESCAPE_HTML] = add_html, [ESCAPE_MARKDOWN] = add_markdown,
	    [ESCAPE_COMMONMARK] = add_letter, [ESCAPE_CSV] = add_csv,
	};
	adders[escape](s, out);
}

void escape_number(enum escape escape, int64_t n, struct text *out)
{
	char digits[24];
	snprintf(digits, sizeof digits, "%" PRId64, n);
	escape_add(escape, digits, out);
}
