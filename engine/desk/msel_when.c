#include "desk/msel_when.h"

#include "base/dating.h"
#include "base/span.h"
#include "base/zone.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HOUR = 60, DAY = 24 * HOUR, MOST_HOURS = SPAN_MAX / SPAN_HOUR };

static bool has_word(const char *s, const char *word)
{
	for (size_t len = strlen(word); *s; s++)
		if (strncasecmp(s, word, len) == 0)
			return true;
	return false;
}

enum msel_when_unit msel_when_unit(const char *heading)
{
	static const struct {
		const char *word;
		enum msel_when_unit unit;
	} words[] = {{"min", MSEL_WHEN_MINUTES},
	             {"hour", MSEL_WHEN_HOURS},
	             {"(h)", MSEL_WHEN_HOURS},
	             {"elapsed", MSEL_WHEN_ELAPSED},
	             {"t+", MSEL_WHEN_ELAPSED}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (has_word(heading, words[i].word))
			return words[i].unit;
	return MSEL_WHEN_NO_UNIT;
}

static const char *skip(const char *s)
{
	return s + strspn(s, " ,");
}

/* Figures; -1 when there are none, or too many. */
static int32_t number(const char **s)
{
	size_t len = strspn(*s, "0123456789");
	int32_t n = len && len <= 6 ? (int32_t)strtol(*s, NULL, 10) : -1;
	*s += len;
	return n;
}

/* ---- lengths of time ---- */

static const struct {
	const char *name;
	int32_t seconds;
} units[] = {
    /* a longer name before its beginning */
    {"days", SPAN_DAY},    {"day", SPAN_DAY},    {"d", SPAN_DAY},    {"hours", SPAN_HOUR},     {"hour", SPAN_HOUR},
    {"hrs", SPAN_HOUR},    {"hr", SPAN_HOUR},    {"h", SPAN_HOUR},   {"minutes", SPAN_MINUTE}, {"minute", SPAN_MINUTE},
    {"mins", SPAN_MINUTE}, {"min", SPAN_MINUTE}, {"m", SPAN_MINUTE},
};

static int32_t unit_at(const char **s)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		size_t len = strlen(units[i].name);
		if (strncasecmp(*s, units[i].name, len) == 0 && !isalpha((unsigned char)(*s)[len])) {
			*s += len;
			return units[i].seconds;
		}
	}
	return 0;
}

/* "1 h 30 min", "9h30", "3 days"; every number but minutes behind hours has its unit. */
static bool read_length(const char *s, int32_t *out)
{
	int64_t sum = 0;
	int32_t last = 0;
	for (s = skip(s); *s; s = skip(s)) {
		int32_t n = number(&s);
		s = skip(s);
		int32_t unit = n < 0 ? 0 : unit_at(&s);
		if (!unit && n >= 0 && last == SPAN_HOUR && !*s)
			unit = SPAN_MINUTE;
		if (!unit || (last && unit >= last))
			return false;
		sum += (int64_t)n * unit;
		last = unit;
	}
	*out = (int32_t)sum;
	return last && sum <= SPAN_MAX;
}

/* "100:00", "0:40:00": hours and minutes. */
static bool read_hours(const char *s, int32_t *out)
{
	int32_t hours = number(&s);
	if (hours < 0 || hours > MOST_HOURS || *s != ':')
		return false;
	s++;
	size_t figures = strspn(s, "0123456789");
	int32_t minutes = number(&s), seconds = 0;
	if (*s == ':') {
		s++;
		seconds = number(&s);
	}
	*out = hours * SPAN_HOUR + minutes * SPAN_MINUTE + seconds;
	return figures == 2 && minutes < HOUR && seconds >= 0 && seconds < SPAN_MINUTE && !*skip(s);
}

static bool read_offset(const char *s, int32_t *out)
{
	return read_hours(s, out) || read_length(s, out);
}

/* ---- dates and times of day ---- */

/* "0940", "0940h", "0940 hrs" */
static bool read_figures(const char *s, int32_t *clock)
{
	const char *after = s;
	int32_t n = number(&after);
	bool four = after - s == 4 && n / 100 < 24 && n % 100 < HOUR;
	after = skip(after);
	const char *unit = after;
	bool named = unit_at(&after) == SPAN_HOUR;
	if (!named)
		after = unit;
	*clock = n / 100 * HOUR + n % 100;
	return four && !*after;
}

/* "Day 2", "D+1" before a time of day; what is left. */
static const char *read_nth(const char *s, int *nth)
{
	const char *after = s;
	bool counts = strncasecmp(s, "d+", 2) == 0;
	if (counts)
		after += 2;
	else if (strncasecmp(s, "day", 3) == 0)
		after = skip(s + 3);
	else
		return s;
	int32_t n = number(&after);
	if (n < 0 || n > 366 || (!counts && n < 1))
		return s;
	*nth = (int)n + counts;
	return skip(after);
}

