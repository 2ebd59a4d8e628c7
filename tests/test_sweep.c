#include "swept.h"

#include "desk/shelf.h"
#include "desk/sweep.h"
#include "desk/sweep_merge.h"
#include "desk/sweep_told.h"

/* Waiting, lapsing with a default, points halved, a delayed landing, two questions at one instant, a question that only
 * one answer opens, hooks of both kinds, a contingency, a critical failure, and a pause that a hook reads. */
#define STORY                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"var 'told' (false)\n"                                                                                         \
	"var 'calls' (0)\n" INJECT("first", "at = '0h', opens = { 'one', 'two' }") INJECT(                             \
	    "second",                                                                                                  \
	    "at = '5h', opens = 'three'") INJECT("third",                                                              \
	                                         "after = 'second', delay = '2h', when = function(w) return w.told "   \
	                                         "end") INJECT("unless",                                               \
	                                                       "by = '9h', unless = 'copy-logs', opens = 'five'")      \
	    INJECT("by-hand", "when = function(w) return true end") "decision 'one' { " ASKED(                         \
	        "one", "it-admin",                                                                                     \
	        "containment") " within = '1h', closes = '3h', default = 'poor', "                                     \
	                       "{ id = 'fair', 'Fair', takes = '6h', does = 'copy-logs', score = { containment = 1 "   \
	                       "}, because = 'B' }, "                                                                  \
	                       "{ id = 'good', 'Good', does = 'suspend-account', score = { containment = 3 }, "        \
	                       "because = 'B' }, "                                                                     \
	                       "{ id = 'poor', 'Poor', score = { containment = -2, care = 1 }, critical = 'gone', "    \
	                       "because = 'B' }, "                                                                     \
	                       "late = { score = { containment = -1 }, because = 'B' } }\n"                            \
	                       "decision 'two' { " ASKED(                                                              \
	                           "two", "support",                                                                   \
	                           "care") "{ id = 'tell', 'Tell', sets = { told = true }, score = { care = 2 }, "     \
	                                   "because = 'B' }, "                                                         \
	                                   "{ id = 'hide', 'Hide', score = { care = -1 }, opens = 'four', because = "  \
	                                   "'B' } }\n"                                                                 \
	                                   "decision 'three' { " ASKED(                                                \
	                                       "three", "support",                                                     \
	                                       "scoping") " within = '2h', "                                           \
	                                                  "{ id = 'count', 'Count', moment = { aware = '1h' }, does "  \
	                                                  "= 'log-aware', score = { scoping = 3 }, because = 'B' }, "  \
	                                                  "{ id = 'guess', 'Guess', run = function(w) return { sets "  \
	                                                  "= { calls = w.calls + 1 } } end, "                          \
	                                                  "score = { scoping = 1 }, because = 'B' } }\n"               \
	                                                  "decision 'four' { " ASKED(                                  \
	                                                      "four", "it-admin",                                      \
	                                                      "evidence") " within = '30m', "                          \
	                                                                  "{ id = 'keep', 'Keep', does = "             \
	                                                                  "'hold-log-purge', score = { evidence = 2 "  \
	                                                                  "}, because = 'B' }, "                       \
	                                                                  "{ id = 'drop', 'Drop', score = { evidence " \
	                                                                  "= -2 }, because = 'B' }, "                  \
	                                                                  "late = { does = 'notify-authority', "       \
	                                                                  "because = 'B' } }\n"                        \
	                                                                  "decision 'five' { " ASKED(                  \
	                                                                      "five", "it-admin",                      \
	                                                                      "evidence") "{ id = 'a', 'A', score = "  \
	                                                                                  "{ evidence = 1 }, because " \
	                                                                                  "= 'B' }, "                  \
	                                                                                  "{ id = 'b', 'B', does = { " \
	                                                                                  "'notify-authority' }, "     \
	                                                                                  "score = { evidence = 1 }, " \
	                                                                                  "because = 'B' } }\n"        \
	                                                                                  "on 'suspend-account' { "    \
	                                                                                  "score = { containment = 1 " \
	                                                                                  "}, because = 'B' }\n"       \
	                                                                                  "at '20h' { when = "         \
	                                                                                  "function(w) return "        \
	                                                                                  "w:paused 'log-purge' or "   \
	                                                                                  "w:chose 'two' == 'tell' "   \
	                                                                                  "end, "                      \
	                                                                                  "score = { evidence = 1 }, " \
	                                                                                  "delivers = 'by-hand', "     \
	                                                                                  "because = 'B' }\n"          \
	                                                                                  "at '30h' { when = "         \
	                                                                                  "function(w) return "        \
	                                                                                  "w.calls > 0 end, critical " \
	                                                                                  "= 'guessed', because = "    \
	                                                                                  "'B' }\n"

