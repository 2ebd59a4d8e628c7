#include "remarked.h"

#include "desk/check_prose.h"

/* So many decisions, each of the same two options; the better one first, or in turn first and last. */
static void assert_looks(int decisions, bool in_turn, const char *better, const char *worse, const char *expected)
{
	struct text lua = {0};
	text_add(&lua, SMALL_HEAD);
	for (int i = 0; i < decisions; i++) {
		bool first = !in_turn || i % 2 == 0;
		text_addf(&lua, "decision 'what-%d' { owner = 'support', objective = 'care', ask = 'What?',\n", i);
		text_addf(&lua, "{ id = 'a', '%s', score = { care = %d }, because = 'x' },\n", first ? better : worse,
		          first ? 2 : 1);
		text_addf(&lua, "{ id = 'b', '%s', score = { care = %d }, because = 'y' } }\n", first ? worse : better,
		          first ? 1 : 2);
	}
	assert_remarked(check_prose, lua.data, expected);
	text_free(&lua);
}

static void a_best_option_that_always_looks_the_same_is_told(void **state)
{
	(void)state;
	assert_looks(4, true, "Ring her at once", "Wait",
	             "recognisable: the best option is the longest in 4 of 4 decisions\n");
	assert_looks(4, true, "Wait", "Ring her now",
	             "recognisable: the best option is the shortest in 4 of 4 decisions\n");
	assert_looks(4, true, "Check it", "Ring her",
	             "recognisable: the best option is the only careful one in its words in 4 of 4 decisions\n");
	assert_looks(4, false, "Ring her", "Leave it",
	             "recognisable: the best option is the first in the file in 4 of 4 decisions\n");
}

static void a_word_is_careful_as_a_whole_only(void **state)
{
	(void)state;
	assert_looks(4, true, "Checkers", "Ring her", "");
	assert_looks(4, true, "We CHECK", "Ring her",
	             "recognisable: the best option is the only careful one in its words in 4 of 4 decisions\n");
}

static void in_two_decisions_a_habit_is_chance(void **state)
{
	(void)state;
	assert_looks(2, false, "Ring her at once", "Wait", "");
}

static void points_without_a_reason_are_told_and_effects_without_are_not(void **state)
{
	(void)state;
	assert_remarked(check_prose,
	                SMALL_HEAD "var 'door' (true)\non 'copy-logs' { score = { care = 1 } }\n"
	                           "on 'open-incident' { critical = 'lost' }\non 'suspend-account' { sets = { door = "
	                           "false } }\nat '1h' { sets = { door = false } }\n",
	                "because-missing: \"on:copy-logs\" has no `because`\n"
	                "because-missing: \"on:open-incident\" has no `because`\n");
	assert_remarked(check_prose,
	                SMALL_HEAD
	                "decision 'what' { owner = 'support', objective = 'care', ask = 'What?', within = '1h',\n"
	                "{ id = 'a', 'One' }, { id = 'b', 'Two', because = 'y' }, late = { score = { care = -1 "
	                "} } }\n",
	                "because-missing: option \"a\" has no `because`\n"
	                "because-missing: `late` of \"what\" has no `because`\n");
}

static void what_is_marked_as_to_be_written_is_told(void **state)
{
	(void)state;
	assert_remarked(check_prose,
	                SMALL_HEAD
	                "inject 'a' { at = '1h', from = '(to be written)', to = 'support', channel = 'chat', "
	                "text = { en = 'Hm.', zh = '(to be written)' } }\n"
	                "decision 'what' { owner = 'support', objective = 'care', ask = 'To be written?', "
	                "probes = { 'Who?', '(to be written) Why?' }, "
	                "{ id = 'a', '(to be written)', because = 'x' }, "
	                "{ id = 'b', 'Two', because = 'y' } }\n",
	                "text-unwritten: `from` is still to be written\n"
	                "text-unwritten: `zh` is still to be written\n"
	                "text-unwritten: this text is still to be written\n"
	                "text-unwritten: `probes` is still to be written\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_best_option_that_always_looks_the_same_is_told),
	    cmocka_unit_test(a_word_is_careful_as_a_whole_only),
	    cmocka_unit_test(in_two_decisions_a_habit_is_chance),
	    cmocka_unit_test(points_without_a_reason_are_told_and_effects_without_are_not),
	    cmocka_unit_test(what_is_marked_as_to_be_written_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
