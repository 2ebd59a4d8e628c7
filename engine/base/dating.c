#include "base/dating.h"

#include "base/ascii.h"
#include "base/numeral_part.h"

#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, NOON = 12, LONGEST_FIGURES = 4, ALONE_FIRST = 1990, ALONE_LAST = 2099 };

struct cursor {
	const char *text;
	size_t len, at;
	bool wrong; /* a day that its month does not have is taken, too */
};

/* ---- small things ---- */

static bool starts(const struct cursor *c, const char *with)
{
	return numeral_part_starts(c->text, c->len, c->at, with);
}

static bool take(struct cursor *c, const char *word)
{
	if (!starts(c, word))
		return false;
	c->at += strlen(word);
	return true;
}

static void skip_spaces(struct cursor *c)
{
	while (take(c, " ") || take(c, "\xc2\xa0"))
		;
}

static bool digit_at(const struct cursor *c, size_t at)
{
	size_t size;
	return numeral_part_digit(c->text, c->len, at, &size);
}

/* One to `most` figures, and no more behind them. */
static bool take_figures(struct cursor *c, int most, int *value, int *count)
{
	size_t size;
	*value = *count = 0;
	for (; numeral_part_digit(c->text, c->len, c->at, &size); c->at += size, ++*count) {
		if (*count >= most)
			return false;
		*value = *value * 10 + (size == 1 ? c->text[c->at] - '0' : (unsigned char)c->text[c->at + 2] - 0x90);
	}
	return *count > 0;
}

static bool letter_at(const struct cursor *c, size_t at)
{
	return at < c->len && ascii_letter(c->text[at]);
}

static int days_of(int year, int month)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
	return month == 2 && !leap ? 28 : days[month - 1];
}

static bool is_date(const struct cursor *c, int year, int month, int day)
{
	if (c->wrong)
		return month >= 1 && day >= 1 && (year == 0 || (year >= FIRST_YEAR && year <= LAST_YEAR));
	return month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month) &&
	       (year == 0 || (year >= FIRST_YEAR && year <= LAST_YEAR));
}

/* ---- months by name ---- */

// clang-format off
static const struct { const char *name; int month; } months[] = { /* a longer name before its beginning */
	{"january", 1}, {"januari", 1}, {"jan", 1}, {"february", 2}, {"februari", 2}, {"feb", 2}, {"march", 3},
	{"maret", 3}, {"mac", 3}, {"mar", 3}, {"april", 4}, {"apr", 4}, {"may", 5}, {"mei", 5}, {"june", 6}, {"juni", 6},
	{"jun", 6}, {"july", 7}, {"julai", 7}, {"juli", 7}, {"jul", 7}, {"august", 8}, {"agustus", 8}, {"ogos", 8},
	{"aug", 8}, {"ogo", 8}, {"september", 9}, {"sept", 9}, {"sep", 9}, {"october", 10}, {"oktober", 10}, {"oct", 10},
	{"okt", 10}, {"november", 11}, {"nov", 11}, {"december", 12}, {"disember", 12}, {"desember", 12}, {"dec", 12},
	{"dis", 12}, {"des", 12},
};
// clang-format on

static int take_month(struct cursor *c)
{
	for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
		if (c->at >= c->len || (c->text[c->at] | 0x20) != months[i].name[0])
			continue;
		size_t n = strlen(months[i].name);
		if (!starts(c, months[i].name) || letter_at(c, c->at + n))
			continue;
		c->at += n;
		if (n <= 4)
			take(c, ".");
		return months[i].month;
	}
	return 0;
}

/* Four figures behind an optional comma; else nothing is taken. */
static int take_year(struct cursor *c)
{
	struct cursor ahead = *c;
	int year, count;
	skip_spaces(&ahead);
	if (take(&ahead, ","))
		skip_spaces(&ahead);
	if (!take_figures(&ahead, LONGEST_FIGURES, &year, &count) || count != LONGEST_FIGURES || year < FIRST_YEAR ||
	    year > LAST_YEAR || (starts(&ahead, ",") && digit_at(&ahead, ahead.at + 1)))
		return 0;
	*c = ahead;
	return year;
}

static void take_ordinal(struct cursor *c)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "hb"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (starts(c, endings[i]) && !letter_at(c, c->at + 2)) {
			c->at += 2;
			return;
		}
}

