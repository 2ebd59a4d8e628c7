#include "check.h"

#include "base/text.h"
#include "desk/msel_when.h"

enum { MORNING = 1773104400 }; /* 2026-03-10 09:00 in Singapore */

static struct msel_when one(const char *s, enum msel_when_unit unit)
{
	struct msel_when when;
	const char *why = msel_when_read(s, unit, &when);
	if (why)
		fail_msg("\"%s\" %s", s, why);
	return when;
}

static void lengths_count_from_startex(void **state)
{
	static const struct {
		const char *s;
		enum msel_when_unit unit;
		int32_t minutes;
	} cases[] = {
	    {"T+1:30", 0, 90},
	    {"T + 100:00", 0, 6000},
	    {"t+90m", 0, 90},
	    {"+2h", 0, 120},
	    {"9h30", 0, 570},
	    {"1 h 30 min", 0, 90},
	    {"2 days", 0, 2880},
	    {"1 day, 2 hours", 0, 1560},
	    {"90 mins", 0, 90},
	    {"26:00", 0, 1560},
	    {"40", MSEL_WHEN_MINUTES, 40},
	    {"2", MSEL_WHEN_HOURS, 120},
	    {"0", 0, 0},
	    {"3 HRS", 0, 180},
	    {"T+0:40:00", 0, 40},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct msel_when when = one(cases[i].s, cases[i].unit);
		if (when.offset != cases[i].minutes * 60)
			fail_msg("\"%s\" is %d", cases[i].s, when.offset);
	}
}

static void times_of_day_and_dates_stay_apart(void **state)
{
	(void)state;
	assert_int_equal(one("2140", 0).clock, 21 * 60 + 40);
	assert_int_equal(one("0940 hrs", 0).clock, 9 * 60 + 40);
	assert_int_equal(one("9:40 pm", 0).clock, 21 * 60 + 40);
	assert_true(one("9:40", 0).bare);
	assert_false(one("5 Mar 2026 9:40", 0).bare);
	struct msel_when when = one("Thu 5 Mar 2026, 21:40", 0);
	assert_int_equal(when.year * 10000 + when.month * 100 + when.day, 20260305);
	assert_int_equal(when.clock, 21 * 60 + 40);
	assert_int_equal(when.offset, MSEL_WHEN_NONE);
	when = one("2026年3月5日（周四）21:40", 0);
	assert_int_equal(when.year * 10000 + when.month * 100 + when.day, 20260305);
	assert_int_equal(when.clock, 21 * 60 + 40);
	assert_int_equal(one("Day 2 09:00", 0).nth, 2);
	assert_int_equal(one("D+1 0900", 0).nth, 2);
	assert_true(one("05/03/2026", 0).swaps);
	when = one("", 0);
	assert_true(when.clock == MSEL_WHEN_NONE && when.offset == MSEL_WHEN_NONE && !when.day);
}

static void what_is_no_time_is_told(void **state)
{
	static const char *const cases[][2] = {
	    {"soon", "is no time such as T+1:30, 90m, 21:40 or 5 Mar 2026 21:40"},
	    {"40", "needs a unit: 30m or 30h, or a heading such as \"Minutes\""},
	    {"-1h", "lies before StartEx"},
	    {"T-2:00", "lies before StartEx"},
	    {"T+x", "is no time such as T+1:30 or +90m"},
	    {"1 min 2 hours", "is no time such as T+1:30, 90m, 21:40 or 5 Mar 2026 21:40"},
	    {"99999 days", "is no time such as T+1:30, 90m, 21:40 or 5 Mar 2026 21:40"},
	    {"25:99", "is no time such as T+1:30, 90m, 21:40 or 5 Mar 2026 21:40"},
	    {"31/02/2026", "is no time such as T+1:30, 90m, 21:40 or 5 Mar 2026 21:40"},
	};
	struct msel_when when;
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(msel_when_read(cases[i][0], MSEL_WHEN_NO_UNIT, &when), cases[i][1]);
}

