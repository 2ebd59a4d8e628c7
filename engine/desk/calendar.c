#include "desk/calendar.h"

#include "base/numeral_part.h"
#include "base/weekday.h"
#include "desk/dated.h"

#include <stddef.h>
#include <string.h>

enum { LAST_DAY = 31, TOUCHES = 9, DAYS = 7, UNIX_DAY = 4, DAY = 86400 };

#define BESIDE(member) offsetof(struct overclaim_language, member)

/* ---- when it is ---- */

/* Less than, equal to or more than 0: the day before today, today, or to come. */
static int day_from_now(const struct dating *date, const struct zone_civil *now)
{
	int year = date->year ? date->year : now->year;
	if (year != now->year)
		return year - now->year;
	return date->month != now->month ? date->month - now->month : date->day - now->day;
}

static bool is_later(const struct calendar *c, const struct dating *date)
{
	return !date->day || day_from_now(date, &c->now) >= 0;
}

/* After now, whatever is left unsaid. A date whose year nobody said may be last year's. */
static bool is_to_come(const struct calendar *c, const struct dating *date)
{
	int days = date->day ? day_from_now(date, &c->now) : 0;
	return date->day && (days > 0 || (days == 0 && date->hour > c->now.hour && !date->half));
}

/* ---- what is said of it ---- */

/* When somebody answers is no part of what happened. */
static bool is_opening_time(const struct calendar *c, const struct dating *date)
{
	return !date->month && !date->year && beside_sentence(&c->beside, date->from, BESIDE(opening));
}

static bool is_promise(const struct calendar *c, const struct dating *date)
{
	return beside_sentence(&c->beside, date->from, BESIDE(promises)) && is_later(c, date);
}

/* "It was exported on 25 November", and that is still to come. */
static bool is_told_as_past(const struct calendar *c, const struct dating *date, const struct weekday *with)
{
	const struct prose_sentence *s = &c->sheet->prose->sentences[prose_sentence(c->sheet->prose, date->from)];
	struct beside_clause clause = beside_clause_of(&c->beside, with->from, with->to);
	size_t from = with->from > s->from + TOUCHES ? with->from - TOUCHES : s->from;
	size_t to = s->to > with->to + TOUCHES ? with->to + TOUCHES : s->to;
	return is_to_come(c, date) && beside_between(&c->beside, clause.from, clause.to, BESIDE(happened)) &&
	       !beside_between(&c->beside, clause.from, clause.to, BESIDE(promises)) &&
	       !beside_between(&c->beside, clause.from, clause.to, BESIDE(next)) &&
	       !beside_between(&c->beside, from, to, BESIDE(until));
}

/* ---- the next word ---- */

/* What a facts file promises, now or with what was said; MATTER_NEVER: nothing, or that is the date. */
static int64_t promised_else(const struct calendar *c, const struct dating *date)
{
	const struct matter *m = c->sheet->matter;
	int64_t found = m->next_update > m->now ? m->next_update : MATTER_NEVER;
	if (found != MATTER_NEVER && dated_is_then(c->sheet, date, found))
		return MATTER_NEVER;
	for (size_t i = 0; i < m->nwords; i++) {
		if (m->words[i].next <= m->now)
			continue;
		if (dated_is_then(c->sheet, date, m->words[i].next))
			return MATTER_NEVER;
		found = found == MATTER_NEVER ? m->words[i].next : found;
	}
	return found;
}

/* The promise on record, where the text makes another; in a session each kind may make its own. */
static int64_t other_promise(const struct calendar *c, const struct dating *date, const struct weekday *with)
{
	struct beside_clause clause = beside_clause_of(&c->beside, with->from, with->to);
	bool next = !c->sheet->matter->recorded && is_to_come(c, date) &&
	            beside_between(&c->beside, clause.from, clause.to, BESIDE(next));
	return next ? promised_else(c, date) : MATTER_NEVER;
}

/* ---- the day of the week ---- */

static int weekday_of(int year, const struct dating *date)
{
	const struct zone_civil on = {.year = year, .month = date->month, .day = date->day};
	return (int)(((zone_epoch("UTC", &on) / DAY + UNIX_DAY) % DAYS + DAYS) % DAYS);
}

static void check_weekday(const struct calendar *c, const struct dating *date, const struct weekday *with,
                          const struct backing_date *by)
{
	struct sheet *s = c->sheet;
	int year = date->year ? date->year : by ? by->year : c->now.year, day = weekday_of(year, date);
	bool swapped = by && (by->month != date->month || by->day != date->day);
	if (day == with->day || swapped)
		return;
	diag_error(s->diags, prose_place(s->prose, with->from), "\"%s\" is a %s, not a %s",
	           sheet_quote(s, date->from, date->to), weekday_name(day), weekday_name(with->day));
}

/* ---- judging ---- */

static void explain(const struct calendar *c, const struct dating *date)
{
	struct sheet *s = c->sheet;
	bool asked = (date->day || date->hour >= 0) && !s->diags->dropped; /* what is only counted needs no words */
	const struct backing_instant *near = asked ? backing_nearest_date(c->backing, date) : NULL;
	char when[ZONE_BUFFER];
	const char *quote = sheet_quote(s, date->from, date->to);
	struct diag_place place = prose_place(s->prose, date->from);
	if (near)
		diag_error(s->diags, place, "nothing is recorded at \"%s\": nearest is %s, %s", quote, near->name,
		           zone_friendly(s->matter->zone, near->at, when));
	else
		diag_error(s->diags, place, "nothing is recorded at \"%s\"", quote);
}

