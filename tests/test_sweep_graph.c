#include "swept.h"

#define SENT "from = 'X', to = 'support', channel = 'chat', text = 'T'"
#define ASKS "owner = 'support', objective = 'care', ask = 'Q?', hint = 'H', probes = { 'P' }, listen_for = 'L', "

/* The state before the first answer is `told`; while nobody knows yet that a hook asks for that, it is as good as not.
 */
static void what_comes_only_in_states_that_were_merged_too_soon_is_not_reached(void **state)
{
	struct small small = small_open(
	    SMALL_HEAD
	    "var 'told' (false)\n"
	    "inject 'first' { at = '1h', sets = { told = true }, opens = 'one', " SENT " }\n"
	    "inject 'second' { at = '20h', when = function(w) return not w.told end, opens = 'two', " SENT " }\n"
	    "decision 'one' { " ASKS
	    "{ id = 'a', 'A', because = 'B' }, { id = 'b', 'B', score = { care = 1 }, because = 'B' } }\n"
	    "decision 'two' { " ASKS "{ id = 'a', 'A', because = 'B' }, { id = 'b', 'B', because = 'B' } }\n");
	int second = small_name(&small, NAMES_ITEM, "second"), two = small_name(&small, NAMES_DECISION, "two");
	struct swept s;
	(void)state;
	swept_open(&s, small.world, small.scenario, false);
	assert_true(s.play.seen.items[small_name(&small, NAMES_ITEM, "first")]);
	assert_false(s.play.seen.items[second]);
	assert_false(s.play.seen.opened[two]);
	assert_false(s.play.seen.options[two * SWEEP_WAYS]);
	swept_close(&s);
	small_close(&small);
}

static void of_two_functions_that_fail_behind_one_answer_both_are_told(void **state)
{
	struct small small = small_open(
	    SMALL_HEAD
	    "inject 'first' { at = '1h', opens = 'one', " SENT " }\n"
	    "inject 'second' { at = '2h', when = function(w) return w:chose 'one' == 'a' and w.now < {} end, " SENT
	    " }\n"
	    "inject 'third' { at = '3h', when = function(w) return w:chose 'one' == 'a' and w.now .. {} end, " SENT
	    " }\n"
	    "decision 'one' { " ASKS "{ id = 'a', 'A', because = 'B' }, { id = 'b', 'B', because = 'B' } }\n");
	struct swept s;
	size_t failed = 0;
	(void)state;
	swept_open(&s, small.world, small.scenario, false);
	for (size_t i = 0; i < s.graph.nfaults; i++) {
		const struct sweep_graph_fault *fault = &s.graph.faults[i];
		if (fault->kind != SWEEP_HOOK_FAILED)
			continue;
		failed++;
		assert_int_equal(fault->depth, 1);
		assert_int_equal(fault->choice.way, 0);
		assert_non_null(strstr(fault->what, failed == 1 ? "second" : "third"));
	}
	assert_int_equal(failed, 2);
	swept_close(&s);
	small_close(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_comes_only_in_states_that_were_merged_too_soon_is_not_reached),
	    cmocka_unit_test(of_two_functions_that_fail_behind_one_answer_both_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
