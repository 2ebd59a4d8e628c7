#include "storied.h"

static void items_are_numbered_injects_first(void **state)
{
	static const char *const expected[] = {
	    "second", "first", "at:2h", "at:2h#2", "on:open-incident", "on:open-incident#2", "land:what"};
	struct names names;
	struct story *story =
	    load(*state, &names,
	         OTHER("on", "open-incident", "{}") OTHER("at", "2h", "{}") INJECT("second", ",'at':'1h'")
	             OTHER("at", "2h", "{}") OTHER("on", "open-incident", "{}")
	                 DECISION("what", ",'#':[{'id':'a','#':['This'],'takes':'2h'},{'id':'b','#':['That']}]")
	                     INJECT("first", ",'after':'second','delay':'1h'"));

	assert_non_null(story);
	assert_int_equal(story->nitems, 7);
	assert_int_equal(names.of[NAMES_ITEM].n, 7);
	for (int i = 0; i < 7; i++) {
		assert_string_equal(story->items[i].entry.id, expected[i]);
		assert_string_equal(names_id(&names, NAMES_ITEM, i), expected[i]);
	}
	assert_int_equal(story->items[1].after_item, 0);
	assert_int_equal(story->items[2].at, 7200);
	assert_int_equal(story->items[4].action, names_find(&names, NAMES_ACTION, "open-incident"));
	assert_int_equal(story->items[6].kind, STORY_LAND);
	assert_int_equal(story->items[6].decision, 0);
}

static void defaults_stand_where_nothing_is_said(void **state)
{
	struct names names;
	struct story *story = load(*state, &names,
	                           INJECT("one", "") DECISION("what", "," TWO)
	                               OTHER("objective", "care", "{'#':['They are helped'],'weight':30}"));

	assert_non_null(story);
	assert_int_equal(story->objectives[0].weight, 20);
	assert_int_equal(story->objectives[6].weight, 30);
	assert_string_equal(story->objectives[6].text, "They are helped");
	assert_int_equal(story->decisions[0].discuss, 180);
	assert_int_equal(story->decisions[0].default_option, NAMES_NONE);
	assert_int_equal(story->items[0].hook, NAMES_NONE);
	assert_int_equal(story->items[0].at, SHAPE_UNSET);
	assert_int_equal(story_end(story), 36000);
	assert_int_equal(names.of[NAMES_OBJECTIVE].n, STORY_OBJECTIVES);
}

static void options_go_by_id(void **state)
{
	struct names names;
	struct story *story = load(*state, &names,
	                           DECISION("what", ",'default':'b','closes':'2h','#':[{'id':'2','#':['This']},"
	                                            "{'id':'b','#':['That']},{'id':'c','#':['Else']}]"));
	const struct story_decision *decision;

	assert_non_null(story);
	decision = story->decisions;
	assert_int_equal(decision->default_option, 1);
	assert_int_equal(story_option(decision, "b"), 1);
	assert_int_equal(story_option(decision, "2"), 0);
	assert_int_equal(story_option(decision, "3"), NAMES_NONE);
	assert_int_equal(story_option(decision, "x"), NAMES_NONE);
	assert_string_equal(story_option_at(decision, 2)->words, "Else");
}

static void hooks_are_numbered_by_name(void **state)
{
	struct names names;
	struct shape_reader reader = declared_reader(*state);
	struct effects effects;
	struct story *story = load(*state, &names,
	                           OTHER("var", "calls", "0") INJECT("one", ",'when':{'hook':'inject:one.when'}")
	                               OTHER("on", "open-incident", "{'run':{'hook':'on:open-incident.run'}}"));

	assert_non_null(story);
	assert_int_equal(story->hooks.n, 2);
	assert_string_equal(story->hooks.v[story->items[0].hook], "inject:one.when");
	assert_int_equal(story->items[1].effects.v[0].kind, EFFECT_RUN);
	assert_string_equal(story->hooks.v[story->items[1].effects.v[0].ref], "on:open-incident.run");
	assert_true(story_effects(story, &reader, &names, declared_nodes(*state, "{'sets':{'calls':4}}"), &effects));
	assert_int_equal(effects.v[0].value, 4);
	assert_false(story_effects(story, &reader, &names, declared_nodes(*state, "{'sets':{'call':4}}"), &effects));
	refused(
	    state, INJECT("one", ",'when':true"),
	    "f:0:0: \"when\": expected a function, found true or false (write when = function(w) return ... end)\n");
}

