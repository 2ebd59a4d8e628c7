#include "trialled.h"

#include "desk/suite.h"

/* Whether all went as expected with what lies at `name` of the folder; what was said is in t->out. */
static bool runs(struct trialled *t, const char *name)
{
	char path[128];
	snprintf(path, sizeof path, "%s%s", t->folder, name);
	text_clear(&t->out);
	return suite_run(path, NULL, &t->diags, &t->out, NULL);
}

/* The same without the folder's name. */
static const char *said(struct trialled *t)
{
	struct text out = {0};
	size_t len = strlen(t->folder);
	for (const char *at = t->out.data ? t->out.data : ""; *at;)
		if (strncmp(at, t->folder, len) == 0)
			at += len;
		else
			text_add_bytes(&out, at++, 1);
	text_free(&t->out);
	t->out = out;
	return out.data ? out.data : "";
}

#define REACHED                                                                                                        \
	"  injects        1 of 4; never: unless, other, broken\n"                                                      \
	"  options        1 of 4; never: one: poor; two: same, equal\n"                                                \
	"  late branches  0 of 1; never: one\n"                                                                        \
	"  hooks          0 of 2; never: broken: when true, when false\n"

static void each_test_of_a_scenario_is_told_and_what_they_reached(void **state)
{
	struct trialled *t = *state;
	trialled_write(t, "tests/b.answers", "play small\none good\nexpect chose one good\nexpect open one\n");
	trialled_write(t, "tests/a.answers", "play small\none good\nexpect chose one good\n");
	trialled_write(t, "tests/notes.txt", "not a test\n");
	assert_false(runs(t, "/small.lua"));
	assert_string_equal(said(t), "/tests/a.answers: 1 expectation, all so\n"
	                             "/tests/b.answers: 1 fault\n"
	                             "/small.lua: 2 tests reached\n" REACHED);
	struct text told = {0};
	diags_render(&t->diags, &told);
	assert_non_null(strstr(told.data, "    4 | expect open one\n")); /* with the line in its words */
	text_free(&told);
	assert_string_equal(trialled_told(t),
	                    "/tests/b.answers:4:1: expected open one; it was answered good at T+0:00\n");
}

/* The same as data; keys are sorted. */
static void the_tests_and_what_they_reached_are_listed_for_programs(void **state)
{
	struct trialled *t = *state;
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	trialled_write(t, "other.lua", trialled_story);
	trialled_write(t, "tests/a.answers", "play small\none good\nexpect chose one good\nexpect open one\n");
	assert_false(suite_run(t->folder, NULL, &t->diags, &t->out, list));
	text_clear(&t->out);
	jsn_write(list, &t->out);
	jsn_free(list);
	assert_string_equal(
	    said(t),
	    "[{\"coverage\":null,\"scenario\":\"/other.lua\",\"tests\":[]},"
	    "{\"coverage\":{"
	    "\"hooks\":{\"all\":2,\"never\":[{\"name\":\"when true\",\"of\":\"broken\"},"
	    "{\"name\":\"when false\",\"of\":\"broken\"}],\"reached\":0},"
	    "\"injects\":{\"all\":4,\"never\":[{\"name\":\"unless\",\"of\":null},{\"name\":\"other\",\"of\":null},"
	    "{\"name\":\"broken\",\"of\":null}],\"reached\":1},"
	    "\"late\":{\"all\":1,\"never\":[{\"name\":\"one\",\"of\":null}],\"reached\":0},"
	    "\"options\":{\"all\":4,\"never\":[{\"name\":\"poor\",\"of\":\"one\"},{\"name\":\"same\",\"of\":\"two\"},"
	    "{\"name\":\"equal\",\"of\":\"two\"}],\"reached\":1},"
	    "\"reactions\":{\"all\":0,\"never\":[],\"reached\":0}},"
	    "\"scenario\":\"/small.lua\",\"tests\":[{\"expectations\":2,\"faults\":1,\"file\":\"/tests/"
	    "a.answers\"}]}]");
}

