#include "check.h"
#include "told.h"

#include "content/dossier.h"
#include "desk/shelf.h"

/* Reads a facts file that ends so; false when it is refused. */
static bool reads(struct told *told, const char *rest, const char **reason)
{
	const char *bytes = arena_printf(told->arena, "case: kopi\nmode: incident\nat: 2026-03-06 08:00\n%s", rest);
	const struct file file = told_file(bytes);
	const struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct dossier *dossier = dossier_load(&file, 0, &reader);
	struct shelf_choice choice = {.starts = dossier->starts, .company = &dossier->company};
	struct shelf_set set = {0};
	const struct matter *matter = NULL;
	if (shelf_open(&choice, &told->diags, &set))
		matter = dossier_matter(dossier, set.world, &reader);
	int pdpc = matter ? names_find(&set.world->names, NAMES_DEADLINE, "sg-pdpa.authority") : NAMES_NONE;
	*reason = matter ? matter->clocks[pdpc].despite : NULL;
	shelf_close(&set);
	return matter;
}

static void a_reason_stands_with_the_authority_that_a_law_has_told_first(void **state)
{
	const char *reason;
	assert_true(reads(*state, "despite: { sg-pdpa.authority: it asked us to go ahead }\n", &reason));
	assert_string_equal(reason, "it asked us to go ahead");
	assert_true(reads(*state, "filed: { sg-pdpa.authority: 2026-03-06 07:00 }\n", &reason));
	assert_null(reason);
}

static void a_reason_that_no_law_asks_for_is_refused(void **state)
{
	struct told *told = *state;
	const char *reason;
	assert_false(reads(told, "despite: { kr-pipa.authority: no time, sg-pdpa.autority: no time }\n", &reason));
	assert_int_equal(told->diags.errors, 2);
	assert_string_equal(told->diags.v[0].message,
	                    "no law has people wait for kr-pipa.authority: it needs no reason here");
	assert_string_equal(told->diags.v[1].hint, "did you mean \"sg-pdpa.authority\"?");
}

static void a_list_of_reasons_is_refused(void **state)
{
	struct told *told = *state;
	const char *reason;
	assert_false(reads(told, "despite: [sg-pdpa.authority]\n", &reason));
	assert_string_equal(told->diags.v[0].message, "\"despite\": expected a map from ids to reasons, found a list");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_reason_stands_with_the_authority_that_a_law_has_told_first),
	    told_test(a_reason_that_no_law_asks_for_is_refused),
	    told_test(a_list_of_reasons_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
