#include "check.h"
#include "told.h"

#include "content/dossier.h"
#include "desk/shelf.h"
#include "exercise/restraint.h"

/* As of 6 March 2026, 08:00 in Singapore; read at `now`. */
static const char head[] = "case: kopi\nmode: incident\nat: 2026-03-06 08:00\n";
enum { MARCH_6 = 1772755200, MARCH_11 = 1773187200 };

struct kept {
	struct shelf_set set;
	struct matter *matter;
	struct shape_texts warnings;
};

static bool stands(struct told *told, int64_t now, const char *rest, const char *notice, struct kept *kept)
{
	const char *bytes = arena_printf(told->arena, "%s%s", head, rest);
	const struct file file = told_file(bytes);
	const struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct dossier *dossier = dossier_load(&file, now, &reader);
	struct shelf_choice choice = {.starts = dossier->starts, .company = &dossier->company};
	*kept = (struct kept){0};
	if (shelf_open(&choice, &told->diags, &kept->set))
		kept->matter = dossier_matter(dossier, kept->set.world, &reader);
	if (!kept->matter)
		fail_msg("%s", told_text(told));
	bool so = restraint_stands(kept->matter, notice);
	restraint_warn(kept->matter, notice, told->arena, &kept->warnings);
	shelf_close(&kept->set);
	return so;
}

static const char hold[] = "hold: { reason: the police asked, until: 2026-03-10 09:00 }\n";

static void a_hold_keeps_back_what_customers_read_until_its_end(void **state)
{
	struct told *told = *state;
	struct kept kept;
	assert_true(stands(told, MARCH_6, hold, "customer-holding", &kept));
	assert_int_equal(kept.warnings.n, 1);
	assert_string_equal(kept.warnings.v[0],
	                    "this notice is on hold until Tue 10 Mar 2026, 09:00: the police asked");
	assert_false(stands(told, MARCH_6, hold, "authority-sg-pdpa", &kept));
	assert_int_equal(kept.warnings.n, 0);
	assert_true(stands(told, MARCH_11, "hold: { reason: the police asked }\n", "customer-holding", &kept));
	assert_string_equal(kept.warnings.v[0], "this notice is on hold: the police asked");
}

static void a_hold_ends_though_the_facts_stand_as_they_did(void **state)
{
	struct kept kept;
	assert_false(stands(*state, MARCH_11, hold, "customer-holding", &kept));
	assert_int_equal(kept.warnings.n, 0);
	assert_true(kept.matter->hold.over);
}

static void an_authority_is_told_before_those_concerned(void **state)
{
	struct told *told = *state;
	struct kept kept;
	assert_true(stands(told, MARCH_6, "", "customer-confirmed", &kept));
	assert_int_equal(kept.warnings.n, 1);
	assert_string_equal(kept.warnings.v[0],
	                    "the PDPC is told first, or at the same time (PDPA s 26D(2); Regulations reg. 6): write "
	                    "sg-pdpa.authority under filed: once it was, or under despite: why people hear before it");
	assert_false(stands(told, MARCH_6, "", "customer-holding", &kept));
	assert_int_equal(kept.warnings.n, 0);
	assert_false(
	    stands(told, MARCH_6, "filed: { sg-pdpa.authority: 2026-03-06 07:00 }\n", "customer-confirmed", &kept));
	assert_int_equal(kept.warnings.n, 0);
}

static void a_reason_lets_people_hear_before_it_and_is_told(void **state)
{
	struct kept kept;
	assert_false(stands(*state, MARCH_6, "despite: { sg-pdpa.authority: the PDPC asked us by phone to go ahead }\n",
	                    "customer-confirmed", &kept));
	assert_int_equal(kept.warnings.n, 1);
	assert_string_equal(
	    kept.warnings.v[0],
	    "its readers hear before the PDPC does, and the reason is: the PDPC asked us by phone to go "
	    "ahead");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_hold_keeps_back_what_customers_read_until_its_end),
	    told_test(a_hold_ends_though_the_facts_stand_as_they_did),
	    told_test(an_authority_is_told_before_those_concerned),
	    told_test(a_reason_lets_people_hear_before_it_and_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
