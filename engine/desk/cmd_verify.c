#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "exercise/record.h"

#include <stdio.h>

/* Every line: its place in the chain, its form, and that it folds. */
int cmd_verify(int argc, char **argv)
{
	struct record record;
	struct diags diags;
	if (argc != 2)
		return cmd_fault("usage: drill72 verify JOURNAL");
	diags_init(&diags);
	bool whole = record_open(&record, argv[1], false, &diags);
	cmd_fault_list(&diags);
	if (whole)
		printf("%s is whole: %d turns; head %s%s\n", argv[1], journal_lines(record.reader),
		       journal_head(record.reader), record.torn ? "; a torn last line stands behind them" : "");
	record_close(&record);
	diags_free(&diags);
	return whole ? 0 : 1;
}
