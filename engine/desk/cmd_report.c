#include "desk/archive.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/cmd_page.h"
#include "desk/console.h"
#include "desk/edition.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char usage[] = "report [JOURNAL] [options]";

/* A record is never written into, by whatever name; behind `>>` it would be damaged. */
static bool spares(const char *journal, const char *output, struct diags *diags)
{
	struct stat record, into;
	bool same = stat(journal, &record) == 0 && (output ? stat(output, &into) : fstat(STDOUT_FILENO, &into)) == 0 &&
	            record.st_dev == into.st_dev && record.st_ino == into.st_ino;
	return !same || diag_error(diags, (struct diag_place){.file = output ? output : journal},
	                           "is the record itself; a record is never overwritten");
}

/* Markdown is what people go on writing in: a page that somebody worked on stays. The other formats are read, by people
 * or by programs, and are made anew. Raw Markdown in a terminal is broken at the window's width. */
static bool deliver(const struct text *page, enum edition_format format, const char *output, struct diags *diags)
{
	struct text fitted = {0};
	if (!output && format == EDITION_MARKDOWN && isatty(STDOUT_FILENO)) {
		struct console *console = console_open(&(struct console_setup){.plain = true});
		edition_fit(page->data, console_columns(console), &fitted);
		console_close(console);
	}
	bool done = format == EDITION_MARKDOWN ? cmd_page_deliver_fresh(fitted.len ? &fitted : page, output, diags)
	                                       : cmd_page_deliver(page, output, diags);
	text_free(&fitted);
	return done;
}

static bool make(const struct record *record, const struct edition *edition, const char *output, struct diags *diags)
{
	struct text page = {0};
	struct layout *layout = edition_layout(edition, record, diags);
	bool done = layout && edition_make(edition, record, layout, &page, diags) &&
	            deliver(&page, edition->format, output, diags);
	layout_free(layout);
	text_free(&page);
	return done;
}

static bool report_on(const char *journal, const struct edition *edition, const char *output, struct diags *diags)
{
	struct record record;
	if (!spares(journal, output, diags))
		return false;
	bool done = record_open(&record, journal, true, diags) && make(&record, edition, output, diags);
	record_close(&record);
	return done;
}

static int run(const char *journal, const struct edition *edition, const char *output)
{
	struct diags diags;
	char path[SHELF_PATH];
	diags_init(&diags);
	bool found = journal || archive_newest(path, &diags);
	if (found && !journal)
		fprintf(stderr, "The newest record: %s\n", path);
	bool done = found && report_on(journal ? journal : path, edition, output, &diags);
	cmd_fault_list(&diags);
	diags_free(&diags);
	return done ? 0 : 1;
}

int cmd_report(int argc, char **argv)
{
	static const char *const audiences[] = {"team", "board", NULL};
	const char *output = NULL;
	int64_t format = -1, audience = PAGE_TEAM;
	struct edition edition = {0};
	int first;
	const struct option_row rows[] = {
	    {"format", "NAME", "md, html, json or csv; without it by -o's ending, else md", OPTION_CHOICE, &format,
	     edition_formats, 0},
	    {"audience", "WHO", "team: all of it; board: no turn, nobody's reasons (in every format)", OPTION_CHOICE,
	     &audience, audiences, 0},
	    {"names", NULL, "people by name; without it by role", OPTION_FLAG, &edition.names, NULL, 0},
	    {"lang", "LL", "en or zh; without it the record's own language", OPTION_TEXT, &edition.lang, NULL, 0},
	    {"output", "FILE", "write there instead of to the terminal (or -o FILE)", OPTION_TEXT, &output, NULL, 'o'},
	    {0},
	};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first > 1)
		return cmd_fault("usage: drill72 %s", usage);
	output = cmd_page_file(output);
	if (format < 0 && cmd_page_foreign(output))
		return 1;
	edition.format = format < 0 ? edition_format_for(output) : (enum edition_format)format;
	edition.audience = (enum page_audience)audience;
	return run(first < argc ? argv[first] : NULL, &edition, output);
}
