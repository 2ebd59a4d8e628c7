#include "desk/cmd_play.h"

#include "base/hash.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/solo.h"
#include "desk/plan.h"

#include <errno.h>
#include <string.h>

enum { FASTEST = 10000 };

/* A part or a cut that is none is refused before there is a record of it. */
static bool ready(void *context, const struct shelf_set *set, struct diags *diags)
{
	struct cmd_play *play = context;
	bool part = play->from || play->only, cut = play->role || play->minutes > 0;
	if (play->room.alone)
		plan_practise(set->world);
	if (cut && !solo_make(set, play->role, play->minutes, diags))
		return false;
	return !part || rehearsal_read(set->world, play->from, play->only, &play->part, diags);
}

/* From the first reading on, so that no edit falls between reading and looking. */
static void look_after(struct watch *watch, struct shelf_choice *choice)
{
	choice->reads = watch_note;
	choice->context = watch;
	watch_begin(watch);
}

int cmd_play_run(struct cmd_play *play)
{
	struct room room;
	FILE *script = play->answers ? fopen(play->answers, "r") : NULL;
	if (play->answers && !script)
		return cmd_fault("%s: %s", play->answers, strerror(errno));
	if (script)
		setvbuf(script, NULL, _IONBF, 0); /* what is skipped here and read by the console is one stream */
	struct watch watch = {0};
	struct lead lead = {.policy = play->policy,
	                    .setup = &play->room,
	                    .watch = play->watch ? &watch : NULL,
	                    .part = play->from || play->only ? &play->part : NULL,
	                    .script = script,
	                    .plain = play->plain,
	                    .resumed = play->resume != NULL};
	play->room.ready = ready;
	play->room.context = play;
	if (play->watch)
		look_after(&watch, &play->room.choice);
	bool opened = play->resume ? room_resume(&room, play->resume) : room_open(&room, &play->room);
	watch_end(&watch, opened);
	if (opened && play->resume && play->policy == PLAYER_NONE && rehearsal_resume(&room, &play->part))
		lead.part = &play->part;
	cmd_fault_list(&room.diags);
	int status = opened && lead_room(&room, &lead) ? 0 : 1;
	watch_close(&watch);
	room_close(&room);
	if (script)
		fclose(script);
	return status;
}

int cmd_play(int argc, char **argv)
{
	struct cmd_play play = {.policy = PLAYER_NONE};
	struct shelf_choice *choice = &play.room.choice;
	int64_t policy = PLAYER_NONE, clock = -1, seed = -1, speed = 1;
	int first;
	const struct option_row rows[] = {
	    {"playbook", "NAME", "the team's own playbook, by name or path", OPTION_TEXT, &choice->playbook, NULL, 0},
	    {"auto", "POLICY", "plays by itself: best, worst, first, random", OPTION_CHOICE, &policy, player_policies,
	     0},
	    {"answers", "FILE", "lines to type, from a file", OPTION_TEXT, &play.answers, NULL, 0},
	    {"clock", "KIND", "scaled: a drill's; stepped: moves by next and wait", OPTION_CHOICE, &clock,
	     room_clocks + CLOCK_SCALED, 0},
	    {"seed", "N", "what chance follows from", OPTION_NUMBER, &seed, NULL, 0},
	    {"speed", "N", "times the pace", OPTION_NUMBER, &speed, NULL, 0},
	    {"extended", NULL, "the longer cut, with all extra items", OPTION_FLAG, &choice->extended, NULL, 0},
	    {"from", "TIME", "a rehearsal: by itself up to there (24h), then yours", OPTION_TEXT, &play.from, NULL, 0},
	    {"only", "INJECT", "a rehearsal: that message and what it opens, at once", OPTION_TEXT, &play.only, NULL,
	     0},
	    {"journal", "FILE", "where to record (never overwritten)", OPTION_TEXT, &play.room.journal, NULL, 0},
	    {"lang", "LL", "the texts' language, where the scenario has it", OPTION_TEXT, &choice->lang, NULL, 0},
	    {"plain", NULL, "lines only: no colour, no editing", OPTION_FLAG, &play.plain, NULL, 0},
	    {0}};
	int status = cmd_options_read(argc, argv, "play SCENARIO [options]", rows, &first);
	if (status)
		return status > 0;
	choice->scenario = first < argc ? argv[first] : "ex-employee-export";
	play.policy = (enum player_policy)policy;
	play.room.clock = clock >= 0              ? (enum clock_kind)(CLOCK_SCALED + clock)
	                  : policy == PLAYER_NONE ? CLOCK_SCALED
	                                          : CLOCK_STEPPED;
	play.room.seed = seed < 0 ? hash_seed() : (uint64_t)seed;
	play.room.speed = speed < 1 ? 1 : speed > FASTEST ? FASTEST : (int)speed;
	return cmd_play_run(&play);
}
