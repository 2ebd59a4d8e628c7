#include "desk/when.h"

#include "base/ascii.h"
#include "base/span.h"
#include "base/zone.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { FAR = 20 * 366 }; /* days: beyond it, somebody mistyped a year */

static const char *const how = "A time is written like 20:15, yesterday 20:15, 2026-04-30 02:31, T+5:12 or 20m ago.";
static const char *const not_yet = "That has not come yet.";
static const char *const over = "That is over already.";

/* Moves past `word` and the spaces behind it; false when it does not stand there alone. */
static bool past_word(const char **s, const char *word)
{
	size_t len = strlen(word);
	if (strncasecmp(*s, word, len) != 0 || ((*s)[len] && (*s)[len] != ' '))
		return false;
	*s += len + strspn(*s + len, " ");
	return true;
}

/* One to `most` digits. */
static bool read_digits(const char **s, size_t most, int *out)
{
	size_t n = strspn(*s, "0123456789");
	if (n < 1 || n > most)
		return false;
	for (*out = 0; n > 0; n--)
		*out = *out * 10 + *(*s)++ - '0';
	return true;
}

/* Four digits, and nothing behind them. */
static bool read_year(const char *s, int *out)
{
	return strlen(s) == 4 && read_digits(&s, 4, out) && !*s;
}

/* "5:12" to the end of the text, minutes in two digits. */
static bool read_clock(const char *s, size_t hour_digits, int *hour, int *minute)
{
	return read_digits(&s, hour_digits, hour) && *s++ == ':' && strlen(s) == 2 && ascii_digit(s[1]) &&
	       read_digits(&s, 2, minute) && *minute < 60;
}

static bool read_stamp(const char *s, int64_t *out)
{
	int hours, minutes;
	if ((*s != 'T' && *s != 't') || (s[1] != '+' && s[1] != '-') || !read_clock(s + 2, 6, &hours, &minutes))
		return false;
	*out = (int64_t)hours * SPAN_HOUR + (int64_t)minutes * SPAN_MINUTE;
	*out = s[1] == '-' ? -*out : *out;
	return true;
}

/* A clock time on the day that is `days` after that of `civil`. */
static bool read_of_day(const struct when *when, struct zone_civil civil, int days, const char *s, int64_t *out)
{
	if (!read_clock(s, 2, &civil.hour, &civil.minute) || civil.hour > 23)
		return false;
	civil.day += days; /* zone_epoch counts on past the end of a month */
	civil.second = 0;
	*out = zone_epoch(when->world->zone, &civil) - when->world->t0;
	return true;
}

static struct zone_civil today(const struct when *when)
{
	return zone_civil(when->world->zone, when->world->t0 + when->now);
}

/* 1 to 12; 0 when it is no month. */
static int month_of(const char *s)
{
	static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
	                                     "july",    "august",   "september", "october", "november", "december"};
	for (int i = 0; i < 12; i++)
		if (strlen(s) >= 3 && strncasecmp(s, months[i], strlen(s)) == 0)
			return i + 1;
	return 0;
}

/* "10 Mar 09:00", "10 March 2026 09:00": without a year the nearest one. */
static bool read_named(const struct when *when, const char *s, int64_t *out)
{
	char month[12], year[6] = "", clock[6], more[2];
	int day;
	struct zone_civil civil = today(when);
	int n = sscanf(s, "%2d %11s %5s %5s %1s", &day, month, year, clock, more);
	if (n < 3 || n > 4 || !ascii_digit(*s) || !month_of(month))
		return false;
	int said, own = civil.year;
	if (n == 4 && !read_year(year, &said))
		return false;
	int now = civil.month, named = month_of(month);
	int turn = named - now > 6 ? -1 : now - named > 6;
	char date[32];
	snprintf(date, sizeof date, "%04d-%02d-%02d", n == 4 ? said : own + turn, named, day);
	return zone_read(date, &civil) && read_of_day(when, civil, 0, n == 4 ? clock : year, out);
}

/* "today 09:40", "2026-03-06 09:40". */
static bool read_dated(const struct when *when, const char *s, int64_t *out)
{
	static const struct {
		const char *word;
		int days;
	} days[] = {{"yesterday", -1}, {"today", 0}, {"tomorrow", 1}};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (past_word(&s, days[i].word))
			return read_of_day(when, today(when), days[i].days, s, out);
	char date[11] = "";
	struct zone_civil civil;
	snprintf(date, sizeof date, "%.10s", s);
	if (strlen(s) < 12 || s[10] != ' ' || !zone_read(date, &civil))
		return read_named(when, s, out);
	return read_of_day(when, civil, 0, s + 10 + strspn(s + 10, " "), out);
}

