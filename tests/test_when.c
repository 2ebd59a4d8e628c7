#include "check.h"
#include "desk/when.h"

#include "base/zone.h"

#define H(hours, minutes) ((hours)*3600 + (minutes)*60)

/* T+0 is Thursday 5 March 2026, 21:40 in Singapore. */
static const struct world world = {.zone = "Asia/Singapore", .t0 = 1772718000};

static int32_t past(int32_t now, const char *s)
{
	struct when when = {&world, now};
	int32_t at = -1;
	const char *why = when_past(&when, s, &at);
	if (why)
		fail_msg("%s: %s", s, why);
	return at;
}

static const char *past_refusal(int32_t now, const char *s)
{
	struct when when = {&world, now};
	int32_t at;
	const char *why = when_past(&when, s, &at);
	return why ? why : "";
}

static int32_t ahead(int32_t now, const char *s)
{
	struct when when = {&world, now};
	int32_t at = -1;
	const char *why = when_ahead(&when, s, &at);
	if (why)
		fail_msg("%s: %s", s, why);
	return at;
}

static bool ahead_refused(int32_t now, const char *s)
{
	struct when when = {&world, now};
	int32_t at;
	return when_ahead(&when, s, &at) != NULL;
}

static void the_story_begins_when_these_tests_think(void **state)
{
	char friendly[ZONE_BUFFER];
	(void)state;
	assert_string_equal(zone_friendly(world.zone, world.t0, friendly), "Thu 5 Mar 2026, 21:40");
}

static void a_day_goes_by_its_month_and_the_nearest_year(void **state)
{
	(void)state;
	assert_int_equal(ahead(0, "until 10 Mar 09:00"), H(4 * 24 + 11, 20));
	assert_int_equal(ahead(0, "10 March 2026 09:00"), H(4 * 24 + 11, 20));
	assert_int_equal(past(H(2, 0), "5 Mar 21:50"), H(0, 10));
	assert_true(past(0, "24 Dec 21:40") == -71 * 86400);
	assert_true(ahead_refused(0, "4 Mar 09:00"));
	assert_true(ahead_refused(0, "31 Apr 09:00"));
	assert_true(ahead_refused(0, "10 Mar"));
	assert_true(ahead_refused(0, "10 Mar 26 09:00"));
	assert_true(ahead_refused(0, "10 Mar 2026 09:00 x"));
}

static void a_clock_time_is_the_last_one_that_came(void **state)
{
	(void)state;
	assert_int_equal(past(H(2, 0), "23:10"), H(1, 30));
	assert_int_equal(past(H(2, 0), "at 23:10"), H(1, 30));
	assert_int_equal(past(H(5, 0), "23:10"), H(1, 30)); /* it is 02:40 of the next day */
	assert_int_equal(past(H(5, 0), "2:31"), H(4, 51));
	assert_int_equal(past(H(5, 0) + 30, "02:40"), H(5, 0));
}

static void a_clock_time_too_far_back_is_not_guessed(void **state)
{
	(void)state;
	assert_string_equal(past_refusal(H(2, 0), "23:50"),
	                    "That has not come yet today; for the day before, write yesterday and the time.");
}

static void days_are_named_in_the_companys_zone(void **state)
{
	(void)state;
	assert_int_equal(past(H(5, 0), "at yesterday 23:10"), H(1, 30));
	assert_int_equal(past(H(2, 0), "yesterday 23:10"), H(1, 30) - 86400);
	assert_int_equal(past(H(5, 0), "at 2026-03-06 02:31"), H(4, 51));
	assert_int_equal(past(0, "2026-02-21 09:00"), -H(12 * 24 + 12, 40));
	assert_int_equal(past(H(5, 0), "today 00:00"), H(2, 20));
}

static void stamps_and_lengths_are_read(void **state)
{
	(void)state;
	assert_int_equal(past(H(6, 0), "T+5:12"), H(5, 12));
	assert_int_equal(past(H(6, 0), "t-2:30"), -H(2, 30));
	assert_int_equal(past(H(6, 0), "20m ago"), H(5, 40));
	assert_int_equal(past(H(6, 0) + 5, "now"), H(6, 0) + 5);
}

