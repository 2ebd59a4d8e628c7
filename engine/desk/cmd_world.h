/* cmd_world: what a subcommand has in hand that writes pages about a scenario or a playbook: its world, and the words.
 * Owns both while the work goes on; promises that the faults of either are told at once, on standard error.
 * Never writes a page: cmd_page does. */
#ifndef DESK_CMD_WORLD_H
#define DESK_CMD_WORLD_H

#include "desk/layout.h"
#include "desk/shelf.h"

struct cmd_world {
	const struct world *world;
	struct layout *layout; /* in the language that was chosen */
	struct diags *diags;
};

/* Works with what was chosen; `how` is the work's own. Returns the exit status: 1 when something could not be read, or
 * the work says that it failed. */
int cmd_world_with(const struct shelf_choice *choice, bool (*work)(const struct cmd_world *with, const void *how),
                   const void *how);

#endif
