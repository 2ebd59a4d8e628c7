#include "swept.h"

#include "desk/shelf.h"
#include "desk/sweep.h"

#define ASKED(id, owner, objective)                                                                                    \
	"owner = '" owner "', objective = '" objective "', ask = 'Q?', hint = 'H', probes = { 'P' }, listen_for = "    \
	"'L',"
#define INJECT(id, rest) "inject '" id "' { " rest ", from = 'X', to = 'support', channel = 'chat', text = 'T' }\n"

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

struct every { /* counts through all paths, the last choice first */
	int digits[32], limits[32];
	int at, n;
};

static int next_digit(void *context, const struct session *session, const struct sweep_choice *choices, size_t n)
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
	struct sweep_walk walk = {next_digit, &every};
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
	assert_true(paths > 100);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_figures_are_those_of_every_path_played_from_the_start),
	    cmocka_unit_test(thousands_of_paths_by_chance_through_the_shipped_drills_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
