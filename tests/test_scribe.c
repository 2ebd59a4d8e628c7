#include "issued.h"

#include "exercise/promise.h"
#include "exercise/score.h"

static const char holding[] = "customer-holding";

static int32_t points(const struct small *small)
{
	return small_get(small, STATE_SCORE, SCORE_COMMUNICATIONS, 0);
}

static bool accused(const struct small *small)
{
	return small_get(small, STATE_CRITICAL, small_name(small, NAMES_CRITICAL, WORLD_FALSE_STATEMENT), 0);
}

/* Publishes a line to the press with these values, on the facilitator's word. */
static const struct event_turn *say(struct small *small, const struct statement_value *values, size_t n)
{
	struct statement statement = issued_statement("Words.", values, n);
	assert_non_null(issued_draft_of(small, "press-line", &statement, 1));
	const struct event_turn *turn = issued_publish(small, "press-line", "no time");
	assert_non_null(turn);
	return turn;
}

static void a_true_and_verified_value_costs_nothing(void **state)
{
	struct small *small = *state;
	int32_t turn = issued_verify(small, "people", 9870, NULL)->n;
	struct statement_value value = issued_number(small, "people", 9870, turn);
	assert_null(issued_event(say(small, &value, 1), EVENT_SCORED));
	assert_int_equal(points(small), 0);
	assert_false(accused(small));
}

static void a_false_value_is_a_critical_failure_though_somebody_verified_it(void **state)
{
	struct small *small = *state;
	int32_t turn = issued_verify(small, "people", 200, NULL)->n;
	struct statement_value value = issued_number(small, "people", 200, turn);
	const struct event *critical = issued_event(say(small, &value, 1), EVENT_CRITICAL);
	assert_non_null(critical);
	assert_string_equal(critical->why, "A published notice said what was not so.");
	assert_true(accused(small));
}

static void a_second_false_value_is_the_same_failure(void **state)
{
	struct small *small = *state;
	struct statement_value value = issued_number(small, "people", 200, 0);
	assert_non_null(issued_event(say(small, &value, 1), EVENT_CRITICAL));
	assert_null(issued_event(say(small, &value, 1), EVENT_CRITICAL));
}

static void what_is_true_but_not_verified_costs_once_a_notice(void **state)
{
	struct small *small = *state;
	struct statement_value values[] = {issued_number(small, "people", 9870, 0),
	                                   issued_number(small, "rows", 12400, 0),
	                                   issued_number(small, "bank", STORY_INVOLVED, 0)};
	const struct event_turn *turn = say(small, values, 3);
	assert_int_equal(issued_count(turn, EVENT_SCORED), 1);
	assert_int_equal(points(small), -10);
	assert_string_equal(issued_event(turn, EVENT_SCORED)->text, "notice:press-line");
	assert_string_equal(issued_event(turn, EVENT_SCORED)->why,
	                    "Published before it was verified, though it was so.");
	assert_false(accused(small));
}

static void data_and_times_are_compared_and_texts_are_not(void **state)
{
	struct small *small = *state;
	struct statement_value how = issued_number(small, "how", SHAPE_UNSET, 0);
	say(small, &how, 1);
	assert_false(accused(small));
	struct statement_value left = issued_number(small, "left", 3600, 0);
	say(small, &left, 1);
	assert_true(accused(small));
}

static void a_text_that_was_corrected_since_is_not_proved(void **state)
{
	struct small *small = *state;
	int32_t turn = issued_verify(small, "how", SHAPE_UNSET, "By a token")->n;
	struct statement_value how = issued_number(small, "how", SHAPE_UNSET, turn);
	say(small, &how, 1);
	assert_int_equal(points(small), 0);
	issued_verify(small, "how", SHAPE_UNSET, "By an export");
	say(small, &how, 1);
	assert_int_equal(points(small), -10);
}

static void a_deed_that_was_not_done_is_false(void **state)
{
	struct small *small = *state;
	struct statement_value value = issued_deed(small, "suspend-account", "We switched it off.");
	assert_non_null(issued_event(say(small, &value, 1), EVENT_CRITICAL));
}

static void a_deed_that_is_no_known_action_is_false(void **state)
{
	struct small *small = *state;
	struct statement_value value = {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "We paid 9,870 people.",
	                                NULL};
	say(small, &value, 1);
	assert_true(accused(small));
	assert_int_equal(points(small), 0);
}

static void what_the_story_does_not_say_is_early_and_not_called_so(void **state)
{
	struct small *small = *state;
	struct statement_value values[] = {issued_number(small, "people", 9870, 0),
	                                   {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "4 March", NULL}};
	const struct event_turn *turn = say(small, values, 2);
	assert_int_equal(issued_count(turn, EVENT_SCORED), 1);
	assert_string_equal(issued_event(turn, EVENT_SCORED)->why, "Published before it was verified.");
}

