/* What the tests of a sweep share: a story over small.h, swept, and held against paths that are played from the start.
 */
#ifndef TESTS_SWEPT_H
#define TESTS_SWEPT_H

#include "small.h"

#include "desk/shelf.h"
#include "desk/sweep.h"
#include "desk/sweep_path.h"
#include "desk/sweep_sums.h"

#define ASKED(id, owner, objective)                                                                                    \
	"owner = '" owner "', objective = '" objective "', ask = 'Q?', hint = 'H', probes = { 'P' }, listen_for = "    \
	"'L',"
#define INJECT(id, rest) "inject '" id "' { " rest ", from = 'X', to = 'support', channel = 'chat', text = 'T' }\n"

/* An inject that nothing delivers, a question that nothing opens, a function that fails behind one answer alone, and no
 * word for the last eighty hours. */
#define FAULTY                                                                                                         \
	SMALL_HEAD                                                                                                     \
	INJECT("first", "at = '1h', opens = 'one'")                                                                    \
	"inject 'lost' { from = 'X', to = 'support', channel = 'chat', text = 'T' }\n"                                 \
	"decision 'one' { " ASKED(                                                                                     \
	    "one", "it-admin",                                                                                         \
	    "containment") "{ id = 'fine', 'Fine', score = { containment = 1 }, because = 'B' }, "                     \
	                   "{ id = 'fails', 'Fails', run = function(w) return { sets = w.nothing } end, score = { "    \
	                   "containment = 2 }, "                                                                       \
	                   "because = 'B' } }\n"                                                                       \
	                   "decision 'never' { " ASKED(                                                                \
	                       "never", "it-admin",                                                                    \
	                       "containment") "{ id = 'x', 'X', score = { containment = 1 }, because = 'B' }, "        \
	                                      "{ id = 'y', 'Y', score = { containment = 1 }, because = 'B' } }\n"

static inline struct jsn *swept_model(const struct small *small, int shard, int shards, size_t states)
{
	const struct shelf_set set = {small->world, small->scenario};
	const struct sweep_setup setup = {
	    .seed = 1, .samples = 200, .bounds = {.states = states, .shard = shard, .shards = shards}};
	char why[ACT_WHY];
	struct jsn *model = sweep_model(&set, &setup, why);
	assert_non_null(model);
	return model;
}

static inline const struct jsn *swept_world(const struct jsn *model, size_t number)
{
	return jsn_at(jsn_get(model, "worlds"), number, NULL);
}

struct swept {
	struct sweep_play play;
	struct sweep_graph graph;
	struct sweep_sums sums;
	const struct world *world;
};

static inline void swept_open(struct swept *s, const struct world *world, struct scenario *scenario, bool followed)
{
	const struct sweep_play_rules rules = {.seed = 1, .followed = followed};
	const struct sweep_graph_bounds bounds = {.states = 1000000, .shard = 1, .shards = 1};
	*s = (struct swept){.world = world};
	assert_true(sweep_play_open(&s->play, world, scenario, &rules));
	while (!sweep_graph_grow(&s->graph, &s->play, &bounds))
		sweep_graph_free(&s->graph);
	sweep_sums_make(&s->sums, &s->graph, world);
}

static inline void swept_close(struct swept *s)
{
	sweep_sums_free(&s->sums);
	sweep_graph_free(&s->graph);
	sweep_play_close(&s->play);
}

/* The points and the state that the graph has for a path. */
static inline uint32_t swept_walk(const struct swept *s, const struct sweep_path_route *route, int32_t earned[])
{
	uint32_t at = 0;
	memcpy(earned, s->graph.gains[s->graph.start].tenths, STORY_OBJECTIVES * sizeof *earned);
	for (size_t i = 0; i < route->n; i++) {
		const struct sweep_graph_node *node = &s->graph.nodes[at];
		const struct sweep_graph_edge *edge = NULL;
		for (size_t k = 0; k < node->edges; k++) {
			const struct sweep_graph_edge *one = &s->graph.edges[node->first + k];
			if (one->choice.decision == route->choices[i].decision &&
			    one->choice.way == route->choices[i].way)
				edge = one;
		}
		assert_non_null(edge);
		for (int o = 0; o < STORY_OBJECTIVES; o++)
			earned[o] += s->graph.gains[edge->gain].tenths[o];
		at = edge->to;
	}
	return at;
}

/* Plays one path from the start; it has to come to the very points and failures of the graph. Its total. */
static inline int swept_agrees(struct swept *s, const struct sweep_path_walk *walk)
{
	struct sweep_path_route route;
	struct score_range range = score_range(s->world);
	int32_t earned[STORY_OBJECTIVES];
	char why[ACT_WHY];
	if (!sweep_path_play(&s->play, walk, &route, why))
		fail_msg("%s", why);
	assert_true(route.ended);
	uint32_t at = swept_walk(s, &route, earned);
	assert_memory_equal(earned, route.earned, sizeof earned);
	assert_int_equal(__builtin_popcountll(s->graph.nodes[at].criticals), route.criticals);
	int total = score_total(&range, route.earned);
	assert_true(total <= s->sums.best.total && total >= s->sums.worst.total);
	sweep_path_free(&route);
	return total;
}

static inline void swept_agrees_by_chance(struct swept *s, int paths)
{
	uint64_t chance = 1;
	for (int i = 0; i < paths; i++) {
		struct sweep_path_walk walk = sweep_path_random(&chance);
		swept_agrees(s, &walk);
	}
}

#endif
