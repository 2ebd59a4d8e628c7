#include "trialled.h"

#include "desk/trial.h"

/* Reads and plays a test of these lines; whether it went as expected. */
static bool plays(struct trialled *t, const char *lines)
{
	struct arena *arena = arena_new();
	struct coverage *coverage = coverage_new();
	struct trial trial;
	struct file file;
	char scenario[64];
	trialled_write(t, "tests/t.answers", lines);
	snprintf(scenario, sizeof scenario, "%s/small.lua", t->folder);
	bool good = file_read(t->path, t->path, arena, &t->diags, &file) &&
	            trial_read(&file, arena, &t->diags, &trial) &&
	            trial_play(&trial, scenario, NULL, coverage, &t->diags);
	text_clear(&t->out);
	coverage_tell(coverage, &t->out);
	coverage_free(coverage);
	arena_free(arena);
	return good;
}

#define assert_plays(lines)                                                                                            \
	do {                                                                                                           \
		if (!plays(t, lines))                                                                                  \
			fail_msg("%s", trialled_told(t));                                                              \
	} while (0)
#define assert_fails(lines, words)                                                                                     \
	do {                                                                                                           \
		assert_false(plays(t, lines));                                                                         \
		assert_string_equal(trialled_told(t), words);                                                          \
	} while (0)

static void lines_are_typed_and_expectations_hold_where_they_stand(void **state)
{
	struct trialled *t = *state;
	assert_plays("play small\n"
	             "expect delivered first\nexpect open one\nexpect score care = 0\n"
	             "one good\n"
	             "expect chose one good\nexpect score care = 2\nexpect not withheld unless\n"
	             "wait until T+2:00\n"
	             "expect withheld unless\n");
	assert_non_null(strstr(t->out.data, "options        1 of 4"));
	assert_non_null(strstr(t->out.data, "injects        1 of 4"));
}

static void a_failure_is_told_at_its_line_with_what_was_so_and_the_rest_goes_on(void **state)
{
	struct trialled *t = *state;
	assert_fails("play small\none poor\nexpect chose one good\nnext\nnext\nexpect withheld unless\n"
	             "expect score care = -1\n",
	             "/tests/t.answers:3:1: expected chose one good; it was answered poor at T+0:00\n"
	             "/tests/t.answers:6:1: expected withheld unless; it came at T+2:00\n");
}

static void a_line_that_is_refused_is_a_fault_unless_that_is_expected(void **state)
{
	struct trialled *t = *state;
	assert_fails("play small\none god\nexpect open one\n",
	             "/tests/t.answers:2:1: refused: \"god\" is none of the choices: 1 to 2, or 0 and your own words "
	             "for something else.\n");
	assert_plays("play small\none god\nexpect refused\nexpect open one\n");
	assert_fails("play small\nquit\nexpect open one\n",
	             "/tests/t.answers:2:1: refused: a test goes on to its last line\n");
	assert_fails("play small\none good\nexpect refused\n",
	             "/tests/t.answers:3:1: expected refused; the line before it was taken\n");
}

static void the_cut_is_the_one_that_the_first_line_names(void **state)
{
	struct trialled *t = *state;
	assert_plays("play small\nwait 4h\nexpect not delivered other\n");
	assert_plays("play small --extended --clock stepped --seed 3 --playbook sme-ecommerce --lang zh\nwait 4h\n"
	             "expect delivered other\n");
	assert_plays("train small\nwait 4h\nexpect delivered other\n");
	assert_plays("train small --core\nwait 4h\nexpect not delivered other\n");
}

static void comments_are_no_lines_of_the_test_and_keep_the_numbers_of_the_others(void **state)
{
	struct trialled *t = *state;
	assert_plays("# what this is about\nplay small\n# refused\none god\n  # on purpose\nexpect refused\n");
	assert_fails(
	    "# a\nply small\nexpect open one\n",
	    "/tests/t.answers:2:1: the first line says what is played: play SCENARIO, or train SCENARIO; did you "
	    "mean \"play\"?\n");
	assert_fails("# a\n\nplay small\n",
	             "/tests/t.answers:2:1: the first line says what is played: play SCENARIO, or "
	             "train SCENARIO\n");
	assert_fails("play small\n# b\none poor\n# c\nexpect chose one good\n",
	             "/tests/t.answers:5:1: expected chose one good; it was answered poor at T+0:00\n");
}

static void what_a_test_says_of_itself_is_told_from_what_is_typed(void **state)
{
	(void)state;
	assert_true(trial_says("train small --core", true) && trial_says("play small", true));
	assert_true(trial_says("# why", false) && trial_says("expect open one", false));
	assert_false(trial_says("train small", false) || trial_says("one good", true) || trial_says("", true));
}

static void a_cut_is_played_as_train_plays_it(void **state)
{
	struct trialled *t = *state;
	assert_plays("train small --core --role it-admin\nexpect open one\none good\n\nexpect score care = 2\n");
	assert_plays(
	    "train small --role support\nexpect chose one good\n\nexpect open two\ntwo same\nexpect score care = 0\n");
	assert_plays("train small --minutes 1\nexpect open one\n");
	assert_fails(
	    "# who\ntrain small --role legal\nexpect open one\n",
	    "/tests/t.answers:2:1: --role: legal decides nothing in small; these do: it-admin (1), support (1)\n");
	assert_fails("train small --minutes none\nexpect open one\n",
	             "/tests/t.answers:1:23: --minutes wants a whole number, not \"none\"\n");
	assert_fails("train small --minutes 0\nexpect open one\n",
	             "/tests/t.answers:1:23: --minutes wants a whole number from 1\n");
}

