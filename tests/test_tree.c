#include "check.h"

#include "base/tree.h"

static void a_copy_says_the_same_and_is_of_its_own(void **state)
{
	struct jsn *object = jsn_make(JSN_OBJECT, 0);
	struct text first = {0}, second = {0};
	(void)state;
	tree_text(object, "name", "a \"quoted\" line\n");
	tree_number(tree_row(tree_list(object, "rows")), "n", -1234567890123);
	tree_flag(object, "whole", true);
	jsn_write(object, &first);
	struct jsn *copy = tree_copy(object);
	tree_null(object, "later");
	jsn_free(object);
	jsn_write(copy, &second);
	assert_string_equal(second.data, first.data);
	jsn_free(copy);
	text_free(&first);
	text_free(&second);
}

static void a_copy_of_nothing_is_null(void **state)
{
	struct jsn *copy = tree_copy(NULL);
	(void)state;
	assert_int_equal(jsn_type(copy), JSN_NULL);
	jsn_free(copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_copy_says_the_same_and_is_of_its_own),
	    cmocka_unit_test(a_copy_of_nothing_is_null),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
