#include "check.h"

#include "bad.h"

#include "desk/check.h"

#include <glob.h>

static void check_path(struct told *told, const char *path)
{
	struct text facts = {0};
	check_file(path, NULL, &told->diags, &facts);
	diags_render(&told->diags, &told->out);
	text_add(&told->out, facts.len ? facts.data : "");
	text_free(&facts);
}

/* What `drill72 check` prints about the notice, whose language is in its file's name. */
static void check(struct told *told, const char *name)
{
	glob_t found;
	assert_int_equal(glob(arena_printf(told->arena, "tests/bad/%s.??.mustache", name), 0, NULL, &found), 0);
	check_path(told, found.gl_pathv[0]);
	globfree(&found);
}

static void every_misuse_is_told_with_its_place_and_a_way_out(void **state)
{
	(void)state;
	bad_each("notice-", NULL, check);
}

static void every_shipped_file_passes_without_a_warning(void **state)
{
	struct told *told = *state;
	glob_t found;
	assert_int_equal(glob("comms-templates/*", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct text facts = {0};
		check_file(found.gl_pathv[i], NULL, &told->diags, &facts);
		text_free(&facts);
	}
	globfree(&found);
	diags_render(&told->diags, &told->out);
	if (told->diags.n)
		fail_msg("%s", told->out.data);
}

static void a_page_that_does_not_compile_is_told(void **state)
{
	struct told *told = *state;
	check_path(told, "tests/bad/template-sections.mustache");
	assert_true(told->diags.errors > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_misuse_is_told_with_its_place_and_a_way_out),
	    told_test(every_shipped_file_passes_without_a_warning),
	    told_test(a_page_that_does_not_compile_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
