/* score: what a decision, a step, a deadline is worth; ratings and totals (pure).
 * Owns nothing; promises integer arithmetic from end to end, rounded once. Prices are tenths of a point.
 * Never writes an event: score prices, session writes. Figures: architecture, section 8. */
#ifndef EXERCISE_SCORE_H
#define EXERCISE_SCORE_H

#include "content/state.h"

enum { SCORE_TIMELINESS = 3, SCORE_COMMUNICATIONS, SCORE_ADHERENCE }; /* numbers of story_objectives */
enum { SCORE_UNPROVED = -10, SCORE_PROMISE = -10 }; /* what a notice says unproved; a next word not given in time */
enum { SCORE_IN_TIME = INT32_MIN + 1 };             /* for score_step: as good as done by its due */
enum score_rating { SCORE_P, SCORE_S, SCORE_M, SCORE_U }; /* performed; with some, with major challenges; unable */

/* Why the engine itself scored, or noted, as its events say it in a record. */
enum score_reason {
	SCORE_DONE_IN_TIME,
	SCORE_SET_ASIDE,
	SCORE_NEVER_DONE,
	SCORE_FILED_IN_TIME,
	SCORE_FILED_LATE,
	SCORE_NEVER_FILED,
	SCORE_LAW_MISSED,
	SCORE_UNNAMED,
	SCORE_SAID_FALSE,
	SCORE_SAID_UNPROVED,
	SCORE_SAID_EARLY,
	SCORE_WORD_LATE,
	SCORE_WORD_NEVER,
	SCORE_REASONS
};
extern const char *const score_reasons[];

struct score_range {
	int32_t lo[STORY_OBJECTIVES], hi[STORY_OBJECTIVES], weight[STORY_OBJECTIVES];
};

/* What can be earned, fixed at StartEx. */
struct score_range score_range(const struct world *world);

/* An option's tenths after confidence (scales losses: 0.5, 1, 1.5) and lateness (halves gains, toward zero). */
int32_t score_option(int32_t tenths, int confidence, bool late);

/* Whether a step or deadline counts: due before EndEx by the truth's moments (and a step is core, or played). */
bool score_counts_step(const struct world *world, int step);
bool score_counts_deadline(const struct world *world, int deadline);

/* When it is due for scoring: by the earlier of the logged moment and the truth. */
int32_t score_step_due(const struct state *state, int step);
int32_t score_deadline_due(const struct state *state, int deadline);

/* Tenths for a step completed or skipped at `at`, a deadline met at `at`; STATE_NEVER: never. */
int32_t score_step(const struct state *state, int step, int32_t at);
int32_t score_deadline(const struct state *state, int deadline, int32_t at);

/* Whether a deadline's time comes only after EndEx, or never: then never meeting it scores nothing. */
bool score_lies_beyond(const struct state *state, int deadline);

/* 0..100, rounded half up; `criticals` cap the grade alone. */
int score_total(const struct score_range *range, const int32_t earned[STORY_OBJECTIVES]);
char score_grade(int total, int criticals);
enum score_rating score_rate(const struct score_range *range, int objective, int32_t earned);

#endif
