#include "check.h"
#include "told.h"

#include "desk/check_allow.h"
#include "desk/check_code.h"

/* Findings of a code on the lines given, of a file with these bytes; what is left, as lines "3 code". */
static const char *left(struct told *told, const char *file, const char *bytes, const char *code, const char *lines)
{
	diags_source(&told->diags, file, bytes, strlen(bytes));
	for (; *lines; lines++)
		check_code_tell(&told->diags, code, (struct diag_place){file, *lines - '0', 1}, "found");
	check_allow(&told->diags, file);
	check_code_complete(&told->diags);
	diags_sort(&told->diags);
	text_clear(&told->out);
	for (size_t i = 0; i < told->diags.n; i++)
		text_addf(&told->out, "%d %s\n", told->diags.v[i].line, told->diags.v[i].code);
	return told->out.data;
}

static void a_comment_behind_a_line_allows_on_that_line_alone(void **state)
{
	assert_string_equal(left(*state, "a.lua", "a() -- drill72: allow long-gap\nb()\n", "long-gap", "12"),
	                    "2 long-gap\n");
}

static void a_comment_that_stands_alone_allows_on_the_next_line_that_is_none(void **state)
{
	assert_string_equal(left(*state, "a.lua",
	                         "-- drill72: allow long-gap (the night passes)\n  -- and more\nb()\nc()\n", "long-gap",
	                         "34"),
	                    "4 long-gap\n");
}

static void one_comment_allows_several_codes_and_the_rest_is_the_reason(void **state)
{
	assert_string_equal(
	    left(*state, "a.yaml", "# drill72: allow law-stale, long-gap, because of it\na: b\n", "long-gap", "2"), "");
}

static void a_code_that_there_is_not_is_told_with_the_nearest(void **state)
{
	struct told *told = *state;
	const char *bytes = "# drill72: allow law-stale, long-gab, nonsense\na: b\n";
	assert_string_equal(left(told, "a.yaml", bytes, "long-gap", "2"), "1 allow-unknown\n2 long-gap\n");
	assert_string_equal(told->diags.v[0].hint, "did you mean \"long-gap\"?");
}

static void a_comment_that_is_not_read_is_told_with_how_it_is_written(void **state)
{
	struct told *told = *state;
	assert_string_equal(left(told, "a.lua", "-- drill72 allow long-gap\na()\n", "long-gap", "2"),
	                    "1 allow-unread\n2 long-gap\n");
	assert_string_equal(told->diags.v[0].message, "this allows nothing; it is written -- drill72: allow CODE");
	assert_int_equal(told->diags.v[0].col, 4);
}

static void a_comment_without_its_blank_is_told_and_one_about_drill72_is_not(void **state)
{
	assert_string_equal(left(*state, "a.yaml",
	                         "a: b # drill72:allow long-gap\n# drill72 allows that\nc: drill72 allow it\n",
	                         "long-gap", ""),
	                    "1 allow-unread\n");
}

static void a_template_allows_in_a_comment_of_its_own(void **state)
{
	assert_string_equal(left(*state, "a.mustache", "{{! drill72: allow long-gap }}\na\n", "long-gap", "2"), "");
}

static void words_in_a_text_allow_nothing(void **state)
{
	assert_string_equal(left(*state, "a.lua", "a \"drill72: allow long-gap\"\n", "long-gap", "1"), "1 long-gap\n");
}

static void an_error_can_not_be_allowed(void **state)
{
	struct told *told = *state;
	assert_string_equal(left(told, "a.lua", "a() -- drill72: allow search-missing\n", "search-missing", "1"),
	                    "1 search-missing\n1 allow-unused\n");
	assert_int_equal(told->diags.errors, 1);
}

static void beside_a_fault_nobody_knows_which_allow_is_of_use(void **state)
{
	struct told *told = *state;
	diag_error(&told->diags, (struct diag_place){"a.lua", 1, 1}, "wrong");
	assert_string_equal(left(told, "a.lua", "a(-- drill72: allow long-gap\n", "long-gap", ""), "1 refused\n");
}

static void an_allow_in_another_file_is_nobodys_fault(void **state)
{
	struct told *told = *state;
	diags_source(&told->diags, "b.yaml", "# drill72: allow long-gap\na: b\n", 31);
	assert_string_equal(left(told, "a.lua", "a()\n", "long-gap", "1"), "1 long-gap\n");
}

static void what_depends_on_another_file_may_be_allowed_for_the_day_it_is_told(void **state)
{
	assert_string_equal(left(*state, "a.lua", "a() -- drill72: allow actions-missing\n", "long-gap", ""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_comment_behind_a_line_allows_on_that_line_alone),
	    told_test(a_comment_that_stands_alone_allows_on_the_next_line_that_is_none),
	    told_test(one_comment_allows_several_codes_and_the_rest_is_the_reason),
	    told_test(a_code_that_there_is_not_is_told_with_the_nearest),
	    told_test(a_comment_that_is_not_read_is_told_with_how_it_is_written),
	    told_test(a_comment_without_its_blank_is_told_and_one_about_drill72_is_not),
	    told_test(a_template_allows_in_a_comment_of_its_own),
	    told_test(words_in_a_text_allow_nothing),
	    told_test(an_error_can_not_be_allowed),
	    told_test(beside_a_fault_nobody_knows_which_allow_is_of_use),
	    told_test(an_allow_in_another_file_is_nobodys_fault),
	    told_test(what_depends_on_another_file_may_be_allowed_for_the_day_it_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
