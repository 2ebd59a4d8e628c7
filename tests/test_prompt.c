#include "check.h"
#include "desk/prompt.h"

#include <locale.h>

static void the_rows_of_a_prompt_are_counted_without_its_colours(void **state)
{
	(void)state;
	assert_int_equal(prompt_rows("> ", 40), 0);
	assert_int_equal(prompt_rows("\001\033[1m\002four\001\033[0m\002\n> ", 4), 1);
	assert_int_equal(prompt_rows("fives\nb\n> ", 4), 3);
	assert_int_equal(prompt_rows("fives\nb\n> ", 0), 2);
	assert_int_equal(prompt_rows("咖啡与\n> ", 5), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_rows_of_a_prompt_are_counted_without_its_colours),
	};
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
