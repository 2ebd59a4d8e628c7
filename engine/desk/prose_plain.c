#include "desk/prose_plain.h"

#include <string.h>

enum { LONGEST_NUMBER = 2, WIDEST = 100 };

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool at_is(const struct prose_source *source, size_t i, const char *s)
{
	size_t n = strlen(s);
	return i + n <= source->len && !memcmp(source->bytes + i, s, n);
}

static size_t bullet(const struct prose_source *source, size_t i)
{
	static const char *const bullets[] = {"- ", "* ", "+ ", "• ", "· ", "– ", "○ ", "■ ", "●", "・"};
	for (size_t k = 0; k < sizeof bullets / sizeof *bullets; k++)
		if (at_is(source, i, bullets[k]))
			return strlen(bullets[k]);
	return 0;
}

static size_t circled(const struct prose_source *source, size_t i)
{
	if (i + 3 > source->len || memcmp(source->bytes + i, "\xe2\x91", 2))
		return 0;
	return (unsigned char)source->bytes[i + 2] >= 0xa0 ? 3 : 0; /* ① to ⑳ */
}

/* "1. ", "2) ", "(3) ", "4、" and their value. */
static size_t numbered(const struct prose_source *source, size_t i, int *value)
{
	size_t at = i + (source->bytes[i] == '('), from = at;
	*value = 0;
	for (; at < source->len && at - from < LONGEST_NUMBER && source->bytes[at] >= '0' && source->bytes[at] <= '9';
	     at++)
		*value = *value * 10 + (source->bytes[at] - '0');
	if (at == from)
		return 0;
	if (at_is(source, at, "、") || at_is(source, at, "．"))
		return at + 3 - i;
	bool ends = at + 1 < source->len && (source->bytes[at] == ')' || (from == i && source->bytes[at] == '.'));
	return ends && is_blank(source->bytes[at + 1]) ? at + 2 - i : 0;
}

size_t prose_plain_marker(const struct prose_source *source, size_t i, bool fresh, int *last)
{
	size_t n = bullet(source, i);
	int value;
	n = n ? n : circled(source, i);
	if (n)
		return n;
	n = numbered(source, i, &value);
	if (!n || !(fresh || value == 1 || value == *last + 1))
		return 0;
	*last = value;
	return n;
}

static size_t line_end(const struct prose_source *source, size_t i)
{
	const char *end = memchr(source->bytes + i, '\n', source->len - i);
	return end ? (size_t)(end - source->bytes) : source->len;
}

static size_t columns(const struct prose_source *source, size_t from, size_t to)
{
	size_t n = 0;
	for (; from < to; from++) {
		unsigned char c = (unsigned char)source->bytes[from];
		n += c < 0x80 || (c >= 0xc0 && c < 0xe1) ? 1 : c >= 0xe1 ? 2 : 0;
	}
	return n;
}

/* Where the text was wrapped: the widest line that can come of it; 0 when lines are paragraphs. */
static size_t wrapped_at(const struct prose_source *source)
{
	size_t widest = 0, beyond = 0;
	for (size_t i = 0; i < source->len;) {
		size_t end = line_end(source, i), n = columns(source, i, end);
		if (n > WIDEST)
			beyond += end - i;
		else if (n > widest)
			widest = n;
		i = end + 1;
	}
	return beyond > source->len / 2 ? 0 : widest;
}

/* Whether the line ended long before there was need: then it was ended on purpose. */
static bool is_hard(const struct prose_source *source, size_t from, size_t end, size_t next, size_t wrapped)
{
	size_t word = next;
	while (word < source->len && word - next < WIDEST && source->bytes[word] != '\n' &&
	       !is_blank(source->bytes[word]))
		word++;
	/* wide characters may be parted anywhere: two columns are enough */
	size_t room = (unsigned char)source->bytes[next] >= 0xe1 ? 2 : columns(source, next, word);
	return columns(source, from, end) + 1 + room <= wrapped - wrapped / 4 || !wrapped;
}

/* A line of signs alone is a rule or an underline. */
static bool is_rule(const struct prose_source *source, size_t from, size_t end)
{
	for (; from < end; from++)
		if (!strchr("=-_*~# \t", source->bytes[from]))
			return false;
	return true;
}

static size_t skip_indent(const struct prose_source *source, size_t i, size_t end)
{
	while (i < end && (is_blank(source->bytes[i]) || source->bytes[i] == '>'))
		i++;
	return i;
}

void prose_plain_read(struct prose *prose, const struct prose_source *source)
{
	size_t wrapped = wrapped_at(source);
	bool fresh = true;
	int last = 0;
	for (size_t line = 0; line < source->len;) {
		size_t end = line_end(source, line), i = skip_indent(source, line, end);
		size_t sign = i < end ? prose_plain_marker(source, i, fresh, &last) : 0;
		if (is_rule(source, i, end)) {
			prose_break(prose, PROSE_TEXT);
			i = end;
		} else if (sign) {
			prose_break(prose, PROSE_ITEM);
			i += sign;
		}
		fresh = i >= end;
		while (i < end)
			i += prose_add(prose, source, i);
		prose_gap(prose, true);
		size_t next =
		    end + 1 < source->len ? skip_indent(source, end + 1, line_end(source, end + 1)) : source->len;
		if (next < source->len && !fresh && is_hard(source, line, end, next, wrapped)) {
			prose_break(prose, PROSE_TEXT);
			fresh = true;
		}
		line = end + 1;
	}
	prose_break(prose, PROSE_TEXT);
}
