#include "remarked.h"

#include "desk/check_pacing.h"

/* The first four hours take 8 minutes of the room, 2 an hour; the other 96 take 14. */
static void assert_pacing(const char *lua, const char *expected)
{
	assert_remarked(check_pacing, lua, expected);
}

#define FILL INJECT("later", "at = '3h'") INJECT("day", "at = '40h'") INJECT("night", "at = '80h'")
#define ASK                                                                                                            \
	"decision 'what' { owner = 'support', objective = 'care', ask = 'What?', { id = 'a', 'One', because = 'x' }, " \
	"{ id = 'b', 'Two', because = 'y' } }\n"

static void a_story_with_room_to_breathe_gives_no_remark(void **state)
{
	(void)state;
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h'") FILL, "");
}

static void two_injects_within_a_minute_are_told_at_the_second(void **state)
{
	(void)state;
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h'") INJECT("second", "at = '20m'") FILL,
	              "same-minute: \"second\" comes 40 real seconds after \"first\" (line 2)\n");
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h'") INJECT("second", "at = '30m'") FILL, "");
}

static void a_question_talked_about_keeps_them_apart(void **state)
{
	(void)state;
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h', opens = 'what'") INJECT("second", "at = '20m'") ASK FILL,
	              "");
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h', opens = 'what'") INJECT("second", "at = '0h'") ASK FILL,
	              "same-minute: \"second\" comes 0 real seconds after \"first\" (line 2)\n");
}

static void two_that_may_not_come_may_never_meet(void **state)
{
	(void)state;
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h'") INJECT("a", "by = '1h', unless = 'copy-logs'")
	                  INJECT("b", "by = '1h', unless = 'suspend-account'") FILL,
	              "");
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h'") INJECT("a", "by = '1h', unless = 'copy-logs'")
	                  INJECT("b", "at = '1h'") FILL,
	              "same-minute: \"b\" comes 0 real seconds after \"a\" (line 3)\n");
}

static void the_extended_cut_is_told_once(void **state)
{
	(void)state;
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h'") INJECT("second", "extra = true, at = '10m'")
	                  INJECT("third", "extra = true, at = '20m'") FILL,
	              "same-minute-extended: in the extended cut 2 injects come less than a real minute after another: "
	              "second (line 3), third (line 4)\n");
}

static void a_silence_of_little_more_than_eight_minutes_says_that_it_is_more(void **state)
{
	(void)state;
	assert_pacing(
	    SMALL_HEAD INJECT("first", "at = '4h2m'") INJECT("day", "at = '40h'") INJECT("night", "at = '80h'"),
	    "long-gap: more than 8 real minutes pass from T+0:00 to T+4:02, and nothing is sure to come before "
	    "first\n");
}

static void a_silence_is_told_where_it_ends(void **state)
{
	(void)state;
	assert_pacing(
	    SMALL_HEAD INJECT("first", "at = '0h'") INJECT("later", "at = '3h'") INJECT("day", "at = '90h'"),
	    "long-gap: 14 real minutes pass from T+3:00 to T+90:00, and nothing is sure to come before day\n");
	assert_pacing(
	    SMALL_HEAD INJECT("first", "at = '0h'") INJECT("later", "at = '3h'")
	        INJECT("day", "at = '40h', when = function(w) return true end"),
	    "long-gap: 16 real minutes pass from T+3:00 to T+100:00, and nothing is sure to come before EndEx\n");
	assert_pacing(SMALL_HEAD INJECT("first", "at = '0h'") INJECT("later", "after = 'first', delay = '3h'")
	                  INJECT("day", "") INJECT("night", "at = '80h'") "at '40h' { delivers = 'day' }\n",
	              "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_story_with_room_to_breathe_gives_no_remark),
	    cmocka_unit_test(two_injects_within_a_minute_are_told_at_the_second),
	    cmocka_unit_test(a_question_talked_about_keeps_them_apart),
	    cmocka_unit_test(two_that_may_not_come_may_never_meet),
	    cmocka_unit_test(the_extended_cut_is_told_once),
	    cmocka_unit_test(a_silence_of_little_more_than_eight_minutes_says_that_it_is_more),
	    cmocka_unit_test(a_silence_is_told_where_it_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
