#include "base/zone.h"

#include "base/memory.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { DAY = 86400, PATH_SIZE = 4096 };

static const char *const weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* A zone comes from a file somebody else wrote and becomes part of a path. */
static bool name_safe(const char *zone)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";

	return *zone && *zone != '/' && strlen(zone) < 64 && strspn(zone, allowed) == strlen(zone);
}

static bool is_zone_file(const char *path)
{
	struct stat about;
	char magic[4];

	if (stat(path, &about) || !S_ISREG(about.st_mode))
		return false;
	FILE *file = fopen(path, "rb");
	if (!file)
		return false;
	bool good = fread(magic, 1, sizeof magic, file) == sizeof magic && !memcmp(magic, "TZif", 4);
	fclose(file);
	return good;
}

bool zone_known(const char *zone)
{
	const char *folder = getenv("TZDIR");
	char path[PATH_SIZE];

	if (!zone || !name_safe(zone))
		return false;
	if (!strcmp(zone, "UTC"))
		return true;
	int len = snprintf(path, sizeof path, "%s/%s", folder && *folder ? folder : "/usr/share/zoneinfo", zone);
	return len > 0 && (size_t)len < sizeof path && is_zone_file(path);
}

static void set_tz(const char *value)
{
	if (value ? setenv("TZ", value, 1) : unsetenv("TZ"))
		abort(); /* out of memory */
}

/* Makes `zone` the process's zone; the answer goes to leave(). */
static char *enter(const char *zone)
{
	const char *now = getenv("TZ");
	char *saved = now ? memory_need(strdup(now)) : NULL;

	set_tz(zone);
	tzset();
	return saved;
}

/* Without tzset, which reads a zone's file whenever TZ changed: mostly the same zone is entered next. */
static void leave(char *saved)
{
	set_tz(saved);
	free(saved);
}

static bool leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && leap(year) ? 29 : days[month - 1];
}

/* Days from 1970-01-01: years counted from March, so that the leap day comes last. */
static int64_t days_since_1970(int year, int month, int day)
{
	int64_t y = year - (month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* What a wall clock shows, counted as if it were UTC. */
static int64_t shown_seconds(const struct zone_civil *c)
{
	return days_since_1970(c->year, c->month, c->day) * DAY + c->hour * 3600 + c->minute * 60 + c->second;
}

static struct zone_civil from_tm(const struct tm *tm)
{
	return (struct zone_civil){tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday, tm->tm_hour,
	                           tm->tm_min,         tm->tm_sec,     tm->tm_wday};
}

static struct zone_civil local(int64_t epoch)
{
	time_t when = (time_t)epoch;
	struct tm tm = {0};

	localtime_r(&when, &tm);
	return from_tm(&tm);
}

static int64_t local_seconds(int64_t epoch)
{
	struct zone_civil civil = local(epoch);

	return shown_seconds(&civil);
}

/* The instant at which the zone entered shows `shown`. mktime leaves open what it does with a time that is skipped or
 * comes twice, so the offsets of the day before and the day after decide: the earlier of two; a skipped time moves
 * forward by what was skipped. */
static int64_t instant_of(int64_t shown)
{
	int64_t before = shown - (local_seconds(shown - DAY) - (shown - DAY));
	int64_t after = shown - (local_seconds(shown + DAY) - (shown + DAY));

	if (local_seconds(before) == shown || local_seconds(after) != shown)
		return before;
	return after;
}

int64_t zone_epoch(const char *zone, const struct zone_civil *civil)
{
	char *saved = enter(zone);
	int64_t epoch = instant_of(shown_seconds(civil));

	leave(saved);
	return epoch;
}

struct zone_civil zone_civil(const char *zone, int64_t epoch)
{
	char *saved = enter(zone);
	struct zone_civil civil = local(epoch);

	leave(saved);
	return civil;
}

int64_t zone_day_end(const char *zone, int64_t epoch, int days)
{
	char *saved = enter(zone);
	struct zone_civil c = local(epoch);
	/* The first instant of the day after: where midnight is missing it moves forward, and the second before it
	 * is still the old day. */
	int64_t next = instant_of((days_since_1970(c.year, c.month, c.day) + days + 1) * DAY);

	leave(saved);
	return next - 1;
}

/* Reads `s` after the pattern: '9' is a digit that goes into the number begun last, all else stands for itself. */
static bool read_pattern(const char *s, const char *pattern, int *numbers)
{
	int *number = numbers;

	for (; *pattern; pattern++, s++) {
		if (*pattern != '9') {
			if (*s != *pattern)
				return false;
			*++number = 0;
		} else if (*s < '0' || *s > '9') {
			return false;
		} else {
			*number = *number * 10 + (*s - '0');
		}
	}
	return !*s;
}

bool zone_read(const char *s, struct zone_civil *out)
{
	int n[5] = {0};

	if (!read_pattern(s, "9999-99-99 99:99", n)) {
		memset(n, 0, sizeof n);
		if (!read_pattern(s, "9999-99-99", n))
			return false;
	}
	if (n[0] < 1 || n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > month_days(n[0], n[1]) || n[3] > 23 || n[4] > 59)
		return false;
	/* 1970-01-01 was a Thursday. */
	int weekday = (int)(((days_since_1970(n[0], n[1], n[2]) + 4) % 7 + 7) % 7);
	*out = (struct zone_civil){n[0], n[1], n[2], n[3], n[4], 0, weekday};
	return true;
}

char *zone_iso(int64_t epoch, char out[ZONE_BUFFER])
{
	time_t when = (time_t)epoch;
	struct tm tm = {0};

	gmtime_r(&when, &tm);
	struct zone_civil c = from_tm(&tm);
	snprintf(out, ZONE_BUFFER, "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year, c.month, c.day, c.hour, c.minute,
	         c.second);
	return out;
}

/* English words whatever the locale: journals and golden files hold them. */
char *zone_friendly(const char *zone, int64_t epoch, char out[ZONE_BUFFER])
{
	struct zone_civil c = zone_civil(zone, epoch);

	snprintf(out, ZONE_BUFFER, "%s %d %s %d, %02d:%02d", weekdays[c.weekday], c.day, months[c.month - 1], c.year,
	         c.hour, c.minute);
	return out;
}
