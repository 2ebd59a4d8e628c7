#include "check.h"
#include "base/clock.h"

/* The shipped drill's pace: 4 h in 8 minutes, 24 h in 8, 100 h in 6. */
static const struct clock_piece pace[] = {{14400, 480}, {86400, 480}, {360000, 360}};
enum { PIECES = 3, ALL_MS = 1320000, END = 360000 };

static struct clock scaled(int speed, int64_t now_ms)
{
	struct clock c = {.pace = pace, .pieces = PIECES, .speed = speed};

	clock_start(&c, CLOCK_SCALED, 0, now_ms);
	return c;
}

static void real_time_passes_second_by_second(void **state)
{
	struct clock c = {0};

	(void)state;
	clock_start(&c, CLOCK_REAL, 0, 5000);
	clock_advance(&c, 5999);
	assert_int_equal(clock_now(&c), 0);
	assert_int_equal(clock_until(&c, 1), 1);
	clock_advance(&c, 6000);
	assert_int_equal(clock_now(&c), 1);
	assert_int_equal(clock_until(&c, 259200), 259199000);
	clock_move(&c, -90);
	assert_int_equal(clock_now(&c), -90);
	clock_advance(&c, 6999);
	assert_int_equal(clock_now(&c), -90);
	clock_advance(&c, 7000);
	assert_int_equal(clock_now(&c), -89);
}

static void a_pace_bends_where_its_pieces_meet(void **state)
{
	struct clock c = scaled(1, 0);

	(void)state;
	clock_advance(&c, 1000);
	assert_int_equal(clock_now(&c), 30); /* 14,400 s in 480 s */
	clock_advance(&c, 480000);
	assert_int_equal(clock_now(&c), 14400);
	clock_advance(&c, 481000);
	assert_int_equal(clock_now(&c), 14550); /* 72,000 s in 480 s */
	clock_advance(&c, 960000);
	assert_int_equal(clock_now(&c), 86400);
	clock_advance(&c, 961000);
	assert_int_equal(clock_now(&c), 87160); /* 273,600 s in 360 s */
}

static void time_stands_at_the_end_of_the_pace(void **state)
{
	struct clock c = scaled(1, 0);

	(void)state;
	clock_advance(&c, ALL_MS - 1);
	assert_int_equal(clock_now(&c), END - 1);
	clock_advance(&c, ALL_MS);
	assert_int_equal(clock_now(&c), END);
	clock_advance(&c, ALL_MS * INT64_C(100));
	assert_int_equal(clock_now(&c), END);
	assert_int_equal(clock_until(&c, END), 0);
	assert_int_equal(clock_until(&c, END + 1), -1);
}

static void speed_hurries_time_but_not_talk(void **state)
{
	struct clock c = scaled(30, 1000);

	(void)state;
	c.talk_ms = 3000;
	clock_advance(&c, 3000);
	assert_int_equal(c.talk_ms, 1000);
	assert_int_equal(clock_now(&c), 0);
	assert_int_equal(clock_until(&c, 900), 1000 + 1000);
	clock_advance(&c, 5000); /* a second of talk, then a second of drill */
	assert_int_equal(c.talk_ms, 0);
	assert_int_equal(clock_now(&c), 900);
}

static void held_time_neither_runs_nor_is_lost(void **state)
{
	struct clock c = scaled(1, 0);

	(void)state;
	clock_advance(&c, 10500);
	c.talk_ms = 2000;
	c.held = true;
	clock_advance(&c, 99000);
	assert_int_equal(c.talk_ms, 2000);
	assert_int_equal(clock_now(&c), 315);
	assert_int_equal(clock_until(&c, 316), -1);
	assert_int_equal(clock_until(&c, 315), 0);
	c.held = false;
	clock_advance(&c, 101000);
	assert_int_equal(c.talk_ms, 0);
	clock_advance(&c, 101500);
	assert_int_equal(clock_now(&c), 330);
}

static void asking_often_gains_nothing(void **state)
{
	struct clock often = scaled(7, 0), once = scaled(7, 0);

	(void)state;
	often.talk_ms = once.talk_ms = 12345;
	for (int64_t ms = 0; ms <= 150000; ms += 13)
		clock_advance(&often, ms);
	clock_advance(&often, 150000);
	clock_advance(&once, 150000);
	assert_int_equal(often.run_ms, once.run_ms);
	assert_int_equal(once.run_ms, (150000 - 12345) * 7);
}

static void a_clock_set_back_takes_nothing_away(void **state)
{
	struct clock c = scaled(1, 10000);

	(void)state;
	clock_advance(&c, 12000);
	clock_advance(&c, 11000);
	assert_int_equal(clock_now(&c), 60);
	clock_advance(&c, 12000);
	assert_int_equal(clock_now(&c), 90);
}

