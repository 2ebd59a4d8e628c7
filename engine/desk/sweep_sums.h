/* sweep_sums: what a graph adds up to: how many paths, what they score, and what each choice is worth.
 * Owns what it added up; promises exact counts, or says that they ran over, and the best and the worst path by their
 * choices: of several, the shortest, then the one whose answers come first. Never plays anything. */
#ifndef DESK_SWEEP_SUMS_H
#define DESK_SWEEP_SUMS_H

#include "desk/sweep_graph.h"
#include "desk/sweep_mean.h"
#include "exercise/score.h"

enum { SWEEP_TOTALS = 101, SWEEP_CRITICALS = 64 };

struct sweep_sums_path {
	struct sweep_play_choice *choices; /* NULL: there is no path */
	size_t n;
	scale_wide points; /* as in struct scale */
	int32_t earned[STORY_OBJECTIVES];
	int total;
};

struct sweep_sums_worth { /* of one way to answer a question, over the paths that go it */
	sweep_tally paths;
	struct sweep_mean_sum sum; /* of their points above the scale's `from` */
	int64_t mean;              /* millionths: of their totals, before they are rounded and cut to 0..100 */
	int best, worst;           /* totals */
};

struct sweep_sums {
	struct scale scale;
	sweep_tally paths, stuck;
	sweep_tally totals[SWEEP_TOTALS];       /* paths by their total */
	sweep_tally criticals[SWEEP_CRITICALS]; /* paths on which it happens */
	struct sweep_sums_path best, worst;
	struct sweep_sums_worth *worth; /* SWEEP_WAYS a question */
	size_t nworth;
	int64_t mean;  /* of the totals, millionths */
	bool overflow; /* of a count: nothing here holds */
};

void sweep_sums_make(struct sweep_sums *sums, const struct sweep_graph *graph, const struct world *world);
void sweep_sums_free(struct sweep_sums *sums);

#endif
