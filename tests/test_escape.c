#include "check.h"
#include <stdio.h>

#include "base/escape.h"

/* A page with up to two values: "\1" stands for the first, "\2" for the second. */
static void add_page(enum escape escape, const char *page, const char *first, const char *second, struct text *out)
{
	text_add_bytes(out, "", 0);
	for (; *page; page++) {
		if (*page == '\1')
			escape_add(escape, first, out);
		else if (*page == '\2')
			escape_add(escape, second, out);
		else
			text_add_bytes(out, page, 1);
	}
}

static void assert_page(enum escape escape, const char *page, const char *first, const char *second,
                        const char *expected)
{
	struct text out = {0};
	add_page(escape, page, first, second, &out);
	assert_string_equal(out.data, expected);
	text_free(&out);
}

static void becomes(enum escape escape, const char *value, const char *expected)
{
	assert_page(escape, "\1", value, "", expected);
}

static void stays(enum escape escape, const char *value)
{
	becomes(escape, value, value);
}

static void nothing_is_escaped_where_no_page_is(void **state)
{
	(void)state;
	stays(ESCAPE_NONE, "<b>&amp;</b> \"*_`|\\\n=1+1");
	stays(ESCAPE_NONE, "");
}

static void html_keeps_text_and_quoted_attributes_whole(void **state)
{
	(void)state;
	becomes(ESCAPE_HTML, "<a href=\"x\" title='y'>&amp;</a>",
	        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
	stays(ESCAPE_HTML, "Kopi + Kain: 9,870 people — 客户 `*_|\\=/\n");
	stays(ESCAPE_HTML, "");
}

static void plain_prose_stays_as_it_is_in_markdown(void **state)
{
	(void)state;
	stays(ESCAPE_MARKDOWN, "T+1:30");
	stays(ESCAPE_MARKDOWN, "e.g. 9,870 people, first_name and last_name");
	stays(ESCAPE_MARKDOWN, "Kopi & Kain Pte Ltd (since 2019): it's 50% \"done\"!");
	stays(ESCAPE_MARKDOWN, "+65 6123 4567");
	stays(ESCAPE_MARKDOWN, "-5");
	stays(ESCAPE_MARKDOWN, "9.30 am, 14.2");
	stays(ESCAPE_MARKDOWN, "It was 2026. Then it wasn't.");
	stays(ESCAPE_MARKDOWN, "#1 of 3; C# and #shop");
	stays(ESCAPE_MARKDOWN, "a -> b = c - d: yes/no");
	stays(ESCAPE_MARKDOWN, "call @legal at 9 @ the office");
	stays(ESCAPE_MARKDOWN, "客户数据：9,870 人（含订单）。");
	stays(ESCAPE_MARKDOWN, "");
}

static void inline_markup_is_neutral_in_markdown(void **state)
{
	(void)state;
	becomes(ESCAPE_MARKDOWN, "**a** _b_ `c` ~~d~~", "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~");
	becomes(ESCAPE_MARKDOWN, "[a](javascript:x) ![b][c]", "\\[a\\](javascript:x) !\\[b\\]\\[c\\]");
	becomes(ESCAPE_MARKDOWN, "<script>x</script>", "\\<script>x\\</script>");
	becomes(ESCAPE_MARKDOWN, "a|b\\|c", "a\\|b\\\\\\|c");
	becomes(ESCAPE_MARKDOWN, "&lt;b&gt; &#60; AT&T", "\\&lt;b\\&gt; \\&#60; AT&T");
	becomes(ESCAPE_MARKDOWN, "中_文_ a__b", "中\\_文\\_ a\\_\\_b");
}

static void no_block_begins_in_markdown(void **state)
{
	(void)state;
	becomes(ESCAPE_MARKDOWN, "# a ##", "\\# a \\##");
	becomes(ESCAPE_MARKDOWN, "###### a", "\\###### a");
	becomes(ESCAPE_MARKDOWN, "> a", "\\> a");
	becomes(ESCAPE_MARKDOWN, "- a", "\\- a");
	becomes(ESCAPE_MARKDOWN, "-", "\\-");
	becomes(ESCAPE_MARKDOWN, "+ a", "\\+ a");
	becomes(ESCAPE_MARKDOWN, "* a", "\\* a");
	becomes(ESCAPE_MARKDOWN, "1. a", "1\\. a");
	becomes(ESCAPE_MARKDOWN, "12) a", "12\\) a");
	becomes(ESCAPE_MARKDOWN, "2026.", "2026\\.");
	becomes(ESCAPE_MARKDOWN, "---", "\\---");
	becomes(ESCAPE_MARKDOWN, "===", "\\===");
	becomes(ESCAPE_MARKDOWN, ":-:", "\\:-:");
	becomes(ESCAPE_MARKDOWN, "```sh", "\\`\\`\\`sh");
	becomes(ESCAPE_MARKDOWN, "    code", "code");
	becomes(ESCAPE_MARKDOWN, "a\n\n# b\r\n\tc  ", "a # b c ");
}

static void no_bare_address_becomes_a_link_in_markdown(void **state)
{
	(void)state;
	becomes(ESCAPE_MARKDOWN, "https://a.example/x", "https:/<!-- -->/a.example/x");
	becomes(ESCAPE_MARKDOWN, "FTP://a.example", "FTP:/<!-- -->/a.example");
	becomes(ESCAPE_MARKDOWN, "(WWW.a.example)", "(WWW<!-- -->.a.example)");
	becomes(ESCAPE_MARKDOWN, "ask mei.lin@a.example", "ask mei.lin<!-- -->@a.example");
	becomes(ESCAPE_MARKDOWN, "mailto:a+b@c.example", "mailto:a+b<!-- -->@c.example");
}

static void an_address_stays_whole_in_commonmark(void **state)
{
	(void)state;
	stays(ESCAPE_COMMONMARK, "privacy@shop.example, https://shop.example and www.shop.example");
	becomes(ESCAPE_COMMONMARK, "<https://shop.example> [a](b) *c*", "\\<https://shop.example> \\[a\\](b) \\*c\\*");
}

static void values_side_by_side_make_no_markdown(void **state)
{
	(void)state;
	assert_page(ESCAPE_MARKDOWN, "\1\2", "1", ". a", "1\\. a");
	assert_page(ESCAPE_MARKDOWN, "\1\2", "http:/", "/a.example", "http:/<!-- -->/a.example");
	assert_page(ESCAPE_MARKDOWN, "\1\2", "www", ".a.example", "www<!-- -->.a.example");
	assert_page(ESCAPE_MARKDOWN, "\1\2", "a@", "b.example", "a<!-- -->@b.example");
	assert_page(ESCAPE_MARKDOWN, "\1\2", "first_", "_name", "first\\_\\_name");
	assert_page(ESCAPE_MARKDOWN, "\1\2", "a#", " #", "a# \\#");
	assert_page(ESCAPE_MARKDOWN, "\1\2", "#", " a", "\\# a");
	assert_page(ESCAPE_MARKDOWN, "\1\2", "&", "lt;", "\\&lt;");
	assert_page(ESCAPE_MARKDOWN, "\1\2|", "a ", " b ", "a b |");
	assert_page(ESCAPE_MARKDOWN, "x\n\1", "  a", "", "x\na");
	assert_page(ESCAPE_MARKDOWN, "- \1", "- a", "", "- \\- a");
}

static void quotes_are_doubled_in_a_cell(void **state)
{
	(void)state;
	becomes(ESCAPE_CSV, "she said \"yes\", twice", "she said \"\"yes\"\", twice");
	stays(ESCAPE_CSV, "one\ntwo; three\tfour, T+1:30 a=b");
	stays(ESCAPE_CSV, "");
	stays(ESCAPE_CSV, "9,870");
}

static void no_cell_is_a_formula(void **state)
{
	(void)state;
	static const char *const formulas[] = {
	    "=1+1",
	    "+1",
	    "-1",
	    "@SUM(A1)",
	    "\tx",
	    "\rx",
	    "\nx",
	    "  =1",
	    "\xc2\xa0=1",
	    "\xe3\x80\x80=1",
	    "\xef\xbb\xbf=1",
	    "\xe2\x80\x8b-1",
	    "＝1",
	    "＋1",
	    "－1",
	    "＠A",
	    "﹦1",
	};
	for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
		char expected[64];
		snprintf(expected, sizeof expected, "'%s", formulas[i]);
		becomes(ESCAPE_CSV, formulas[i], expected);
	}
	becomes(ESCAPE_CSV, "\"=1", "'\"\"=1");
	stays(ESCAPE_CSV, "a=1");
	stays(ESCAPE_CSV, "'=1");
}

