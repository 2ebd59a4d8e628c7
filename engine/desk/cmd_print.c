#include "base/clock.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/cmd_page.h"
#include "desk/layout.h"
#include "desk/shelf.h"
#include "desk/wall.h"

static bool draw(const struct world *world, struct layout *layout, struct text *page, struct diags *diags)
{
	struct jsn *tree = wall_tree(world, layout_phrases(layout));
	bool drawn = layout_render(layout, "wall.html", ESCAPE_HTML, tree, page, diags);
	jsn_free(tree);
	return drawn;
}

/* Playbook and words are both read, so that the faults of either are told at once. */
static bool print_wall(const struct shelf_choice *choice, const char *path, struct diags *diags)
{
	struct shelf_set set;
	struct text page = {0};
	bool opened = shelf_open(choice, diags, &set);
	struct layout *layout = layout_open(choice->lang, diags);
	bool done = opened && layout && draw(set.world, layout, &page, diags) && cmd_page_deliver(&page, path, diags);
	layout_free(layout);
	shelf_close(&set);
	text_free(&page);
	return done;
}

int cmd_print(int argc, char **argv)
{
	static const char usage[] = "print [PLAYBOOK] [--lang en|zh] [-o FILE]";
	struct shelf_choice choice = {.lang = "en", .t0 = clock_wall_ms() / 1000};
	struct diags diags;
	const char *output = NULL;
	int first;
	const struct cmd_options_row rows[] = {
	    {"lang", "LL", "the pages' language: en or zh", CMD_OPTIONS_TEXT, &choice.lang, NULL, 0},
	    {"output", "FILE", "write there instead of to the terminal (or -o FILE)", CMD_OPTIONS_TEXT, &output, NULL,
	     'o'},
	    {0},
	};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first > 1)
		return cmd_fault("usage: drill72 %s", usage);
	if (cmd_page_foreign(output))
		return 1;
	choice.playbook = first < argc ? argv[first] : NULL;
	diags_init(&diags);
	bool done = print_wall(&choice, output, &diags);
	cmd_fault_list(&diags);
	diags_free(&diags);
	return done ? 0 : 1;
}
