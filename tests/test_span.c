#include "check.h"
#include "base/span.h"

static void the_usual_ways_of_writing_are_read(void **state)
{
	static const struct {
		const char *s;
		int32_t seconds;
	} rows[] = {
	    {"90m", 5400}, {"2h", 7200},      {"9h30", 34200}, {"9h30m", 34200},  {"3d", 259200},   {"0h", 0},
	    {"0m", 0},     {"1d2h3m", 93780}, {"1d5m", 86700}, {"3d 4h", 273600}, {"100h", 360000}, {"366d", SPAN_MAX},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int32_t out = -1;
		assert_null(span_parse(rows[i].s, &out));
		assert_int_equal(out, rows[i].seconds);
	}
}

static void what_is_no_length_is_refused_with_its_reason(void **state)
{
	static const struct {
		const char *s, *why;
	} rows[] = {
	    {"", "a time is missing"},
	    {"30", "lone number"},
	    {"0", "lone number"},
	    {"2m30", "days before hours"},
	    {"30m2h", "days before hours"},
	    {"2h3h", "days before hours"},
	    {"h", "days before hours"},
	    {"2x", "days before hours"},
	    {"2H", "days before hours"},
	    {"2h ", "days before hours"},
	    {" 2h", "days before hours"},
	    {"2h  5", "days before hours"},
	    {"1.5h", "1h30"},
	    {"-2h", "negative"},
	    {"45s", "seconds are too fine"},
	    {"1h 10s", "seconds are too fine"},
	    {"367d", "366 days"},
	    {"366d1m", "366 days"},
	    {"99999999999999999999999d", "366 days"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int32_t out = -7;
		const char *why = span_parse(rows[i].s, &out);
		assert_non_null(why);
		if (!strstr(why, rows[i].why))
			fail_msg("\"%s\" gives: %s", rows[i].s, why);
		assert_int_equal(out, -7);
	}
}

static void lengths_are_written_as_people_say_them(void **state)
{
	static const struct {
		int32_t seconds;
		const char *s;
	} rows[] = {
	    {0, "0m"},         {25, "25s"},         {59, "59s"},
	    {60, "1m"},        {2400, "40m"},       {2459, "40m"},
	    {3600, "1h"},      {3900, "1h05"},      {26400, "7h20"},
	    {256800, "71h20"}, {259200, "72h"},     {259260, "3d 1m"},
	    {273600, "3d 4h"}, {274200, "3d 4h10"}, {345600, "4d"},
	    {-900, "-15m"},    {-25, "-25s"},       {INT32_MIN, "-24855d 3h14"},
	};
	char out[SPAN_BUFFER];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(span_format(rows[i].seconds, out), rows[i].s);
}

static void whole_minutes_written_are_read_back(void **state)
{
	char s[SPAN_BUFFER];

	(void)state;
	for (int32_t t = 0; t <= 40 * SPAN_DAY; t += SPAN_MINUTE) {
		int32_t out = -1;
		assert_null(span_parse(span_format(t, s), &out));
		assert_int_equal(out, t);
	}
}

static void scenario_time_has_hours_and_minutes(void **state)
{
	char out[SPAN_BUFFER];

	(void)state;
	assert_string_equal(span_stamp(0, out), "T+0:00");
	assert_string_equal(span_stamp(18720 + 59, out), "T+5:12");
	assert_string_equal(span_stamp(360000, out), "T+100:00");
	assert_string_equal(span_stamp(-9000, out), "T-2:30");
}

static void a_countdown_ends_at_nought_only(void **state)
{
	char out[SPAN_BUFFER];

	(void)state;
	assert_string_equal(span_countdown(180000, out), "3:00");
	assert_string_equal(span_countdown(6001, out), "0:07");
	assert_string_equal(span_countdown(7000, out), "0:07");
	assert_string_equal(span_countdown(1, out), "0:01");
	assert_string_equal(span_countdown(0, out), "0:00");
	assert_string_equal(span_countdown(-5000, out), "0:00");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_usual_ways_of_writing_are_read),
	    cmocka_unit_test(what_is_no_length_is_refused_with_its_reason),
	    cmocka_unit_test(lengths_are_written_as_people_say_them),
	    cmocka_unit_test(whole_minutes_written_are_read_back),
	    cmocka_unit_test(scenario_time_has_hours_and_minutes),
	    cmocka_unit_test(a_countdown_ends_at_nought_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
