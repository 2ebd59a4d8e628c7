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

static void a_path_is_one_word_of_a_shell(void **state)
{
	static const struct {
		const char *path, *word;
	} cases[] = {
	    {"scenarios/vip.lua", "scenarios/vip.lua"},
	    {"my folder/my drill.lua", "'my folder/my drill.lua'"},
	    {"Ann's.lua", "'Ann'\\''s.lua'"},
	    {"~/a;b$c.lua", "'~/a;b$c.lua'"},
	    {"\xe6\xbc\x94\xe7\xbb\x83.lua", "'\xe6\xbc\x94\xe7\xbb\x83.lua'"},
	    {"-x.lua", "./-x.lua"},
	    {"\x1b[2J.lua", "'\xef\xbf\xbd.lua'"},
	    {"", "''"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct text out = {0};
		program_path(cases[i].path, &out);
		assert_string_equal(out.data, cases[i].word);
		text_free(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(within_another_program_it_is_called_as_usual),
	    cmocka_unit_test(a_path_is_one_word_of_a_shell),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
