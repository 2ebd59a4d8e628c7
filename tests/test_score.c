#include "check.h"

#include "exercise/event.h"
#include "exercise/score.c"

static struct score_range range_of(int32_t lo, int32_t hi)
{
	struct score_range range = {{0}, {0}, {20, 15, 15, 15, 15, 10, 10}};
	for (int i = 0; i < STORY_OBJECTIVES; i++) {
		range.lo[i] = lo;
		range.hi[i] = hi;
	}
	return range;
}

static void everything_earned_is_a_hundred_and_the_worst_is_nothing(void **state)
{
	(void)state;
	struct score_range range = range_of(-60, 90);
	int32_t best[] = {90, 90, 90, 90, 90, 90, 90}, worst[] = {-60, -60, -60, -60, -60, -60, -60};
	assert_int_equal(score_total(&range, best), 100);
	assert_int_equal(score_total(&range, worst), 0);
}

static void a_total_is_rounded_half_up_and_once(void **state)
{
	(void)state;
	struct score_range range = {{0}, {0}, {1, 0, 0, 0, 0, 0, 0}};
	int32_t earned[STORY_OBJECTIVES] = {0};
	range.hi[0] = 200;
	earned[0] = 1; /* half a hundredth */
	assert_int_equal(score_total(&range, earned), 1);
	range.hi[0] = 201;
	assert_int_equal(score_total(&range, earned), 0);
}

static void a_dimension_without_a_span_is_left_out(void **state)
{
	(void)state;
	struct score_range range = {{0}, {0}, {20, 80, 0, 0, 0, 0, 0}};
	int32_t earned[STORY_OBJECTIVES] = {50, -1000};
	range.hi[0] = 100;
	assert_int_equal(score_total(&range, earned), 50);
	range.hi[0] = 0;
	assert_int_equal(score_total(&range, earned), 0);
}

static void bonus_points_never_lift_a_total_over_a_hundred(void **state)
{
	(void)state;
	struct score_range range = range_of(0, 10);
	int32_t earned[] = {40, 10, 10, 10, 10, 10, 10};
	assert_int_equal(score_total(&range, earned), 100);
}

static void odd_spans_share_one_exact_denominator(void **state)
{
	(void)state;
	struct score_range range = {{0}, {7, 11, 13, 17, 19, 23, 29}, {1, 1, 1, 1, 1, 1, 1}};
	int32_t earned[] = {7, 11, 13, 17, 19, 23, 0}; /* six sevenths: 85.71 */
	assert_int_equal(score_total(&range, earned), 86);
}

static void confidence_scales_losses_and_lateness_halves_gains(void **state)
{
	(void)state;
	assert_int_equal(score_option(-20, EVENT_LOW, false), -10);
	assert_int_equal(score_option(-20, EVENT_MEDIUM, true), -20);
	assert_int_equal(score_option(-20, EVENT_HIGH, false), -30);
	assert_int_equal(score_option(30, EVENT_HIGH, false), 30);
	assert_int_equal(score_option(30, EVENT_HIGH, true), 15);
}

static void critical_failures_cap_the_grade_but_not_the_total(void **state)
{
	(void)state;
	assert_int_equal(score_grade(85, 0), 'A');
	assert_int_equal(score_grade(84, 0), 'B');
	assert_int_equal(score_grade(100, 1), 'C');
	assert_int_equal(score_grade(100, 2), 'D');
	assert_int_equal(score_grade(100, 3), 'F');
	assert_int_equal(score_grade(50, 1), 'D');
	assert_int_equal(score_grade(39, 0), 'F');
}

static void ratings_follow_parts_of_a_span(void **state)
{
	(void)state;
	struct score_range range = range_of(-50, 50);
	assert_int_equal(score_rate(&range, 0, 30), SCORE_P);
	assert_int_equal(score_rate(&range, 0, 29), SCORE_S);
	assert_int_equal(score_rate(&range, 0, 10), SCORE_S);
	assert_int_equal(score_rate(&range, 0, 9), SCORE_M);
	assert_int_equal(score_rate(&range, 0, -11), SCORE_U);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(everything_earned_is_a_hundred_and_the_worst_is_nothing),
	    cmocka_unit_test(a_total_is_rounded_half_up_and_once),
	    cmocka_unit_test(a_dimension_without_a_span_is_left_out),
	    cmocka_unit_test(bonus_points_never_lift_a_total_over_a_hundred),
	    cmocka_unit_test(odd_spans_share_one_exact_denominator),
	    cmocka_unit_test(confidence_scales_losses_and_lateness_halves_gains),
	    cmocka_unit_test(critical_failures_cap_the_grade_but_not_the_total),
	    cmocka_unit_test(ratings_follow_parts_of_a_span),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
