/* cmd_play: what play, train and resume share. */
#ifndef DESK_CMD_PLAY_H
#define DESK_CMD_PLAY_H

#include "desk/lead.h"
#include "desk/playing.h"

struct cmd_play {
	struct playing playing;
	struct room_setup room;
	const char *resume;    /* a journal to go on with; NULL: a new one */
	struct rehearsal part; /* as read, or on record */
};

/* Reads the command line of `play` or, alone, `train`, and plays. An exit status. */
int cmd_play_as(int argc, char **argv, const char *usage, bool alone);

/* Plays to the end, or until somebody leaves. An exit status. */
int cmd_play_run(struct cmd_play *play);

#endif
