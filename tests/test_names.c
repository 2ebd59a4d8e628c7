#include "check.h"
#include "told.h"

#include "content/names.h"

#include <stdio.h>

static void an_id_keeps_its_number(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};

	assert_int_equal(names_add(&names, NAMES_ROLE, "legal"), 0);
	assert_int_equal(names_add(&names, NAMES_ROLE, "support"), 1);
	assert_int_equal(names_add(&names, NAMES_ROLE, "legal"), 0);
	assert_int_equal(names_find(&names, NAMES_ROLE, "support"), 1);
	assert_int_equal(names.of[NAMES_ROLE].n, 2);
}

static void kinds_do_not_mix(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};

	names_add(&names, NAMES_ROLE, "legal");
	assert_int_equal(names_find(&names, NAMES_ACTION, "legal"), NAMES_NONE);
	assert_int_equal(names_add(&names, NAMES_ACTION, "legal"), 0);
}

static void a_number_out_of_range_has_no_id(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};

	names_add(&names, NAMES_STEP, "call-counsel");
	assert_string_equal(names_id(&names, NAMES_STEP, 0), "call-counsel");
	assert_string_equal(names_id(&names, NAMES_STEP, 1), "?");
	assert_string_equal(names_id(&names, NAMES_STEP, NAMES_NONE), "?");
}

static void the_id_outlives_the_text_it_came_from(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	char id[] = "copy-logs";

	names_add(&names, NAMES_STEP, id);
	id[0] = 'X';
	assert_string_equal(names_id(&names, NAMES_STEP, 0), "copy-logs");
}

static void a_hundred_ids_are_all_found(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	char id[16];

	for (int i = 0; i < 100; i++) {
		snprintf(id, sizeof id, "step-%d", i);
		assert_int_equal(names_find(&names, NAMES_STEP, id), NAMES_NONE);
		assert_int_equal(names_add(&names, NAMES_STEP, id), i);
	}
	for (int i = 0; i < 100; i++) {
		snprintf(id, sizeof id, "step-%d", i);
		assert_int_equal(names_find(&names, NAMES_STEP, id), i);
	}
	assert_int_equal(names_find(&names, NAMES_STEP, "step-100"), NAMES_NONE);
}

static void a_slip_of_the_pen_finds_its_name(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};

	names_add(&names, NAMES_ACTION, "suspend-account");
	names_add(&names, NAMES_ACTION, "revoke-tokens");
	assert_string_equal(names_nearest(&names, NAMES_ACTION, "revoke-token"), "revoke-tokens");
	assert_null(names_nearest(&names, NAMES_ACTION, "press-line"));
}

static void every_kind_has_a_word(void **state)
{
	(void)state;
	for (int kind = 0; kind < NAMES_KINDS; kind++)
		assert_non_null(names_word((enum names_kind)kind));
	assert_string_equal(names_word(NAMES_VAR), "variable");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(an_id_keeps_its_number),          told_test(kinds_do_not_mix),
	    told_test(a_number_out_of_range_has_no_id), told_test(the_id_outlives_the_text_it_came_from),
	    told_test(a_hundred_ids_are_all_found),     told_test(a_slip_of_the_pen_finds_its_name),
	    told_test(every_kind_has_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
