#include "exercise/work.h"

static bool is(const struct state *state, int step, enum state_step status, int person)
{
	return state_get(state, STATE_STEP, step, STATE_STEP_STATUS) == (int32_t)status &&
	       state_get(state, STATE_STEP, step, STATE_STEP_PERSON) == person;
}

int work_current(const struct state *state, int person)
{
	for (int i = 0; i < (int)state->world->playbook->nsteps; i++)
		if (is(state, i, STATE_UNDER_WAY, person))
			return i;
	return NAMES_NONE;
}

static int32_t order(const struct state *state, int step)
{
	return state_get(state, STATE_STEP, step, STATE_STEP_ORDER);
}

int work_next(const struct state *state, int person)
{
	int next = NAMES_NONE;
	for (int i = 0; i < (int)state->world->playbook->nsteps; i++)
		if (is(state, i, STATE_IN_QUEUE, person) &&
		    (next == NAMES_NONE || order(state, i) < order(state, next)))
			next = i;
	return next;
}

int work_person(const struct state *state, int step)
{
	int person = state_get(state, STATE_STEP, step, STATE_STEP_PERSON);
	if (person != NAMES_NONE)
		return person;
	const char *owner = state->world->playbook->steps[step]->owner;
	return state_get(state, STATE_ROLE, names_find(&state->world->names, NAMES_ROLE, owner), 0);
}

bool work_settled(const struct state *state, int step)
{
	int32_t status = state_get(state, STATE_STEP, step, STATE_STEP_STATUS);
	return status == STATE_DONE || status == STATE_SKIPPED;
}

int work_missing(const struct state *state, int step)
{
	const struct shape_texts *needs = &state->world->playbook->steps[step]->needs;
	for (size_t i = 0; i < needs->n; i++) {
		int need = names_find(&state->world->names, NAMES_STEP, needs->v[i]);
		if (!work_settled(state, need))
			return need;
	}
	return NAMES_NONE;
}
