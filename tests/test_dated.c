#include "proofed.h"

static void the_day_of_a_deed_is_held_against_the_record(void **state)
{
	static const char *const fine[] = {
	    "We switched off the account concerned on 5 March 2026 at 10:20 pm.",
	    "We switched off the account concerned on 5 March at 2:20 pm UTC.",
	    "We switched off the account concerned.",
	    "We switched off the account concerned at once, and will write by 10 March.",
	};
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		assert_string_equal(proofed(*state, fine[i]), "");
	assert_string_equal(proofed(*state, "We switched off the account concerned on 6 March."),
	                    "w 1:42: \"6 March\": suspend-account is on record at Thu 5 Mar 2026, 22:20\n");
	assert_string_equal(proofed(*state, "We switched off the account concerned on 5 March 2026 at 11:10 pm."),
	                    "w 1:42: \"5 March 2026 at 11:10 pm\": suspend-account is on record at Thu 5 Mar 2026, "
	                    "22:20\n");
	assert_string_equal(proofed_as(*state, "n.txt", "ko", "3월 6일 해당 계정의 사용을 정지했습니다."),
	                    "w 1:1: \"3월 6일\": suspend-account is on record at Thu 5 Mar 2026, 22:20\n");
}

static void a_deed_backs_no_number_and_no_date_beside_it(void **state)
{
	struct proofed *p = *state;
	proofed(p, "We switched off the account concerned on 9 February 2026.");
	assert_int_equal(p->told.diags.errors, 1);
	proofed(p, "We switched off the account concerned of 214 people.");
	assert_int_equal(p->told.diags.errors, 1);
	proofed(p, "We made copies of the system logs of half of our customers.");
	assert_int_equal(p->told.diags.errors, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(the_day_of_a_deed_is_held_against_the_record),
	    proofed_test(a_deed_backs_no_number_and_no_date_beside_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
