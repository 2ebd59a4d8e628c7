/* solo: a scenario for one person alone, cut to their role's questions and to the minutes they have.
 * Owns nothing; promises that it was played before it is offered: each of its questions comes, for all that is not in
 * it is decided as the best player would, so nothing that it leans on is missing.
 * Rule for the time: 150 words read a minute, one minute of thought a question; the questions that weigh most in the
 * score go first, those of the core before the rest. Never prints. */
#ifndef DESK_SOLO_H
#define DESK_SOLO_H

#include "content/share.h"
#include "desk/room.h"
#include "exercise/record.h"

/* Gives the world its share, for a role's id or NULL, and for minutes or 0. False after adding the fault. */
bool solo_make(const struct shelf_set *set, const char *role, int64_t minutes, struct diags *diags);

/* What is told of it at the start, and how long it takes. */
void solo_tell(const struct shelf_set *set, struct text *out);

/* The same on record, as the first turn after StartEx; told into `said`. Nothing without a share. */
void solo_note(struct room *room, struct text *said);

/* What the others do now: their open questions and, where `works`, their steps. It comes of itself, as what falls due
 * does. False when nothing is left to do. */
bool solo_act(const struct session *session, bool works, struct arena *arena, struct act *act);

/* Whether the others were at it when the record stopped: a line was typed that let time go on, and nothing has come to
 * the person since. */
bool solo_goes_on(const struct record *record);

/* Whether a question of the person's own is open. */
bool solo_asks(const struct session *session);

#endif
