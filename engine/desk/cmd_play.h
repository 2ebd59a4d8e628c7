/* cmd_play: what play, train and resume share. */
#ifndef DESK_CMD_PLAY_H
#define DESK_CMD_PLAY_H

#include "desk/lead.h"

struct cmd_play {
	struct room_setup room;
	enum player_policy policy; /* PLAYER_NONE: people play */
	const char *answers;       /* a script; NULL: standard input */
	const char *resume;        /* a journal to go on with; NULL: a new one */
	const char *from, *only;   /* a part to rehearse, as typed; NULL: all of it */
	struct rehearsal part;     /* as read */
	const char *role;          /* train: whose questions; NULL: everybody's */
	int64_t minutes;           /* train: cut to so many; 0: to none */
	bool watch;                /* train: take in what is edited meanwhile */
	bool plain;
};

/* Plays to the end, or until somebody leaves. An exit status. */
int cmd_play_run(struct cmd_play *play);

#endif
