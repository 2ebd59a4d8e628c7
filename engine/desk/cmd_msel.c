#include "desk/cmd.h"
#include "base/path.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_msel_import.h"
#include "desk/cmd_options.h"
#include "desk/cmd_page.h"
#include "desk/edition.h"
#include "desk/layout.h"
#include "desk/msel.h"
#include "desk/shelf.h"

#include <stdio.h>

static const char usage[] =
    "msel SCENARIO [--format csv|md|html] [-o FILE], or msel --import FILE.csv [-o SCENARIO.lua]";

static const char *const formats[] = {"csv", "md", "html", NULL};
static const struct {
	const char *template;
	enum escape escape;
} pages[] = {{"msel.csv", ESCAPE_CSV}, {"msel.md", ESCAPE_COMMONMARK}, {"msel.html", ESCAPE_HTML}};

enum { CSV = 0, MARKDOWN = 1 };

/* By -o's ending; Markdown without one. */
static int64_t format_for(const char *path)
{
	int kind = path_kind(path, formats);
	return kind < 0 ? MARKDOWN : kind;
}

/* Minutes after midnight of HH:MM; false after telling. */
static bool read_begins(const char *s, int32_t *out)
{
	int hour, minute, end = 0;
	*out = SHAPE_UNSET;
	if (!s)
		return true;
	if (sscanf(s, "%2d:%2d%n", &hour, &minute, &end) != 2 || s[end] || hour < 0 || hour > 23 || minute < 0 ||
	    minute > 59)
		return !cmd_fault("--begins: \"%s\" is no time of day such as 14:00", s);
	*out = hour * 60 + minute;
	return true;
}

/* Scenario and words are both read, so that the faults of either are told at once. */
static bool make(const struct shelf_choice *choice, int64_t format, int32_t begins, const char *output,
                 struct diags *diags)
{
	struct shelf_set set;
	struct text page = {0}, sheet = {0};
	bool opened = shelf_open(choice, diags, &set);
	struct layout *layout = layout_open(choice->lang, diags);
	struct jsn *tree = opened && layout ? msel_tree(set.world, begins, layout_phrases(layout)) : NULL;
	bool done = tree && layout_render(layout, pages[format].template, pages[format].escape, tree, &page, diags);
	if (done && format == CSV)
		edition_sheet(&page, &sheet);
	done = done && cmd_page_deliver_fresh(format == CSV ? &sheet : &page, output, diags);
	jsn_free(tree);
	layout_free(layout);
	shelf_close(&set);
	text_free(&page);
	text_free(&sheet);
	return done;
}

int cmd_msel(int argc, char **argv)
{
	struct shelf_choice choice = {.lang = "en"};
	const char *output = NULL, *begins = NULL, *import = NULL;
	int64_t format = -1;
	int32_t minute;
	int first;
	const struct cmd_options_row rows[] = {
	    {"format", "NAME", "csv, md or html; without it by -o's ending, else md", CMD_OPTIONS_CHOICE, &format,
	     formats, 0},
	    {"import", "FILE", "start a scenario from a list that a spreadsheet saved as CSV", CMD_OPTIONS_TEXT,
	     &import, NULL, 0},
	    {"playbook", "NAME", "the team's own playbook, by name or path", CMD_OPTIONS_TEXT, &choice.playbook, NULL,
	     0},
	    {"extended", NULL, "the longer cut, with all extra items", CMD_OPTIONS_FLAG, &choice.extended, NULL, 0},
	    {"begins", "HH:MM", "when the room starts: delivery times of the clock on the wall", CMD_OPTIONS_TEXT,
	     &begins, NULL, 0},
	    {"lang", "LL", "en or zh", CMD_OPTIONS_TEXT, &choice.lang, NULL, 0},
	    {"output", "FILE", "write there instead of to the terminal (or -o FILE)", CMD_OPTIONS_TEXT, &output, NULL,
	     'o'},
	    {0}};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != (import ? 0 : 1))
		return cmd_fault("usage: drill72 %s", usage);
	if (import)
		return cmd_msel_import(import, choice.playbook, output);
	if (!read_begins(begins, &minute) || (format < 0 && cmd_page_foreign(output)))
		return 1;
	choice.scenario = argv[first];
	struct diags diags;
	diags_init(&diags);
	bool done = make(&choice, format < 0 ? format_for(cmd_page_file(output)) : format, minute, output, &diags);
	cmd_fault_list(&diags);
	diags_free(&diags);
	return done ? 0 : 1;
}
