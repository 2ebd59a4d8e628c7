#include "check.h"

#include "base/dating.h"
#include "base/text.h"

/* What begins at the text's first byte, and how much of it: "2026-03-05 21:40 utc |bytes|". */
static const char *read_one(const char *s, struct text *out)
{
	struct dating d;
	text_clear(out);
	text_add(out, "");
	if (!dating_read(s, strlen(s), 0, &d))
		return out->data;
	text_addf(out, "%04d-%02d-%02d", d.year, d.month, d.day);
	if (d.hour >= 0)
		text_addf(out, " %02d:%02d", d.hour, d.minute);
	text_addf(out, "%s%s%s%s |%.*s|", d.swaps ? " swaps" : "", d.half ? " half" : "", d.utc ? " utc" : "",
	          d.range_end ? " range" : "", (int)d.to, s);
	return out->data;
}

static const char *const cases[][2] = {
    {"2026-03-05", "2026-03-05 |2026-03-05|"},
    {"2026-03-05T13:40:00Z", "2026-03-05 13:40 |2026-03-05T13:40:00|"},
    {"2026-03-05 13:40 UTC.", "2026-03-05 13:40 utc |2026-03-05 13:40 UTC|"},
    {"2026. 3. 5. 21:40", "2026-03-05 21:40 |2026. 3. 5. 21:40|"},
    {"5 March 2026, 21:40", "2026-03-05 21:40 |5 March 2026, 21:40|"},
    {"5 March 2026 at 9.40 pm.", "2026-03-05 21:40 |5 March 2026 at 9.40 pm|"},
    {"5th of March was", "0000-03-05 |5th of March|"},
    {"5 Mac 2026, jam 9.40 malam", "2026-03-05 21:40 |5 Mac 2026, jam 9.40 malam|"},
    {"March 5, 2026", "2026-03-05 |March 5, 2026|"},
    {"Mar 2026", "2026-03-00 |Mar 2026|"},
    {"1 to 5 March 2026", "2026-03-01 range |1|"},
    {"05/03/2026", "2026-03-05 swaps |05/03/2026|"},
    {"25/03/2026", "2026-03-25 |25/03/2026|"},
    {"03/25/2026", "2026-03-25 swaps |03/25/2026|"},
    {"2026年3月5日晚上9点40分", "2026-03-05 21:40 |2026年3月5日晚上9点40分|"},
    {"3月5号", "0000-03-05 |3月5号|"},
    {"2026년 3월 5일 오후 9시 40분", "2026-03-05 21:40 |2026년 3월 5일 오후 9시 40분|"},
    {"3월", "0000-03-00 |3월|"},
    {"21:40", "0000-00-00 21:40 |21:40|"},
    {"9:40 was", "0000-00-00 09:40 half |9:40|"},
    {"9pm", "0000-00-00 21:00 |9pm|"},
    {"12 am", "0000-00-00 00:00 |12 am|"},
    {"2140h", "0000-00-00 21:40 |2140h|"},
    {"오전 9시", "0000-00-00 09:00 |오전 9시|"},
    {"2026 was", "2026-00-00 |2026|"},
    {"31 February 2026", ""},
    {"2026-02-30", ""},
    {"25:10", ""},
    {"9,870", ""},
    {"3시간", ""},
    {"72h", ""},
    {"9.87", ""},
    {"marching 5", ""},
    {"5 people", ""},
    {"may 2 of us", "0000-05-02 |may 2|"},
};

static void dates_and_times_are_read_as_people_write_them(void **state)
{
	struct text out = {0};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (strcmp(read_one(cases[i][0], &out), cases[i][1]))
			print_error("%s\n  expected %s\n  got      %s\n", cases[i][0], cases[i][1], out.data);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(read_one(cases[i][0], &out), cases[i][1]);
	text_free(&out);
}

static void a_date_that_no_calendar_has_is_known_as_such(void **state)
{
	static const char *const wrong[] = {"31/02/2026",    "30 February", "February 30, 2026", "2026-02-30",
	                                    "2026年2月30日", "4월 31일",    "32/01/2026",        "29 February 2026"};
	static const char *const others[] = {"28/02/2026", "29 February", "2026",   "192.168.0.1", "9 870",
	                                     "2월",        "45 people",   "3/4/26", "2026-14"};
	struct dating d;
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (!dating_impossible(wrong[i], strlen(wrong[i]), 0, &d) || d.to != strlen(wrong[i]))
			fail_msg("%s", wrong[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (dating_impossible(others[i], strlen(others[i]), 0, &d))
			fail_msg("%s", others[i]);
}

static void a_date_begins_at_a_words_beginning(void **state)
{
	struct dating d;
	(void)state;
	assert_false(dating_read("12026-03-05", 11, 1, &d));
	assert_false(dating_read("dismay 5", 8, 3, &d));
	assert_true(dating_read("x 5 May", 7, 2, &d));
	assert_false(dating_read("x 5 May", 4, 2, &d));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dates_and_times_are_read_as_people_write_them),
	    cmocka_unit_test(a_date_that_no_calendar_has_is_known_as_such),
	    cmocka_unit_test(a_date_begins_at_a_words_beginning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
