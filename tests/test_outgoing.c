#include "debrief.h"
#include "issued.h"
#include "sought.h"

#include "desk/outgoing.h"
#include "desk/page.h"

struct bench {
	struct debrief *d;
	struct jsn *tree;
	struct text out;
};

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	if (!b)
		return -1;
	b->d = debrief_open_with(ISSUED_STORY, issued_actions, issued_playbook);
	debrief_until(b->d, 0);
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	jsn_free(b->tree);
	debrief_close(b->d);
	text_free(&b->out);
	free(b);
	return 0;
}

/* Drafts customer-holding in English and Chinese with these values, and has it approved by legal and the lead. */
static void prepare(struct bench *b, const struct statement_value *values, size_t n)
{
	struct small *small = &b->d->small;
	static const char *missing[] = {"HOW", "DO"};
	struct statement two[] = {issued_statement("Words.", values, n), issued_statement("Words.", values, n)};
	two[0].missing = (struct shape_texts){missing, 2};
	two[1].lang = "zh";
	debrief_keep(b->d, issued_draft_of(small, "customer-holding", two, 2));
}

static void approve(struct bench *b, const char *role, const char *how)
{
	struct act act = issued_act(&b->d->small, ACT_APPROVE, issued_kind(&b->d->small, "customer-holding"));
	act.other = small_name(&b->d->small, NAMES_ROLE, role);
	act.why = how;
	act.by = "it-admin";
	debrief_keep(b->d, small_take(&b->d->small, act));
}

static void publish(struct bench *b, const char *because)
{
	debrief_keep(b->d, issued_publish(&b->d->small, "customer-holding", because));
}

static void end(struct bench *b)
{
	debrief_until(b->d, 100 * 3600);
}

static const char *at(struct bench *b, const char *path)
{
	jsn_free(b->tree);
	b->tree = outgoing_tree(&b->d->record, b->d->words);
	return sought_at(b->tree, path, &b->out);
}

static void nothing_was_said_where_nothing_was_published(void **state)
{
	struct bench *b = *state;
	prepare(b, NULL, 0);
	b->tree = outgoing_tree(&b->d->record, b->d->words);
	assert_int_equal(jsn_count(b->tree), 0);
}

static void a_notice_in_two_languages_is_one_row_with_each_ones_words(void **state)
{
	struct bench *b = *state;
	prepare(b, NULL, 0);
	approve(b, "legal", "by phone at 21:40");
	approve(b, "incident-lead", "in the room");
	publish(b, NULL);
	assert_string_equal(at(b, "0 languages"), "[\"en\",\"zh\"]");
	assert_string_equal(at(b, "0 texts 1"), "{\"lang\":\"zh\",\"subject\":\"A notice\",\"text\":\"Words.\"}");
	assert_string_equal(at(b, "0 audience"), "\"customers\"");
	assert_string_equal(at(b, "0 missing"), "\"how it came about, what people can do\"");
	assert_string_equal(at(b, "0 next"), "86400");
	assert_string_equal(at(b, "0 statutory"), "false");
	assert_string_equal(at(b, "0 approvals 0"),
	                    "{\"given\":true,\"how\":\"by phone at 21:40\",\"person\":\"Adeline\",\"recorded_by\":"
	                    "\"it-admin\",\"role\":\"legal\",\"stamp\":\"T+0:00\"}");
	assert_string_equal(at(b, "0 overridden"), "false");
}

static void what_a_law_asks_for_and_was_missing_is_told_with_that_law(void **state)
{
	struct bench *b = *state;
	static const char *missing[] = {"CAT", "PLAN"};
	b->d->small.world->regimes[0]->duties.individuals.contents = (struct shape_texts){missing, 1};
	struct statement one = issued_statement("Words.", NULL, 0);
	one.missing = (struct shape_texts){missing, 2};
	debrief_keep(b->d, issued_draft_of(&b->d->small, "customer-confirmed", &one, 1));
	debrief_keep(b->d, issued_publish(&b->d->small, "customer-confirmed", "it is night"));
	assert_string_equal(at(b, "0 missing"),
	                    arena_printf(b->d->small.arena, "\"which kinds of data (%s), who is told when\"",
	                                 b->d->small.world->regimes[0]->id));
}

