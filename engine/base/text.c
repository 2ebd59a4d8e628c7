#include "base/text.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

static const char REPLACEMENT[] = "\xef\xbf\xbd"; /* U+FFFD */

void text_free(struct text *text)
{
	free(text->data);
	*text = (struct text){0};
}

static void grow(struct text *text, size_t more)
{
	if (more >= SIZE_MAX / 2 - text->len)
		memory_need(NULL);
	size_t need = text->len + more + 1, cap = text->cap ? text->cap : 64;
	while (cap < need)
		cap *= 2;
	text->data = memory_need(realloc(text->data, cap));
	text->cap = cap;
}

static inline void text_reserve(struct text *text, size_t more)
{
	if (more >= text->cap - text->len) /* room for a NUL, too */
		grow(text, more);
}

void text_clear(struct text *text)
{
	text_reserve(text, 0);
	text->len = 0;
	text->data[0] = '\0';
}

void text_add_bytes(struct text *text, const char *bytes, size_t len)
{
	text_reserve(text, len);
	if (len)
		memcpy(text->data + text->len, bytes, len);
	text->len += len;
	text->data[text->len] = '\0';
}

void text_add(struct text *text, const char *s)
{
	text_add_bytes(text, s, strlen(s));
}

void text_addf(struct text *text, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	text_addv(text, format, args);
	va_end(args);
}

void text_addv(struct text *text, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	text_reserve(text, len > 0 ? (size_t)len : 0);
	if (len > 0)
		vsnprintf(text->data + text->len, (size_t)len + 1, format, again);
	va_end(again);
	text->len += len > 0 ? (size_t)len : 0;
	text->data[text->len] = '\0';
}

/* Bytes of the sequence that starts at `p` (0 when it is no UTF-8); overlong forms, surrogates and what is beyond
 * U+10FFFF are not. */
static size_t decode(const unsigned char *p, size_t len, int32_t *out)
{
	static const struct {
		unsigned char mask, lead;
		size_t bytes;
		int32_t lowest;
	} forms[] = {{0x80, 0x00, 1, 0}, {0xe0, 0xc0, 2, 0x80}, {0xf0, 0xe0, 3, 0x800}, {0xf8, 0xf0, 4, 0x10000}};
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		if ((p[0] & forms[i].mask) != forms[i].lead)
			continue;
		if (forms[i].bytes > len)
			return 0;
		int32_t c = p[0] & (unsigned char)~forms[i].mask;
		for (size_t k = 1; k < forms[i].bytes; k++) {
			if ((p[k] & 0xc0) != 0x80)
				return 0;
			c = c * 64 + (p[k] & 0x3f);
		}
		if (c < forms[i].lowest || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
			return 0;
		*out = c;
		return forms[i].bytes;
	}
	return 0;
}

int32_t text_next(const char **at)
{
	if (!**at)
		return 0;
	int32_t c;
	size_t bytes = decode((const unsigned char *)*at, strnlen(*at, 4), &c);
	*at += bytes ? bytes : 1;
	return bytes ? c : -1;
}

