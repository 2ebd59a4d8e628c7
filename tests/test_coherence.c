#include "storied.h"

static void an_inject_has_one_time(void **state)
{
	refused(state, INJECT("a", ",'at':'1h','by':'2h','unless':'open-incident'"),
	        "f:0:0: an inject has one of `at`, `after` and `by`, not several\n");
	refused(state, INJECT("a", ",'delay':'1h'"), "f:0:0: `delay` counts from another inject: it needs `after`\n");
	refused(state, INJECT("a", ",'unless':'open-incident'"),
	        "f:0:0: `unless` needs `by`: the time at which it is looked at\n");
	refused(state, INJECT("a", ",'by':'1h'"), "f:0:0: `by` needs `unless`: the action that keeps this away\n");
}

static void nothing_waits_for_itself(void **state)
{
	refused(state,
	        INJECT("x", ",'after':'a'") INJECT("a", ",'after':'c'") INJECT("b", ",'after':'a'")
	            INJECT("c", ",'after':'b'"),
	        "f:0:0: this inject waits for itself: `after` goes in a circle\n");
	refused(state, INJECT("a", ",'after':'a'"), "f:0:0: this inject waits for itself: `after` goes in a circle\n");
}

static void nothing_comes_after_the_end(void **state)
{
	struct names names;

	assert_non_null(load(*state, &names, INJECT("a", ",'at':'10h'")));
	refused(state, INJECT("a", ",'at':'10h1'"),
	        "f:0:0: a can never come: EndEx is at T+10:00 (the last `to` of `pace`)\n");
	refused(state, INJECT("a", ",'at':'6h'") INJECT("b", ",'after':'a','delay':'5h'"),
	        "f:0:0: b can never come: EndEx is at T+10:00 (the last `to` of `pace`)\n");
	refused(state, OTHER("at", "52h", "{}"),
	        "f:0:0: at:52h can never come: EndEx is at T+10:00 (the last `to` of `pace`)\n");
}

static void options_are_told_apart(void **state)
{
	refused(state, DECISION("what", ",'#':[{'id':'a','#':['This']}]"),
	        "f:0:0: a decision has two to six options\n");
	refused(state, DECISION("what", ",'#':[{'id':'a','#':['This']},{'id':'a','#':['That']}]"),
	        "f:0:0: an id used twice: option \"a\" stands on line 0 already\n");
	refused(state, DECISION("what", ",'#':[{'id':'a','#':['This']},{'#':['That']}]"),
	        "f:0:0: an option needs \"id\"\n");
	refused(state,
	        DECISION("what", ",'default':'later','closes':'2h','#':[{'id':'late','#':['This']},"
	                         "{'id':'b','#':['That']}]"),
	        "f:0:0: `default` names no option: \"later\" (did you mean \"late\"?)\n");
}

static void limits_of_a_decision_follow_each_other(void **state)
{
	refused(state, DECISION("what", ",'within':'1h','closes':'1h'," TWO),
	        "f:0:0: `closes` must be later than `within`\n");
	refused(state, DECISION("what", ",'default':'a'," TWO),
	        "f:0:0: `default` needs `closes`: the time at which it is taken\n");
	refused(state, DECISION("what", ",'late':{'does':'open-incident'}," TWO),
	        "f:0:0: `late` needs `within`: the time at which it applies\n");
	refused(state, DECISION("what", ",'takes':'1h'," TWO), "f:0:0: unknown key \"takes\" in a decision\n");
}

static void the_core_stands_alone(void **state)
{
	struct names names;

	refused(state, INJECT("a", ",'opens':'what'") DECISION("what", ",'extra':true," TWO),
	        "f:0:0: the core cut leans on something extra: decision \"what\"\n");
	refused(state, INJECT("a", ",'extra':true,'at':'0h'") INJECT("b", ",'after':'a'"),
	        "f:0:0: the core cut leans on something extra: inject \"a\"\n");
	refused(state, INJECT("a", ",'extra':true") OTHER("on", "open-incident", "{'delivers':'a'}"),
	        "f:0:0: the core cut leans on something extra: inject \"a\"\n");
	assert_non_null(load(*state, &names,
	                     INJECT("a", ",'extra':true,'opens':'what'") DECISION("what", ",'extra':true," TWO)
	                         OTHER("on", "open-incident", "{'extra':true,'delivers':'a'}")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(an_inject_has_one_time),
	    told_test(nothing_waits_for_itself),
	    told_test(nothing_comes_after_the_end),
	    told_test(options_are_told_apart),
	    told_test(limits_of_a_decision_follow_each_other),
	    told_test(the_core_stands_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
