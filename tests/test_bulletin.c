#include "issued.h"

#include "desk/frame.h"

static struct text out; /* of the last look */

static const char *told(struct small *small, const struct event_turn *turn)
{
	struct frame frame = {.out = &out, .columns = 80, .feedback = true};
	assert_non_null(turn);
	text_clear(&out);
	frame_turn(&frame, small->session, turn);
	return out.data;
}

static const char *look(struct small *small, void (*show)(const struct frame *, const struct session *), int32_t now)
{
	struct frame frame = {.out = &out, .columns = 80, .now = now};
	text_clear(&out);
	show(&frame, small->session);
	return out.data;
}

static int tear_down(void **state)
{
	text_free(&out);
	return small_teardown(state);
}

static struct event_turn *draft_both(struct small *small)
{
	struct statement two[] = {issued_statement("Words.", NULL, 0), issued_statement("Words.", NULL, 0)};
	two[1].lang = "zh";
	return issued_draft_of(small, "customer-holding", two, 2);
}

static void a_draft_in_two_languages_is_told_once(void **state)
{
	assert_string_equal(told(*state, draft_both(*state)), " T+0:00  Drafted: customer-holding (en, zh).\n");
}

static void an_approval_names_who_typed_it_and_who_is_still_wanted(void **state)
{
	struct small *small = *state;
	draft_both(small);
	assert_string_equal(told(small, issued_approve(small, "customer-holding", "legal")),
	                    " T+0:00  Approved: customer-holding, by Adeline for legal, in the room. Recorded\n"
	                    "         by incident-lead.\n"
	                    "         Still wanted: incident-lead (Mei Lin).\n");
	assert_non_null(strstr(told(small, issued_approve(small, "customer-holding", "incident-lead")),
	                       "That is everybody. To let it out:  publish customer-holding"));
}

static void publishing_tells_to_whom_the_next_word_and_what_it_is_not(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	assert_string_equal(told(small, issued_publish(small, "customer-holding", NULL)),
	                    " T+0:00  Published: customer-holding (en), to: customers. It is an exercise:\n"
	                    "         nothing was sent.\n"
	                    "         Next word promised by T+24:00, Fri 6 Mar 2026, 21:40.\n"
	                    "         This is not yet the notice that a law asks for: an authority still has\n"
	                    "         to be told.\n"
	                    "         +1 communications: They heard it from us.\n"
	                    "         Done: tell (Arif).\n"
	                    "         +1 adherence, tell: Done by its due time.\n");
}

static void what_goes_out_unapproved_tells_why(void **state)
{
	struct small *small = *state;
	draft_both(small);
	assert_non_null(strstr(told(small, issued_publish(small, "customer-holding", "it is night")),
	                       "It goes out all the same, because it is night."));
}

static void a_false_number_is_priced_at_once_where_feedback_is_wanted(void **state)
{
	struct small *small = *state;
	struct event_turn *turn = issued_verify(small, "people", 200, NULL);
	assert_non_null(turn);
	struct statement_value value = issued_number(small, "people", 200, turn->n);
	issued_cleared(small, &value);
	assert_non_null(strstr(told(small, issued_publish(small, "customer-holding", NULL)),
	                       "Critical: A published notice said what was not so: \"a number\", in truth"));
}

static void train_tells_whether_every_value_has_its_proof(void **state)
{
	struct small *small = *state;
	struct event_turn *turn = issued_verify(small, "people", 9870, NULL);
	struct statement_value value = issued_number(small, "people", 9870, turn->n);
	issued_cleared(small, &value);
	assert_non_null(strstr(told(small, issued_publish(small, "customer-holding", NULL)),
	                       "Every value in it has its proof on record."));
	value = (struct statement_value){NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "500 people", NULL};
	issued_cleared(small, &value);
	assert_non_null(strstr(told(small, issued_publish(small, "customer-holding", "it is night")),
	                       "Values in it without a proof on record: 1 of 1."));
}

