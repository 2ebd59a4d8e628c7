/* sweep_sample: paths by chance, where there are too many states to expand.
 * Owns the choices of the best and the worst it met; promises the same paths for the same seed, each choice as likely
 * as its neighbours. Never speaks for the paths that it did not play. */
#ifndef DESK_SWEEP_SAMPLE_H
#define DESK_SWEEP_SAMPLE_H

#include "desk/sweep_sums.h"

struct sweep_sample {
	int64_t paths, stuck;
	sweep_tally totals[SWEEP_TOTALS];
	int64_t mean;                               /* of the totals, millionths */
	struct sweep_sums_path best, worst, faulty; /* faulty: the shortest that a function failed on, or that stuck */
	char fault[ACT_WHY];                        /* what went wrong there */
};

/* Plays `n` of them; what they reach is seen by `play`. */
void sweep_sample_take(struct sweep_sample *sample, struct sweep_play *play, int64_t n, uint64_t seed);
void sweep_sample_free(struct sweep_sample *sample);

#endif
