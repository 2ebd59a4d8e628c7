#include "small.h"

#include "desk/expectation.h"

#define STORY                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"inject 'first' { at = '0h', from = 'X', to = 'support', channel = 'chat', text = 'T', opens = 'one' }\n"      \
	"inject 'unless' { by = '1h', unless = 'suspend-account', from = 'X', to = 'support', channel = 'chat', "      \
	"text = 'T' }\n"                                                                                               \
	"inject 'last' { at = '50h', from = 'X', to = 'support', channel = 'chat', text = 'T', opens = 'two' }\n"      \
	"inject 'more' { at = '1h', extra = true, from = 'X', to = 'support', channel = 'chat', text = 'T' }\n"        \
	"decision 'one' { owner = 'it-admin', within = '30m', objective = 'containment', ask = 'Q?', hint = 'H', "     \
	"probes = { 'P' }, listen_for = 'L', "                                                                         \
	"{ id = 'good', 'Good', does = { 'suspend-account', 'hold-log-purge' }, score = { containment = 3 }, "         \
	"because = 'B' }, "                                                                                            \
	"{ id = 'poor', 'Poor', score = { containment = -1 }, critical = 'burnt', because = 'B' } }\n"                 \
	"decision 'two' { owner = 'support', closes = '1h', objective = 'care', ask = 'Q?', hint = 'H', "              \
	"probes = { 'P' }, listen_for = 'L', "                                                                         \
	"{ id = 'same', 'Same', score = { care = 1 }, because = 'B' }, "                                               \
	"{ id = 'equal', 'Equal', score = { care = 1 }, because = 'B' } }\n"

static int setup(void **state)
{
	small_setup(state, STORY);
	small_until(*state, 0);
	return 0;
}

static void choose(struct small *small, int option)
{
	assert_non_null(small_take(small, (struct act){.kind = ACT_CHOOSE,
	                                               .refs = {small_name(small, NAMES_DECISION, "one")},
	                                               .nrefs = 1,
	                                               .other = option,
	                                               .value = EVENT_MEDIUM,
	                                               .at = STATE_NEVER}));
}

/* What a line says; "" when it holds. Without the place in front. */
static const char *said(struct small *small, const char *line, const char *refused)
{
	struct diags diags;
	struct expectation_scene scene = {small->session, session_now(small->session), refused};
	diags_init(&diags);
	bool holds = expectation_holds(&scene, line, "t.answers", 7, &diags);
	const char *told = diags.n ? diags.v[0].message : "";
	assert_int_equal(holds, diags.n == 0);
	if (diags.n)
		assert_int_equal(diags.v[0].line, 7);
	told = diags.n && diags.v[0].hint
	           ? arena_printf(small->arena, "%d: %s (%s)", diags.v[0].col, told, diags.v[0].hint)
	           : arena_dup(small->arena, told);
	diags_free(&diags);
	return told;
}

#define assert_says(line, words) assert_string_equal(said(small, line, NULL), words)
#define assert_so(line)          assert_says(line, "")

static void a_typed_line_is_no_expectation(void **state)
{
	(void)state;
	assert_true(expectation_is("expect total >= 5"));
	assert_true(expectation_is("expect"));
	assert_false(expectation_is("expectations are high"));
	assert_false(expectation_is("note expect it"));
	assert_true(expectation_of_refusal("expect refused"));
	assert_false(expectation_of_refusal("expect total >= 5"));
}

static void what_became_of_a_message_is_told(void **state)
{
	struct small *small = *state;
	assert_so("expect delivered first");
	assert_so("expect not delivered unless");
	assert_says("expect withheld first", "expected withheld first; it came at T+0:00");
	assert_says("expect not delivered first", "expected not delivered first; it came at T+0:00");
	assert_says("expect delivered last", "expected delivered last; it has not come by T+0:00");
	assert_says("expect delivered more", "expected delivered more; it is extra, and the core cut is played");
	choose(small, 0);
	small_until(small, 3600);
	assert_so("expect withheld unless");
	assert_says("expect delivered unless", "expected delivered unless; it was withheld at T+1:00");
}

static void what_became_of_a_question_is_told(void **state)
{
	struct small *small = *state;
	assert_so("expect open one");
	assert_so("expect not open two");
	assert_says("expect chose one good", "expected chose one good; it is open since T+0:00");
	assert_says("expect lapsed two", "expected lapsed two; it has not been asked by T+0:00");
	choose(small, 0);
	assert_so("expect chose one good");
	assert_so("expect not chose one poor");
	assert_says("expect chose one poor", "expected chose one poor; it was answered good at T+0:00");
	small_until(small, 52 * 3600);
	assert_so("expect lapsed two");
	assert_says("expect chose two same", "expected chose two same; it lapsed at T+51:00");
}

static void what_happened_is_told_with_its_time(void **state)
{
	struct small *small = *state;
	assert_says("expect done suspend-account", "expected done suspend-account; it has not happened by T+0:00");
	assert_says("expect paused log-purge", "expected paused log-purge; it is not paused");
	assert_so("expect not late one");
	small_until(small, 1800);
	assert_so("expect late one");
	choose(small, 0);
	assert_so("expect done suspend-account");
	assert_so("expect paused log-purge");
	assert_says("expect not done suspend-account", "expected not done suspend-account; it happened at T+0:30");
	assert_so("expect logged detected");
	assert_so("expect not logged aware");
	assert_so("expect not notified kr-pipa.authority");
	assert_so("expect not published customer-holding");
}