static void status_tells_what_waits_and_for_whom(void **state)
{
	struct small *small = *state;
	assert_null(strstr(look(small, frame_status, 0), "drafted"));
	draft_both(small);
	issued_approve(small, "customer-holding", "legal");
	assert_non_null(strstr(look(small, frame_status, 0),
	                       " drafted   customer-holding at T+0:00: legal (approved by Adeline, in the room),\n"
	                       "           incident-lead (Mei Lin, not yet)\n"));
}

static void the_clock_tells_the_promised_word_until_it_comes(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	assert_non_null(issued_publish(small, "customer-holding", NULL));
	assert_non_null(strstr(look(small, frame_clock, 3600),
	                       " the next word                                                          23h left\n"
	                       "   promised in customer-holding to: customers\n"
	                       "   due T+24:00, Fri 6 Mar 2026, 21:40\n"));
	assert_non_null(strstr(look(small, frame_clock, 25 * 3600), "1h late"));
}

static void the_clock_tells_what_holds_notices_back(void **state)
{
	struct small *small = *state;
	struct act act = issued_act(small, ACT_PAUSE, small_name(small, NAMES_PAUSE, "notices"));
	act.why = "the police asked in writing";
	act.at = 7200;
	assert_non_null(small_take(small, act));
	assert_non_null(strstr(look(small, frame_clock, 0), " held back\n"
	                                                    "   because the police asked in writing\n"
	                                                    "   until T+2:00, Thu 5 Mar 2026, 23:40\n"));
	assert_null(strstr(look(small, frame_clock, 7200), "held back"));
}

static void the_facts_tell_what_was_replaced_searched_and_withdrawn(void **state)
{
	struct small *small = *state;
	issued_verify(small, "people", 12400, NULL);
	issued_verify(small, "people", 9870, NULL);
	issued_verify(small, "passwords", STORY_NOT_INVOLVED, NULL);
	issued_verify(small, "bank", STORY_INVOLVED, NULL);
	struct act act = issued_act(small, ACT_WITHDRAW, small_name(small, NAMES_FACT, "bank"));
	act.why = "the column was empty";
	assert_non_null(small_take(small, act));
	const char *facts = look(small, frame_facts, 0);
	assert_non_null(strstr(facts, "   People in the file (people): 9,870 people, proved (the log)\n"
	                              "     searched over 1 to 5 Mar\n"
	                              "     corrected at T+0:00; before it was 12,400 people\n"));
	assert_non_null(strstr(facts, "   Passwords (passwords): not involved, proved (the log)\n"
	                              "     searched over 1 to 5 Mar\n"));
	assert_non_null(strstr(facts, "   Bank details (bank): withdrawn at T+0:00, because the column was empty; not\n"
	                              "   known again\n"));
}

static void the_log_tells_drafts_approvals_and_publications(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	assert_non_null(issued_publish(small, "customer-holding", NULL));
	assert_string_equal(look(small, frame_log, 0), " T+0:00    drafted: customer-holding (en)\n"
	                                               " T+0:00    approved by Adeline: customer-holding\n"
	                                               " T+0:00    approved by Mei Lin: customer-holding\n"
	                                               " T+0:00    published: customer-holding (en)\n");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, issued_setup, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(a_draft_in_two_languages_is_told_once),
	    TEST(an_approval_names_who_typed_it_and_who_is_still_wanted),
	    TEST(publishing_tells_to_whom_the_next_word_and_what_it_is_not),
	    TEST(what_goes_out_unapproved_tells_why),
	    TEST(a_false_number_is_priced_at_once_where_feedback_is_wanted),
	    TEST(train_tells_whether_every_value_has_its_proof),
	    TEST(status_tells_what_waits_and_for_whom),
	    TEST(the_clock_tells_the_promised_word_until_it_comes),
	    TEST(the_clock_tells_what_holds_notices_back),
	    TEST(the_facts_tell_what_was_replaced_searched_and_withdrawn),
	    TEST(the_log_tells_drafts_approvals_and_publications),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
