#include "issued.h"

#include "exercise/promise.h"

static void a_word_to_others_keeps_no_promise(void **state)
{
	struct small *small = *state;
	issued_promise(small, "customer-holding", 0);
	issued_promise(small, "press-line", 25 * 3600);
	int kind;
	assert_int_equal(promise_open(&small->session->state, &kind), 24 * 3600);
	assert_int_equal(kind, issued_kind(small, "customer-holding"));
}

static void a_notice_that_promises_nothing_leaves_an_open_promise_open(void **state)
{
	struct small *small = *state;
	issued_promise(small, "customer-holding", 0);
	const struct event_turn *turn = issued_promise(small, "customer-confirmed", 3600);
	int kind;
	assert_int_equal(issued_event(turn, EVENT_PUBLISHED)->at, 24 * 3600);
	assert_int_equal(promise_open(&small->session->state, &kind), 24 * 3600);
	assert_int_equal(kind, issued_kind(small, "customer-confirmed"));
	turn = issued_promise(small, "customer-confirmed", 25 * 3600);
	assert_int_equal(issued_event(turn, EVENT_PUBLISHED)->at, STATE_NEVER);
}

static void the_next_word_counts_from_the_draft_as_its_text_does(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	struct act act = issued_act(small, ACT_PUBLISH, issued_kind(small, "customer-holding"));
	act.t = 7200;
	assert_int_equal(issued_event(small_take(small, act), EVENT_PUBLISHED)->at, 24 * 3600);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_word_to_others_keeps_no_promise),
	    TEST(a_notice_that_promises_nothing_leaves_an_open_promise_open),
	    TEST(the_next_word_counts_from_the_draft_as_its_text_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