static void what_has_not_come_is_refused(void **state)
{
	(void)state;
	assert_string_equal(past_refusal(H(5, 0), "T+5:12"), "That has not come yet.");
	assert_string_equal(past_refusal(0, "+2h"), "That has not come yet.");
	assert_string_equal(past_refusal(0, "2026-03-07 10:00"), "That has not come yet.");
}

static void what_is_no_time_is_told_how_to_write_one(void **state)
{
	(void)state;
	static const char *const no[] = {"",
	                                 "soon",
	                                 "25:00",
	                                 "12:60",
	                                 "1:5",
	                                 "T+5",
	                                 "T+5:60",
	                                 "at",
	                                 "12:5x",
	                                 ":30",
	                                 "2026-02-30 10:00",
	                                 "2026-03-05",
	                                 "-5",
	                                 "T+9999999:00"};
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		assert_non_null(strstr(past_refusal(H(50, 0), no[i]), "is written like"));
	assert_non_null(strstr(past_refusal(0, "1326-03-05 10:00"), "year"));
}

static void waiting_goes_forward(void **state)
{
	(void)state;
	assert_int_equal(ahead(H(1, 0), "2h"), H(3, 0));
	assert_int_equal(ahead(H(1, 0), "+9h30"), H(10, 30));
	assert_int_equal(ahead(H(1, 0), "until 02:31"), H(4, 51));
	assert_int_equal(ahead(H(1, 0), "until 22:00"), H(24, 20));
	assert_int_equal(ahead(H(1, 0), "tomorrow 09:40"), H(12, 0));
	assert_int_equal(ahead(H(1, 0), "to T+5:12"), H(5, 12));
	assert_true(ahead_refused(H(6, 0), "T+5:12"));
	assert_true(ahead_refused(0, "30"));
	assert_true(ahead_refused(0, "0m"));
	assert_true(ahead_refused(0, ""));
}

static void a_date_has_to_be_real(void **state)
{
	(void)state;
	struct when when = {&world, 0};
	static const char *const yes[] = {"30 Apr", "30 April", "Apr 30", "30 apr 2026", "2026-04-30", "29 Feb"};
	static const char *const no[] = {
	    "30 Feb",        "31 April", "2026-02-30",       "30",           "Apr",          "",      "30 Apr 26",
	    "30 Apr 2026 x", "soon",     "2026-04-30 10:00", "30 Apr 2026x", "30 Apr 20266", "0 May", "30 A"};
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		assert_true(when_date(&when, yes[i]));
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (when_date(&when, no[i]))
			fail_msg("%s passed for a date", no[i]);
}

static void a_day_begins_at_the_companys_midnight_in_the_nearest_year(void **state)
{
	(void)state;
	struct when when = {&world, 0};
	int32_t day = 0;
	assert_true(when_day(&when, "6 Mar", &day));
	assert_int_equal(day, H(2, 20));
	assert_true(when_day(&when, "2026-03-06", &day));
	assert_int_equal(day, H(2, 20));
	assert_true(when_day(&when, "31 Dec", &day));
	assert_true(day < 0);                          /* of last year */
	assert_false(when_day(&when, "29 Feb", &day)); /* 2026 has none */
	assert_false(when_day(&when, "30 Apr 2999", &day));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_story_begins_when_these_tests_think),
	    cmocka_unit_test(a_day_goes_by_its_month_and_the_nearest_year),
	    cmocka_unit_test(a_clock_time_is_the_last_one_that_came),
	    cmocka_unit_test(a_clock_time_too_far_back_is_not_guessed),
	    cmocka_unit_test(days_are_named_in_the_companys_zone),
	    cmocka_unit_test(stamps_and_lengths_are_read),
	    cmocka_unit_test(what_has_not_come_is_refused),
	    cmocka_unit_test(what_is_no_time_is_told_how_to_write_one),
	    cmocka_unit_test(waiting_goes_forward),
	    cmocka_unit_test(a_date_has_to_be_real),
	    cmocka_unit_test(a_day_begins_at_the_companys_midnight_in_the_nearest_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
