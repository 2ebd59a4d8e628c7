/* edition: a record's report in one format, for one audience, in one language.
 * Owns nothing; promises that what a board does not get to see stands in none of its formats, and that a report says
 * so when its record stops early. Never prints and never writes a file. */
#ifndef DESK_EDITION_H
#define DESK_EDITION_H

#include "desk/layout.h"
#include "desk/page.h"
#include "exercise/record.h"

enum edition_format { EDITION_MARKDOWN, EDITION_HTML, EDITION_JSON, EDITION_CSV };
extern const char *const edition_formats[]; /* their names, NULL */

struct edition {
	enum edition_format format;
	enum page_audience audience;
	bool names;       /* people by name; else by role */
	const char *lang; /* NULL: the record's own; where pages lack its words, English */
};

/* By a file's ending (.html, .htm, .csv, .json); Markdown for any other, and without a file (NULL). */
enum edition_format edition_format_for(const char *path);

/* The pages of its language; NULL after adding every fault. The caller frees it. */
struct layout *edition_layout(const struct edition *edition, const struct record *record, struct diags *diags);

/* Appends the report; the record must keep its turns. False after adding every fault. */
bool edition_make(const struct edition *edition, const struct record *record, struct layout *layout, struct text *out,
                  struct diags *diags);

/* Appends a Markdown report with its lines broken for a window, each hanging behind its bullet. */
void edition_fit(const char *page, int columns, struct text *out);

#endif
