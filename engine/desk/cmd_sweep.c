#include "desk/cmd.h"
#include "desk/cmd_bar.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/sweep_answers.h"
#include "desk/cmd_jobs.h"
#include "desk/plan.h"
#include "desk/sweep_merge.h"
#include "desk/sweep_told.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { COLUMNS = 100, MOST = 1000000000, MERGING = 9 }; /* MERGING: the first row of what goes with --merge */

struct sweeping { /* as it was asked for */
	struct shelf_choice choice;
	struct sweep_setup setup;
	const char *folder; /* for answers; NULL */
	int64_t jobs;
	bool json;
};

/* What a function says as it fails, and what parts bring along, may hold anything. */
static int tell(const struct sweeping *s, const struct jsn *model)
{
	const struct sweep_answers answers = {s->folder, s->choice.scenario, s->choice.playbook, !s->choice.extended};
	struct text out = {0}, told = {0}, shown = {0};
	struct diags diags;
	diags_init(&diags);
	bool written = !s->folder || sweep_answers_write(&answers, model, &told, &diags);
	cmd_fault_list(&diags);
	sweep_told_add(model, COLUMNS, &out);
	if (told.len)
		text_addf(&out, "\n To play them:\n%s", told.data);
	if (s->json)
		jsn_write(model, &shown);
	else
		text_add_clean(&shown, out.data);
	printf("%s%s", shown.data, s->json ? "\n" : "");
	text_free(&out);
	text_free(&told);
	text_free(&shown);
	diags_free(&diags);
	return !written || !sweep_told_clean(model);
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
	if (!opened)
		return 1;
	plan_practise(set.world); /* what it finds is typed into train */
	struct jsn *model = cmd_jobs_model(&set, &s->setup, (int)s->jobs, why);
	if (s->setup.bounds.told)
		cmd_bar_wipe();
	int status = model ? tell(s, model) : cmd_fault("%s", why);
	jsn_free(model);
	shelf_close(&set);
	return status;
}

static int merge(const struct sweeping *s, size_t n, char **paths)
{
	struct diags diags;
	char why[SWEEP_MERGE_WHY] = "";
	diags_init(&diags);
	struct jsn *model = sweep_merge_files(paths, n, &diags, why);
	cmd_fault_list(&diags);
	int status = model ? tell(s, model) : *why ? cmd_fault("%s", why) : 1;
	jsn_free(model);
	diags_free(&diags);
	return status;
}

static bool read_shard(const char *text, struct sweep_graph_bounds *bounds)
{
	char end;
	return !text || (sscanf(text, "%d/%d%c", &bounds->shard, &bounds->shards, &end) == 2 && bounds->shard >= 1 &&
	                 bounds->shard <= bounds->shards && bounds->shards <= SWEEP_MERGE_PARTS);
}

static bool refuses(const char *option, long long n, long long most)
{
	return (n < 1 || n > most) && cmd_fault("--%s: %lld is not from 1 to %lld", option, n, most);
}

static bool has(char *const *argv, const char *option)
{
	while (*argv && strcmp(*argv, option) != 0)
		argv++;
	return *argv;
}

int cmd_sweep(int argc, char **argv)
{
	struct sweeping s = {.setup = {.samples = 10000, .bounds = {.shard = 1, .shards = 1}}, .jobs = 1};
	int64_t seed = 1, steps = SWEEP_BOTH, states = 1000000;
	struct cmd_bar bar = cmd_bar_begin();
	bool core = false, merges = has(argv, "--merge");
	const char *shard = NULL, *usage = merges ? "sweep --merge FILE... [--write FOLDER] [--json]"
	                                          : "sweep SCENARIO [options], or sweep --merge FILE...";
	int first;
	const struct option_row rows[] = {
	    {"playbook", "NAME", "the playbook that is followed", OPTION_TEXT, &s.choice.playbook, NULL, 0},
	    {"steps", "HOW", "the playbook: both, followed, ignored", OPTION_CHOICE, &steps, sweep_steps, 0},
	    {"core", NULL, "leave the extra items out", OPTION_FLAG, &core, NULL, 0},
	    {"prompt", NULL, "every question is answered when it is asked", OPTION_FLAG, &s.setup.prompt, NULL, 0},
	    {"seed", "N", "what chance follows from", OPTION_NUMBER, &seed, NULL, 0},
	    {"max-states", "N", "at most so many; then paths by chance", OPTION_NUMBER, &states, NULL, 0},
	    {"samples", "N", "how many paths by chance, then", OPTION_NUMBER, &s.setup.samples, NULL, 0},
	    {"jobs", "N", "in so many processes", OPTION_NUMBER, &s.jobs, NULL, 0},
	    {"shard", "I/N", "part I of N alone, to be put together with --merge", OPTION_TEXT, &shard, NULL, 0},
	    [MERGING] = {"write", "FOLDER", "the best and worst path, and faults, for train --answers", OPTION_TEXT,
	                 &s.folder, NULL, 0},
	    {"json", NULL, "the figures as JSON", OPTION_FLAG, &s.json, NULL, 0},
	    {"merge", NULL, "put parts together: the --json of each", OPTION_FLAG, &merges, NULL, 0},
	    {0}};
	int status = cmd_options_read(argc, argv, usage, merges ? rows + MERGING : rows, &first);
	if (status)
		return status > 0;
	if (argc == first || (!merges && argc - first != 1))
		return cmd_fault("usage: drill72 %s", usage);
	if (refuses("jobs", s.jobs, CMD_JOBS) || refuses("max-states", states, MOST) ||
	    refuses("samples", s.setup.samples, MOST))
		return 1;
	if (!read_shard(shard, &s.setup.bounds) || (shard && s.jobs > 1))
		return cmd_fault("--shard wants a part of a whole, such as 1/4, and goes without --jobs");
	s.choice.scenario = merges ? NULL : argv[first];
	s.choice.extended = !core;
	s.setup.seed = (uint64_t)seed;
	s.setup.steps = (enum sweep_steps)steps;
	s.setup.bounds.states = (size_t)states;
	s.setup.bounds.context = &bar;
	s.setup.bounds.told = isatty(STDERR_FILENO) && (!s.json || isatty(STDOUT_FILENO)) ? cmd_bar_show : NULL;
	return merges ? merge(&s, (size_t)(argc - first), argv + first) : sweep(&s);
}
