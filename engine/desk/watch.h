/* watch: the files that a session was made of, while somebody edits them.
 * Owns its list; promises to name a changed file once, and only when it has rested between two looks, so that nobody
 * reads half of what an editor writes; and one that is gone once, not for a moment alone. Never opens one. */
#ifndef DESK_WATCH_H
#define DESK_WATCH_H

#include "desk/shelf.h"

enum { WATCH_MS = 400 }; /* between two looks */

struct watch_file;

struct watch {
	struct arena *arena;
	struct watch_file *files;
	size_t n;
};

/* Scenario, includes and playbook of a choice and the world that was made of it. False after adding the fault. */
bool watch_open(struct watch *watch, const struct shelf_choice *choice, const struct world *world, struct diags *diags);
void watch_close(struct watch *watch); /* one that is all zero is fine */

/* The path of a file that was changed; NULL when none was. Of the watch's. */
const char *watch_look(struct watch *watch);

/* The path of a file that was not there at the last few looks; NULL, also when it was told before and never came back.
 */
const char *watch_gone(struct watch *watch);

#endif
