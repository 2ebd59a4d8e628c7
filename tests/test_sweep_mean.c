#include "check.h"

#include "desk/sweep_mean.h"

static struct sweep_mean_sum read(const char *digits)
{
	struct sweep_mean_sum sum;
	assert_true(sweep_mean_read(digits, &sum));
	return sum;
}

static void is(const char *digits, struct sweep_mean_sum sum)
{
	char out[SWEEP_MEAN_ROOM];
	assert_string_equal(sweep_mean_digits(&sum, out), digits);
}

static void a_sum_keeps_all_its_digits_whatever_its_sign(void **state)
{
	static const char *const digits[] = {"0", "-1", "18446744073709551616",
	                                     "-340282366920938463463374607431768211456",
	                                     "99999999999999999999999999999999999999999999999999999999999999999999"};
	(void)state;
	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
		is(digits[i], read(digits[i]));
	is("-7", sweep_mean_of(-7));
	is("18446744073709551617", sweep_mean_of(((scale_wide)1 << 64) + 1));
}

static void what_is_no_sum_is_refused(void **state)
{
	struct sweep_mean_sum sum;
	(void)state;
	assert_false(sweep_mean_read(NULL, &sum));
	assert_false(sweep_mean_read("", &sum));
	assert_false(sweep_mean_read("-", &sum));
	assert_false(sweep_mean_read("12a", &sum));
	assert_false(sweep_mean_read("1000000000000000000000000000000000000000000000000000000000000000000000", &sum));
}

static void it_is_added_as_often_as_there_are_paths(void **state)
{
	struct sweep_mean_sum sum = sweep_mean_of(5), less = sweep_mean_of(-3);
	(void)state;
	sweep_mean_add(&sum, &less, (sweep_tally)1 << 100);
	is("-3802951800684688204490109616123", sum);
	sweep_mean_add(&sum, &less, 0);
	is("-3802951800684688204490109616123", sum);
}

static void sums_are_in_order(void **state)
{
	static const char *const rising[] = {"-18446744073709551616", "-2", "-1", "0", "1", "18446744073709551616"};
	(void)state;
	for (int i = 0; i < 6; i++)
		for (int k = 0; k < 6; k++) {
			struct sweep_mean_sum a = read(rising[i]), b = read(rising[k]);
			assert_int_equal(sweep_mean_compare(&a, &b), (i > k) - (i < k));
		}
}

/* A half of a millionth goes away from 0. */
static void a_mean_is_rounded_once(void **state)
{
	const struct sweep_mean_sum sum = sweep_mean_of(2), minus = sweep_mean_of(-2), whole = sweep_mean_of(1);
	const struct sweep_mean_sum none = sweep_mean_of(0), half = sweep_mean_of(1), large = sweep_mean_of(64000000);
	(void)state;
	assert_int_equal(sweep_mean_points(&sum, 3, &whole), 66666667);
	assert_int_equal(sweep_mean_points(&minus, 3, &whole), -66666667);
	assert_int_equal(sweep_mean_points(&half, 200000000, &whole), 1);
	assert_int_equal(sweep_mean_points(&half, 200000001, &whole), 0);
	assert_int_equal(sweep_mean_points(&large, (sweep_tally)1 << 100, &large), 0);
	assert_int_equal(sweep_mean_points(&sum, 0, &whole), 0);
	assert_int_equal(sweep_mean_points(&sum, 3, &none), 0);
}

static void the_mean_of_totals_holds_for_the_most_paths_there_can_be(void **state)
{
	sweep_tally totals[] = {0, ~(sweep_tally)0, ~(sweep_tally)0, 0};
	(void)state;
	assert_int_equal(sweep_mean_totals(totals, 4), 1500000);
	assert_int_equal(sweep_mean_totals(totals, 1), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_sum_keeps_all_its_digits_whatever_its_sign),
	    cmocka_unit_test(what_is_no_sum_is_refused),
	    cmocka_unit_test(it_is_added_as_often_as_there_are_paths),
	    cmocka_unit_test(sums_are_in_order),
	    cmocka_unit_test(a_mean_is_rounded_once),
	    cmocka_unit_test(the_mean_of_totals_holds_for_the_most_paths_there_can_be),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
