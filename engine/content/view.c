#include "content/view.h"

int view_current(const struct state *state)
{
	int current = NAMES_NONE;
	for (int i = 0; i < (int)state->world->story->ndecisions; i++)
		if (state_get(state, STATE_DECISION, i, STATE_DECISION_STATUS) == STATE_OPEN &&
		    (current == NAMES_NONE || state_get(state, STATE_DECISION, i, STATE_DECISION_ORDER) <
		                                  state_get(state, STATE_DECISION, current, STATE_DECISION_ORDER)))
			current = i;
	return current;
}

static bool settled(const struct state *state, int step)
{
	int32_t status = state_get(state, STATE_STEP, step, STATE_STEP_STATUS);
	return status == STATE_DONE || status == STATE_SKIPPED;
}

int view_phase(const struct state *state)
{
	const struct playbook *playbook = state->world->playbook;
	int phase = state_get(state, STATE_RUN, 0, STATE_PHASE);
	if (phase != NAMES_NONE)
		return phase;
	for (int i = 0; i < (int)playbook->nsteps; i++)
		if (!playbook->steps[i]->extra && !settled(state, i))
			return playbook->steps[i]->phase;
	return (int)playbook->phases.n - 1;
}

int32_t view_due(const struct state *state, int deadline, bool *provisional)
{
	int moment = state->world->deadlines[deadline].moment;
	int32_t at = state_get(state, STATE_MOMENT, moment, STATE_MOMENT_AT);
	*provisional = at == STATE_NEVER && moment == SHAPE_AWARE;
	if (*provisional)
		at = state_get(state, STATE_MOMENT, SHAPE_DETECTED, STATE_MOMENT_AT);
	return at == STATE_NEVER ? STATE_NEVER : world_due(state->world, deadline, at);
}
