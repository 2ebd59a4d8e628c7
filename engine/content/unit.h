/* unit: what a number counts, by the words beside it, in the languages of notices.
 * Owns nothing; promises that rows, people and accounts are told apart, and that a word it does not know is no unit.
 * Never knows a fact. */
#ifndef CONTENT_UNIT_H
#define CONTENT_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum unit {
	UNIT_NONE,
	UNIT_PEOPLE,
	UNIT_ROWS,
	UNIT_ACCOUNTS,
	UNIT_CONTACTS,
	UNIT_ORDERS,
	UNIT_FILES,
	UNIT_DEVICES,
	UNIT_VIEWS,
	UNIT_MINUTES, /* from here on lengths of time */
	UNIT_HOURS,
	UNIT_DAYS,
	UNIT_WEEKS,
	UNIT_MONTHS,
	UNIT_YEARS
};

/* The unit of a number that ends at byte `at`, by what follows it before the sentence's end `to`. */
enum unit unit_after(const char *text, size_t at, size_t to);

/* The first unit named between two bytes: of a label, of a fact's unit. */
enum unit unit_named(const char *text, size_t from, size_t to);

/* Seconds in one; 0 for what is no length of time, or none of a fixed one. */
int64_t unit_seconds(enum unit unit);

const char *unit_name(enum unit unit); /* "people"; NULL: UNIT_NONE */

/* Whether `name` (of unit_name; NULL: none) is the one that `other` names, such as a fact's unit. */
bool unit_is(const char *name, const char *other);

#endif
