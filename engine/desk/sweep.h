/* sweep: every choice that a scenario offers, with the playbook followed and ignored, as one model (a JSON tree).
 * Owns nothing but what it returns; promises figures over all paths, or says what they lack, and lines for `train
 * --answers` that come to what it tells. Never prints. */
#ifndef DESK_SWEEP_H
#define DESK_SWEEP_H

#include "base/jsn.h"
#include "desk/shelf.h"
#include "desk/sweep_sums.h"

enum sweep_steps { SWEEP_BOTH, SWEEP_FOLLOWED, SWEEP_IGNORED };
extern const char *const sweep_steps[]; /* their names, NULL */

struct sweep_setup {
	uint64_t seed;
	enum sweep_steps steps;
	bool prompt;     /* every question is answered when it is asked */
	int64_t samples; /* paths by chance, where the states are too many; like bounds.states for all parts together */
	struct sweep_graph_bounds bounds;
};

/* Plays every path. NULL with a reason in `why` when the story does not fit. The caller owns the model. */
struct jsn *sweep_model(const struct shelf_set *set, const struct sweep_setup *setup, char why[ACT_WHY]);

#endif
