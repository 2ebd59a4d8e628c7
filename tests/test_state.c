#include "check.h"
#include "tiny.h"
#include "told.h"

#include "content/state.h"
#include "content/view.h"

static struct world *world_here(struct told *told)
{
	struct world *world = tiny_world(false, &told->diags);

	assert_non_null(world);
	return world;
}

static void everything_begins_unset(void **state)
{
	struct world *world = world_here(*state);
	struct state s;

	state_init(&s, world);
	assert_int_equal(state_get(&s, STATE_RUN, 0, STATE_NOW), 0);
	assert_int_equal(state_get(&s, STATE_RUN, 0, STATE_PHASE), NAMES_NONE);
	assert_int_equal(state_get(&s, STATE_RUN, 0, STATE_ENDED), STATE_NEVER);
	assert_int_equal(state_get(&s, STATE_MOMENT, 2, STATE_MOMENT_AT), STATE_NEVER);
	assert_int_equal(state_get(&s, STATE_ACTION, 0, 0), STATE_NEVER);
	assert_int_equal(state_get(&s, STATE_ITEM, 0, STATE_ITEM_STATUS), STATE_WAITING);
	assert_int_equal(state_get(&s, STATE_ITEM, 0, STATE_ITEM_AT), STATE_NEVER);
	assert_int_equal(state_get(&s, STATE_DECISION, 0, STATE_DECISION_OPTION), NAMES_NONE);
	assert_int_equal(state_get(&s, STATE_DECISION, 0, STATE_DECISION_LANDS), STATE_NEVER);
	assert_int_equal(state_get(&s, STATE_STEP, 2, STATE_STEP_PERSON), NAMES_NONE);
	assert_int_equal(state_get(&s, STATE_DEADLINE, 1, STATE_DEADLINE_NOTIFIED), STATE_NEVER);
	state_free(&s);
	world_free(world);
}

static void variables_and_roles_begin_as_declared(void **state)
{
	struct world *world = world_here(*state);
	struct state s;

	state_init(&s, world);
	assert_int_equal(state_get(&s, STATE_VAR, 0, 0), 1);
	assert_int_equal(state_get(&s, STATE_VAR, 2, 0), 0);
	for (int i = 0; i < (int)state_rows(world, STATE_ROLE); i++)
		assert_int_equal(state_get(&s, STATE_ROLE, i, 0), world_holder(world, i));
	state_free(&s);
	world_free(world);
}

/* A cell that was another's would be overwritten: each cell is given a value of its own, then all are read. */
static void no_two_cells_share_a_place(void **state)
{
	struct world *world = world_here(*state);
	struct state s;
	int32_t next = 0;

	state_init(&s, world);
	for (int group = 0; group < STATE_GROUPS; group++)
		for (int row = 0; row < (int)state_rows(world, (enum state_group)group); row++)
			*state_cell(&s, (enum state_group)group, row, 0) = ++next;
	next = 0;
	for (int group = 0; group < STATE_GROUPS; group++)
		for (int row = 0; row < (int)state_rows(world, (enum state_group)group); row++)
			assert_int_equal(state_get(&s, (enum state_group)group, row, 0), ++next);
	assert_int_equal(state_rows(world, STATE_RUN), 1);
	assert_int_equal(state_rows(world, STATE_PERSON), STATE_PERSONS);
	assert_int_equal(state_rows(world, STATE_ITEM), world->story->nitems);
	assert_int_equal(state_rows(world, STATE_STEP), world->playbook->nsteps);
	state_free(&s);
	world_free(world);
}

static void a_copy_is_the_same_bytes_and_stands_alone(void **state)
{
	struct world *world = world_here(*state);
	struct state a, b;

	state_init(&a, world);
	state_init(&b, world);
	*state_cell(&a, STATE_VAR, 1, 0) = 42;
	assert_memory_not_equal(a.cells, b.cells, a.count * sizeof *a.cells);
	state_copy(&b, &a);
	assert_memory_equal(a.cells, b.cells, a.count * sizeof *a.cells);
	*state_cell(&b, STATE_VAR, 1, 0) = 43;
	assert_int_equal(state_get(&a, STATE_VAR, 1, 0), 42);
	state_free(&a);
	state_free(&b);
	world_free(world);
}

static void open(struct state *s, int decision, int order)
{
	*state_cell(s, STATE_DECISION, decision, STATE_DECISION_STATUS) = STATE_OPEN;
	*state_cell(s, STATE_DECISION, decision, STATE_DECISION_ORDER) = order;
}

static void the_current_decision_is_an_open_one(void **state)
{
	struct world *world = world_here(*state);
	struct state s;

	state_init(&s, world);
	assert_int_equal(view_current(&s), NAMES_NONE);
	open(&s, 0, 3);
	assert_int_equal(view_current(&s), 0);
	*state_cell(&s, STATE_DECISION, 0, STATE_DECISION_STATUS) = STATE_DECIDED;
	assert_int_equal(view_current(&s), NAMES_NONE);
	state_free(&s);
	world_free(world);
}

static void the_phase_is_the_first_with_something_to_do(void **state)
{
	struct world *world = world_here(*state);
	struct state s;

	state_init(&s, world);
	assert_int_equal(view_phase(&s), 0);
	*state_cell(&s, STATE_STEP, 0, STATE_STEP_STATUS) = STATE_DONE;
	assert_int_equal(view_phase(&s), 0);
	*state_cell(&s, STATE_STEP, 1, STATE_STEP_STATUS) = STATE_SKIPPED;
	assert_int_equal(view_phase(&s), 1);
	*state_cell(&s, STATE_STEP, 2, STATE_STEP_STATUS) = STATE_DONE;
	assert_int_equal(view_phase(&s), 1); /* the last */
	*state_cell(&s, STATE_RUN, 0, STATE_PHASE) = 0;
	assert_int_equal(view_phase(&s), 0);
	state_free(&s);
	world_free(world);
}

static void a_clock_from_aware_runs_provisionally_from_detected(void **state)
{
	enum { AUTHORITY, MARKETPLACE };
	struct world *world = world_here(*state);
	struct state s;
	bool provisional;

	state_init(&s, world);
	*state_cell(&s, STATE_MOMENT, 1, STATE_MOMENT_AT) = 0;
	assert_int_equal(view_due(&s, MARKETPLACE, &provisional), 48 * 3600);
	assert_true(provisional);
	*state_cell(&s, STATE_MOMENT, 2, STATE_MOMENT_AT) = 5400;
	assert_int_equal(view_due(&s, MARKETPLACE, &provisional), 48 * 3600 + 5400);
	assert_false(provisional);
	assert_int_equal(view_due(&s, AUTHORITY, &provisional), STATE_NEVER);
	assert_false(provisional);
	*state_cell(&s, STATE_MOMENT, 3, STATE_MOMENT_AT) = 8 * 3600;
	assert_int_equal(view_due(&s, AUTHORITY, &provisional), world_true_due(world, AUTHORITY));
	state_free(&s);
	world_free(world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(everything_begins_unset),
	    told_test(variables_and_roles_begin_as_declared),
	    told_test(no_two_cells_share_a_place),
	    told_test(a_copy_is_the_same_bytes_and_stands_alone),
	    told_test(the_current_decision_is_an_open_one),
	    told_test(the_phase_is_the_first_with_something_to_do),
	    told_test(a_clock_from_aware_runs_provisionally_from_detected),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
