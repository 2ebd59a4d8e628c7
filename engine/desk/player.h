/* player: the automatic player.
 * Owns nothing; promises the same acts for the same session, policy and seed; compares the terms of the total without
 * looking ahead. Never touches the session. */
#ifndef DESK_PLAYER_H
#define DESK_PLAYER_H

#include "exercise/session.h"

enum player_policy { PLAYER_BEST, PLAYER_WORST, PLAYER_FIRST, PLAYER_RANDOM, PLAYER_NONE };

extern const char *const player_policies[]; /* their names, NULL */

/* What to do now, `cause` as a person would have typed it; false when there is nothing to do before the clock moves on:
 * open decisions oldest first, every doable step of the current phase in due order (worst: none), the audit's n. */
bool player_act(const struct session *session, enum player_policy policy, struct arena *arena, struct act *act);

/* Of that, an answer to one open decision; and the steps, false when none is doable. */
void player_answer(const struct session *session, int decision, enum player_policy policy, struct arena *arena,
                   struct act *act);
bool player_work(const struct session *session, struct arena *arena, struct act *act);

#endif
