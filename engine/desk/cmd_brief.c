#include "desk/cmd.h"

#include "base/markdown.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/cmd_page.h"
#include "desk/console.h"
#include "desk/counsel.h"
#include "desk/edition.h"
#include "desk/origin.h"

#include <stdio.h>
#include <unistd.h>

static const char usage[] = "brief [JOURNAL | --facts FILE] [options]";

enum format { BRIEF_MARKDOWN, BRIEF_HTML };

struct brief {
	struct origin_choice from;
	const char *lang, *output;
	enum format format;
};

/* In a terminal it is read as it stands, broken at the window's width. */
static bool to_terminal(const struct brief *brief)
{
	return !brief->output && brief->format == BRIEF_MARKDOWN && isatty(STDOUT_FILENO);
}

static bool deliver(const struct text *page, const struct brief *brief, struct diags *diags)
{
	struct text fitted = {0};
	if (to_terminal(brief)) {
		struct console *console = console_open(&(struct console_setup){.plain = true});
		markdown_text(page->data, page->len, console_columns(console), &fitted);
		console_close(console);
	}
	bool done = cmd_page_deliver(fitted.len ? &fitted : page, brief->output, diags);
	text_free(&fitted);
	return done;
}

static bool draw(const struct origin *origin, const struct brief *brief, struct text *page, struct diags *diags)
{
	const char *own = layout_speaks(origin->matter->world->lang) ? origin->matter->world->lang : "en";
	const char *lang = brief->lang ? brief->lang : own;
	struct layout *layout = layout_open(lang, diags);
	bool html = brief->format == BRIEF_HTML;
	enum escape escape = html ? ESCAPE_HTML : ESCAPE_COMMONMARK;
	if (!layout)
		return false;
	struct jsn *tree = counsel_tree(origin->matter, lang, layout_phrases(layout));
	bool drawn = layout_render(layout, html ? "brief.html" : "brief.md", escape, tree, page, diags);
	jsn_free(tree);
	layout_free(layout);
	return drawn;
}

static bool make(const struct brief *brief, struct diags *diags)
{
	struct origin origin;
	struct text page = {0};
	bool opened = origin_open(&origin, &brief->from, diags);
	if (opened)
		fputs(origin_told(&origin), stderr);
	bool done = opened && draw(&origin, brief, &page, diags) && deliver(&page, brief, diags);
	origin_close(&origin);
	text_free(&page);
	return done;
}

static int run(const struct brief *brief)
{
	struct diags diags;
	diags_init(&diags);
	bool done = make(brief, &diags);
	cmd_fault_list(&diags);
	diags_free(&diags);
	return done ? 0 : 1;
}

int cmd_brief(int argc, char **argv)
{
	static const char *const formats[] = {"md", "html", NULL};
	struct brief brief = {0};
	int64_t format = -1;
	int first;
	const struct option_row rows[] = {
	    {"facts", "FILE", "a facts file in place of a record", OPTION_TEXT, &brief.from.facts, NULL, 0},
	    {"playbook", "NAME", "of a facts file: another playbook", OPTION_TEXT, &brief.from.playbook, NULL, 0},
	    {"format", "NAME", "md or html; without it by -o's ending, else md", OPTION_CHOICE, &format, formats, 0},
	    {"lang", "LL", "en or zh; without it the record's own language", OPTION_TEXT, &brief.lang, NULL, 0},
	    {"output", "FILE", "write there instead of to the terminal (or -o FILE)", OPTION_TEXT, &brief.output, NULL,
	     'o'},
	    {0},
	};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first > 1 || (brief.from.facts && first < argc))
		return cmd_fault("usage: drill72 %s", usage);
	brief.from.journal = first < argc ? argv[first] : NULL;
	brief.output = cmd_page_file(brief.output);
	if (format < 0 && cmd_page_foreign(brief.output))
		return 1;
	bool html = format < 0 ? edition_format_for(brief.output) == EDITION_HTML : format == BRIEF_HTML;
	brief.format = html ? BRIEF_HTML : BRIEF_MARKDOWN;
	return run(&brief);
}
