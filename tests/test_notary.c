#include "issued.h"

/* A turn out of a journal with one event. */
static bool replayed(struct small *small, struct event event)
{
	struct event_turn turn = {
	    .n = small->session->turns + 1, .by = "legal", .cause = "x", .events = &event, .count = 1};
	event.ref = issued_kind(small, "customer-holding");
	event.at = event.kind == EVENT_PUBLISHED && !event.at ? STATE_NEVER : event.at;
	event.text = event.kind == EVENT_PUBLISHED && !event.text ? "not-statutory" : event.text;
	return session_replay(small->session, &turn, small->why);
}

static void a_notice_that_was_never_drafted_can_t_have_gone_out(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	assert_false(replayed(small, (struct event){.kind = EVENT_PUBLISHED, .statement = &statement}));
	assert_string_equal(small->why, "a notice goes out that was never drafted");
	assert_false(replayed(small, (struct event){.kind = EVENT_APPROVED, .other = 0}));
	assert_string_equal(small->why, "a notice is approved that was never drafted");
	assert_false(replayed(small, (struct event){.kind = EVENT_OVERRIDDEN, .why = "x"}));
}

static void nobody_but_an_approver_can_have_approved_it(void **state)
{
	struct small *small = *state;
	issued_draft(small, "customer-holding", "Words.", NULL);
	struct event event = {.kind = EVENT_APPROVED, .other = small_name(small, NAMES_ROLE, "it-admin")};
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a notice is approved by a role that is none of its approvers");
	event.other = small_name(small, NAMES_ROLE, "legal");
	assert_true(replayed(small, event));
}

static void nobody_can_have_approved_it_before_or_after_the_time_there_was(void **state)
{
	struct small *small = *state;
	issued_draft(small, "customer-holding", "Words.", NULL);
	struct event event = {.kind = EVENT_APPROVED, .other = small_name(small, NAMES_ROLE, "legal"), .at = 1};
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a notice is approved at a time to come");
	event.at = -1;
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a notice is approved before it was drafted");
	event.at = 0;
	assert_true(replayed(small, event));
}

static void it_can_t_have_gone_out_twice_in_one_language(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	issued_cleared(small, NULL);
	struct event twice[2] = {{.kind = EVENT_PUBLISHED,
	                          .ref = issued_kind(small, "customer-holding"),
	                          .at = STATE_NEVER,
	                          .text = "not-statutory",
	                          .statement = &statement}};
	twice[1] = twice[0];
	struct event_turn turn = {
	    .n = small->session->turns + 1, .by = "legal", .cause = "x", .events = twice, .count = 2};
	assert_false(session_replay(small->session, &turn, small->why));
	assert_string_equal(small->why, "a notice goes out twice in one language");
}

static void it_can_t_be_hidden_that_it_is_not_the_one_a_law_asks_for(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	issued_cleared(small, NULL);
	struct event event = {.kind = EVENT_PUBLISHED, .statement = &statement, .text = ""};
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "it is recorded wrongly whether a notice is the one that a law asks for");
	event.text = "not-statutory";
	assert_true(replayed(small, event));
}

static void it_can_t_have_gone_out_without_its_approvals(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	issued_draft(small, "customer-holding", "Words.", NULL);
	struct event event = {.kind = EVENT_PUBLISHED, .statement = &statement};
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a notice goes out without its approvals");
	assert_true(replayed(small, (struct event){.kind = EVENT_OVERRIDDEN, .why = "x"}));
	assert_true(replayed(small, event));
}

static void pause_notices(struct small *small, int32_t until)
{
	struct act act = issued_act(small, ACT_PAUSE, small_name(small, NAMES_PAUSE, "notices"));
	act.why = "the police asked";
	act.at = until;
	assert_non_null(small_take(small, act));
}

static void it_can_t_have_gone_out_while_it_was_held_back(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	struct event event = {.kind = EVENT_PUBLISHED, .statement = &statement};
	issued_cleared(small, NULL);
	pause_notices(small, 3600);
	assert_true(replayed(small, (struct event){.kind = EVENT_OVERRIDDEN, .why = "x"}));
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a notice goes out that is held back");
	struct event_turn later = {.n = small->session->turns + 1, .t = 3600, .by = "legal", .cause = "x", .count = 1};
	event.ref = issued_kind(small, "customer-holding");
	event.at = STATE_NEVER;
	event.text = "not-statutory";
	later.events = &event;
	assert_true(session_replay(small->session, &later, small->why));
}