static void lone_numbers_reach_as_far_as_other_times(void **state)
{
	struct msel_when when;
	(void)state;
	assert_string_equal(msel_when_read("999999", MSEL_WHEN_HOURS, &when), "is too far from StartEx");
	assert_string_equal(msel_when_read("8785", MSEL_WHEN_HOURS, &when), "is too far from StartEx");
	assert_null(msel_when_read("10080", MSEL_WHEN_MINUTES, &when)); /* a week */
	assert_int_equal(when.offset, 7 * 24 * 3600);
	assert_null(msel_when_read("T+0", MSEL_WHEN_NO_UNIT, &when));
	assert_int_equal(when.offset, 0);
	assert_null(msel_when_read("+0", MSEL_WHEN_NO_UNIT, &when));
}

static void a_heading_says_what_lone_numbers_are(void **state)
{
	(void)state;
	assert_int_equal(msel_when_unit("Time (min)"), MSEL_WHEN_MINUTES);
	assert_int_equal(msel_when_unit("T+ (hours)"), MSEL_WHEN_HOURS);
	assert_int_equal(msel_when_unit("Elapsed time"), MSEL_WHEN_ELAPSED);
	assert_int_equal(msel_when_unit("Time"), MSEL_WHEN_NO_UNIT);
}

/* Minutes from StartEx, with blanks between; "-" for none. */
static const char *resolved(const char *const *cells, size_t n, int64_t *t0, struct text *out)
{
	struct msel_when list[8];
	for (size_t i = 0; i < n; i++)
		list[i] = one(cells[i], MSEL_WHEN_NO_UNIT);
	*t0 = MORNING;
	msel_when_resolve(list, n, "Asia/Singapore", t0);
	text_clear(out);
	for (size_t i = 0; i < n; i++)
		if (list[i].t == MSEL_WHEN_NONE)
			text_addf(out, "%s-", i ? " " : "");
		else
			text_addf(out, "%s%d", i ? " " : "", list[i].t / 60);
	return out->data;
}

static void a_list_is_resolved_as_a_whole(void **state)
{
	static const struct {
		const char *cells[5];
		const char *minutes;
		int64_t t0; /* minutes from that morning */
	} cases[] = {
	    {{"21:40", "23:00", "00:10", "23:50", "01:00"}, "0 80 150 1570 1640", 760},
	    {{"0:00", "0:40", "1:30", "", "23:00"}, "0 40 90 - 1380", 0},
	    {{"T+0:00", "+10m", "", "2h", "T+30:00"}, "0 10 - 120 1800", 0},
	    {{"2026-03-11 09:00", "2026-03-10 10:00", "11 Mar 2026 10:00", "", "12 March 00:00"},
	     "1380 0 1440 - 2280",
	     60},
	    {{"22.11.2026 09:40", "10:40", "23.11.2026 08:00", "12:00", "00:30"}, "0 60 1340 1580 2330", 370120},
	    {{"31 Dec 2026", "22:00", "01:00", "", "2 January 2027 01:00"}, "0 1320 1500 - 2940", 425700},
	    {{"Day 1 09:00", "10:00", "Day 2 08:00", "09:30", "Day 4"}, "0 60 1380 1470 4350", 0},
	};
	struct text out = {0};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t t0;
		assert_string_equal(resolved(cases[i].cells, 5, &t0, &out), cases[i].minutes);
		assert_int_equal((t0 - MORNING) / 60, cases[i].t0);
	}
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lengths_count_from_startex),    cmocka_unit_test(times_of_day_and_dates_stay_apart),
	    cmocka_unit_test(what_is_no_time_is_told),       cmocka_unit_test(a_heading_says_what_lone_numbers_are),
	    cmocka_unit_test(a_list_is_resolved_as_a_whole), cmocka_unit_test(lone_numbers_reach_as_far_as_other_times),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
