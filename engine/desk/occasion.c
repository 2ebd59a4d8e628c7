#include "desk/occasion.h"

#include "base/ascii.h"
#include "base/numeral_part.h"
#include "desk/dated.h"
#include "desk/kinds.h"

#include <string.h>

struct told { /* a word of a moment in a sentence; at the sentence's end: none */
	const char *moment;
	size_t at, end;
};

struct occasions {
	struct sheet *sheet;
	const struct overclaim_language *language;
	size_t to; /* of the sentence */
};

static struct told next_told(const struct occasions *o, size_t from)
{
	const struct overclaim_kind *known = o->language->moments.v;
	struct told first = {NULL, o->to, o->to};
	size_t at, end;
	for (size_t i = 0; i < o->language->moments.n; i++)
		if (kinds_says(o->sheet, from, o->to, &known[i].names, &at, &end) && at < first.at)
			first = (struct told){known[i].entry.id, at, end};
	return first;
}

/* ---- the clause of a word ---- */

/* Where a joint that begins at `at` ends; 0. A comma parts two clauses, but not a date in front from what it dates. */
static size_t joint_end(const struct occasions *o, size_t at, size_t to, bool commas)
{
	static const char *const strong[] = {" and ", " after ", " before ",  " since ",   "; ",  "；", "，并",
	                                     " dan ", " lalu ",  " selepas ", " sebelum ", "고 ", "며 "};
	static const char *const weak[] = {", ", "，"};
	if (ascii_letter(o->sheet->prose->text[at]))
		return 0;
	for (size_t i = 0; i < sizeof strong / sizeof *strong; i++)
		if (numeral_part_starts(o->sheet->prose->text, to, at, strong[i]))
			return at + strlen(strong[i]);
	for (size_t i = 0; commas && i < sizeof weak / sizeof *weak; i++)
		if (numeral_part_starts(o->sheet->prose->text, to, at, weak[i]))
			return at + strlen(weak[i]);
	return 0;
}

static size_t clause_from(const struct occasions *o, size_t from, size_t at, bool commas)
{
	size_t found = from;
	for (; from < at; from++) {
		size_t end = joint_end(o, from, at, commas);
		found = end ? end : found;
	}
	return found;
}

static size_t clause_to(const struct occasions *o, size_t at)
{
	while (at < o->to && !joint_end(o, at, o->to, true))
		at++;
	return at;
}

/* ---- the record ---- */

static size_t add_moment(const struct matter *m, int moment, int64_t *at, size_t n)
{
	if (m->moments[moment] != MATTER_NEVER)
		at[n++] = m->moments[moment];
	return n;
}

/* Who noticed may tell when they were sure of it; what happened, too, by the verified times. */
static size_t record(const struct matter *m, int moment, int64_t *at)
{
	size_t n = 0;
	if (moment == SHAPE_DETECTED)
		n = add_moment(m, SHAPE_AWARE, at, n);
	for (size_t i = 0; moment == SHAPE_OCCURRED && i < m->nfacts; i++)
		if (m->facts[i].kind == STORY_TIME && matter_proved(&m->facts[i]))
			at[n++] = m->facts[i].value.number;
	return add_moment(m, moment, at, n);
}

static int moment_named(const char *id)
{
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		if (strcmp(shape_moments[i], id) == 0)
			return i;
	return NAMES_NONE;
}

static void check(const struct occasions *o, size_t from, size_t to, const struct told *told)
{
	const struct matter *m = o->sheet->matter;
	int moment = moment_named(told->moment);
	int64_t *at = arena_alloc(o->sheet->arena, (m->nfacts + 2) * sizeof *at);
	if (moment != NAMES_NONE && !o->sheet->marks[told->at])
		dated_check(o->sheet, from, to, at, record(m, moment, at), told->moment);
}

/* A sentence without a figure, in a script that dates need one in, has no date. */
static bool may_have_date(const char *text, const struct prose_sentence *s)
{
	for (size_t at = s->from; at < s->to; at++)
		if ((text[at] >= '0' && text[at] <= '9') || (unsigned char)text[at] >= 0xe0)
			return true;
	return false;
}

void occasion_check(struct sheet *sheet, const struct overclaim_language *language)
{
	struct occasions o = {.sheet = sheet, .language = language};
	for (size_t i = 0; language && i < sheet->prose->nsentences; i++) {
		const struct prose_sentence *s = &sheet->prose->sentences[i];
		size_t from = s->from, at, end;
		o.to = s->to;
		/* a correction repeats what was said */
		if (!may_have_date(sheet->prose->text, s) ||
		    kinds_says(sheet, s->from, s->to, &language->repeats, &at, &end))
			continue;
		for (struct told told = next_told(&o, from); told.moment; told = next_told(&o, from)) {
			check(&o, clause_from(&o, from, told.at, from > s->from), clause_to(&o, told.end), &told);
			from = told.end;
		}
	}
}