/* An end before its time, from data and from a hook; what comes after something that may be cancelled or delivered by
 * hand; facts, chance and the time of day read by hooks; points for an action that several things do; a choice that
 * lands after EndEx. */
#define ENDING                                                                                                         \
	SMALL_HEAD                                                                                                     \
	"var 'mood' { 'calm', 'loud', 'mute' }\n"                                                                      \
	"fact 'people' { kind = 'count', label = 'P', unit = 'people', verb = 'exported', truth = 70 }\n" INJECT(      \
	    "first", "at = '1h', opens = 'one'") INJECT("second", "at = '10h', opens = 'two'")                         \
	    INJECT("chained", "after = 'second', delay = '3h', opens = 'three'") INJECT(                               \
	        "link", "after = 'chained', delay = '1h', when = function(w) return w.random(2) == 1 "                 \
	                "or w.mood == 'mute' end")                                                                     \
	        INJECT("brought", "after = 'link', delay = '30h', opens = 'four'") "decision 'one' { " ASKED(          \
	            "one", "it-admin",                                                                                 \
	            "containment") " within = '9h30', closes = '40h', "                                                \
	                           "default = 'loud', "                                                                \
	                           "{ id = 'cancel', 'Cancel', cancels = 'chained', score = { containment = 1 }, "     \
	                           "because = 'B' }, "                                                                 \
	                           "{ id = 'loud', 'Loud', takes = '12h', sets = { mood = 'loud' }, verifies = { "     \
	                           "people = 70 }, "                                                                   \
	                           "score = { containment = -1 }, because = 'B' }, "                                   \
	                           "{ id = 'mute', 'Mute', sets = { mood = 'mute' }, claims = { people = 200 }, "      \
	                           "score = { care = 1 }, "                                                            \
	                           "because = 'B' }, late = { does = 'open-incident', because = 'B' } }\n"             \
	                           "decision 'two' { " ASKED(                                                          \
	                               "two", "support",                                                               \
	                               "care") " within = '5h', "                                                      \
	                                       "{ id = 'stop', 'Stop', takes = '3h', ends = true, score = { care = 2 " \
	                                       "}, because = 'B' }, "                                                  \
	                                       "{ id = 'go', 'Go', does = { 'open-incident', 'copy-logs' }, score = "  \
	                                       "{ care = -1 }, because = 'B' }, "                                      \
	                                       "{ id = 'bring', 'Bring', delivers = 'link', moment = { aware = '30m' " \
	                                       "}, because = 'B' } }\n"                                                \
	                                       "decision 'three' { " ASKED(                                            \
	                                           "three", "support",                                                 \
	                                           "scoping") "{ id = 'hook', 'Hook', run = function(w) if w.now > "   \
	                                                      "13 * 3600 and w:fact 'people' then "                    \
	                                                      "return { does = 'notify-marketplace' } end return { "   \
	                                                      "delivers = 'brought' } end, "                           \
	                                                      "score = { scoping = 1 }, because = 'B' }, "             \
	                                                      "{ id = 'late', 'Late', takes = '95h', does = "          \
	                                                      "'notify-authority', score = { scoping = 2 }, because "  \
	                                                      "= 'B' } }\n"                                            \
	                                                      "decision 'four' { " ASKED(                              \
	                                                          "four", "it-admin",                                  \
	                                                          "evidence") " within = '4h', "                       \
	                                                                      "{ id = 'over', 'Over', run = "          \
	                                                                      "function(w) return { ends = w.mood ~= " \
	                                                                      "'calm' } end, "                         \
	                                                                      "score = { evidence = 1 }, because = "   \
	                                                                      "'B' }, "                                \
	                                                                      "{ id = 'on', 'On', does = "             \
	                                                                      "'suspend-account', score = { evidence " \
	                                                                      "= -1 }, because = 'B' } }\n"            \
	                                                                      "on 'open-incident' { score = { "        \
	                                                                      "evidence = 1 }, moment = 'assessed', "  \
	                                                                      "because = 'B' }\n"                      \
	                                                                      "on 'copy-logs' { score = { evidence = " \
	                                                                      "1 }, critical = 'copied', because = "   \
	                                                                      "'B' }\n"                                \
	                                                                      "at '70h' { when = function(w) return "  \
	                                                                      "w:done 'copy-logs' and w:chose 'one' "  \
	                                                                      "== 'mute' end, "                        \
	                                                                      "score = { care = 3 }, because = 'B' "   \
	                                                                      "}\n"