static const char *keep(int64_t second, int32_t *out)
{
	if (second > (int64_t)FAR * SPAN_DAY || second < -(int64_t)FAR * SPAN_DAY)
		return "That is more than twenty years away; look at the year again.";
	*out = (int32_t)second;
	return NULL;
}

static bool read_ago(const struct when *when, const char *s, int64_t *out)
{
	char span[SPAN_BUFFER];
	const char *ago = strchr(s, ' ');
	int32_t seconds;
	if (!ago || strcasecmp(ago + 1, "ago") != 0 || (size_t)(ago - s) >= sizeof span)
		return false;
	snprintf(span, sizeof span, "%.*s", (int)(ago - s), s);
	if (span_parse(span, &seconds))
		return false;
	*out = (int64_t)when->now - seconds;
	return true;
}

const char *when_past(const struct when *when, const char *s, int32_t *out)
{
	int64_t second;
	past_word(&s, "at");
	if (!strcasecmp(s, "now"))
		return keep(when->now, out);
	if (read_of_day(when, today(when), 0, s, &second)) {
		if (second <= when->now)
			return keep(second, out);
		read_of_day(when, today(when), -1, s, &second);
		if (when->now - second <= SPAN_DAY / 2)
			return keep(second, out);
		return "That has not come yet today; for the day before, write yesterday and the time.";
	}
	if (!read_stamp(s, &second) && !read_dated(when, s, &second) && !read_ago(when, s, &second))
		return *s == '+' ? not_yet : how;
	return second <= when->now ? keep(second, out) : not_yet;
}

const char *when_ahead(const struct when *when, const char *s, int32_t *out)
{
	int64_t second;
	int32_t span;
	if (!past_word(&s, "until") && !past_word(&s, "to"))
		past_word(&s, "for");
	past_word(&s, "at");
	if (read_of_day(when, today(when), 0, s, &second)) {
		if (second <= when->now)
			read_of_day(when, today(when), 1, s, &second);
		return keep(second, out);
	}
	if (read_stamp(s, &second) || read_dated(when, s, &second))
		return second > when->now ? keep(second, out) : over;
	if (span_parse(*s == '+' ? s + 1 : s, &span))
		return "Say how long, or until when: 30m, 2h, until 09:40, until T+5:12.";
	return span > 0 ? keep((int64_t)when->now + span, out) : over;
}

/* The year is 0 where none was said. */
static bool read_day(const char *s, struct zone_civil *date)
{
	char first[12], second[12], year[6] = "", rest[2];
	int number, n = sscanf(s, "%11s %11s %5s %1s", first, second, year, rest);
	if (zone_read(s, date))
		return strlen(s) == 10;
	if (n < 2 || n > 3)
		return false;
	bool day_first = ascii_digit(*first);
	const char *day = day_first ? first : second;
	int own = 0;
	if (!read_digits(&day, 2, &number) || *day || (n == 3 && !read_year(year, &own)))
		return false;
	*date = (struct zone_civil){.year = own, .month = month_of(day_first ? second : first), .day = number};
	return true;
}

static bool is_real(struct zone_civil *date)
{
	char iso[32];
	snprintf(iso, sizeof iso, "%04d-%02d-%02d", date->year, date->month, date->day);
	return zone_read(iso, date);
}

bool when_date(const struct when *when, const char *s)
{
	struct zone_civil date;
	if (!read_day(s, &date))
		return false;
	if (!date.year) /* the 29th of February is real in some year; people will know which */
		date.year = date.month == 2 ? 2028 : today(when).year;
	return is_real(&date);
}

bool when_day(const struct when *when, const char *s, int32_t *out)
{
	struct zone_civil date, now = today(when);
	if (!read_day(s, &date))
		return false;
	if (!date.year)
		date.year = now.year + (now.month - date.month > 6) - (date.month - now.month > 6);
	int64_t second = is_real(&date) ? zone_epoch(when->world->zone, &date) - when->world->t0 : INT64_MAX;
	*out = (int32_t)second;
	return second > INT32_MIN && second <= INT32_MAX;
}