static void a_folder_is_all_its_scenarios(void **state)
{
	struct trialled *t = *state;
	trialled_write(t, "other.lua", trialled_story);
	trialled_write(t, "drill72.d.lua", "---@meta\n");
	trialled_write(t, "tests/a.answers", "play small\none good\nexpect chose one good\n");
	assert_true(runs(t, ""));
	assert_string_equal(said(t), "/other.lua: no tests\n"
	                             "/tests/a.answers: 1 expectation, all so\n"
	                             "/small.lua: 1 test reached\n" REACHED);
	assert_true(runs(t, "/"));
	assert_true(runs(t, "/tests/a.answers"));
	assert_string_equal(said(t), "/tests/a.answers: 1 expectation, all so\n"
	                             "/small.lua: 1 test reached\n" REACHED);
}

static void another_scenarios_tests_are_left_alone(void **state)
{
	struct trialled *t = *state;
	trialled_write(t, "other.lua", trialled_story);
	trialled_write(t, "tests/a.answers", "play other\none good\nexpect open one\n");
	trialled_write(t, "tests/b.answers", "play small\none good\nexpect chose one good\n");
	assert_true(runs(t, "/small.lua"));
	assert_false(runs(t, "/other.lua"));
}

static void a_test_of_no_scenario_fails_and_the_others_run(void **state)
{
	struct trialled *t = *state;
	trialled_write(t, "tests/a.answers", "play smal\nexpect open one\n");
	trialled_write(t, "tests/b.answers", "play small\none good\nexpect chose one good\n");
	trialled_write(t, "tests/c.answers", "");
	assert_false(runs(t, "/small.lua"));
	assert_string_equal(said(t), "/tests/a.answers: not played\n"
	                             "/tests/c.answers: not played\n"
	                             "/tests/b.answers: 1 expectation, all so\n"
	                             "/small.lua: 1 test reached\n" REACHED);
	const char *told = trialled_told(t);
	assert_non_null(strstr(told, "/tests/a.answers:1:0: there is no trialled-"));
	assert_non_null(strstr(told, "/smal.lua; did you mean \"small\"?\n"));
	assert_non_null(strstr(told, "/tests/c.answers:0:0: "));
}

static void an_unreadable_test_of_another_scenario_is_that_ones(void **state)
{
	struct trialled *t = *state;
	trialled_write(t, "different.lua", trialled_story);
	trialled_write(t, "tests/a.answers", "play different --auto bets\nexpect open one\n");
	trialled_write(t, "tests/b.answers", "play small\none good\nexpect chose one good\n");
	trialled_write(t, "tests/c.answers", "play diferent\nexpect open one\n");
	assert_true(runs(t, "/small.lua"));
	assert_string_equal(said(t), "/tests/b.answers: 1 expectation, all so\n"
	                             "/small.lua: 1 test reached\n" REACHED);
	assert_int_equal(t->diags.n, 0);
	assert_false(runs(t, "/different.lua"));
	assert_string_equal(said(t), "/tests/a.answers: not played\n/tests/c.answers: not played\n");
	assert_int_equal(t->diags.errors, 2);
	assert_false(runs(t, ""));
	assert_non_null(strstr(said(t), "/tests/b.answers: 1 expectation, all so\n"));
}

static void a_test_that_names_no_scenario_is_a_remark_to_each_and_a_fault_of_its_folder(void **state)
{
	struct trialled *t = *state;
	trialled_write(t, "tests/a.answers", "paly\nexpect open one\n");
	trialled_write(t, "tests/b.answers", "play small\none good\nexpect chose one good\n");
	assert_true(runs(t, "/small.lua"));
	assert_string_equal(said(t), "/tests/a.answers: not played\n"
	                             "/tests/b.answers: 1 expectation, all so\n"
	                             "/small.lua: 1 test reached\n" REACHED);
	assert_int_equal(t->diags.errors, 0);
	assert_int_equal(t->diags.v[0].level, DIAG_WARNING);
	assert_string_equal(trialled_told(t),
	                    "/tests/a.answers:1:1: the first line says what is played: play SCENARIO, or train "
	                    "SCENARIO; did you mean \"play\"?\n");
	assert_false(runs(t, ""));
	assert_int_equal(t->diags.errors, 1);
	assert_false(runs(t, "/tests/a.answers"));
}

