#include "base/hash.h"
#include "desk/cmd.h"
#include "desk/cmd_play.h"
#include "desk/cmd_options.h"

int cmd_train(int argc, char **argv)
{
	struct cmd_play play = {.policy = PLAYER_NONE, .room = {.clock = CLOCK_STEPPED, .speed = 1, .alone = true}};
	struct shelf_choice *choice = &play.room.choice;
	bool core = false;
	int64_t seed = -1;
	int first;
	const struct option_row rows[] = {
	    {"playbook", "NAME", "the team's own playbook, by name or path", OPTION_TEXT, &choice->playbook, NULL, 0},
	    {"answers", "FILE", "lines to type, from a file", OPTION_TEXT, &play.answers, NULL, 0},
	    {"seed", "N", "what chance follows from", OPTION_NUMBER, &seed, NULL, 0},
	    {"minutes", "N", "cut to the time that you have", OPTION_NUMBER, &play.minutes, NULL, 0},
	    {"role", "ROLE", "cut to the questions of one role", OPTION_TEXT, &play.role, NULL, 0},
	    {"watch", NULL, "take in an edited scenario or playbook, and go on where you are", OPTION_FLAG, &play.watch,
	     NULL, 0},
	    {"core", NULL, "leave the extra items out", OPTION_FLAG, &core, NULL, 0},
	    {"journal", "FILE", "where to record (never overwritten)", OPTION_TEXT, &play.room.journal, NULL, 0},
	    {"lang", "LL", "the texts' language, where the scenario has it", OPTION_TEXT, &choice->lang, NULL, 0},
	    {"plain", NULL, "lines only: no colour, no editing", OPTION_FLAG, &play.plain, NULL, 0},
	    {0}};
	int status = cmd_options_read(argc, argv, "train SCENARIO [options]", rows, &first);
	if (status)
		return status > 0;
	choice->scenario = first < argc ? argv[first] : "ex-employee-export";
	choice->extended = !core;
	play.room.seed = seed < 0 ? hash_seed() : (uint64_t)seed;
	return cmd_play_run(&play);
}
