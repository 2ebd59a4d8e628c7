#include "base/hash.h"
#include "desk/cmd.h"
#include "desk/cmd_play.h"
#include "desk/options.h"

int cmd_train(int argc, char **argv)
{
	struct cmd_play play = {.policy = PLAYER_NONE, .room = {.clock = CLOCK_STEPPED, .speed = 1, .alone = true}};
	struct shelf_choice *choice = &play.room.choice;
	bool core = false;
	int64_t seed = -1;
	int first;
	const struct options_row rows[] = {
	    {"playbook", "NAME", "the team's own playbook, by name or path", OPTIONS_TEXT, &choice->playbook, NULL},
	    {"answers", "FILE", "lines to type, from a file", OPTIONS_TEXT, &play.answers, NULL},
	    {"seed", "N", "what chance follows from", OPTIONS_NUMBER, &seed, NULL},
	    {"core", NULL, "leave the extra items out", OPTIONS_FLAG, &core, NULL},
	    {"journal", "FILE", "where to record (never overwritten)", OPTIONS_TEXT, &play.room.journal, NULL},
	    {"lang", "LL", "the texts' language, where the scenario has it", OPTIONS_TEXT, &choice->lang, NULL},
	    {"plain", NULL, "lines only: no colour, no editing", OPTIONS_FLAG, &play.plain, NULL},
	    {0}};
	int status = options_read(argc, argv, "train SCENARIO [options]", rows, &first, stdout, stderr);
	if (status)
		return status > 0;
	choice->scenario = first < argc ? argv[first] : "ex-employee-export";
	choice->extended = !core;
	play.room.seed = seed < 0 ? hash_seed() : (uint64_t)seed;
	return cmd_play_run(&play);
}
