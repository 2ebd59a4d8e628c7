#include "base/escape.h"

#include <string.h>

/* What a byte becomes in HTML; NULL: it stays. */
static const char *const html[256] = {
    ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

static void add_html(const char *s, struct text *out)
{
	const char *from = s;
	for (; *s; s++) {
		const char *reference = html[(unsigned char)*s];
		if (!reference)
			continue;
		text_add_bytes(out, from, (size_t)(s - from));
		text_add(out, reference);
		from = s + 1;
	}
	text_add_bytes(out, from, (size_t)(s - from));
}

static void add_markdown(const char *s, struct text *out)
{
	for (; *s; s++) {
		if (strchr("\\`*[]<|~&@", *s))
			text_add(out, "\\");
		text_add_bytes(out, *s == '\n' ? " " : s, 1);
	}
}

static void add_csv(const char *s, struct text *out)
{
	if (*s && strchr("=+-@\t\r", *s))
		text_add(out, "'");
	for (; *s; s++)
		text_add_bytes(out, *s == '"' ? "\"\"" : s, *s == '"' ? 2 : 1);
}

static void add_plain(const char *s, struct text *out)
{
	text_add(out, s);
}

void escape_add(enum escape escape, const char *s, struct text *out)
{
	static void (*const adders[])(const char *, struct text *) = {
	    [ESCAPE_NONE] = add_plain,
	    [ESCAPE_HTML] = add_html,
	    [ESCAPE_MARKDOWN] = add_markdown,
	    [ESCAPE_CSV] = add_csv,
	};
	adders[escape](s, out);
}
