#include "debrief.h"
#include "sought.h"

static int setup(void **state)
{
	*state = debrief_open();
	return 0;
}

static int teardown(void **state)
{
	debrief_close(*state);
	return 0;
}

static void an_inject_tells_what_it_hoped_for_and_whether_it_came(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 0);
	debrief_choose(d, "who", "named");
	const struct jsn *injects = jsn_get(debrief_model(d, false), "injects");
	const struct jsn *first = jsn_at(injects, 0, NULL), *press = jsn_at(injects, 1, NULL);
	const struct jsn *hoped = jsn_at(jsn_get(first, "expects"), 0, NULL);
	assert_int_equal(jsn_count(injects), 2);
	assert_int_equal(jsn_number(jsn_get(first, "no"), 0), 1);
	assert_int_equal(jsn_number(jsn_get(first, "t"), -1), 0);
	assert_string_equal(sought_string(first, "state"), "delivered");
	assert_string_equal(sought_string(first, "subject"), "Hm");
	assert_string_equal(sought_string(first, "channel"), "email");
	assert_string_equal(sought_string(hoped, "action"), "open-incident");
	assert_string_equal(sought_string(hoped, "text"), "Open an incident");
	assert_true(jsn_number(jsn_get(hoped, "done"), 0));
	assert_string_equal(sought_string(press, "state"), "waiting");
	assert_int_equal(jsn_type(jsn_get(press, "t")), JSN_NULL);
	assert_int_equal(jsn_type(jsn_get(press, "subject")), JSN_NULL);
}

static void work_and_actions_stand_in_order_of_time(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 0);
	debrief_choose(d, "who", "named");
	debrief_do(d, debrief_act(d, ACT_DO, NAMES_STEP, "suspend"));
	debrief_until(d, 1800);
	struct act act = debrief_act(d, ACT_DO, NAMES_STEP, "copy");
	act.t = 1800;
	debrief_do(d, act);
	const struct jsn *model = debrief_model(d, false);
	const struct jsn *work = jsn_get(model, "work"), *actions = jsn_get(model, "actions");
	const struct jsn *suspend = jsn_at(work, 0, NULL), *copy = jsn_at(work, 1, NULL);
	assert_int_equal(jsn_count(work), 2);
	assert_string_equal(sought_string(suspend, "step"), "suspend");
	assert_string_equal(sought_string(suspend, "who"), "it-admin");
	assert_int_equal(jsn_number(jsn_get(suspend, "from"), -1), 0);
	assert_int_equal(jsn_number(jsn_get(suspend, "to"), -1), 1800);
	assert_int_equal(jsn_number(jsn_get(copy, "person"), -1), jsn_number(jsn_get(suspend, "person"), -2));
	assert_int_equal(jsn_type(jsn_get(copy, "to")), JSN_NULL);
	assert_int_equal(jsn_count(actions), 2);
	assert_string_equal(sought_string(jsn_at(actions, 0, NULL), "id"), "open-incident");
	assert_string_equal(sought_string(jsn_at(actions, 1, NULL), "text"), "We switched it off.");
	assert_int_equal(jsn_number(jsn_get(jsn_at(actions, 1, NULL), "t"), -1), 1800);
	assert_string_equal(sought_string(jsn_at(jsn_get(debrief_model(d, true), "work"), 0, NULL), "who"), "Arif");
}

static void the_pace_is_the_storys(void **state)
{
	struct debrief *d = *state;
	const struct jsn *pace = jsn_get(debrief_model(d, false), "pace");
	assert_int_equal(jsn_count(pace), 2);
	assert_int_equal(jsn_number(jsn_get(jsn_at(pace, 0, NULL), "to"), 0), 4 * 3600);
	assert_int_equal(jsn_number(jsn_get(jsn_at(pace, 0, NULL), "takes"), 0), 480);
}

#define chronicle_test(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    chronicle_test(the_pace_is_the_storys),
	    chronicle_test(an_inject_tells_what_it_hoped_for_and_whether_it_came),
	    chronicle_test(work_and_actions_stand_in_order_of_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
