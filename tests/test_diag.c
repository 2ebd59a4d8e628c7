#include "check.h"
#include "base/diag.h"

#include <locale.h>
#include <stdio.h>

static void assert_rendered(const struct diags *diags, const char *expected)
{
	struct text text = {0};
	diags_render(diags, &text);
	assert_string_equal(text.data ? text.data : "", expected);
	text_free(&text);
}

static struct diag_place at(const char *file, int line, int col)
{
	return (struct diag_place){file, line, col};
}

static void source(struct diags *diags, const char *file, const char *bytes)
{
	diags_source(diags, file, bytes, strlen(bytes));
}

static void an_error_shows_its_line_a_caret_and_the_hint(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	source(&diags, "mine.lua", "x\non \"revoke-token\" {}\n");
	assert_false(diag_error(&diags, at("mine.lua", 2, 5), "unknown action \"%s\"", "revoke-token"));
	diag_hint(&diags, "did you mean \"%s\"?", "revoke-tokens");
	assert_int_equal(diags.errors, 1);
	assert_rendered(&diags, "mine.lua:2:5: unknown action \"revoke-token\"\n"
	                        "    2 | on \"revoke-token\" {}\n"
	                        "            ^ did you mean \"revoke-tokens\"?\n");
	diags_free(&diags);
}

static void without_a_column_the_caret_stands_below_the_first_word(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	source(&diags, "a.lua", "  \tscore = 3");
	diag_warn(&diags, at("a.lua", 1, 0), "odd");
	assert_int_equal(diags.errors, 0);
	assert_rendered(&diags, "a.lua:1: warning: odd\n    1 |    score = 3\n           ^\n");
	diags_free(&diags);
}

static void a_place_may_be_unknown_in_part(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	diag_warn(&diags, at("a.yaml", 0, 0), "read twice");
	diag_error(&diags, at(NULL, 0, 0), "no file at all");
	diag_hint(&diags, "name one");
	diag_error(&diags, at("a.yaml", 9, 2), "beyond the end");
	source(&diags, "a.yaml", "short\n");
	assert_rendered(&diags, "a.yaml: warning: read twice\n"
	                        "a.yaml:9:2: beyond the end\n"
	                        "no file at all\n"
	                        "       ^ name one\n");
	diags_free(&diags);
}

static void findings_come_in_order_of_file_line_and_column(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	diag_error(&diags, at("z", 3, 1), "five");
	diag_error(&diags, at("a", 1, 1), "six");
	diag_error(&diags, at("z", 2, 9), "three");
	diag_error(&diags, at("z", 2, 9), "four");
	diag_error(&diags, at("z", 2, 1), "two");
	diag_error(&diags, at("z", 0, 0), "one");
	assert_rendered(&diags, "z: one\nz:2:1: two\nz:2:9: three\nz:2:9: four\nz:3:1: five\na:1:1: six\n");
	diags_free(&diags);
}

static void a_repeated_finding_is_told_once(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	char name[] = "a";
	diag_error(&diags, at(name, 1, 1), "same");
	diag_error(&diags, at(name, 1, 2), "same");
	diag_error(&diags, at(name, 1, 1), "same");
	diag_hint(&diags, "belongs to the first");
	name[0] = 'b'; /* the caller's name need not last */
	assert_int_equal(diags.n, 2);
	assert_int_equal(diags.errors, 2);
	assert_rendered(&diags, "a:1:1: same\n       ^ belongs to the first\na:1:2: same\n");
	diags_free(&diags);
}

static void after_two_hundred_the_rest_is_counted(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	for (int i = 1; i <= 250; i++)
		diag_error(&diags, at("a", i, 1), "bad");
	diag_hint(&diags, "meant for a finding that was not kept");
	assert_int_equal(diags.n, 200);
	assert_int_equal(diags.errors, 250);
	struct text text = {0};
	diags_render(&diags, &text);
	assert_non_null(strstr(text.data, "a:200:1: bad\n... and 50 more\n"));
	assert_null(strstr(text.data, "meant for"));
	text_free(&text);
	diags_free(&diags);
}

static void what_is_quoted_obeys_no_terminal(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	source(&diags, "a", "k\033[2Jey: \xff v\tz\n");
	diag_error(&diags, at("a", 1, 14), "bad \033[1mthing\ntwo");
	assert_rendered(&diags, "a:1:14: bad \uFFFDthing two\n    1 | k\uFFFDey: \uFFFD v z\n                  ^\n");
	diags_free(&diags);
}

static void a_nul_in_a_line_does_not_end_it(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	diags_source(&diags, "a", "x\0y", 3);
	diag_error(&diags, at("a", 1, 2), "here");
	assert_rendered(&diags, "a:1:2: here\n    1 | x\uFFFDy\n         ^\n");
	diags_free(&diags);
}

static void the_caret_finds_its_place_after_chinese_text(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	source(&diags, "a", "title: 批量 x");
	diag_error(&diags, at("a", 1, 11), "here");
	assert_rendered(&diags, "a:1:11: here\n    1 | title: 批量 x\n                    ^\n");
	diags_free(&diags);
}

