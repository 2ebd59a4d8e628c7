/* suite: the tests that lie in tests/ beside a scenario: which they are, how they went, what they reached.
 * Owns nothing; promises that every test is run, whatever became of the one before, and that none to run is a fault.
 * Never prints and never writes a file. */
#ifndef DESK_SUITE_H
#define DESK_SUITE_H

#include "base/diag.h"
#include "base/jsn.h"

/* Runs the tests of `path`: a scenario (a name or a .lua file), every scenario of a folder, or one .answers file;
 * `playbook` (NULL: the usual one) where a test names none. What failed goes to `diags`; a line a test, and what a
 * scenario's tests reached, to `out`; both to `list`, too, unless it is NULL, as a row a scenario: its `scenario`, its
 * `tests` as {file, expectations, faults}, and what they reached in `coverage` (coverage_list; null when it has none).
 * False when anything failed. */
bool suite_run(const char *path, const char *playbook, struct diags *diags, struct text *out, struct jsn *list);

#endif
