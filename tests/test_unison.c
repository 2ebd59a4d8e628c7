#include "issued.h"
#include "told.h"

#include "desk/unison.h"

static const char letters[] = "language: { en: English, zh: Chinese, ko: Korean }\n";

struct bench {
	struct small *small;
	struct told *told;
	const struct phrases *phrases;
	struct shape_texts found;
};

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	const struct file file = {"letters.en.yaml", letters, sizeof letters - 1};
	b->small = issued_open();
	b->told = told_open();
	b->phrases = phrases_load(&file, NULL, b->told->arena, &b->told->diags);
	*state = b;
	return b->phrases ? 0 : -1;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	small_free(b->small);
	told_close(b->told);
	free(b);
	return 0;
}

static struct statement in(const char *lang, const struct statement_value *values, size_t n)
{
	return (struct statement){.lang = lang, .values = values, .nvalues = n};
}

static struct statement_value number(const struct bench *b, const char *fact, int32_t value, const char *text)
{
	struct statement_value v = issued_number(b->small, fact, value, 3);
	v.text = text;
	return v;
}

static struct statement_value deed(const struct bench *b, const char *action, const char *text)
{
	return (struct statement_value){
	    NAMES_NONE, small_name(b->small, NAMES_ACTION, action), NAMES_NONE, SHAPE_UNSET, 3, text, NULL};
}

static struct statement_value unproved(const char *text)
{
	return (struct statement_value){NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, text, NULL};
}

/* Of up to three languages: English, Chinese, Korean. */
static size_t compare(struct bench *b, const struct statement *statements, size_t n)
{
	b->found = (struct shape_texts){NULL, 0};
	unison_find(b->small->world, statements, n, b->phrases, b->told->arena, &b->found);
	return b->found.n;
}

static void a_count_that_one_language_says_otherwise_is_told(void **state)
{
	struct bench *b = *state;
	const struct statement_value right = number(b, "people", 9870, "9,870 people"),
	                             wrong = number(b, "people", 12400, "12,400명");
	const struct statement all[] = {in("en", &right, 1), in("zh", &right, 1), in("ko", &wrong, 1)};
	assert_int_equal(compare(b, all, 2), 0);
	assert_int_equal(compare(b, all, 3), 2);
	assert_string_equal(b->found.v[0], "English and Chinese say \"9,870 people\"; Korean does not");
	assert_string_equal(b->found.v[1], "Korean says \"12,400명\"; English and Chinese do not");
}

static void a_deed_and_an_unproved_number_are_missed(void **state)
{
	struct bench *b = *state;
	const struct statement_value said[] = {deed(b, "suspend-account", "We switched it off."), unproved("50,000")};
	const struct statement all[] = {in("en", said, 2), in("ko", NULL, 0)};
	assert_int_equal(compare(b, all, 2), 2);
	assert_string_equal(b->found.v[0], "English says \"We switched it off.\"; Korean does not");
	assert_string_equal(b->found.v[1], "English says \"50,000\"; Korean does not");
}

static void the_same_in_other_words_is_the_same(void **state)
{
	struct bench *b = *state;
	const struct statement_value english[] = {deed(b, "suspend-account", "We switched it off."), unproved("50,000"),
	                                          unproved("We told the police."), number(b, "rows", 12400, "12,400")};
	const struct statement_value korean[] = {deed(b, "suspend-account", "차단했습니다."), unproved("5만"),
	                                         unproved("경찰에 알렸습니다."),
	                                         number(b, "people", 12400, "12,400명")};
	const struct statement all[] = {in("en", english, 4), in("ko", korean, 4)};
	assert_int_equal(compare(b, all, 2), 0);
}

static void a_kind_of_data_is_told_only_where_another_says_otherwise(void **state)
{
	struct bench *b = *state;
	const struct statement_value involved = number(b, "bank", STORY_INVOLVED, "bank details"),
	                             not = number(b, "bank", STORY_NOT_INVOLVED, "은행 정보");
	const struct statement silent[] = {in("en", &involved, 1), in("ko", NULL, 0)};
	const struct statement contrary[] = {in("en", &involved, 1), in("ko", &not, 1)};
	assert_int_equal(compare(b, silent, 2), 0);
	assert_int_equal(compare(b, contrary, 2), 2);
	assert_string_equal(b->found.v[0], "English says \"bank details\"; Korean does not");
}

static void what_goes_on_is_counted(void **state)
{
	struct bench *b = *state;
	struct statement_value many[9];
	static const char *const texts[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
	for (size_t i = 0; i < 9; i++)
		many[i] = unproved(texts[i]);
	const struct statement all[] = {in("en", many, 9), in("fr", NULL, 0)};
	assert_int_equal(compare(b, all, 2), 7);
	assert_string_equal(b->found.v[5], "English says \"6\"; fr does not");
	assert_string_equal(b->found.v[6], "and 3 more values that not every language says");
}

static void a_correction_is_owed_to_the_readers_of_every_wrong_text(void **state)
{
	struct bench *b = *state;
	const char *wrong[] = {"en", "ko", "zh"}, *drafted[] = {"en"};
	const struct shape_texts owed = {wrong, 3}, some = {drafted, 1};
	b->found = (struct shape_texts){NULL, 0};
	unison_owed(&owed, &owed, b->phrases, b->told->arena, &b->found);
	assert_int_equal(b->found.n, 0);
	unison_owed(&owed, &some, b->phrases, b->told->arena, &b->found);
	assert_string_equal(b->found.v[0],
	                    "what is wrong went out in Korean, Chinese, too: its readers need this in their language");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_count_that_one_language_says_otherwise_is_told),
	    TEST(a_deed_and_an_unproved_number_are_missed),
	    TEST(the_same_in_other_words_is_the_same),
	    TEST(a_kind_of_data_is_told_only_where_another_says_otherwise),
	    TEST(what_goes_on_is_counted),
	    TEST(a_correction_is_owed_to_the_readers_of_every_wrong_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
