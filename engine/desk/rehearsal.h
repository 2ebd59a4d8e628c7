/* rehearsal: a part of a drill, tried before the day: from an hour on, or one message and what it opens.
 * Owns nothing; promises that what comes before the part was played on record, as the best player would, and that the
 * clock stands meanwhile. Never shows anything: its turns are the caller's to tell. */
#ifndef DESK_REHEARSAL_H
#define DESK_REHEARSAL_H

#include "desk/room.h"

struct rehearsal {
	int32_t from;   /* the scenario second from which people play */
	int item;       /* the message it is about; NAMES_NONE: all that comes */
	bool timed;     /* the message has an hour of its own; else it comes at T+0 */
	char said[160]; /* of it in the record: the note's own words */
	char asked[96]; /* and for what it was noted: "--from 24h" */
	bool noted, there;
};

/* `from` as typed ("24h") or NULL, `only` a message's id or NULL: one of them is given. False after adding the fault.
 */
bool rehearsal_read(const struct world *world, const char *from, const char *only, struct rehearsal *out,
                    struct diags *diags);

/* The part that a resumed room's record was begun for, and how far it has come. False when there is none, or people
 * have it by now. */
bool rehearsal_resume(const struct room *room, struct rehearsal *out);

/* The next turn on the way to the part. NULL when it is reached, or with a sentence in `why` when it can't be; with an
 * empty `why` and errors in room->diags the journal failed. rehearsal->there: the turn is the part's own. */
const struct event_turn *rehearsal_turn(struct rehearsal *rehearsal, struct room *room, char why[ACT_WHY]);

/* Whether the one message and what it opened are done with. */
bool rehearsal_over(const struct rehearsal *rehearsal, const struct room *room);

#endif
