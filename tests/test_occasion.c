#include "proofed.h"

/* tests/notices/facts.yaml: occurred 4 March 22:18, detected 5 March 21:40, aware 5 March 23:10. */
static void a_moment_told_with_its_own_day_passes(void **state)
{
	assert_string_equal(proofed(*state, "It happened on 4 March, and we noticed it on 5 March at 9:40 pm."), "");
	assert_string_equal(proofed(*state, "On 4 March 2026, at 10:18 pm, a file was exported."), "");
	assert_string_equal(proofed(*state, "We found out on 5 March at 11:10 pm."), "");
	assert_string_equal(proofed(*state, "We noticed it and changed the passwords on 6 March."), "");
	assert_string_equal(proofed_as(*state, "n.txt", "zh", "我们于3月5日发现此事，导出发生在3月4日。"), "");
}

static void a_moment_told_with_another_recorded_day_is_doubtful(void **state)
{
	assert_string_equal(proofed(*state, "The export took place on 5 March."),
	                    "w 1:26: \"5 March\": occurred is on record at Wed 4 Mar 2026, 22:18\n");
	assert_string_equal(proofed(*state, "It happened on 4 March and we noticed it on 8 March."),
	                    "w 1:45: \"8 March\": detected is on record at Thu 5 Mar 2026, 21:40\n");
	assert_string_equal(proofed(*state, "We became aware on 8 March."),
	                    "w 1:20: \"8 March\": aware is on record at Thu 5 Mar 2026, 23:10\n");
	assert_string_equal(proofed_as(*state, "n.txt", "zh", "导出发生在3月5日。"),
	                    "w 1:6: \"3月5日\": occurred is on record at Wed 4 Mar 2026, 22:18\n");
	assert_string_equal(proofed_as(*state, "n.txt", "ms", "Eksport itu berlaku pada 5 Mac 2026."),
	                    "w 1:26: \"5 Mac 2026\": occurred is on record at Wed 4 Mar 2026, 22:18\n");
	assert_string_equal(proofed_as(*state, "n.txt", "ko", "추출은 3월 5일에 발생했습니다."),
	                    "w 1:5: \"3월 5일\": occurred is on record at Wed 4 Mar 2026, 22:18\n");
}

static void a_moment_that_nobody_recorded_is_held_against_nothing(void **state)
{
	struct proofed *p = *state;
	struct matter matter = *p->origin.matter;
	matter.moments[SHAPE_OCCURRED] = MATTER_NEVER;
	p->proofread.matter = &matter;
	assert_string_equal(proofed(p, "The export took place on 5 March."), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(a_moment_told_with_its_own_day_passes),
	    proofed_test(a_moment_told_with_another_recorded_day_is_doubtful),
	    proofed_test(a_moment_that_nobody_recorded_is_held_against_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
