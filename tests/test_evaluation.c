#include "kitted.h"

#include "desk/evaluation.h"

struct sheets {
	struct kitted *kitted;
	struct jsn *tree;
};

static int setup(void **state)
{
	struct sheets *sheets = calloc(1, sizeof *sheets);
	sheets->kitted = kitted_open("en", false);
	sheets->tree = kitted_tree(sheets->kitted->set.world, sheets->kitted->layout, "evaluation");
	*state = sheets;
	return 0;
}

static int teardown(void **state)
{
	struct sheets *sheets = *state;
	jsn_free(sheets->tree);
	kitted_close(sheets->kitted);
	free(sheets);
	return 0;
}

static const struct jsn *sheet(const struct sheets *sheets, const char *name)
{
	return sought_row(jsn_get(sheets->tree, "sheets"), "name", name);
}

static void each_objective_has_a_sheet_with_its_text_and_weight(void **state)
{
	struct sheets *sheets = *state;
	assert_int_equal(jsn_count(jsn_get(sheets->tree, "sheets")), STORY_OBJECTIVES);
	assert_string_equal(sought_string(sheet(sheets, "Evidence"), "text"),
	                    "What happened can still be proved a year from now");
	assert_int_equal(jsn_number(jsn_get(sheet(sheets, "Containment"), "weight"), 0), 20);
}

static void what_good_looks_like_is_the_best_answer_to_each_question(void **state)
{
	const struct jsn *questions = jsn_get(sheet(*state, "Evidence"), "questions");
	assert_int_equal(jsn_count(questions), 2);
	const struct jsn *row = sought_row(questions, "best", "Suspend it, then copy its sign-in and export history");
	assert_int_equal(jsn_number(jsn_get(row, "minute"), 0), 12);
	assert_string_equal(sought_string(row, "stamp"), "T+2:00");
	assert_string_equal(
	    sought_string(row, "listen_for"),
	    "Suspend, not delete; logs copied before anything else is touched; somebody notes the time");
}

static void hoped_for_is_what_scores_or_what_a_question_of_the_objective_expects(void **state)
{
	const struct jsn *care = jsn_get(sheet(*state, "Customer care"), "actions");
	const struct jsn *scoping = jsn_get(sheet(*state, "Scoping"), "actions");
	assert_true(kitted_says(care, "support")); /* brief-support scores there */
	assert_true(kitted_says(scoping, "Count people"));
	assert_false(kitted_says(scoping, "Delete the account"));
}

static void timeliness_has_the_clocks_and_adherence_the_steps(void **state)
{
	const struct jsn *clocks = jsn_get(sheet(*state, "Timeliness"), "clocks");
	const struct jsn *steps = jsn_get(sheet(*state, "Adherence to the playbook"), "steps");
	assert_string_equal(sought_string(sought_row(clocks, "party", "PIPC"), "date"), "Sun 8 Mar 2026, 23:10");
	assert_int_equal(jsn_count(steps), 22);
	assert_string_equal(sought_string(jsn_at(steps, 0, NULL), "owner"), "Incident lead (Mei Lin)");
	assert_int_equal(jsn_count(jsn_get(sheet(*state, "Evidence"), "clocks")), 0);
	assert_int_equal(jsn_count(jsn_get(sheet(*state, "Evidence"), "steps")), 0);
}

#define sheet_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    sheet_test(each_objective_has_a_sheet_with_its_text_and_weight),
	    sheet_test(what_good_looks_like_is_the_best_answer_to_each_question),
	    sheet_test(hoped_for_is_what_scores_or_what_a_question_of_the_objective_expects),
	    sheet_test(timeliness_has_the_clocks_and_adherence_the_steps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
