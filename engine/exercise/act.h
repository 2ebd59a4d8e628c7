/* act: what somebody does, or what falls due, and the events it leads to.
 * Owns nothing; promises that an act is either refused, in words, before its first event, or carried out whole.
 * Never changes anything but the scratch of the cascade it is given. */
#ifndef EXERCISE_ACT_H
#define EXERCISE_ACT_H

#include "exercise/agenda.h"
#include "exercise/cascade.h"

enum act_kind {
	ACT_START,
	ACT_DUE,
	ACT_STEP_TO,
	ACT_ROSTER,
	ACT_SPEAK,
	ACT_REVEAL,
	ACT_CHOOSE,
	ACT_DO,
	ACT_DONE,
	ACT_SKIP,
	ACT_ASSIGN,
	ACT_PHASE,
	ACT_SEVERITY,
	ACT_NOTE,
	ACT_CLAIM,
	ACT_VERIFY,
	ACT_WITHDRAW,
	ACT_DRAFT,
	ACT_APPROVE,
	ACT_PUBLISH,
	ACT_NOTIFY,
	ACT_MOMENT,
	ACT_CALL,
	ACT_PAUSE,
	ACT_UNPAUSE,
	ACT_UNDO,
	ACT_HOLD,
	ACT_GO,
	ACT_HINT,
	ACT_OBSERVE,
	ACT_RATE,
	ACT_INJECT,
	ACT_DEFER,
	ACT_EXTEND,
	ACT_END,
	ACT_AUDIT,
	ACT_IMPROVE,
	ACT_CLOSE,
	ACT_REJOIN,
	ACT_CLOCK_SET,
	ACT_KINDS
};

enum { ACT_REFS = 16, ACT_WHY = 512 };

struct act { /* slots as in struct event; all texts are borrowed */
	enum act_kind kind;
	int32_t t;              /* the scenario second it happens at */
	int32_t refs[ACT_REFS]; /* steps of ACT_DO; else refs[0] */
	int nrefs;
	int32_t other, value, at; /* at: STATE_NEVER = now */
	const char *text, *why, *who, *over;
	const struct statement *statements; /* ACT_DRAFT: a language each */
	size_t nstatements;
	int64_t talk;                    /* milliseconds of talk left now; EVENT_NO_TALK unless the clock is scaled */
	const struct event_start *start; /* ACT_START */
	struct agenda_item due;          /* ACT_DUE */
	const char *by, *cause;          /* for the turn */
	int32_t in;
};

/* Carries it out on the cascade's scratch; false with a sentence in `why` when it is refused. */
bool act_take(struct cascade *cascade, const struct act *act, char why[ACT_WHY]);

#endif
