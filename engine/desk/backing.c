#include "desk/backing.h"

#include "base/span.h"
#include "base/zone.h"

#include <stdlib.h>
#include <string.h>

enum { MILLI = 1000, FEW_WEEKS = 6 * 7 * SPAN_DAY, MOST_SPANS = 40 };

/* ---- numbers ---- */

/* In the unit of what is claimed: seconds for a length of time. */
static int64_t worth(const struct numeral *claim, enum unit unit)
{
	int64_t seconds = unit_seconds(unit);
	return seconds && claim->milli < INT64_MAX / (366 * (int64_t)SPAN_DAY) ? claim->milli * seconds : claim->milli;
}

static struct backing_number *add_number(struct backing *b, struct backing_number number)
{
	struct backing_number *slot = arena_push(b->arena, &b->numbers, &b->nnumbers, sizeof number);
	*slot = number;
	return slot;
}

static const char *grouped(int64_t n, struct arena *arena)
{
	if (n < 1000)
		return arena_printf(arena, "%lld", (long long)n);
	if (n < 1000000)
		return arena_printf(arena, "%lld,%03lld", (long long)(n / 1000), (long long)(n % 1000));
	return arena_printf(arena, "%lld,%03lld,%03lld", (long long)(n / 1000000), (long long)(n / 1000 % 1000),
	                    (long long)(n % 1000));
}

static void add_count(struct backing *b, int fact, int64_t value, bool claimed, bool before)
{
	const struct matter_fact *f = &b->matter->facts[fact];
	const char *unit = f->unit ? f->unit : "";
	add_number(b, (struct backing_number){
	                  .milli = value * MILLI,
	                  .unit = unit_named(unit, 0, strlen(unit)),
	                  .words = arena_printf(b->arena, "%s%s%s", grouped(value, b->arena), *unit ? " " : "", unit),
	                  .name = f->id,
	                  .fact = fact,
	                  .claimed = claimed,
	                  .before = before,
	                  .proof = &f->proof});
}

static void add_period(struct backing *b, int64_t seconds, const char *name)
{
	if (seconds > 0)
		add_number(
		    b,
		    (struct backing_number){
		        .milli = seconds * MILLI, .unit = UNIT_HOURS, .name = name, .words = name, .fact = NAMES_NONE});
}

static void add_periods(struct backing *b)
{
	const struct world *world = b->matter->world;
	const struct playbook_system *systems = world->playbook->systems.v;
	const struct playbook_pause *pauses = world->playbook->pauses.v;
	const struct playbook_comms *comms = world->playbook->comms.v;
	const struct playbook_obligation *obligations = world->playbook->obligations.v;
	for (size_t i = 0; i < world->nregimes; i++) {
		const struct regime_duty *duties[] = {&world->regimes[i]->duties.authority,
		                                      &world->regimes[i]->duties.individuals};
		for (size_t k = 0; k < 2; k++) {
			add_period(b, duties[k]->within, world->regimes[i]->id);
			add_period(b, duties[k]->days == SHAPE_UNSET ? 0 : (int64_t)duties[k]->days * SPAN_DAY,
			           world->regimes[i]->id);
		}
	}
	for (size_t i = 0; i < world->playbook->systems.n; i++)
		add_period(b, systems[i].logs, systems[i].name);
	for (size_t i = 0; i < world->playbook->pauses.n; i++)
		add_period(b, pauses[i].lasts, pauses[i].pause);
	for (size_t i = 0; i < world->playbook->comms.n; i++)
		add_period(b, comms[i].next_update, comms[i].notice);
	for (size_t i = 0; i < world->playbook->obligations.n; i++)
		add_period(b, obligations[i].within, obligations[i].party);
}

/* How long after a moment something was done, filed or said: "40 minutes later". */
static void add_spans(struct backing *b, int64_t until)
{
	for (int i = 0; i < SHAPE_MOMENTS && until != MATTER_NEVER; i++)
		if (b->matter->moments[i] != MATTER_NEVER)
			add_period(b, until - b->matter->moments[i], shape_moments[i]);
}

static void add_all_spans(struct backing *b)
{
	const struct matter *m = b->matter;
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		add_spans(b, m->moments[i]);
	for (size_t i = 0; i < m->ndeeds && i < MOST_SPANS; i++)
		add_spans(b, m->deeds[i].at);
	for (size_t i = 0; i < m->nclocks; i++)
		add_spans(b, m->clocks[i].notified);
	for (size_t i = 0; i < m->nwords && i < MOST_SPANS; i++)
		add_spans(b, m->words[i].at);
}