/* How many bytes of ASCII stand at the beginning, in eights: nearly all of what people write here. */
static size_t ascii_run(const char *bytes, size_t len)
{
	uint64_t eight;
	size_t run = 0;
	for (; len - run >= sizeof eight; run += sizeof eight) {
		memcpy(&eight, bytes + run, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	return run;
}

size_t text_valid(const char *bytes, size_t len)
{
	for (size_t at = 0; (at += ascii_run(bytes + at, len - at)) < len;) {
		int32_t c;
		size_t n = decode((const unsigned char *)bytes + at, len - at, &c);
		if (!n)
			return at;
		at += n;
	}
	return len;
}

/* Where the escape sequence that began just before `s` ends: parameters and final byte of a control sequence; a
 * command string (title, link, clipboard) up to its terminator, when it has one on this line. */
static const char *after_control_sequence(const char *s)
{
	s += strspn(s, "0123456789:;<=>?");
	s += strspn(s, " !\"#$%&'()*+,-./");
	return *s >= '@' && *s <= '~' ? s + 1 : s;
}

static const char *after_escape(const char *s)
{
	if (*s == '[')
		return after_control_sequence(s + 1);
	if (*s && strchr("]P_^X", *s)) {
		const char *end = s + strcspn(s, "\a\033\n");
		if (*end == '\a')
			return end + 1;
		if (end[0] == '\033' && end[1] == '\\')
			return end + 2;
	}
	return s;
}

static bool harmful(int32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	       c == 0x2028 || c == 0x2029;
}

/* Nearly all that people write is plain: letters, digits and marks of ASCII. Returns how much of it `s` begins with. */
static size_t add_plain(struct text *text, const char *s)
{
	size_t len = 0;
	while (s[len] >= 0x20 && s[len] < 0x7f)
		len++;
	text_add_bytes(text, s, len);
	return len;
}

void text_add_clean(struct text *text, const char *s)
{
	text_reserve(text, strlen(s));
	text->data[text->len] = '\0';
	for (s += add_plain(text, s); *s; s += add_plain(text, s)) {
		const char *from = s;
		int32_t c = text_next(&s);
		if (c == '\r' && *s == '\n')
			continue;
		if (c == '\t') {
			text_add_bytes(text, " ", 1);
		} else if (c != '\n' && harmful(c)) {
			text_add(text, REPLACEMENT);
			s = c == 0x1b ? after_escape(s) : c == 0x9b ? after_control_sequence(s) : s;
		} else {
			text_add_bytes(text, from, (size_t)(s - from));
		}
	}
}

static int width_of(int32_t c)
{
	if (c < 0)
		return 1; /* shown as a replacement character */
	int width = wcwidth((wchar_t)c);
	return width >= 0 ? width : c < 0x20 || (c >= 0x7f && c < 0xa0) ? 0 : 1;
}

int text_width(const char *s)
{
	int width = 0;
	while (*s)
		width += width_of(text_next(&s));
	return width;
}

static bool one_of(int32_t c, const char *set)
{
	for (int32_t member; (member = text_next(&set));)
		if (member == c)
			return true;
	return false;
}

/* Chinese and Korean may break beside any wide character, but no line should start with a full stop or end with an
 * opening bracket. */
static bool hangul(int32_t c)
{
	return c >= 0xac00 && c <= 0xd7a3;
}

/* Chinese runs on and breaks anywhere; Korean has spaces, and breaks there. */
static bool may_break_between(int32_t before, int32_t c)
{
	if ((width_of(before) != 2 && width_of(c) != 2) || hangul(before) || hangul(c))
		return false;
	return !one_of(c, ",.!?;:)]%’”、。，！？；：）」』】》〉…") && !one_of(before, "([‘“（「『【《〈");
}

/* The end of the piece of [from, end) that fits into `room` columns: at the last good place, else a cut. At least
 * one character, whatever the room. */
static const char *fitting(const char *from, const char *end, int room)
{
	const char *good = NULL;
	int32_t before = ' ';
	int width = 0;
	bool blank = true;
	for (const char *at = from; at < end;) {
		const char *here = at;
		int32_t c = text_next(&at);
		int w = width_of(c);
		if (!blank && ((c == ' ' && before != ' ') || (w && before != ' ' && may_break_between(before, c))))
			good = here;
		if (width + w > room && here > from)
			return good ? good : here;
		width += w;
		blank = blank && c == ' ';
		before = w ? c : before;
	}
	return end;
}

static void add_piece(struct text *text, const char *prefix, const char *from, const char *end)
{
	while (end > from && end[-1] == ' ')
		end--;
	text_add(text, prefix);
	text_add_bytes(text, from, (size_t)(end - from));
	text_add_bytes(text, "\n", 1);
}

static void wrap_line(struct text *text, const char *from, const char *end, const char *prefix, int room)
{
	size_t indent = strspn(from, " ");
	if (indent && indent >= (size_t)room)
		from += indent < (size_t)(end - from) ? indent : (size_t)(end - from);
	do {
		const char *cut = fitting(from, end, room);
		add_piece(text, prefix, from, cut);
		from = cut;
		while (from < end && *from == ' ')
			from++;
	} while (from < end);
}

void text_wrap(struct text *text, const char *s, const char *prefix, int columns)
{
	int room = columns - text_width(prefix);
	if (room < 1)
		room = 1;
	text_add_bytes(text, "", 0);
	while (*s) {
		const char *end = s + strcspn(s, "\n");
		wrap_line(text, s, end, prefix, room);
		s = *end ? end + 1 : end;
	}
}

int text_words(const char *s)
{
	int words = 0, wide = 0;
	bool in_word = false;
	int32_t before = ' ';
	for (int32_t c; (c = text_next(&s)); before = c) {
		bool space = c == ' ' || (c >= '\t' && c <= '\r') || c == 0x3000;
		bool is_wide = !space && width_of(c) == 2;
		bool trailing = width_of(before) == 2 && c > 0 && iswpunct((wint_t)c); /* a quote after Chinese */
		wide += is_wide;
		if (space || is_wide) {
			in_word = false;
		} else if (!in_word && !trailing) {
			in_word = true;
			words++;
		}
	}
	return words + (wide + 1) / 2;
}
