#include "check.h"
#include "told.h"

#include "desk/heading.h"

#include <stdio.h>

/* As line `at` of its file: what is told twice of a place is told once. */
static bool reads(struct told *told, const char *line, int at, struct playing *out)
{
	return heading_read(line, (struct diag_place){"t.answers", at, 0}, told->arena, &told->diags, out);
}

static void its_options_are_those_of_the_command(void **state)
{
	struct playing how;
	assert_true(
	    reads(*state, "play small --extended --clock stepped --seed 3 --playbook \"my own\" --lang zh", 1, &how));
	assert_string_equal(how.scenario, "small");
	assert_string_equal(how.playbook, "my own");
	assert_string_equal(how.lang, "zh");
	assert_true(how.extended && !how.alone && how.seed == 3);
	assert_true(reads(*state, "train small --role support --minutes 5", 2, &how));
	assert_string_equal(how.role, "support");
	assert_true(how.alone && how.minutes == 5);
}

static void a_line_copied_from_a_terminal_has_the_programs_name_before_it(void **state)
{
	static const char *const lines[] = {"drill72 play small --seed 3", "build/drill72 play small --seed 3",
	                                    "./build/drill72 play small --seed 3"};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct playing how;
		assert_true(reads(*state, lines[i], (int)i + 1, &how));
		assert_string_equal(how.scenario, "small");
		assert_int_equal(how.seed, 3);
		assert_true(heading_is(lines[i]));
	}
	assert_false(heading_is("drill72") || heading_is("build/drill72 check small"));
}

static void what_is_no_option_of_a_test_is_told_at_its_word(void **state)
{
	struct told *told = *state;
	static const struct {
		const char *line, *told;
	} cases[] = {
	    {"play small --journal x", "12: no option of a test ()"},
	    {"play small extended", "12: no option of a test (did you mean \"--extended\"?)"},
	    {"play small --", "12: no option of a test ()"},
	    {"build/drill72 play small --", "26: no option of a test ()"},
	    {"build/drill72 ply small", "15: the first line says what is played: play SCENARIO, or train SCENARIO "
	                                "(did you mean \"play\"?)"},
	    {"train small --cor", "13: no option of a test (did you mean \"--core\"?)"},
	    {"play small --seed", "18: what should stand behind it is missing ()"},
	    {"play small --clock scaled", "20: a test runs on the stepped clock ()"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct playing how;
		char said[200];
		assert_false(reads(told, cases[i].line, (int)i + 1, &how));
		assert_string_equal(how.scenario, "small"); /* whose test it is */
		const struct diag *last = &told->diags.v[told->diags.n - 1];
		assert_int_equal(last->line, i + 1);
		snprintf(said, sizeof said, "%d: %s (%s)", last->col, last->message, last->hint ? last->hint : "");
		assert_string_equal(said, cases[i].told);
		assert_string_equal(last->code, "test-unreadable");
	}
}

static void any_other_line_is_none(void **state)
{
	(void)state;
	assert_true(heading_is("play small") && heading_is("  train small --core") && heading_is("play"));
	assert_false(heading_is("") || heading_is("players") || heading_is("expect open one"));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, told_setup, told_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(its_options_are_those_of_the_command),
	    CASE(a_line_copied_from_a_terminal_has_the_programs_name_before_it),
	    CASE(what_is_no_option_of_a_test_is_told_at_its_word),
	    CASE(any_other_line_is_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
