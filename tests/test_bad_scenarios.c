#include "check.h"
#include "bad.h"

#include "desk/check.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_misuse_is_told_with_its_place_and_a_way_out),
	    cmocka_unit_test(every_finding_has_a_file_that_gives_it_and_one_file_gives_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
