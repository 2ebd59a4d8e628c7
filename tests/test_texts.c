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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(a_list_has_what_was_added_and_nothing_else, told_setup, told_teardown),
	    cmocka_unit_test_setup_teardown(what_is_there_is_not_added_once_more, told_setup, told_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