static void what_went_out_without_an_approval_says_whose_and_why(void **state)
{
	struct bench *b = *state;
	prepare(b, NULL, 0);
	approve(b, "legal", "in the room");
	publish(b, "it is night");
	assert_string_equal(at(b, "0 override_reason"), "\"it is night\"");
	assert_string_equal(at(b, "0 approvals 1 given"), "false");
}

static void a_value_is_told_once_with_its_proof(void **state)
{
	struct bench *b = *state;
	struct event_turn *turn = debrief_keep(b->d, issued_verify(&b->d->small, "people", 9870, NULL));
	struct statement_value value = issued_number(&b->d->small, "people", 9870, turn->n);
	char expected[256];
	prepare(b, &value, 1);
	publish(b, "it is night");
	end(b);
	snprintf(
	    expected, sizeof expected,
	    "[{\"label\":\"People in the file\",\"proof\":{\"over\":\"1 to 5 Mar\",\"source\":"
	    "\"the log\",\"turn\":%d,\"who\":\"it-admin\"},\"state\":\"proved\",\"text\":\"a number\",\"truth\":null}]",
	    (int)turn->n);
	assert_string_equal(at(b, "0 values"), expected);
	assert_null(strstr(at(b, "0 price"), "what was not so"));
}

static void a_false_number_is_told_after_the_end_with_the_truth_and_its_price(void **state)
{
	struct bench *b = *state;
	struct event_turn *turn = debrief_keep(b->d, issued_verify(&b->d->small, "people", 200, NULL));
	struct statement_value value = issued_number(&b->d->small, "people", 200, turn->n);
	prepare(b, &value, 1);
	publish(b, "it is night");
	assert_string_equal(at(b, "0 values 0 state"), "\"proved\""); /* till EndEx nobody is told */
	end(b);
	assert_string_equal(at(b, "0 values 0 state"), "\"false\"");
	assert_string_equal(at(b, "0 values 0 truth"), "\"9,870 people\"");
	assert_string_equal(at(b, "0 price 0"),
	                    "\"Critical failure, which caps the grade: A published notice said what was not so: "
	                    "\\\"a number\\\" (People in the file), in truth 9,870 people.\"");
}

static void a_promised_word_that_never_came_is_priced_at_the_notice_that_promised_it(void **state)
{
	struct bench *b = *state;
	prepare(b, NULL, 0);
	publish(b, "it is night");
	assert_string_equal(at(b, "0 price"), "[]"); /* till EndEx nobody is told */
	end(b);
	assert_string_equal(at(b, "0 price"), "[\"communications \u22121.0: The promised next word never came.\"]");
}

static void facts_tell_what_they_replaced_searched_and_why_one_was_withdrawn(void **state)
{
	struct bench *b = *state;
	struct small *small = &b->d->small;
	debrief_keep(b->d, issued_verify(small, "people", 12400, NULL));
	debrief_keep(b->d, issued_verify(small, "people", 9870, NULL));
	debrief_keep(b->d, issued_verify(small, "bank", STORY_INVOLVED, NULL));
	struct act act = issued_act(small, ACT_WITHDRAW, small_name(small, NAMES_FACT, "bank"));
	act.why = "the column was empty";
	debrief_keep(b->d, small_take(small, act));
	b->d->model = report_model(&b->d->record, false, b->d->words);
	const struct jsn *people = jsn_at(jsn_get(b->d->model, "facts"), 0, NULL);
	assert_string_equal(jsn_text(jsn_get(people, "verified")), "9,870 people");
	assert_string_equal(jsn_text(jsn_get(people, "over")), "1 to 5 Mar");
	assert_string_equal(jsn_text(jsn_get(people, "source")), "the log");
	const struct jsn *before = jsn_at(jsn_get(people, "before"), 0, NULL);
	assert_string_equal(jsn_text(jsn_get(before, "value")), "12,400 people");
	const struct jsn *bank = jsn_at(jsn_get(b->d->model, "facts"), 3, NULL);
	assert_string_equal(jsn_text(jsn_get(bank, "withdrawn")), "the column was empty");
}

