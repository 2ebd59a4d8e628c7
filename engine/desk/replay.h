/* replay: what was typed in one record, taken again in another room, whose story or playbook was edited since.
 * Owns nothing; promises that choices and steps are taken by id and time by the instant it went on to, so that a line
 * means what it meant; and that the first line which no longer fits ends it. Never shows anything. */
#ifndef DESK_REPLAY_H
#define DESK_REPLAY_H

#include "desk/room.h"

struct replay_misfit {
	int32_t line, t; /* which typed line, at which scenario second */
	char typed[120];
	char why[ACT_WHY];
	char where[200]; /* the question's path:line in the edited file; empty when the line is about none, or it is
	                    gone */
};

/* Takes the lines of `journal` in `room`, which has only begun. False with the line that does not fit, or with
 * misfit->line 0 after adding the fault to room->diags. */
bool replay_onto(const char *journal, struct room *room, struct replay_misfit *misfit);

#endif
