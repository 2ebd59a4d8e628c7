/* watch: the files that a session was made of, while somebody edits them.
 * Owns its list; promises to name a changed file once, and only when it has rested between two looks, so that nobody
 * reads half of what an editor writes; and one that is gone once, not for a moment alone. Never opens one. */
#ifndef DESK_WATCH_H
#define DESK_WATCH_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum { WATCH_MS = 400 }; /* between two looks */

struct watch_file;

struct watch { /* one that is all zero is fine */
	struct arena *arena;
	struct watch_file *files;
	size_t n;
};

/* The files are about to be read: as each is now, or is when it is noted, it counts as known. What an editor writes
 * while they are read is a change. */
void watch_begin(struct watch *watch);
void watch_note(void *watch, const char *path); /* one of them, there or not: shelf_choice.reads */

/* They were read. `good`: the session is made of those alone that were noted; else those of before count, too. */
void watch_end(struct watch *watch, bool good);
void watch_close(struct watch *watch);

/* The path of a file that was changed; NULL when none was. Of the watch's. */
const char *watch_look(struct watch *watch);

/* The path of a file that was not there at the last few looks; NULL, also when it was told before and never came back.
 */
const char *watch_gone(struct watch *watch);

#endif