struct every { /* counts through all paths, the last choice first */
	int digits[32], limits[32];
	int at, n;
};

static int next_digit(void *context, const struct session *session, const struct sweep_play_choice *choices, size_t n)
{
	struct every *e = context;
	(void)session;
	(void)choices;
	if (e->at == e->n)
		e->digits[e->n++] = 0;
	e->limits[e->at] = (int)n;
	return e->digits[e->at++];
}

static bool count_on(struct every *e)
{
	while (e->n > 0 && e->digits[e->n - 1] + 1 == e->limits[e->n - 1])
		e->n--;
	if (e->n > 0)
		e->digits[e->n - 1]++;
	e->at = 0;
	return e->n > 0;
}

static void is_every_path(struct small *small, bool followed)
{
	struct swept s;
	struct every every = {.n = 0};
	struct sweep_path_walk walk = {next_digit, &every};
	sweep_tally totals[SWEEP_TOTALS] = {0}, paths = 0;
	int best = 0, worst = 100;
	swept_open(&s, small->world, small->scenario, followed);
	do {
		int total = swept_agrees(&s, &walk);
		totals[total]++;
		paths++;
		best = total > best ? total : best;
		worst = total < worst ? total : worst;
	} while (count_on(&every));
	assert_true(paths > 50);
	assert_true(paths == s.sums.paths);
	assert_memory_equal(totals, s.sums.totals, sizeof totals);
	assert_int_equal(best, s.sums.best.total);
	assert_int_equal(worst, s.sums.worst.total);
	swept_close(&s);
}

static void the_figures_are_those_of_every_path_played_from_the_start(void **state)
{
	struct small small = small_open(STORY);
	(void)state;
	is_every_path(&small, false);
	is_every_path(&small, true);
	small_close(&small);
}

static void so_they_are_where_the_story_may_end_early(void **state)
{
	struct small small = small_open(ENDING);
	(void)state;
	is_every_path(&small, false);
	is_every_path(&small, true);
	small_close(&small);
}

static void agrees_by_chance(const char *scenario, bool extended)
{
	struct shelf_choice choice = {.scenario = scenario, .extended = extended};
	struct shelf_set set;
	struct diags diags;
	diags_init(&diags);
	assert_true(shelf_open(&choice, &diags, &set));
	for (int followed = 0; followed < 2; followed++) {
		struct swept s;
		swept_open(&s, set.world, set.scenario, followed);
		assert_true(s.graph.complete);
		swept_agrees_by_chance(&s, 250);
		swept_close(&s);
	}
	shelf_close(&set);
	diags_free(&diags);
}

static void thousands_of_paths_by_chance_through_the_shipped_drills_agree(void **state)
{
	static const char *const shipped[] = {"ex-employee-export", "agency-account-takeover", "shared-sheet"};
	(void)state;
	for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++) {
		agrees_by_chance(shipped[i], true);
		agrees_by_chance(shipped[i], false);
	}
}

static void what_are_no_parts_of_one_sweep_is_refused(void **state)
{
	struct small small = small_open(STORY), other = small_open(SMALL_HEAD);
	struct jsn *one = swept_model(&small, 1, 2, 1000000), *two = swept_model(&other, 2, 2, 1000000);
	char why[SWEEP_MERGE_WHY];
	(void)state;
	assert_null(sweep_merge((struct jsn *[]){one}, 1, why));
	assert_string_equal(why, "One of them is a part of 2, and there are not so many here.");
	assert_null(sweep_merge((struct jsn *[]){one, one}, 2, why));
	assert_string_equal(why, "Part 1 is there twice, or is none.");
	assert_null(sweep_merge((struct jsn *[]){one, two}, 2, why));
	assert_string_equal(why, "Part 2 is of another sweep: its scenario, playbook or options differ.");
	assert_null(sweep_merge(NULL, 0, why));
	assert_string_equal(why, "From 1 to 1024 parts can be put together.");
	jsn_free(one);
	jsn_free(two);
	small_close(&small);
	small_close(&other);
}

