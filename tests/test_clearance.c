#include "exercise/approval.h"
#include "issued.h"

static const char holding[] = "customer-holding";

static int32_t now_of(const struct small *small, const char *kind, int field)
{
	return small_get(small, STATE_NOTICE, issued_kind(small, kind), field);
}

static void what_was_drafted_approved_and_published_goes_out_in_every_language(void **state)
{
	struct small *small = *state;
	struct statement two[] = {issued_statement("Words.", NULL, 0), issued_statement("\xe8\xaf\x9d", NULL, 0)};
	two[1].lang = "zh";
	assert_int_equal(issued_draft_of(small, holding, two, 2)->count, 2);
	assert_non_null(issued_approve(small, holding, "legal"));
	assert_non_null(issued_approve(small, holding, "incident-lead"));
	const struct event_turn *turn = issued_publish(small, holding, NULL);
	assert_non_null(turn);
	assert_int_equal(issued_count(turn, EVENT_PUBLISHED), 2);
	assert_string_equal(turn->events[0].statement->lang, "en");
	assert_string_equal(turn->events[1].statement->lang, "zh");
	assert_string_equal(turn->events[1].statement->text, "\xe8\xaf\x9d");
	assert_int_equal(now_of(small, holding, STATE_NOTICE_COUNT), 1);
	assert_int_equal(now_of(small, holding, STATE_NOTICE_NEXT), 24 * 3600);
}

static void publishing_completes_the_action_that_sends_it_and_the_story_reacts(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	const struct event_turn *turn = issued_publish(small, holding, NULL);
	assert_int_equal(issued_event(turn, EVENT_ACTED)->ref, small_name(small, NAMES_ACTION, "publish-holding"));
	assert_string_equal(issued_event(turn, EVENT_SCORED)->why, "They heard it from us.");
	assert_non_null(issued_event(turn, EVENT_STEP_DONE));
}

static void nothing_goes_out_that_was_never_drafted(void **state)
{
	struct small *small = *state;
	assert_null(issued_publish(small, holding, NULL));
	assert_string_equal(small->why, "There is nothing to publish yet; first: draft customer-holding");
	assert_null(issued_approve(small, holding, "legal"));
	assert_string_equal(small->why, "There is nothing to approve yet; first: draft customer-holding");
}

static void what_went_out_is_drafted_again_before_it_goes_out_again(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	assert_non_null(issued_publish(small, holding, NULL));
	assert_null(issued_publish(small, holding, NULL));
	assert_string_equal(small->why,
	                    "customer-holding went out as it was drafted; draft it again before you publish it.");
}

static void a_missing_approval_is_told_with_role_and_person(void **state)
{
	struct small *small = *state;
	assert_non_null(issued_draft(small, holding, "Words.", NULL));
	assert_null(issued_publish(small, holding, NULL));
	assert_string_equal(small->why,
	                    "Not yet approved by legal (Adeline) and incident-lead (Mei Lin). If it can't wait: "
	                    "publish customer-holding because ...");
	assert_non_null(issued_approve(small, holding, "incident-lead"));
	assert_null(issued_publish(small, holding, NULL));
	assert_string_equal(
	    small->why, "Not yet approved by legal (Adeline). If it can't wait: publish customer-holding because ...");
}

static void all_that_is_lacking_is_told_at_once(void **state)
{
	struct small *small = *state;
	struct statement_value value = issued_number(small, "people", 9870, 0);
	assert_non_null(issued_draft(small, holding, "Words.", &value));
	assert_null(issued_publish(small, holding, NULL));
	assert_string_equal(small->why,
	                    "Not proved, or corrected since: \"a number\"; draft customer-holding again. Not yet "
	                    "approved by legal (Adeline) and incident-lead (Mei Lin). If it can't wait: publish "
	                    "customer-holding because ...");
}

static void a_correction_of_nothing_needs_a_reason_and_is_no_correction(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	statement.needless = "no notice to these readers is on record";
	assert_non_null(issued_draft_of(small, holding, &statement, 1));
	assert_non_null(issued_approve(small, holding, "legal"));
	assert_non_null(issued_approve(small, holding, "incident-lead"));
	assert_null(issued_publish(small, holding, NULL));
	assert_string_equal(small->why, "There is nothing to correct: no notice to these readers is on record. If it "
	                                "can't wait: publish customer-holding because ...");
	const struct event_turn *turn = issued_publish(small, holding, "the paper asked for one");
	assert_int_equal(issued_count(turn, EVENT_PUBLISHED), 1);
	assert_null(issued_event(turn, EVENT_ACTED));
	assert_null(issued_event(turn, EVENT_STEP_DONE));
}

