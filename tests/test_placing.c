#include "check.h"
#include "told.h"

#include "desk/placing.h"

static struct letter letter = {.name = "customer-holding", .lang = "en", .kind = "customer-holding"};

static const char *path(struct told *told, bool exercise, bool approved, const char *folder, const char *file)
{
	struct matter matter = {.exercise = exercise};
	struct notice notice = {.letter = &letter, .lang = "zh"};
	struct rendition rendition = {.format = RENDITION_MAIL, .approved = approved, .matter = &matter};
	char path[PAPER_PATH];
	text_clear(&told->out);
	assert_true(
	    placing_place(&rendition, &notice, folder, file, &(struct text){0}, path, &told->out, &told->diags));
	assert_int_equal(told->out.len, 0);
	return arena_dup(told->arena, path);
}

static void a_folder_gets_the_notices_own_name(void **state)
{
	assert_string_equal(path(*state, true, false, "out", NULL), "out/EXERCISE-customer-holding.zh.eml");
	assert_string_equal(path(*state, false, false, "out/", NULL), "out/DRAFT-customer-holding.zh.eml");
	assert_string_equal(path(*state, false, true, "a/b", NULL), "a/b/customer-holding.zh.eml");
}

static void a_file_that_was_named_bears_the_mark_all_the_same(void **state)
{
	assert_string_equal(path(*state, true, true, NULL, "x.eml"), "EXERCISE-x.eml");
	assert_string_equal(path(*state, true, true, NULL, "EXERCISE/x.eml"), "EXERCISE/EXERCISE-x.eml");
	assert_string_equal(path(*state, true, true, NULL, "my EXERCISE.eml"), "my EXERCISE.eml");
	assert_string_equal(path(*state, false, false, NULL, "/tmp/x.eml"), "/tmp/DRAFT-x.eml");
	assert_string_equal(path(*state, false, true, NULL, "x.eml"), "x.eml");
}

static const char *proof(struct told *told, const char *of)
{
	char path[PAPER_PATH];
	assert_true(placing_proof(of, &(struct text){0}, path, &told->diags));
	return arena_dup(told->arena, path);
}

static void a_proof_lies_beside_what_it_proves(void **state)
{
	assert_string_equal(proof(*state, "out/EXERCISE-x.en.txt"), "out/EXERCISE-x.en-proof.md");
	assert_string_equal(proof(*state, "a.b/x"), "a.b/x-proof.md");
	assert_string_equal(proof(*state, "a/.x"), "a/.x-proof.md");
}

static enum rendition_format format(int64_t asked, const char *file, int32_t channel)
{
	struct letter of = {.channel = channel};
	return placing_format(asked, file, &(struct notice){.letter = &of});
}

static void a_format_is_asked_for_or_named_by_the_file_or_by_the_channel(void **state)
{
	(void)state;
	assert_int_equal(format(RENDITION_HTML, "x.eml", VOCABULARY_SMS), RENDITION_HTML);
	assert_int_equal(format(-1, "x.y.eml", VOCABULARY_SMS), RENDITION_MAIL);
	assert_int_equal(format(-1, "x.unheard", VOCABULARY_SMS), RENDITION_SMS);
	assert_int_equal(format(-1, NULL, VOCABULARY_EMAIL), RENDITION_TEXT);
	assert_int_equal(format(-1, NULL, SHAPE_UNSET), RENDITION_TEXT);
}

static void several_languages_go_into_a_folder(void **state)
{
	(void)state;
	assert_true(placing_foldered("all", "x"));
	assert_true(placing_foldered("en,zh", "x"));
	assert_true(placing_foldered("all", "of.2026"));
	assert_false(placing_foldered("all", "x.html"));
	assert_false(placing_foldered("en,zh", "tests/x.eml"));
}

static void a_name_without_an_ending_is_a_folder(void **state)
{
	(void)state;
	assert_true(placing_foldered("en", "x"));
	assert_true(placing_foldered(NULL, "../x"));
	assert_false(placing_foldered("en", "x.txt"));
	assert_false(placing_foldered(NULL, "a/x.of-mine"));
	assert_true(placing_foldered(NULL, "x/"));
	assert_true(placing_foldered(NULL, "tests"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_folder_gets_the_notices_own_name),
	    told_test(a_file_that_was_named_bears_the_mark_all_the_same),
	    told_test(a_proof_lies_beside_what_it_proves),
	    told_test(a_format_is_asked_for_or_named_by_the_file_or_by_the_channel),
	    told_test(a_name_without_an_ending_is_a_folder),
	    told_test(several_languages_go_into_a_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
