#include "check.h"
#include "told.h"

#include "desk/reading.h"

/* Each block as "KIND line:col text\n". */
static const char *blocks(struct told *told, const char *name, const char *s)
{
	static const char kinds[] = "phicS"; /* paragraph, heading, item, cell, subject */
	struct file file = {name, s, strlen(s)};
	const struct prose *prose = reading_open(&file, told->arena, &told->diags);
	text_clear(&told->out);
	text_add(&told->out, "");
	for (size_t i = 0; i < prose->nblocks; i++) {
		const struct prose_block *b = &prose->blocks[i];
		struct diag_place place = prose_place(prose, b->from);
		text_addf(&told->out, "%c %d:%d %.*s\n", kinds[b->kind], place.line, place.col, (int)(b->to - b->from),
		          prose->text + b->from);
	}
	assert_int_equal(text_valid(prose->text, prose->len), prose->len);
	return told->out.data;
}

static void wrapped_text_is_one_paragraph_again(void **state)
{
	assert_string_equal(blocks(*state, "n.txt",
	                           "What happened\n\nA file of customer records was exported from our\n"
	                           "customer database without permission.\n\n1. First thing to do, in so many words\n"
	                           "   that it wraps.\n2. Second.\n- Third\n"),
	                    "p 1:1 What happened\n"
	                    "p 3:1 A file of customer records was exported from our customer database without "
	                    "permission.\n"
	                    "i 6:4 First thing to do, in so many words that it wraps.\n"
	                    "i 8:4 Second.\n"
	                    "i 9:3 Third\n");
}

static void a_line_that_ended_early_was_ended_on_purpose(void **state)
{
	assert_string_equal(blocks(*state, "n.txt",
	                           "Dear customer,\nWe write to you because some of the data that we hold about\n"
	                           "you was part of an incident.\n"),
	                    "p 1:1 Dear customer,\n"
	                    "p 2:1 We write to you because some of the data that we hold about you was part of an "
	                    "incident.\n");
}

static void chinese_lines_join_without_a_space(void **state)
{
	assert_string_equal(blocks(*state, "n.txt", "我们正在调查一起涉及客户资料\n的事件。\n"),
	                    "p 1:1 我们正在调查一起涉及客户资料的事件。\n");
}

static void markdown_is_read_without_its_marks(void **state)
{
	assert_string_equal(blocks(*state, "n.md",
	                           "# 1. What *happened*\n\nWe said \\*that\\*, [here](https://x.example/99 \"7\"),\n"
	                           "to `you` &amp; <b>them</b><!-- 12 -->.\n\nTwo\n---\n- one_two_ _three_\n\n"
	                           "| Rows | 5 |\n|------|---|\n| a | b\\|c |\n\n> 3 * 4\n\n[x]: https://x.example\n"),
	                    "h 1:6 What happened\n"
	                    "p 3:1 We said *that*, here, to you & them.\n"
	                    "h 6:1 Two\n"
	                    "i 8:3 one_two three\n"
	                    "c 10:3 Rows\nc 10:10 5\nc 12:3 a\nc 12:7 b|c\n"
	                    "p 14:3 3 * 4\n");
}

static void html_is_read_as_a_browser_shows_it(void **state)
{
	assert_string_equal(
	    blocks(*state, "n.html",
	           "<!DOCTYPE html><html><head><title>T</title><style>p{color:1}</style></head>\n<body>"
	           "<h2>2. Data</h2><p>Names &amp;\n <b>numbers</b>&nbsp;&#x2013; 9&#44;870</p><ul><li>a<li>b</ul>"
	           "<script>var a = 1 < 2;</script><!-- 12 > 3 --><p title=\"a > b\">x < y</p>"),
	    "S 1:35 T\n"
	    "h 2:14 Data\n"
	    "p 2:26 Names & numbers \xe2\x80\x93 9,870\n"
	    "i 3:52 a\n"
	    "i 3:57 b\n"
	    "p 3:119 a > b\n"
	    "p 3:126 x < y\n");
}

