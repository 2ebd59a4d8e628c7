#include "swept.h"

#include "desk/sweep_told.h"

static const struct jsn *fault_of(const struct jsn *world, const char *kind)
{
	const struct jsn *faults = jsn_get(world, "faults");
	for (size_t i = 0; i < jsn_count(faults); i++)
		if (strcmp(jsn_text(jsn_get(jsn_at(faults, i, NULL), "kind")), kind) == 0)
			return jsn_at(faults, i, NULL);
	return NULL;
}

static void a_fault_comes_with_the_shortest_lines_that_show_it(void **state)
{
	struct small small = small_open(FAULTY);
	struct jsn *model = swept_model(&small, 1, 1, 1000000);
	const struct jsn *failed = fault_of(swept_world(model, 1), "hook failed"),
	                 *dry = fault_of(swept_world(model, 1), "runs dry");
	(void)state;
	assert_non_null(strstr(jsn_text(jsn_get(failed, "what")), "unknown variable \"nothing\""));
	assert_string_equal(jsn_text(jsn_at(jsn_get(failed, "choices"), 0, NULL)), "one fails");
	assert_memory_equal(jsn_text(jsn_get(failed, "answers")), "next\none fails\nnext\n", 20);
	assert_int_equal(jsn_count(jsn_get(dry, "choices")), 1);
	jsn_free(model);
	small_close(&small);
}

static void a_fault_met_by_chance_is_told_too(void **state)
{
	struct small small = small_open(FAULTY);
	struct jsn *model = swept_model(&small, 1, 1, 1);
	const struct jsn *met = fault_of(swept_world(model, 1), "met by chance");
	(void)state;
	assert_non_null(strstr(jsn_text(jsn_get(met, "what")), "unknown variable \"nothing\""));
	assert_string_equal(jsn_text(jsn_at(jsn_get(met, "choices"), 0, NULL)), "one fails");
	jsn_free(model);
	small_close(&small);
}

static void what_no_path_reaches_is_named(void **state)
{
	struct small small = small_open(FAULTY);
	struct jsn *model = swept_model(&small, 1, 1, 1000000);
	struct text told = {0};
	(void)state;
	sweep_told_add(model, 80, &told);
	assert_non_null(strstr(told.data, "\n no path brings the inject: lost\n no path asks: never\n"
	                                  " no path can answer: never x\n no path can answer: never y\n"));
	text_free(&told);
	jsn_free(model);
	small_close(&small);
}

/* One answer is worth everything, and to the other question silence is the second best answer. */
#define TELLING                                                                                                        \
	SMALL_HEAD                                                                                                     \
	INJECT("first", "at = '1h', opens = { 'one', 'two' }")                                                         \
	"decision 'one' { " ASKED(                                                                                     \
	    "one", "it-admin",                                                                                         \
	    "containment") "{ id = 'right', 'Right', score = { containment = 3 }, because = 'B' }, "                   \
	                   "{ id = 'wrong', 'Wrong', score = { containment = -2 }, because = 'B' } }\n"                \
	                   "decision 'two' { " ASKED(                                                                  \
	                       "two", "support",                                                                       \
	                       "care") "{ id = 'some', 'Some', score = { care = 1 }, because = 'B' }, "                \
	                               "{ id = 'bad', 'Bad', score = { care = -2 }, because = 'B' } }\n"

static void an_answer_that_gives_itself_away_is_named(void **state)
{
	struct small small = small_open(TELLING);
	struct jsn *model = swept_model(&small, 1, 1, 1000000);
	struct text told = {0};
	(void)state;
	sweep_told_add(model, 200, &told);
	const char *at = strstr(told.data, " one gives itself away: right scores ");
	assert_non_null(at);
	assert_non_null(strstr(at, "points more than the next answer, on average.\n"));
	assert_non_null(strstr(told.data,
	                       " two is better left alone: giving no answer scores more, on average, than any "
	                       "answer but the best (some).\n"));
	text_free(&told);
	jsn_free(model);
	small_close(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_fault_comes_with_the_shortest_lines_that_show_it),
	    cmocka_unit_test(a_fault_met_by_chance_is_told_too),
	    cmocka_unit_test(what_no_path_reaches_is_named),
	    cmocka_unit_test(an_answer_that_gives_itself_away_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
