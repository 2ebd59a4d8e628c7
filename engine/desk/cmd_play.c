#include "desk/cmd_play.h"

#include "base/hash.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"

#include <errno.h>
#include <string.h>

enum { FASTEST = 10000 };

static bool is_part(const struct playing *playing)
{
	return playing->from || playing->only;
}

/* A part or a cut that is none is refused before there is a record of it. */
static bool ready(void *context, const struct shelf_set *set, struct diags *diags)
{
	struct cmd_play *play = context;
	const struct playing *how = &play->playing;
	return playing_prepare(how, set, diags) &&
	       (!is_part(how) || rehearsal_read(set->world, how->from, how->only, &play->part, diags));
}

/* From the first reading on, so that no edit falls between reading and looking. */
static void look_after(struct watch *watch, struct shelf_choice *choice)
{
	choice->reads = watch_note;
	choice->context = watch;
	watch_begin(watch);
}

static int play_script(struct cmd_play *play, FILE *script)
{
	struct room room;
	struct watch watch = {0};
	const struct playing *how = &play->playing;
	struct lead lead = {.policy = (enum player_policy)how->policy,
	                    .setup = &play->room,
	                    .watch = how->watch ? &watch : NULL,
	                    .part = is_part(how) ? &play->part : NULL,
	                    .script = script,
	                    .plain = how->plain,
	                    .resumed = play->resume != NULL};
	play->room.ready = ready;
	play->room.context = play;
	if (how->watch)
		look_after(&watch, &play->room.choice);
	bool opened = play->resume ? room_resume(&room, play->resume) : room_open(&room, &play->room);
	watch_end(&watch, opened);
	if (opened && play->resume && lead.policy == PLAYER_NONE && rehearsal_resume(&room, &play->part))
		lead.part = &play->part;
	cmd_fault_list(&room.diags);
	int status = opened && lead_room(&room, &lead) ? 0 : 1;
	watch_close(&watch);
	room_close(&room);
	return status;
}

int cmd_play_run(struct cmd_play *play)
{
	const char *answers = play->playing.answers;
	FILE *script = answers ? fopen(answers, "r") : NULL;
	if (answers && !script)
		return cmd_fault("%s: %s", answers, strerror(errno));
	if (script)
		setvbuf(script, NULL, _IONBF, 0); /* what is skipped here and read by the console is one stream */
	int status = play_script(play, script);
	if (script)
		fclose(script);
	return status;
}

int cmd_play_as(int argc, char **argv, const char *usage, bool alone)
{
	struct cmd_play play = {.playing = playing_usual(alone)};
	struct playing *how = &play.playing;
	struct option_row rows[OPTION_MOST];
	int first;
	playing_rows(how, false, rows);
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	const char *wrong = playing_wrong(how, false);
	if (wrong)
		return cmd_fault("%s", wrong);
	how->scenario = first < argc ? argv[first] : "ex-employee-export";
	play.room = (struct room_setup){.choice = playing_choice(how),
	                                .journal = how->journal,
	                                .clock = playing_clock(how),
	                                .speed = how->speed < 1         ? 1
	                                         : how->speed > FASTEST ? FASTEST
	                                                                : (int)how->speed,
	                                .seed = how->seed < 0 ? hash_seed() : (uint64_t)how->seed,
	                                .alone = alone};
	return cmd_play_run(&play);
}

int cmd_play(int argc, char **argv)
{
	return cmd_play_as(argc, argv, "play SCENARIO [options]", false);
}
