#include "issued.h"

static const char holding[] = "customer-holding";

static void a_draft_is_the_newest_words_of_each_language_since_it_went_out(void **state)
{
	struct small *small = *state;
	struct statement two[] = {issued_statement("Old.", NULL, 0), issued_statement("Lama.", NULL, 0)};
	const struct statement *found;
	int kind = issued_kind(small, holding);
	const struct ledger *ledger = small->session->ledger;
	two[1].lang = "ms";
	assert_int_equal(approval_draft(ledger, small->world, kind, small->arena, &found), 0);
	issued_draft_of(small, holding, two, 2);
	issued_draft(small, holding, "New.", NULL);
	assert_int_equal(approval_draft(ledger, small->world, kind, small->arena, &found), 2);
	assert_string_equal(found[0].text, "Lama.");
	assert_string_equal(found[1].text, "New.");
	assert_int_equal(approval_draft(ledger, small->world, issued_kind(small, "press-line"), small->arena, &found),
	                 0);
	assert_non_null(issued_publish(small, holding, "no time"));
	assert_int_equal(approval_draft(ledger, small->world, kind, small->arena, &found), 0);
}

static void the_playbook_says_who_approves_and_else_its_owner_does(void **state)
{
	struct small *small = *state;
	int roles[APPROVAL_ROLES];
	assert_int_equal(approval_roles(small->world, issued_kind(small, holding), roles), 2);
	assert_int_equal(roles[0], small_name(small, NAMES_ROLE, "legal"));
	assert_int_equal(roles[1], small_name(small, NAMES_ROLE, "incident-lead"));
	assert_int_equal(approval_roles(small->world, issued_kind(small, "press-line"), roles), 1);
	assert_int_equal(roles[0], small_name(small, NAMES_ROLE, "incident-lead"));
}

static void the_first_missing_approval_is_told(void **state)
{
	struct small *small = *state;
	int kind = issued_kind(small, holding), legal = small_name(small, NAMES_ROLE, "legal");
	issued_draft(small, holding, "Words.", NULL);
	assert_int_equal(approval_missing(&small->session->state, kind), legal);
	issued_approve(small, holding, "legal");
	assert_true(approval_given(&small->session->state, kind, legal));
	assert_int_equal(approval_missing(&small->session->state, kind),
	                 small_name(small, NAMES_ROLE, "incident-lead"));
	assert_false(approval_given(&small->session->state, kind, small_name(small, NAMES_ROLE, "it-admin")));
}

static void what_holds_a_kind_back_holds_no_other(void **state)
{
	struct small *small = *state;
	int notices = small_name(small, NAMES_PAUSE, "notices"), ads = small_name(small, NAMES_PAUSE, "ads");
	assert_true(approval_holds(small->world, notices));
	assert_false(approval_holds(small->world, ads));
	assert_int_equal(approval_held(&small->session->state, issued_kind(small, holding)), NAMES_NONE);
	struct act act = issued_act(small, ACT_PAUSE, notices);
	act.why = "the police asked";
	assert_non_null(small_take(small, act));
	assert_int_equal(approval_held(&small->session->state, issued_kind(small, holding)), notices);
	assert_int_equal(approval_held(&small->session->state, issued_kind(small, "press-line")), NAMES_NONE);
}

static void a_value_stands_on_what_proves_it_now(void **state)
{
	struct small *small = *state;
	struct statement_value values[] = {
	    issued_number(small, "people", 9870, 0),
	    {.fact = NAMES_NONE,
	     .action = NAMES_NONE,
	     .moment = NAMES_NONE,
	     .value = SHAPE_UNSET,
	     .turn = 1,
	     .text = "a moment"},
	    {.fact = NAMES_NONE, .action = NAMES_NONE, .moment = NAMES_NONE, .value = SHAPE_UNSET, .text = "half"},
	};
	struct statement one = issued_statement("Words.", values, 2), all = issued_statement("Words.", values, 3);
	assert_ptr_equal(approval_unproved(small->world, small->session->ledger, &one), &values[0]);
	issued_verify(small, "people", 9870, NULL);
	assert_null(approval_unproved(small->world, small->session->ledger, &one));
	assert_ptr_equal(approval_unproved(small->world, small->session->ledger, &all), &values[2]);
	issued_verify(small, "people", 9900, NULL);
	assert_ptr_equal(approval_unproved(small->world, small->session->ledger, &one), &values[0]);
}

static void the_values_that_nothing_proves_are_named_once(void **state)
{
	struct small *small = *state;
	struct statement_value values[7];
	static const char *const said[] = {"half", "half", "a third", "a quarter", "a fifth", "a sixth"};
	struct statement one = issued_statement("Words.", values, 7), none = issued_statement("Words.", NULL, 0);
	for (size_t i = 0; i < 6; i++) {
		values[i] = issued_number(small, "people", 1, 0);
		values[i].text = said[i];
	}
	values[6] = values[5];
	values[6].text = "sixty-one bytes of one value, which nobody would read to its end";
	assert_string_equal(approval_unproved_words(small->world, small->session->ledger, &one, 1, small->arena),
	                    "\"half\", \"a third\", \"a quarter\", \"a fifth\" and 2 more");
	one.values = values + 6;
	one.nvalues = 1;
	assert_string_equal(approval_unproved_words(small->world, small->session->ledger, &one, 1, small->arena),
	                    "\"sixty-one bytes of one value, which nobody would read to its...\"");
	assert_null(approval_unproved_words(small->world, small->session->ledger, &none, 1, small->arena));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_draft_is_the_newest_words_of_each_language_since_it_went_out),
	    TEST(the_values_that_nothing_proves_are_named_once),
	    TEST(the_playbook_says_who_approves_and_else_its_owner_does),
	    TEST(the_first_missing_approval_is_told),
	    TEST(what_holds_a_kind_back_holds_no_other),
	    TEST(a_value_stands_on_what_proves_it_now),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