static void take(const struct dating *d, struct msel_when *out)
{
	if (d->month && d->day) {
		out->year = d->year;
		out->month = d->month;
		out->day = d->day;
		out->swaps = d->swaps;
	}
	if (d->hour >= 0) {
		out->clock = d->hour * HOUR + d->minute;
		out->bare = !d->day && d->to - d->from <= sizeof "21:40:00" - 1;
	}
}

/* Whatever dates and times the text holds; what else stands there is a weekday or a zone. */
static bool read_civil(const char *s, struct msel_when *out)
{
	struct dating d;
	size_t len = strlen(s);
	for (size_t at = 0; at < len;) {
		bool found = dating_read(s, len, at, &d);
		if (found)
			take(&d, out);
		at = found && d.to > at ? d.to : at + 1;
	}
	return out->clock != MSEL_WHEN_NONE || out->day;
}

const char *msel_when_read(const char *s, enum msel_when_unit unit, struct msel_when *out)
{
	*out = (struct msel_when){.offset = MSEL_WHEN_NONE, .clock = MSEL_WHEN_NONE, .t = MSEL_WHEN_NONE, .unit = unit};
	const char *rest = skip(s);
	if (!*rest)
		return NULL;
	bool counts = tolower((unsigned char)*rest) == 't' && strchr("+-", *skip(rest + 1));
	if (counts)
		rest = skip(rest + 1);
	if (*rest == '-')
		return "lies before StartEx";
	if (counts || *rest == '+') {
		rest = skip(rest + 1);
		if (strcmp(rest, "0") == 0)
			out->offset = 0;
		else if (!read_offset(rest, &out->offset))
			return "is no time such as T+1:30 or +90m";
		return NULL;
	}
	bool alone = rest[strspn(rest, "0123456789")] == '\0';
	if (alone && (unit == MSEL_WHEN_MINUTES || unit == MSEL_WHEN_HOURS)) {
		int64_t n = number(&rest), span = n * (unit == MSEL_WHEN_HOURS ? SPAN_HOUR : SPAN_MINUTE);
		if (n < 0 || span > SPAN_MAX)
			return "is too far from StartEx";
		out->offset = (int32_t)span;
		return NULL;
	}
	if (alone && strcmp(rest, "0") == 0) {
		out->offset = 0;
		return NULL;
	}
	rest = read_nth(rest, &out->nth);
	if (read_figures(rest, &out->clock))
		return NULL;
	out->clock = MSEL_WHEN_NONE;
	if (alone && !out->nth)
		return "needs a unit: 30m or 30h, or a heading such as \"Minutes\"";
	if (read_civil(rest, out) || (out->nth && !*rest))
		return NULL;
	return read_offset(rest, &out->offset) ? NULL : "is no time such as T+1:30, 90m, 21:40 or 5 Mar 2026 21:40";
}

void msel_when_join(struct msel_when *row, const struct msel_when *other)
{
	if (row->offset == MSEL_WHEN_NONE)
		row->offset = other->offset;
	if (row->clock == MSEL_WHEN_NONE) {
		row->clock = other->clock;
		row->bare = other->bare;
	}
	if (!row->day) {
		row->year = other->year;
		row->month = other->month;
		row->day = other->day;
		row->swaps = other->swaps;
	}
	row->nth = row->nth ? row->nth : other->nth;
}

/* ---- all of a list ---- */

/* Whether bare times count from StartEx: the column says so, or the first is 0:00. */
static bool are_elapsed(const struct msel_when *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct msel_when *when = &list[i];
		if (when->clock == MSEL_WHEN_NONE)
			continue;
		return when->bare && !when->day && !when->nth && when->offset == MSEL_WHEN_NONE &&
		       (when->unit != MSEL_WHEN_NO_UNIT || when->clock == 0);
	}
	return false;
}

/* The year that a row leaves out is the one of the row before. */
static int64_t epoch_of(const struct msel_when *when, int year, const char *zone)
{
	const struct zone_civil civil = {.year = when->year ? when->year : year,
	                                 .month = when->month,
	                                 .day = when->day,
	                                 .hour = (when->clock == MSEL_WHEN_NONE ? 0 : when->clock) / HOUR,
	                                 .minute = (when->clock == MSEL_WHEN_NONE ? 0 : when->clock) % HOUR};
	return zone_epoch(zone, &civil);
}

static int first_year(const struct msel_when *list, size_t n, int otherwise)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].day && list[i].year)
			return list[i].year;
	return otherwise;
}

