/* session: what is so in this drill or incident: the fold of its turns, and what an act would lead to.
 * Owns its state and ledger; borrows the world and the scenario's hooks. Promises that session_take leaves all as it
 * was (it borrows the ledger's end and cuts it off again), and that session_apply of the same turns gives the same
 * state, with or without Lua. Never knows a terminal, a file or a real clock. */
#ifndef EXERCISE_SESSION_H
#define EXERCISE_SESSION_H

#include "exercise/act.h"

struct session_past; /* what undo can go back to */

struct session {
	const struct world *world;
	struct scenario *scenario; /* NULL: fold only */
	struct hook_watch *watch;  /* as in struct hook */
	struct event_start start;
	struct state state;
	struct ledger *ledger;
	int32_t turns; /* applied so far */
	int32_t in;    /* of the last turn */
	int64_t talk;  /* of the last turn */
	int talked;    /* the decision whose talk has begun; NAMES_NONE */
	char *undone;  /* what was typed of the line that the last turn took back; else NULL */
	struct session_past *past;
};

/* A session over a world, before its first turn. */
struct session *session_new(const struct world *world, struct scenario *scenario, const struct event_start *start);
void session_free(struct session *session); /* NULL is fine */

/* What the act would lead to: a whole turn in `arena`, its talk as left afterwards (wall is the caller's to fill).
 * NULL with a sentence in `why` when it is refused. */
struct event_turn *session_take(const struct session *session, const struct act *act, struct arena *arena,
                                char why[ACT_WHY]);

/* Folds a turn. */
void session_apply(struct session *session, const struct event_turn *turn);

/* The same for a turn out of a journal. False with a reason in `why` when it can't have happened: the journal is
 * forged, and the session of no further use. */
bool session_replay(struct session *session, const struct event_turn *turn, char why[ACT_WHY]);

/* Tenths earned per objective, and how many critical failures. */
void session_earned(const struct session *session, int32_t earned[STORY_OBJECTIVES]);
int session_criticals(const struct session *session);

/* The name of whoever holds a role now. */
const char *session_holder(const struct session *session, int role);

bool session_ended(const struct session *session);
int32_t session_now(const struct session *session);

#endif
