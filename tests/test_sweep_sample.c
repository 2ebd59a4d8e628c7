#include "swept.h"

#include "desk/sweep.h"
#include "desk/sweep_sample.h"
#include "desk/sweep_told.h"

#define SENT "from = 'X', to = 'support', channel = 'chat', text = 'T'"
#define ASKS "owner = 'support', objective = 'care', ask = 'Q?', hint = 'H', probes = { 'P' }, listen_for = 'L', "

/* A graph of one state has met no hook. */
static void paths_by_chance_keep_what_a_hook_asks_for_long_after_the_first_question(void **state)
{
	struct small small =
	    small_open(SMALL_HEAD "var 'told' (false)\n"
	                          "inject 'first' { at = '1h', sets = { told = true }, opens = 'one', " SENT " }\n"
	                          "inject 'second' { at = '20h', when = function(w) return not w.told end, " SENT " }\n"
	                          "inject 'third' { at = '30h', when = function(w) return w.told end, " SENT " }\n"
	                          "decision 'one' { " ASKS
	                          "{ id = 'a', 'A', because = 'B' }, { id = 'b', 'B', because = 'B' } }\n");
	const struct sweep_play_rules rules = {.seed = 1};
	const struct sweep_graph_bounds bounds = {.states = 1, .shard = 1, .shards = 1};
	struct sweep_play play;
	struct sweep_graph graph;
	struct sweep_sample sample;
	(void)state;
	assert_true(sweep_play_open(&play, small.world, small.scenario, &rules));
	assert_true(sweep_graph_grow(&graph, &play, &bounds));
	assert_false(graph.complete);
	sweep_sample_take(&sample, &play, 50, 1);
	assert_int_equal(sample.paths, 50);
	assert_true(play.seen.items[small_name(&small, NAMES_ITEM, "first")]);
	assert_false(play.seen.items[small_name(&small, NAMES_ITEM, "second")]);
	assert_true(play.seen.items[small_name(&small, NAMES_ITEM, "third")]);
	sweep_sample_free(&sample);
	sweep_graph_free(&graph);
	sweep_play_close(&play);
	small_close(&small);
}

static void what_no_path_by_chance_reaches_may_be_reached_by_others(void **state)
{
	struct small small =
	    small_open(SMALL_HEAD "inject 'first' { at = '1h', opens = 'one', " SENT " }\n"
	                          "inject 'lost' { " SENT " }\n"
	                          "decision 'one' { " ASKS
	                          "{ id = 'a', 'A', because = 'B' }, { id = 'b', 'B', because = 'B' } }\n");
	const struct shelf_set set = {small.world, small.scenario};
	const struct sweep_setup setup = {.seed = 1, .samples = 20, .bounds = {.states = 1, .shard = 1, .shards = 1}};
	char why[ACT_WHY];
	struct jsn *model = sweep_model(&set, &setup, why);
	struct text told = {0};
	(void)state;
	sweep_told_add(model, 80, &told);
	assert_non_null(strstr(told.data, "\n no path that was played brings the inject: lost\n"));
	text_free(&told);
	jsn_free(model);
	small_close(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(paths_by_chance_keep_what_a_hook_asks_for_long_after_the_first_question),
	    cmocka_unit_test(what_no_path_by_chance_reaches_may_be_reached_by_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
