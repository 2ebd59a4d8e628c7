#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/sweep.h"
#include "desk/sweep_answers.h"
#include "desk/sweep_told.h"

#include <stdio.h>

enum { COLUMNS = 100 };

struct sweeping { /* as it was asked for */
	struct shelf_choice choice;
	struct sweep_setup setup;
	const char *folder; /* for answers; NULL */
	bool json;
};

static bool write_answers(const struct sweeping *s, const struct jsn *model, struct text *out)
{
	const struct sweep_answers answers = {s->folder, s->choice.scenario, s->choice.playbook, !s->choice.extended};
	struct diags diags;
	diags_init(&diags);
	bool written = sweep_answers_write(&answers, model, out, &diags);
	cmd_fault_list(&diags);
	diags_free(&diags);
	return written;
}

static int tell(const struct sweeping *s, const struct jsn *model)
{
	struct text out = {0}, told = {0};
	bool written = !s->folder || write_answers(s, model, &told);
	if (s->json) {
		jsn_write(model, &out);
		text_add(&out, "\n");
	} else {
		sweep_told_add(model, COLUMNS, &out);
		if (told.len)
			text_addf(&out, "\n To play them:\n%s", told.data);
	}
	fputs(out.data, stdout);
	text_free(&out);
	text_free(&told);
	return written ? 0 : 1;
}

static int sweep(const struct sweeping *s)
{
	struct shelf_set set;
	struct diags diags;
	char why[ACT_WHY];
	diags_init(&diags);
	bool opened = shelf_open(&s->choice, &diags, &set);
	cmd_fault_list(&diags);
	diags_free(&diags);
	struct jsn *model = opened ? sweep_model(&set, &s->setup, why) : NULL;
	int status = model ? tell(s, model) : opened ? cmd_fault("%s", why) : 1;
	jsn_free(model);
	shelf_close(&set);
	return status;
}

int cmd_sweep(int argc, char **argv)
{
	static const char usage[] = "sweep SCENARIO [options]";
	struct sweeping s = {.setup = {.samples = 10000, .bounds = {.shard = 1, .shards = 1}}};
	int64_t seed = 1, steps = SWEEP_BOTH, states = 1000000;
	bool core = false;
	int first;
	const struct cmd_options_row rows[] = {
	    {"playbook", "NAME", "the playbook that is followed, by name or path", CMD_OPTIONS_TEXT, &s.choice.playbook,
	     NULL, 0},
	    {"steps", "HOW", "the playbook: both, followed, ignored", CMD_OPTIONS_CHOICE, &steps, sweep_steps, 0},
	    {"core", NULL, "leave the extra items out", CMD_OPTIONS_FLAG, &core, NULL, 0},
	    {"prompt", NULL, "every question is answered when it is asked", CMD_OPTIONS_FLAG, &s.setup.prompt, NULL, 0},
	    {"seed", "N", "what chance follows from", CMD_OPTIONS_NUMBER, &seed, NULL, 0},
	    {"max-states", "N", "at most so many; then paths by chance", CMD_OPTIONS_NUMBER, &states, NULL, 0},
	    {"samples", "N", "how many paths by chance, then", CMD_OPTIONS_NUMBER, &s.setup.samples, NULL, 0},
	    {"write", "FOLDER", "the best and worst path and each fault, for train --answers", CMD_OPTIONS_TEXT,
	     &s.folder, NULL, 0},
	    {"json", NULL, "the figures as JSON", CMD_OPTIONS_FLAG, &s.json, NULL, 0},
	    {0}};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 1)
		return cmd_fault("usage: drill72 %s", usage);
	s.choice.scenario = argv[first];
	s.choice.extended = !core;
	s.setup.seed = (uint64_t)seed;
	s.setup.steps = (enum sweep_steps)steps;
	s.setup.bounds.states = (size_t)states;
	return sweep(&s);
}