static void no_formula_begins_inside_a_cell_that_another_program_splits(void **state)
{
	(void)state;
	becomes(ESCAPE_CSV, "a;=1", "a;'=1");
	becomes(ESCAPE_CSV, "a\t+1\n-1", "a\t'+1\n'-1");
	becomes(ESCAPE_CSV, "a; \"@x", "a;' \"\"@x");
}

static void a_cell_of_several_values_is_no_formula(void **state)
{
	(void)state;
	assert_page(ESCAPE_CSV, "\"\1\2\"", "", "=1", "\"'=1\"");
	assert_page(ESCAPE_CSV, "\"\1 \2\"", " ", "=1", "\"  '=1\"");
	assert_page(ESCAPE_CSV, "\"\1\2\"", "-5", "1+cmd", "\"'-51+cmd\"");
	assert_page(ESCAPE_CSV, "\"\1;\2\"", "a", "@x", "\"a;'@x\"");
}

/* What a table of bytes or a look behind could get wrong: any byte, alone and twice, with nothing before it. */
static void any_byte_can_stand_at_either_end(void **state)
{
	(void)state;
	for (int escape = ESCAPE_NONE; escape <= ESCAPE_CSV; escape++) {
		for (int c = 1; c < 256; c++) {
			const char value[] = {(char)c, (char)c, '\0'};
			struct text out = {0};
			escape_add((enum escape)escape, value, &out);
			escape_add((enum escape)escape, value + 1, &out);
			bool blank = (escape == ESCAPE_MARKDOWN || escape == ESCAPE_COMMONMARK) && strchr(" \t\r\n", c);
			assert_int_equal(out.len > 0, !blank);
			text_free(&out);
		}
	}
}