/* ---- dates ---- */

/* The calendar's date of a day counted from 1 January 1970 (days of 400 years, of 100, of 4, of one; a year begins in
 * March). */
static void civil_day(int64_t day, struct backing_date *out)
{
	day += 719468;
	int64_t era = (day >= 0 ? day : day - 146096) / 146097, of_era = day - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
	out->day = (int)(of_year - (153 * month + 2) / 5 + 1);
	out->month = (int)(month < 10 ? month + 3 : month - 9);
	out->year = (int)(year + era * 400 + (out->month <= 2));
}

static void add_date(struct backing *b, size_t instant, int64_t offset, bool utc)
{
	struct backing_date *date = arena_push(b->arena, &b->dates, &b->ndates, sizeof *b->dates);
	int64_t local = b->instants[instant].at + offset, of_day = (local % SPAN_DAY + SPAN_DAY) % SPAN_DAY;
	civil_day((local - of_day) / SPAN_DAY, date);
	date->hour = (int)(of_day / SPAN_HOUR);
	date->minute = (int)(of_day % SPAN_HOUR / SPAN_MINUTE);
	date->instant = instant;
	date->utc = utc;
}

/* How far the zone's clocks are ahead: less than a day either way. */
static int64_t offset_of(const char *zone, int64_t at)
{
	struct zone_civil civil = zone_civil(zone, at);
	int64_t of_day = (int64_t)civil.hour * SPAN_HOUR + civil.minute * SPAN_MINUTE + civil.second;
	int64_t ahead = of_day - (at % SPAN_DAY + SPAN_DAY) % SPAN_DAY;
	struct backing_date utc;
	civil_day((at - (at % SPAN_DAY + SPAN_DAY) % SPAN_DAY) / SPAN_DAY, &utc);
	if (civil.day == utc.day)
		return ahead;
	bool later = civil.year != utc.year     ? civil.year > utc.year
	             : civil.month != utc.month ? civil.month > utc.month
	                                        : civil.day > utc.day;
	return later ? ahead + SPAN_DAY : ahead - SPAN_DAY;
}

/* Asking a zone is slow: where its clocks stand the same at both ends of a few weeks, they do all the time. */
static void add_zone_dates(struct backing *b, const char *zone, bool utc)
{
	int64_t first = INT64_MAX, last = INT64_MIN;
	for (size_t i = 0; i < b->ninstants; i++) {
		first = b->instants[i].at < first ? b->instants[i].at : first;
		last = b->instants[i].at > last ? b->instants[i].at : last;
	}
	int64_t offset = b->ninstants ? offset_of(zone, first) : 0;
	bool steady = b->ninstants && last - first < FEW_WEEKS && offset_of(zone, last) == offset;
	for (size_t i = 0; i < b->ninstants; i++)
		add_date(b, i, steady ? offset : offset_of(zone, b->instants[i].at), utc);
}

static void add_instant(struct backing *b, int64_t at, const char *name, int fact)
{
	if (at == MATTER_NEVER)
		return;
	for (size_t i = 0; i < b->ninstants; i++)
		if (b->instants[i].at == at)
			return;
	*(struct backing_instant *)arena_push(b->arena, &b->instants, &b->ninstants, sizeof *b->instants) =
	    (struct backing_instant){at, name, fact, NAMES_NONE, false};
}

/* A time that holds no more: after all that hold. */
static void add_old_instant(struct backing *b, int64_t at, int fact)
{
	size_t n = b->ninstants;
	add_instant(b, at, b->matter->facts[fact].id, fact);
	if (b->ninstants > n)
		b->instants[n].before = true;
}

/* By the clocks that the text's times are by; in UTC for those that say so. */
static void add_dates(struct backing *b)
{
	for (size_t i = 0; i < b->times->nzones; i++)
		add_zone_dates(b, b->times->zones[i], false);
	add_zone_dates(b, "UTC", true);
}

static void add_moment(struct backing *b, int moment)
{
	size_t before = b->ninstants;
	add_instant(b, b->matter->moments[moment], shape_moments[moment], NAMES_NONE);
	if (b->ninstants > before)
		b->instants[before].moment = moment;
}

