/* cut: a scenario cut to one role's questions, and to the minutes that one person has.
 * Owns nothing; promises that the cut was played before it is offered: each of its questions comes, for all that is
 * not in it is decided as the best player would, so nothing that it leans on is missing.
 * Rule for the time: 150 words read a minute, one minute of thought a question; the questions that weigh most in the
 * score go first, those of the core before the rest. Never prints. */
#ifndef DESK_CUT_H
#define DESK_CUT_H

#include "content/share.h"
#include "desk/shelf.h"
#include "exercise/session.h"

/* Gives the world its share, for a role's id or NULL, and for minutes or 0. False after adding the fault. */
bool cut_make(const struct shelf_set *set, const char *role, int64_t minutes, struct diags *diags);

/* How long it takes, in minutes, and what is told of it at the start. */
void cut_tell(const struct shelf_set *set, struct text *out);

/* What the others do now: their open questions and, where `works`, their steps. False when nothing is left to do. */
bool cut_act(const struct session *session, bool works, struct arena *arena, struct act *act);

/* Whether a question of the person's own is open. */
bool cut_asks(const struct session *session);

#endif
