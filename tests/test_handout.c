#include "kitted.h"

#include "desk/handout.h"

static const struct jsn *rows(const struct jsn *tree, const char *key)
{
	assert_int_equal(jsn_type(jsn_get(tree, key)), JSN_ARRAY);
	return jsn_get(tree, key);
}

static void check_block(const struct jsn *blocks, size_t i, const char *minutes, const char *words)
{
	const struct jsn *block = jsn_at(blocks, i, NULL);
	assert_string_equal(sought_string(block, "minutes"), minutes);
	if (!strstr(sought_string(block, "what"), words))
		fail_msg("\"%s\" lacks \"%s\"", sought_string(block, "what"), words);
}

static void the_blocks_of_the_hour_follow_each_other_to_its_end(void **state)
{
	struct kitted *kitted = kitted_open("en", false);
	struct jsn *tree = kitted_tree(kitted->set.world, kitted->layout, "situation-manual");
	const struct jsn *blocks = rows(tree, "blocks");
	(void)state;
	assert_int_equal(jsn_count(blocks), 5);
	check_block(blocks, 0, "0–5", "Opening");
	check_block(blocks, 1, "5–23", "from T+0:00 to T+4:00");
	check_block(blocks, 2, "23–36", "from T+4:00 to T+24:00");
	check_block(blocks, 3, "36–48", "from T+24:00 to T+100:00");
	check_block(blocks, 4, "48–60", "hot wash");
	jsn_free(tree);
	kitted_close(kitted);
}

static void the_manual_says_where_the_customers_are_and_who_asks_after_them(void **state)
{
	struct kitted *kitted = kitted_open("en", false);
	struct jsn *tree = kitted_tree(kitted->set.world, kitted->layout, "situation-manual");
	const struct jsn *korea = sought_row(rows(tree, "customers"), "country", "South Korea");
	(void)state;
	assert_string_equal(sought_string(korea, "people"), "7,010");
	assert_string_equal(sought_string(korea, "authority"), "PIPC");
	assert_int_equal(jsn_type(jsn_get(tree, "uncovered")), JSN_NULL);
	jsn_free(tree);
	kitted_close(kitted);
}

static void laws_and_contracts_stand_there_with_their_clocks(void **state)
{
	struct kitted *kitted = kitted_open("en", false);
	struct jsn *tree = kitted_tree(kitted->set.world, kitted->layout, "situation-manual");
	const struct jsn *clocks = rows(tree, "clocks");
	(void)state;
	assert_string_equal(sought_string(sought_row(clocks, "party", "PIPC"), "within"), "aware + 72h");
	assert_string_equal(sought_string(sought_row(clocks, "party", "PDPC"), "within"), "assessed + 3 calendar days");
	const struct jsn *contract = sought_row(clocks, "party", "Pasar+ marketplace");
	assert_string_equal(sought_string(contract, "law"), "Seller terms 14.2");
	assert_int_equal(jsn_type(jsn_get(contract, "when")), JSN_NULL);
	sought_row(clocks, "party", "Customers concerned (PIPC)");
	jsn_free(tree);
	kitted_close(kitted);
}

static void a_card_holds_what_its_role_does_decides_and_stops(void **state)
{
	struct kitted *kitted = kitted_open("en", false);
	struct jsn *tree = kitted_tree(kitted->set.world, kitted->layout, "role-cards");
	const struct jsn *card = sought_row(rows(tree, "cards"), "id", "it-admin");
	(void)state;
	assert_string_equal(sought_string(card, "person"), "Arif");
	assert_string_equal(sought_string(card, "deputy"), "Wei Jie");
	assert_int_equal(jsn_number(jsn_get(card, "owner"), 1), 0);
	const struct jsn *step = jsn_at(rows(card, "steps"), 0, NULL);
	assert_string_equal(sought_string(step, "instruction"),
	                    "Suspend the account in HubNest CRM under Admin, Users, and never press Delete");
	assert_string_equal(sought_string(step, "due"), "aware + 1h");
	assert_string_equal(sought_string(card, "stops"), "the log purge, the order feed");
	assert_int_equal(jsn_type(jsn_get(card, "resumes")), JSN_NULL);
	sought_row(rows(card, "systems"), "name", "HubNest CRM");
	const struct jsn *lead = sought_row(rows(tree, "cards"), "id", "incident-lead");
	assert_int_equal(jsn_number(jsn_get(lead, "owner"), 0), 1);
	assert_non_null(strstr(sought_string(lead, "approves"), "the first word to customers"));
	jsn_free(tree);
	kitted_close(kitted);
}

static void a_longer_drill_gives_a_card_its_extra_steps(void **state)
{
	size_t steps[2];
	(void)state;
	for (int extended = 0; extended < 2; extended++) {
		struct kitted *kitted = kitted_open("en", extended);
		struct jsn *tree = kitted_tree(kitted->set.world, kitted->layout, "role-cards");
		steps[extended] = jsn_count(rows(sought_row(rows(tree, "cards"), "id", "director"), "steps"));
		jsn_free(tree);
		kitted_close(kitted);
	}
	assert_true(steps[0] > 0);
	assert_true(steps[1] > steps[0]);
}

static void a_role_that_the_playbook_lacks_is_its_owners(void **state)
{
	struct small small = small_open(
	    "scenario 'small' { title = 'Small', synopsis = 'A test.', company = { name = 'Small Shop', timezone = "
	    "'Asia/Singapore', customers = { SG = 100 } }, starts = '2026-03-05 21:40', roles = { 'incident-lead', "
	    "'franchise' }, pace = { { to = '100h', takes = '20m' } }, truth = { aware = '1h' } }\n");
	struct diags diags;
	(void)state;
	diags_init(&diags);
	struct layout *layout = kitted_layout("en", &diags);
	struct jsn *tree = kitted_tree(small.world, layout, "sign-in");
	const struct jsn *row = sought_row(rows(tree, "roles"), "id", "franchise");
	assert_string_equal(sought_string(row, "role"), "franchise");
	assert_string_equal(sought_string(row, "person"), "Mei Lin");
	assert_int_equal(jsn_number(jsn_get(row, "lacking"), 0), 1);
	assert_int_equal(jsn_type(jsn_get(row, "reach")), JSN_NULL);
	jsn_free(tree);
	layout_free(layout);
	diags_free(&diags);
	small_close(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_blocks_of_the_hour_follow_each_other_to_its_end),
	    cmocka_unit_test(the_manual_says_where_the_customers_are_and_who_asks_after_them),
	    cmocka_unit_test(laws_and_contracts_stand_there_with_their_clocks),
	    cmocka_unit_test(a_card_holds_what_its_role_does_decides_and_stops),
	    cmocka_unit_test(a_longer_drill_gives_a_card_its_extra_steps),
	    cmocka_unit_test(a_role_that_the_playbook_lacks_is_its_owners),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
