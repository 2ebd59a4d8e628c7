#include "issued.h"

#include "desk/command.h"
#include "desk/sending.h"

static struct command parse(const struct small *small, const char *line)
{
	struct command_context context = {small->session, NAMES_NONE, false, 80, session_now(small->session),
	                                  small->arena};
	return command_parse(&context, line);
}

static void assert_refused(const struct small *small, const char *line, const char *say)
{
	struct command command = parse(small, line);
	assert_int_equal(command.kind, COMMAND_NOTHING);
	assert_true(command.refused);
	assert_string_equal(command.say, say);
}

static struct act act_of(const struct small *small, const char *line, enum act_kind kind)
{
	struct command command = parse(small, line);
	if (command.kind != COMMAND_ACT || command.act.kind != kind)
		fail_msg("%s: %s", line, command.say ? command.say : "another command");
	return command.act;
}

static void a_draft_names_a_letter_and_languages_or_asks_which_there_are(void **state)
{
	struct small *small = *state;
	struct command command = parse(small, "draft");
	assert_int_equal(command.kind, COMMAND_DRAFT);
	assert_null(command.act.text);
	command = parse(small, "draft customer-holding");
	assert_int_equal(command.kind, COMMAND_DRAFT);
	assert_string_equal(command.act.text, "customer-holding");
	assert_null(command.act.over);
	assert_string_equal(parse(small, "draft customer-holding en, zh and ms").act.over, "en zh ms");
	assert_string_equal(parse(small, "draft authority-kr-pipa in ko").act.over, "ko");
	command = parse(small, "draft customer-holding en from my texts/edited.txt");
	assert_string_equal(command.act.over, "en");
	assert_string_equal(command.act.why, "my texts/edited.txt");
	assert_refused(small, "draft customer-holding from",
	               "From which file? draft customer-holding en from edited.txt");
	assert_refused(small, "draft customer-holding English",
	               "\"English\" is no language; they go by two letters: draft customer-holding en zh");
}

static void an_approval_says_for_whom_how_and_when(void **state)
{
	struct small *small = *state;
	small_until(small, 7200);
	assert_non_null(issued_draft(small, "customer-holding", "Words.", NULL));
	struct act act = act_of(small, "approve customer-holding for legal by phone at 21:40", ACT_APPROVE);
	assert_int_equal(act.refs[0], issued_kind(small, "customer-holding"));
	assert_int_equal(act.other, small_name(small, NAMES_ROLE, "legal"));
	assert_string_equal(act.who, "Adeline");
	assert_string_equal(act.why, "by phone at 21:40");
	assert_int_equal(act.at, 0);
	assert_string_equal(act.by, "facilitator");
	act = act_of(small, "approve customer-hol for Mei Lin", ACT_APPROVE);
	assert_int_equal(act.other, small_name(small, NAMES_ROLE, "incident-lead"));
	assert_string_equal(act.why, "in the room");
	assert_int_equal(act.at, STATE_NEVER);
}

static void whoever_says_the_line_approves_for_their_own_role(void **state)
{
	struct small *small = *state;
	struct act act = act_of(small, "@legal approve customer-holding by message", ACT_APPROVE);
	assert_int_equal(act.other, small_name(small, NAMES_ROLE, "legal"));
	assert_string_equal(act.why, "by message");
	assert_string_equal(act.by, "legal");
}

static void an_approval_without_a_role_is_refused(void **state)
{
	assert_refused(*state, "approve customer-holding by phone",
	               "Whose approval is it? approve customer-holding for legal, or @legal approve customer-holding");
	assert_refused(*state, "approve", "Write it like this:  approve customer-holding for legal by phone at 21:40");
	assert_refused(*state, "approve customer-holding legal",
	               "Write it like this:  approve customer-holding for legal by phone at 21:40");
	assert_refused(*state, "approve customer-holdin for legla", "Unknown role \"legla\"; did you mean legal?");
	assert_refused(*state, "approve press-lime for legal",
	               "Unknown notice kind \"press-lime\"; did you mean press-line?");
}

static void publishing_is_read_back_once_nothing_stands_in_its_way(void **state)
{
	struct small *small = *state;
	assert_null(parse(small, "publish customer-holding").read_back);
	assert_non_null(issued_draft(small, "customer-holding", "Words.", NULL));
	assert_null(parse(small, "publish customer-holding").read_back); /* it will be refused */
	assert_string_equal(parse(small, "publish customer-holding because it is night").read_back,
	                    "customer-holding goes to: customers. Languages: en. Approvals: legal (Adeline, not yet), "
	                    "incident-lead (Mei Lin, not yet). It goes out all the same, because it is night.");
	assert_non_null(issued_approve(small, "customer-holding", "legal"));
	assert_non_null(issued_approve(small, "customer-holding", "incident-lead"));
	assert_string_equal(
	    parse(small, "publish customer-holding").read_back,
	    "customer-holding goes to: customers. Languages: en. Approvals: legal (approved by Adeline, "
	    "in the room), incident-lead (approved by Mei Lin, in the room).");
}

