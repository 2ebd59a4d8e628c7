#include "check.h"
#include "told.h"

#include "desk/leftover.h"
#include "desk/shelf.h"

/* The shipped playbook, every contact of which is made our own. */
static struct shelf_set make_own(struct told *told)
{
	const struct shelf_choice choice = {.t0 = 1772735460};
	struct shelf_set set;
	if (!shelf_open(&choice, &told->diags, &set))
		fail_msg("%s", told_text(told));
	struct playbook *playbook = set.world->playbook;
	struct playbook_role *roles = playbook->roles.v;
	struct playbook_obligation *obligations = playbook->obligations.v;
	struct playbook_system *systems = playbook->systems.v;
	for (size_t i = 0; i < playbook->roles.n; i++)
		roles[i].reach = "+65 6222 3344";
	for (size_t i = 0; i < playbook->obligations.n; i++) {
		obligations[i].party = "Kedai Pay";
		obligations[i].contact = "risk@kedai.sg";
	}
	for (size_t i = 0; i < playbook->systems.n; i++)
		systems[i].vendor = NULL;
	return set;
}

static void a_playbook_of_ones_own_is_told_nothing(void **state)
{
	struct told *told = *state;
	struct shelf_set set = make_own(told);
	leftover_tell(set.world, &told->diags);
	assert_string_equal(told_text(told), "");
	shelf_close(&set);
}

static void what_is_left_of_the_example_is_told_once(void **state)
{
	struct told *told = *state;
	struct shelf_set set = make_own(told);
	struct playbook *playbook = set.world->playbook;
	((struct playbook_role *)playbook->roles.v)[1].reach = "+65 5550 0102";
	((struct playbook_obligation *)playbook->obligations.v)[0].party = "Pasar+ marketplace";
	((struct playbook_system *)playbook->systems.v)[0].vendor = "help@another.example";
	leftover_tell(set.world, &told->diags);
	assert_string_equal(
	    told_text(told),
	    "playbooks/sme-ecommerce.yaml:0:0: not yours yet, but the invented company's that drill72 "
	    "comes with: how to reach it-admin; contracts with Pasar+ marketplace; vendors of crm; forms "
	    "and the page for counsel name them\n");
	shelf_close(&set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_playbook_of_ones_own_is_told_nothing),
	    told_test(what_is_left_of_the_example_is_told_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
