#include "desk/prose_entity.h"

#include <string.h>

enum { LONGEST = 12 };

// clang-format off
static const struct { const char *name; int32_t c; } entities[] = {
	{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xa0}, {"ndash", 0x2013},
	{"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201c}, {"rdquo", 0x201d},
	{"hellip", 0x2026}, {"bull", 0x2022}, {"middot", 0xb7}, {"copy", 0xa9}, {"reg", 0xae}, {"trade", 0x2122},
	{"euro", 0x20ac}, {"pound", 0xa3}, {"yen", 0xa5}, {"cent", 0xa2}, {"thinsp", 0x2009}, {"ensp", 0x2002},
	{"emsp", 0x2003}, {"shy", 0xad}, {"zwnj", 0x200c}, {"zwj", 0x200d}, {"times", 0xd7}, {"eacute", 0xe9},
	{"num", '#'}, {"percnt", '%'}, {"comma", ','}, {"period", '.'}, {"colon", ':'}, {"commat", '@'},
	{"dollar", '$'}, {"lpar", '('}, {"rpar", ')'}, {"hyphen", 0x2010}, {"Tab", '\t'}, {"NewLine", '\n'},
};
// clang-format on

static int32_t by_number(const char *s, size_t len)
{
	bool hex = len > 1 && (s[1] == 'x' || s[1] == 'X');
	int32_t value = 0;
	for (size_t i = hex ? 2 : 1; i < len; i++) {
		const char *digits = "0123456789abcdef", *found = strchr(digits, s[i] | (s[i] >= 'A' ? 0x20 : 0));
		if (!found || !s[i] || (!hex && found - digits > 9) || value > 0x110000)
			return 0;
		value = value * (hex ? 16 : 10) + (int32_t)(found - digits);
	}
	return value ? value : 0;
}

static int32_t by_name(const char *s, size_t len)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (strlen(entities[i].name) == len && !memcmp(entities[i].name, s, len))
			return entities[i].c;
	return 0;
}

size_t prose_entity_add(struct prose *prose, const struct prose_source *source, size_t i)
{
	const char *name = source->bytes + i + 1;
	size_t left = source->len - i - 1, len = 0;
	while (len < left && len < LONGEST && name[len] != ';')
		len++;
	if (!len || len == left || name[len] != ';')
		return 0;
	int32_t c = *name == '#' ? by_number(name, len) : by_name(name, len);
	if (!c)
		return 0;
	prose_add_char(prose, c, prose_origin(source, i));
	return len + 2;
}
