/* check_list: findings for other programs, as JSON of our own or as SARIF 2.1.0.
 * Owns the document it builds; promises one object a finding, with its code, and columns that count characters. Never
 * reads a file. */
#ifndef DESK_CHECK_LIST_H
#define DESK_CHECK_LIST_H

#include "base/diag.h"
#include "base/jsn.h"

enum check_list_form { CHECK_LIST_JSON, CHECK_LIST_SARIF };

struct check_list {
	enum check_list_form form;
	struct jsn *document;               /* jsn_free when done */
	struct jsn *run, *files, *findings; /* within it */
	struct jsn *tests;                  /* NULL until asked for */
};

struct check_list check_list_new(enum check_list_form form);

/* Adds a checked file and its findings, which carry codes (check_code_complete). */
void check_list_add(struct check_list *list, const char *file, const struct diags *diags);

/* The list for suite_run to fill: `tests` of the document, in SARIF of its run's properties. */
struct jsn *check_list_tests(struct check_list *list);

#endif
