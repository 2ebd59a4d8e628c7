#include "base/numeral_part.h"

#include "base/ascii.h"

#include <string.h>

enum { MOST_FIGURES = 15, THOUSAND = 1000 };

struct word {
	const char *word;
	enum numeral_part_kind kind;
	int64_t value;
};

// clang-format off
static const struct word latin[] = {
	{"zero", NUMERAL_PART_UNIT, 0}, {"one", NUMERAL_PART_UNIT, 1}, {"two", NUMERAL_PART_UNIT, 2},
	{"three", NUMERAL_PART_UNIT, 3}, {"four", NUMERAL_PART_UNIT, 4}, {"five", NUMERAL_PART_UNIT, 5},
	{"six", NUMERAL_PART_UNIT, 6}, {"seven", NUMERAL_PART_UNIT, 7}, {"eight", NUMERAL_PART_UNIT, 8},
	{"nine", NUMERAL_PART_UNIT, 9}, {"ten", NUMERAL_PART_UNIT, 10}, {"eleven", NUMERAL_PART_UNIT, 11},
	{"twelve", NUMERAL_PART_UNIT, 12}, {"thirteen", NUMERAL_PART_UNIT, 13}, {"fourteen", NUMERAL_PART_UNIT, 14},
	{"fifteen", NUMERAL_PART_UNIT, 15}, {"sixteen", NUMERAL_PART_UNIT, 16}, {"seventeen", NUMERAL_PART_UNIT, 17},
	{"eighteen", NUMERAL_PART_UNIT, 18}, {"nineteen", NUMERAL_PART_UNIT, 19}, {"twenty", NUMERAL_PART_UNIT, 20},
	{"thirty", NUMERAL_PART_UNIT, 30}, {"forty", NUMERAL_PART_UNIT, 40}, {"fifty", NUMERAL_PART_UNIT, 50},
	{"sixty", NUMERAL_PART_UNIT, 60}, {"seventy", NUMERAL_PART_UNIT, 70}, {"eighty", NUMERAL_PART_UNIT, 80},
	{"ninety", NUMERAL_PART_UNIT, 90}, {"hundred", NUMERAL_PART_SMALL, 100}, {"dozen", NUMERAL_PART_SMALL, 12},
	{"thousand", NUMERAL_PART_BIG, 1000}, {"million", NUMERAL_PART_BIG, 1000000},
	{"billion", NUMERAL_PART_BIG, 1000000000}, {"trillion", NUMERAL_PART_BIG, 1000000000000},
	{"tens", NUMERAL_PART_SOME, 10}, {"dozens", NUMERAL_PART_SOME, 12}, {"hundreds", NUMERAL_PART_SOME, 100},
	{"thousands", NUMERAL_PART_SOME, 1000}, {"millions", NUMERAL_PART_SOME, 1000000},
	{"sifar", NUMERAL_PART_UNIT, 0}, {"satu", NUMERAL_PART_UNIT, 1}, {"dua", NUMERAL_PART_UNIT, 2},
	{"tiga", NUMERAL_PART_UNIT, 3}, {"empat", NUMERAL_PART_UNIT, 4}, {"lima", NUMERAL_PART_UNIT, 5},
	{"enam", NUMERAL_PART_UNIT, 6}, {"tujuh", NUMERAL_PART_UNIT, 7}, {"lapan", NUMERAL_PART_UNIT, 8},
	{"delapan", NUMERAL_PART_UNIT, 8}, {"sembilan", NUMERAL_PART_UNIT, 9}, {"sepuluh", NUMERAL_PART_UNIT, 10},
	{"sebelas", NUMERAL_PART_UNIT, 11}, {"seratus", NUMERAL_PART_SMALL, 100}, {"seribu", NUMERAL_PART_BIG, 1000},
	{"sejuta", NUMERAL_PART_BIG, 1000000}, {"belas", NUMERAL_PART_TEEN, 10}, {"puluh", NUMERAL_PART_SMALL, 10},
	{"ratus", NUMERAL_PART_SMALL, 100}, {"ribu", NUMERAL_PART_BIG, 1000}, {"juta", NUMERAL_PART_BIG, 1000000},
	{"bilion", NUMERAL_PART_BIG, 1000000000}, {"puluhan", NUMERAL_PART_SOME, 10},
	{"ratusan", NUMERAL_PART_SOME, 100}, {"ribuan", NUMERAL_PART_SOME, 1000},
	{"jutaan", NUMERAL_PART_SOME, 1000000},
};
static const struct word han[] = {
	{"零", NUMERAL_PART_UNIT, 0}, {"〇", NUMERAL_PART_UNIT, 0}, {"一", NUMERAL_PART_UNIT, 1},
	{"二", NUMERAL_PART_UNIT, 2}, {"两", NUMERAL_PART_UNIT, 2}, {"兩", NUMERAL_PART_UNIT, 2},
	{"三", NUMERAL_PART_UNIT, 3}, {"四", NUMERAL_PART_UNIT, 4}, {"五", NUMERAL_PART_UNIT, 5},
	{"六", NUMERAL_PART_UNIT, 6}, {"七", NUMERAL_PART_UNIT, 7}, {"八", NUMERAL_PART_UNIT, 8},
	{"九", NUMERAL_PART_UNIT, 9}, {"十", NUMERAL_PART_SMALL, 10}, {"百", NUMERAL_PART_SMALL, 100},
	{"千", NUMERAL_PART_SMALL, 1000}, {"万", NUMERAL_PART_BIG, 10000}, {"萬", NUMERAL_PART_BIG, 10000},
	{"亿", NUMERAL_PART_BIG, 100000000}, {"億", NUMERAL_PART_BIG, 100000000},
};
static const struct word hangul[] = {
	{"영", NUMERAL_PART_UNIT, 0}, {"공", NUMERAL_PART_UNIT, 0}, {"일", NUMERAL_PART_UNIT, 1},
	{"이", NUMERAL_PART_UNIT, 2}, {"삼", NUMERAL_PART_UNIT, 3}, {"사", NUMERAL_PART_UNIT, 4},
	{"오", NUMERAL_PART_UNIT, 5}, {"육", NUMERAL_PART_UNIT, 6}, {"륙", NUMERAL_PART_UNIT, 6},
	{"칠", NUMERAL_PART_UNIT, 7}, {"팔", NUMERAL_PART_UNIT, 8}, {"구", NUMERAL_PART_UNIT, 9},
	{"십", NUMERAL_PART_SMALL, 10}, {"백", NUMERAL_PART_SMALL, 100}, {"천", NUMERAL_PART_SMALL, 1000},
	{"만", NUMERAL_PART_BIG, 10000}, {"억", NUMERAL_PART_BIG, 100000000},
	{"조", NUMERAL_PART_BIG, 1000000000000},
};
/* What parts groups of three figures: comma, no-break space, thin ones, an apostrophe. A plain space, too. */
static const char *const parters[] = {",", " ", "\xc2\xa0", "\xe2\x80\x89", "\xe2\x80\xaf", "'", "\xe2\x80\x99", "，"};
// clang-format on

