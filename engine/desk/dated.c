#include "desk/dated.h"

#include "base/zone.h"

static bool is_then(const struct dating *said, const char *zone, int64_t at)
{
	struct zone_civil on = zone_civil(zone, at);
	bool day = (said->month == on.month && said->day == on.day) ||
	           (said->swaps && said->month == on.day && said->day == on.month);
	bool time = said->hour < 0 || (said->minute == on.minute &&
	                               (said->half ? said->hour % 12 == on.hour % 12 : said->hour == on.hour));
	return day && time && (!said->year || said->year == on.year);
}

bool dated_is_then(const struct sheet *sheet, const struct dating *said, int64_t at)
{
	bool found = said->utc && is_then(said, "UTC", at);
	for (size_t i = 0; i < sheet->times.nzones && !said->utc && !found; i++)
		found = is_then(said, sheet->times.zones[i], at);
	return found;
}

static bool is_one_of(const struct sheet *sheet, const struct dating *said, const int64_t *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (dated_is_then(sheet, said, at[i]))
			return true;
	return false;
}

/* What is still to come is told of something else. */
static bool is_later(const struct matter *matter, const struct dating *said)
{
	struct zone_civil now = zone_civil(matter->zone, matter->now);
	int year = said->year ? said->year : now.year;
	if (year != now.year)
		return year > now.year;
	return said->month != now.month ? said->month > now.month : said->day > now.day;
}

/* What is wrong with it was told already. */
static bool is_told(const struct diags *diags, struct diag_place place)
{
	for (size_t i = 0; i < diags->n; i++)
		if (diags->v[i].level == DIAG_ERROR && diags->v[i].line == place.line && diags->v[i].col == place.col)
			return true;
	return false;
}

void dated_check(struct sheet *sheet, size_t from, size_t to, const int64_t *at, size_t n, const char *what)
{
	struct dating said, first = {0};
	char when[ZONE_BUFFER];
	for (size_t i = from; n && i < to; i++) {
		if (!dating_read(sheet->prose->text, to, i, &said))
			continue;
		if (said.day && is_one_of(sheet, &said, at, n))
			return;
		if (said.day && !first.day && !is_later(sheet->matter, &said))
			first = said;
		i = said.to - 1;
	}
	if (!first.day)
		return;
	struct diag_place place = prose_place(sheet->prose, first.from);
	if (!is_told(sheet->diags, place))
		diag_warn(sheet->diags, place, "\"%s\": %s is on record at %s",
		          sheet_quote(sheet, first.from, first.to), what,
		          zone_friendly(sheet->matter->zone, at[n - 1], when));
}
