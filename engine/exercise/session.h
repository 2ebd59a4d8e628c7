/* session: what is so in this drill or incident: the fold of its events, and what an input would lead to.
 * Owns its state and ledger; borrows the world and the scenario's hooks. Promises that session_take changes nothing, that
 * session_apply of the same turns gives the same state, with or without Lua, and that what it refuses is said in words.
 * Never knows a terminal, a file or a real clock. */
#ifndef EXERCISE_SESSION_H
#define EXERCISE_SESSION_H

#include "content/scenario.h"
#include "exercise/agenda.h"
#include "exercise/event.h"
#include "exercise/ledger.h"

enum session_act {
	SESSION_START, SESSION_DUE, SESSION_STEP_TO, SESSION_ROSTER, SESSION_SPEAK, SESSION_REVEAL, SESSION_CHOOSE,
	SESSION_DO, SESSION_DONE, SESSION_SKIP, SESSION_ASSIGN, SESSION_PHASE, SESSION_SEVERITY, SESSION_NOTE, SESSION_CLAIM,
	SESSION_VERIFY, SESSION_NOTIFY, SESSION_MOMENT, SESSION_CALL, SESSION_PAUSE, SESSION_UNPAUSE, SESSION_UNDO,
	SESSION_HOLD, SESSION_GO, SESSION_HINT, SESSION_OBSERVE, SESSION_RATE, SESSION_INJECT, SESSION_DEFER,
	SESSION_EXTEND, SESSION_END, SESSION_AUDIT, SESSION_IMPROVE, SESSION_CLOSE, SESSION_REJOIN, SESSION_CLOCK_SET,
	SESSION_ACTS
};

enum { SESSION_REFS = 16 };

struct session_input { /* slots as in struct event; all texts are borrowed */
	enum session_act act;
	int32_t t;                  /* the scenario second it happens at */
	int32_t refs[SESSION_REFS]; /* steps of SESSION_DO; else refs[0] */
	int nrefs;
	int32_t other, value, at; /* at: STATE_NEVER = now */
	const char *text, *why, *who;
	int64_t talk;               /* milliseconds of talk left now; EVENT_NO_TALK unless the clock is scaled */
	const struct jsn *data;     /* SESSION_START */
	struct agenda_item due;      /* SESSION_DUE */
	const char *by, *cause;      /* for the turn */
	int32_t in;
};

struct session {
	const struct world *world;
	struct scenario *scenario; /* NULL: fold only */
	struct event_start start;
	struct state state;
	struct ledger *ledger;
	int32_t turns;   /* applied so far */
	int32_t in;      /* of the last turn */
	int64_t talk;    /* of the last turn */
	int talked;      /* the decision whose talk has begun; NAMES_NONE */
	struct session_past *past; /* what undo can go back to */
};

/* A session over a world, before its first turn. */
struct session *session_new(const struct world *world, struct scenario *scenario, const struct event_start *start);
void session_free(struct session *session);

/* What the input would lead to: a whole turn in `arena`, its talk as left afterwards (wall is the caller's to fill).
 * NULL with a sentence in `why` when it is refused. */
struct turn *session_take(const struct session *session, const struct session_input *input, struct arena *arena,
                          char why[256]);

/* Folds a turn. */
void session_apply(struct session *session, const struct turn *turn);

/* Tenths earned per objective, and how many critical failures. */
void session_earned(const struct session *session, int32_t earned[STORY_OBJECTIVES]);
int session_criticals(const struct session *session);

/* The turn that undo would take back, 0 when there is none (why in words). */
int32_t session_undoable(const struct session *session, char why[256]);

/* Who holds a role now, and whether they are busy, until when (STATE_NEVER: free). */
const char *session_holder(const struct session *session, int role);
int32_t session_busy(const struct session *session, int person);

#endif