static void what_is_true_is_not_called_so_beside_what_is_false(void **state)
{
	struct small *small = *state;
	struct statement_value values[] = {issued_number(small, "people", 9870, 0),
	                                   {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "We paid.", NULL}};
	const struct event_turn *turn = say(small, values, 2);
	assert_string_equal(issued_event(turn, EVENT_SCORED)->why, "Published before it was verified.");
	assert_true(accused(small));
}

static void a_moment_that_was_corrected_is_false_unless_it_is_so(void **state)
{
	struct small *small = *state;
	struct statement_value value = {NAMES_NONE, NAMES_NONE, SHAPE_DETECTED, 0, 1, "21:40", NULL};
	say(small, &value, 1);
	assert_int_equal(points(small), 0);
	value.value = 60;
	say(small, &value, 1);
	assert_true(accused(small));
}

static void a_number_that_stands_for_no_fact_is_looked_up_among_the_truths(void **state)
{
	struct small *small = *state;
	struct statement_value value = {.fact = NAMES_NONE,
	                                .action = NAMES_NONE,
	                                .moment = NAMES_NONE,
	                                .value = SHAPE_UNSET,
	                                .text = "9,870 people"};
	say(small, &value, 1);
	assert_int_equal(points(small), -10);
	value.text = "5 March 2026";
	say(small, &value, 1);
	assert_false(accused(small));
	value.text = "about ten thousand";
	say(small, &value, 1);
	assert_false(accused(small));
	value.text = "about 300";
	say(small, &value, 1);
	assert_true(accused(small));
}

static void what_the_story_itself_proved_is_not_held_against_anybody(void **state)
{
	struct small *small = *state;
	int rows = small_name(small, NAMES_FACT, "rows");
	struct event told = {.kind = EVENT_VERIFIED, .ref = rows, .value = 12000, .why = "on:count-people"};
	struct event_turn turn = {
	    .n = small->session->turns + 1, .by = "clock", .cause = "x", .events = &told, .count = 1};
	session_apply(small->session, &turn);
	struct statement_value value = issued_number(small, "rows", 12000, turn.n);
	say(small, &value, 1);
	assert_false(accused(small));
}

static void a_next_word_in_time_costs_nothing(void **state)
{
	struct small *small = *state;
	issued_promise(small, holding, 0);
	int32_t before = points(small);
	issued_promise(small, "customer-update", 24 * 3600);
	assert_int_equal(points(small), before);
	assert_int_equal(promise_open(&small->session->state, NULL), STATE_NEVER);
}

static void a_next_word_that_comes_late_costs_a_point(void **state)
{
	struct small *small = *state;
	issued_promise(small, holding, 0);
	int32_t before = points(small);
	const struct event_turn *turn = issued_promise(small, "customer-update", 24 * 3600 + 1);
	assert_int_equal(points(small), before - 10);
	assert_string_equal(issued_event(turn, EVENT_SCORED)->text, "promise:customer-holding");
	assert_string_equal(issued_event(turn, EVENT_SCORED)->why, "The promised next word came late.");
}

static void a_next_word_that_never_comes_costs_a_point_at_the_end(void **state)
{
	struct small *small = *state;
	issued_promise(small, holding, 0);
	int32_t before = points(small);
	small_until(small, 100 * 3600);
	assert_true(session_ended(small->session));
	assert_int_equal(points(small), before - 10);
}

static void a_promise_beyond_the_end_costs_nothing(void **state)
{
	struct small *small = *state;
	issued_promise(small, holding, 90 * 3600);
	int32_t before = points(small);
	small_until(small, 100 * 3600);
	assert_true(session_ended(small->session));
	assert_int_equal(points(small), before);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_true_and_verified_value_costs_nothing),
	    TEST(a_false_value_is_a_critical_failure_though_somebody_verified_it),
	    TEST(a_second_false_value_is_the_same_failure),
	    TEST(what_is_true_but_not_verified_costs_once_a_notice),
	    TEST(data_and_times_are_compared_and_texts_are_not),
	    TEST(a_text_that_was_corrected_since_is_not_proved),
	    TEST(a_deed_that_was_not_done_is_false),
	    TEST(a_deed_that_is_no_known_action_is_false),
	    TEST(what_the_story_does_not_say_is_early_and_not_called_so),
	    TEST(what_is_true_is_not_called_so_beside_what_is_false),
	    TEST(a_moment_that_was_corrected_is_false_unless_it_is_so),
	    TEST(a_number_that_stands_for_no_fact_is_looked_up_among_the_truths),
	    TEST(what_the_story_itself_proved_is_not_held_against_anybody),
	    TEST(a_next_word_in_time_costs_nothing),
	    TEST(a_next_word_that_comes_late_costs_a_point),
	    TEST(a_next_word_that_never_comes_costs_a_point_at_the_end),
	    TEST(a_promise_beyond_the_end_costs_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