static void what_nothing_proves_is_told_before_it_goes_out(void **state)
{
	struct small *small = *state;
	struct statement_value value = issued_number(small, "people", 9870, 0);
	issued_cleared(small, &value);
	assert_null(parse(small, "publish customer-holding").read_back); /* it will be refused */
	assert_string_equal(
	    parse(small, "publish customer-holding because it is night").read_back,
	    "customer-holding goes to: customers. Languages: en. Approvals: legal (approved by Adeline, "
	    "in the room), incident-lead (approved by Mei Lin, in the room). Not proved, or corrected since: "
	    "\"a number\". It goes out all the same, because it is night.");
}

static void a_form_goes_to_the_authority_of_its_law(void **state)
{
	struct small *small = *state;
	int kind = issued_kind(small, "authority-sg-pdpa");
	assert_string_equal(sending_audience(small->world, kind, "sg-pdpa"), "Commission");
	assert_string_equal(sending_audience(small->world, kind, "eu-gdpr"), "authorities"); /* concerns nobody here */
	assert_string_equal(sending_audience(small->world, kind, NULL), "authorities");
	assert_string_equal(sending_audience(small->world, issued_kind(small, "customer-holding"), "sg-pdpa"),
	                    "customers");
}

static void a_time_that_can_not_be_is_refused_with_what_time_it_is(void **state)
{
	struct small *small = *state;
	small_until(small, 4 * 3600);
	assert_refused(small, "approve customer-holding for legal by phone at 02:31",
	               "That has not come yet today; for the day before, write yesterday and the time. It is Fri 6 Mar "
	               "2026, 01:40 now.");
}

static void a_fact_is_no_notice_and_a_notice_no_fact(void **state)
{
	assert_refused(*state, "approve rows for legal",
	               "\"rows\" is a fact, not a notice; draft alone lists the notices.");
	assert_refused(*state, "withdraw customer-holding because it is wrong",
	               "\"customer-holding\" is a notice, not a fact; fact alone lists the facts. What went out is put "
	               "right by a correction, and a draft goes nowhere until it is published.");
}

static void publishing_takes_a_reason_or_nothing(void **state)
{
	struct small *small = *state;
	assert_string_equal(act_of(small, "publish press-line because they print at ten", ACT_PUBLISH).why,
	                    "they print at ten");
	assert_refused(small, "publish press-line because", "Because of what? The reason stands in the record.");
	assert_refused(small, "publish press-line now",
	               "Write it like this:  publish customer-holding, or:  publish customer-holding because ...");
}

static void a_draft_is_found_by_its_letter_too(void **state)
{
	struct small *small = *state;
	struct statement form = issued_statement("Words.", NULL, 0);
	form.template = "authority-kr-pipa-short";
	assert_non_null(issued_draft_of(small, "authority-kr-pipa", &form, 1));
	assert_int_equal(act_of(small, "publish authority-kr-pipa-short because it is due", ACT_PUBLISH).refs[0],
	                 issued_kind(small, "authority-kr-pipa"));
}

static void the_brief_is_for_legal(void **state)
{
	assert_int_equal(parse(*state, "brief legal").kind, COMMAND_BRIEF);
	assert_refused(*state, "brief", "Write it like this:  brief legal");
}

static void completion_knows_kinds_languages_and_roles(void **state)
{
	struct small *small = *state;
	char *found = command_complete(small->session, true, "draft ", 6, "press", 0);
	assert_string_equal(found, "press-line");
	free(found);
	found = command_complete(small->session, true, "draft customer-holding en ", 26, "", 1);
	assert_string_equal(found, "zh");
	free(found);
	found = command_complete(small->session, true, "approve customer-holding for ", 29, "leg", 0);
	assert_string_equal(found, "legal");
	free(found);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, issued_setup, small_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(a_draft_names_a_letter_and_languages_or_asks_which_there_are),
	    TEST(an_approval_says_for_whom_how_and_when),
	    TEST(whoever_says_the_line_approves_for_their_own_role),
	    TEST(an_approval_without_a_role_is_refused),
	    TEST(publishing_is_read_back_once_nothing_stands_in_its_way),
	    TEST(what_nothing_proves_is_told_before_it_goes_out),
	    TEST(a_form_goes_to_the_authority_of_its_law),
	    TEST(a_time_that_can_not_be_is_refused_with_what_time_it_is),
	    TEST(a_fact_is_no_notice_and_a_notice_no_fact),
	    TEST(publishing_takes_a_reason_or_nothing),
	    TEST(a_draft_is_found_by_its_letter_too),
	    TEST(the_brief_is_for_legal),
	    TEST(completion_knows_kinds_languages_and_roles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
