#include "kitted.h"

#include "desk/msel.h"

static struct jsn *list_of(const struct kitted *kitted, int32_t begins)
{
	return msel_tree(kitted->set.world, begins, layout_phrases(kitted->layout));
}

/* The row of that id; fails the test when there is none. */
static const struct jsn *row_of(const struct jsn *tree, const char *id)
{
	const struct jsn *rows = jsn_get(tree, "rows");
	for (size_t i = 0; i < jsn_count(rows); i++) {
		const char *own = jsn_text(jsn_get(jsn_at(rows, i, NULL), "id"));
		if (own && strcmp(own, id) == 0)
			return jsn_at(rows, i, NULL);
	}
	fail_msg("no row %s", id);
	return NULL;
}

static void assert_cell(const struct jsn *row, const char *key, const char *text)
{
	const char *cell = jsn_text(jsn_get(row, key));
	if (!text)
		assert_null(cell);
	else if (!cell || strcmp(cell, text) != 0)
		fail_msg("%s is \"%s\", not \"%s\"", key, cell ? cell : "(nothing)", text);
}

static void every_message_of_the_cut_has_a_row(void **state)
{
	struct kitted *kitted = kitted_open("en", true);
	const struct story *story = kitted->set.world->story;
	struct jsn *tree = list_of(kitted, SHAPE_UNSET);
	size_t told = 2; /* StartEx and EndEx */
	(void)state;
	for (size_t i = 0; i < story->nitems; i++) {
		if (story->items[i].kind != STORY_INJECT && story->items[i].kind != STORY_AT)
			continue;
		row_of(tree, names_id(&kitted->set.world->names, NAMES_ITEM, (int)i));
		told++;
	}
	assert_int_equal(jsn_count(jsn_get(tree, "rows")), told);
	jsn_free(tree);
	kitted_close(kitted);
}

static void the_short_cut_has_no_extra_row(void **state)
{
	struct kitted *kitted = kitted_open("en", false);
	struct jsn *tree = list_of(kitted, SHAPE_UNSET);
	const struct jsn *rows = jsn_get(tree, "rows");
	(void)state;
	assert_true(jsn_count(rows) > 10);
	for (size_t i = 0; i < jsn_count(rows); i++) {
		const char *condition = jsn_text(jsn_get(jsn_at(rows, i, NULL), "condition"));
		assert_true(!condition || !strstr(condition, "extra"));
	}
	jsn_free(tree);
	kitted_close(kitted);
}

static void a_row_says_when_how_to_whom_and_what_is_hoped_for(void **state)
{
	struct kitted *kitted = kitted_open("en", true);
	struct jsn *tree = list_of(kitted, SHAPE_UNSET);
	const struct jsn *row = row_of(tree, "logs-lapse");
	(void)state;
	assert_cell(row, "type", "Inject");
	assert_cell(row, "stamp", "T+3:00");
	assert_cell(row, "date", "Fri 6 Mar 2026, 00:40");
	assert_cell(row, "method", "email");
	assert_cell(row, "from", "Wei Ting, HubNest CRM night desk");
	assert_cell(row, "to", "IT admin");
	assert_cell(row, "condition", "after delete-offer + 1h");
	assert_cell(row, "controller", "Facilitator");
	assert_cell(row, "status", "Planned");
	assert_non_null(strstr(jsn_text(jsn_get(row, "expected_lines")), "\nIncident lead decides: Field 4"));
	assert_non_null(strstr(jsn_text(jsn_get(row, "objective")), "Evidence"));
	row = row_of(tree, "token-still-works");
	assert_cell(row, "type", "Contingency");
	assert_cell(row, "condition", "by, unless revoke-tokens");
	assert_cell(row_of(tree, "purge-ran"), "condition", "brought");
	assert_cell(row_of(tree, "at:52h50"), "condition", "when not w:paused \"log-purge\"");
	assert_cell(row_of(tree, "line-comes-back"), "condition",
	            "after journalist + 4h, when the story so decides, extra");
	row = row_of(tree, "at:6h");
	assert_cell(row, "type", "Automatic");
	assert_cell(row, "controller", "drill72");
	assert_cell(row, "from", NULL);
	jsn_free(tree);
	kitted_close(kitted);
}

static void delivery_is_counted_from_the_opening_or_told_by_the_rooms_clock(void **state)
{
	struct kitted *kitted = kitted_open("en", false);
	struct jsn *counted = list_of(kitted, SHAPE_UNSET), *told = list_of(kitted, 23 * 60 + 58);
	(void)state;
	assert_cell(row_of(counted, "forwarded-message"), "delivery", "0:05");
	assert_cell(row_of(told, "forwarded-message"), "delivery", "0:03");
	jsn_free(counted);
	jsn_free(told);
	kitted_close(kitted);
}

static void the_ends_say_that_it_is_an_exercise(void **state)
{
	static const char *const languages[][2] = {{"en", "EXERCISE"}, {"zh", "演练"}};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct kitted *kitted = kitted_open(languages[i][0], false);
		struct jsn *tree = list_of(kitted, SHAPE_UNSET);
		const struct jsn *rows = jsn_get(tree, "rows");
		size_t ends[] = {0, jsn_count(rows) - 1};
		for (size_t k = 0; k < 2; k++)
			assert_non_null(
			    strstr(jsn_text(jsn_get(jsn_at(rows, ends[k], NULL), "description")), languages[i][1]));
		jsn_free(tree);
		kitted_close(kitted);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_message_of_the_cut_has_a_row),
	    cmocka_unit_test(the_short_cut_has_no_extra_row),
	    cmocka_unit_test(a_row_says_when_how_to_whom_and_what_is_hoped_for),
	    cmocka_unit_test(delivery_is_counted_from_the_opening_or_told_by_the_rooms_clock),
	    cmocka_unit_test(the_ends_say_that_it_is_an_exercise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