static void a_reason_on_record_stands_for_what_is_missing(void **state)
{
	struct small *small = *state;
	assert_non_null(issued_draft(small, holding, "Words.", NULL));
	const struct event_turn *turn = issued_publish(small, holding, "she is on a plane");
	assert_non_null(turn);
	assert_int_equal(turn->events[0].kind, EVENT_OVERRIDDEN);
	assert_string_equal(turn->events[0].why, "she is on a plane");
	assert_int_equal(turn->events[1].kind, EVENT_PUBLISHED);
}

static void a_reason_is_not_recorded_where_nothing_is_missing(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	assert_null(issued_event(issued_publish(small, holding, "just in case"), EVENT_OVERRIDDEN));
}

static void a_role_that_is_no_approver_is_refused(void **state)
{
	struct small *small = *state;
	assert_non_null(issued_draft(small, holding, "Words.", NULL));
	assert_null(issued_approve(small, holding, "it-admin"));
	assert_string_equal(small->why, "customer-holding is not for it-admin to approve, but for legal (Adeline) and "
	                                "incident-lead (Mei Lin).");
	assert_non_null(issued_approve(small, holding, "legal"));
	assert_null(issued_approve(small, holding, "legal"));
	assert_string_equal(small->why, "legal has approved these words of customer-holding already.");
}

static void without_a_row_in_the_playbook_the_owner_approves(void **state)
{
	struct small *small = *state;
	assert_non_null(issued_draft(small, "press-line", "Words.", NULL));
	assert_null(issued_approve(small, "press-line", "legal"));
	assert_non_null(issued_approve(small, "press-line", "incident-lead"));
	const struct event_turn *turn = issued_publish(small, "press-line", NULL);
	assert_non_null(turn);
	assert_int_equal(turn->events[0].at, STATE_NEVER);
}

static void an_approval_records_the_person_the_way_and_the_time(void **state)
{
	struct small *small = *state;
	small_until(small, 7200);
	assert_non_null(issued_draft(small, holding, "Words.", NULL));
	struct act act = issued_act(small, ACT_APPROVE, issued_kind(small, holding));
	act.other = small_name(small, NAMES_ROLE, "legal");
	act.why = "by phone";
	act.t = 10800;
	act.at = 9000;
	const struct event_turn *turn = small_take(small, act);
	assert_non_null(turn);
	assert_string_equal(turn->events[0].who, "Adeline");
	assert_string_equal(turn->events[0].why, "by phone");
	assert_int_equal(turn->events[0].at, 9000);
}

static void nobody_approves_before_the_story_began_what_was_drafted_in_its_first_minute(void **state)
{
	struct small *small = *state;
	assert_non_null(issued_draft(small, holding, "Words.", NULL));
	struct act act = issued_act(small, ACT_APPROVE, issued_kind(small, holding));
	act.other = small_name(small, NAMES_ROLE, "legal");
	act.at = -30;
	assert_null(small_take(small, act));
	act.at = 0;
	assert_non_null(small_take(small, act));
}

static void nobody_approves_before_it_was_drafted_or_in_time_to_come(void **state)
{
	struct small *small = *state;
	struct statement statement = issued_statement("Words.", NULL, 0);
	struct act act = issued_act(small, ACT_DRAFT, issued_kind(small, holding));
	act.statements = &statement;
	act.nstatements = 1;
	act.t = 7200;
	assert_non_null(small_take(small, act));
	act = issued_act(small, ACT_APPROVE, issued_kind(small, holding));
	act.other = small_name(small, NAMES_ROLE, "legal");
	act.at = 3600;
	assert_null(small_take(small, act));
	assert_string_equal(
	    small->why, "Thu 5 Mar 2026, 22:40 is before these words were drafted (Thu 5 Mar 2026, 23:40). It is Thu 5 "
	                "Mar 2026, 23:40 now; if they said yes just now, leave the time out.");
	act.at = 9000;
	assert_null(small_take(small, act));
	assert_string_equal(small->why, "T+2:30 has not come yet.");
}

static void other_words_void_the_approvals_and_the_same_words_keep_them(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	assert_non_null(issued_draft(small, holding, "Words.", NULL));
	assert_int_equal(approval_missing(&small->session->state, issued_kind(small, holding)), NAMES_NONE);
	assert_non_null(issued_draft(small, holding, "Other words.", NULL));
	assert_null(issued_publish(small, holding, NULL));
	assert_non_null(strstr(small->why, "Not yet approved by legal (Adeline) and incident-lead"));
}