static void too_many_states_are_told_and_paths_played_by_chance(void **state)
{
	struct small small = small_open(STORY);
	struct jsn *model = swept_model(&small, 1, 1, 10);
	const struct jsn *world = swept_world(model, 0);
	struct text told = {0};
	(void)state;
	assert_int_equal(jsn_number(jsn_get(world, "complete"), 1), 0);
	assert_int_equal(jsn_number(jsn_get(jsn_get(world, "sample"), "paths"), 0), 200);
	assert_non_null(jsn_get(world, "best"));
	sweep_told_add(model, 80, &told);
	assert_non_null(strstr(told.data, "The playbook followed: INCOMPLETE, given up after "));
	assert_null(strstr(told.data, "0 paths through"));
	assert_non_null(strstr(told.data, "(A full sweep has another mean: "));
	assert_non_null(strstr(told.data, "What follows is of 200"));
	text_free(&told);
	jsn_free(model);
	small_close(&small);
}

/* 64 questions of eight ways each: 2^192 paths. */
static void more_paths_than_can_be_counted_are_played_by_chance(void **state)
{
	struct text story = {0}, told = {0};
	text_add(&story, SMALL_HEAD);
	for (int i = 1; i <= 64; i++) {
		text_addf(
		    &story,
		    "inject 'i%d' { at = '%dh', from = 'F', to = 'it-admin', channel = 'email', text = 'T', opens = "
		    "'d%d' }\n"
		    "decision 'd%d' { owner = 'it-admin', ask = 'Q?', within = '10m', closes = '30m', default = 'o1', "
		    "objective = 'containment',\n",
		    i, i, i, i);
		for (int k = 1; k <= 6; k++)
			text_addf(&story, "{ id = 'o%d', 'Option %d', because = 'b', score = { containment = 1 } },\n",
			          k, k);
		text_add(&story, "late = { score = { containment = -1 }, because = 'b' } }\n");
	}
	struct small small = small_open(story.data);
	struct jsn *model = swept_model(&small, 1, 1, 100000);
	const struct jsn *world = swept_world(model, 0);
	(void)state;
	assert_int_equal(jsn_number(jsn_get(world, "complete"), 1), 0);
	assert_int_equal(jsn_number(jsn_get(world, "overflow"), 0), 1);
	assert_null(jsn_get(world, "paths"));
	sweep_told_add(model, 80, &told);
	assert_non_null(strstr(told.data, "over 2^128 paths"));
	assert_non_null(strstr(told.data, "There are more paths than can be counted. What follows is of"));
	text_free(&told);
	text_free(&story);
	jsn_free(model);
	small_close(&small);
}

/* Two answers each are worth the same, so that several paths are the best and the worst; three eighths is no number of
 * millionths; and what fails, fails behind several answers. */
#define EVEN                                                                                                           \
	SMALL_HEAD                                                                                                     \
	INJECT("first", "at = '1h', opens = { 'one', 'two' }")                                                         \
	INJECT("second", "at = '3h', opens = 'three'")                                                                 \
	"decision 'one' { " ASKED(                                                                                     \
	    "one", "it-admin",                                                                                         \
	    "containment") "{ id = 'z', 'Z', score = { containment = 2 }, because = 'B' }, "                           \
	                   "{ id = 'b', 'B', score = { containment = 2 }, because = 'B' }, "                           \
	                   "{ id = 'c', 'C', score = { containment = -1 }, because = 'B' } }\n"                        \
	                   "decision 'two' { " ASKED(                                                                  \
	                       "two", "support",                                                                       \
	                       "care") "within = '1h', { id = 'y', 'Y', score = { care = 1 }, because = 'B' }, "       \
	                               "{ id = 'x', 'X', run = function(w) return { sets = w.nothing } end, "          \
	                               "score = { care = 1 }, because = 'B' } }\n"                                     \
	                               "decision 'three' { " ASKED(                                                    \
	                                   "three", "support",                                                         \
	                                   "scoping") "within = '1h', "                                                \
	                                              "{ id = 'w', 'W', score = { scoping = 3 }, because = 'B' }, "    \
	                                              "{ id = 'v', 'V', run = function(w) return { sets = w.nothing "  \
	                                              "} end, score = { scoping = -1 }, because = 'B' } }\n"

/* Of JSON, but how many states and edges it took. */
static char *bytes_of(const struct jsn *model, struct text *out)
{
	struct text told = {0};
	jsn_write(model, &told);
	text_clear(out);
	for (const char *at = told.data; *at;) {
		bool counts = strncmp(at, "\"states\":", 9) == 0 || strncmp(at, "\"edges\":", 8) == 0;
		size_t n = counts ? strcspn(at, ",}") : 1;
		if (!counts)
			text_add_bytes(out, at, n);
		at += n;
	}
	text_free(&told);
	return out->data;
}