static void add_instants(struct backing *b)
{
	const struct matter *m = b->matter;
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		add_moment(b, i);
	for (size_t i = 0; i < m->ndeeds; i++)
		add_instant(b, m->deeds[i].at, names_id(&m->world->names, NAMES_ACTION, m->deeds[i].action),
		            NAMES_NONE);
	for (size_t i = 0; i < m->nclocks; i++) {
		const char *id = m->world->deadlines[m->clocks[i].deadline].id;
		add_instant(b, m->clocks[i].notified, id, NAMES_NONE);
		add_instant(b, m->clocks[i].due, id, NAMES_NONE);
	}
	for (size_t i = 0; i < m->nwords; i++)
		add_instant(b, m->words[i].at, m->words[i].notice, NAMES_NONE);
	for (size_t i = 0; i < m->ndrafted; i++)
		add_instant(b, m->drafted[i], "a draft", NAMES_NONE);
	add_instant(b, m->next_update, "the next update", NAMES_NONE);
	add_instant(b, m->now, "now", NAMES_NONE);
	add_instant(b, m->hold.until, "the end of the hold", NAMES_NONE);
	for (size_t i = 0; i < b->times->nown; i++)
		add_instant(b, b->times->own[i], "the date of this text", NAMES_NONE);
}

/* ---- facts ---- */

static void add_fact(struct backing *b, int fact)
{
	const struct matter_fact *f = &b->matter->facts[fact];
	bool proved = matter_proved(f);
	if (f->kind == STORY_COUNT && (proved || f->standing == MATTER_CLAIMED))
		add_count(b, fact, f->value.number, !proved, false);
	if (f->kind == STORY_COUNT && f->corrected)
		add_count(b, fact, f->before.number, false, true);
	if (!proved)
		return;
	if (f->kind == STORY_TIME)
		add_instant(b, f->value.number, f->id, fact);
	add_instant(b, f->proof.at, f->id, fact);
}

static void add_said(struct backing *b, const struct matter_word *word)
{
	for (size_t i = 0; i < word->nsaid; i++) {
		int fact = word->said[i].fact;
		if (fact != NAMES_NONE && b->matter->facts[fact].kind == STORY_COUNT)
			add_count(b, fact, word->said[i].value.number, false, true);
	}
}

static void add_old_instants(struct backing *b)
{
	const struct matter *m = b->matter;
	for (size_t i = 0; i < m->nfacts; i++)
		if (m->facts[i].kind == STORY_TIME && m->facts[i].corrected)
			add_old_instant(b, m->facts[i].before.number, (int)i);
	for (size_t i = 0; i < m->nwords; i++)
		for (size_t k = 0; k < m->words[i].nsaid; k++) {
			const struct matter_said *said = &m->words[i].said[k];
			if (said->fact != NAMES_NONE && m->facts[said->fact].kind == STORY_TIME)
				add_old_instant(b, said->value.number, said->fact);
		}
}

struct backing backing_of(const struct matter *matter, const struct sheet_times *times, struct arena *arena)
{
	struct backing b = {.arena = arena, .matter = matter, .times = times};
	for (size_t i = 0; i < matter->nfacts; i++)
		add_fact(&b, (int)i);
	for (size_t i = 0; i < matter->nwords; i++)
		add_said(&b, &matter->words[i]);
	add_instants(&b);
	add_old_instants(&b);
	add_periods(&b);
	add_all_spans(&b);
	add_dates(&b);
	return b;
}

/* ---- judging a number ---- */

static int64_t distance(int64_t a, int64_t b)
{
	return a > b ? a - b : b - a;
}

/* A rounded figure must be what rounding gives; "about" within a twentieth besides; a bound has to be near what it
 * bounds, and thousands are thousands. */
static bool fits(const struct numeral *claim, int64_t value, int64_t fact)
{
	int64_t step = numeral_step(claim) / 2;
	switch (claim->bound) {
	case NUMERAL_ABOUT:
		return distance(value, fact) <= step && distance(value, fact) <= fact / 20;
	case NUMERAL_OVER:
		return fact >= value && value >= fact - fact / 5;
	case NUMERAL_ABOVE:
		return fact > value && value >= fact - fact / 5;
	case NUMERAL_BELOW:
		return fact < value && value <= fact + fact / 5;
	case NUMERAL_UNDER:
		return fact <= value && value <= fact + fact / 5;
	case NUMERAL_SOME:
		return fact >= 2 * value && fact < 20 * value;
	default:
		return value == fact || (claim->round && distance(value, fact) <= step && fact % 1000 == 0);
	}
}