static void a_long_line_is_shown_around_its_caret(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	char line[5001];
	memset(line, 'a', 5000);
	line[5000] = '\0';
	line[2999] = 'X';
	source(&diags, "a", line);
	diag_error(&diags, at("a", 1, 3000), "here");
	struct text text = {0};
	diags_render(&diags, &text);
	const char *quote = strchr(text.data, '\n') + 1, *caret = strchr(quote, '\n') + 1;
	assert_int_equal(strncmp(quote, "    1 | ...aaa", 14), 0);
	assert_true(caret - quote < 8 + 100 + 5);
	assert_int_equal(strncmp(caret - 4, "...\n", 4), 0);
	assert_int_equal(quote[strcspn(caret, "^")], 'X');
	text_free(&text);
	diags_free(&diags);
}

static void a_huge_line_with_many_faults_is_quick_and_bounded(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	size_t len = 4 * 1024 * 1024;
	char *line = malloc(len);
	assert_non_null(line);
	memset(line, '\xe6', len); /* not UTF-8 at all */
	diags_source(&diags, "a", line, len);
	for (int i = 0; i < 200; i++)
		diag_error(&diags, at("a", 1, (int)len - i), "far");
	diag_error(&diags, at("a", 1, 19000), "near");
	struct text text = {0};
	diags_render(&diags, &text);
	assert_true(text.len < 100000);
	text_free(&text);
	diags_free(&diags);
	free(line);
}

static void the_nearest_name_is_near_enough_or_none(void **state)
{
	(void)state;
	static const char *const names[] = {"revoke-tokens", "rotate-passwords", "open-log", "ads", "exports"};
	const size_t n = sizeof names / sizeof names[0];
	assert_string_equal(diag_nearest("revoke-token", names, n), "revoke-tokens");
	assert_string_equal(diag_nearest("rotate-pasword", names, n), "rotate-passwords");
	assert_string_equal(diag_nearest("oepn-log", names, n), "open-log"); /* a swap is one slip */
	assert_string_equal(diag_nearest("REVOKE_TOKENS", names, n), "revoke-tokens");
	assert_string_equal(diag_nearest("Ads", names, n), "ads");
	assert_string_equal(diag_nearest("add", names, n), "ads");
	assert_null(diag_nearest("export-all", names, n));
	assert_null(diag_nearest("as", names, n)); /* two letters are too few to guess from */
	assert_null(diag_nearest("", names, n));
	assert_null(diag_nearest(NULL, names, n));
	assert_null(diag_nearest("revoke-token", names, 0));
}

static void the_nearer_of_two_names_wins(void **state)
{
	(void)state;
	static const char *const names[] = {"notify-pdpa", "notify-pipc", "notify_pdpc"};
	assert_string_equal(diag_nearest("notify-pdpc", names, 3), "notify_pdpc");
	assert_string_equal(diag_nearest("notify-pipd", names, 3), "notify-pipc");
	char longest[200];
	memset(longest, 'n', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	assert_null(diag_nearest(longest, names, 3));
	const char *const odd[] = {longest, NULL, "notify-pdpc"};
	assert_string_equal(diag_nearest("notify-pdp", odd, 3), "notify-pdpc");
}

static void a_code_stands_behind_its_message_where_codes_are_asked_for(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	diag_note(&diags, at("a.lua", 2, 0), "as it is");
	diag_note(&diags, at("a.lua", 1, 0), "a small thing");
	assert_false(diag_code(&diags, "small-thing"));
	assert_rendered(&diags, "a.lua:1: note: a small thing\na.lua:2: note: as it is\n");
	diags.codes = true;
	assert_rendered(&diags, "a.lua:1: note: a small thing [small-thing]\na.lua:2: note: as it is\n");
	assert_int_equal(diags.errors, 0);
	diags_sort(&diags);
	assert_int_equal(diags.v[0].line, 1);
	assert_string_equal(diags.v[0].code, "small-thing");
	diags_free(&diags);
}

int main(void)
{
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_error_shows_its_line_a_caret_and_the_hint),
	    cmocka_unit_test(without_a_column_the_caret_stands_below_the_first_word),
	    cmocka_unit_test(a_place_may_be_unknown_in_part),
	    cmocka_unit_test(findings_come_in_order_of_file_line_and_column),
	    cmocka_unit_test(a_code_stands_behind_its_message_where_codes_are_asked_for),
	    cmocka_unit_test(a_repeated_finding_is_told_once),
	    cmocka_unit_test(after_two_hundred_the_rest_is_counted),
	    cmocka_unit_test(what_is_quoted_obeys_no_terminal),
	    cmocka_unit_test(a_nul_in_a_line_does_not_end_it),
	    cmocka_unit_test(the_caret_finds_its_place_after_chinese_text),
	    cmocka_unit_test(a_long_line_is_shown_around_its_caret),
	    cmocka_unit_test(a_huge_line_with_many_faults_is_quick_and_bounded),
	    cmocka_unit_test(the_nearest_name_is_near_enough_or_none),
	    cmocka_unit_test(the_nearer_of_two_names_wins),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
