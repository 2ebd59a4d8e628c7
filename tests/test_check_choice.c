#include "remarked.h"

#include "desk/check_choice.h"

/* Two or three options, each with what it declares. */
static void assert_choice(const char *a, const char *b, const char *c, const char *expected)
{
	struct text lua = {0};
	text_add(&lua, SMALL_HEAD
	         "var 'door' (true)\ndecision 'what' { owner = 'support', objective = 'care', ask = 'What?',\n");
	text_addf(&lua, "{ id = 'a', 'One', because = 'x', %s },\n{ id = 'b', 'Two', because = 'y', %s },\n", a, b);
	if (c)
		text_addf(&lua, "{ id = 'c', 'Three', because = 'z', %s },\n", c);
	text_add(&lua, "}\n");
	assert_remarked(check_choice, lua.data, expected);
	text_free(&lua);
}

#define BEST(id)                                                                                                       \
	"giveaway: nothing speaks against \"" id                                                                       \
	"\": no other option of what is worth more in anything, does more or "                                         \
	"takes less time\n"
#define WORST(id)                                                                                                      \
	"dominated: nothing but its words speaks for \"" id "\": every other option of what is worth as much in "      \
	"everything, does as much and takes no longer\n"

static void an_option_that_is_better_in_everything_gives_itself_away(void **state)
{
	(void)state;
	assert_choice("score = { care = 2 }", "score = { care = 1 }", "score = { care = -1 }", BEST("a") WORST("c"));
}

static void of_two_options_the_better_one_is_told_alone(void **state)
{
	(void)state;
	assert_choice("score = { care = 2 }", "score = { care = 1 }", NULL, BEST("a"));
}

static void time_saved_speaks_for_an_option(void **state)
{
	(void)state;
	assert_choice("score = { care = 2 }, takes = '1h'", "score = { care = 1 }", NULL, "");
	assert_choice("score = { care = 2 }, takes = '1h'", "score = { care = 1 }, takes = '1h'", NULL, BEST("a"));
}

static void an_effect_of_its_own_speaks_for_an_option(void **state)
{
	(void)state;
	assert_choice("score = { care = 2 }", "sets = { door = false }", NULL, "");
	assert_choice("score = { care = 2 }, sets = { door = true }", "sets = { door = false }", NULL, "");
	assert_choice("score = { care = 2 }, sets = { door = false }", "sets = { door = false }", NULL, BEST("a"));
	assert_choice("score = { care = 2 }", "run = function(w) return {} end", NULL, "");
}

static void another_objective_speaks_for_an_option(void **state)
{
	(void)state;
	assert_choice("score = { care = 2, evidence = -1 }", "score = { care = 1 }", NULL, "");
}

static void a_critical_failure_speaks_against_one(void **state)
{
	(void)state;
	assert_choice("score = { care = 2 }, critical = 'lied'", "score = { care = 1 }", NULL, "");
	assert_choice("score = { care = 2 }", "score = { care = 2 }, critical = 'lied'", NULL, BEST("a"));
}

static void options_that_come_to_the_same_are_told_at_the_second(void **state)
{
	(void)state;
	assert_choice("score = { care = 1 }", "score = { care = 2 }, takes = '1h'", "score = { care = 1 }",
	              "no-difference: \"c\" comes to the same as \"a\": points, effects and time are alike\n");
}

#define ALIKE                                                                                                          \
	"decision 'what' { owner = 'support', objective = 'care', ask = 'What?', { id = 'a', 'One', because = 'x' }, " \
	"{ id = 'b', 'Two', because = 'y' } }\n"

static void what_a_function_makes_of_an_answer_is_not_judged(void **state)
{
	(void)state;
	assert_remarked(check_choice, SMALL_HEAD ALIKE,
	                "no-difference: \"b\" comes to the same as \"a\": points, effects and time are alike\n");
	assert_remarked(
	    check_choice,
	    SMALL_HEAD ALIKE INJECT("echo", "at = '2h', when = function(w) return w:chose 'what' == 'a' end"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_option_that_is_better_in_everything_gives_itself_away),
	    cmocka_unit_test(of_two_options_the_better_one_is_told_alone),
	    cmocka_unit_test(time_saved_speaks_for_an_option),
	    cmocka_unit_test(an_effect_of_its_own_speaks_for_an_option),
	    cmocka_unit_test(another_objective_speaks_for_an_option),
	    cmocka_unit_test(a_critical_failure_speaks_against_one),
	    cmocka_unit_test(what_a_function_makes_of_an_answer_is_not_judged),
	    cmocka_unit_test(options_that_come_to_the_same_are_told_at_the_second),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
