#include "content/state.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_FIELDS = 16 };

/* What each field of a group begins as. */
static const struct {
	enum names_kind rows; /* NAMES_KINDS: see fixed_rows */
	size_t fields, fixed_rows;
	int32_t initial[MOST_FIELDS];
} groups[STATE_GROUPS] = {
    [STATE_RUN] = {NAMES_KINDS,
                   STATE_RUN_FIELDS,
                   1,
                   {[STATE_PHASE] = NAMES_NONE,
                    [STATE_SEVERITY] = NAMES_NONE,
                    [STATE_SPEAKER] = NAMES_NONE,
                    [STATE_ENDED] = STATE_NEVER,
                    [STATE_CLOSED] = STATE_NEVER,
                    [STATE_TO] = STATE_NEVER}},
    [STATE_MOMENT] = {NAMES_KINDS, STATE_MOMENT_FIELDS, SHAPE_MOMENTS, {STATE_NEVER, STATE_NEVER}},
    [STATE_VAR] = {NAMES_VAR, 1, 0, {0}},
    [STATE_FACT] = {NAMES_FACT, STATE_FACT_FIELDS, 0, {0}},
    [STATE_ACTION] = {NAMES_ACTION, 1, 0, {STATE_NEVER}},
    [STATE_PAUSE] = {NAMES_PAUSE, STATE_PAUSE_FIELDS, 0, {0, STATE_NEVER}},
    [STATE_NOTICE] = {NAMES_NOTICE, STATE_NOTICE_FIELDS, 0, {0, STATE_NEVER, STATE_NEVER, STATE_NEVER, 0, 0}},
    [STATE_ITEM] = {NAMES_ITEM, STATE_ITEM_FIELDS, 0, {[STATE_ITEM_AT] = STATE_NEVER}},
    [STATE_DECISION] = {NAMES_DECISION,
                        STATE_DECISION_FIELDS,
                        0,
                        {[STATE_DECISION_OPENED] = STATE_NEVER,
                         [STATE_DECISION_OPTION] = NAMES_NONE,
                         [STATE_DECISION_ANSWERED] = STATE_NEVER,
                         [STATE_DECISION_LATE] = STATE_NEVER,
                         [STATE_DECISION_LANDS] = STATE_NEVER}},
    [STATE_DEADLINE] = {NAMES_DEADLINE, STATE_DEADLINE_FIELDS, 0, {STATE_NEVER, STATE_NEVER, STATE_NEVER}},
    [STATE_STEP] = {NAMES_STEP,
                    STATE_STEP_FIELDS,
                    0,
                    {[STATE_STEP_PERSON] = NAMES_NONE,
                     [STATE_STEP_FROM] = STATE_NEVER,
                     [STATE_STEP_UNTIL] = STATE_NEVER,
                     [STATE_STEP_DONE] = STATE_NEVER}},
    [STATE_ROLE] = {NAMES_ROLE, 1, 0, {0}},
    [STATE_PERSON] = {NAMES_KINDS, 1, STATE_PERSONS, {0}},
    [STATE_CRITICAL] = {NAMES_CRITICAL, 1, 0, {0}},
    [STATE_SCORE] = {NAMES_KINDS, 1, STORY_OBJECTIVES, {0}},
};

size_t state_rows(const struct world *world, enum state_group group)
{
	return groups[group].rows == NAMES_KINDS ? groups[group].fixed_rows : world->names.of[groups[group].rows].n;
}

static void fill(struct state *state, enum state_group group)
{
	for (int row = 0; row < (int)state_rows(state->world, group); row++)
		for (int field = 0; field < (int)groups[group].fields; field++)
			*state_cell(state, group, row, field) = groups[group].initial[field];
}

void state_init(struct state *state, const struct world *world)
{
	*state = (struct state){.world = world};
	for (int g = 0; g < STATE_GROUPS; g++) {
		state->fields[g] = groups[g].fields;
		state->count += state_rows(world, (enum state_group)g) * groups[g].fields;
		state->base[g + 1] = state->count;
	}
	state->cells = memory_zeroed(state->count, sizeof *state->cells);
	for (int g = 0; g < STATE_GROUPS; g++)
		fill(state, (enum state_group)g);
	for (int i = 0; i < (int)world->story->nvars; i++)
		*state_cell(state, STATE_VAR, i, 0) = world->story->vars[i].initial;
	for (int i = 0; i < (int)state_rows(world, STATE_ROLE); i++)
		*state_cell(state, STATE_ROLE, i, 0) = world_holder(world, i);
}

void state_free(struct state *state)
{
	free(state->cells);
	state->cells = NULL;
}

void state_copy(struct state *to, const struct state *from)
{
	memcpy(to->cells, from->cells, from->count * sizeof *from->cells);
}

void state_clone(struct state *to, const struct state *from)
{
	*to = *from;
	to->cells = memory_need(malloc(from->count * sizeof *from->cells));
	state_copy(to, from);
}
