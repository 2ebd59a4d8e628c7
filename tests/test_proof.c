#include "issued.h"

#include "exercise/slot.h"

static int32_t fact(const struct small *small, const char *id, int field)
{
	return small_get(small, STATE_FACT, small_name(small, NAMES_FACT, id), field);
}

static struct event_turn *withdraw(struct small *small, const char *id, const char *why)
{
	struct act act = issued_act(small, ACT_WITHDRAW, small_name(small, NAMES_FACT, id));
	act.why = why;
	return small_take(small, act);
}

static void a_second_value_corrects_and_says_what_it_replaces(void **state)
{
	struct small *small = *state;
	assert_int_equal(issued_verify(small, "people", 200, NULL)->events[0].kind, EVENT_VERIFIED);
	const struct event *event = issued_verify(small, "people", 9870, NULL)->events;
	assert_int_equal(event->kind, EVENT_CORRECTED);
	assert_int_equal(event->other, 200);
	assert_int_equal(fact(small, "people", STATE_FACT_VALUE), 9870);
}

static void the_same_value_again_is_refused(void **state)
{
	struct small *small = *state;
	assert_non_null(issued_verify(small, "people", 9870, NULL));
	assert_null(issued_verify(small, "people", 9870, NULL));
	assert_string_equal(small->why, "people is verified with that value already.");
	assert_non_null(issued_verify(small, "how", SHAPE_UNSET, "By an export"));
	assert_null(issued_verify(small, "how", SHAPE_UNSET, "By an export"));
	assert_int_equal(issued_verify(small, "how", SHAPE_UNSET, "By a token")->events[0].kind, EVENT_CORRECTED);
}

static void the_same_value_from_another_source_renews_its_proof(void **state)
{
	struct small *small = *state;
	struct act act = issued_act(small, ACT_VERIFY, small_name(small, NAMES_FACT, "bank"));
	assert_non_null(issued_verify(small, "bank", STORY_NOT_INVOLVED, NULL));
	act.value = STORY_NOT_INVOLVED;
	act.why = "the log";
	act.over = "1 Jan to 5 Mar";
	const struct event *event = small_take(small, act)->events;
	assert_int_equal(event->kind, EVENT_VERIFIED);
	assert_string_equal(ledger_proof(small->session->ledger, act.refs[0])->over, "1 Jan to 5 Mar");
	assert_null(small_take(small, act));
	assert_string_equal(small->why, "bank is verified with that value already.");
	act.why = NULL;
	act.over = NULL;
	assert_null(small_take(small, act));
}

static void not_involved_needs_a_search_and_its_span(void **state)
{
	struct small *small = *state;
	struct act act = issued_act(small, ACT_VERIFY, small_name(small, NAMES_FACT, "passwords"));
	act.value = STORY_NOT_INVOLVED;
	act.why = "the columns";
	assert_null(small_take(small, act));
	assert_string_equal(small->why,
	                    "Say what was searched, and over which dates: verify passwords not involved against "
	                    "the export's columns over 1 Jan to 5 Mar");
	act.over = "1 to 5 Mar";
	act.why = "";
	assert_null(small_take(small, act));
	act.why = "the columns";
	assert_string_equal(small_take(small, act)->events[0].over, "1 to 5 Mar");
	act.value = STORY_INVOLVED;
	act.over = NULL;
	assert_non_null(small_take(small, act));
}

static void a_withdrawal_needs_a_reason_and_something_to_withdraw(void **state)
{
	struct small *small = *state;
	assert_null(withdraw(small, "people", "a typing error"));
	assert_string_equal(small->why, "people is not on record; there is nothing to withdraw.");
	assert_non_null(issued_verify(small, "people", 9870, NULL));
	assert_null(withdraw(small, "people", NULL));
	assert_string_equal(small->why, "Say why: withdraw people because ...");
	const struct event *event = withdraw(small, "people", "a typing error")->events;
	assert_int_equal(event->kind, EVENT_WITHDRAWN);
	assert_string_equal(event->why, "a typing error");
	assert_int_equal(fact(small, "people", STATE_FACT_VERIFIED), 0);
	assert_null(ledger_proof(small->session->ledger, small_name(small, NAMES_FACT, "people")));
	assert_int_equal(issued_verify(small, "people", 9870, NULL)->events[0].kind, EVENT_VERIFIED);
}

static void the_story_corrects_too_and_names_its_search(void **state)
{
	struct small *small = *state;
	assert_non_null(issued_verify(small, "people", 200, NULL));
	assert_non_null(issued_verify(small, "how", SHAPE_UNSET, "By a token"));
	int step = small_name(small, NAMES_ACTION, "count-people");
	struct cascade cascade = {.scribe = {.fold = {&small->session->state, small->session->ledger, 9, 60},
	                                     .turn = &(struct event_turn){0},
	                                     .arena = small->arena}};
	cascade_act(&cascade, step);
	const struct event *corrected = issued_event(cascade.scribe.turn, EVENT_CORRECTED);
	assert_int_equal(corrected->other, 200);
	assert_int_equal(issued_count(cascade.scribe.turn, EVENT_CORRECTED), 2);
	cascade_act(&cascade, small_name(small, NAMES_ACTION, "search-logins"));
	const struct event *verified = issued_event(cascade.scribe.turn, EVENT_VERIFIED);
	assert_string_equal(verified->over, "1 Jan to 5 Mar");
	assert_string_equal(verified->why, "on:search-logins");
	assert_null(verified->who);
}

static void undo_leaves_the_ledger_as_it_was(void **state)
{
	struct small *small = *state;
	assert_non_null(issued_verify(small, "people", 200, NULL));
	size_t entries = ledger_count(small->session->ledger);
	assert_non_null(issued_verify(small, "people", 9870, NULL));
	assert_non_null(small_take(small, issued_act(small, ACT_UNDO, 0)));
	assert_int_equal(ledger_count(small->session->ledger), entries);
	assert_int_equal(ledger_proof(small->session->ledger, small_name(small, NAMES_FACT, "people"))->value, 200);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_second_value_corrects_and_says_what_it_replaces),
	    TEST(the_same_value_again_is_refused),
	    TEST(the_same_value_from_another_source_renews_its_proof),
	    TEST(not_involved_needs_a_search_and_its_span),
	    TEST(a_withdrawal_needs_a_reason_and_something_to_withdraw),
	    TEST(the_story_corrects_too_and_names_its_search),
	    TEST(undo_leaves_the_ledger_as_it_was),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