/* 5 March 2026; 5th of March; "1 to" of 1 to 5 March 2026. */
static bool day_first(struct cursor *c, struct dating *out)
{
	static const char *const joints[] = {"to ", "until ", "and ", "hingga ", "-", "\xe2\x80\x93"};
	struct cursor own;
	int count, other;
	if (!take_figures(c, 2, &out->day, &count))
		return false;
	take_ordinal(c);
	own = *c;
	skip_spaces(c);
	if (take(c, "of"))
		skip_spaces(c);
	for (size_t i = 0; i < sizeof joints / sizeof *joints && !out->range_end; i++) {
		if (!take(c, joints[i]))
			continue;
		skip_spaces(c);
		if (!take_figures(c, 2, &other, &count))
			return false;
		take_ordinal(c);
		skip_spaces(c);
		out->range_end = true;
	}
	out->month = take_month(c);
	if (!out->month)
		return false;
	out->year = take_year(c);
	if (out->range_end)
		*c = own;
	return is_date(c, out->year, out->month, out->day);
}

/* March 5, 2026; March 2026. */
static bool month_first(struct cursor *c, struct dating *out)
{
	int count;
	out->month = take_month(c);
	if (!out->month)
		return false;
	out->year = take_year(c);
	if (out->year)
		return true;
	skip_spaces(c);
	if (!take_figures(c, 2, &out->day, &count))
		return false;
	take_ordinal(c);
	out->year = take_year(c);
	return is_date(c, out->year, out->month, out->day);
}

/* 2026-03-05, 2026/3/5, 2026. 3. 5. */
static bool year_first(struct cursor *c, struct dating *out)
{
	static const char *const joints[] = {"-", "/", ". ", "."};
	int count;
	if (!take_figures(c, LONGEST_FIGURES, &out->year, &count) || count != LONGEST_FIGURES)
		return false;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		struct cursor ahead = *c;
		if (take(&ahead, joints[i]) && take_figures(&ahead, 2, &out->month, &count) &&
		    take(&ahead, joints[i]) && take_figures(&ahead, 2, &out->day, &count) &&
		    is_date(c, out->year, out->month, out->day)) {
			*c = ahead;
			if (i > 1)
				take(c, ".");
			return true;
		}
	}
	return false;
}

/* 05/03/2026, 5-3-2026, 5.3.2026: the day first, as most of the world has it. */
static bool figures_only(struct cursor *c, struct dating *out)
{
	int count;
	if (!take_figures(c, 2, &out->day, &count) || c->at >= c->len || !strchr("/-.", c->text[c->at]))
		return false;
	char joint[2] = {c->text[c->at], 0};
	if (!take(c, joint) || !take_figures(c, 2, &out->month, &count) || !take(c, joint) ||
	    !take_figures(c, LONGEST_FIGURES, &out->year, &count) || count != LONGEST_FIGURES)
		return false;
	out->swaps = is_date(c, out->year, out->day, out->month);
	if (is_date(c, out->year, out->month, out->day))
		return true;
	int day = out->month;
	out->month = out->day;
	out->day = day;
	return out->swaps;
}

/* 2026年3月5日, 3월 5일, 3月5号. */
static bool with_signs(struct cursor *c, struct dating *out)
{
	int count, value;
	if (!take_figures(c, LONGEST_FIGURES, &value, &count))
		return false;
	struct cursor ahead = *c;
	skip_spaces(&ahead);
	if (count == LONGEST_FIGURES) {
		if (!take(&ahead, "年") && !take(&ahead, "년"))
			return false;
		out->year = value;
		*c = ahead;
		skip_spaces(&ahead);
		if (!take_figures(&ahead, 2, &value, &count))
			return !c->wrong && value >= 0 && out->year >= FIRST_YEAR && out->year <= LAST_YEAR;
		skip_spaces(&ahead);
	}
	if (!take(&ahead, "月") && !take(&ahead, "월"))
		return out->year > 0 && !c->wrong;
	out->month = value;
	*c = ahead;
	skip_spaces(&ahead);
	if (take_figures(&ahead, 2, &out->day, &count)) {
		skip_spaces(&ahead);
		if (take(&ahead, "日") || take(&ahead, "号") || take(&ahead, "일"))
			*c = ahead;
		else
			out->day = 0;
	}
	return out->month >= 1 && (out->month <= 12 || c->wrong) &&
	       (out->day == 0 || is_date(c, out->year, out->month, out->day));
}

