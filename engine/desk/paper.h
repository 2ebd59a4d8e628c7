/* paper: pages as files.
 * Owns nothing; promises files that only their owner can read, never half a page under the page's name, and never a
 * record overwritten. Never decides what stands on a page. */
#ifndef DESK_PAPER_H
#define DESK_PAPER_H

#include "base/diag.h"

enum { PAPER_PATH = 1024 };

/* Writes all of `text` (mode 0600), or adds why not. An existing page is replaced; a record, a folder, a symbolic link,
 * a device (but /dev/null, where nothing is kept) never. */
bool paper_write(const char *path, const struct text *text, struct diags *diags);

/* The same where nothing is yet, not even a link that leads nowhere: what is there stays as it is. */
bool paper_write_new(const char *path, const struct text *text, struct diags *diags);

/* Writes all of `text` to a descriptor, in as many pieces as it takes; false when it can't, for the reason in errno. */
bool paper_pour(int fd, const struct text *text);

/* Where `text` can go without taking the place of other bytes, which somebody may have edited: `path`, else the next
 * name of "NAME-2.END", "NAME-3.END". What is no page is left for paper_write to refuse. False after adding why not. */
bool paper_unlike(const char *path, const struct text *text, char out[PAPER_PATH], struct diags *diags);

/* Appends a page of cells as a file: a spreadsheet takes it for UTF-8 by its mark, and RFC 4180 ends lines in CRLF; a
 * template can hold neither. */
void paper_sheet(const struct text *page, struct text *out);

/* Makes a folder that its owner alone can read, when it is not there; adds why it could not. */
bool paper_folder(const char *path, struct diags *diags);

/* The path of a session's report beside its journal: NAME-EXERCISE.html, in an incident NAME-report.html. False when
 * it does not fit. */
bool paper_beside(const char *journal, bool drill, char path[PAPER_PATH]);

/* Appends the path as its reader finds it: in full; on WSL, on a second line, as Windows names it. */
void paper_shown(const char *path, struct text *out);

#endif
