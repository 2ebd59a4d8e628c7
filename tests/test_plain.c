#include "check.h"
#include "told.h"

#include "content/plain.h"

static bool check(struct told *told, const char *bytes)
{
	struct file file = told_file(bytes);
	return plain_check(yml_parse(&file, told->arena, &told->diags), &told->diags);
}

static void words_of_any_language_are_plain(void **state)
{
	assert_true(check(*state, "a: [ What happened, 发生了什么, { b: 무슨 일 } ]\nc: >-\n  two\n  lines\n"));
}

static void what_nobody_sees_is_told_wherever_it_stands(void **state)
{
	struct told *told = *state;
	assert_false(check(told, "a: [ \"one\\ntwo\", { b: \"a\\tb\" } ]\nc: \"x\\u200by\"\n"));
	assert_string_equal(
	    told_text(told),
	    "f.yaml:1:6: a line break or tab in a value; to write it over several lines, begin with >-\n"
	    "f.yaml:1:23: a line break or tab in a value; to write it over several lines, begin with >-\n"
	    "f.yaml:2:4: a character that nobody sees (U+200B) in a value; type the value anew\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(words_of_any_language_are_plain),
	    told_test(what_nobody_sees_is_told_wherever_it_stands),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
