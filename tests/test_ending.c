#include "check.h"

#include "base/ending.h"

#include <string.h>

static size_t cut(const char *s)
{
	return ending_cut(s, strlen(s));
}

static void a_full_stop_of_any_script_is_cut_once(void **state)
{
	(void)state;
	assert_int_equal(cut("An open login."), strlen("An open login"));
	assert_int_equal(cut("확인했습니다."), strlen("확인했습니다"));
	assert_int_equal(cut("账号没有停用。"), strlen("账号没有停用"));
	assert_int_equal(cut("．"), 0);
	assert_int_equal(cut("no stop"), strlen("no stop"));
	assert_int_equal(cut(""), 0);
	assert_int_equal(cut("and so on..."), strlen("and so on..."));
}

static void a_full_stop_leads_and_an_ellipsis_does_not(void **state)
{
	(void)state;
	assert_true(ending_leads(". And", 5));
	assert_true(ending_leads("。", 3));
	assert_true(ending_leads(".", 1));
	assert_false(ending_leads("...", 3));
	assert_false(ending_leads(", and", 5));
	assert_false(ending_leads("", 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_full_stop_of_any_script_is_cut_once),
	    cmocka_unit_test(a_full_stop_leads_and_an_ellipsis_does_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