static void a_false_notice_is_the_first_gap_that_is_proposed(void **state)
{
	struct bench *b = *state;
	struct event_turn *turn = debrief_keep(b->d, issued_verify(&b->d->small, "people", 200, NULL));
	struct statement_value value = issued_number(&b->d->small, "people", 200, turn->n);
	prepare(b, &value, 1);
	publish(b, "it is night");
	end(b);
	b->d->model = report_model(&b->d->record, false, b->d->words);
	const struct jsn *gap = jsn_at(jsn_get(b->d->model, "gaps"), 0, NULL);
	assert_string_equal(jsn_text(jsn_get(gap, "text")),
	                    "At T+0:00 customer-holding went out and said what was not so: \"a number\" (People in the "
	                    "file), in truth 9,870 people.");
	assert_string_equal(jsn_text(jsn_get(gap, "source")), "false:customer-holding");
}

static void a_moment_is_proved_by_the_turn_that_logged_it(void **state)
{
	struct bench *b = *state;
	struct statement_value value = {NAMES_NONE, NAMES_NONE, SHAPE_DETECTED, 0, 1, "21:40", NULL};
	prepare(b, &value, 1);
	publish(b, "it is night");
	assert_string_equal(at(b, "0 values 0 label"), "\"detected\"");
	assert_string_equal(at(b, "0 values 0 proof turn"), "1");
	assert_string_equal(at(b, "0 values 0 state"), "\"proved\"");
}

static void a_deed_that_was_not_done_is_false_and_said_to_be_undone(void **state)
{
	struct bench *b = *state;
	struct statement_value value = {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "We called the bank.",
	                                NULL};
	prepare(b, &value, 1);
	publish(b, "it is night");
	assert_string_equal(at(b, "0 values 0 state"), "\"unproved\"");
	end(b);
	assert_string_equal(at(b, "0 values 0 state"), "\"false\"");
	assert_string_equal(at(b, "0 values 0 truth"), "\"nobody logged that as done\"");
	assert_string_equal(at(b, "0 price 0"),
	                    "\"Critical failure, which caps the grade: A published notice said what was not so: "
	                    "\\\"We called the bank\\\", in truth nobody logged that as done.\"");
}

static void a_number_that_nothing_backs_is_not_proved(void **state)
{
	struct bench *b = *state;
	struct statement_value values[] = {
	    {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "9,870 people", NULL},
	    {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "about 500 people", NULL}};
	prepare(b, values, 2);
	publish(b, "it is night");
	end(b);
	assert_string_equal(at(b, "0 values 0 state"), "\"unproved\""); /* true, and yet */
	assert_string_equal(at(b, "0 values 0 proof"), "null");
	assert_string_equal(at(b, "0 values 1 state"), "\"false\"");
	assert_string_equal(at(b, "0 values 1 truth"), "\"the nearest figure is 9,870 people (People in the file)\"");
}

static void what_is_false_and_what_nothing_proves_are_priced_apart_and_by_name(void **state)
{
	struct bench *b = *state;
	struct statement_value values[] = {
	    {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "9,870 people", NULL},
	    {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "We called the bank.", NULL}};
	prepare(b, values, 2);
	publish(b, "it is night");
	end(b);
	assert_string_equal(at(b, "0 price"),
	                    "[\"communications \u22121.0: Published while nothing proved it: \\\"9,870 people\\\".\","
	                    "\"Critical failure, which caps the grade: A published notice said what was not so: "
	                    "\\\"We called the bank\\\", in truth nobody logged that as done.\","
	                    "\"communications \u22121.0: The promised next word never came.\"]");
}

