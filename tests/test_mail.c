#include "check.h"

#include "base/mail.h"

static struct mail plain(void)
{
	return (struct mail){.from = "privacy@kopikain.example",
	                     .from_name = "Kopi and Kain",
	                     .subject = "We are looking into an incident",
	                     .text = "Dear customer,\n\nsomething happened.\n",
	                     .html = "<p>Dear customer,</p>\n",
	                     .date = 1772738460, /* 5 March 2026, 19:21 UTC */
	                     .id = "kopi customer-holding en"};
}

static const char *written(const struct mail *mail, struct text *out)
{
	text_clear(out);
	mail_write(mail, out);
	return out->data;
}

static int times(const char *text, const char *part)
{
	int n = 0;
	for (const char *at = text; (at = strstr(at, part)); at += strlen(part))
		n++;
	return n;
}

/* Every line ends in CRLF, and none is longer than 78 bytes. */
static void assert_lines(const char *mail)
{
	for (const char *line = mail, *end; *line; line = end + 2) {
		end = strstr(line, "\r\n");
		assert_non_null(end);
		assert_true(end - line <= 78);
		assert_null(memchr(line, '\n', (size_t)(end - line)));
		assert_null(memchr(line, '\r', (size_t)(end - line)));
	}
}

/* The value of a header as a mail program reads it: unfolded, encoded words decoded. */
static const char *header(const char *mail, const char *name, struct text *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = strstr(mail, name);
	text_clear(out);
	assert_non_null(at);
	for (at += strlen(name); strncmp(at, "\r\n", 2) != 0 || at[2] == ' ';) {
		if (strncmp(at, "\r\n", 2) == 0) {
			at += 2;
		} else if (strncmp(at, " =?UTF-8?B?", 11) == 0) {
			uint32_t group = 0;
			int bits = 0;
			for (at += 11; *at != '?'; at++) {
				const char *digit = strchr(digits, *at);
				group = group << 6 | (digit ? (uint32_t)(digit - digits) : 0);
				bits += 6;
				if (bits >= 8 && *at != '=') {
					char byte = (char)(group >> (bits - 8));
					bits -= 8;
					text_add_bytes(out, &byte, 1);
				}
			}
			at += 2;
		} else {
			text_add_bytes(out, at++, 1);
		}
	}
	return out->data;
}

static void a_mail_is_a_draft_of_two_parts(void **state)
{
	struct text out = {0};
	struct mail mail = plain();
	(void)state;
	assert_string_equal(written(&mail, &out), "X-Unsent: 1\r\n"
	                                          "Date: Thu, 05 Mar 2026 19:21:00 +0000\r\n"
	                                          "From: Kopi and Kain\r\n"
	                                          " <privacy@kopikain.example>\r\n"
	                                          "Subject: We are looking into an incident\r\n"
	                                          "Message-ID: <a086fd6f91e3f439049eaa4057f27402@drill72.invalid>\r\n"
	                                          "MIME-Version: 1.0\r\n"
	                                          "Content-Type: multipart/alternative;\r\n"
	                                          " boundary=\"=_drill72_a086fd6f91e3f439049eaa4057f27402\"\r\n"
	                                          "\r\n"
	                                          "--=_drill72_a086fd6f91e3f439049eaa4057f27402\r\n"
	                                          "Content-Type: text/plain; charset=utf-8\r\n"
	                                          "Content-Transfer-Encoding: quoted-printable\r\n"
	                                          "\r\n"
	                                          "Dear customer,\r\n"
	                                          "\r\n"
	                                          "something happened.\r\n"
	                                          "\r\n"
	                                          "--=_drill72_a086fd6f91e3f439049eaa4057f27402\r\n"
	                                          "Content-Type: text/html; charset=utf-8\r\n"
	                                          "Content-Transfer-Encoding: quoted-printable\r\n"
	                                          "\r\n"
	                                          "<p>Dear customer,</p>\r\n"
	                                          "\r\n"
	                                          "--=_drill72_a086fd6f91e3f439049eaa4057f27402--\r\n");
	text_free(&out);
}

static void the_same_mail_has_the_same_bytes_and_another_its_own_id(void **state)
{
	struct text a = {0}, b = {0};
	struct mail mail = plain();
	(void)state;
	assert_string_equal(written(&mail, &a), written(&mail, &b));
	mail.id = "kopi customer-holding zh";
	assert_string_not_equal(a.data, written(&mail, &b));
	text_free(&a);
	text_free(&b);
}

static void without_a_recipient_there_is_no_to(void **state)
{
	struct text out = {0};
	struct mail mail = plain();
	(void)state;
	assert_null(strstr(written(&mail, &out), "\nTo:"));
	mail.to = "news@kopikain.example";
	assert_non_null(strstr(written(&mail, &out), "\r\nTo: <news@kopikain.example>\r\n"));
	mail.to = "+65 5550 0131";
	assert_null(strstr(written(&mail, &out), "\nTo:"));
	text_free(&out);
}

static void a_contact_that_is_no_address_sends_nothing(void **state)
{
	struct text out = {0};
	struct mail mail = plain();
	(void)state;
	mail.from = "the desk in the shop";
	assert_null(strstr(written(&mail, &out), "From:"));
	mail.from = NULL;
	assert_null(strstr(written(&mail, &out), "From:"));
	text_free(&out);
}

