#include "desk/cmd_world.h"

#include "desk/cmd_fault.h"

int cmd_world_with(const struct shelf_choice *choice, bool (*work)(const struct cmd_world *with, const void *how),
                   const void *how)
{
	struct shelf_set set;
	struct diags diags;
	diags_init(&diags);
	bool opened = shelf_open(choice, &diags, &set);
	struct layout *layout = layout_open(choice->lang, &diags);
	bool done = opened && layout && work(&(struct cmd_world){set.world, layout, &diags}, how);
	cmd_fault_list(&diags);
	layout_free(layout);
	shelf_close(&set);
	diags_free(&diags);
	return done ? 0 : 1;
}