/* A year by itself: 2026, but not 2026 people: its reader decides. */
static bool year_alone(struct cursor *c, struct dating *out)
{
	int count;
	return take_figures(c, LONGEST_FIGURES, &out->year, &count) && count == LONGEST_FIGURES &&
	       out->year >= ALONE_FIRST && out->year <= ALONE_LAST && !letter_at(c, c->at) && !starts(c, "%") &&
	       !(c->at < c->len && strchr(",.:/-", c->text[c->at]) && digit_at(c, c->at + 1));
}

/* ---- times of day ---- */

enum part_of_day { WHOLE, MORNING, AFTERNOON };

// clang-format off
static const struct { const char *word; enum part_of_day part; } before[] = {
	{"上午", MORNING}, {"早上", MORNING}, {"凌晨", MORNING}, {"清晨", MORNING}, {"下午", AFTERNOON},
	{"晚上", AFTERNOON}, {"中午", AFTERNOON}, {"傍晚", AFTERNOON}, {"晚", AFTERNOON}, {"오전", MORNING},
	{"오후", AFTERNOON}, {"새벽", MORNING}, {"밤", AFTERNOON}, {"pukul", WHOLE}, {"jam", WHOLE},
}, behind[] = {
	{"a.m.", MORNING}, {"p.m.", AFTERNOON}, {"am", MORNING}, {"pm", AFTERNOON}, {"pagi", MORNING},
	{"tengah hari", AFTERNOON}, {"petang", AFTERNOON}, {"malam", AFTERNOON}, {"hrs", WHOLE}, {"h", WHOLE},
};
// clang-format on

static bool take_minutes(struct cursor *c, struct dating *out)
{
	int count;
	if (!take_figures(c, 2, &out->minute, &count) || count != 2)
		return false;
	int second;
	struct cursor ahead = *c;
	if (take(&ahead, ":") && take_figures(&ahead, 2, &second, &count) && count == 2)
		*c = ahead;
	return true;
}

/* 9点40分, 9시 40분, 21时. */
static bool take_signed(struct cursor *c, struct dating *out)
{
	int count;
	struct cursor ahead;
	skip_spaces(c);
	if (!take(c, "点") && !take(c, "時") && !(starts(c, "时") && take(c, "时")) &&
	    !(starts(c, "시") && !starts(c, "시간") && take(c, "시")))
		return false;
	out->minute = 0;
	if (take(c, "半")) {
		out->minute = 30;
		return true;
	}
	ahead = *c;
	skip_spaces(&ahead);
	if (take_figures(&ahead, 2, &out->minute, &count)) {
		skip_spaces(&ahead);
		if (take(&ahead, "分") || take(&ahead, "분"))
			*c = ahead;
		else
			out->minute = 0;
	}
	return true;
}

static bool take_behind(struct cursor *c, enum part_of_day *part, bool *clock)
{
	struct cursor ahead = *c;
	skip_spaces(&ahead);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
		size_t n = strlen(behind[i].word);
		if (!starts(&ahead, behind[i].word) || letter_at(&ahead, ahead.at + n))
			continue;
		*part = behind[i].part ? behind[i].part : *part;
		*clock = true;
		ahead.at += n;
		*c = ahead;
		return true;
	}
	return false;
}

static bool take_before(struct cursor *c, enum part_of_day *part)
{
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		struct cursor ahead = *c;
		if (!take(&ahead, before[i].word))
			continue;
		skip_spaces(&ahead);
		if (!digit_at(&ahead, ahead.at))
			continue;
		*part = before[i].part;
		*c = ahead;
		return true;
	}
	return false;
}

static bool fits_day(struct dating *out, enum part_of_day part)
{
	if (out->hour < 0 || out->hour > 24 || out->minute < 0 || out->minute > 59)
		return false;
	if (part == AFTERNOON && out->hour < NOON)
		out->hour += NOON;
	if (part == MORNING && out->hour == NOON)
		out->hour = 0;
	out->half = part == WHOLE && out->hour >= 1 && out->hour <= NOON;
	return true;
}

static bool take_time(struct cursor *c, struct dating *out)
{
	enum part_of_day part = WHOLE;
	int count;
	bool said = take_before(c, &part), clock = false;
	if (!take_figures(c, LONGEST_FIGURES, &out->hour, &count) || count == 3)
		return false;
	if (count == LONGEST_FIGURES) { /* 2140h */
		out->minute = out->hour % 100;
		out->hour /= 100;
		return take_behind(c, &part, &clock) && fits_day(out, part);
	}
	struct cursor ahead = *c;
	if (take(&ahead, ":") && take_minutes(&ahead, out)) {
		*c = ahead;
		take_behind(c, &part, &clock);
		return fits_day(out, part);
	}
	ahead = *c;
	if (take(&ahead, ".") && take_minutes(&ahead, out) && (take_behind(&ahead, &part, &clock) || said)) {
		*c = ahead;
		return fits_day(out, part);
	}
	ahead = *c;
	if (take_signed(&ahead, out)) {
		*c = ahead;
		return fits_day(out, part);
	}
	out->minute = 0;
	ahead = *c;
	if (!starts(c, "h") && take_behind(&ahead, &part, &clock) && part != WHOLE) {
		*c = ahead;
		return fits_day(out, part);
	}
	return false;
}

