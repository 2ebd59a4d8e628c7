/* option: what can be told behind a command, one row each.
 * Owns nothing; promises that a wrong value is answered with what is wanted, on a command line and in a test's first
 * line in the same words. Never prints and never exits. */
#ifndef DESK_OPTION_H
#define DESK_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { OPTION_MOST = 24, OPTION_WHY = 240 }; /* rows of a table with its end; bytes */

enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_NUMBER, OPTION_CHOICE };

struct option_row {
	const char *name;    /* without the dashes; NULL ends the table */
	const char *operand; /* "FILE"; NULL for a flag */
	const char *help;
	enum option_kind kind;
	void *to;                   /* bool *, const char **, int64_t *, int64_t * (an index) */
	const char *const *choices; /* OPTION_CHOICE: NULL-terminated */
	char letter;                /* for those whose fingers know -o; 0: none */
};

/* The row of that name, without its dashes; NULL. And the name nearest to one, with them or without; NULL. */
const struct option_row *option_find(const struct option_row *rows, const char *name);
const char *option_nearest(const struct option_row *rows, const char *name);

/* Reads a value (of a flag NULL) into the row's target, which keeps a text as it is. False with what is wanted in
 * `why`.
 */
bool option_set(const struct option_row *row, const char *value, char why[OPTION_WHY]);

/* The choice nearest to a value; NULL when none is, or the row has none. */
const char *option_choice(const struct option_row *row, const char *value);

#endif
