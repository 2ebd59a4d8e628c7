#include "check.h"

#include "desk/sweep_tally.h"

static void a_count_keeps_all_its_digits(void **state)
{
	char digits[SWEEP_TALLY_ROOM];
	sweep_tally most = ~(sweep_tally)0, read = 0;
	(void)state;
	assert_string_equal(sweep_tally_digits(most, digits), "340282366920938463463374607431768211455");
	assert_true(sweep_tally_read(digits, &read));
	assert_true(read == most);
	assert_false(sweep_tally_read("340282366920938463463374607431768211456", &read));
	assert_false(sweep_tally_read("12a", &read));
	assert_false(sweep_tally_add(&most, 1));
	assert_string_equal(sweep_tally_words(8931928887, digits), "8,931,928,887");
	assert_string_equal(sweep_tally_words(0, digits), "0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_count_keeps_all_its_digits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
