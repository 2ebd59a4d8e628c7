/* lead: the loop of a session at a console: poll, command, take, append, apply, show.
 * Owns the host of one sitting; promises that all that is due now comes before the next line, and that a resumed script
 * goes on behind the lines on record. Never opens or closes the room. */
#ifndef DESK_LEAD_H
#define DESK_LEAD_H

#include "desk/host.h"
#include "desk/player.h"
#include "desk/rehearsal.h"
#include "desk/watch.h"

struct lead {
	enum player_policy policy;      /* PLAYER_NONE: people play */
	struct rehearsal *part;         /* NULL: all of it */
	FILE *script;                   /* NULL: standard input */
	struct watch *watch;            /* the files it was made of, when they may be edited; NULL: it stays as it is */
	const struct room_setup *setup; /* what the room was opened with */
	bool plain, resumed;
};

/* Leads to the end, or until somebody leaves; false when it could not go on. */
bool lead_room(struct room *room, const struct lead *lead);

#endif
