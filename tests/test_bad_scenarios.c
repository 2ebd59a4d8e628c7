#include "check.h"
#include "bad.h"

#include "desk/check.h"
#include "desk/check_code.h"

/* What `drill72 check` prints about the scenario. */
static void check(struct told *told, const char *name)
{
	struct text facts = {0};
	told->diags.codes = strncmp(name, "check-", 6) == 0;
	check_file(arena_printf(told->arena, "tests/bad/%s.lua", name), "tests/bad/small.yaml", &told->diags, &facts);
	diags_render(&told->diags, &told->out);
	text_add(&told->out, facts.len ? facts.data : "");
	text_free(&facts);
}

static void every_misuse_is_told_with_its_place_and_a_way_out(void **state)
{
	(void)state;
	bad_each("scenario-", NULL, check);
}

static void every_finding_has_a_file_that_gives_it_and_one_file_gives_none(void **state)
{
	(void)state;
	bad_each("check-", NULL, check);
}

static bool expected_somewhere(const char *code)
{
	char path[BAD_PATH], wanted[64];
	FILE *stream;
	snprintf(path, sizeof path, "tests/bad/check-%s.expected", code);
	snprintf(wanted, sizeof wanted, " [%s]\n", code);
	stream = fopen(path, "r");
	if (!stream)
		return false;
	fclose(stream);
	char *bytes = bad_slurp(path);
	bool found = strstr(bytes, wanted) != NULL;
	free(bytes);
	return found;
}

/* The rest is about files of other kinds, comments, tests, the day (test_check, test_check_allow, test_suite). */
static void every_code_that_a_scenario_can_give_has_a_file_of_its_name(void **state)
{
	static const char *const others[] = {"unreadable",      "template-fault", "search-missing", "country-uncovered",
	                                     "duty-unmet",      "law-stale",      "doubtful",       "allow-unknown",
	                                     "allow-unused",    "allow-unread",   "test-failed",    "test-refused",
	                                     "test-unreadable", "no-tests"};
	(void)state;
	for (size_t i = 0; check_code_at(i); i++) {
		bool other = false;
		for (size_t k = 0; k < sizeof others / sizeof *others; k++)
			other |= strcmp(others[k], check_code_at(i)->id) == 0;
		if (!other && !expected_somewhere(check_code_at(i)->id))
			fail_msg("no tests/bad/check-%s.lua gives that code", check_code_at(i)->id);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_misuse_is_told_with_its_place_and_a_way_out),
	    cmocka_unit_test(every_finding_has_a_file_that_gives_it_and_one_file_gives_none),
	    cmocka_unit_test(every_code_that_a_scenario_can_give_has_a_file_of_its_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
