/* backing: all that a number, a date or a time in a notice can rest on: facts, moments, filings, publications, log
 * spans, logged actions, and the laws' and the company's own periods. Owns nothing but what its arena holds; promises
 * that a claim which nobody verified is never among what proves. Never looks at a text under proofreading. */
#ifndef DESK_BACKING_H
#define DESK_BACKING_H

#include "base/dating.h"
#include "base/numeral.h"
#include "content/matter.h"
#include "content/unit.h"
#include "desk/sheet.h"

struct backing_number {
	int64_t milli; /* times 1000; of a length of time: seconds times 1000 */
	enum numeral_kind kind;
	enum unit unit;
	const char *words; /* "9,870 people" */
	const char *name;  /* "people_exported" */
	int fact;          /* of the matter; NAMES_NONE: not a fact's */
	bool claimed;      /* by somebody; nobody verified it */
	bool before;       /* what was verified or said before: a correction may repeat it */
	const struct matter_proof *proof;
};

struct backing_instant {
	int64_t at;
	const char *name; /* "aware", "suspend-account" */
	int fact, moment; /* NAMES_NONE */
	bool before;      /* as in struct backing_number */
};

struct backing_date { /* an instant in one zone */
	int year, month, day, hour, minute;
	bool utc;       /* by the clocks of UTC: of a time that says so */
	size_t instant; /* its number */
};

struct backing {
	struct arena *arena;
	const struct matter *matter;
	struct backing_number *numbers;
	struct backing_instant *instants;
	struct backing_date *dates;
	const struct sheet_times *times;
	size_t nnumbers, ninstants, ndates;
};

/* `times`: when the text was written, and by whose clocks its times are. */
struct backing backing_of(const struct matter *matter, const struct sheet_times *times, struct arena *arena);

/* The number that proves a claim; NULL. `unit`: what stands beside it. */
const struct backing_number *backing_number(const struct backing *backing, const struct numeral *claim, enum unit unit);

/* The claim of somebody that it repeats, or the nearest number that is proved; NULL when there is neither. */
const struct backing_number *backing_nearest(const struct backing *backing, const struct numeral *claim,
                                             enum unit unit);

/* The date that proves a claim; NULL. */
const struct backing_date *backing_date(const struct backing *backing, const struct dating *claim);

/* The instant nearest to a claimed date, by day; NULL when none is known or the claim names no day. */
const struct backing_instant *backing_nearest_date(const struct backing *backing, const struct dating *claim);

#endif
