#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/cmd_world.h"
#include "desk/kit.h"
#include "desk/paper.h"

#include <stdio.h>

/* The path in full, and on the next line whom the page is for. */
static void tell(const struct cmd_world *with, const struct kit_sheet *sheet, const char *path)
{
	struct text line = {0}, key = {0};
	paper_shown(path, &line);
	text_add(&line, "\n  ");
	text_addf(&key, "kit.for.%s", sheet->name);
	phrase_say(layout_phrases(with->layout), key.data, NULL, &line);
	printf("%s\n", line.data);
	text_free(&line);
	text_free(&key);
}

static bool write_sheet(const struct cmd_world *with, const struct kit_sheet *sheet, const char *folder)
{
	struct jsn *tree = kit_tree(with->world, sheet, layout_phrases(with->layout));
	struct text page = {0}, template = {0}, path = {0};
	text_addf(&template, "kit.%s.html", sheet->name);
	text_addf(&path, "%s/EXERCISE-%s.html", folder, sheet->name);
	bool good = layout_render(with->layout, template.data, ESCAPE_HTML, tree, &page, with->diags) &&
	            paper_write(path.data, &page, with->diags);
	if (good)
		tell(with, sheet, path.data);
	text_free(&page);
	text_free(&template);
	text_free(&path);
	jsn_free(tree);
	return good;
}

static bool write_kit(const struct cmd_world *with, const void *folder)
{
	bool good = paper_folder(folder, with->diags);
	for (size_t i = 0; good && kit_sheets[i].name; i++)
		good = write_sheet(with, &kit_sheets[i], folder);
	return good;
}

int cmd_kit(int argc, char **argv)
{
	static const char usage[] = "kit SCENARIO [--playbook NAME] [--lang en|zh] [--extended] -o FOLDER";
	struct shelf_choice choice = {.lang = "en"};
	const char *folder = NULL;
	int first;
	const struct option_row rows[] = {
	    {"playbook", "NAME", "the team's own playbook, by name or path", OPTION_TEXT, &choice.playbook, NULL, 0},
	    {"lang", "LL", "the language of the pages: en or zh", OPTION_TEXT, &choice.lang, NULL, 0},
	    {"extended", NULL, "the longer cut, with all extra items", OPTION_FLAG, &choice.extended, NULL, 0},
	    {"output", "FOLDER", "where to put the pages; it is made (or -o FOLDER)", OPTION_TEXT, &folder, NULL, 'o'},
	    {0}};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 1 || !folder)
		return cmd_fault("usage: drill72 %s", usage);
	choice.scenario = argv[first];
	return cmd_world_with(&choice, write_kit, folder);
}