int64_t numeral_part_times(int64_t a, int64_t b)
{
	return a > NUMERAL_PART_MOST / (b > 0 ? b : 1) ? NUMERAL_PART_MOST : a * b;
}

bool numeral_part_starts(const char *text, size_t len, size_t at, const char *with)
{
	for (; *with; at++, with++)
		if (at >= len || ascii_lower(text[at]) != ascii_lower(*with))
			return false;
	return true;
}

bool numeral_part_digit(const char *text, size_t len, size_t at, size_t *size)
{
	*size = 1;
	if (at < len && text[at] >= '0' && text[at] <= '9')
		return true;
	*size = 3; /* U+FF10 to U+FF19 */
	return at + 3 <= len && text[at] == '\xef' && text[at + 1] == '\xbc' && (unsigned char)text[at + 2] >= 0x90 &&
	       (unsigned char)text[at + 2] <= 0x99;
}

struct figures {
	int64_t value;
	size_t to, count;
};

static struct figures read_figures(const char *text, size_t len, size_t at)
{
	struct figures found = {.to = at};
	size_t size;
	for (; numeral_part_digit(text, len, found.to, &size); found.to += size, found.count++) {
		int digit = size == 1 ? text[found.to] - '0' : (unsigned char)text[found.to + 2] - 0x90;
		found.value = found.count < MOST_FIGURES ? found.value * 10 + digit : NUMERAL_PART_MOST / THOUSAND;
	}
	return found;
}

