#include "proofed.h"

/* tests/notices/facts.yaml: cards were searched for in "the export's 14 columns", over "1 January to 5 March 2026". */
static void what_was_searched_for_a_verified_fact_may_be_told(void **state)
{
	assert_string_equal(proofed(*state, "We searched the export's 14 columns."), "");
	assert_string_equal(proofed(*state, "We have checked the columns of the export."), "");
}

static void a_search_that_no_fact_rests_on_is_told(void **state)
{
	assert_string_equal(
	    proofed(*state, "We searched every laptop."),
	    "1:1: no logged action says \"We searched every laptop.\": it sounds like search-misuse, which "
	    "is not logged\n");
	assert_string_equal(
	    proofed(*state, "We searched the export's columns and the dark web forums."),
	    "1:1: no logged action says \"We searched the export's columns and the dark web forums.\"\n");
	assert_string_equal(proofed(*state, "We encrypted the columns of the export."),
	                    "1:1: no logged action says \"We encrypted the columns of the export.\"\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(what_was_searched_for_a_verified_fact_may_be_told),
	    proofed_test(a_search_that_no_fact_rests_on_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
