#include "penned.h"

#include "desk/outlet.h"

struct bench {
	struct penned pen;
	struct outlet outlet;
	struct writing_job job;
};

static int set_up(void **state)
{
	struct bench *b = *state = calloc(1, sizeof *b);
	assert_non_null(b);
	penned_open(&b->pen);
	outlet_open(&b->outlet, b->pen.small->session, b->pen.journal, &b->pen.screen);
	b->outlet.paint.columns = 80;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	writing_done(&b->job);
	outlet_close(&b->outlet);
	penned_close(&b->pen);
	free(b);
	return 0;
}

static void a_draft_without_a_name_lists_the_letters_and_is_nothing_to_take(void **state)
{
	struct bench *b = *state;
	struct act asked = {.kind = ACT_KINDS, .at = STATE_NEVER};
	assert_false(outlet_draft(&b->outlet, &asked, b->pen.told->arena, &b->job));
	assert_non_null(strstr(b->pen.screen.data, "What can be drafted"));
	assert_non_null(strstr(b->pen.screen.data, "customer-holding"));
}

static void a_letter_that_is_not_there_is_told_on_the_screen(void **state)
{
	struct bench *b = *state;
	static const char *const asked[][2] = {
	    {"customer-holdinf", " Unknown notice kind \"customer-holdinf\"; did you mean customer-holding?\n"},
	    {"tell-them", " Unknown notice kind \"tell-them\"; draft alone lists what there is.\n"},
	    {"customer-c", " \"customer-c\" could be customer-confirmed or customer-correction.\n"},
	};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		struct act act = {.kind = ACT_KINDS, .text = asked[i][0], .at = STATE_NEVER};
		text_clear(&b->pen.screen);
		assert_false(outlet_draft(&b->outlet, &act, b->pen.told->arena, &b->job));
		assert_string_equal(b->pen.screen.data, asked[i][1]);
	}
}

static void a_letters_beginning_is_enough(void **state)
{
	struct bench *b = *state;
	struct act asked = {.kind = ACT_KINDS, .text = "customer-hold", .at = STATE_NEVER};
	assert_true(outlet_draft(&b->outlet, &asked, b->pen.told->arena, &b->job));
	assert_string_equal(b->job.notices[0].letter->name, "customer-holding");
}

static void a_form_is_completed_behind_draft_alone(void **state)
{
	struct bench *b = *state;
	char *found = outlet_complete(&b->outlet, "@legal draft ", 13, "authority-eu", 0);
	assert_string_equal(found, "authority-eu-gdpr");
	free(found);
	assert_null(outlet_complete(&b->outlet, "draft ", 6, "authority-eu", 1));
	assert_null(outlet_complete(&b->outlet, "draft ", 6, "customer-holding", 0)); /* a kind: the table has it */
	assert_null(outlet_complete(&b->outlet, "draft customer-holding ", 23, "auth", 0));
	assert_null(outlet_complete(&b->outlet, "note draft ", 11, "auth", 0));
}

static void publishing_asks_with_what_is_missing_by_name(void **state)
{
	struct bench *b = *state;
	static const char *missing[] = {"N"};
	struct statement statement = issued_statement("Words.", NULL, 0);
	statement.missing = (struct shape_texts){missing, 1};
	assert_non_null(issued_draft_of(b->pen.small, "customer-holding", &statement, 1));
	struct act act = issued_act(b->pen.small, ACT_PUBLISH, issued_kind(b->pen.small, "customer-holding"));
	assert_string_equal(outlet_question(&b->outlet, &act, "It goes out.", b->pen.told->arena),
	                    "It goes out. The law also asks for what it lacks: how many people. Publish it?");
	act.kind = ACT_CHOOSE;
	assert_string_equal(outlet_question(&b->outlet, &act, "2: Suspend it.", b->pen.told->arena), "2: Suspend it.");
}

static void the_brief_is_shown_and_left_beside_the_journal(void **state)
{
	struct bench *b = *state;
	outlet_brief(&b->outlet, 3600);
	assert_non_null(strstr(b->pen.screen.data, "What counsel asks first"));
	assert_non_null(strstr(b->pen.screen.data, "As known on Thu 5 Mar 2026, 22:40"));
	assert_int_equal(access(arena_printf(b->pen.told->arena, "%s/a-EXERCISE-brief.html", b->pen.home.folder), F_OK),
	                 0);
}

static void a_brief_that_cannot_be_written_is_shown_all_the_same(void **state)
{
	struct bench *b = *state;
	snprintf(b->pen.journal, sizeof b->pen.journal, "%s/not-there/a.jsonl", b->pen.home.folder);
	outlet_brief(&b->outlet, 0);
	assert_non_null(strstr(b->pen.screen.data, "What counsel asks first"));
	assert_non_null(strstr(b->pen.screen.data, "no such folder"));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(a_draft_without_a_name_lists_the_letters_and_is_nothing_to_take),
	    TEST(a_letter_that_is_not_there_is_told_on_the_screen),
	    TEST(a_letters_beginning_is_enough),
	    TEST(a_form_is_completed_behind_draft_alone),
	    TEST(publishing_asks_with_what_is_missing_by_name),
	    TEST(the_brief_is_shown_and_left_beside_the_journal),
	    TEST(a_brief_that_cannot_be_written_is_shown_all_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
