#include "penned.h"

#include "desk/edited.h"
#include "exercise/gather.h"

struct bench {
	struct penned pen;
	struct drafting *drafting;
	struct notice notice;
	struct statement statement;
	struct text notes;
};

static int set_up(void **state)
{
	struct bench *b = *state = calloc(1, sizeof *b);
	assert_non_null(b);
	penned_open(&b->pen);
	b->drafting = drafting_open(b->pen.small->world, &b->pen.told->diags);
	return b->drafting ? 0 : -1;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	drafting_free(b->drafting);
	text_free(&b->notes);
	penned_close(&b->pen);
	free(b);
	return 0;
}

/* Takes a file of that name which holds `words`; the letter's own subject is "A notice". */
static bool take_as(struct bench *b, const char *name, const char *lang, const char *words)
{
	char path[64];
	snprintf(path, sizeof path, "%s/%s", b->pen.home.folder, name);
	housed_put(path, words);
	struct arena *arena = b->pen.told->arena;
	const struct matter *matter = gather_matter(b->pen.small->session, arena);
	struct edited edited = {path, matter, drafting_phrases(b->drafting, lang, &b->pen.told->diags), arena};
	b->notice = (struct notice){.lang = lang, .subject = "A notice"};
	b->statement = (struct statement){.lang = lang};
	return edited_take(&edited, &b->notice, &b->statement, &b->notes, &b->pen.told->diags);
}

static bool take(struct bench *b, const char *lang, const char *words)
{
	return take_as(b, "a.txt", lang, words);
}

static void the_marks_of_an_exercise_and_a_draft_are_taken_off(void **state)
{
	struct bench *b = *state;
	assert_true(take(b, "en",
	                 "EXERCISE: this is a practice message. Nothing in it has happened.\n\n"
	                 "Subject: EXERCISE: We look into it\n\n"
	                 "# Dear customer\n\nWe are looking.\n\n"
	                 "**EXERCISE: this is a practice message. Nothing in it has happened.**\n"));
	assert_string_equal(b->statement.text, "# Dear customer\n\nWe are looking.\n");
	assert_string_equal(b->statement.subject, "We look into it");
	assert_true(take(b, "en", "DRAFT: this text has not been approved. Do not send it.\nWe are looking.\n"));
	assert_string_equal(b->statement.text, "We are looking.\n");
	assert_string_equal(b->statement.subject, "A notice");
}

static void the_marks_of_another_language_are_taken_off_there(void **state)
{
	struct bench *b = *state;
	assert_true(take(
	    b, "zh", "演练（EXERCISE）：本消息仅供演练，所述内容均未发生。\n\n主题：演练 EXERCISE: 通知\n\n您好。\n"));
	assert_string_equal(b->statement.text, "您好。\n");
	assert_string_equal(b->statement.subject, "通知");
}

static void a_mark_in_front_of_a_short_text_is_taken_off(void **state)
{
	struct bench *b = *state;
	assert_true(take(b, "en", "EXERCISE: Small Shop: give nobody a code.\n"));
	assert_string_equal(b->statement.text, "Small Shop: give nobody a code.\n");
}

static void a_value_that_nothing_backs_is_kept_and_marked(void **state)
{
	struct bench *b = *state;
	assert_non_null(issued_verify(b->pen.small, "people", 9870, NULL));
	assert_true(take(b, "en", "We found 9,870 people in the file, and 200 more.\n"));
	assert_int_equal(b->statement.nvalues, 2);
	assert_int_equal(b->statement.values[0].fact, small_name(b->pen.small, NAMES_FACT, "people"));
	assert_true(b->statement.values[0].turn > 0);
	assert_int_equal(b->statement.values[1].fact, NAMES_NONE);
	assert_int_equal(b->statement.values[1].turn, 0);
	assert_string_equal(b->notice.values[0].name, "people");
	assert_string_equal(b->notice.values[1].name, "nothing");
	assert_non_null(strstr(b->notes.data, "nothing verified says"));
}

static void what_is_said_of_data_that_no_fact_is_about_is_kept_as_that(void **state)
{
	struct bench *b = *state;
	assert_true(take(b, "en", "Your passwords are not affected.\n"));
	assert_int_equal(b->statement.nvalues, 1);
	assert_int_equal(b->statement.values[0].value, STORY_NOT_INVOLVED);
	assert_int_equal(b->statement.values[0].turn, 0);
	assert_string_equal(b->notice.values[0].name, "nothing");
}

static void only_plain_text_and_markdown_are_taken(void **state)
{
	struct bench *b = *state;
	assert_true(take_as(b, "a folder/notice.md", "en", "We are sorry."));
	assert_false(take_as(b, "notice.docx", "en", "We are sorry."));
	assert_non_null(
	    strstr(told_text(b->pen.told), "/notice.docx:0:0: save it as plain text (.txt) or Markdown (.md) first\n"));
}

static void a_file_too_long_for_a_notice_is_refused(void **state)
{
	struct bench *b = *state;
	char *words = malloc(70000);
	assert_non_null(words);
	memset(words, 'a', 69999);
	words[69999] = '\0';
	assert_false(take(b, "en", words));
	free(words);
	assert_non_null(strstr(told_text(b->pen.told), "is too long for a notice"));
}

static void a_day_and_a_time_are_found_wherever_lines_break(void **state)
{
	struct bench *b = *state;
	struct matter matter = {.zone = "Asia/Singapore"};
	const struct edited e = {NULL, &matter, drafting_phrases(b->drafting, "en", &b->pen.told->diags),
	                         b->pen.told->arena};
	const int64_t at = 1772735460; /* Fri 6 Mar 2026, 02:31 */
	assert_true(edited_names(&e, "We write again on 6 March\n   2026 at 2:31 am.", at));
	assert_false(edited_names(&e, "We write again on 6 March 2026 at 2:32 am.", at));
	assert_false(edited_names(&e, "We write again at 2:31 am.", at));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(the_marks_of_an_exercise_and_a_draft_are_taken_off),
	    TEST(the_marks_of_another_language_are_taken_off_there),
	    TEST(a_mark_in_front_of_a_short_text_is_taken_off),
	    TEST(a_value_that_nothing_backs_is_kept_and_marked),
	    TEST(what_is_said_of_data_that_no_fact_is_about_is_kept_as_that),
	    TEST(only_plain_text_and_markdown_are_taken),
	    TEST(a_file_too_long_for_a_notice_is_refused),
	    TEST(a_day_and_a_time_are_found_wherever_lines_break),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
