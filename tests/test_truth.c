#include "exercise/truth.h"
#include "issued.h"

static enum truth judged(const struct small *small, const struct statement_value *value)
{
	const struct ledger *ledger = small->session->ledger;
	return truth_of(small->world, ledger, ledger_count(ledger), value);
}

static enum truth judged_text(const struct small *small, const char *text)
{
	struct statement_value value = {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, text, NULL};
	return judged(small, &value);
}

static void a_fact_is_backed_by_its_proof_and_so_by_the_story(void **state)
{
	struct small *small = *state;
	struct statement_value value = issued_number(small, "people", 9870, 0);
	assert_int_equal(judged(small, &value), TRUTH_SO);
	issued_verify(small, "people", 9870, NULL);
	assert_int_equal(judged(small, &value), TRUTH_BACKED);
	value.value = 200;
	assert_int_equal(judged(small, &value), TRUTH_FALSE);
	value = issued_number(small, "how", SHAPE_UNSET, 0);
	assert_int_equal(judged(small, &value), TRUTH_OPEN);
}

static void what_came_after_the_notice_changes_no_verdict(void **state)
{
	struct small *small = *state;
	struct statement_value value = issued_number(small, "people", 9870, 0);
	size_t then = ledger_count(small->session->ledger);
	issued_verify(small, "people", 9870, NULL);
	assert_int_equal(truth_of(small->world, small->session->ledger, then, &value), TRUTH_SO);
	assert_false(truth_stands(small->world, small->session->ledger, then, &value));
	assert_true(truth_stands(small->world, small->session->ledger, then + 1, &value));
}

static void a_text_that_was_proved_anew_in_the_same_words_stands(void **state)
{
	struct small *small = *state;
	struct ledger *ledger = small->session->ledger;
	int32_t turn = issued_verify(small, "how", SHAPE_UNSET, "By a token")->n;
	struct statement_value value = issued_number(small, "how", SHAPE_UNSET, turn);
	struct act act = issued_act(small, ACT_VERIFY, small_name(small, NAMES_FACT, "how"));
	act.value = SHAPE_UNSET;
	act.text = "By a token";
	act.why = "another log";
	assert_non_null(small_take(small, act));
	assert_int_equal(judged(small, &value), TRUTH_BACKED);
	issued_verify(small, "how", SHAPE_UNSET, "By an export");
	assert_false(truth_stands(small->world, ledger, ledger_count(ledger), &value));
}

static void words_of_one_s_own_are_a_number_a_date_or_a_deed(void **state)
{
	struct small *small = *state;
	assert_int_equal(judged_text(small, "9,870 people"), TRUTH_SO);
	assert_int_equal(judged_text(small, "about ten thousand"), TRUTH_SO);
	assert_int_equal(judged_text(small, "500 people"), TRUTH_FALSE);
	assert_int_equal(judged_text(small, "5 March 2026"), TRUTH_OPEN);
	assert_int_equal(judged_text(small, "We called the bank."), TRUTH_FALSE);
	assert_int_equal(judged_text(small, "We wrote to 9,870 people."), TRUTH_FALSE);
}

static void what_is_said_of_data_that_no_fact_is_about_is_open(void **state)
{
	struct small *small = *state;
	struct statement_value value = {
	    NAMES_NONE, NAMES_NONE, NAMES_NONE, STORY_NOT_INVOLVED, 0, "Your passwords are not affected.", NULL};
	assert_int_equal(judged(small, &value), TRUTH_OPEN);
}

static void the_nearest_count_is_nearest_by_proportion(void **state)
{
	struct small *small = *state;
	struct statement_value value = {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "200 people", NULL};
	assert_int_equal(truth_nearest(small->world, &value), small_name(small, NAMES_FACT, "people"));
	value.text = "13,000";
	assert_int_equal(truth_nearest(small->world, &value), small_name(small, NAMES_FACT, "rows"));
	value.text = "We called the bank.";
	assert_int_equal(truth_nearest(small->world, &value), NAMES_NONE);
}

static void a_number_is_compared_with_figures_of_its_own_unit_where_there_are_any(void **state)
{
	struct small *small = *state;
	struct statement_value value = {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "50,000", "people"};
	assert_int_equal(truth_nearest(small->world, &value), small_name(small, NAMES_FACT, "people"));
	value.unit = "rows";
	assert_int_equal(truth_nearest(small->world, &value), small_name(small, NAMES_FACT, "rows"));
	value.unit = "orders"; /* of which nothing is known */
	assert_int_equal(truth_nearest(small->world, &value), small_name(small, NAMES_FACT, "rows"));
	value.text = "12,400";
	value.unit = "rows";
	assert_int_equal(judged(small, &value), TRUTH_SO);
	value.unit = "people";
	assert_int_equal(judged(small, &value), TRUTH_FALSE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_fact_is_backed_by_its_proof_and_so_by_the_story),
	    TEST(what_came_after_the_notice_changes_no_verdict),
	    TEST(a_text_that_was_proved_anew_in_the_same_words_stands),
	    TEST(words_of_one_s_own_are_a_number_a_date_or_a_deed),
	    TEST(what_is_said_of_data_that_no_fact_is_about_is_open),
	    TEST(a_number_is_compared_with_figures_of_its_own_unit_where_there_are_any),
	    TEST(the_nearest_count_is_nearest_by_proportion),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
