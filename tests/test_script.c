#include "kitted.h"

#include "desk/script.h"

struct guide {
	struct kitted *kitted;
	struct jsn *tree;
};

static struct guide open_guide(bool extended)
{
	struct kitted *kitted = kitted_open("en", extended);
	return (struct guide){kitted, kitted_tree(kitted->set.world, kitted->layout, "facilitator-guide")};
}

static void close_guide(struct guide *guide)
{
	jsn_free(guide->tree);
	kitted_close(guide->kitted);
}

static const struct jsn *cue(const struct guide *guide, const char *id)
{
	return sought_row(jsn_get(guide->tree, "run"), "id", id);
}

static void the_run_counts_the_messages_of_its_cut(void **state)
{
	struct guide core = open_guide(false), longer = open_guide(true);
	(void)state;
	assert_int_equal(jsn_number(jsn_get(core.tree, "injects"), 0), 12);
	assert_int_equal(jsn_number(jsn_get(core.tree, "asked"), 0), 7);
	assert_int_equal(jsn_number(jsn_get(longer.tree, "injects"), 0), 22);
	assert_int_equal(jsn_number(jsn_get(longer.tree, "asked"), 0), 11);
	assert_int_equal(jsn_number(jsn_get(cue(&longer, "sticky-note"), "extra"), 0), 1);
	close_guide(&core);
	close_guide(&longer);
}

static void messages_come_in_order_with_minute_and_story_time(void **state)
{
	struct guide guide = open_guide(true);
	const struct jsn *run = jsn_get(guide.tree, "run");
	int64_t before = 0;
	(void)state;
	for (size_t i = 0; i < jsn_count(run); i++) {
		int64_t minute = jsn_number(jsn_get(jsn_at(run, i, NULL), "minute"), -1);
		assert_true(minute >= before);
		before = minute;
	}
	const struct jsn *call = cue(&guide, "delete-offer");
	assert_int_equal(jsn_number(jsn_get(call, "minute"), 0), 12);
	assert_string_equal(sought_string(call, "stamp"), "T+2:00");
	assert_string_equal(sought_string(call, "date"), "Thu 5 Mar 2026, 23:40");
	assert_string_equal(sought_string(call, "to"), "IT admin (Arif)");
	close_guide(&guide);
}

static void expected_actions_and_contingencies_are_said_in_words(void **state)
{
	struct guide guide = open_guide(false);
	const struct jsn *token = cue(&guide, "token-still-works");
	(void)state;
	assert_string_equal(sought_string(token, "unless"),
	                    "Withdraw the API keys, app connections and access tokens that the account created");
	assert_true(
	    kitted_says(jsn_get(cue(&guide, "delete-offer"), "expects"), "Switch the account off without deleting it"));
	assert_int_equal(jsn_type(jsn_get(cue(&guide, "delete-offer"), "unless")), JSN_NULL);
	close_guide(&guide);
}

static void a_question_stands_under_the_message_that_opens_it(void **state)
{
	struct guide guide = open_guide(false);
	const struct jsn *question = jsn_at(jsn_get(cue(&guide, "journalist"), "questions"), 0, NULL);
	(void)state;
	assert_string_equal(sought_string(question, "id"), "the-press-line");
	assert_string_equal(sought_string(question, "discuss"), "3m");
	assert_string_equal(sought_string(question, "otherwise"),
	                    "No comment while this is under investigation: whatever we say gets twisted");
	assert_int_equal(jsn_count(jsn_get(question, "probes")), 3);
	const struct jsn *option = sought_row(jsn_get(question, "options"), "words",
	                                      "About 200 customers, since deleted: we have that in writing");
	assert_true(kitted_says(jsn_get(option, "points"), "Communications −2"));
	assert_true(kitted_says(jsn_get(option, "sets_off"),
	                        "On record as said, not proved: People in the exported file: 200 people"));
	assert_true(kitted_says(jsn_get(option, "sets_off"), "Critical failure (false-statement-published)"));
	assert_true(jsn_count(jsn_get(jsn_get(question, "late"), "points")) == 1);
	close_guide(&guide);
}

static void what_the_clock_brings_by_itself_comes_before_what_it_brings(void **state)
{
	struct guide guide = open_guide(false);
	const struct jsn *run = jsn_get(guide.tree, "run"), *purge = cue(&guide, "purge-ran");
	(void)state;
	assert_string_equal(sought_string(purge, "stamp"), "T+52:50");
	assert_int_equal(jsn_number(jsn_get(purge, "brought"), 0), 1);
	size_t at = 0, message = 0;
	for (size_t i = 0; i < jsn_count(run); i++) {
		if (kitted_says(jsn_get(jsn_at(run, i, NULL), "sets_off"), "Brings the message purge-ran"))
			at = i;
		if (jsn_at(run, i, NULL) == purge)
			message = i;
	}
	assert_true(at > 0);
	assert_true(at < message);
	close_guide(&guide);
}

