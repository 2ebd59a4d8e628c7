/* account: what each source (a decision, a step, a deadline, a reaction) earned or lost, on one scale.
 * Owns nothing but what an arena holds; promises one unit for all: thousandths of a point of the total.
 * Never prices: it reads what was scored. */
#ifndef DESK_ACCOUNT_H
#define DESK_ACCOUNT_H

#include "exercise/score.h"
#include "exercise/session.h"

struct account {
	const struct session *session;
	struct arena *arena;
	struct score_range range;
	int64_t weights; /* of the dimensions that count */
	const struct ledger_entry **scores;
	size_t nscores;
};

/* The account of a session as it stands; `arena` must outlive it. */
struct account account_open(const struct session *session, struct arena *arena);

/* What tenths of a dimension are worth in the total. */
int64_t account_worth(const struct account *account, int objective, int32_t tenths);

/* What `source` earned ("step:copy-logs", "on:wipe-device", "decision:the-count."; with a full stop at its end it
 * means whatever begins so), added to `earned` in tenths (may be NULL). Returns its worth. */
int64_t account_earned(const struct account *account, const char *source, int32_t earned[STORY_OBJECTIVES]);

/* The same for a decision: its option and its lateness together. */
int64_t account_decision(const struct account *account, int decision, int32_t earned[STORY_OBJECTIVES]);

/* What an option is worth as declared; the number of a decision's most valuable one. */
int64_t account_option(const struct account *account, int decision, int option);
int account_best(const struct account *account, int decision);

/* What a clock runs from: the earlier of a moment as logged and as the scenario's truth has it; until EndEx, when
 * nobody is told the truth, as logged. And when a deadline falls by it. STATE_NEVER: neither. */
int32_t account_moment(const struct session *session, int moment);
int32_t account_due(const struct session *session, int deadline);

#endif
