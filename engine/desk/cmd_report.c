#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/layout.h"
#include "desk/report.h"
#include "desk/shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A report names what happened to people's data: its file is the owner's alone, as the journal is. */
static int write_to(const char *path, const struct text *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
	bool good = out && fwrite(text->data, 1, text->len, out) == text->len;
	if (out && fclose(out) != 0)
		good = false;
	if (!good)
		return cmd_fault("%s can't be written: %s", path, strerror(errno));
	return 0;
}

/* A record is never overwritten, by any name it may have. */
static bool same_file(const char *a, const char *b)
{
	struct stat x, y;
	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static int write_report(const struct record *record, bool names, const struct phrases *phrases, const char *output)
{
	struct text text = {0};
	int status = 0;
	struct jsn *model = report_model(record, names, phrases);
	jsn_write(model, &text);
	text_add(&text, "\n");
	if (output)
		status = write_to(output, &text);
	else if (fwrite(text.data, 1, text.len, stdout) != text.len || fflush(stdout) != 0)
		status = 1;
	jsn_free(model);
	text_free(&text);
	return status;
}

static int report_on(const char *given, bool names, const char *output)
{
	struct record record = {0};
	struct diags diags;
	char path[SHELF_PATH];
	diags_init(&diags);
	bool found = given || shelf_newest(path, &diags);
	const char *journal = given ? given : path;
	if (found && output && same_file(journal, output))
		diag_error(&diags, (struct diag_place){.file = output},
		           "is the record itself; a record is never overwritten");
	bool opened = found && !diags.errors && record_open(&record, journal, true, &diags);
	struct layout *layout = opened ? layout_open("en", &diags) : NULL;
	int status = layout ? write_report(&record, names, layout_phrases(layout), output) : 1;
	cmd_fault_list(&diags);
	if (found)
		record_close(&record);
	layout_free(layout);
	diags_free(&diags);
	return status;
}

int cmd_report(int argc, char **argv)
{
	static const char *const formats[] = {"json", NULL};
	const char *output = NULL;
	int64_t format = 0;
	bool names = false;
	int first;
	const struct cmd_options_row rows[] = {
	    {"format", "json", "the after-action model, as README describes it", CMD_OPTIONS_CHOICE, &format, formats,
	     0},
	    {"names", NULL, "people by name; without it by role", CMD_OPTIONS_FLAG, &names, NULL, 0},
	    {"output", "FILE", "write there instead of to the terminal (or -o FILE)", CMD_OPTIONS_TEXT, &output, NULL,
	     'o'},
	    {0},
	};
	int status = cmd_options_read(argc, argv, "report [JOURNAL] [--format json]", rows, &first);
	if (status)
		return status > 0;
	if (argc - first > 1) {
		return cmd_fault("usage: drill72 report [JOURNAL] [--format json] [--names] [--output FILE]");
	}
	return report_on(first < argc ? argv[first] : NULL, names, output);
}
