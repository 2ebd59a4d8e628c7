/* cmd_page: how every subcommand hands a page over: into a file, whose path it then prints, or to standard output. */
#ifndef DESK_CMD_PAGE_H
#define DESK_CMD_PAGE_H

#include "base/diag.h"

#include <stdbool.h>

/* The path of -o's FILE; NULL when it means standard output (none, "-", /dev/stdout). */
const char *cmd_page_file(const char *path);

/* 1 after telling so when -o's FILE ends like another program's (.pdf, .docx, .xlsx): what is in it would be a page all
 * the same. 0 otherwise. */
int cmd_page_foreign(const char *path);

/* `path` NULL, "-" or /dev/stdout: standard output. False when not all of it was written, after adding the fault of a
 * file. */
bool cmd_page_deliver(const struct text *page, const char *path, struct diags *diags);

/* As cmd_page_deliver, for what its reader goes on working on: a file that holds anything else stays as it is, which is
 * a fault, too. */
bool cmd_page_deliver_fresh(const struct text *page, const char *path, struct diags *diags);

#endif
