#include "housed.h"

#include "bad.h"

#include "desk/origin.h"

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

/* What `drill72 check` and the others print of a facts file that can't be used. */
static void open_and_tell(struct told *told, const char *name)
{
	assert_false(
	    open_it(told, (struct origin_choice){.facts = arena_printf(told->arena, "tests/bad/%s.yaml", name)}));
	diags_render(&told->diags, &told->out);
	origin_close(&origin);
	origin = (struct origin){0};
}

static void what_a_facts_file_lacks_is_told_with_a_way_out(void **state)
{
	(void)state;
	bad_each("origin-", NULL, open_and_tell);
}

/* A playbook that only the folder of the facts file has. */
static void a_path_to_the_playbook_begins_at_the_facts_file(void **state)
{
	struct told *told = *state;
	struct housed home;
	housed_open(&home);
	const char *facts = arena_printf(told->arena, "%s/facts.yaml", home.folder);
	housed_put(arena_printf(told->arena, "%s/ours.yaml", home.folder),
	           told_shipped(told, "playbooks/sme-ecommerce.yaml").bytes);
	housed_put(facts, "case: a\nmode: incident\nplaybook: ours\ncompany: { contact: privacy@brot.de }\n");
	bool opened = open_it(told, (struct origin_choice){.facts = facts});
	housed_close(&home);
	assert_true(opened);
	assert_int_equal(origin.set.world->playbook->obligations.n, 3);
	assert_int_equal(told->diags.n, 1);
	assert_non_null(strstr(told_text(told), "ours.yaml:0:0: not yours yet, but the invented company's"));
}

static void a_playbook_on_no_shelf_is_told_where_the_file_names_it(void **state)
{
	struct told *told = *state;
	assert_false(open_it(told, (struct origin_choice){.facts = "tests/bad/unshelved-facts.yaml"}));
	assert_int_equal(told->diags.errors, 2); /* and the fault behind it */
	assert_non_null(strstr(told_text(told), "unshelved-facts.yaml:3:11: \"playbook\": \"sme-ecommerc\": no such "
	                                        "playbook; looked in ./playbooks"));
	assert_non_null(strstr(told_text(told), ", and beside this file ("));
	assert_non_null(strstr(told_text(told), "did you mean \"sme-ecommerce\"?"));
}

static void facts_that_stand_in_the_future_are_told(void **state)
{
	struct told *told = *state;
	struct housed home;
	housed_open(&home);
	const char *facts = arena_printf(told->arena, "%s/facts.yaml", home.folder);
	housed_put(facts, "case: a\nmode: incident\nat: 2100-01-01 10:00\nplaybook: sme-ecommerce\n"
	                  "company: { contact: privacy@brot.de }\n");
	bool opened = open_it(told, (struct origin_choice){.facts = facts});
	housed_close(&home);
	assert_true(opened);
	assert_int_equal(told->diags.n, 2); /* and whose playbook it is */
	assert_non_null(strstr(told_text(told), ":3:5: these facts stand in the future: it is "));
}

static void a_playbook_named_by_option_wins(void **state)
{
	struct told *told = *state;
	struct origin_choice choice = {.facts = "tests/bad/origin-path.yaml", .playbook = "sme-ecommerce"};
	assert_true(open_it(told, choice));
	assert_int_equal(told->diags.errors, 0);
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
	struct housed home;
	housed_open(&home);
	setenv("XDG_STATE_HOME", home.folder, 1);
	assert_false(open_it(told, (struct origin_choice){.journal = NULL}));
	assert_true(origin.newest);
	assert_non_null(strstr(told_text(told), "no drill has been recorded yet"));
	housed_close(&home);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, told_setup, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(a_facts_file_is_a_matter_of_its_own_company),
	    TEST(a_facts_file_that_is_not_there_is_told),
	    TEST(a_playbook_that_is_not_there_is_told),
	    TEST(a_journal_that_is_not_one_is_told),
	    TEST(without_a_name_it_is_the_newest_record),
	    cmocka_unit_test(what_a_facts_file_lacks_is_told_with_a_way_out),
	    TEST(a_path_to_the_playbook_begins_at_the_facts_file),
	    TEST(a_playbook_on_no_shelf_is_told_where_the_file_names_it),
	    TEST(facts_that_stand_in_the_future_are_told),
	    TEST(a_playbook_named_by_option_wins),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
