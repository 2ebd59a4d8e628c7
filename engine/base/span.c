#include "base/span.h"

#include "base/ascii.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct unit {
	char letter;
	int32_t seconds;
} units[] = {{'d', SPAN_DAY}, {'h', SPAN_HOUR}, {'m', SPAN_MINUTE}};

enum { UNITS = sizeof units / sizeof *units, MINUTES = UNITS - 1 };

/* Reads digits at `*at`; anything beyond SPAN_MAX stays just beyond it, so that no sum overflows. */
static int64_t read_number(const char **at)
{
	int64_t n = 0;

	for (; ascii_digit(**at); (*at)++)
		if (n <= SPAN_MAX)
			n = n * 10 + (**at - '0');
	return n > SPAN_MAX ? SPAN_MAX + INT64_C(1) : n;
}

static const char *complaint(char c)
{
	if (c == '.' || c == ',')
		return "fractions are not read: write 1h30 for an hour and a half";
	if (c == 's')
		return "seconds are too fine: the shortest is 1m";
	if (c == '-')
		return "a time can't be negative";
	return "a time is written like 3d, 2h, 9h30 or 90m, days before hours before minutes";
}

/* The unit at `*at`, not above `first`; only minutes, and only after a larger unit, may go without their letter. */
static size_t read_unit(const char **at, size_t first)
{
	for (size_t i = first; i < UNITS; i++) {
		if (**at == units[i].letter) {
			(*at)++;
			return i;
		}
	}
	return **at == '\0' && first > 0 && first <= MINUTES ? (size_t)MINUTES : (size_t)UNITS;
}

const char *span_parse(const char *s, int32_t *out)
{
	const char *at = s;
	size_t first = 0;
	int64_t total = 0;

	if (!*s)
		return "a time is missing: write 30m, 2h or 3d";
	if (strspn(s, "0123456789") == strlen(s))
		return "a lone number needs a unit: 30m or 30h";
	while (*at) {
		if (!ascii_digit(*at))
			return complaint(*at);
		int64_t n = read_number(&at);
		size_t i = read_unit(&at, first);
		if (i == UNITS)
			return complaint(*at);
		total += n * units[i].seconds;
		if (total > SPAN_MAX)
			return "a time can't be longer than 366 days";
		first = i + 1;
		if (at[0] == ' ' && ascii_digit(at[1])) /* "3d 4h", as span_format writes it */
			at++;
	}
	*out = (int32_t)total;
	return NULL;
}

/* Up to three days people think in hours, because the law counts them ("71h20"); beyond, in days. */
char *span_format(int32_t seconds, char out[SPAN_BUFFER])
{
	const char *sign = seconds < 0 ? "-" : "";
	int64_t s = seconds < 0 ? -(int64_t)seconds : seconds;
	int64_t days = s > 3 * SPAN_DAY ? s / SPAN_DAY : 0;
	int64_t hours = (s - days * SPAN_DAY) / SPAN_HOUR, minutes = s / SPAN_MINUTE % 60;
	char rest[SPAN_BUFFER] = "";

	if (hours && minutes)
		snprintf(rest, sizeof rest, "%" PRId64 "h%02" PRId64, hours, minutes);
	else if (hours)
		snprintf(rest, sizeof rest, "%" PRId64 "h", hours);
	else if (minutes)
		snprintf(rest, sizeof rest, "%" PRId64 "m", minutes);
	else if (!days)
		snprintf(rest, sizeof rest, "%" PRId64 "%s", s, s ? "s" : "m");

	if (days)
		snprintf(out, SPAN_BUFFER, "%s%" PRId64 "d%s%s", sign, days, *rest ? " " : "", rest);
	else
		snprintf(out, SPAN_BUFFER, "%s%s", sign, rest);
	return out;
}

char *span_stamp(int32_t seconds, char out[SPAN_BUFFER])
{
	int64_t s = seconds < 0 ? -(int64_t)seconds : seconds;

	snprintf(out, SPAN_BUFFER, "T%c%" PRId64 ":%02" PRId64, seconds < 0 ? '-' : '+', s / SPAN_HOUR,
	         s / SPAN_MINUTE % 60);
	return out;
}

char *span_countdown(int64_t milliseconds, char out[SPAN_BUFFER])
{
	/* Rounded up, so that 0:00 is shown when the time is over and not a second earlier. */
	int64_t s = milliseconds <= 0 ? 0 : (milliseconds - 1) / 1000 + 1;

	snprintf(out, SPAN_BUFFER, "%" PRId64 ":%02" PRId64, s / 60, s % 60);
	return out;
}
