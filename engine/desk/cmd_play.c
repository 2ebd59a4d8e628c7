#include "desk/cmd_play.h"

#include "base/hash.h"
#include "desk/cmd.h"
#include "desk/host.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"

#include <errno.h>
#include <string.h>

enum { FASTEST = 10000 };

/* Under a scaled clock the automatic player lets a tenth of the talk pass before it answers. */
static bool still_talking(const struct room *room)
{
	int decision = view_current(&room->session->state);
	return room->clock.kind == CLOCK_SCALED && decision != NAMES_NONE &&
	       room->clock.talk_ms > room->set.world->story->decisions[decision].discuss * (int64_t)900;
}

static bool player_moves(struct host *host, enum player_policy policy)
{
	struct room *room = host->room;
	char why[ACT_WHY] = "";
	struct act act;
	if (policy == PLAYER_NONE || still_talking(room))
		return false;
	struct arena *arena = arena_new();
	bool acts = player_act(room->session, policy, arena, &act);
	bool steps = !acts && room->clock.kind == CLOCK_STEPPED;
	if (acts)
		host_show(host, room_take(room, &act, why), why);
	else if (steps)
		host_show(host, room_step(room, STATE_NEVER, "facilitator", "next", why), why);
	arena_free(arena);
	return acts || steps;
}

/* Everything due now comes before the next line. */
static void show_due(struct host *host)
{
	char why[ACT_WHY];
	const struct event_turn *turn;
	while (!host->leaving && !host->room->waiting && host->stage != HOST_OPENING) {
		turn = room_due(host->room, why);
		if (!turn && !*why && !host->room->diags.errors)
			return;
		host_show(host, turn, why);
		if (!turn && *why) /* what falls due is refused only when the story is at fault: it would be so again */
			host->leaving = host->failed = true;
	}
}

/* The loop: poll -> command -> take -> append -> apply -> show. */
static void lead(struct host *host, enum player_policy policy)
{
	const char *line;
	while (!host->leaving && host->stage != HOST_DONE) {
		show_due(host);
		host_advance(host);
		if (host->leaving || host->stage == HOST_DONE || player_moves(host, policy))
			continue;
		host_prompt(host);
		enum console_event event = console_poll(host->console, host_timeout(host), &line);
		if (event == CONSOLE_LINE)
			host_line(host, line);
		else
			host_notice(host, event);
	}
}

/* A script that was played before goes on behind the lines that the journal has consumed. */
static void skip_lines(FILE *script, int32_t lines)
{
	for (int c = 0; script && lines > 0 && c != EOF;) {
		c = getc(script);
		lines -= c == '\n';
	}
}

static int play_room(const struct cmd_play *play, struct room *room, FILE *script)
{
	struct host host;
	if (play->resume)
		skip_lines(script, room->in);
	host_open(&host, room,
	          &(struct host_setup){.script = script,
	                               .plain = play->plain,
	                               .alone = room->session->start.feedback,
	                               .resumed = play->resume != NULL,
	                               .automatic = play->policy != PLAYER_NONE});
	lead(&host, play->policy);
	host_close(&host);
	return host.failed ? 1 : 0;
}

int cmd_play_run(const struct cmd_play *play)
{
	struct room room;
	FILE *script = play->answers ? fopen(play->answers, "r") : NULL;
	if (play->answers && !script)
		return cmd_fault("%s: %s", play->answers, strerror(errno));
	if (script)
		setvbuf(script, NULL, _IONBF, 0); /* what is skipped here and read by the console is one stream */
	bool opened = play->resume ? room_resume(&room, play->resume) : room_open(&room, &play->room);
	cmd_fault_list(&room.diags);
	int status = opened ? play_room(play, &room, script) : 1;
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
	const struct cmd_options_row rows[] = {
	    {"playbook", "NAME", "the team's own playbook, by name or path", CMD_OPTIONS_TEXT, &choice->playbook, NULL,
	     0},
	    {"auto", "POLICY", "plays by itself: best, worst, first, random", CMD_OPTIONS_CHOICE, &policy,
	     player_policies, 0},
	    {"answers", "FILE", "lines to type, from a file", CMD_OPTIONS_TEXT, &play.answers, NULL, 0},
	    {"clock", "KIND", "scaled: a drill's; stepped: moves by next and wait", CMD_OPTIONS_CHOICE, &clock,
	     room_clocks + CLOCK_SCALED, 0},
	    {"seed", "N", "what chance follows from", CMD_OPTIONS_NUMBER, &seed, NULL, 0},
	    {"speed", "N", "times the pace", CMD_OPTIONS_NUMBER, &speed, NULL, 0},
	    {"extended", NULL, "the longer cut, with all extra items", CMD_OPTIONS_FLAG, &choice->extended, NULL, 0},
	    {"journal", "FILE", "where to record (never overwritten)", CMD_OPTIONS_TEXT, &play.room.journal, NULL, 0},
	    {"lang", "LL", "the texts' language, where the scenario has it", CMD_OPTIONS_TEXT, &choice->lang, NULL, 0},
	    {"plain", NULL, "lines only: no colour, no editing", CMD_OPTIONS_FLAG, &play.plain, NULL, 0},
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