static void a_stepped_clock_moves_only_when_moved(void **state)
{
	struct clock c = {0};

	(void)state;
	clock_start(&c, CLOCK_STEPPED, 60, 0);
	clock_advance(&c, 999999);
	assert_int_equal(clock_now(&c), 60);
	assert_int_equal(clock_until(&c, 61), -1);
	assert_int_equal(clock_until(&c, 60), 0);
	clock_move(&c, 7200);
	assert_int_equal(clock_now(&c), 7200);
}

static void moving_lands_on_the_first_instant_of_a_second(void **state)
{
	/* Slower than real in its first piece, odd ratios in all. */
	static const struct clock_piece odd[] = {{100, 700}, {1777, 331}, {5000, 13}};
	struct clock c = {.pace = odd, .pieces = 3, .speed = 1};

	(void)state;
	clock_start(&c, CLOCK_SCALED, 0, 0);
	for (int32_t t = 0; t <= 5000; t++) {
		clock_move(&c, t);
		assert_int_equal(clock_now(&c), t);
		assert_int_equal(c.run_ms, clock_pace_ms(odd, 3, t));
		if (t > 0) {
			c.run_ms--;
			assert_int_equal(clock_now(&c), t - 1);
		}
	}
}

static void until_is_exact_to_the_millisecond_at_any_speed(void **state)
{
	(void)state;
	for (int speed = 1; speed <= 60; speed += 7) {
		for (int32_t t = 1; t <= END; t += 997) {
			struct clock c = scaled(speed, 0);
			c.talk_ms = 50;
			int64_t wait = clock_until(&c, t);
			clock_advance(&c, wait - 1);
			assert_true(clock_now(&c) < t);
			clock_advance(&c, wait);
			assert_true(clock_now(&c) >= t);
			assert_int_equal(clock_until(&c, t), 0);
		}
	}
}

static void the_pace_tells_how_long_a_drill_runs(void **state)
{
	(void)state;
	assert_int_equal(clock_pace_ms(pace, PIECES, 0), 0);
	assert_int_equal(clock_pace_ms(pace, PIECES, -60), 0);
	assert_int_equal(clock_pace_ms(pace, PIECES, 14400), 480000);
	assert_int_equal(clock_pace_ms(pace, PIECES, 14401), 480007); /* 6.67 ms, rounded up */
	assert_int_equal(clock_pace_ms(pace, PIECES, END), ALL_MS);
	assert_int_equal(clock_pace_ms(pace, PIECES, END * 2), ALL_MS);
	assert_int_equal(clock_pace_ms(NULL, 0, 60), 0);
}

static void the_longest_times_do_not_overflow(void **state)
{
	static const struct clock_piece year[] = {{31622400, 31622400}};
	struct clock c = {.pace = year, .pieces = 1, .speed = 1};

	(void)state;
	clock_start(&c, CLOCK_SCALED, 31622399, 0);
	assert_int_equal(clock_now(&c), 31622399);
	assert_int_equal(c.run_ms, INT64_C(31622399000));
}

static void starting_again_forgets_talk_and_hold(void **state)
{
	struct clock c = scaled(2, 0);

	(void)state;
	c.held = true;
	c.talk_ms = 9000;
	clock_start(&c, CLOCK_SCALED, 14400, 70000);
	assert_false(c.held);
	assert_int_equal(c.talk_ms, 0);
	assert_int_equal(clock_now(&c), 14400);
	clock_advance(&c, 71000);
	assert_int_equal(clock_now(&c), 14700);
}

static void the_clocks_of_the_machine_run(void **state)
{
	int64_t boot = clock_boot_ms();

	(void)state;
	assert_true(boot > 0);
	assert_true(clock_boot_ms() >= boot);
	assert_true(clock_wall_ms() > INT64_C(1735689600000)); /* 2025 */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(real_time_passes_second_by_second),
	    cmocka_unit_test(a_pace_bends_where_its_pieces_meet),
	    cmocka_unit_test(time_stands_at_the_end_of_the_pace),
	    cmocka_unit_test(speed_hurries_time_but_not_talk),
	    cmocka_unit_test(held_time_neither_runs_nor_is_lost),
	    cmocka_unit_test(asking_often_gains_nothing),
	    cmocka_unit_test(a_clock_set_back_takes_nothing_away),
	    cmocka_unit_test(a_stepped_clock_moves_only_when_moved),
	    cmocka_unit_test(moving_lands_on_the_first_instant_of_a_second),
	    cmocka_unit_test(until_is_exact_to_the_millisecond_at_any_speed),
	    cmocka_unit_test(the_pace_tells_how_long_a_drill_runs),
	    cmocka_unit_test(the_longest_times_do_not_overflow),
	    cmocka_unit_test(starting_again_forgets_talk_and_hold),
	    cmocka_unit_test(the_clocks_of_the_machine_run),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
