#include "exercise/promise.h"

bool promise_share(const struct world *world, int one, int other)
{
	return vocabulary_share(vocabulary_notice(world->vocabulary, one), vocabulary_notice(world->vocabulary, other));
}

int32_t promise_open(const struct state *state, int *notice)
{
	int32_t promised = STATE_NEVER;
	for (int i = 0; i < (int)state_rows(state->world, STATE_NOTICE); i++) {
		int32_t next = state_get(state, STATE_NOTICE, i, STATE_NOTICE_NEXT);
		if (next == STATE_NEVER || (promised != STATE_NEVER && promised <= next))
			continue;
		promised = next;
		if (notice)
			*notice = i;
	}
	return promised;
}

/* What its text says: counted from the draft; a kind that promises nothing itself leaves an open promise as it is. */
int32_t promise_next(const struct state *state, int notice)
{
	const struct playbook_comms *row =
	    world_comms(state->world, names_id(&state->world->names, NAMES_NOTICE, notice));
	int32_t promised = STATE_NEVER;
	if (row && row->next_update != SHAPE_UNSET)
		return state_get(state, STATE_NOTICE, notice, STATE_NOTICE_DRAFTED) + row->next_update;
	for (int i = 0; i < (int)state_rows(state->world, STATE_NOTICE); i++)
		if (promise_share(state->world, notice, i) &&
		    state_get(state, STATE_NOTICE, i, STATE_NOTICE_NEXT) > state_get(state, STATE_RUN, 0, STATE_NOW))
			promised = state_get(state, STATE_NOTICE, i, STATE_NOTICE_NEXT);
	return promised;
}
