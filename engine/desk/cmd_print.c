#include "base/clock.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/cmd_page.h"
#include "desk/cmd_world.h"
#include "desk/wall.h"

static bool print_wall(const struct cmd_world *with, const void *output)
{
	struct text page = {0};
	struct jsn *tree = wall_tree(with->world, layout_phrases(with->layout));
	bool done = layout_render(with->layout, "wall.html", ESCAPE_HTML, tree, &page, with->diags) &&
	            cmd_page_deliver(&page, output, with->diags);
	jsn_free(tree);
	text_free(&page);
	return done;
}

int cmd_print(int argc, char **argv)
{
	static const char usage[] = "print [PLAYBOOK] [--lang en|zh] [-o FILE]";
	struct shelf_choice choice = {.lang = "en", .t0 = clock_wall_ms() / 1000};
	const char *output = NULL;
	int first;
	const struct option_row rows[] = {
	    {"lang", "LL", "the pages' language: en or zh", OPTION_TEXT, &choice.lang, NULL, 0},
	    {"output", "FILE", "write there instead of to the terminal (or -o FILE)", OPTION_TEXT, &output, NULL, 'o'},
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
	return cmd_world_with(&choice, print_wall, output);
}
