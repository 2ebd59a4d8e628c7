#include "check.h"
#include "base/refusal.h"

#include <errno.h>

static const struct refusal own[] = {{EISDIR, "is a folder, not a journal"}, {EFBIG, "is too big"}, {0, NULL}};

static void own_words_come_before_those_for_any_file(void **state)
{
	(void)state;
	assert_string_equal(refusal_words(EISDIR, own), "is a folder, not a journal");
	assert_string_equal(refusal_words(EFBIG, own), "is too big");
	assert_string_equal(refusal_words(ENOSPC, own), "the disk is full; free some space");
}

static void an_error_without_words_has_the_systems(void **state)
{
	(void)state;
	assert_string_equal(refusal_words(EIO, own), strerror(EIO));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(own_words_come_before_those_for_any_file),
	    cmocka_unit_test(an_error_without_words_has_the_systems),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
