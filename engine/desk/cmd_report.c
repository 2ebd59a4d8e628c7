#include "desk/cmd.h"
#include "desk/options.h"
#include "desk/report.h"
#include "desk/shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
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
		fprintf(stderr, "drill72: %s can't be written: %s\n", path, strerror(errno));
	return good ? 0 : 1;
}

static int write_report(const struct record *record, bool names, const char *output)
{
	struct text text = {0};
	int status = 0;
	struct jsn *model = report_model(record, names);
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
	struct text faults = {0};
	char path[SHELF_PATH];
	diags_init(&diags);
	bool found = given || shelf_newest(path, &diags);
	bool opened = found && record_open(&record, given ? given : path, true, &diags);
	int status = opened ? write_report(&record, names, output) : 1;
	diags_render(&diags, &faults);
	fputs(faults.data ? faults.data : "", stderr);
	if (found)
		record_close(&record);
	text_free(&faults);
	diags_free(&diags);
	return status;
}

int cmd_report(int argc, char **argv)
{
	const char *format = "json", *output = NULL;
	bool names = false;
	char spelled_out[] = "--output"; /* -o, for those whose fingers know it */
	int first;
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "-o") == 0)
			argv[i] = spelled_out;
	const struct options_row rows[] = {
	    {"format", "json", "the after-action model, as README describes it", OPTIONS_TEXT, &format, NULL},
	    {"names", NULL, "people by name; without it by role", OPTIONS_FLAG, &names, NULL},
	    {"output", "FILE", "write there instead of to the terminal (-o FILE)", OPTIONS_TEXT, &output, NULL},
	    {0},
	};
	int status = options_read(argc, argv, "report [JOURNAL] [--format json]", rows, &first, stdout, stderr);
	if (status)
		return status > 0;
	if (strcmp(format, "json") != 0 || argc - first > 1) {
		fprintf(stderr, "usage: drill72 report [JOURNAL] [--format json] [--names] [--output FILE]\n");
		return 1;
	}
	return report_on(first < argc ? argv[first] : NULL, names, output);
}
