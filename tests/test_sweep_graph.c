#include "swept.h"

#include "desk/cmd_bar.h"
#include "desk/sweep.h"
#include "desk/sweep_told.h"

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

/* Questions in a row. What was answered is forgotten, so that states merge as soon as they may; or the end shows it. */
static struct small questions(int count, bool known)
{
	char lua[8192];
	int n = snprintf(lua, sizeof lua, "%s", SMALL_HEAD);
	for (int i = 1; i <= count; i++)
		n += snprintf(lua + n, sizeof lua - (size_t)n,
		              "inject 'i%d' { at = '%dh', opens = 'q%d', " SENT " }\n"
		              "inject 'end%d' { at = '50h', " SENT " }\n"
		              "decision 'q%d' { " ASKS "{ id = 'a', 'A', cancels = %s'end%d' or nil, because = 'B' }, "
		              "{ id = 'b', 'B', score = { care = 1 }, because = 'B' } }\n",
		              i, i, i, i, i, known ? "" : "false and ", i);
	return small_open(lua);
}

static int64_t edges_of(const struct small *small, enum sweep_steps steps, int shard, int shards)
{
	const struct shelf_set set = {small->world, small->scenario};
	const struct sweep_setup setup = {
	    .seed = 1, .samples = 1, .steps = steps, .bounds = {.states = 1000000, .shard = shard, .shards = shards}};
	char why[ACT_WHY];
	struct jsn *model = sweep_model(&set, &setup, why);
	const struct jsn *worlds = jsn_get(model, "worlds");
	int64_t edges = 0;
	for (size_t i = 0; i < jsn_count(worlds); i++)
		edges += jsn_number(jsn_get(jsn_at(worlds, i, NULL), "edges"), 0);
	jsn_free(model);
	return edges;
}

static void two_parts_of_a_sweep_do_one_half_each(void **state)
{
	struct small small = questions(6, false);
	int64_t followed = edges_of(&small, SWEEP_FOLLOWED, 1, 1), ignored = edges_of(&small, SWEEP_IGNORED, 1, 1);
	int64_t first = edges_of(&small, SWEEP_BOTH, 1, 2), second = edges_of(&small, SWEEP_BOTH, 2, 2);
	(void)state;
	assert_true(first >= followed && second >= ignored);
	assert_true(first + second <= followed + ignored + 6); /* three ways to begin what is not theirs */
	small_close(&small);
}

static void a_half_that_falls_to_other_parts_is_told_in_a_line(void **state)
{
	struct small small = questions(2, false);
	const struct shelf_set set = {small.world, small.scenario};
	const struct sweep_setup setup = {
	    .seed = 1, .samples = 1, .bounds = {.states = 1000000, .shard = 2, .shards = 2}};
	struct text told = {0};
	char why[ACT_WHY];
	(void)state;
	struct jsn *model = sweep_model(&set, &setup, why);
	sweep_told_add(model, 80, &told);
	assert_non_null(strstr(told.data, "\n The playbook followed: left to other parts\n"));
	assert_non_null(strstr(told.data, "\n The playbook ignored: 9 paths through"));
	text_free(&told);
	jsn_free(model);
	small_close(&small);
}

static void parts_of_one_half_keep_no_more_paths_apart_than_they_deal_out(void **state)
{
	struct small small = questions(6, false);
	int64_t whole = edges_of(&small, SWEEP_IGNORED, 1, 1), sum = 0;
	(void)state;
	for (int shard = 1; shard <= 4; shard++)
		sum += edges_of(&small, SWEEP_IGNORED, shard, 4);
	assert_true(sum <= 4 * (whole + 12)); /* to deal eight paths out takes 3 and then 9 choices */
	small_close(&small);
}

/* Three answers, and a function at the end that ends unless the first or the second was given. */
#define LOOPS                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"inject 'first' { at = '1h', opens = 'one', " SENT " }\n"                                                      \
	"inject 'second' { at = '20h', when = function(w) if w:chose 'one' == 'a' or w:chose 'one' == 'b' then while " \
	"true do end end return false end, opens = 'two', " SENT " }\n"                                                \
	"decision 'one' { " ASKS "{ id = 'a', 'A', because = 'B' }, { id = 'b', 'B', score = { care = 1 }, because = " \
	"'B' }, { id = 'c', 'C', because = 'B' } }\n"                                                                  \
	"decision 'two' { " ASKS "{ id = 'a', 'A', because = 'B' }, { id = 'b', 'B', because = 'B' } }\n"

