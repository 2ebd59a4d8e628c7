#include "check.h"

#include "base/markdown.h"

#include <locale.h>

static void assert_html(const char *markdown, const char *expected)
{
	struct text out = {0};
	markdown_html(markdown, strlen(markdown), &out);
	assert_string_equal(out.data, expected);
	text_free(&out);
}

static void assert_text(int columns, const char *markdown, const char *expected)
{
	struct text out = {0};
	markdown_text(markdown, strlen(markdown), columns, &out);
	assert_string_equal(out.data, expected);
	text_free(&out);
}

static void a_page_is_a_fragment(void **state)
{
	(void)state;
	assert_html("# Title\n\nSome *words* & **more**.\n", "<h1>Title</h1>\n<p>Some <em>words</em> &amp; "
	                                                     "<strong>more</strong>.</p>\n");
	assert_html("", "");
}

static void raw_html_is_shown_as_characters(void **state)
{
	(void)state;
	assert_html("<script>alert(1)</script>\n\n<b>x</b> y <!-- 50000 -->\n",
	            "<p>&lt;script&gt;alert(1)&lt;/script&gt; </p>\n"
	            "<p>&lt;b&gt;x&lt;/b&gt; y &lt;!-- 50000 --&gt;</p>\n");
	assert_text(0, "<b>x</b>\n", "<b>x</b>\n");
}

static void only_links_that_people_know_are_links(void **state)
{
	(void)state;
	assert_html("[a](https://kopikain.example/x?y=1&z=2)\n",
	            "<p><a href=\"https://kopikain.example/x?y=1&amp;z=2\">a</a></p>\n");
	assert_html("[a](javascript:alert%281%29) [b](data:text/html,x) [c](file:///etc/passwd) [d](JavaScript:x)\n",
	            "<p>a b c d</p>\n");
	assert_html("[a](&#106;avascript:alert) [b](vbscript:x) [c](//evil.example) [d](#top)\n", "<p>a b c d</p>\n");
	assert_html(
	    "<javascript:alert> <privacy@kopikain.example>\n",
	    "<p>javascript:alert <a href=\"mailto:privacy@kopikain.example\">privacy@kopikain.example</a></p>\n");
}

static void nothing_is_fetched(void **state)
{
	(void)state;
	assert_html("![a *dot*](https://evil.example/x.png \"t\")\n", "<p>a <em>dot</em></p>\n");
	assert_html("[![x](https://evil.example/x.png)](https://kopikain.example)\n",
	            "<p><a href=\"https://kopikain.example\">x</a></p>\n");
}

static void control_characters_never_come_through(void **state)
{
	(void)state;
	assert_html("a&#27;[2Jb &#x202e;c `d&#27;`\n", "<p>a\xef\xbf\xbd"
	                                               "b \xef\xbf\xbd"
	                                               "c <code>d&amp;#27;</code></p>\n");
	assert_text(0, "a&#27;[2Jb\n",
	            "a\xef\xbf\xbd"
	            "b\n");
}

static void plain_text_keeps_what_a_reader_sees(void **state)
{
	(void)state;
	assert_text(
	    72,
	    "# What happened\n\nA file was *exported*.\nIt held **names**.\n\n## What to do\n\n1. Hang up.\n2. Call "
	    "us.\n\nThank you.\n",
	    "What happened\n=============\n\nA file was exported. It held names.\n\nWhat to do\n----------\n\n"
	    "1. Hang up.\n2. Call us.\n\nThank you.\n");
}

static void steps_keep_their_numbers(void **state)
{
	(void)state;
	assert_text(72, "9. nine\n10. ten\n11. eleven\n", "9. nine\n10. ten\n11. eleven\n");
	assert_text(72, "3) three\n4) four\n", "3) three\n4) four\n");
}

static void a_steps_further_lines_stand_below_its_words(void **state)
{
	(void)state;
	assert_text(30, "1. Change your password wherever you used it again.\n2. Watch your account.\n",
	            "1. Change your password\n   wherever you used it again.\n2. Watch your account.\n");
	assert_text(0, "1. one\n\n   more of it\n2. two\n", "1. one\n\n   more of it\n\n2. two\n");
	assert_text(0, "Do:\n\n- one\n  - below\n  - again\n- two\n", "Do:\n\n- one\n  - below\n  - again\n- two\n");
}

