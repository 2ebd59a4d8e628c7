#include "check.h"

#include "base/charset.h"

#include <string.h>

static struct text out;
static struct charset_found found;

static bool decode(const char *s)
{
	text_free(&out);
	text_add(&out, "");
	return charset_to_utf8(s, strlen(s), &out, &found);
}

static void names_mean_sets(void **state)
{
	(void)state;
	assert_int_equal(charset_named(""), CHARSET_UTF8);
	assert_int_equal(charset_named("UTF-8"), CHARSET_UTF8);
	assert_int_equal(charset_named("ISO-8859-1"), CHARSET_LATIN);
	assert_int_equal(charset_named("Windows-1252"), CHARSET_LATIN);
	assert_int_equal(charset_named("iso-8859-15"), CHARSET_UNKNOWN);
	assert_int_equal(charset_named("euc-kr"), CHARSET_UNKNOWN);
}

static void each_byte_of_windows_1252_has_its_sign(void **state)
{
	(void)state;
	assert_true(decode("charset=windows-1252\nCaf\xe9 \x93we\x92ve\x94 \x80 900 \x96 \xff\n"));
	assert_string_equal(out.data, "charset=windows-1252\nCafé “we’ve” € 900 – ÿ\n");
	assert_false(found.guessed);
}

static void a_line_that_is_utf_8_stays(void **state)
{
	(void)state;
	assert_true(decode("Subject: 공지\nContent-Type: text/plain; charset=\"iso-8859-1\"\n\nCaf\xe9\xe9\n공지\n"));
	assert_string_equal(out.data,
	                    "Subject: 공지\nContent-Type: text/plain; charset=\"iso-8859-1\"\n\nCaféé\n공지\n");
}

static void without_a_name_only_bytes_that_stand_alone_are_guessed(void **state)
{
	(void)state;
	assert_true(decode("We\x92ve told the caf\xe9.\n"));
	assert_string_equal(out.data, "We’ve told the café.\n");
	assert_true(found.guessed);
	assert_false(decode("\xb0\xed\xb0\xb4\xb4\xd4\n")); /* EUC-KR */
	assert_string_equal(found.name, "");
}

static void another_set_is_found_by_its_name(void **state)
{
	(void)state;
	assert_false(decode("Content-Type: text/plain; charset=ks_c_5601-1987\n\n\xb0\xed\n"));
	assert_string_equal(found.name, "ks_c_5601-1987");
	assert_int_equal(found.at, strlen("Content-Type: text/plain; charset="));
	assert_false(decode("<meta charset='euc-kr'>\xb0 a\n"));
	assert_string_equal(found.name, "euc-kr");
	assert_false(decode("charset=utf-8\n\xe9\n"));
	assert_true(decode("charset="));
	assert_true(decode("charset=\""));
}

static int tear_down(void **state)
{
	(void)state;
	text_free(&out);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_mean_sets),
	    cmocka_unit_test(each_byte_of_windows_1252_has_its_sign),
	    cmocka_unit_test(a_line_that_is_utf_8_stays),
	    cmocka_unit_test(without_a_name_only_bytes_that_stand_alone_are_guessed),
	    cmocka_unit_test(another_set_is_found_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, tear_down);
}
