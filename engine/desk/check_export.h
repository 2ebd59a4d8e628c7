/* check_export: findings for other programs, as JSON of our own or as SARIF 2.1.0.
 * Owns the document it builds; promises one object a finding, with its code, and columns that count characters. Never
 * reads a file. */
#ifndef DESK_CHECK_EXPORT_H
#define DESK_CHECK_EXPORT_H

#include "base/diag.h"
#include "base/jsn.h"

enum check_export_form { CHECK_EXPORT_JSON, CHECK_EXPORT_SARIF };

struct check_export {
	enum check_export_form form;
	struct jsn *document;               /* jsn_free when done */
	struct jsn *run, *files, *findings; /* within it */
	struct jsn *tests;                  /* NULL until asked for */
};

struct check_export check_export_new(enum check_export_form form);

/* Adds a checked file and its findings, which carry codes (check_code_complete). */
void check_export_add(struct check_export *export, const char *file, const struct diags *diags);

/* The list for suite_run to fill: `tests` of the document, in SARIF of its run's properties. NULL without a document.
 */
struct jsn *check_export_tests(struct check_export *export);

#endif
