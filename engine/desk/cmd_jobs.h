/* cmd_jobs: a sweep in several processes.
 * Owns its children; promises the model of one sweep, put together from theirs.
 * Never leaves a child behind, even when it is killed: where the system doesn't end a child with its parent, the child
 * looks for its parent now and then. */
#ifndef DESK_CMD_JOBS_H
#define DESK_CMD_JOBS_H

#include "desk/sweep.h"

enum { CMD_JOBS = 64 };

/* As sweep_model, with the paths shared out among `jobs` processes. */
struct jsn *cmd_jobs_model(const struct shelf_set *set, const struct sweep_setup *setup, int jobs, char why[ACT_WHY]);

#endif
