#include "check.h"

#include "desk/takeaway.h"

#include <string.h>

static void a_record_that_can_t_be_read_leaves_no_page_and_says_why(void **state)
{
	(void)state;
	struct text out = {0};
	takeaway_leave("/nowhere/a.jsonl", true, &out);
	assert_non_null(strstr(out.data, "/nowhere/a.jsonl"));
	assert_null(strstr(out.data, "The report"));
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_record_that_can_t_be_read_leaves_no_page_and_says_why),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