static void html_is_read_where_it_is_heard_or_pointed_at(void **state)
{
	assert_string_equal(blocks(*state, "n.html", "<p>a <img src=\"alt=x\" alt='7 &amp; 8'> b <i title=\"c\">d</i>"),
	                    "p 1:4 a\np 1:28 7 & 8\np 1:40 b\np 1:52 c\np 1:55 d\n");
}

static const char mail[] =
    "Subject: =?utf-8?Q?Notice_=E2=80=93?=\n =?utf-8?B?IDk4NzA=?= people\n"
    "Content-Type: multipart/alternative;\n boundary=\"b 1\"\n\nignored 1\n--b 1\n"
    "Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n\n"
    "Caf=C3=A9 has =\n12 rows.\n--b 1\nContent-Type: text/html; charset=iso-8859-1\n"
    "Content-Transfer-Encoding: base64\n\nPHA+Q2Fm6SA8Yj43PC9iPjwvcD4=\n"
    "--b 1\nContent-Type: text/plain\nContent-Disposition: attachment\n\nattached 3\n--b 1--\n";

static void a_mail_is_read_in_all_its_parts(void **state)
{
	assert_string_equal(blocks(*state, "n.eml", mail), "S 1:20 Notice \xe2\x80\x93 9870 people\n"
	                                                   "p 11:1 Caf\xc3\xa9 has 12 rows.\n"
	                                                   "p 17:6 Caf\xc3\xa9 7\n"
	                                                   "p 22:1 attached 3\n");
}

static void the_signs_of_windows_1252_are_read(void **state)
{
	assert_string_equal(
	    blocks(*state, "n.eml",
	           "Subject: =?windows-1252?Q?We=92ve_9_=80?=\nContent-Type: text/plain; "
	           "charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nIt=92s =80 9.\n"),
	    "S 1:27 We've 9 \xe2\x82\xac\n"
	    "p 5:1 It's \xe2\x82\xac 9.\n");
	assert_string_equal(blocks(*state, "n.eml",
	                           "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
	                           "Caf\xc3\xa9\n"),
	                    "p 4:1 Caf\xc3\xa9\n");
}

static void each_character_knows_where_it_came_from(void **state)
{
	struct told *told = *state;
	struct file file = {"n.eml", mail, strlen(mail)};
	const struct prose *prose = reading_open(&file, told->arena, &told->diags);
	struct diag_place place = prose_place(prose, (size_t)(strstr(prose->text, "12 rows") - prose->text));
	assert_int_equal(place.line, 12);
	assert_int_equal(place.col, 1);
}

static const char *unread(struct told *told, const char *s)
{
	diags_free(&told->diags);
	diags_init(&told->diags);
	blocks(told, "n.eml", s);
	return told_text(told);
}