static void it_can_t_have_gone_out_otherwise_than_it_was_drafted(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	issued_cleared(small, NULL);
	struct event event = {.kind = EVENT_PUBLISHED, .at = STATE_NEVER, .statement = &statement};
	assert_non_null(issued_draft_of(small, "customer-holding", &statement, 1));
	issued_approve(small, "customer-holding", "legal");
	issued_approve(small, "customer-holding", "incident-lead");
	statement.text = "Other words.";
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a notice goes out otherwise than it was drafted");
	statement.text = "Words.";
	event.at = -5;
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a notice promises its next word for a time gone by");
	event.at = 3600;
	assert_true(replayed(small, event));
}

static void it_can_t_have_gone_out_unproved_without_a_reason(void **state)
{
	struct small *small = *state;
	struct statement_value value = issued_number(small, "people", 9870, 0);
	struct statement statement = issued_statement("Words.", &value, 1);
	issued_draft_of(small, "customer-holding", &statement, 1);
	issued_approve(small, "customer-holding", "legal");
	issued_approve(small, "customer-holding", "incident-lead");
	struct event event = {.kind = EVENT_PUBLISHED, .at = STATE_NEVER, .statement = &statement};
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a notice goes out with a value that nothing proves");
	assert_true(replayed(small, (struct event){.kind = EVENT_OVERRIDDEN, .why = "x"}));
	assert_true(replayed(small, event));
}

static void a_correction_of_nothing_can_t_have_gone_out_without_a_reason(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	statement.needless = "no notice to these readers is on record";
	issued_draft_of(small, "customer-holding", &statement, 1);
	issued_approve(small, "customer-holding", "legal");
	issued_approve(small, "customer-holding", "incident-lead");
	struct event event = {.kind = EVENT_PUBLISHED, .statement = &statement};
	assert_false(replayed(small, event));
	assert_string_equal(small->why, "a correction goes out that corrects nothing");
	assert_true(replayed(small, (struct event){.kind = EVENT_OVERRIDDEN, .why = "x"}));
	assert_true(replayed(small, event));
}

static void what_really_happened_is_replayed_to_the_same_state(void **state)
{
	struct small *small = *state, again = small_open_with(ISSUED_STORY, issued_actions, issued_playbook);
	struct statement two[] = {issued_statement("Words.", NULL, 0), issued_statement("Kata.", NULL, 0)};
	two[1].lang = "ms";
	const struct event_turn *turns[] = {
	    issued_draft_of(small, "customer-holding", two, 2),
	    issued_approve(small, "customer-holding", "legal"),
	    issued_approve(small, "customer-holding", "incident-lead"),
	    issued_publish(small, "customer-holding", NULL),
	};
	small_start(&again);
	for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
		if (!session_replay(again.session, turns[i], again.why))
			fail_msg("%s", again.why);
	assert_memory_equal(again.session->state.cells, small->session->state.cells,
	                    small->session->state.count * sizeof(int32_t));
	small_close(&again);
}

static void the_ledger_keeps_who_stood_behind_a_publication(void **state)
{
	struct small *small = *state;
	int kind = issued_kind(small, "customer-holding"), legal = small_name(small, NAMES_ROLE, "legal");
	issued_cleared(small, NULL);
	int32_t turn = issued_publish(small, "customer-holding", NULL)->n;
	const struct ledger_entry *entry = ledger_last(small->session->ledger, LEDGER_PUBLICATION, kind);
	assert_int_equal(entry->value, 3);
	assert_string_equal(entry->who, "en");
	assert_int_equal(entry->turn, turn);
	assert_string_equal(approval_said(small->session->ledger, kind, legal, turn)->who, "Adeline");
	assert_null(approval_said(small->session->ledger, kind, legal, 1));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_notice_that_was_never_drafted_can_t_have_gone_out),
	    TEST(nobody_but_an_approver_can_have_approved_it),
	    TEST(nobody_can_have_approved_it_before_or_after_the_time_there_was),
	    TEST(it_can_t_have_gone_out_twice_in_one_language),
	    TEST(it_can_t_be_hidden_that_it_is_not_the_one_a_law_asks_for),
	    TEST(it_can_t_have_gone_out_without_its_approvals),
	    TEST(it_can_t_have_gone_out_while_it_was_held_back),
	    TEST(it_can_t_have_gone_out_otherwise_than_it_was_drafted),
	    TEST(it_can_t_have_gone_out_unproved_without_a_reason),
	    TEST(a_correction_of_nothing_can_t_have_gone_out_without_a_reason),
	    TEST(what_really_happened_is_replayed_to_the_same_state),
	    TEST(the_ledger_keeps_who_stood_behind_a_publication),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