static void addresses_are_told_from_what_is_none(void **state)
{
	static const char *const good[] = {"a@b.c", "privacy@kopikain.example", "o'neil+1@x-y.example"};
	static const char *const bad[] = {"",        "a",       "@b.c",        "a@",      "a@b",
	                                  "a@b..c",  ".a@b.c",  "a.@b.c",      "a b@c.d", "a@b.c\r\nBcc: x@y.z",
	                                  "a@b@c.d", "<a@b.c>", "a@b.c,d@e.f", "ä@b.c",   "a@b.c "};
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(mail_is_address(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (mail_is_address(bad[i]))
			fail_msg("%s", bad[i]);
	assert_false(mail_is_address(NULL));
}

static void no_value_can_add_a_header(void **state)
{
	struct text out = {0}, read = {0};
	struct mail mail = plain();
	(void)state;
	mail.subject = "Hello\r\nBcc: all@kopikain.example\r\n\r\nX\x0bY\x7fZ";
	mail.from_name = "Kopi\nBcc: all@kopikain.example";
	written(&mail, &out);
	assert_null(strstr(out.data, "\nBcc"));
	assert_string_equal(header(out.data, "\r\nSubject:", &read), " Hello Bcc: all@kopikain.example X Y Z");
	assert_lines(out.data);
	text_free(&out);
	text_free(&read);
}

static void no_text_can_hold_the_boundary(void **state)
{
	struct text out = {0}, again = {0};
	struct mail mail = plain();
	(void)state;
	written(&mail, &out);
	mail.text = out.data; /* a whole mail as its own text */
	written(&mail, &again);
	assert_int_equal(times(again.data, "\n--=_drill72_"), 3);
	assert_lines(again.data);
	text_free(&out);
	text_free(&again);
}

static void a_subject_in_another_script_is_encoded_and_folded(void **state)
{
	static const char *const subjects[] = {
	    "演练（EXERCISE）我们正在调查一起可能涉及您个人资料的事件，下一次更新时间为3月7日18:00，请留意",
	    "[훈련 EXERCISE] 고객님의 개인정보와 관련된 사고를 조사하고 있으며 다음 안내 시각은 3월 7일 오후 6시입니다",
	    "é",
	    "🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒",
	    "=?UTF-8?B?not?= what it seems",
	    "aWordThatIsFarTooLongToFoldAnywhereOnALineOfSeventySixBytesAndThatWouldRunOnPastTheEndOfIt"};
	struct text out = {0}, read = {0};
	(void)state;
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
		struct mail mail = plain();
		mail.subject = subjects[i];
		assert_lines(written(&mail, &out));
		assert_string_equal(header(out.data, "\r\nSubject:", &read), subjects[i]);
		for (const char *c = out.data; *c; c++)
			assert_true((unsigned char)*c < 0x80);
	}
	text_free(&out);
	text_free(&read);
}

static void a_long_plain_subject_is_folded_at_its_spaces(void **state)
{
	struct text out = {0}, read = {0};
	struct mail mail = plain();
	(void)state;
	mail.subject = "EXERCISE: we are looking into an incident that may concern you, and we will write again by "
	               "Saturday 7 March 2026 at six in the evening";
	written(&mail, &out);
	assert_lines(out.data);
	assert_null(strstr(out.data, "=?UTF-8"));
	assert_string_equal(header(out.data, "\r\nSubject:", &read) + 1, mail.subject);
	text_free(&out);
	text_free(&read);
}

static void a_name_with_signs_in_it_is_encoded(void **state)
{
	struct text out = {0}, read = {0};
	struct mail mail = plain();
	(void)state;
	mail.from_name = "Kopi & Kain \"Pte\" <Ltd>, 咖啡";
	written(&mail, &out);
	assert_lines(out.data);
	assert_string_equal(header(out.data, "\r\nFrom:", &read),
	                    "Kopi & Kain \"Pte\" <Ltd>, 咖啡 <privacy@kopikain.example>");
	text_free(&out);
	text_free(&read);
}

static void a_body_is_quoted_printable(void **state)
{
	struct text out = {0};
	struct mail mail = plain();
	(void)state;
	mail.text =
	    "1 = 1, é\r\nends in a blank \n.\nFrom here\n\ttab\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	    "xxxxxxxxxxxxxxxxxxxxxéxx";
	written(&mail, &out);
	assert_lines(out.data);
	assert_non_null(
	    strstr(out.data, "\r\n1 =3D 1, =C3=A9\r\nends in a blank=20\r\n=2E\r\n=46rom here\r\n\ttab\r\n"));
	assert_non_null(strstr(out.data, "xxx=\r\n=C3=A9xx\r\n"));
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_mail_is_a_draft_of_two_parts),
	    cmocka_unit_test(the_same_mail_has_the_same_bytes_and_another_its_own_id),
	    cmocka_unit_test(without_a_recipient_there_is_no_to),
	    cmocka_unit_test(a_contact_that_is_no_address_sends_nothing),
	    cmocka_unit_test(addresses_are_told_from_what_is_none),
	    cmocka_unit_test(no_value_can_add_a_header),
	    cmocka_unit_test(no_text_can_hold_the_boundary),
	    cmocka_unit_test(a_subject_in_another_script_is_encoded_and_folded),
	    cmocka_unit_test(a_long_plain_subject_is_folded_at_its_spaces),
	    cmocka_unit_test(a_name_with_signs_in_it_is_encoded),
	    cmocka_unit_test(a_body_is_quoted_printable),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