static void what_of_a_mail_cannot_be_read_is_an_error_at_its_place(void **state)
{
	struct text deep = {0};
	text_add(&deep, "Subject: x\nContent-Type: text/rtf\n\nWe deleted 88 files\n");
	assert_string_equal(unread(*state, deep.data),
	                    "n.eml:1:1: a part of the mail cannot be read: it is \"text/rtf\"\n");
	assert_string_equal(unread(*state, "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhi\n--x\n"
	                                   "Content-Type: application/pdf\n\nJVBERi0=\n--x--\n"),
	                    "n.eml:7:1: a part of the mail cannot be read: it is \"application/pdf\"\n");
	assert_string_equal(unread(*state, "Content-Type: multipart/mixed; boundary=x\n\nhi\n"),
	                    "n.eml:1:1: a part of the mail cannot be read: nothing begins with its boundary \"x\"\n");
	assert_string_equal(unread(*state, "Content-Type: text/plain\nContent-Transfer-Encoding: x-uue\n\nhi\n"),
	                    "n.eml:1:1: a part of the mail cannot be read: its encoding is \"x-uue\"\n");
	text_clear(&deep);
	for (int i = 0; i < 9; i++)
		text_addf(&deep, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
	text_add(&deep, "\nWe deleted 77 files.\n");
	assert_string_equal(unread(*state, deep.data), "n.eml:25:1: a part of the mail cannot be read: it stands too "
	                                               "deep in others, and is \"multipart/mixed\"\n");
	text_free(&deep);
}

static void an_unknown_character_set_is_told(void **state)
{
	struct told *told = *state;
	assert_string_equal(blocks(told, "n.eml", "Subject: x\nContent-Type: text/plain; charset=euc-kr\n\nabc 12\n"),
	                    "S 1:10 x\n");
	assert_string_equal(told_text(told),
	                    "n.eml:1:1: a part is in the character set \"euc-kr\": save it as UTF-8, so "
	                    "that it can be read\n");
}

static void how_a_text_looks_decides_where_its_name_says_nothing(void **state)
{
	assert_string_equal(blocks(*state, "draft", "<p>a</p>"), "p 1:4 a\n");
	assert_string_equal(blocks(*state, "draft", "Subject: s\n\nb\n"), "S 1:10 s\np 3:1 b\n");
	assert_string_equal(blocks(*state, "draft", "# t\n\n*c*\n"), "h 1:3 t\np 3:2 c\n");
	assert_string_equal(blocks(*state, "draft", "*c*\n"), "p 1:1 *c*\n");
}

static void a_sentence_ends_where_a_reader_ends_it(void **state)
{
	struct told *told = *state;
	struct file file = {"n.txt", "Kopi Pte. Ltd. said so. It is 9.5 a.m. now. \"Stop.\" 好。是吗？对", 0};
	file.len = strlen(file.bytes);
	const struct prose *prose = reading_open(&file, told->arena, &told->diags);
	static const char *const expected[] = {
	    "Kopi Pte. Ltd. said so.", "It is 9.5 a.m. now.", "\"Stop.\"", "好。", "是吗？", "对"};
	assert_int_equal(prose->nsentences, 6);
	for (size_t i = 0; i < 6; i++)
		assert_memory_equal(prose->text + prose->sentences[i].from, expected[i], strlen(expected[i]));
}

static void languages_are_told_apart(void **state)
{
	static const char *const texts[][2] = {{"We have written to you about the data.", "en"},
	                                       {"我们正在调查 HubNest CRM 的事件。", "zh"},
	                                       {"Kami telah menulis kepada anda tentang data yang terlibat.", "ms"},
	                                       {"HubNest CRM에서 고객 정보가 유출되었습니다.", "ko"}};
	struct told *told = *state;
	for (size_t i = 0; i < 4; i++) {
		struct file file = {"n.txt", texts[i][0], strlen(texts[i][0])};
		assert_string_equal(reading_language(reading_open(&file, told->arena, &told->diags)), texts[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(wrapped_text_is_one_paragraph_again),
	    told_test(a_line_that_ended_early_was_ended_on_purpose),
	    told_test(chinese_lines_join_without_a_space),
	    told_test(markdown_is_read_without_its_marks),
	    told_test(html_is_read_as_a_browser_shows_it),
	    told_test(html_is_read_where_it_is_heard_or_pointed_at),
	    told_test(a_mail_is_read_in_all_its_parts),
	    told_test(the_signs_of_windows_1252_are_read),
	    told_test(each_character_knows_where_it_came_from),
	    told_test(what_of_a_mail_cannot_be_read_is_an_error_at_its_place),
	    told_test(an_unknown_character_set_is_told),
	    told_test(how_a_text_looks_decides_where_its_name_says_nothing),
	    told_test(a_sentence_ends_where_a_reader_ends_it),
	    told_test(languages_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
