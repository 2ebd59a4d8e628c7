#include "desk/check.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/suite.h"

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

/* The tests beside one scenario, or those of a folder of them; whether all went as expected. */
static bool test_one(const char *path, const char *playbook)
{
	struct diags diags;
	struct text told = {0};
	diags_init(&diags);
	bool good = suite_run(path, playbook, &diags, &told);
	cmd_fault_list(&diags);
	fflush(stderr);
	fputs(told.data ? told.data : "", stdout);
	text_free(&told);
	diags_free(&diags);
	return good;
}

int cmd_check(int argc, char **argv)
{
	const char *playbook = NULL;
	bool tests = false;
	int first;
	const struct cmd_options_row rows[] = {
	    {"playbook", "FILE", "the playbook that scenarios, notices and facts are checked with", CMD_OPTIONS_TEXT,
	     &playbook, NULL, 0},
	    {"run-tests", NULL, "plays the tests of a scenario, or of a folder of them", CMD_OPTIONS_FLAG, &tests, NULL,
	     0},
	    {0},
	};
	int status = cmd_options_read(argc, argv, "check FILE...", rows, &first);
	if (status)
		return status > 0;
	if (first >= argc)
		return cmd_fault("usage: drill72 check FILE...");
	for (int i = first; i < argc; i++)
		if (tests ? !test_one(argv[i], playbook) : !check_one(argv[i], playbook, argc - first > 1))
			status = 1;
	return status;
}
