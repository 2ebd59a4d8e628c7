#include "desk/paint.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NARROWEST = 20, LABEL_MAX = 64 };

bool paint_wanted(bool terminal)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
	return terminal && term && strcmp(term, "dumb") != 0 && !(no && *no);
}

const char *paint_on(bool colour, enum paint_colour which)
{
	static const char *const on[] = {"", "\033[1m", "\033[33m", "\033[31m"};
	return colour ? on[which] : "";
}

const char *paint_off(bool colour, enum paint_colour which)
{
	return colour && which != PAINT_PLAIN ? "\033[0m" : "";
}

static int room(const struct paint *paint)
{
	return paint->columns < NARROWEST ? NARROWEST : paint->columns;
}

/* One line of `len` bytes; blanks at its end are nobody's. */
static void line(const struct paint *paint, enum paint_colour colour, const char *s, size_t len)
{
	while (len > 0 && s[len - 1] == ' ')
		len--;
	if (len > 0) {
		text_add(paint->out, paint_on(paint->colour, colour));
		text_add_bytes(paint->out, s, len);
		text_add(paint->out, paint_off(paint->colour, colour));
	}
	text_add(paint->out, "\n");
}

/* The first `most` lines of `wrapped`; returns how many there were. */
static int lines(const struct paint *paint, enum paint_colour colour, const char *wrapped, int most)
{
	int n = 0;
	for (; *wrapped && n < most; n++) {
		size_t len = strcspn(wrapped, "\n");
		line(paint, colour, wrapped, len);
		wrapped += len + (wrapped[len] == '\n');
	}
	return n;
}

static char *clean(const char *s, struct text *out)
{
	text_clear(out);
	text_add_clean(out, s ? s : "");
	while (out->len > 0 && (out->data[out->len - 1] == '\n' || out->data[out->len - 1] == ' '))
		out->data[--out->len] = '\0';
	return out->data;
}

void paint_wrap(const struct paint *paint, enum paint_colour colour, const char *prefix, const char *s)
{
	struct text cleaned = {0}, wrapped = {0};
	text_wrap(&wrapped, clean(s, &cleaned), prefix, room(paint));
	lines(paint, colour, wrapped.data, INT_MAX);
	text_free(&wrapped);
	text_free(&cleaned);
}

/* Wraps below a label. A label that takes half the window stands on a line of its own. */
static void hang(const struct paint *paint, const char *label, const char *s, struct text *out)
{
	char blanks[LABEL_MAX + 1] = "";
	struct text cleaned = {0}, body = {0}, head = {0};
	text_add_clean(&head, *label ? label : " ");
	int width = text_width(head.data);
	bool apart = width > room(paint) / 2 || width > LABEL_MAX;
	snprintf(blanks, sizeof blanks, "%*s", apart ? 3 : width, "");
	text_wrap(&body, clean(s, &cleaned), blanks, room(paint));
	text_clear(out);
	if (apart)
		text_wrap(out, head.data, "", room(paint));
	else
		text_add(out, head.data);
	text_add(out, body.len ? body.data + (apart ? 0 : width) : "\n");
	text_free(&head);
	text_free(&body);
	text_free(&cleaned);
}

void paint_hang(const struct paint *paint, enum paint_colour colour, const char *label, const char *format, ...)
{
	struct text s = {0}, hung = {0};
	va_list args;
	va_start(args, format);
	text_addv(&s, format, args);
	va_end(args);
	hang(paint, label, s.data, &hung);
	lines(paint, colour, hung.data, INT_MAX);
	text_free(&hung);
	text_free(&s);
}

static int count_lines(const char *s)
{
	int n = 0;
	for (; *s; s++)
		n += *s == '\n';
	return n;
}

/* Keeps the first `keep` lines and ends the last of them in "...". */
static void shorten(struct text *text, int keep, int columns)
{
	const char *at = text->data, *last = at;
	for (int i = 0; i < keep; i++) {
		last = at;
		at += strcspn(at, "\n") + 1;
	}
	size_t from = (size_t)(last - text->data);
	struct text tail = {0};
	text_add_bytes(&tail, last, (size_t)(at - last - 1));
	while (tail.len > 0 && text_width(tail.data) > columns - 3) {
		do
			tail.len--;
		while (tail.len > 0 && ((unsigned char)tail.data[tail.len] & 0xc0) == 0x80);
		tail.data[tail.len] = '\0';
	}
	while (tail.len > 0 && strchr(" ,;:.", tail.data[tail.len - 1]))
		tail.data[--tail.len] = '\0';
	text->len = from;
	text_add(text, tail.data);
	text_add(text, "...\n");
	text_free(&tail);
}

int paint_few(const struct paint *paint, enum paint_colour colour, const char *label, const char *s, int most)
{
	struct text hung = {0};
	if (most <= 0)
		return 0;
	hang(paint, label, s, &hung);
	if (count_lines(hung.data) > most)
		shorten(&hung, most, room(paint));
	int n = lines(paint, colour, hung.data, most);
	text_free(&hung);
	return n;
}

void paint_pair(const struct paint *paint, enum paint_colour colour, const char *left, const char *right)
{
	struct text l = {0}, r = {0};
	int width = text_width(clean(left, &l)) + text_width(clean(right, &r)) + 1;
	if (width + 2 <= room(paint) || !l.len || !r.len) {
		struct text both = {0};
		int between = room(paint) - width;
		text_addf(&both, " %s%*s%s", l.data, between > 0 && r.len ? between : 0, "", r.data);
		paint_wrap(paint, colour, "", both.data);
		text_free(&both);
	} else {
		paint_wrap(paint, colour, " ", l.data);
		paint_wrap(paint, PAINT_PLAIN, "   ", r.data);
	}
	text_free(&l);
	text_free(&r);
}

static void edge(const struct paint *paint, char corner, int width)
{
	text_addf(paint->out, "   %c", corner);
	for (int i = 0; i < width + 2; i++)
		text_add_bytes(paint->out, "-", 1);
	text_addf(paint->out, "%c\n", corner);
}

void paint_bubble(const struct paint *paint, const char *s)
{
	struct text cleaned = {0}, wrapped = {0}, row = {0};
	int width = 0;
	text_wrap(&wrapped, clean(s, &cleaned), "", room(paint) - 8);
	for (int pass = 0; pass < 2; pass++) {
		for (const char *at = wrapped.data; *at;) {
			size_t len = strcspn(at, "\n");
			text_clear(&row);
			text_add_bytes(&row, at, len);
			int w = text_width(row.data);
			if (pass == 1)
				text_addf(paint->out, "   | %s%*s |\n", row.data, width - w, "");
			width = w > width ? w : width;
			at += len + (at[len] == '\n');
		}
		edge(paint, pass == 0 ? '.' : '\'', width);
	}
	text_free(&row);
	text_free(&wrapped);
	text_free(&cleaned);
}

void paint_rule(const struct paint *paint, char of)
{
	text_add(paint->out, " ");
	for (int i = 1; i < room(paint); i++)
		text_add_bytes(paint->out, &of, 1);
	text_add(paint->out, "\n");
}

void paint_gap(const struct paint *paint)
{
	const struct text *out = paint->out;
	if (out->len >= 2 && memcmp(out->data + out->len - 2, "\n\n", 2) != 0)
		text_add(paint->out, "\n");
}
