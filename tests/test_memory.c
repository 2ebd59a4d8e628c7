#include "check.h"
#include "base/memory.h"

static void what_is_given_is_zeroed_even_when_it_is_nothing(void **state)
{
	(void)state;
	unsigned char *given = memory_zeroed(300, 7);
	for (size_t i = 0; i < 300 * 7; i++)
		assert_int_equal(given[i], 0);
	free(given);
	given = memory_zeroed(0, 7);
	assert_non_null(given);
	free(given);
}

static void a_list_that_grows_keeps_what_is_in_it(void **state)
{
	(void)state;
	size_t n = 0, room = 0, moves = 0;
	int *list = NULL;
	for (; n < 1000; n++) {
		size_t before = room;
		list = memory_grown(list, n, &room, sizeof *list);
		assert_true(room > n);
		moves += room != before;
		list[n] = (int)n;
	}
	for (size_t i = 0; i < n; i++)
		assert_int_equal(list[i], i);
	assert_int_equal(moves, 6);
	free(list);
}

static void what_is_there_is_handed_on(void **state)
{
	(void)state;
	int here;
	assert_ptr_equal(memory_need(&here), &here);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_given_is_zeroed_even_when_it_is_nothing),
	    cmocka_unit_test(a_list_that_grows_keeps_what_is_in_it),
	    cmocka_unit_test(what_is_there_is_handed_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
