#include "check.h"
#include "told.h"

#include "content/texts.h"

static void a_list_has_what_was_added_and_nothing_else(void **state)
{
	struct told *told = *state;
	struct shape_texts texts = {NULL, 0};
	assert_false(texts_have(&texts, "en"));
	texts_add(&texts, "en", told->arena);
	texts_add(&texts, "zh", told->arena);
	assert_true(texts_have(&texts, "en"));
	assert_true(texts_have(&texts, "zh"));
	assert_false(texts_have(&texts, "e"));
	assert_int_equal(texts.n, 2);
}

static void what_is_there_is_not_added_once_more(void **state)
{
	struct told *told = *state;
	struct shape_texts texts = {NULL, 0};
	texts_add_once(&texts, "en", told->arena);
	texts_add_once(&texts, "ko", told->arena);
	texts_add_once(&texts, "en", told->arena);
	assert_int_equal(texts.n, 2);
	assert_string_equal(texts.v[1], "ko");
}

static void a_sorted_list_is_in_the_order_of_its_bytes(void **state)
{
	struct told *told = *state;
	struct shape_texts texts = {NULL, 0};
	texts_sort(&texts);
	assert_false(texts_sorted_have(&texts, "en"));
	static const char *const added[] = {"zh", "\xe4\xb8\xad", "en-GB", "KO", "en"};
	static const char *const sorted[] = {"KO", "en", "en-GB", "zh", "\xe4\xb8\xad"};
	for (size_t i = 0; i < 5; i++)
		texts_add(&texts, added[i], told->arena);
	texts_sort(&texts);
	for (size_t i = 0; i < 5; i++) {
		assert_string_equal(texts.v[i], sorted[i]);
		assert_true(texts_sorted_have(&texts, added[i]));
	}
	assert_false(texts_sorted_have(&texts, "ko"));
}

static void a_list_is_told_with_commas(void **state)
{
	struct told *told = *state;
	struct shape_texts texts = {NULL, 0};
	assert_string_equal(texts_joined(&texts, told->arena), "");
	texts_add(&texts, "en", told->arena);
	assert_string_equal(texts_joined(&texts, told->arena), "en");
	texts_add(&texts, "zh", told->arena);
	assert_string_equal(texts_joined(&texts, told->arena), "en, zh");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(a_list_has_what_was_added_and_nothing_else, told_setup, told_teardown),
	    cmocka_unit_test_setup_teardown(what_is_there_is_not_added_once_more, told_setup, told_teardown),
	    cmocka_unit_test_setup_teardown(a_sorted_list_is_in_the_order_of_its_bytes, told_setup, told_teardown),
	    cmocka_unit_test_setup_teardown(a_list_is_told_with_commas, told_setup, told_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