static bool same_unit(const struct backing_number *number, enum unit unit)
{
	if (unit >= UNIT_MINUTES || number->unit >= UNIT_MINUTES)
		return unit >= UNIT_MINUTES && number->unit >= UNIT_MINUTES;
	return unit == UNIT_NONE || number->unit == UNIT_NONE || unit == number->unit;
}

const struct backing_number *backing_number(const struct backing *backing, const struct numeral *claim, enum unit unit)
{
	const struct backing_number *found = NULL;
	int64_t value = worth(claim, unit);
	for (size_t i = 0; i < backing->nnumbers; i++) {
		const struct backing_number *n = &backing->numbers[i];
		bool backs =
		    !n->claimed && n->kind == claim->kind && same_unit(n, unit) && fits(claim, value, n->milli);
		/* what holds now goes before what was said once */
		if (backs && (!found || (found->before && !n->before)))
			found = n;
	}
	return found;
}

/* Smaller is nearer: a claim of the very value, the same unit, then by size. */
static int64_t farness(const struct backing_number *n, const struct numeral *claim, enum unit unit)
{
	int64_t value = worth(claim, unit), far = distance(n->milli, value), most = INT64_MAX / 4;
	far = far > most ? most : far;
	if (n->milli == value)
		return far;
	return far + (n->claimed ? 2 * most : 0) + (same_unit(n, unit) ? 0 : most);
}

const struct backing_number *backing_nearest(const struct backing *backing, const struct numeral *claim, enum unit unit)
{
	const struct backing_number *found = NULL;
	for (size_t i = 0; i < backing->nnumbers; i++) {
		const struct backing_number *n = &backing->numbers[i];
		if (n->fact == NAMES_NONE || n->kind != claim->kind || n->before ||
		    (n->kind == NUMERAL_COUNT && backing->matter->facts[n->fact].kind != STORY_COUNT) ||
		    (n->claimed && !(same_unit(n, unit) && n->milli == worth(claim, unit))) ||
		    ((unit >= UNIT_MINUTES) != (n->unit >= UNIT_MINUTES)))
			continue;
		if (!found || farness(n, claim, unit) < farness(found, claim, unit))
			found = n;
	}
	return found;
}

/* ---- judging a date ---- */

static bool same_day(const struct dating *claim, const struct backing_date *d)
{
	if (claim->year && d->year && claim->year != d->year)
		return false;
	if (!claim->month)
		return true;
	bool straight = claim->month == d->month && (!claim->day || !d->day || claim->day == d->day);
	return straight || (claim->swaps && claim->day == d->month && claim->month == d->day);
}

static bool same_time(const struct dating *claim, const struct backing_date *d)
{
	if (claim->hour < 0)
		return true;
	return claim->minute == d->minute &&
	       (claim->hour == d->hour || (claim->half && claim->hour % 12 == d->hour % 12));
}

const struct backing_date *backing_date(const struct backing *backing, const struct dating *claim)
{
	const struct backing_date *found = NULL;
	for (size_t i = 0; i < backing->ndates; i++) {
		const struct backing_date *d = &backing->dates[i];
		if (d->utc != claim->utc || !same_day(claim, d) || !same_time(claim, d))
			continue;
		if (!backing->instants[d->instant].before)
			return d;
		found = found ? found : d;
	}
	return found;
}

static int64_t day_number(int year, int month, int day)
{
	return (int64_t)year * 372 + month * 31 + day;
}

const struct backing_instant *backing_nearest_date(const struct backing *backing, const struct dating *claim)
{
	const struct backing_date *found = NULL;
	int64_t least = INT64_MAX;
	for (size_t i = 0; i < backing->ndates; i++) {
		const struct backing_date *d = &backing->dates[i];
		int year = claim->year ? claim->year : d->year;
		int64_t far = claim->day ? distance(day_number(year, claim->month, claim->day),
		                                    day_number(d->year, d->month, d->day)) *
		                               SPAN_DAY
		                         : 0;
		if (claim->hour >= 0)
			far += distance(claim->hour * 60 + claim->minute, d->hour * 60 + d->minute);
		if (far < least && !backing->instants[d->instant].before) {
			least = far;
			found = d;
		}
	}
	return found ? &backing->instants[found->instant] : NULL;
}
