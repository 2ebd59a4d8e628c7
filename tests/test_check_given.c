#include "remarked.h"

#include "desk/check_given.h"

#define COUNT(truth) "fact 'people' { kind = 'count', label = 'P', unit = 'people', truth = " truth " }\n"

static void a_count_is_a_number_without_quotes(void **state)
{
	(void)state;
	assert_remarked(check_given, SMALL_HEAD COUNT("9870"), "");
	assert_remarked(check_given, SMALL_HEAD COUNT("'9870'"),
	                "wrong-value: \"truth\": expected a whole number, found a text\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_count_is_a_number_without_quotes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
