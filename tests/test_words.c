#include "check.h"
#include "desk/words.h"

static int setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static struct words split(void **state, const char *line)
{
	return words_split(*state, words_clean(*state, line));
}

static void words_stand_between_spaces_and_know_where(void **state)
{
	struct words words = split(state, "  do  1\tcopy-logs ");
	assert_int_equal(words.n, 3);
	assert_string_equal(words_at(&words, 0), "do");
	assert_string_equal(words_at(&words, 2), "copy-logs");
	assert_int_equal(words.v[1].at, 4);
	assert_string_equal(words_at(&words, 3), "");
}

static void quotes_straight_or_curly_keep_words_together(void **state)
{
	struct words words = split(state, "fact way_out \"an export\" from \xe2\x80\x9cthe log\xe2\x80\x9d");
	assert_int_equal(words.n, 5);
	assert_string_equal(words_at(&words, 2), "an export");
	assert_string_equal(words_at(&words, 4), "the log");
	assert_true(words.v[2].quoted);
	assert_false(words.v[3].quoted);
}

static void a_quote_left_open_reaches_to_the_end(void **state)
{
	struct words words = split(state, "note \"counsel first, then");
	assert_int_equal(words.n, 2);
	assert_string_equal(words_at(&words, 1), "counsel first, then");
	words = split(state, "\"");
	assert_int_equal(words.n, 1);
	assert_string_equal(words_at(&words, 0), "");
}

static void an_apostrophe_is_no_quote(void **state)
{
	struct words words = split(state, "note it's Dana's login");
	assert_int_equal(words.n, 4);
}

static void the_rest_of_a_line_is_as_it_was_typed(void **state)
{
	struct words words = split(state, "skip 2 because  counsel, \"first\"  then us");
	assert_string_equal(words_between(&words, *state, 3, words.n), "counsel, \"first\"  then us");
	assert_null(words_between(&words, *state, 7, words.n));
	words = split(state, "note \"all of it\"");
	assert_string_equal(words_between(&words, *state, 1, 99), "all of it");
	words = split(state, "note \"\"");
	assert_null(words_between(&words, *state, 1, 2));
}

static void a_word_is_found_whatever_its_capitals_unless_it_is_quoted(void **state)
{
	struct words words = split(state, "a \"from\" b FROM c from d");
	assert_int_equal(words_find(&words, 0, "from"), 3);
	assert_int_equal(words_last(&words, 0, "from"), 5);
	assert_int_equal(words_find(&words, 6, "from"), words.n);
	assert_int_equal(words_last(&words, 6, "from"), words.n);
}

static void control_characters_and_new_lines_are_made_harmless(void **state)
{
	assert_string_equal(words_clean(*state, "note a\nb\tc\r\n"), "note a b c");
	assert_null(strchr(words_clean(*state, "note \x1b[2Jx\x07"), '\x1b'));
	assert_string_equal(words_clean(*state, " \t "), "");
	assert_string_equal(words_clean(*state, "note \xff"), "note \xef\xbf\xbd");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_stand_between_spaces_and_know_where),
	    cmocka_unit_test(quotes_straight_or_curly_keep_words_together),
	    cmocka_unit_test(a_quote_left_open_reaches_to_the_end),
	    cmocka_unit_test(an_apostrophe_is_no_quote),
	    cmocka_unit_test(the_rest_of_a_line_is_as_it_was_typed),
	    cmocka_unit_test(a_word_is_found_whatever_its_capitals_unless_it_is_quoted),
	    cmocka_unit_test(control_characters_and_new_lines_are_made_harmless),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