/* A correction may repeat a time that holds no more. */
static bool is_outdated(const struct calendar *c, const struct dating *date, const struct backing_date *by)
{
	struct sheet *s = c->sheet;
	const struct backing_instant *at = by ? &c->backing->instants[by->instant] : NULL;
	char when[ZONE_BUFFER];
	if (!at || !at->before || beside_sentence(&c->beside, date->from, BESIDE(repeats)))
		return false;
	const struct matter_fact *fact = &s->matter->facts[at->fact];
	if (matter_proved(fact))
		diag_error(s->diags, prose_place(s->prose, date->from), "\"%s\" no longer holds: %s is %s, %s",
		           sheet_quote(s, date->from, date->to), fact->id,
		           zone_friendly(s->matter->zone, fact->value.number, when),
		           sheet_proof(s, &fact->proof, "verified"));
	else
		diag_error(s->diags, prose_place(s->prose, date->from), "\"%s\" no longer holds: %s is not verified",
		           sheet_quote(s, date->from, date->to), fact->id);
	return true;
}

static bool is_time_fact(const struct sheet *sheet, int fact)
{
	return fact != NAMES_NONE && sheet->matter->facts[fact].kind == STORY_TIME;
}

static void add_value(const struct calendar *c, const struct dating *date, const struct backing_date *by)
{
	struct sheet *s = c->sheet;
	struct statement_value value = {
	    NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, sheet_quote(s, date->from, date->to), NULL};
	const struct backing_instant *at = by ? &c->backing->instants[by->instant] : NULL;
	bool moment = at && at->moment != NAMES_NONE;
	if (at && ((!moment && !is_time_fact(s, at->fact)) || at->before))
		return;
	if (at) {
		value.fact = at->fact;
		value.moment = at->moment;
		value.value = (int32_t)(at->at - s->matter->world->t0);
		value.turn = (moment ? s->matter->logged[at->moment] : s->matter->facts[at->fact].proof).turn;
	}
	sheet_add(s, &value);
}

/* False after telling what is wrong with it, whatever is on record then. */
static bool is_told_rightly(const struct calendar *c, const struct dating *date, const struct weekday *with)
{
	struct sheet *s = c->sheet;
	int64_t promised = other_promise(c, date, with);
	struct diag_place place = prose_place(s->prose, date->from);
	char when[ZONE_BUFFER];
	if (is_told_as_past(c, date, with))
		diag_error(s->diags, place, "\"%s\" is still to come, and the text says that it has happened",
		           sheet_quote(s, date->from, date->to));
	else if (promised != MATTER_NEVER)
		diag_error(s->diags, place, "\"%s\": the next update is promised for %s",
		           sheet_quote(s, date->from, date->to), zone_friendly(s->matter->zone, promised, when));
	else
		return true;
	return false;
}

void calendar_check(const struct calendar *c, const struct dating *date)
{
	const struct prose *prose = c->sheet->prose;
	const struct prose_sentence *s = &prose->sentences[prose_sentence(prose, date->from)];
	const struct backing_date *by = backing_date(c->backing, date);
	struct weekday with = {.from = date->from, .to = date->to};
	if (date->day && weekday_beside(prose->text, s->from, s->to, date, &with))
		check_weekday(c, date, &with, by);
	if (!is_told_rightly(c, date, &with) || is_outdated(c, date, by)) {
		add_value(c, date, NULL);
		return;
	}
	if (!by && (is_opening_time(c, date) || is_promise(c, date)))
		return;
	if (!by)
		explain(c, date);
	add_value(c, date, by);
}

/* ---- a day without its month ---- */

/* "on the 20th" at `at`, and no word behind it that it may count; its end, or 0. */
static size_t day_at(const char *text, size_t at, size_t to, int *day)
{
	static const char *const leads[] = {"on the ", "since the ", "of the "}, *const ends[] = {"st", "nd", "rd",
	                                                                                          "th"};
	static const char *const behind[] = {" at ", " and ", " by ", " we ", " when ", " from "};
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
		size_t end = at + strlen(leads[i]), digits = 0;
		if (!numeral_part_starts(text, to, at, leads[i]))
			continue;
		for (*day = 0; end < to && digits < 3 && text[end] >= '0' && text[end] <= '9'; end++, digits++)
			*day = *day * 10 + text[end] - '0';
		bool ordinal = false, alone;
		for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
			ordinal = ordinal || numeral_part_starts(text, to, end, ends[k]);
		end += 2;
		alone = end >= to || strchr(".,;:)?\n", text[end]);
		for (size_t k = 0; k < sizeof behind / sizeof *behind && !alone; k++)
			alone = numeral_part_starts(text, to, end, behind[k]);
		return ordinal && alone && *day >= 1 && *day <= LAST_DAY ? end : 0;
	}
	return 0;
}

static bool is_recorded_day(const struct calendar *c, int day)
{
	for (size_t i = 0; i < c->backing->ndates; i++)
		if (!c->backing->dates[i].utc && c->backing->dates[i].day == day &&
		    !c->backing->instants[c->backing->dates[i].instant].before)
			return true;
	return false;
}

void calendar_check_days(const struct calendar *c, size_t from, size_t to)
{
	struct sheet *s = c->sheet;
	const char *text = s->prose->text;
	int day;
	for (size_t at = from, end; at < to; at++) {
		if (!strchr("oOsS", text[at]) || sheet_inside_word(s, at) || s->marks[at] ||
		    !(end = day_at(text, at, to, &day)) || is_recorded_day(c, day) ||
		    beside_sentence(&c->beside, at, BESIDE(promises)))
			continue;
		diag_error(s->diags, prose_place(s->prose, at), "nothing is recorded \"%s\"", sheet_quote(s, at, end));
	}
}