static void no_test_at_all_is_a_fault(void **state)
{
	struct trialled *t = *state;
	assert_false(runs(t, "/small.lua"));
	const char *told = trialled_told(t);
	assert_non_null(strstr(told, "no tests: they are files "));
	assert_non_null(strstr(told, "/tests/NAME.answers whose first line is  play small\n"));
	assert_false(runs(t, ""));
	assert_non_null(strstr(trialled_told(t), "whose first line is  play SCENARIO\n"));
	assert_false(runs(t, "/nobody.lua"));
	trialled_told(t);
	trialled_write(t, "small.yaml", "playbook: small\n");
	assert_false(runs(t, "/small.yaml"));
	assert_non_null(
	    strstr(trialled_told(t), "tests are those of a scenario (.lua), of a folder, or one file .answers\n"));
	assert_false(runs(t, "/tests/nobody.answers"));
}

static void a_scenario_with_faults_fails_its_tests_with_them(void **state)
{
	struct trialled *t = *state;
	trialled_write(t, "small.lua", "scenario 'small' { title = 'Small' }\n");
	trialled_write(t, "tests/a.answers", "play small\nexpect open one\n");
	assert_false(runs(t, "/small.lua"));
	assert_non_null(strstr(trialled_told(t), "synopsis"));
}

static void a_fault_of_the_scenario_fails_every_test_of_it(void **state)
{
	struct trialled *t = *state;
	struct text faulty = {0};
	text_add(&faulty, trialled_story);
	text_add(&faulty, "inject \"unless\" { at = \"2h\" }\n");
	trialled_write(t, "small.lua", faulty.data);
	trialled_write(t, "tests/a.answers", "play small\none good\nexpect chose one good\n");
	trialled_write(t, "tests/b.answers", "train small\none good\nexpect chose one good\n");
	text_free(&faulty);
	assert_false(runs(t, "/small.lua"));
	assert_non_null(strstr(said(t), "/tests/a.answers: "));
	const char *second = strstr(t->out.data, "/tests/b.answers: ");
	assert_non_null(second);
	assert_null(strstr(second, "all so"));
	assert_null(strstr(second, ": 0 faults"));
}

static void what_is_shipped_is_tested_and_every_option_reached(void **state)
{
	struct trialled *t = *state;
	if (!suite_run("ex-employee-export", NULL, &t->diags, &t->out, NULL))
		fail_msg("%s", trialled_told(t));
	assert_non_null(strstr(t->out.data, "  injects        22 of 22\n  options        39 of 39\n"
	                                    "  late branches  11 of 11\n"));
	assert_non_null(strstr(t->out.data, "\nscenarios/ex-employee-export.lua: "));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, trialled_setup, trialled_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(each_test_of_a_scenario_is_told_and_what_they_reached),
	    CASE(the_tests_and_what_they_reached_are_listed_for_programs),
	    CASE(a_folder_is_all_its_scenarios),
	    CASE(another_scenarios_tests_are_left_alone),
	    CASE(a_test_of_no_scenario_fails_and_the_others_run),
	    CASE(an_unreadable_test_of_another_scenario_is_that_ones),
	    CASE(a_test_that_names_no_scenario_is_a_remark_to_each_and_a_fault_of_its_folder),
	    CASE(no_test_at_all_is_a_fault),
	    CASE(a_scenario_with_faults_fails_its_tests_with_them),
	    CASE(a_fault_of_the_scenario_fails_every_test_of_it),
	    CASE(what_is_shipped_is_tested_and_every_option_reached),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
