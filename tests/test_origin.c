#include "check.h"
#include "told.h"

#include "desk/origin.h"

#include <stdlib.h>
#include <unistd.h>

static struct origin origin; /* of the test that runs */

static int tear_down(void **state)
{
	origin_close(&origin);
	return told_teardown(state);
}

static bool open_it(struct told *told, struct origin_choice choice)
{
	return origin_open(&origin, &choice, &told->diags);
}

static void a_facts_file_is_a_matter_of_its_own_company(void **state)
{
	struct told *told = *state;
	assert_true(open_it(told, (struct origin_choice){.facts = "comms-templates/facts.example.yaml"}));
	assert_string_equal(origin.matter->company, "Kopi & Kain Pte Ltd");
	assert_true(origin.matter->exercise);
	assert_non_null(origin.id);
	assert_false(origin.newest);
	assert_string_equal(origin.path, "comms-templates/facts.example.yaml");
}

static void a_facts_file_that_is_not_there_is_told(void **state)
{
	struct told *told = *state;
	assert_false(open_it(told, (struct origin_choice){.facts = "not-there.yaml"}));
	assert_null(origin.matter);
	assert_int_equal(told->diags.errors, 1);
	assert_non_null(strstr(told_text(told), "not-there.yaml"));
}

static void a_playbook_that_is_not_there_is_told(void **state)
{
	struct told *told = *state;
	assert_false(open_it(
	    told, (struct origin_choice){.facts = "comms-templates/facts.example.yaml", .playbook = "sme-ecommerc"}));
	assert_non_null(strstr(told_text(told), "sme-ecommerce"));
}

static void a_journal_that_is_not_one_is_told(void **state)
{
	struct told *told = *state;
	assert_false(open_it(told, (struct origin_choice){.journal = "README.md"}));
	assert_null(origin.matter);
	assert_true(told->diags.errors > 0);
}

static void without_a_name_it_is_the_newest_record(void **state)
{
	struct told *told = *state;
	char folder[] = "/tmp/origin-XXXXXX";
	assert_non_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	assert_false(open_it(told, (struct origin_choice){.journal = NULL}));
	assert_true(origin.newest);
	assert_non_null(strstr(told_text(told), "no drill has been recorded yet"));
	rmdir(folder);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, told_setup, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(a_facts_file_is_a_matter_of_its_own_company), TEST(a_facts_file_that_is_not_there_is_told),
	    TEST(a_playbook_that_is_not_there_is_told),        TEST(a_journal_that_is_not_one_is_told),
	    TEST(without_a_name_it_is_the_newest_record),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