static void of_many_false_values_the_first_few_are_named(void **state)
{
	struct bench *b = *state;
	struct statement_value values[4];
	static const char *const deeds[] = {"We called A.", "We called B.", "We called C.", "We called D."};
	for (int i = 0; i < 4; i++)
		values[i] =
		    (struct statement_value){NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, deeds[i], NULL};
	prepare(b, values, 4);
	publish(b, "it is night");
	end(b);
	b->d->model = report_model(&b->d->record, false, b->d->words);
	const struct jsn *critical = jsn_at(jsn_get(jsn_get(b->d->model, "score"), "criticals"), 0, NULL);
	assert_string_equal(jsn_text(jsn_get(critical, "because")),
	                    "A published notice said what was not so: \"We called A\", in truth nobody logged that as "
	                    "done; \"We called B\", in truth nobody logged that as done; \"We called C\", in truth "
	                    "nobody logged that as done; and 1 more.");
}

static void a_second_false_notice_is_charged_once_and_named_all_the_same(void **state)
{
	struct bench *b = *state;
	struct statement_value value = {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "We called the bank.",
	                                NULL};
	prepare(b, &value, 1);
	publish(b, "it is night");
	value.text = "We told the police.";
	prepare(b, &value, 1);
	publish(b, "it is night");
	end(b);
	assert_string_equal(at(b, "1 price 1"),
	                    "\"Critical failure again (it caps the grade once): a published notice said what was not "
	                    "so: \\\"We told the police\\\", in truth nobody logged that as done.\"");
}

static void a_board_sees_no_turn_of_the_record_and_nobodys_reasons(void **state)
{
	struct bench *b = *state;
	struct event_turn *turn = debrief_keep(b->d, issued_verify(&b->d->small, "people", 9870, NULL));
	struct statement_value value = issued_number(&b->d->small, "people", 9870, turn->n);
	prepare(b, &value, 1);
	publish(b, "it is night");
	b->d->model = report_model(&b->d->record, false, b->d->words);
	page_withhold(b->d->model);
	const struct jsn *notice = jsn_at(jsn_get(b->d->model, "notices"), 0, NULL);
	assert_int_equal(jsn_type(jsn_get(notice, "n")), JSN_NULL);
	assert_int_equal(jsn_type(jsn_get(notice, "override_reason")), JSN_NULL);
	assert_int_equal(jsn_number(jsn_get(notice, "overridden"), 0), 1);
	const struct jsn *shown = jsn_at(jsn_get(notice, "values"), 0, NULL);
	assert_int_equal(jsn_type(jsn_get(shown, "proof")), JSN_NULL);
	assert_string_equal(jsn_text(jsn_get(shown, "state")), "proved");
}

static void what_was_withdrawn_since_is_no_longer_proved(void **state)
{
	struct bench *b = *state;
	struct small *small = &b->d->small;
	struct event_turn *turn = debrief_keep(b->d, issued_verify(small, "people", 9870, NULL));
	struct statement_value value = issued_number(small, "people", 9870, turn->n);
	prepare(b, &value, 1);
	struct act act = issued_act(small, ACT_WITHDRAW, small_name(small, NAMES_FACT, "people"));
	act.why = "it counts rows";
	debrief_keep(b->d, small_take(small, act));
	publish(b, "it is night");
	end(b);
	b->d->model = report_model(&b->d->record, false, b->d->words);
	page_dress(b->d->model, PAGE_TEAM, b->d->words);
	const struct jsn *notice = jsn_at(jsn_get(b->d->model, "notices"), 0, NULL);
	const struct jsn *shown = jsn_at(jsn_get(notice, "values"), 0, NULL);
	assert_string_equal(jsn_text(jsn_get(shown, "state")), "unproved");
	assert_string_equal(jsn_text(jsn_get(shown, "state_text")), "no longer proved");
	assert_string_equal(
	    jsn_text(jsn_at(jsn_get(notice, "price"), 0, NULL)),
	    "communications \u22121.0: Published while nothing proved it, though it was so: \"a number\" "
	    "(People in the file).");
}

