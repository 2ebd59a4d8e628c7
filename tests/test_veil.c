#include "debrief.h"

#include "base/tree.h"
#include "desk/veil.h"

static int setup(void **state)
{
	*state = debrief_open();
	return 0;
}

static int teardown(void **state)
{
	debrief_close(*state);
	return 0;
}

static void without_names_people_are_their_roles_everywhere(void **state)
{
	struct debrief *d = *state;
	struct text text = {0};
	debrief_play_well(d);
	jsn_write(debrief_model(d, false), &text);
	assert_null(strstr(text.data, "Mei Lin"));
	assert_null(strstr(text.data, "Arif"));
	assert_non_null(strstr(text.data, "\"reason\":\"incident-lead said so\""));
	text_clear(&text);
	jsn_write(debrief_model(d, true), &text);
	assert_non_null(strstr(text.data, "{\"name\":\"Mei Lin\",\"role\":\"incident-lead\"}"));
	text_free(&text);
}

static void names_go_from_chinese_sentences_and_quotation_marks_too(void **state)
{
	struct debrief *d = *state;
	struct text text = {0};
	debrief_until(d, 0);
	struct act act = debrief_act(d, ACT_NOTE, NAMES_KINDS, NULL);
	act.text = "请Mei Lin回电，“Arif”已下班；Arifin留下";
	debrief_do(d, act);
	jsn_write(debrief_model(d, false), &text);
	assert_non_null(strstr(text.data, "请incident-lead回电，“it-admin”已下班；Arifin留下"));
	text_free(&text);
}

static void seat(struct debrief *d, const char *role, const char *name)
{
	struct act act = debrief_act(d, ACT_ROSTER, NAMES_ROLE, role);
	act.who = name;
	debrief_do(d, act);
}

static void a_name_that_is_a_word_of_the_program_changes_no_rating_zone_or_id(void **state)
{
	struct debrief *d = *state;
	seat(d, "incident-lead", "S");
	seat(d, "it-admin", "Asia");
	seat(d, "support", "exercise");
	struct jsn *tree = jsn_make(JSN_OBJECT, 0), *row = tree_row(tree_list(tree, "rows"));
	tree_text(tree, "mode", "exercise");
	tree_text(tree, "zone", "Asia/Singapore");
	tree_text(row, "rating", "S");
	tree_text(row, "text", "S asked Asia");
	struct jsn *veiled = veil_tree(tree, d->small.session, d->words);
	const struct jsn *first = jsn_at(jsn_get(veiled, "rows"), 0, NULL);
	assert_string_equal(jsn_text(jsn_get(veiled, "mode")), "exercise");
	assert_string_equal(jsn_text(jsn_get(veiled, "zone")), "Asia/Singapore");
	assert_string_equal(jsn_text(jsn_get(first, "rating")), "S");
	assert_string_equal(jsn_text(jsn_get(first, "text")), "incident-lead asked it-admin");
	jsn_free(veiled);
	jsn_free(tree);
}

static void a_time_of_the_story_is_no_name(void **state)
{
	struct debrief *d = *state;
	seat(d, "support", "T");
	struct jsn *text = jsn_string("T said so at T+2:00"), *veiled = veil_tree(text, d->small.session, d->words);
	assert_string_equal(jsn_text(veiled), "support said so at T+2:00");
	jsn_free(veiled);
	jsn_free(text);
}

#define veil_test(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    veil_test(without_names_people_are_their_roles_everywhere),
	    veil_test(names_go_from_chinese_sentences_and_quotation_marks_too),
	    veil_test(a_name_that_is_a_word_of_the_program_changes_no_rating_zone_or_id),
	    veil_test(a_time_of_the_story_is_no_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
