/* archive: where the records of drills and incidents are kept, below the user's home.
 * Owns nothing; promises that a path it gives for a new one is nobody's yet. Never writes but the folder for them. */
#ifndef DESK_ARCHIVE_H
#define DESK_ARCHIVE_H

#include "desk/shelf.h"

/* A fresh path for a journal: $XDG_STATE_HOME/drill72/YYYY-MM-DD-HHMM-ID[-N].jsonl; makes the folder (0700). */
bool archive_fresh(const char *id, char path[SHELF_PATH], struct diags *diags);

/* The newest journal there; false after adding the fault. */
bool archive_newest(char path[SHELF_PATH], struct diags *diags);

#endif
