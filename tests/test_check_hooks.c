#include "small.h"

#include "desk/check_hooks.h"

static void assert_told(const char *lua, const char *expected)
{
	struct small small = small_open(lua);
	struct diags diags;
	struct text out = {0};
	diags_init(&diags);
	check_hooks(small.world, small.scenario, &diags);
	text_add(&out, "");
	for (size_t i = 0; i < diags.n; i++)
		text_addf(&out, "%d %s: %s\n", diags.v[i].line, diags.v[i].code, diags.v[i].message);
	assert_string_equal(out.data, expected);
	text_free(&out);
	diags_free(&diags);
	small_close(&small);
}

static void a_function_that_answers_is_fine(void **state)
{
	(void)state;
	assert_told(SMALL_HEAD "var 'shut' (false)\n"
	                       "at '2h' { when = function(w) return w.shut or w.now > 60 end }\n"
	                       "at '3h' { run = function(w) return { sets = { shut = true } } end }\n"
	                       "at '4h' { run = function(w) end }\n",
	            "");
}

static void a_function_that_fails_at_the_opening_is_told_at_its_line(void **state)
{
	(void)state;
	assert_told(SMALL_HEAD "var 'shut' (false)\n"
	                       "at '2h' { when = function() return w.shut end }\n"
	                       "at '3h' { run = function(w) return 7 end }\n",
	            "3 hook-fails: asked at the opening, this function fails: unknown word \"w\"\n"
	            "4 hook-fails: asked at the opening, this function fails: run answers with a table of effects, not "
	            "a number\n");
}

static void a_helper_that_two_hooks_share_fails_once(void **state)
{
	(void)state;
	assert_told(SMALL_HEAD "local function late(w)\n return w.now > '4h'\nend\n"
	                       "at '2h' { when = late }\nat '3h' { when = late }\n",
	            "3 hook-fails: asked at the opening, this function fails: a text is compared with a number; w.now "
	            "counts seconds, and 4h is 4 * 3600\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_function_that_answers_is_fine),
	    cmocka_unit_test(a_function_that_fails_at_the_opening_is_told_at_its_line),
	    cmocka_unit_test(a_helper_that_two_hooks_share_fails_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
