#include "base/weekday.h"

#include "base/ascii.h"
#include "base/numeral_part.h"

#include <string.h>

enum { DAYS = 7, MOST_BETWEEN = 2, LONGEST = 12 };

static const char *const english[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

// clang-format off
static const struct { const char *word; int day; } words[] = { /* a longer word before its beginning */
	{"sunday", 0}, {"sun", 0}, {"monday", 1}, {"mon", 1}, {"tuesday", 2}, {"tues", 2}, {"tue", 2}, {"wednesday", 3},
	{"wed", 3}, {"thursday", 4}, {"thurs", 4}, {"thu", 4}, {"friday", 5}, {"fri", 5}, {"saturday", 6}, {"sat", 6},
	{"ahad", 0}, {"isnin", 1}, {"selasa", 2}, {"rabu", 3}, {"khamis", 4}, {"jumaat", 5}, {"sabtu", 6},
	{"星期日", 0}, {"星期天", 0}, {"星期一", 1}, {"星期二", 2}, {"星期三", 3}, {"星期四", 4}, {"星期五", 5}, {"星期六", 6},
	{"周日", 0}, {"周一", 1}, {"周二", 2}, {"周三", 3}, {"周四", 4}, {"周五", 5}, {"周六", 6},
	{"일요일", 0}, {"월요일", 1}, {"화요일", 2}, {"수요일", 3}, {"목요일", 4}, {"금요일", 5}, {"토요일", 6},
	{"(일)", 0}, {"(월)", 1}, {"(화)", 2}, {"(수)", 3}, {"(목)", 4}, {"(금)", 5}, {"(토)", 6},
}, between[] = {{" ", 0}, {",", 0}, {"(", 0}, {"，", 0}, {"（", 0}, {".", 0}};
// clang-format on

static bool at_word(const char *text, size_t to, size_t at, size_t i)
{
	/* a first look at the first character: most are of no such word */
	if (at >= to || (text[at] | 0x20) != (words[i].word[0] | 0x20))
		return false;
	size_t end = at + strlen(words[i].word);
	bool latin = ascii_letter(words[i].word[0]);
	return numeral_part_starts(text, to, at, words[i].word) &&
	       !(latin && ((at && ascii_letter(text[at - 1])) || (end < to && ascii_letter(text[end]))));
}

static size_t read_word(const char *text, size_t to, size_t at, int *day)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (at_word(text, to, at, i)) {
			*day = words[i].day;
			return at + strlen(words[i].word);
		}
	return 0;
}

size_t weekday_end(const char *text, size_t to, size_t at)
{
	int day;
	return read_word(text, to, at, &day);
}

/* How long a sign that may stand between is, there or, `behind`, up to there; 0. */
static size_t sign_at(const char *text, size_t from, size_t to, size_t at, bool behind)
{
	for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
		size_t n = strlen(between[i].word);
		if (behind ? at >= from + n && numeral_part_starts(text, to, at - n, between[i].word)
		           : numeral_part_starts(text, to, at, between[i].word))
			return n;
	}
	return 0;
}

static bool read_before(const char *text, size_t from, size_t to, struct weekday *out)
{
	size_t at = out->from, sign;
	for (int n = 0; n < MOST_BETWEEN && (sign = sign_at(text, from, to, at, true)) != 0; n++)
		at -= sign;
	for (size_t back = 1; back <= LONGEST && at >= from + back; back++)
		if (read_word(text, to, at - back, &out->day) == at) {
			out->from = at - back;
			return true;
		}
	return false;
}

static bool read_behind(const char *text, size_t to, struct weekday *out)
{
	size_t at = out->to;
	for (int n = 0; n <= MOST_BETWEEN; n++) {
		size_t end = read_word(text, to, at, &out->day), sign = sign_at(text, out->from, to, at, false);
		if (end) {
			out->to = end;
			return true;
		}
		if (!sign)
			return false;
		at += sign;
	}
	return false;
}

bool weekday_beside(const char *text, size_t from, size_t to, const struct dating *date, struct weekday *out)
{
	*out = (struct weekday){.from = date->from, .to = date->to};
	for (size_t at = date->from; at < date->to; at++)
		if (read_word(text, date->to, at, &out->day))
			return true;
	return read_before(text, from, to, out) || read_behind(text, to, out);
}

const char *weekday_name(int day)
{
	return english[day % DAYS];
}
