/* check_code: every kind of finding that check tells, in one table.
 * Owns the codes, what each means and what to do about it; promises that a code never changes its meaning or its
 * severity. Never looks at a file. */
#ifndef DESK_CHECK_CODE_H
#define DESK_CHECK_CODE_H

#include "base/diag.h"

struct check_code {
	const char *id; /* short, small letters and hyphens */
	enum diag_level level;
	bool depends; /* on the day or on another file: allowing it where it is not told is no fault */
	const char *meaning;
	const char *remedy; /* what to do, as the hint of a finding that has none of its own; may be NULL */
};

/* The row of a code, NULL when there is none; the rows by number, NULL behind the last. */
const struct check_code *check_code_find(const char *id);
const struct check_code *check_code_at(size_t number);

/* The row that fits a finding: its code's, or that of what loaders refuse or doubt without naming a code. */
const struct check_code *check_code_of(const struct diag *diag);

/* Adds a finding of that code, with the row's severity and remedy. */
void check_code_tell(struct diags *diags, const char *id, struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The known code nearest to a word, or NULL. */
const char *check_code_nearest(const char *word);

/* "error", "warning", "note". */
const char *check_code_level(enum diag_level level);

/* Gives each finding the code that fits, so that all of them can be listed and silenced. */
void check_code_complete(struct diags *diags);

#endif
