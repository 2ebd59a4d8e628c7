#include "check.h"

#include "bad.h"

#include "desk/origin.h"

/* Doubts are told where a facts file is opened, beside the faults of reading it. */
static void open_and_tell(struct told *told, const char *name)
{
	struct origin origin;
	struct origin_choice choice = {.facts = arena_printf(told->arena, "tests/bad/%s.yaml", name)};
	assert_false(origin_open(&origin, &choice, &told->diags));
	diags_render(&told->diags, &told->out);
	origin_close(&origin);
}

static void what_is_hardly_meant_is_told_all_at_once(void **state)
{
	(void)state;
	bad_each("doubt-", NULL, open_and_tell);
}

static void the_example_leaves_no_doubt(void **state)
{
	struct told *told = *state;
	struct origin origin;
	struct origin_choice choice = {.facts = "comms-templates/facts.example.yaml"};
	assert_true(origin_open(&origin, &choice, &told->diags));
	assert_int_equal(told->diags.n, 0);
	origin_close(&origin);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_hardly_meant_is_told_all_at_once),
	    told_test(the_example_leaves_no_doubt),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
