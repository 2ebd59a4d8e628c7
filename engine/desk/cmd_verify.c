#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "exercise/record.h"

#include <stdio.h>

/* Every line: its place in the chain, its form, and that it folds. */
int cmd_verify(int argc, char **argv)
{
	static const char usage[] = "verify JOURNAL";
	struct record record;
	struct diags diags;
	int first, status = cmd_options_read(argc, argv, usage, (const struct option_row[]){{0}}, &first);
	if (status)
		return status > 0;
	if (argc - first != 1)
		return cmd_fault("usage: drill72 %s", usage);
	const char *journal = argv[first];
	diags_init(&diags);
	bool whole = record_open(&record, journal, false, &diags);
	cmd_fault_list(&diags);
	if (whole)
		printf("%s is whole: %d turn%s; head %s%s\n", journal, journal_lines(record.reader),
		       journal_lines(record.reader) == 1 ? "" : "s", journal_head(record.reader),
		       record.torn ? "; a torn last line stands behind them" : "");
	record_close(&record);
	diags_free(&diags);
	return whole ? 0 : 1;
}
