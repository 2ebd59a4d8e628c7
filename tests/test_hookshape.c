#include "check.h"

#include "content/hookshape.h"

static struct hookshape shape_of(const char *lua)
{
	return hookshape_of(&(struct file){"test.lua", lua, strlen(lua)});
}

static void ids_in_quotes_are_written_out(void **state)
{
	static const char *const written[] = {
	    "",
	    "run = function(w) return { delivers = 'a' } end",
	    "run = function(w) return { delivers = { 'a', \"b\", } , opens = {} } end",
	    "run = function(w) if w.x then return { opens = 'q' } elseif w.y then return {} end return nil end",
	    "run = function(w) return w.x and not w:done 'y' and { opens = 'q' } or nil end",
	    "run = function(w) return end",
	    "run = function(w) return { sets = { n = w.n + more }, moment = when() } end",
	    "opens = 'q' .. 1",
	    "run == f",
	    "local run",
	    "when = function(w) return helper(w) end"};
	(void)state;
	for (size_t i = 0; i < sizeof written / sizeof *written; i++)
		if (shape_of(written[i]).brings)
			fail_msg("%s", written[i]);
}

static void ids_that_are_made_or_fetched_are_not(void **state)
{
	static const char *const unwritten[] = {"run = function(w) return { delivers = 'a' .. 'b' } end",
	                                        "run = function(w) return { delivers = { 'a', b } } end",
	                                        "run = function(w) return { opens = b } end",
	                                        "run = function(w) return { opens = ids[2] } end",
	                                        "run = function(w) return { opens = [[q]] } end",
	                                        "run = function(w) return { opens = 'q\\49' } end",
	                                        "run = function(w) return { opens = { 'q' }[1] } end",
	                                        "run = function(w) return { opens = ('q'):rep(1) } end",
	                                        "run = function(w) return bring(w) end",
	                                        "run = function(w) if w.x then return known end end",
	                                        "run = function(w) return w.x and known or nil end",
	                                        "run = bring",
	                                        "run = function(w) local t = {} t.opens = x end",
	                                        "run = function(w) return { opens = ",
	                                        "run = function(w) return { delivers = {"};
	(void)state;
	for (size_t i = 0; i < sizeof unwritten / sizeof *unwritten; i++)
		if (!shape_of(unwritten[i]).brings)
			fail_msg("%s", unwritten[i]);
}

static void a_view_that_is_indexed_may_be_asked_for_any_variable(void **state)
{
	(void)state;
	assert_true(shape_of("when = function(w) return w[name] end").reads);
	assert_true(shape_of("when = function(w) return w['a' .. 1] end").reads);
	assert_true(shape_of("local function f(view, x) return view['a' .. x] == 1 or view[x] end").reads);
	assert_false(shape_of("when = function(w) return w['a'] and ids[w.n] == 1 end").reads);
}

static void a_fact_by_a_key_that_is_made_up_may_be_any(void **state)
{
	(void)state;
	assert_true(shape_of("run = function(w) return { verifies = { [name] = 3 } } end").verifies);
	assert_true(shape_of("run = function(w) return { verifies = { ['rows' .. 1] = 3 } } end").verifies);
	assert_true(shape_of("run = function(w) return { verifies = known } end").verifies);
	assert_true(shape_of("run = function(w) return known end").verifies);
	assert_false(shape_of("run = function(w) return { verifies = { people = w.n, ['rows'] = 3 } } end").verifies);
}

static bool asks(const char *lua)
{
	return hookshape_asks(&(struct file){"test.lua", lua, strlen(lua)}, "who");
}

static void a_decision_is_asked_about_by_its_id_or_by_any(void **state)
{
	(void)state;
	assert_true(asks("when = function(w) return w:chose 'who' == 'a' end"));
	assert_true(asks("when = function(w) return w:chose(\"who\") end"));
	assert_true(asks("local function f(view) return view:chose(id) end"));
	assert_true(asks("when = function(w) return w:chose('wh' .. 'o') end"));
	assert_true(asks("when = function(w) return w:chose [[what]] end"));
	assert_false(asks("when = function(w) return w:chose 'what' == 'who' or w:chose('what') end"));
	assert_false(asks("-- w:chose 'who'\nopens = 'who'"));
	assert_false(asks(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ids_in_quotes_are_written_out),
	    cmocka_unit_test(ids_that_are_made_or_fetched_are_not),
	    cmocka_unit_test(a_view_that_is_indexed_may_be_asked_for_any_variable),
	    cmocka_unit_test(a_decision_is_asked_about_by_its_id_or_by_any),
	    cmocka_unit_test(a_fact_by_a_key_that_is_made_up_may_be_any),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
