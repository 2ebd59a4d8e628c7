#include "check.h"

#include "base/weekday.h"

#include <stdio.h>

/* Its first date with the day of the week beside it, as "5 Friday 21 November"; "" when none is. */
static const char *beside(const char *text)
{
	static char out[120];
	struct dating date;
	struct weekday found;
	size_t len = strlen(text);
	out[0] = 0;
	for (size_t at = 0; at < len; at++)
		if (dating_read(text, len, at, &date)) {
			if (weekday_beside(text, 0, len, &date, &found))
				snprintf(out, sizeof out, "%d %.*s", found.day, (int)(found.to - found.from),
				         text + found.from);
			return out;
		}
	return out;
}

static void a_weekday_touches_its_date(void **state)
{
	(void)state;
	assert_string_equal(beside("on Friday 21 November 2026, we"), "5 Friday 21 November 2026");
	assert_string_equal(beside("On Fri, 21 November"), "5 Fri, 21 November");
	assert_string_equal(beside("21 November 2026 (Saturday)"), "6 21 November 2026 (Saturday");
	assert_string_equal(beside("pada Sabtu, 21 November 2026"), "6 Sabtu, 21 November 2026");
	assert_string_equal(beside("2026年11月21日（星期六）"), "6 2026年11月21日（星期六");
	assert_string_equal(beside("2026년 11월 21일(토) 오후 7시"), "6 2026년 11월 21일(토)");
	assert_string_equal(beside("2026년 11월 21일 토요일"), "6 2026년 11월 21일 토요일");
}

static void another_word_is_no_weekday(void **state)
{
	(void)state;
	assert_string_equal(beside("Friday we wrote, and on 21 November again"), "");
	assert_string_equal(beside("the sunny 21 November"), "");
	assert_string_equal(beside("on 21 November we sat down"), "");
	assert_string_equal(beside("21 November 2026"), "");
}

static void it_has_an_english_name(void **state)
{
	(void)state;
	assert_string_equal(weekday_name(0), "Sunday");
	assert_string_equal(weekday_name(6), "Saturday");
	assert_int_equal(weekday_end("Monday,", 7, 0), 6);
	assert_int_equal(weekday_end("Mondays", 7, 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_weekday_touches_its_date),
	    cmocka_unit_test(another_word_is_no_weekday),
	    cmocka_unit_test(it_has_an_english_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
