#include "check.h"
#include "base/path.h"

static void a_path_is_a_folder_and_a_name(void **state)
{
	(void)state;
	assert_string_equal(path_name("scenarios/lib/a.lua"), "a.lua");
	assert_string_equal(path_name("a.lua"), "a.lua");
	assert_string_equal(path_name("scenarios/"), "");
	assert_int_equal(path_folder("scenarios/lib/a.lua"), strlen("scenarios/lib/"));
	assert_int_equal(path_folder("/a"), 1);
	assert_int_equal(path_folder("a"), 0);
}

static void the_ending_is_of_the_name_not_of_a_folder(void **state)
{
	(void)state;
	assert_string_equal(path_ending("list.csv"), ".csv");
	assert_string_equal(path_ending("x.tar.gz"), ".gz");
	assert_string_equal(path_ending(".svg"), ".svg");
	static const char *const none[] = {"list", "v1.2/list", "./list", "list.", ""};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_null(path_ending(none[i]));
	assert_null(path_ending(NULL));
}

static void a_name_that_only_begins_with_a_dot_is_all_stem(void **state)
{
	(void)state;
	assert_int_equal(path_stem("a/list.csv"), strlen("a/list"));
	assert_int_equal(path_stem("a/.list"), strlen("a/.list"));
	assert_int_equal(path_stem("a.b/list"), strlen("a.b/list"));
	assert_int_equal(path_stem("list."), strlen("list"));
}

static void an_ending_is_no_whole_name(void **state)
{
	(void)state;
	assert_true(path_ends("a.d.lua", ".lua"));
	assert_true(path_ends("a.d.lua", ".d.lua"));
	assert_false(path_ends(".lua", ".lua"));
	assert_false(path_ends("lua", ".lua"));
	assert_false(path_ends("a.Lua", ".lua"));
	assert_false(path_ends("", ".lua"));
	assert_int_equal(path_without("run.jsonl", ".jsonl"), strlen("run"));
	assert_int_equal(path_without("run.json", ".jsonl"), strlen("run.json"));
	assert_int_equal(path_without(".jsonl", ".jsonl"), strlen(".jsonl"));
}

static void what_does_not_fit_is_no_path(void **state)
{
	(void)state;
	char path[12];
	assert_true(path_join(path, sizeof path, "a", "list", ".csv"));
	assert_string_equal(path, "a/list.csv");
	assert_true(path_join(path, sizeof path, "aa", "list", ".csv"));
	assert_false(path_join(path, sizeof path, "aaa", "list", ".csv"));
	assert_string_equal(path, "");
}

static void a_kind_is_known_by_its_ending_in_any_letters(void **state)
{
	(void)state;
	static const char *const kinds[] = {"csv", "md", "html", NULL};
	assert_int_equal(path_kind("a/list.csv", kinds), 0);
	assert_int_equal(path_kind("LIST.MD", kinds), 1);
	assert_int_equal(path_kind("list.htm", kinds), 2);
	assert_int_equal(path_kind("list.HTML", kinds), 2);
	assert_int_equal(path_kind("list.txt", kinds), -1);
	assert_int_equal(path_kind("csv", kinds), -1);
	assert_int_equal(path_kind(NULL, kinds), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_path_is_a_folder_and_a_name),
	    cmocka_unit_test(the_ending_is_of_the_name_not_of_a_folder),
	    cmocka_unit_test(a_name_that_only_begins_with_a_dot_is_all_stem),
	    cmocka_unit_test(an_ending_is_no_whole_name),
	    cmocka_unit_test(what_does_not_fit_is_no_path),
	    cmocka_unit_test(a_kind_is_known_by_its_ending_in_any_letters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
