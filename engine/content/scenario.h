/* scenario: a Lua file -> declarations, and its hooks, callable.
 * Owns a sandbox; promises that a hook sees a read-only view, is pure, and can do nothing but answer.
 * Never knows a session. */
#ifndef CONTENT_SCENARIO_H
#define CONTENT_SCENARIO_H

#include "content/view.h"
#include "content/yml.h"

struct scenario;

struct scenario_files { /* how includes are read: from the folder, or from a journal */
	const struct file *(*include)(void *context, const char *name, struct diag_place place);
	void *context;
};

/* Runs the file; declarations go to `*declarations` (of the arena). NULL after adding every fault that can be told. */
struct scenario *scenario_load(const struct file *file, const struct scenario_files *files, struct arena *arena,
                               struct diags *diags, struct yml **declarations);
void scenario_free(struct scenario *scenario); /* NULL is fine */

/* Asks a `when` hook, by its number in the story. False on a failure, told in `fault` as `file:line: message`, the file
 * without its folder. */
bool scenario_when(struct scenario *scenario, int hook, struct view *view, bool *answer, char fault[256]);

/* Calls a `run` hook; `*effects` is the table it returned (NULL for nil), of the arena. */
bool scenario_run(struct scenario *scenario, int hook, struct view *view, struct arena *arena, struct yml **effects,
                  char fault[256]);

/* Whether the hook asked last failed for want of instructions or memory. */
bool scenario_spent(const struct scenario *scenario);

#endif
