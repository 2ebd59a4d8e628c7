#include "check.h"
#include "base/text.h"

#include <locale.h>

static void assert_clean(const char *in, const char *expected)
{
	struct text text = {0};
	text_add_clean(&text, in);
	assert_string_equal(text.data, expected);
	text_free(&text);
}

static void assert_wrapped(const char *in, const char *prefix, int columns, const char *expected)
{
	struct text text = {0};
	text_wrap(&text, in, prefix, columns);
	assert_string_equal(text.data, expected);
	text_free(&text);
}

static void text_grows_and_stays_terminated(void **state)
{
	(void)state;
	struct text text = {0};
	for (int i = 0; i < 300; i++)
		text_addf(&text, "%d,", i % 10);
	assert_int_equal(text.len, 600);
	assert_int_equal(strlen(text.data), 600);
	text_clear(&text);
	assert_string_equal(text.data, "");
	text_add(&text, "one");
	text_add_bytes(&text, " two three", 4);
	assert_string_equal(text.data, "one two");
	text_free(&text);
	assert_null(text.data);
	text_clear(&text);
	assert_string_equal(text.data, "");
	text_free(&text);
}

static void escape_sequences_become_one_replacement_character(void **state)
{
	(void)state;
	assert_clean("a\033[31;1mred", "a\uFFFDred");
	assert_clean("\033]0;title\arest", "\uFFFDrest");
	assert_clean("\033]8;;http://x\033\\link", "\uFFFDlink");
	assert_clean("\xc2\x9b"
	             "2Jx",
	             "\uFFFDx");
	assert_clean("\033", "\uFFFD");
	assert_clean("\033[", "\uFFFD");
}

static void an_unfinished_command_string_hides_no_text(void **state)
{
	(void)state;
	assert_clean("\033]0;all of this\nand this", "\uFFFD]0;all of this\nand this");
}

static void controls_bidi_and_bad_bytes_are_replaced(void **state)
{
	(void)state;
	assert_clean("bell\a del\x7f", "bell\uFFFD del\uFFFD");
	assert_clean("\u202Eabc\u2066d\u2028", "\uFFFDabc\uFFFDd\uFFFD");
	assert_clean("\xff"
	             "a\xc3",
	             "\uFFFDa\uFFFD");
	assert_clean("a\tb\r\nc\rd", "a b\nc\uFFFDd");
	assert_clean("Café 批量", "Café 批量");
	assert_clean("", "");
}

static void only_strict_utf8_is_decoded(void **state)
{
	(void)state;
	const char *at = "A\u00e9\u6279\U0001F600";
	assert_int_equal(text_next(&at), 'A');
	assert_int_equal(text_next(&at), 0xe9);
	assert_int_equal(text_next(&at), 0x6279);
	assert_int_equal(text_next(&at), 0x1f600);
	assert_int_equal(text_next(&at), 0);
	assert_int_equal(text_next(&at), 0);
	static const char *const bad[] = {"\xc0\x80",         "\xe0\x80\x80", "\xed\xa0\x80",
	                                  "\xf4\x90\x80\x80", "\x80",         "\xe6\x89"};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		at = bad[i];
		assert_int_equal(text_next(&at), -1);
		assert_ptr_equal(at, bad[i] + 1);
		assert_int_equal(text_valid(bad[i], strlen(bad[i])), 0);
	}
	assert_int_equal(text_valid("ab\0\xe6\x89\xb9", 6), 6);
	assert_int_equal(text_valid("ab\xe6\x89\xb9", 4), 2);
}

static void wide_characters_count_two_columns(void **state)
{
	(void)state;
	assert_int_equal(text_width("kopi"), 4);
	assert_int_equal(text_width("批量"), 4);
	assert_int_equal(text_width("e\u0301"), 1);
	assert_int_equal(text_width("\xff"
	                            "a"),
	                 2);
	assert_int_equal(text_width(""), 0);
}

static void lines_break_at_spaces_and_keep_their_newlines(void **state)
{
	(void)state;
	assert_wrapped("one two three", "", 8, "one two\nthree\n");
	assert_wrapped("one two  three", "| ", 9, "| one two\n| three\n");
	assert_wrapped("a\n\nb\n", "| ", 10, "| a\n| \n| b\n");
	assert_wrapped("  indented text goes on", "", 12, "  indented\ntext goes on\n");
	assert_wrapped("ends in spaces   ", "", 40, "ends in spaces\n");
	assert_wrapped("", "| ", 10, "");
}

static void a_word_wider_than_the_room_is_cut(void **state)
{
	(void)state;
	assert_wrapped("to abcdefgh", "", 4, "to\nabcd\nefgh\n");
	assert_wrapped("abcde f", "", 4, "abcd\ne f\n");
}

static void chinese_breaks_between_characters_but_not_before_a_full_stop(void **state)
{
	(void)state;
	assert_wrapped("我们正在调查", "", 4, "我们\n正在\n调查\n");
	assert_wrapped("我们正在调查", "", 5, "我们\n正在\n调查\n");
	assert_wrapped("我们调查。好", "", 8, "我们调\n查。好\n");
	assert_wrapped("客户 CRM系统", "> ", 9, "> 客户\n> CRM系统\n");
	assert_wrapped("说（对）", "", 4, "说\n（对\n）\n");
}

static void korean_breaks_at_its_spaces(void **state)
{
	(void)state;
	assert_wrapped("쇼핑몰 로그인 기록", "", 12, "쇼핑몰\n로그인 기록\n");
	assert_wrapped("쇼핑몰로그인기록", "", 6, "쇼핑몰\n로그인\n기록\n");
	assert_wrapped("고객CRM에서 봅니다", "", 10, "고객CRM에\n서 봅니다\n");
}

static void tiny_and_negative_widths_still_end(void **state)
{
	(void)state;
	assert_wrapped("批 a b", "", 1, "批\na\nb\n");
	assert_wrapped("ab", "long prefix ", 3, "long prefix a\nlong prefix b\n");
	assert_wrapped("ab", "", -5, "a\nb\n");
	assert_wrapped("       x", "", 3, "x\n");
	assert_wrapped("e\u0301e\u0301", "", 1, "e\u0301\ne\u0301\n");
	assert_wrapped("\xff\xff", "", 1, "\xff\n\xff\n");
}

static void words_are_counted_as_a_reader_does(void **state)
{
	(void)state;
	assert_int_equal(text_words(""), 0);
	assert_int_equal(text_words("  Who runs\tthis,\nfrom now? "), 5);
	assert_int_equal(text_words("批量导出了"), 3);
	assert_int_equal(text_words("我们 use CRM系统"), 4);
	assert_int_equal(text_words("她说“好”"), 2);
}

int main(void)
{
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_grows_and_stays_terminated),
	    cmocka_unit_test(escape_sequences_become_one_replacement_character),
	    cmocka_unit_test(an_unfinished_command_string_hides_no_text),
	    cmocka_unit_test(controls_bidi_and_bad_bytes_are_replaced),
	    cmocka_unit_test(only_strict_utf8_is_decoded),
	    cmocka_unit_test(wide_characters_count_two_columns),
	    cmocka_unit_test(lines_break_at_spaces_and_keep_their_newlines),
	    cmocka_unit_test(a_word_wider_than_the_room_is_cut),
	    cmocka_unit_test(chinese_breaks_between_characters_but_not_before_a_full_stop),
	    cmocka_unit_test(korean_breaks_at_its_spaces),
	    cmocka_unit_test(tiny_and_negative_widths_still_end),
	    cmocka_unit_test(words_are_counted_as_a_reader_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