static void a_quote_and_code_keep_their_place(void **state)
{
	(void)state;
	assert_text(26, "> We keep a record of what we do now.\n", "> We keep a record of what\n> we do now.\n");
	assert_text(10, "```\nlong line of code stays\n\n  as it is\n```\n",
	            "    long line of code stays\n\n      as it is\n");
}

static void links_show_their_address(void **state)
{
	(void)state;
	assert_text(0, "See [our page](https://kopikain.example/incident).\n",
	            "See our page (https://kopikain.example/incident).\n");
	assert_text(0, "<privacy@kopikain.example> <https://kopikain.example>\n",
	            "privacy@kopikain.example https://kopikain.example\n");
	assert_text(0, "[](https://kopikain.example)\n", " (https://kopikain.example)\n");
}

static void a_line_of_wide_characters_is_measured_by_what_it_takes(void **state)
{
	(void)state;
	assert_text(30, "我们正在调查一起可能涉及您个人资料的事件。\n",
	            "我们正在调查一起可能涉及您个人\n资料的事件。\n");
	assert_text(0, "# 标题\n", "标题\n====\n");
}

static void chinese_lines_join_without_a_space_and_korean_ones_with_one(void **state)
{
	(void)state;
	assert_text(0, "我们正在\n调查。\nKopi 会再次\n通知。\n", "我们正在调查。Kopi 会再次通知。\n");
	assert_text(0, "사고를\n조사하고 있습니다.\n", "사고를 조사하고 있습니다.\n");
	assert_html("我们\n调查\n", "<p>我们调查</p>\n");
}

static void a_hard_break_is_a_line_of_its_own(void **state)
{
	(void)state;
	assert_text(0, "Kopi & Kain\\\nSingapore\n", "Kopi & Kain\nSingapore\n");
	assert_text(0, "a\n\n---\n\nb\n", "a\n\n--------------------\n\nb\n");
}

static void a_line_from_an_entity_stays_one_line(void **state)
{
	(void)state;
	assert_text(0, "a&#10;# b\n", "a # b\n");
}

static void deep_nesting_ends(void **state)
{
	struct text deep = {0}, out = {0};
	(void)state;
	for (int i = 0; i < 3000; i++)
		text_add(&deep, i % 2 ? "> " : "- ");
	text_add(&deep, "x\n");
	markdown_text(deep.data, deep.len, 40, &out);
	assert_true(out.len < 200);
	assert_non_null(strstr(out.data, "x\n"));
	text_clear(&out);
	markdown_html(deep.data, deep.len, &out);
	assert_non_null(strstr(out.data, "x"));
	text_free(&deep);
	text_free(&out);
}

static void what_stands_before_is_left_alone(void **state)
{
	struct text out = {0};
	(void)state;
	text_add(&out, "EXERCISE\n");
	markdown_text("a\n\nb\n", 5, 0, &out);
	assert_string_equal(out.data, "EXERCISE\na\n\nb\n");
	text_clear(&out);
	markdown_text("", 0, 0, &out);
	assert_string_equal(out.data, "");
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_page_is_a_fragment),
	    cmocka_unit_test(raw_html_is_shown_as_characters),
	    cmocka_unit_test(only_links_that_people_know_are_links),
	    cmocka_unit_test(nothing_is_fetched),
	    cmocka_unit_test(control_characters_never_come_through),
	    cmocka_unit_test(plain_text_keeps_what_a_reader_sees),
	    cmocka_unit_test(steps_keep_their_numbers),
	    cmocka_unit_test(a_steps_further_lines_stand_below_its_words),
	    cmocka_unit_test(a_quote_and_code_keep_their_place),
	    cmocka_unit_test(links_show_their_address),
	    cmocka_unit_test(a_line_of_wide_characters_is_measured_by_what_it_takes),
	    cmocka_unit_test(chinese_lines_join_without_a_space_and_korean_ones_with_one),
	    cmocka_unit_test(a_hard_break_is_a_line_of_its_own),
	    cmocka_unit_test(a_line_from_an_entity_stays_one_line),
	    cmocka_unit_test(deep_nesting_ends),
	    cmocka_unit_test(what_stands_before_is_left_alone),
	};
	setlocale(LC_CTYPE, "C.UTF-8"); /* how wide a Chinese character is */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
