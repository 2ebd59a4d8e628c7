#include "base/path.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/cmd_page.h"
#include "desk/cmd_world.h"
#include "desk/graph.h"
#include "desk/graph_layout.h"
#include "desk/graph_tree.h"

#include <strings.h>

static const char usage[] = "graph SCENARIO [--format dot|mermaid|svg] [-o FILE]";

static const char *const formats[] = {"dot", "mermaid", "svg", NULL};
static const struct {
	const char *template, *endings[3];
	enum escape escape;
} pages[] = {{"graph.dot", {".dot", ".gv"}, ESCAPE_HTML},
             {"graph.mermaid", {".mmd", ".mermaid"}, ESCAPE_NONE},
             {"graph.svg", {".svg"}, ESCAPE_HTML}};

enum { PAGES = sizeof pages / sizeof *pages };

/* By -o's ending, what a terminal can show without one; PAGES for an ending that none of them has. */
static int64_t format_for(const char *path)
{
	const char *ending = path_ending(path);
	for (int i = 0; ending && i < PAGES; i++)
		for (size_t k = 0; pages[i].endings[k]; k++)
			if (strcasecmp(ending, pages[i].endings[k]) == 0)
				return i;
	return ending ? PAGES : 0;
}

struct order {
	int64_t format;
	const char *output;
};

static bool draw(const struct cmd_world *with, const void *how)
{
	const struct order *order = how;
	struct arena *arena = arena_new();
	struct naming naming;
	struct text page = {0};
	const struct graph *graph = graph_build(with->world, arena);
	naming_open(&naming, with->world, layout_phrases(with->layout));
	struct jsn *tree = graph_tree(&naming, graph);
	graph_layout(&naming, graph, tree);
	bool drawn = layout_render(with->layout, pages[order->format].template, pages[order->format].escape, tree,
	                           &page, with->diags) &&
	             cmd_page_deliver_fresh(&page, order->output, with->diags);
	jsn_free(tree);
	naming_close(&naming);
	arena_free(arena);
	text_free(&page);
	return drawn;
}

int cmd_graph(int argc, char **argv)
{
	struct shelf_choice choice = {.lang = "en"};
	const char *output = NULL;
	int64_t format = -1;
	int first;
	const struct option_row rows[] = {
	    {"format", "NAME", "dot (Graphviz), mermaid, or svg; without it by -o's ending, else dot", OPTION_CHOICE,
	     &format, formats, 0},
	    {"playbook", "NAME", "the team's own playbook, by name or path", OPTION_TEXT, &choice.playbook, NULL, 0},
	    {"extended", NULL, "the longer cut, with all extra items", OPTION_FLAG, &choice.extended, NULL, 0},
	    {"lang", "LL", "en or zh", OPTION_TEXT, &choice.lang, NULL, 0},
	    {"output", "FILE", "write there instead of to the terminal (or -o FILE)", OPTION_TEXT, &output, NULL, 'o'},
	    {0}};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 1)
		return cmd_fault("usage: drill72 %s", usage);
	format = format < 0 ? format_for(cmd_page_file(output)) : format;
	if (format == PAGES)
		return cmd_fault("%s: no %s file can be written; write .svg, which any browser opens and prints, .dot "
		                 "or .mmd",
		                 output, path_ending(output));
	choice.scenario = argv[first];
	return cmd_world_with(&choice, draw, &(struct order){format, output});
}
