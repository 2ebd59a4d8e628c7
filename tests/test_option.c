#include "check.h"

#include "desk/option.h"

#include <stdio.h>

static const char *const colours[] = {"red", "green", NULL};

struct told {
	const char *name;
	int64_t count, colour;
	bool loud;
};

#define ROWS(told)                                                                                                     \
	{                                                                                                              \
		{"name", "NAME", "h", OPTION_TEXT, &(told).name, NULL, 0},                                             \
		    {"count", "N", "h", OPTION_NUMBER, &(told).count, NULL, 0},                                        \
		    {"colour", "C", "h", OPTION_CHOICE, &(told).colour, colours, 0},                                   \
		    {"loud", NULL, "h", OPTION_FLAG, &(told).loud, NULL, 0},                                           \
		{                                                                                                      \
			0                                                                                              \
		}                                                                                                      \
	}

static void a_value_is_read_into_its_target(void **state)
{
	(void)state;
	struct told told = {0};
	const struct option_row rows[] = ROWS(told);
	char why[OPTION_WHY];
	assert_true(option_set(option_find(rows, "name"), "x y", why));
	assert_true(option_set(option_find(rows, "count"), "12", why));
	assert_true(option_set(option_find(rows, "colour"), "green", why));
	assert_true(option_set(option_find(rows, "loud"), NULL, why));
	assert_string_equal(told.name, "x y");
	assert_int_equal(told.count, 12);
	assert_int_equal(told.colour, 1);
	assert_true(told.loud);
}

static void a_wrong_value_is_answered_with_what_is_wanted_and_changes_nothing(void **state)
{
	(void)state;
	struct told told = {.count = 7, .colour = 1};
	const struct option_row rows[] = ROWS(told);
	static const char *const numbers[] = {"", "x", "1x", "-1", "99999999999999999999"};
	char why[OPTION_WHY], wanted[OPTION_WHY];
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		assert_false(option_set(&rows[1], numbers[i], why));
		snprintf(wanted, sizeof wanted, "--count wants a whole number, not \"%s\"", numbers[i]);
		assert_string_equal(why, wanted);
	}
	assert_false(option_set(&rows[2], "gren", why));
	assert_string_equal(why, "--colour wants one of red green, not \"gren\"");
	assert_string_equal(option_choice(&rows[2], "gren"), "green");
	assert_null(option_choice(&rows[2], "purple"));
	assert_null(option_choice(&rows[1], "gren"));
	assert_int_equal(told.count, 7);
	assert_int_equal(told.colour, 1);
}

static void a_name_that_is_none_has_the_nearest(void **state)
{
	(void)state;
	struct told told = {0};
	const struct option_row rows[] = ROWS(told);
	assert_null(option_find(rows, "cuont"));
	assert_null(option_find(rows, ""));
	assert_string_equal(option_nearest(rows, "--cuont"), "count");
	assert_null(option_nearest(rows, "--elsewhere"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_value_is_read_into_its_target),
	    cmocka_unit_test(a_wrong_value_is_answered_with_what_is_wanted_and_changes_nothing),
	    cmocka_unit_test(a_name_that_is_none_has_the_nearest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
