/* cmd_fresh: how a subcommand writes a file that an author is going to make their own.
 * Owns nothing; promises that what is there already, somebody's work, stays as it is, and that no half a file is left
 * under its name. Never decides what stands in it. */
#ifndef DESK_CMD_FRESH_H
#define DESK_CMD_FRESH_H

#include "base/diag.h"

#include <stdbool.h>

/* Makes the folder of `path` where it is missing. False after adding why it could not be written. */
bool cmd_fresh_write(const char *path, const struct text *bytes, struct diags *diags);

#endif
