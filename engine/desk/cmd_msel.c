#include "base/path.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_msel_import.h"
#include "desk/cmd_options.h"
#include "desk/cmd_page.h"
#include "desk/cmd_world.h"
#include "desk/msel.h"
#include "desk/paper.h"

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

struct order {
	int64_t format;
	int32_t begins; /* minutes after midnight; SHAPE_UNSET */
	const char *output;
};

static bool write_list(const struct cmd_world *with, const void *how)
{
	const struct order *order = how;
	struct text page = {0}, sheet = {0};
	struct jsn *tree = msel_tree(with->world, order->begins, layout_phrases(with->layout));
	bool done = layout_render(with->layout, pages[order->format].template, pages[order->format].escape, tree, &page,
	                          with->diags);
	if (done && order->format == CSV)
		paper_sheet(&page, &sheet);
	done = done && cmd_page_deliver_fresh(order->format == CSV ? &sheet : &page, order->output, with->diags);
	jsn_free(tree);
	text_free(&page);
	text_free(&sheet);
	return done;
}

struct given {
	const char *option;
	bool is;
};

/* How a list is written, where one is read. */
static int refuse_idle(const struct given *given, size_t n)
{
	int status = 0;
	for (size_t i = 0; i < n; i++)
		if (given[i].is)
			status = cmd_fault("%s: says how a list is written, and --import reads one; leave it out",
			                   given[i].option);
	return status;
}

int cmd_msel(int argc, char **argv)
{
	struct shelf_choice choice = {0};
	const char *output = NULL, *begins = NULL, *import = NULL, *lang = NULL;
	int64_t format = -1;
	int32_t minute;
	int first;
	const struct option_row rows[] = {
	    {"format", "NAME", "csv, md or html; without it by -o's ending, else md", OPTION_CHOICE, &format, formats,
	     0},
	    {"import", "FILE", "start a scenario from a list that a spreadsheet saved as CSV", OPTION_TEXT, &import,
	     NULL, 0},
	    {"playbook", "NAME", "the team's own playbook, by name or path", OPTION_TEXT, &choice.playbook, NULL, 0},
	    {"extended", NULL, "the longer cut, with all extra items", OPTION_FLAG, &choice.extended, NULL, 0},
	    {"begins", "HH:MM", "when the room starts: delivery times of the clock on the wall", OPTION_TEXT, &begins,
	     NULL, 0},
	    {"lang", "LL", "en or zh", OPTION_TEXT, &lang, NULL, 0},
	    {"output", "FILE", "write there instead of to the terminal (or -o FILE)", OPTION_TEXT, &output, NULL, 'o'},
	    {0}};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != (import ? 0 : 1))
		return cmd_fault("usage: drill72 %s", usage);
	const struct given idle[] = {
	    {"--format", format >= 0}, {"--begins", begins}, {"--extended", choice.extended}, {"--lang", lang}};
	if (import && refuse_idle(idle, sizeof idle / sizeof *idle))
		return 1;
	if (import)
		return cmd_msel_import(import, choice.playbook, output);
	if (!read_begins(begins, &minute) || (format < 0 && cmd_page_foreign(output)))
		return 1;
	choice.scenario = argv[first];
	choice.lang = lang ? lang : "en";
	format = format < 0 ? format_for(cmd_page_file(output)) : format;
	return cmd_world_with(&choice, write_list, &(struct order){format, minute, output});
}
