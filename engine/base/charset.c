#include "base/charset.h"

#include <string.h>
#include <strings.h>

static const char key[] = "charset=";

enum charset charset_named(const char *name)
{
	static const char *const utf8[] = {"", "utf-8", "utf8", "us-ascii", "ascii", NULL};
	static const char *const latin[] = {"iso-8859-1", "latin1", "windows-1252", "cp1252", NULL};
	for (size_t i = 0; utf8[i]; i++)
		if (!strcasecmp(name, utf8[i]))
			return CHARSET_UTF8;
	for (size_t i = 0; latin[i]; i++)
		if (!strcasecmp(name, latin[i]))
			return CHARSET_LATIN;
	return CHARSET_UNKNOWN;
}

size_t charset_latin(unsigned char byte, char out[CHARSET_BYTES])
{
	static const uint16_t signs[32] = {0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	                                   0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
	                                   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	                                   0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};
	int c = byte >= 0x80 && byte < 0xa0 ? signs[byte - 0x80] : byte;
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | c >> 12);
	out[1] = (char)(0x80 | (c >> 6 & 0x3f));
	out[2] = (char)(0x80 | (c & 0x3f));
	return 3;
}

/* The last set named in a line, if any is. */
static void read_name(const char *bytes, size_t from, size_t to, struct charset_found *found)
{
	for (size_t i = from; i + strlen(key) < to; i++) {
		if (strncasecmp(bytes + i, key, strlen(key)) != 0)
			continue;
		size_t n = 0, at = i + strlen(key);
		at += strchr("\"'", bytes[at]) != NULL;
		for (found->at = at; at < to && n + 1 < CHARSET_NAME && !strchr(" \t\r\n\"';>/", bytes[at]); at++)
			found->name[n++] = bytes[at];
		found->name[n] = '\0';
	}
}

static bool is_high(char c)
{
	return (unsigned char)c >= 0x80;
}

/* In the sets of East Asia a character is two bytes: these stand alone among ASCII. */
static bool stands_alone(const char *line, size_t len)
{
	for (size_t i = 1; i < len; i++)
		if (is_high(line[i]) && is_high(line[i - 1]))
			return false;
	return true;
}

static void add_latin(const char *line, size_t len, struct text *out)
{
	char bytes[CHARSET_BYTES];
	for (size_t i = 0; i < len; i++)
		text_add_bytes(out, bytes, charset_latin((unsigned char)line[i], bytes));
}

bool charset_to_utf8(const char *bytes, size_t len, struct text *out, struct charset_found *found)
{
	*found = (struct charset_found){0};
	for (size_t from = 0, to; from < len; from = to) {
		const char *end = memchr(bytes + from, '\n', len - from);
		to = end ? (size_t)(end - bytes) + 1 : len;
		read_name(bytes, from, to, found);
		if (text_valid(bytes + from, to - from) == to - from) {
			text_add_bytes(out, bytes + from, to - from);
			continue;
		}
		bool named = found->name[0] != '\0';
		if (named ? charset_named(found->name) != CHARSET_LATIN : !stands_alone(bytes + from, to - from))
			return false;
		found->guessed = found->guessed || !named;
		add_latin(bytes + from, to - from, out);
	}
	found->guessed = found->guessed && !found->name[0]; /* a header may stand before the name */
	return true;
}