static void an_empty_story_is_for_incidents(void **state)
{
	struct names names = declared_names(*state);
	struct shape_reader reader = declared_reader(*state);
	struct story *story = story_load(NULL, &reader, &names);

	assert_non_null(story);
	assert_int_equal(story->nitems + story->ndecisions, 0);
	assert_int_equal(story_end(story), INT32_MAX);
	assert_int_equal(story->truth[SHAPE_AWARE], SHAPE_UNSET);
	assert_int_equal(names.of[NAMES_MOMENT].n, SHAPE_MOMENTS);
}

static void a_file_tells_one_story(void **state)
{
	struct names names;

	assert_null(load_all(*state, &names, "[]"));
	assert_told(*state, "f:0:0: a scenario needs a `scenario \"its-id\" { ... }`\n");
	refused(state, OTHER("scenario", "t", "{}"), "f:0:0: a second `scenario`: a file tells one story\n");
}

static void references_to_nothing_are_told(void **state)
{
	refused(state, INJECT("one", ",'after':'tow'") INJECT("two", ",'at':'0h'"),
	        "f:0:0: unknown inject \"tow\" (did you mean \"two\"?)\n");
	refused(state, INJECT("one", ",'expects':['open-incident','revoke-token']"),
	        "f:0:0: unknown action \"revoke-token\" (did you mean \"revoke-tokens\"?)\n");
	refused(state, INJECT("one", ",'opens':'whot'") DECISION("what", "," TWO),
	        "f:0:0: unknown decision \"whot\" (did you mean \"what\"?)\n");
	refused(state, INJECT("one", ",'sets':{'live':true}"), "f:0:0: unknown variable \"live\"\n");
	refused(state, OTHER("objective", "caer", "{'#':['X']}"),
	        "f:0:0: unknown objective \"caer\" (did you mean \"care\"?)\n");
	refused(state, OTHER("on", "open-incidents", "{}"),
	        "f:0:0: unknown action \"open-incidents\" (did you mean \"open-incident\"?)\n");
	refused(state, OTHER("at", "2h", "{'verifies':{'people':1}}"), "f:0:0: unknown fact \"people\"\n");
	refused(state, OTHER("at", "2", "{}"),
	        "f:0:0: \"at\": a lone number needs a unit: 30m or 30h (write 2m, 2h or 2d)\n");
	refused(state, INJECT("one", ",'subject':'See {crn}.'"),
	        "f:0:0: unknown term {crn}: neither `terms` nor `systems` has it (did you mean \"crm\"?)\n");
}

static void roles_are_the_storys_own(void **state)
{
	refused(state, OTHER("decision", "what", "{'owner':'marketing','objective':'care','ask':'What now?'," TWO "}"),
	        "f:0:0: unknown role \"marketing\" (there are incident-lead and it-admin)\n");
	refused(state, OTHER("inject", "one", "{'from':'A','to':'it-admn','channel':'chat','text':'Hello.'}"),
	        "f:0:0: unknown role \"it-admn\" (did you mean \"it-admin\"?)\n");
}

static void long_texts_are_told(void **state)
{
	refused(state,
	        DECISION("what", ",'#':[{'id':'b','#':['1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17']},"
	                         "{'id':'a','#':['That']}]"),
	        "f:0:0: \"text\" has 17 words; at most 16 fit\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(items_are_numbered_injects_first),
	    told_test(defaults_stand_where_nothing_is_said),
	    told_test(options_go_by_id),
	    told_test(hooks_are_numbered_by_name),
	    told_test(an_empty_story_is_for_incidents),
	    told_test(a_file_tells_one_story),
	    told_test(references_to_nothing_are_told),
	    told_test(roles_are_the_storys_own),
	    told_test(long_texts_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
