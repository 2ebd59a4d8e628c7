#include "check.h"
#include "base/ascii.h"

static void only_bytes_of_ascii_are_letters_and_figures(void **state)
{
	(void)state;
	int letters = 0, digits = 0, changed = 0;
	for (int byte = 0; byte < 256; byte++) {
		char c = (char)byte;
		letters += ascii_letter(c);
		digits += ascii_digit(c);
		changed += ascii_lower(c) != c;
		assert_false(ascii_letter(c) && ascii_digit(c));
		assert_true(byte < 0x80 || (!ascii_letter(c) && !ascii_digit(c) && ascii_lower(c) == c));
	}
	assert_int_equal(letters, 52);
	assert_int_equal(digits, 10);
	assert_int_equal(changed, 26);
	assert_int_equal(ascii_lower('Q'), 'q');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_bytes_of_ascii_are_letters_and_figures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