static void take_zone(struct cursor *c, struct dating *out)
{
	struct cursor ahead = *c;
	int hours, count;
	skip_spaces(&ahead);
	bool bracket = take(&ahead, "(");
	if (!take(&ahead, "UTC") && !take(&ahead, "GMT"))
		return;
	if (letter_at(&ahead, ahead.at))
		return;
	out->utc = true;
	if ((take(&ahead, "+") || take(&ahead, "-")) && take_figures(&ahead, 2, &hours, &count)) {
		out->utc = hours == 0;
		if (take(&ahead, ":"))
			take_figures(&ahead, 2, &hours, &count);
	}
	if (bracket)
		take(&ahead, ")");
	*c = ahead;
}

/* ---- both ---- */

typedef bool reader(struct cursor *, struct dating *);

static bool try_read(reader *read, struct cursor *c, struct dating *out)
{
	struct cursor ahead = *c;
	struct dating found = {.from = c->at, .hour = -1};
	if (!read(&ahead, &found))
		return false;
	*c = ahead;
	*out = found;
	return true;
}

/* What may stand between a date and its time, as in "5 March 2026, at 21:40" or "2026-03-05T21:40". */
static void skip_between(struct cursor *c)
{
	static const char *const words[] = {"at ",  "about ", "around ",    "by ",    "约",
	                                    "大约", "약 ",    "kira-kira ", "before "};
	if (take(c, "T") || take(c, "，"))
		return;
	skip_spaces(c);
	if (take(c, ",") || take(c, "(")) {
		skip_spaces(c);
		return;
	}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (take(c, words[i])) {
			skip_spaces(c);
			i = (size_t)-1;
		}
}

static void add_time(struct cursor *c, struct dating *out)
{
	struct cursor ahead = *c;
	struct dating time;
	skip_between(&ahead);
	if (out->range_end || !out->day || !try_read(take_time, &ahead, &time))
		return;
	out->hour = time.hour;
	out->minute = time.minute;
	out->half = time.half;
	*c = ahead;
}

bool dating_read(const char *text, size_t len, size_t at, struct dating *out)
{
	static reader *const readers[] = {year_first, with_signs, figures_only, day_first, month_first};
	struct cursor c = {.text = text, .len = len, .at = at};
	bool letters = at < len && ascii_letter(text[at]);
	if (at >= len || (letters && !strchr("jfmasondp", text[at] | 0x20)) ||
	    (at && (digit_at(&c, at - 1) || (letters && ascii_letter(text[at - 1])))))
		return false;
	bool found = false, figures = digit_at(&c, at);
	for (size_t i = 0; i < sizeof readers / sizeof *readers && !found; i++)
		found = figures == (readers[i] != month_first) && try_read(readers[i], &c, out);
	if (found)
		add_time(&c, out);
	found = found || try_read(take_time, &c, out) || try_read(year_alone, &c, out);
	if (found && out->hour >= 0)
		take_zone(&c, out);
	out->to = c.at;
	return found;
}

bool dating_impossible(const char *text, size_t len, size_t at, struct dating *out)
{
	static reader *const readers[] = {year_first, with_signs, figures_only, day_first, month_first};
	struct cursor c = {.text = text, .len = len, .at = at, .wrong = true};
	bool letters = at < len && ascii_letter(text[at]);
	if (at >= len || (letters && !strchr("jfmasond", text[at] | 0x20)) ||
	    (at && (digit_at(&c, at - 1) || strchr("-/.", text[at - 1]) || ascii_letter(text[at - 1]))) ||
	    (dating_read(text, len, at, out) && out->month))
		return false;
	bool found = false, figures = digit_at(&c, at);
	for (size_t i = 0; i < sizeof readers / sizeof *readers && !found; i++)
		found = figures == (readers[i] != month_first) && try_read(readers[i], &c, out) && out->day;
	out->to = c.at;
	return found && !digit_at(&c, c.at);
}
