#include "desk/check.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"

#include <stdio.h>

/* Each file's findings and facts; whether it is free of faults. */
static bool check_one(const char *path, const char *playbook, bool several)
{
	struct diags diags;
	struct text facts = {0};
	diags_init(&diags);
	bool clean = check_file(path, playbook, &diags, &facts);
	cmd_fault_list(&diags);
	fflush(stderr);
	if (clean)
		printf("%s: no faults\n", path);
	else if (several)
		printf("%s: %zu fault%s\n", path, diags.errors, diags.errors == 1 ? "" : "s");
	fputs(facts.data ? facts.data : "", stdout);
	text_free(&facts);
	diags_free(&diags);
	return clean;
}

int cmd_check(int argc, char **argv)
{
	const char *playbook = NULL;
	int first;
	const struct cmd_options_row rows[] = {
	    {"playbook", "FILE", "the playbook that scenarios, notices and facts are checked with", CMD_OPTIONS_TEXT,
	     &playbook, NULL, 0},
	    {0},
	};
	int status = cmd_options_read(argc, argv, "check FILE...", rows, &first);
	if (status)
		return status > 0;
	if (first >= argc)
		return cmd_fault("usage: drill72 check FILE...");
	for (int i = first; i < argc; i++)
		if (!check_one(argv[i], playbook, argc - first > 1))
			status = 1;
	return status;
}
