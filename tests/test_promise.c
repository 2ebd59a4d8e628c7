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

static struct event_turn *draft(struct small *small, const char *lang, int32_t t, int32_t next)
{
	struct statement statement = issued_statement("Words.", NULL, 0);
	struct act act = issued_act(small, ACT_DRAFT, issued_kind(small, "customer-holding"));
	statement.lang = lang;
	act.statements = &statement;
	act.nstatements = 1;
	act.t = t;
	act.at = next;
	return small_take(small, act);
}

static void languages_drafted_at_different_times_promise_the_earliest(void **state)
{
	struct small *small = *state;
	int kind = issued_kind(small, "customer-holding");
	draft(small, "en", 0, 90000);
	draft(small, "zh", 60, 90060);
	assert_int_equal(promise_drafted(small->session->ledger, kind, NULL), 90000);
	assert_int_equal(promise_drafted(small->session->ledger, kind, "zh"), 90060);
	assert_int_equal(promise_drafted(small->session->ledger, kind, "ko"), STATE_NEVER);
	draft(small, "en", 120, 90120);
	assert_int_equal(promise_next(&small->session->state, small->session->ledger, kind), 90060);
	const struct event_turn *turn = issued_publish(small, "customer-holding", "no time");
	assert_int_equal(turn->events[1].at, 90060);
	assert_int_equal(promise_drafted(small->session->ledger, kind, NULL), STATE_NEVER);
}

static void a_text_that_names_no_next_word_promises_none(void **state)
{
	struct small *small = *state;
	draft(small, "en", 0, STATE_NEVER);
	const struct event_turn *turn = issued_publish(small, "customer-holding", "no time");
	assert_int_equal(issued_event(turn, EVENT_PUBLISHED)->at, STATE_NEVER);
	assert_int_equal(promise_open(&small->session->state, NULL), STATE_NEVER);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_word_to_others_keeps_no_promise),
	    TEST(a_notice_that_promises_nothing_leaves_an_open_promise_open),
	    TEST(the_next_word_counts_from_the_draft_as_its_text_does),
	    TEST(languages_drafted_at_different_times_promise_the_earliest),
	    TEST(a_text_that_names_no_next_word_promises_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