static void figures_are_compared(void **state)
{
	struct small *small = *state;
	choose(small, 0);
	assert_so("expect score containment >= 3");
	assert_so("expect score containment <=3");
	assert_so("expect score containment = 3");
	assert_so("expect score containment 3");
	assert_so("expect score containment > 2.9");
	assert_so("expect score care < 0.1");
	assert_so("expect not score containment > 3");
	assert_says("expect score containment >= 3.5",
	            "expected score containment >= 3.5; it is 3 (decision:one.good 3)");
	assert_says("expect score care < -2", "expected score care < -2; it is 0");
	assert_says("expect total > 99",
	            "expected total > 99; it is 61 (containment 3, evidence 0, scoping 0, timeliness 0, "
	            "communications 0, adherence 2, care 0)");
}

static void half_a_point_is_told_as_one(void **state)
{
	struct small *small = *state;
	small_until(small, 1800);
	choose(small, 0);
	assert_says("expect score containment = 3",
	            "expected score containment = 3; it is 1.5 (decision:one.good 1.5)");
}

static void criticals_and_the_grade_that_they_cap_are_told(void **state)
{
	struct small *small = *state;
	assert_so("expect no critical");
	assert_so("expect no critical burnt");
	assert_says("expect critical burnt", "expected critical burnt; there is no critical failure");
	choose(small, 1);
	assert_so("expect critical");
	assert_so("expect critical burnt");
	assert_says("expect no critical", "expected no critical; there is burnt");
	assert_so("expect no critical false-statement-published");
	assert_so("expect grade <= D");
	assert_so("expect grade f");
	assert_says("expect grade >= C", "expected grade >= C; it is F: total 20, and there is burnt");
}

static void a_refusal_can_be_expected(void **state)
{
	struct small *small = *state;
	assert_string_equal(said(small, "expect refused", "No such thing."), "");
	assert_string_equal(said(small, "expect not refused", "No such thing."),
	                    "expected not refused; No such thing.");
	assert_says("expect refused", "expected refused; the line before it was taken");
}

static void what_cannot_be_read_is_answered_with_the_right_word(void **state)
{
	struct small *small = *state;
	assert_says("expect deliverd first",
	            "8: expect what? One of delivered, withheld, cancelled, done, chose, open, lapsed, late, "
	            "logged, notified, published, paused, score, total, grade, critical, refused (did you mean "
	            "\"delivered\"?)");
	assert_says("expect delivered frist", "18: no inject is called \"frist\" (did you mean \"first\"?)");
	assert_says("expect not done suspend-acount",
	            "17: no action is called \"suspend-acount\" (did you mean \"suspend-account\"?)");
	assert_says("expect chose one god", "18: one has no option \"god\" (did you mean \"good\"?)");
	assert_says("expect critical burn", "17: no critical failure is called \"burn\" (did you mean \"burnt\"?)");
	assert_says("expect chose one", "it is written: expect chose DECISION OPTION");
	assert_says("expect delivered", "it is written: expect delivered ID");
	assert_says("expect delivered first now", "it is written: expect delivered ID");
	assert_says("expect score care => 3", "it is written: expect score OBJECTIVE >= POINTS");
	assert_says("expect score care", "it is written: expect score OBJECTIVE >= POINTS");
	assert_says("expect score care >= many", "it is written: expect score OBJECTIVE >= POINTS");
	assert_says("expect score care >= 999999999999", "it is written: expect score OBJECTIVE >= POINTS");
	assert_says("expect total 5 or so", "it is written: expect total >= NUMBER");
	assert_says("expect total > 200", "that is never so: a total is a whole number from 0 to 100");
	assert_says("expect not total >= 101", "that is never so: a total is a whole number from 0 to 100");
	assert_says("expect total 60.5", "that is never so: a total is a whole number from 0 to 100");
	assert_says("expect total < 0", "that is never so: a total is a whole number from 0 to 100");
	assert_says("expect total >= 0", "that is always so: a total is a whole number from 0 to 100");
	assert_says("expect total <= 100", "that is always so: a total is a whole number from 0 to 100");
	assert_says("expect not total > -1", "that is always so: a total is a whole number from 0 to 100");
	assert_says("expect grade >= F", "that is always so: a grade is F, D, C, B or A");
	assert_says("expect grade <= A", "that is always so: a grade is F, D, C, B or A");
	assert_says("expect grade > A", "that is never so: a grade is F, D, C, B or A");
	assert_says("expect grade < F", "that is never so: a grade is F, D, C, B or A");
	assert_says("expect grade G", "it is written: expect grade LETTER, or >= LETTER");
	assert_says("expect not refused by you", "it is written: expect refused");
}

/* What can't be read does not hold, turned round or not. */
static void a_negation_makes_no_sense_of_nonsense(void **state)
{
	struct small *small = *state;
	assert_string_not_equal(said(small, "expect not delivered frist", NULL), "");
	assert_string_not_equal(said(small, "expect not", NULL), "");
	assert_string_not_equal(said(small, "expect", NULL), "");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_typed_line_is_no_expectation),
	    CASE(what_became_of_a_message_is_told),
	    CASE(what_became_of_a_question_is_told),
	    CASE(what_happened_is_told_with_its_time),
	    CASE(figures_are_compared),
	    CASE(half_a_point_is_told_as_one),
	    CASE(criticals_and_the_grade_that_they_cap_are_told),
	    CASE(a_refusal_can_be_expected),
	    CASE(what_cannot_be_read_is_answered_with_the_right_word),
	    CASE(a_negation_makes_no_sense_of_nonsense),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