static void merges_to_the_same_bytes(const char *story, int shards)
{
	struct small small = small_open(story);
	struct jsn *parts[8], *whole = swept_model(&small, 1, 1, 1000000), *merged;
	struct text a = {0}, b = {0};
	char why[SWEEP_MERGE_WHY];
	for (int i = 0; i < shards; i++)
		parts[i] = swept_model(&small, shards - i, shards, 1000000); /* in any order */
	merged = sweep_merge(parts, (size_t)shards, why);
	assert_non_null(merged);
	assert_string_equal(bytes_of(merged, &a), bytes_of(whole, &b));
	for (int i = 0; i < shards; i++)
		jsn_free(parts[i]);
	jsn_free(whole);
	jsn_free(merged);
	text_free(&a);
	text_free(&b);
	small_close(&small);
}

static void the_parts_of_a_sweep_make_up_the_whole_to_the_byte(void **state)
{
	(void)state;
	for (int shards = 2; shards <= 8; shards++) {
		merges_to_the_same_bytes(EVEN, shards);
		merges_to_the_same_bytes(STORY, shards);
	}
	merges_to_the_same_bytes(FAULTY, 3);
	merges_to_the_same_bytes(ENDING, 3);
}

static void of_equal_paths_the_shortest_is_told_whose_answers_come_first(void **state)
{
	struct small small = small_open(EVEN);
	struct jsn *model = swept_model(&small, 1, 1, 1000000);
	const struct jsn *world = swept_world(model, 1);
	struct text best = {0}, worst = {0};
	(void)state;
	jsn_write(jsn_get(jsn_get(world, "best"), "choices"), &best);
	jsn_write(jsn_get(jsn_get(world, "worst"), "choices"), &worst);
	assert_string_equal(best.data, "[\"one z\",\"two y\",\"three w\"]");
	assert_string_equal(worst.data, "[\"one c\",\"two never\",\"three v\"]");
	text_free(&best);
	text_free(&worst);
	jsn_free(model);
	small_close(&small);
}

/* `not` takes w:chose alone, so that the first is always true; the second is what was meant; nothing asks the third. */
#define SLIP                                                                                                           \
	SMALL_HEAD                                                                                                     \
	INJECT("first", "at = '1h', opens = 'one'")                                                                    \
	INJECT("slip", "at = '9h', when = function(w) return not w:chose 'one' ~= 'a' end")                            \
	INJECT("never", "at = '10h', when = function(w) return not w:chose 'one' == 'a' end")                          \
	INJECT("meant", "at = '11h', when = function(w) return w:chose 'one' ~= 'a' end")                              \
	INJECT("deed", "at = '12h', when = function(w) return w:paused 'log-purge' end")                               \
	INJECT("unasked", "when = function(w) return true end")                                                        \
	"decision 'one' { " ASKED("one", "it-admin",                                                                   \
	                          "containment") "{ id = 'a', 'A', score = { containment = 1 }, because = 'B' }, "     \
	                                         "{ id = 'b', 'B', score = { containment = 1 }, because = 'B' } }\n"

static void a_condition_that_comes_out_the_same_on_every_path_is_named(void **state)
{
	struct small small = small_open(SLIP);
	struct text told = {0};
	(void)state;
	small.world->extended = true;
	struct jsn *model = swept_model(&small, 1, 1, 1000000);
	sweep_told_add(model, 200, &told);
	assert_non_null(strstr(told.data, " The condition of slip was true each time it was asked.\n"
	                                  " The condition of never was false each time it was asked.\n"));
	assert_null(strstr(told.data, "of meant"));
	assert_null(strstr(told.data, "of deed"));
	assert_null(strstr(told.data, "of unasked"));
	text_free(&told);
	jsn_free(model);
	small_close(&small);
	merges_to_the_same_bytes(SLIP, 2);
	merges_to_the_same_bytes(SLIP, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_figures_are_those_of_every_path_played_from_the_start),
	    cmocka_unit_test(so_they_are_where_the_story_may_end_early),
	    cmocka_unit_test(the_parts_of_a_sweep_make_up_the_whole_to_the_byte),
	    cmocka_unit_test(of_equal_paths_the_shortest_is_told_whose_answers_come_first),
	    cmocka_unit_test(what_are_no_parts_of_one_sweep_is_refused),
	    cmocka_unit_test(too_many_states_are_told_and_paths_played_by_chance),
	    cmocka_unit_test(more_paths_than_can_be_counted_are_played_by_chance),
	    cmocka_unit_test(a_condition_that_comes_out_the_same_on_every_path_is_named),
	    cmocka_unit_test(thousands_of_paths_by_chance_through_the_shipped_drills_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