static void another_language_voids_them_too(void **state)
{
	struct small *small = *state;
	struct statement malay = issued_statement("Kata.", NULL, 0);
	issued_cleared(small, NULL);
	malay.lang = "ms";
	assert_non_null(issued_draft_of(small, holding, &malay, 1));
	assert_int_not_equal(approval_missing(&small->session->state, issued_kind(small, holding)), NAMES_NONE);
	const struct event_turn *turn = issued_publish(small, holding, "no time");
	assert_int_equal(issued_count(turn, EVENT_PUBLISHED), 2);
}

static void a_value_that_was_corrected_since_is_refused(void **state)
{
	struct small *small = *state;
	int32_t turn = issued_verify(small, "people", 9870, NULL)->n;
	struct statement_value value = issued_number(small, "people", 9870, turn);
	issued_cleared(small, &value);
	assert_non_null(issued_verify(small, "people", 9900, NULL));
	assert_null(issued_publish(small, holding, NULL));
	assert_string_equal(small->why, "Not proved, or corrected since: \"a number\"; draft customer-holding again. "
	                                "If it can't wait: publish customer-holding because ...");
}

static void a_text_that_was_corrected_since_is_refused(void **state)
{
	struct small *small = *state;
	int32_t turn = issued_verify(small, "how", SHAPE_UNSET, "By an export")->n;
	struct statement_value value = issued_number(small, "how", SHAPE_UNSET, turn);
	issued_cleared(small, &value);
	assert_non_null(issued_verify(small, "how", SHAPE_UNSET, "By a token"));
	assert_null(issued_publish(small, holding, NULL));
	assert_non_null(strstr(small->why, "or corrected since"));
}

static void a_deed_that_was_not_done_is_refused(void **state)
{
	struct small *small = *state;
	struct statement_value value = issued_deed(small, "suspend-account", "We switched it off.");
	issued_cleared(small, &value);
	assert_null(issued_publish(small, holding, NULL));
	assert_non_null(strstr(small->why, "Not proved, or corrected since: \"We switched it off.\"; draft"));
}

static void hold_notices(struct small *small, int32_t until)
{
	struct act act = issued_act(small, ACT_PAUSE, small_name(small, NAMES_PAUSE, "notices"));
	act.why = "the police asked in writing";
	act.at = until;
	assert_non_null(small_take(small, act));
}

static void what_an_authority_holds_back_goes_out_for_no_reason(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	hold_notices(small, 7200);
	assert_null(issued_publish(small, holding, "we want to"));
	assert_string_equal(
	    small->why,
	    "customer-holding is held back: the police asked in writing, until Thu 5 Mar 2026, 23:40. Once that "
	    "is lifted: unpause notices");
	assert_non_null(issued_draft(small, "press-line", "Words.", NULL));
	assert_non_null(issued_publish(small, "press-line", "no customers in it"));
}

static void a_hold_whose_end_has_come_no_longer_holds(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	hold_notices(small, 7200);
	struct act act = issued_act(small, ACT_PUBLISH, issued_kind(small, holding));
	act.t = 7199;
	assert_null(small_take(small, act));
	act.t = 7200;
	assert_non_null(small_take(small, act));
}

static void a_hold_without_a_reason_or_with_an_end_gone_by_is_refused(void **state)
{
	struct small *small = *state;
	struct act act = issued_act(small, ACT_PAUSE, small_name(small, NAMES_PAUSE, "notices"));
	assert_null(small_take(small, act));
	assert_string_equal(
	    small->why, "Say who asked for it: pause notices because the police asked in writing until 10 Mar 09:00");
	act.why = "the police asked";
	act.t = 7200;
	act.at = 3600;
	assert_null(small_take(small, act));
	assert_string_equal(small->why, "That end has passed already.");
	act = issued_act(small, ACT_PAUSE, small_name(small, NAMES_PAUSE, "ads"));
	assert_non_null(small_take(small, act));
}

static void a_line_before_the_authority_was_told_is_not_the_notice_of_the_law(void **state)
{
	struct small *small = *state;
	struct act aware = issued_act(small, ACT_MOMENT, SHAPE_AWARE);
	assert_non_null(small_take(small, aware));
	issued_cleared(small, NULL);
	assert_string_equal(issued_publish(small, holding, NULL)->events[0].text, "not-statutory");
	assert_non_null(issued_draft(small, "customer-confirmed", "Words.", NULL));
	assert_null(issued_publish(small, "customer-confirmed", "now")->events[1].text);
}