static void set_date(struct msel_when *when, const char *zone, int64_t epoch)
{
	struct zone_civil civil = zone_civil(zone, epoch);
	when->year = civil.year;
	when->month = civil.month;
	when->day = civil.day;
}

/* A time of day alone is of the date above it, which planners write once a day; one that is earlier than the time above
 * it is of the next day. */
static void carry_dates(struct msel_when *list, size_t n, int year, const char *zone)
{
	const struct msel_when *above = NULL;
	for (size_t i = 0; i < n; i++) {
		struct msel_when *when = &list[i];
		if (above && when->offset == MSEL_WHEN_NONE && !when->day && !when->nth &&
		    when->clock != MSEL_WHEN_NONE) {
			struct msel_when noon = *above;
			noon.clock = DAY / 2;
			set_date(when, zone, epoch_of(&noon, year, zone) + (when->clock < above->clock ? SPAN_DAY : 0));
		}
		above = when->day ? when : above;
	}
}

/* StartEx by the dates of the list: a row that has an offset, too, tells it; else the earliest is it. */
static bool find_start(const struct msel_when *list, size_t n, int year, const char *zone, int64_t *t0)
{
	bool found = false;
	for (size_t i = 0; i < n; i++) {
		if (!list[i].day)
			continue;
		int64_t at = epoch_of(&list[i], year, zone);
		if (list[i].offset != MSEL_WHEN_NONE) {
			*t0 = at - list[i].offset;
			return true;
		}
		*t0 = !found || at < *t0 ? at : *t0;
		found = true;
	}
	return found;
}

/* Times of day alone: each that is earlier than the one before it is of the next day; "Day 2" counts from the first. */
static void resolve_clocks(struct msel_when *list, size_t n)
{
	int32_t first = MSEL_WHEN_NONE, before = 0, day = 0;
	for (size_t i = 0; i < n; i++) {
		struct msel_when *when = &list[i];
		if (when->offset != MSEL_WHEN_NONE || when->day || (when->clock == MSEL_WHEN_NONE && !when->nth))
			continue;
		int32_t clock = when->clock == MSEL_WHEN_NONE ? before : when->clock;
		if (first == MSEL_WHEN_NONE)
			first = before = clock;
		if (when->nth)
			day = when->nth - 1;
		else if (clock < before)
			day++;
		before = clock;
		when->t = (day * DAY + clock - first) * SPAN_MINUTE;
	}
}

/* The local day and time of StartEx when the list has times of day alone: today's, by the first of them. */
static void start_today(const struct msel_when *list, size_t n, const char *zone, int64_t *t0)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].clock != MSEL_WHEN_NONE) {
			struct zone_civil day = zone_civil(zone, *t0);
			day.hour = list[i].clock / HOUR;
			day.minute = list[i].clock % HOUR;
			day.second = 0;
			*t0 = zone_epoch(zone, &day) - (list[i].offset == MSEL_WHEN_NONE ? 0 : list[i].offset);
			return;
		}
}

static bool is_apart(const struct msel_when *when, int year, const char *zone, int64_t t0)
{
	if (when->offset == MSEL_WHEN_NONE || when->clock == MSEL_WHEN_NONE)
		return false;
	struct zone_civil civil = zone_civil(zone, t0 + when->offset);
	return civil.hour * HOUR + civil.minute != when->clock ||
	       (when->day && llabs(epoch_of(when, year, zone) - t0 - when->offset) >= SPAN_HOUR * 12);
}

bool msel_when_resolve(struct msel_when *list, size_t n, const char *zone, int64_t *t0)
{
	int year = first_year(list, n, zone_civil(zone, *t0).year);
	bool elapsed = are_elapsed(list, n);
	if (!elapsed)
		carry_dates(list, n, year, zone);
	bool dated = find_start(list, n, year, zone, t0);
	for (size_t i = 0; i < n; i++) {
		struct msel_when *when = &list[i];
		if (when->offset == MSEL_WHEN_NONE && elapsed && when->bare && !when->day)
			when->offset = when->clock * SPAN_MINUTE;
		if (when->offset != MSEL_WHEN_NONE)
			when->t = when->offset;
		else if (when->day && llabs(epoch_of(when, year, zone) - *t0) <= SPAN_MAX)
			when->t = (int32_t)(epoch_of(when, year, zone) - *t0);
	}
	resolve_clocks(list, n);
	if (!dated && !elapsed)
		start_today(list, n, zone, t0);
	for (size_t i = 0; i < n && !elapsed; i++)
		list[i].apart = is_apart(&list[i], year, zone, *t0);
	return dated;
}