static void page_one_says_what_is_so_beside_what_was_verified_wrongly(void **state)
{
	struct bench *b = *state;
	debrief_keep(b->d, issued_verify(&b->d->small, "people", 200, NULL));
	debrief_keep(b->d, issued_verify(&b->d->small, "rows", 12400, NULL));
	end(b);
	b->d->model = report_model(&b->d->record, false, b->d->words);
	page_dress(b->d->model, PAGE_BOARD, b->d->words);
	text_clear(&b->out);
	jsn_write(jsn_get(jsn_get(b->d->model, "cover"), "facts"), &b->out);
	assert_string_equal(
	    b->out.data, "[{\"label\":\"People in the file\",\"truth\":\"9,870 people\",\"verified\":\"200 people\"},"
	                 "{\"label\":\"Rows in the file\",\"truth\":null,\"verified\":\"12,400 rows\"}]");
}

/* The playbook with one deed more in its step. */
static char *two_deeds(void)
{
	struct text text = {0};
	const char *last = strrchr(issued_playbook, ']');
	text_add_bytes(&text, issued_playbook, (size_t)(last - issued_playbook));
	text_add(&text, ", open-incident] }\n");
	return text.data;
}

static void a_step_says_which_part_of_it_a_notice_did(void **state)
{
	struct bench *b = *state;
	char *playbook = two_deeds();
	debrief_close(b->d);
	b->d = debrief_open_with(ISSUED_STORY, issued_actions, playbook);
	free(playbook);
	prepare(b, NULL, 0);
	publish(b, "it is night");
	end(b);
	b->d->model = report_model(&b->d->record, false, b->d->words);
	const struct jsn *never = jsn_at(jsn_get(jsn_get(b->d->model, "coverage"), "never"), 0, NULL);
	text_clear(&b->out);
	jsn_write(jsn_get(never, "partly"), &b->out);
	assert_string_equal(b->out.data, "[{\"action\":\"publish-holding\",\"t\":0,\"text\":\"We told customers.\"}]");
	page_dress(b->d->model, PAGE_TEAM, b->d->words);
	const struct jsn *row = jsn_at(jsn_get(jsn_get(b->d->model, "coverage"), "steps"), 0, NULL);
	assert_string_equal(jsn_text(jsn_get(row, "partly_text")), "Part of it was done: We told customers. (T+0:00)");
}

static void names_are_veiled_as_everywhere(void **state)
{
	struct bench *b = *state;
	prepare(b, NULL, 0);
	approve(b, "legal", "Adeline said so by phone");
	publish(b, "it is night");
	b->d->model = report_model(&b->d->record, false, b->d->words);
	text_clear(&b->out);
	jsn_write(jsn_get(b->d->model, "notices"), &b->out);
	assert_null(strstr(b->out.data, "Adeline"));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(nothing_was_said_where_nothing_was_published),
	    TEST(a_notice_in_two_languages_is_one_row_with_each_ones_words),
	    TEST(what_a_law_asks_for_and_was_missing_is_told_with_that_law),
	    TEST(what_went_out_without_an_approval_says_whose_and_why),
	    TEST(a_value_is_told_once_with_its_proof),
	    TEST(a_false_number_is_told_after_the_end_with_the_truth_and_its_price),
	    TEST(a_promised_word_that_never_came_is_priced_at_the_notice_that_promised_it),
	    TEST(facts_tell_what_they_replaced_searched_and_why_one_was_withdrawn),
	    TEST(a_false_notice_is_the_first_gap_that_is_proposed),
	    TEST(a_moment_is_proved_by_the_turn_that_logged_it),
	    TEST(a_deed_that_was_not_done_is_false_and_said_to_be_undone),
	    TEST(a_number_that_nothing_backs_is_not_proved),
	    TEST(what_is_false_and_what_nothing_proves_are_priced_apart_and_by_name),
	    TEST(of_many_false_values_the_first_few_are_named),
	    TEST(a_second_false_notice_is_charged_once_and_named_all_the_same),
	    TEST(a_board_sees_no_turn_of_the_record_and_nobodys_reasons),
	    TEST(a_step_says_which_part_of_it_a_notice_did),
	    TEST(what_was_withdrawn_since_is_no_longer_proved),
	    TEST(page_one_says_what_is_so_beside_what_was_verified_wrongly),
	    TEST(names_are_veiled_as_everywhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
