#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/kit.h"
#include "desk/layout.h"
#include "desk/paper.h"
#include "desk/shelf.h"

#include <stdio.h>

struct kit {
	const struct world *world;
	struct layout *layout;
	const char *folder;
	struct diags *diags;
};

/* The path in full, and on the next line whom the page is for. */
static void tell(const struct kit *kit, const struct kit_sheet *sheet, const char *path)
{
	struct text line = {0}, key = {0};
	paper_shown(path, &line);
	text_add(&line, "\n  ");
	text_addf(&key, "kit.for.%s", sheet->name);
	phrase_say(layout_phrases(kit->layout), key.data, NULL, &line);
	printf("%s\n", line.data);
	text_free(&line);
	text_free(&key);
}

static bool write_sheet(const struct kit *kit, const struct kit_sheet *sheet)
{
	struct jsn *tree = kit_tree(kit->world, sheet, layout_phrases(kit->layout));
	struct text page = {0}, template = {0}, path = {0};
	text_addf(&template, "kit.%s.html", sheet->name);
	text_addf(&path, "%s/EXERCISE-%s.html", kit->folder, sheet->name);
	bool good = layout_render(kit->layout, template.data, ESCAPE_HTML, tree, &page, kit->diags) &&
	            paper_write(path.data, &page, kit->diags);
	if (good)
		tell(kit, sheet, path.data);
	text_free(&page);
	text_free(&template);
	text_free(&path);
	jsn_free(tree);
	return good;
}

static bool write_kit(const struct kit *kit)
{
	bool good = paper_folder(kit->folder, kit->diags);
	for (size_t i = 0; good && kit_sheets[i].name; i++)
		good = write_sheet(kit, &kit_sheets[i]);
	return good;
}

/* Scenario and words are both read, so that the faults of either are told at once. */
static int kit_for(const struct shelf_choice *choice, const char *folder)
{
	struct shelf_set set;
	struct diags diags;
	diags_init(&diags);
	bool opened = shelf_open(choice, &diags, &set);
	struct layout *layout = layout_open(choice->lang, &diags);
	bool good = opened && layout && write_kit(&(struct kit){set.world, layout, folder, &diags});
	cmd_fault_list(&diags);
	shelf_close(&set);
	layout_free(layout);
	diags_free(&diags);
	return good ? 0 : 1;
}

int cmd_kit(int argc, char **argv)
{
	static const char usage[] = "kit SCENARIO [--playbook NAME] [--lang en|zh] [--extended] -o FOLDER";
	struct shelf_choice choice = {.lang = "en"};
	const char *folder = NULL;
	int first;
	const struct cmd_options_row rows[] = {
	    {"playbook", "NAME", "the team's own playbook, by name or path", CMD_OPTIONS_TEXT, &choice.playbook, NULL,
	     0},
	    {"lang", "LL", "the language of the pages: en or zh", CMD_OPTIONS_TEXT, &choice.lang, NULL, 0},
	    {"extended", NULL, "the longer cut, with all extra items", CMD_OPTIONS_FLAG, &choice.extended, NULL, 0},
	    {"output", "FOLDER", "where to put the pages; it is made (or -o FOLDER)", CMD_OPTIONS_TEXT, &folder, NULL,
	     'o'},
	    {0}};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 1 || !folder)
		return cmd_fault("usage: drill72 %s", usage);
	choice.scenario = argv[first];
	return kit_for(&choice, folder);
}