/* Alone, an empty line goes on when no question is open; in a room it does not. */
static void an_empty_line_means_what_it_means_there(void **state)
{
	struct trialled *t = *state;
	assert_plays("train small\none good\n\n\nexpect withheld unless\n");
	assert_plays("play small\none good\n\n\nexpect not withheld unless\n");
}

static void it_can_play_by_itself_and_takes_no_lines_then(void **state)
{
	struct trialled *t = *state;
	assert_plays("play small --auto best\nexpect chose one good\nexpect done suspend-account\n");
	assert_plays("play small --auto worst\nexpect chose one poor\nexpect not done suspend-account\n");
	assert_fails("play small --auto best\none good\nexpect chose one good\n",
	             "/tests/t.answers:2:1: nothing is typed where the automatic player plays\n");
}

static void a_hook_that_fails_fails_the_test(void **state)
{
	struct trialled *t = *state;
	assert_false(plays(t, "play small --extended\none good\nwait until T+9:00\nexpect delivered broken\n"));
	assert_string_equal(trialled_told(t), "/tests/t.answers:3:1: the hook inject:broken:when failed: small.lua:5: "
	                                      "attempt to perform arithmetic on a nil value\n");
}

/* Its condition had no answer, so neither is reached. */
static void a_failed_condition_reaches_neither_answer(void **state)
{
	struct trialled *t = *state;
	plays(t, "play small --extended\none good\nwait until T+9:00\nexpect delivered broken\n");
	assert_non_null(strstr(t->out.data, "hooks          0 of 2"));
}

static void drafts_are_written_and_leave_no_file(void **state)
{
	struct trialled *t = *state;
	char tests[64];
	assert_plays("play small\none good\ndraft customer-holding en\napprove customer-holding for legal by phone\n"
	             "publish customer-holding because it could not wait\nexpect published customer-holding\n");
	assert_fails(
	    "play small\ndraft customer-holdig en\nexpect open one\n",
	    "/tests/t.answers:2:1: refused: Unknown notice kind \"customer-holdig\"; did you mean customer-holding?\n");
	snprintf(tests, sizeof tests, "%s/tests", t->folder);
	assert_int_equal(trialled_clear(tests), 1);
	assert_int_equal(trialled_clear(t->folder), 1);
}

static void the_first_line_says_what_is_played(void **state)
{
	struct trialled *t = *state;
	assert_fails("ply small\nexpect open one\n", "/tests/t.answers:1:1: the first line says what is played: play "
	                                             "SCENARIO, or train SCENARIO; did you mean \"play\"?\n");
	assert_fails("play\nexpect open one\n",
	             "/tests/t.answers:1:5: behind it stands the name of a scenario of the folder above\n");
	assert_fails("play ../small\nexpect open one\n",
	             "/tests/t.answers:1:6: behind it stands the name of a scenario of the folder above\n");
	assert_fails("play small --extende\nexpect open one\n",
	             "/tests/t.answers:1:12: no option of a test; did you mean \"--extended\"?\n");
	assert_fails("train small --auto best\nexpect open one\n", "/tests/t.answers:1:13: no option of a test\n");
	assert_fails("play small --auto bets\nexpect open one\n",
	             "/tests/t.answers:1:19: --auto wants one of best worst first random, not \"bets\"; did you mean "
	             "\"best\"?\n");
	assert_fails("play small --clock scaled\nexpect open one\n",
	             "/tests/t.answers:1:20: a test runs on the stepped clock\n");
	assert_fails("play small --seed 1x\nexpect open one\n",
	             "/tests/t.answers:1:19: --seed wants a whole number, not \"1x\"\n");
	assert_fails("play small --seed\nexpect open one\n",
	             "/tests/t.answers:1:18: what should stand behind it is missing\n");
}

static void a_test_that_cannot_fail_is_none(void **state)
{
	struct trialled *t = *state;
	assert_fails("play small\none good\n",
	             "/tests/t.answers:1:0: nothing is expected here, so nothing can fail: add expect ...\n");
}

static void it_plays_the_same_each_time(void **state)
{
	struct trialled *t = *state;
	for (int i = 0; i < 2; i++)
		assert_plays("play small --auto random --seed 5\nexpect chose one poor\n");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, trialled_setup, trialled_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(lines_are_typed_and_expectations_hold_where_they_stand),
	    CASE(a_failure_is_told_at_its_line_with_what_was_so_and_the_rest_goes_on),
	    CASE(a_line_that_is_refused_is_a_fault_unless_that_is_expected),
	    CASE(the_cut_is_the_one_that_the_first_line_names),
	    CASE(comments_are_no_lines_of_the_test_and_keep_the_numbers_of_the_others),
	    CASE(what_a_test_says_of_itself_is_told_from_what_is_typed),
	    CASE(a_cut_is_played_as_train_plays_it),
	    CASE(an_empty_line_means_what_it_means_there),
	    CASE(it_can_play_by_itself_and_takes_no_lines_then),
	    CASE(a_hook_that_fails_fails_the_test),
	    CASE(a_failed_condition_reaches_neither_answer),
	    CASE(drafts_are_written_and_leave_no_file),
	    CASE(the_first_line_says_what_is_played),
	    CASE(a_test_that_cannot_fail_is_none),
	    CASE(it_plays_the_same_each_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
