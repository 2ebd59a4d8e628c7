#include "check.h"

#include "desk/reply.h"

static void an_empty_line_and_a_plain_yes_are_a_yes(void **state)
{
	(void)state;
	static const char *const yes[] = {"", "  ", "y", "Y", "yes", " Yes ", "ok", "是", "好", "ya", "네", "예"};
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (reply_read(yes[i]) != REPLY_YES)
			fail_msg("\"%s\" is no yes", yes[i]);
}

static void a_plain_no_is_a_no(void **state)
{
	(void)state;
	static const char *const no[] = {"n", "No", "no ", "undo", "cancel", "不", "否", "tidak", "아니요", "아니오"};
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (reply_read(no[i]) != REPLY_NO)
			fail_msg("\"%s\" is no no", no[i]);
}

static void all_else_is_a_line_of_its_own(void **state)
{
	(void)state;
	static const char *const other[] = {"yes but later", "not yet",       ".",        "2",
	                                    "y at 22:10",    "n because ...", "yesterday"};
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		if (reply_read(other[i]) != REPLY_OTHER)
			fail_msg("\"%s\" is taken for an answer", other[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_empty_line_and_a_plain_yes_are_a_yes),
	    cmocka_unit_test(a_plain_no_is_a_no),
	    cmocka_unit_test(all_else_is_a_line_of_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