static void a_number_is_escaped_as_its_digits_are(void **state)
{
	struct text out = {0};
	(void)state;
	escape_number(ESCAPE_HTML, -5, &out);
	escape_number(ESCAPE_CSV, INT64_MIN, &out);
	assert_string_equal(out.data, "-5'-9223372036854775808");
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_is_escaped_as_its_digits_are),
	    cmocka_unit_test(nothing_is_escaped_where_no_page_is),
	    cmocka_unit_test(html_keeps_text_and_quoted_attributes_whole),
	    cmocka_unit_test(plain_prose_stays_as_it_is_in_markdown),
	    cmocka_unit_test(inline_markup_is_neutral_in_markdown),
	    cmocka_unit_test(no_block_begins_in_markdown),
	    cmocka_unit_test(no_bare_address_becomes_a_link_in_markdown),
	    cmocka_unit_test(an_address_stays_whole_in_commonmark),
	    cmocka_unit_test(values_side_by_side_make_no_markdown),
	    cmocka_unit_test(quotes_are_doubled_in_a_cell),
	    cmocka_unit_test(no_cell_is_a_formula),
	    cmocka_unit_test(no_formula_begins_inside_a_cell_that_another_program_splits),
	    cmocka_unit_test(a_cell_of_several_values_is_no_formula),
	    cmocka_unit_test(any_byte_can_stand_at_either_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
