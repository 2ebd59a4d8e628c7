#include "check.h"

#include "base/sms.h"
#include "base/text.h"

static struct text repeated(const char *s, int times)
{
	struct text text = {0};
	for (int i = 0; i < times; i++)
		text_add(&text, s);
	return text;
}

static struct sms count(const char *text)
{
	return sms_count(text, strlen(text));
}

static void nothing_takes_no_message(void **state)
{
	(void)state;
	assert_int_equal(count("").segments, 0);
	assert_int_equal(count("").units, 0);
	assert_false(count("").wide);
}

/* Every character of the table, written out as TS 23.038 has it, row by row. */
static void the_default_alphabet_takes_a_septet_each(void **state)
{
	static const char all[] = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
	                          "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
	(void)state;
	assert_false(count(all).wide);
	assert_int_equal(count(all).units, 127); /* 128 less the escape */
}

static void the_extension_takes_two(void **state)
{
	(void)state;
	assert_int_equal(count("\f^{}\\[~]|€").units, 20);
	assert_false(count("\f^{}\\[~]|€").wide);
}

static void what_looks_alike_is_outside(void **state)
{
	static const char *const outside[] = {"ç", "’", "–", "…", "`", "\t", "á", "₩", "\xc2\xa0", "α", "“"};
	(void)state;
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		assert_true(count(outside[i]).wide);
}

static void one_message_holds_160_and_its_parts_153(void **state)
{
	struct text full = repeated("a", 160), over = repeated("a", 161), two = repeated("a", 306);
	(void)state;
	assert_int_equal(count(full.data).segments, 1);
	assert_int_equal(count(full.data).left, 0);
	assert_int_equal(count(over.data).segments, 2);
	assert_int_equal(count(over.data).left, 145);
	assert_int_equal(sms_segment(over.data, over.len, 1), 153);
	assert_int_equal(count(two.data).segments, 2);
	assert_int_equal(count(two.data).left, 0);
	text_add(&two, "a");
	assert_int_equal(count(two.data).segments, 3);
	text_free(&full);
	text_free(&over);
	text_free(&two);
}

static void a_wide_message_holds_70_and_its_parts_67(void **state)
{
	struct text full = repeated("客", 70), over = repeated("客", 71);
	(void)state;
	assert_int_equal(count(full.data).segments, 1);
	assert_int_equal(count(over.data).segments, 2);
	assert_int_equal(sms_segment(over.data, over.len, 1), 67 * 3);
	assert_int_equal(count(over.data).left, 63);
	text_free(&full);
	text_free(&over);
}

static void the_first_character_outside_is_named(void **state)
{
	struct sms sms = count("Don’t click. 小心");
	(void)state;
	assert_true(sms.wide);
	assert_int_equal(sms.forced_by, 0x2019);
	assert_int_equal(sms.forced_at, 3);
	assert_int_equal(sms.units, 15);
	assert_int_equal(count("plain").forced_by, 0);
}

static void an_escape_is_never_split(void **state)
{
	struct text text = repeated("a", 152);
	(void)state;
	text_add(&text, "€bbbbbbbbbb");
	assert_int_equal(count(text.data).segments, 2);
	assert_int_equal(sms_segment(text.data, text.len, 1), 152);
	/* the septet left empty in the first part is not counted as used */
	assert_int_equal(count(text.data).units, 164);
	assert_int_equal(count(text.data).left, 153 - 12);
	text_free(&text);
}

static void a_surrogate_pair_is_never_split(void **state)
{
	struct text text = repeated("客", 66);
	(void)state;
	text_add(&text, "\xf0\x9f\x94\x92客客客");
	assert_int_equal(count(text.data).units, 71);
	assert_int_equal(count(text.data).segments, 2);
	assert_int_equal(sms_segment(text.data, text.len, 1), 66 * 3);
	text_free(&text);
}

static void an_escape_that_just_fits_stays(void **state)
{
	struct text text = repeated("a", 151);
	(void)state;
	text_add(&text, "€bbbbbbbbbb");
	assert_int_equal(sms_segment(text.data, text.len, 1), 154);
	text_free(&text);
}

static void past_the_last_segment_is_the_end(void **state)
{
	(void)state;
	assert_int_equal(sms_segment("abc", 3, 0), 0);
	assert_int_equal(sms_segment("abc", 3, 1), 3);
	assert_int_equal(sms_segment("", 0, 0), 0);
}

static void stray_bytes_count_as_replacements(void **state)
{
	(void)state;
	assert_int_equal(count("a\xff").forced_by, 0xfffd);
	assert_int_equal(count("a\xff").units, 2);
	assert_int_equal(sms_count("a\0b", 3).units, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_takes_no_message),
	    cmocka_unit_test(the_default_alphabet_takes_a_septet_each),
	    cmocka_unit_test(the_extension_takes_two),
	    cmocka_unit_test(what_looks_alike_is_outside),
	    cmocka_unit_test(one_message_holds_160_and_its_parts_153),
	    cmocka_unit_test(a_wide_message_holds_70_and_its_parts_67),
	    cmocka_unit_test(the_first_character_outside_is_named),
	    cmocka_unit_test(an_escape_is_never_split),
	    cmocka_unit_test(a_surrogate_pair_is_never_split),
	    cmocka_unit_test(an_escape_that_just_fits_stays),
	    cmocka_unit_test(past_the_last_segment_is_the_end),
	    cmocka_unit_test(stray_bytes_count_as_replacements),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