static void a_function_that_never_ends_is_asked_once_for_what_it_reads(void **state)
{
	struct small small = small_open(LOOPS);
	struct swept s;
	(void)state;
	swept_open(&s, small.world, small.scenario, false);
	assert_true(s.graph.complete);
	assert_true(s.play.turns > 20);
	size_t runs = s.play.reach->spent.runs;
	assert_true(runs >= 2 && runs <= 4); /* after a and after b, by each pass */
	swept_agrees_by_chance(&s, 1);
	assert_true(s.play.reach->spent.runs <= runs + 1);
	assert_false(s.play.reach->spent.guessed);
	swept_close(&s);
	small_close(&small);
}

static void functions_that_never_end_wherever_they_are_asked_leave_a_sweep_incomplete(void **state)
{
	const struct sweep_play_rules rules = {.seed = 1};
	const struct sweep_graph_bounds bounds = {.states = 1000000, .shard = 1, .shards = 1};
	struct small small = small_open(LOOPS);
	struct sweep_play play;
	struct sweep_graph graph;
	(void)state;
	assert_true(sweep_play_open(&play, small.world, small.scenario, &rules));
	play.reach->spent.most = 1;
	while (!sweep_graph_grow(&graph, &play, &bounds))
		sweep_graph_free(&graph);
	assert_false(graph.complete);
	assert_int_equal(play.reach->spent.runs, 1);
	sweep_graph_free(&graph);
	sweep_play_close(&play);
	small_close(&small);
}

static void is_bar(struct sweep_graph_progress progress, const char *expected)
{
	struct text line = {0};
	cmd_bar_add(&progress, &line);
	assert_string_equal(line.data, expected);
	text_free(&line);
}

static void the_bar_shows_how_much_of_the_story_is_swept(void **state)
{
	(void)state;
	is_bar((struct sweep_graph_progress){.t = 0, .end = 360000, .states = 1},
	       " ignored [........................]   0 %, 1 states");
	is_bar((struct sweep_graph_progress){.t = 90000, .end = 360000, .states = 12345, .followed = true},
	       " followed [######..................]  25 %, 12,345 states");
	is_bar((struct sweep_graph_progress){.t = 400000, .end = 360000, .states = 2000000},
	       " ignored [########################] 100 %, 2,000,000 states");
}

struct heard {
	struct sweep_graph_progress last;
	int times;
};

static void hear(void *context, const struct sweep_graph_progress *progress)
{
	struct heard *heard = context;
	assert_true(progress->t >= heard->last.t && progress->states >= heard->last.states);
	heard->last = *progress;
	heard->times++;
}

static void progress_goes_forward_alone(void **state)
{
	const struct sweep_play_rules rules = {.seed = 1};
	struct small small = questions(8, true);
	struct sweep_play play;
	struct sweep_graph graph;
	struct heard heard = {.times = 0};
	const struct sweep_graph_bounds bounds = {
	    .states = 1000000, .shard = 1, .shards = 1, .told = hear, .context = &heard};
	(void)state;
	assert_true(sweep_play_open(&play, small.world, small.scenario, &rules));
	assert_true(sweep_graph_grow(&graph, &play, &bounds));
	assert_true(heard.times >= 2);
	assert_int_equal(heard.last.end, 100 * 3600);
	assert_false(heard.last.followed);
	sweep_graph_free(&graph);
	sweep_play_close(&play);
	small_close(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_comes_only_in_states_that_were_merged_too_soon_is_not_reached),
	    cmocka_unit_test(of_two_functions_that_fail_behind_one_answer_both_are_told),
	    cmocka_unit_test(two_parts_of_a_sweep_do_one_half_each),
	    cmocka_unit_test(a_half_that_falls_to_other_parts_is_told_in_a_line),
	    cmocka_unit_test(parts_of_one_half_keep_no_more_paths_apart_than_they_deal_out),
	    cmocka_unit_test(a_function_that_never_ends_is_asked_once_for_what_it_reads),
	    cmocka_unit_test(functions_that_never_end_wherever_they_are_asked_leave_a_sweep_incomplete),
	    cmocka_unit_test(the_bar_shows_how_much_of_the_story_is_swept),
	    cmocka_unit_test(progress_goes_forward_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