static void what_opens_no_question_can_be_left_out(void **state)
{
	struct guide guide = open_guide(false);
	const struct jsn *drop = jsn_get(guide.tree, "drop");
	(void)state;
	assert_int_equal(jsn_count(drop), 4);
	assert_string_equal(sought_string(jsn_at(drop, 0, NULL), "id"), "export-digest");
	sought_row(drop, "id", "dana-says-200");
	assert_false(kitted_says(drop, "journalist"));
	assert_false(kitted_says(drop, "purge-ran"));
	close_guide(&guide);
}

static void the_truth_stands_at_the_end(void **state)
{
	struct guide guide = open_guide(false);
	const struct jsn *facts = jsn_get(guide.tree, "facts");
	(void)state;
	assert_string_equal(sought_string(sought_row(facts, "label", "People in the exported file"), "truth"),
	                    "9,870 people");
	assert_string_equal(sought_string(sought_row(facts, "label", "Card numbers"), "truth"), "never held by us");
	assert_string_equal(sought_string(sought_row(jsn_get(guide.tree, "moments"), "moment", "aware"), "stamp"),
	                    "T+1:30");
	assert_string_equal(sought_string(sought_row(jsn_get(guide.tree, "deadlines"), "party", "PIPC"), "stamp"),
	                    "T+73:30");
	close_guide(&guide);
}

static void a_kind_of_data_is_said_in_the_language_of_the_page(void **state)
{
	struct kitted *kitted = kitted_open("zh", false);
	struct jsn *tree = kitted_tree(kitted->set.world, kitted->layout, "facilitator-guide");
	(void)state;
	assert_true(kitted_says(jsn_get(tree, "reactions"), "Shop passwords：不涉及"));
	assert_true(kitted_says(jsn_get(tree, "facts"), "从未持有"));
	assert_false(kitted_says(tree, "not involved"));
	jsn_free(tree);
	kitted_close(kitted);
}

static const char answered[] =
    SMALL_HEAD "inject 'first' { at = '0h', from = 'X', to = 'all', channel = 'email', text = 'Hm.', opens = 'who' }\n"
               "decision 'who' { owner = 'support', within = '1h', objective = 'care', ask = 'Who?', hint = 'H', "
               "probes = { 'P?' }, listen_for = 'L', { id = 'a', 'One way', opens = 'then', because = 'B.' }, "
               "{ id = 'b', 'Another', because = 'B.' } }\n"
               "decision 'then' { owner = 'support', within = '1h', objective = 'care', ask = 'And then?', hint = 'H', "
               "probes = { 'P?' }, listen_for = 'L', { id = 'a', 'This', because = 'B.' }, "
               "{ id = 'b', 'That', because = 'B.' } }\n";

static void a_question_that_an_answer_opens_stands_apart(void **state)
{
	struct small small = small_open(answered);
	struct diags diags;
	(void)state;
	diags_init(&diags);
	struct layout *layout = kitted_layout("en", &diags);
	struct jsn *tree = kitted_tree(small.world, layout, "facilitator-guide");
	const struct jsn *others = jsn_get(tree, "other_questions");
	assert_int_equal(jsn_count(others), 1);
	assert_string_equal(sought_string(jsn_at(others, 0, NULL), "ask"), "And then?");
	assert_true(kitted_says(jsn_get(tree, "run"), "Opens the question then"));
	jsn_free(tree);
	layout_free(layout);
	diags_free(&diags);
	small_close(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_run_counts_the_messages_of_its_cut),
	    cmocka_unit_test(messages_come_in_order_with_minute_and_story_time),
	    cmocka_unit_test(expected_actions_and_contingencies_are_said_in_words),
	    cmocka_unit_test(a_question_stands_under_the_message_that_opens_it),
	    cmocka_unit_test(what_the_clock_brings_by_itself_comes_before_what_it_brings),
	    cmocka_unit_test(what_opens_no_question_can_be_left_out),
	    cmocka_unit_test(the_truth_stands_at_the_end),
	    cmocka_unit_test(a_kind_of_data_is_said_in_the_language_of_the_page),
	    cmocka_unit_test(a_question_that_an_answer_opens_stands_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