/* The next group of exactly three behind one of the parters. */
static bool next_group(const char *text, size_t len, size_t at, struct figures *group)
{
	for (size_t i = 0; i < sizeof parters / sizeof *parters; i++) {
		if (!numeral_part_starts(text, len, at, parters[i]))
			continue;
		*group = read_figures(text, len, at + strlen(parters[i]));
		return group->count == 3;
	}
	return false;
}

static size_t add_fraction(const char *text, size_t len, size_t point, struct numeral_part *out)
{
	struct figures rest = read_figures(text, len, point);
	int64_t unit = THOUSAND / 10;
	size_t size;
	for (size_t at = point; at < rest.to && unit; at += size, unit /= 10) {
		numeral_part_digit(text, len, at, &size);
		out->milli += unit * (size == 1 ? text[at] - '0' : (unsigned char)text[at + 2] - 0x90);
	}
	out->fraction = true;
	return rest.to;
}

/* 1.2.3 and 24/7 are no numbers; of 3/4 the first figure stands for the whole. */
static void mark_id(const char *text, size_t len, struct numeral_part *out)
{
	size_t size;
	while (out->to + 1 < len && (text[out->to] == '.' || text[out->to] == '/') &&
	       numeral_part_digit(text, len, out->to + 1, &size)) {
		out->id = true;
		out->to = read_figures(text, len, out->to + 1).to;
	}
}

static bool read_number(const char *text, size_t len, size_t at, struct numeral_part *out)
{
	struct figures first = read_figures(text, len, at), group;
	size_t size;
	*out = (struct numeral_part){.kind = NUMERAL_PART_FIGURES};
	if (!first.count)
		return false;
	bool grouped = first.count <= 3;
	for (; grouped && next_group(text, len, first.to, &group); first.to = group.to)
		first.value = numeral_part_times(first.value, THOUSAND) + group.value;
	out->milli = numeral_part_times(first.value, THOUSAND);
	out->to = first.to;
	size_t point = numeral_part_starts(text, len, out->to, ".")    ? 1
	               : numeral_part_starts(text, len, out->to, "．") ? 3
	                                                               : 0;
	if (point && numeral_part_digit(text, len, out->to + point, &size))
		out->to = add_fraction(text, len, out->to + point, out);
	mark_id(text, len, out);
	return true;
}

static bool take(const struct word *word, enum numeral_part_script script, size_t to, struct numeral_part *out)
{
	*out = (struct numeral_part){
	    .kind = word->kind, .script = script, .to = to, .milli = word->value * THOUSAND, .fraction = false};
	return true;
}

static bool read_latin(const char *text, size_t len, size_t at, struct numeral_part *out)
{
	size_t to = at;
	while (to < len && to - at <= 12 && ascii_letter(text[to]))
		to++;
	for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
		if (latin[i].word[0] == ascii_lower(text[at]) && strlen(latin[i].word) == to - at &&
		    numeral_part_starts(text, len, at, latin[i].word))
			return take(&latin[i], NUMERAL_PART_LATIN, to, out);
	return false;
}

static bool read_wide(const char *text, size_t len, size_t at, struct numeral_part *out)
{
	if (at + 3 > len)
		return false;
	for (size_t i = 0; i < sizeof han / sizeof *han; i++)
		if (!memcmp(text + at, han[i].word, 3))
			return take(&han[i], NUMERAL_PART_HAN, at + 3, out);
	for (size_t i = 0; i < sizeof hangul / sizeof *hangul; i++)
		if (!memcmp(text + at, hangul[i].word, 3))
			return take(&hangul[i], NUMERAL_PART_HANGUL, at + 3, out);
	return false;
}

bool numeral_part_read(const char *text, size_t len, size_t at, struct numeral_part *out)
{
	size_t size;
	if (at >= len)
		return false;
	if (numeral_part_digit(text, len, at, &size))
		return read_number(text, len, at, out);
	return ascii_letter(text[at]) ? read_latin(text, len, at, out) : read_wide(text, len, at, out);
}