static void people_are_not_told_before_the_authority_where_the_law_says_so(void **state)
{
	struct small *small = *state;
	struct regime_duties *duties = NULL;
	for (size_t i = 0; i < small->world->nregimes; i++)
		if (strcmp(small->world->regimes[i]->id, "sg-pdpa") == 0)
			duties = &small->world->regimes[i]->duties;
	assert_non_null(duties);
	duties->individuals =
	    (struct regime_duty){.entry = duties->authority.entry, .after = REGIME_AFTER_AUTHORITY, .law = "s 26D(2)"};
	issued_draft(small, "customer-confirmed", "Words.", NULL);
	issued_approve(small, "customer-confirmed", "legal");
	issued_approve(small, "customer-confirmed", "incident-lead");
	assert_null(issued_publish(small, "customer-confirmed", NULL));
	assert_string_equal(small->why, "The PDPC is told first, or at the same time (s 26D(2)): publish its form, or: "
	                                "notify sg-pdpa.authority. If it can't wait: publish customer-confirmed "
	                                "because ...");
	assert_int_equal(approval_early(&small->session->state, issued_kind(small, holding), INT32_MAX), NAMES_NONE);
	assert_string_equal(issued_publish(small, "customer-confirmed", "counsel says so")->events[0].why,
	                    "counsel says so");
	issued_draft(small, "customer-confirmed", "Words.", NULL);
	issued_approve(small, "customer-confirmed", "legal");
	issued_approve(small, "customer-confirmed", "incident-lead");
	struct statement form = issued_statement("The filing.", NULL, 0);
	form.regime = "sg-pdpa";
	issued_draft_of(small, "authority-sg-pdpa", &form, 1);
	assert_non_null(issued_publish(small, "authority-sg-pdpa", "no time"));
	assert_non_null(issued_publish(small, "customer-confirmed", NULL));
}

static void a_form_files_with_the_authority_of_its_law(void **state)
{
	struct small *small = *state;
	struct statement form = issued_statement("The filing.", NULL, 0);
	int deadline = small_name(small, NAMES_DEADLINE, "kr-pipa.authority");
	form.template = "authority-kr-pipa";
	form.regime = "kr-pipa";
	assert_non_null(issued_draft_of(small, "authority-kr-pipa", &form, 1));
	const struct event_turn *turn = issued_publish(small, "authority-kr-pipa", "no time");
	assert_int_equal(issued_event(turn, EVENT_NOTIFIED)->ref, deadline);
	assert_int_equal(issued_event(turn, EVENT_ACTED)->ref, small_name(small, NAMES_ACTION, "notify-pipc"));
	assert_int_equal(small_get(small, STATE_DEADLINE, small_name(small, NAMES_DEADLINE, "sg-pdpa.authority"),
	                           STATE_DEADLINE_NOTIFIED),
	                 STATE_NEVER);
}

static void a_moment_that_was_corrected_is_drafted_again(void **state)
{
	struct small *small = *state;
	struct act aware = issued_act(small, ACT_MOMENT, SHAPE_AWARE);
	aware.t = 3600;
	aware.at = 3600;
	int32_t turn = small_take(small, aware)->n;
	struct statement_value value = {NAMES_NONE, NAMES_NONE, SHAPE_AWARE, 3600, turn, "22:40", NULL};
	issued_cleared(small, &value);
	aware.at = 1800;
	assert_non_null(small_take(small, aware));
	assert_null(issued_publish(small, holding, NULL));
	assert_string_equal(small->why,
	                    "Not proved, or corrected since: \"22:40\"; draft customer-holding again. If it "
	                    "can't wait: publish customer-holding because ...");
	aware.at = 3600;
	assert_non_null(small_take(small, aware));
	assert_non_null(issued_publish(small, holding, NULL));
}

static void each_form_is_drafted_approved_and_filed_by_itself(void **state)
{
	struct small *small = *state;
	struct statement form = issued_statement("The filing.", NULL, 0), other = form;
	form.regime = "kr-pipa";
	other.regime = "sg-pdpa";
	assert_non_null(issued_draft_of(small, "authority-kr-pipa", &form, 1));
	assert_non_null(issued_draft_of(small, "authority-sg-pdpa", &other, 1));
	const struct event_turn *turn = issued_publish(small, "authority-kr-pipa", "no time");
	assert_string_equal(issued_event(turn, EVENT_PUBLISHED)->statement->regime, "kr-pipa");
	assert_int_not_equal(now_of(small, "authority-sg-pdpa", STATE_NOTICE_DRAFTED), STATE_NEVER);
	assert_int_equal(small_get(small, STATE_DEADLINE, small_name(small, NAMES_DEADLINE, "sg-pdpa.authority"),
	                           STATE_DEADLINE_NOTIFIED),
	                 STATE_NEVER);
}

