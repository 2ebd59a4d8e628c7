#include "check.h"
#include "desk/intake.h"

#include <locale.h>

static void half_a_paste_mark_is_held_until_it_is_settled(void **state)
{
	struct intake intake = {.terminal = true};
	(void)state;
	intake_add(&intake, "a\033", 2);
	assert_int_equal(intake_key(&intake), 'a');
	assert_int_equal(intake_key(&intake), -1);
	assert_true(intake_held(&intake));
	intake_settle(&intake);
	assert_false(intake_held(&intake));
	assert_int_equal(intake_key(&intake), 033);
	intake_add(&intake, "\033[20", 4);
	intake_add(&intake, "0~\003b\r\rc", 7);
	assert_int_equal(intake_key(&intake), 'b');
	assert_int_equal(intake_key(&intake), '\r');
	assert_int_equal(intake_peek(&intake), 'c');
	intake_drop(&intake);
	intake_add(&intake, "\003", 1);
	assert_int_equal(intake_key(&intake), 3);
	intake_free(&intake);
}

static void a_line_is_whole_or_nothing(void **state)
{
	struct intake intake = {0};
	struct text line = {0};
	(void)state;
	assert_int_equal(intake_line(&intake, true, &line), INTAKE_NOTHING);
	intake_add(&intake, "one\r\ntw", 7);
	assert_int_equal(intake_line(&intake, false, &line), INTAKE_LINE);
	assert_string_equal(line.data, "one");
	assert_int_equal(intake_line(&intake, false, &line), INTAKE_NOTHING);
	assert_int_equal(intake_line(&intake, true, &line), INTAKE_LINE);
	assert_string_equal(line.data, "tw");
	assert_int_equal(intake_line(&intake, true, &line), INTAKE_NOTHING);
	text_free(&line);
	intake_free(&intake);
}

static void a_long_line_takes_no_memory_and_is_told_once(void **state)
{
	struct intake intake = {0};
	struct text line = {0};
	char piece[1000];
	(void)state;
	memset(piece, 'x', sizeof piece);
	for (int i = 0; i < 5000; i++) {
		intake_add(&intake, piece, sizeof piece);
		assert_int_equal(intake_line(&intake, false, &line), INTAKE_NOTHING);
	}
	assert_true(intake.raw.cap < 20000);
	intake_add(&intake, "\ntwo\n", 5);
	assert_int_equal(intake_line(&intake, false, &line), INTAKE_TOO_LONG);
	assert_int_equal(intake_line(&intake, false, &line), INTAKE_LINE);
	assert_string_equal(line.data, "two");
	text_free(&line);
	intake_free(&intake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(half_a_paste_mark_is_held_until_it_is_settled),
	    cmocka_unit_test(a_line_is_whole_or_nothing),
	    cmocka_unit_test(a_long_line_takes_no_memory_and_is_told_once),
	};
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
