#include "typed.h"
#include "exercise/slot.h"

/* "2": the number under which an option of `who` is shown. */
static int shown(const struct small *small, const char *option)
{
	int32_t order =
	    small_get(small, STATE_DECISION, small_name(small, NAMES_DECISION, "who"), STATE_DECISION_SHUFFLE);
	const struct story_decision *who = &small->world->story->decisions[small_name(small, NAMES_DECISION, "who")];
	for (int i = 1; i <= 3; i++)
		if (!strcmp(story_option_at(who, slot_ordered(order, i))->id, option))
			return i;
	fail_msg("no option %s", option);
	return 0;
}

static const char *line_of(const struct small *small, int number, const char *rest)
{
	return arena_printf(small->arena, "%d%s", number, rest);
}

static const char *chosen(const struct small *small, const struct act *act)
{
	return act->other == NAMES_NONE
	           ? "none"
	           : story_option_at(&small->world->story->decisions[act->refs[0]], act->other)->id;
}

static void a_number_chooses_what_is_shown_under_it(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	struct act act = act_of(small, line_of(small, shown(small, "chat"), ""), ACT_CHOOSE);
	assert_string_equal(chosen(small, &act), "chat");
	assert_string_equal(act.by, "it-admin");
	assert_int_equal(act.value, EVENT_MEDIUM);
	assert_null(act.text);
	assert_null(act.why);
	assert_null(act.who);
	assert_non_null(small_take(small, act));
	assert_int_equal(small_get(small, STATE_DECISION, act.refs[0], STATE_DECISION_STATUS), STATE_DECIDED);
}

static void a_choice_carries_split_confidence_and_reason(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	struct act act = act_of(small, line_of(small, shown(small, "named"), " 4-1 high the logs lapse"), ACT_CHOOSE);
	assert_string_equal(act.text, "4-1");
	assert_int_equal(act.value, EVENT_HIGH);
	assert_string_equal(act.why, "the logs lapse");
	act = act_of(small, line_of(small, shown(small, "named"), " low 3-2-1 because of low tide"), ACT_CHOOSE);
	assert_string_equal(act.text, "3-2-1");
	assert_int_equal(act.value, EVENT_LOW);
	assert_string_equal(act.why, "of low tide");
}

static void what_is_read_back_are_the_words_that_will_be_recorded(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	int named = shown(small, "named"), ceo = shown(small, "ceo");
	assert_string_equal(parse(small, line_of(small, named, " 4-1 high x")).read_back,
	                    line_of(small, named, ": Name one lead (room 4-1, sure)."));
	assert_string_equal(parse(small, line_of(small, named, " low")).read_back,
	                    line_of(small, named, ": Name one lead (not sure)."));
	assert_string_equal(parse(small, line_of(small, named, " medium")).read_back,
	                    line_of(small, named, ": Name one lead."));
	assert_string_equal(parse(small, line_of(small, ceo, "")).read_back, line_of(small, ceo, ": Wait for her?"));
	assert_string_equal(parse(small, "chat").read_back,
	                    line_of(small, shown(small, "chat"), ": Open a group chat."));
}

static void something_else_is_kept_in_its_own_words(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	const char *line = arena_printf(small->arena, "0 4-1 we call the bank first = %d because they ring back",
	                                shown(small, "named"));
	struct act act = act_of(small, line, ACT_CHOOSE);
	assert_string_equal(act.who, "we call the bank first");
	assert_string_equal(chosen(small, &act), "named");
	assert_string_equal(act.text, "4-1");
	assert_string_equal(act.why, "they ring back");
	assert_string_equal(parse(small, line).read_back,
	                    arena_printf(small->arena,
	                                 "\"we call the bank first\", most like %d: Name one lead (room 4-1).",
	                                 shown(small, "named")));
	act = act_of(small, "0 we go home", ACT_CHOOSE);
	assert_int_equal(act.other, NAMES_NONE);
	assert_string_equal(parse(small, "0 we go home").read_back, "\"we go home\", like none of the choices.");
	act = act_of(small, "0 we go home = ceo", ACT_CHOOSE);
	assert_string_equal(chosen(small, &act), "ceo");
	assert_mentions(small, "0", "In your own words");
	assert_mentions(small, "0 = 2", "In your own words");
	assert_mentions(small, "0 home = 9", "none of the choices");
	assert_mentions(small, "0 home =", "none of the choices");
}

static void a_number_beyond_the_choices_is_refused(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	assert_says(small, "4", "\"4\" is none of the choices: 1 to 3, or 0 and your own words for something else.");
	assert_mentions(small, "99999999999999999999", "none of the choices");
}

static void any_open_question_is_answered_by_its_id(void **state)
{
	struct small *small = *state;
	assert_says(small, "later ring", "later is not open.");
	small_until(small, OPEN);
	struct act act = act_of(small, "later ring high", ACT_CHOOSE);
	assert_int_equal(act.refs[0], small_name(small, NAMES_DECISION, "later"));
	assert_string_equal(chosen(small, &act), "ring");
	assert_string_equal(act.by, "support");
	act_of(small, "later 1", ACT_CHOOSE);
	assert_mentions(small, "later", "Which of its choices?");
	assert_mentions(small, "later chat", "none of the choices");
}

static void a_bare_number_never_answers_a_question_that_was_not_seen(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	struct command_context context = context_of(small);
	context.question = NAMES_NONE;
	struct command command = command_parse(&context, "1");
	assert_int_equal(command.kind, COMMAND_QUESTION);
	assert_true(command.refused);
	assert_non_null(strstr(command.say, "has changed"));
	assert_int_equal(command_parse(&context, "who 1").kind, COMMAND_ACT);
	assert_int_equal(command_parse(&context, "chat").kind, COMMAND_ACT);
}

static void a_bare_number_without_a_question_is_refused(void **state)
{
	struct small *small = *state;
	assert_mentions(small, "2", "No question is open");
	struct command_context context = context_of(small);
	context.question = small_name(small, NAMES_DECISION, "who");
	struct command command = command_parse(&context, "2");
	assert_int_equal(command.kind, COMMAND_NOTHING);
	assert_string_equal(command.say, "That question is closed; nothing was chosen.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    typed_test(a_number_chooses_what_is_shown_under_it),
	    typed_test(a_choice_carries_split_confidence_and_reason),
	    typed_test(what_is_read_back_are_the_words_that_will_be_recorded),
	    typed_test(something_else_is_kept_in_its_own_words),
	    typed_test(a_number_beyond_the_choices_is_refused),
	    typed_test(any_open_question_is_answered_by_its_id),
	    typed_test(a_bare_number_never_answers_a_question_that_was_not_seen),
	    typed_test(a_bare_number_without_a_question_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