static void a_template_is_kept_once_in_a_record(void **state)
{
	struct small *small = *state;
	assert_string_equal(issued_draft(small, holding, "Words.", NULL)->events[0].statement->source, "{{text}}");
	assert_null(issued_draft(small, holding, "More words.", NULL)->events[0].statement->source);
	assert_null(issued_publish(small, holding, "no time")->events[1].statement->source);
}

static void a_draft_that_is_too_long_or_empty_is_refused(void **state)
{
	struct small *small = *state;
	char *text = calloc(1, STATEMENT_TEXT + 2);
	memset(text, 'a', STATEMENT_TEXT + 1);
	assert_null(issued_draft(small, holding, text, NULL));
	assert_string_equal(small->why, "customer-holding (en) has 65537 bytes; a notice has 65536 at most.");
	text[STATEMENT_TEXT] = '\0';
	assert_non_null(issued_draft(small, holding, text, NULL));
	free(text);
	static struct statement_value many[STATEMENT_VALUES + 1];
	struct statement full = issued_statement("Words.", many, STATEMENT_VALUES + 1);
	assert_null(issued_draft_of(small, holding, &full, 1));
	assert_string_equal(small->why, "customer-holding (en) says over 200 values; make two notices of it.");
	assert_null(issued_draft_of(small, holding, NULL, 0));
	assert_string_equal(small->why, "There is nothing in this draft.");
}

static void what_went_out_is_not_taken_back(void **state)
{
	struct small *small = *state;
	issued_cleared(small, NULL);
	assert_non_null(issued_publish(small, holding, NULL));
	assert_null(small_take(small, issued_act(small, ACT_UNDO, 0)));
	assert_string_equal(small->why, "It went out, and nobody can take it back; publish a correction.");
	assert_int_equal(now_of(small, holding, STATE_NOTICE_COUNT), 1);
	assert_non_null(issued_draft(small, holding, "Words.", NULL));
	assert_non_null(small_take(small, issued_act(small, ACT_UNDO, 0)));
	assert_null(small_take(small, issued_act(small, ACT_UNDO, 0)));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(what_was_drafted_approved_and_published_goes_out_in_every_language),
	    TEST(publishing_completes_the_action_that_sends_it_and_the_story_reacts),
	    TEST(nothing_goes_out_that_was_never_drafted),
	    TEST(what_went_out_is_drafted_again_before_it_goes_out_again),
	    TEST(a_missing_approval_is_told_with_role_and_person),
	    TEST(all_that_is_lacking_is_told_at_once),
	    TEST(a_correction_of_nothing_needs_a_reason_and_is_no_correction),
	    TEST(a_reason_on_record_stands_for_what_is_missing),
	    TEST(a_reason_is_not_recorded_where_nothing_is_missing),
	    TEST(a_role_that_is_no_approver_is_refused),
	    TEST(without_a_row_in_the_playbook_the_owner_approves),
	    TEST(an_approval_records_the_person_the_way_and_the_time),
	    TEST(nobody_approves_before_the_story_began_what_was_drafted_in_its_first_minute),
	    TEST(nobody_approves_before_it_was_drafted_or_in_time_to_come),
	    TEST(other_words_void_the_approvals_and_the_same_words_keep_them),
	    TEST(another_language_voids_them_too),
	    TEST(a_value_that_was_corrected_since_is_refused),
	    TEST(a_text_that_was_corrected_since_is_refused),
	    TEST(a_deed_that_was_not_done_is_refused),
	    TEST(what_an_authority_holds_back_goes_out_for_no_reason),
	    TEST(a_hold_whose_end_has_come_no_longer_holds),
	    TEST(a_hold_without_a_reason_or_with_an_end_gone_by_is_refused),
	    TEST(a_line_before_the_authority_was_told_is_not_the_notice_of_the_law),
	    TEST(people_are_not_told_before_the_authority_where_the_law_says_so),
	    TEST(a_form_files_with_the_authority_of_its_law),
	    TEST(a_moment_that_was_corrected_is_drafted_again),
	    TEST(each_form_is_drafted_approved_and_filed_by_itself),
	    TEST(a_template_is_kept_once_in_a_record),
	    TEST(a_draft_that_is_too_long_or_empty_is_refused),
	    TEST(what_went_out_is_not_taken_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
