#include "remarked.h"

#include "desk/check_reach.h"

static void assert_reach(const char *lua, const char *expected)
{
	assert_remarked(check_reach, lua, expected);
}

#define DECISION(id, option, rest)                                                                                     \
	"decision '" id "' { owner = 'support', objective = 'care', ask = 'What now?', " rest                          \
	" { id = 'a', 'One', " option " because = 'x' }, { id = 'b', 'Two', because = 'y' } }\n"

static void what_a_function_names_may_come(void **state)
{
	(void)state;
	assert_reach(SMALL_HEAD INJECT("late", "") DECISION(
	                 "what", "", "") "on 'copy-logs' { run = function(w) return { delivers = 'late', opens = "
	                                 "'what' } end }\n",
	             "");
	assert_reach(SMALL_HEAD INJECT("late", "") "-- run = function(w) return { delivers = 'late' } end\n",
	             "never-delivered: \"late\" never comes: it has no time, and nothing delivers it\n");
}

/* Only playing knows what these come to. */
static void what_a_function_may_name_without_writing_it_out_may_come(void **state)
{
	static const char *const runs[] = {"function(w) return { delivers = 'la' .. 'te', opens = 'what' } end",
	                                   "function(w) return { delivers = ids[1] } end",
	                                   "function(w) return effects end",
	                                   "function(w) return w.random(2) == 1 and effects or nil end", "bring"};
	(void)state;
	for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
		struct text lua = {0};
		text_addf(&lua,
		          "%slocal ids = { 'late' }\nlocal effects = { delivers = 'late' }\n"
		          "local function bring(w) return effects end\n%s%son 'copy-logs' { run = %s }\n",
		          SMALL_HEAD, INJECT("late", ""), DECISION("what", "", ""), runs[i]);
		assert_reach(lua.data, "");
		text_free(&lua);
	}
}

static void a_variable_may_be_read_and_a_fact_verified_by_a_name_that_is_made_up(void **state)
{
	(void)state;
	assert_reach(SMALL_HEAD
	             "var 'shut1' (false)\n" INJECT("first", "at = '0h', when = function(w) return w['shut' .. 1] end"),
	             "");
	assert_reach(SMALL_HEAD
	             "local which = 'people'\n"
	             "fact 'people' { kind = 'count', label = 'P', unit = 'people', verb = 'exported', truth = 9870 }\n"
	             "on 'copy-logs' { run = function(w) return { verifies = { [which] = 9870 } } end }\n",
	             "");
}

static void what_only_a_question_never_asked_delivers_never_comes(void **state)
{
	(void)state;
	assert_reach(SMALL_HEAD INJECT("echo", "") DECISION("what", "delivers = 'echo',", ""),
	             "never-delivered: \"echo\" never comes: it has no time, and nothing delivers it\n"
	             "never-opened: nothing ever asks \"what\"\n");
	assert_reach(SMALL_HEAD INJECT("first", "at = '0h', opens = 'what'") INJECT("echo", "")
	                 DECISION("what", "delivers = 'echo',", ""),
	             "");
}

static void what_a_late_answer_brings_comes(void **state)
{
	(void)state;
	assert_reach(SMALL_HEAD INJECT("first", "at = '0h', opens = 'what'") INJECT("echo", "")
	                 DECISION("what", "", "within = '1h', late = { delivers = 'echo' },"),
	             "");
}

static void a_variable_is_read_in_a_helper_too_but_not_by_being_set(void **state)
{
	(void)state;
	assert_reach(SMALL_HEAD "var 'shut' (false)\nlocal function closed(w) return w.shut end\n" INJECT(
	                 "first", "at = '0h', when = function(w) return closed(w) end"),
	             "");
	assert_reach(SMALL_HEAD "var 'shut' (false)\non 'copy-logs' { sets = { shut = true } }\n",
	             "variable-unread: no function ever reads \"shut\"\n");
}

#define COUNT "fact 'people' { kind = 'count', label = 'P', unit = 'people', verb = 'exported', truth = 9870 }\n"

static void a_fact_can_be_verified_by_an_effect_a_function_or_a_message(void **state)
{
	(void)state;
	assert_reach(SMALL_HEAD COUNT, "fact-unverifiable: nothing in the story lets anybody verify \"people\"\n");
	assert_reach(SMALL_HEAD COUNT "on 'copy-logs' { verifies = { people = 9870 } }\n", "");
	assert_reach(
	    SMALL_HEAD COUNT "on 'copy-logs' { run = function(w) return { verifies = { people = 9870 } } end }\n", "");
	assert_reach(SMALL_HEAD COUNT INJECT("first", "at = '0h', read_aloud = 'It is 9,870 people.'"), "");
	assert_reach(SMALL_HEAD COUNT INJECT("first", "at = '0h', subject = 'About 9870 rows'"), "");
	assert_reach(SMALL_HEAD COUNT INJECT("first", "at = '0h', read_aloud = 'It is 98.70.'"),
	             "fact-unverifiable: nothing in the story lets anybody verify \"people\"\n");
}

static void of_words_those_with_digits_have_to_be_said(void **state)
{
	(void)state;
	static const char fact[] = "fact 'where' { kind = 'text', label = 'W', truth = '203.0.113.7 and 22:18' }\n";
	struct text lua = {0};
	text_addf(&lua, "%s%s%s", SMALL_HEAD, fact, INJECT("first", "at = '0h', read_aloud = 'From 203.0.113.7'"));
	assert_reach(lua.data, "fact-unverifiable: nothing in the story lets anybody verify \"where\"\n");
	text_clear(&lua);
	text_addf(&lua, "%s%s%s", SMALL_HEAD, fact,
	          INJECT("first", "at = '0h', read_aloud = 'At 22:18, from 203.0.113.7'"));
	assert_reach(lua.data, "");
	text_free(&lua);
	assert_reach(SMALL_HEAD "fact 'how' { kind = 'text', label = 'H', truth = 'By an open door' }\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_a_function_names_may_come),
	    cmocka_unit_test(what_a_function_may_name_without_writing_it_out_may_come),
	    cmocka_unit_test(a_variable_may_be_read_and_a_fact_verified_by_a_name_that_is_made_up),
	    cmocka_unit_test(what_only_a_question_never_asked_delivers_never_comes),
	    cmocka_unit_test(what_a_late_answer_brings_comes),
	    cmocka_unit_test(a_variable_is_read_in_a_helper_too_but_not_by_being_set),
	    cmocka_unit_test(a_fact_can_be_verified_by_an_effect_a_function_or_a_message),
	    cmocka_unit_test(of_words_those_with_digits_have_to_be_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
