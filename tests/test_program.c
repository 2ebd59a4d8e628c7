#include "check.h"

#include "base/program.h"

#include <string.h>

/* What is typed next starts drill72, never whatever else stands around it. */
static void within_another_program_it_is_called_as_usual(void **state)
{
	char name[PROGRAM_NAME];
	(void)state;
	memset(name, 'x', sizeof name);
	assert_string_equal(program_name(name), "drill72");
	assert_string_equal(name, "drill72");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(within_another_program_it_is_called_as_usual),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
