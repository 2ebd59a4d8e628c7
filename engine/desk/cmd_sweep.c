#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/sweep.h"
#include "desk/sweep_told.h"

#include <stdio.h>

enum { COLUMNS = 100 };

static int tell(const struct jsn *model, bool json)
{
	struct text out = {0};
	if (json)
		jsn_write(model, &out);
	else
		sweep_told_add(model, COLUMNS, &out);
	if (json)
		text_add(&out, "\n");
	fputs(out.data, stdout);
	text_free(&out);
	return 0;
}

static int sweep(const struct shelf_choice *choice, const struct sweep_setup *setup, bool json)
{
	struct shelf_set set;
	struct diags diags;
	char why[ACT_WHY];
	diags_init(&diags);
	bool opened = shelf_open(choice, &diags, &set);
	cmd_fault_list(&diags);
	diags_free(&diags);
	struct jsn *model = opened ? sweep_model(&set, setup, why) : NULL;
	int status = model ? tell(model, json) : opened ? cmd_fault("%s", why) : 1;
	jsn_free(model);
	shelf_close(&set);
	return status;
}

int cmd_sweep(int argc, char **argv)
{
	struct shelf_choice choice = {0};
	int64_t seed = 1, steps = SWEEP_BOTH, states = 1000000;
	bool core = false, prompt = false, json = false;
	int first;
	const struct cmd_options_row rows[] = {
	    {"playbook", "NAME", "the playbook that is followed, by name or path", CMD_OPTIONS_TEXT, &choice.playbook,
	     NULL, 0},
	    {"steps", "HOW", "the playbook followed, ignored, or both", CMD_OPTIONS_CHOICE, &steps, sweep_steps, 0},
	    {"core", NULL, "leave the extra items out", CMD_OPTIONS_FLAG, &core, NULL, 0},
	    {"prompt", NULL, "every question is answered when it is asked", CMD_OPTIONS_FLAG, &prompt, NULL, 0},
	    {"seed", "N", "what chance follows from", CMD_OPTIONS_NUMBER, &seed, NULL, 0},
	    {"max-states", "N", "stop there, and say so", CMD_OPTIONS_NUMBER, &states, NULL, 0},
	    {"json", NULL, "the figures as JSON", CMD_OPTIONS_FLAG, &json, NULL, 0},
	    {0}};
	int status = cmd_options_read(argc, argv, "sweep SCENARIO [options]", rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 1)
		return cmd_fault("usage: drill72 sweep SCENARIO [options]");
	choice.scenario = argv[first];
	choice.extended = !core;
	const struct sweep_setup setup = {.seed = (uint64_t)seed,
	                                  .steps = (enum sweep_steps)steps,
	                                  .prompt = prompt,
	                                  .bounds = {.states = (size_t)states, .shard = 1, .shards = 1}};
	return sweep(&choice, &setup, json);
}
