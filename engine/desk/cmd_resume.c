#include "desk/cmd.h"
#include "desk/cmd_play.h"
#include "desk/options.h"

#include <string.h>

static bool newest(char path[SHELF_PATH])
{
	struct diags diags;
	struct text faults = {0};
	diags_init(&diags);
	bool found = shelf_newest(path, &diags);
	diags_render(&diags, &faults);
	fputs(faults.data ? faults.data : "", stderr);
	text_free(&faults);
	diags_free(&diags);
	return found;
}

int cmd_resume(int argc, char **argv)
{
	struct cmd_play play = {.policy = PLAYER_NONE};
	int64_t policy = PLAYER_NONE;
	char path[SHELF_PATH];
	int first;
	const struct options_row rows[] = {
	    {"answers", "FILE", "the script it was played with; goes on where it was", OPTIONS_TEXT, &play.answers,
	     NULL},
	    {"auto", "POLICY", "plays on by itself: best, worst, first, random", OPTIONS_CHOICE, &policy,
	     player_policies},
	    {"plain", NULL, "lines only: no colour, no editing", OPTIONS_FLAG, &play.plain, NULL},
	    {0}};
	int status = options_read(argc, argv, "resume [JOURNAL] [options]", rows, &first, stdout, stderr);
	if (status)
		return status > 0;
	if (first >= argc && !newest(path))
		return 1;
	play.resume = first < argc ? argv[first] : path;
	play.policy = (enum player_policy)policy;
	return cmd_play_run(&play);
}
