#include "desk/archive.h"
#include "desk/cmd.h"
#include "desk/cmd_play.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"

#include <string.h>

static bool newest(char path[SHELF_PATH])
{
	struct diags diags;
	diags_init(&diags);
	bool found = archive_newest(path, &diags);
	cmd_fault_list(&diags);
	diags_free(&diags);
	return found;
}

int cmd_resume(int argc, char **argv)
{
	struct cmd_play play = {.playing = playing_usual(false)};
	struct playing *how = &play.playing;
	char path[SHELF_PATH];
	int first;
	const struct option_row rows[] = {
	    {"answers", "FILE", "the script it was played with; goes on where it was", OPTION_TEXT, &how->answers, NULL,
	     0},
	    {"auto", "POLICY", "plays on by itself: best, worst, first, random", OPTION_CHOICE, &how->policy,
	     player_policies, 0},
	    {"plain", NULL, "lines only: no colour, no editing", OPTION_FLAG, &how->plain, NULL, 0},
	    {0}};
	int status = cmd_options_read(argc, argv, "resume [JOURNAL] [options]", rows, &first);
	if (status)
		return status > 0;
	if (first >= argc && !newest(path))
		return 1;
	play.resume = first < argc ? argv[first] : path;
	return cmd_play_run(&play);
}
