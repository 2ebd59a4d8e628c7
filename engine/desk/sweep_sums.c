#include "desk/sweep_sums.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct row { /* paths that have these points so far */
	scale_wide points;
	sweep_tally paths;
};

struct rows { /* by rising points */
	struct row *v;
	size_t n;
};

struct goal { /* of the ways on from a state */
	scale_wide points;
	uint32_t choices;
};

struct flow { /* of a state: what leads to it, and what leads on from it */
	sweep_tally to, from;
	struct sweep_mean_sum sum_to, sum_from; /* points of all those paths */
	scale_wide most_to, least_to;
	struct goal most_from, least_from;
	struct rows rows, onward; /* in the middle: points of the ways here, and of the ways on */
	sweep_tally to_middle;
};

struct span { /* points, at most and at least, of the paths that go a way */
	scale_wide most, least;
};

struct tally {
	struct sweep_sums *sums;
	const struct sweep_graph *g;
	struct flow *flows;
	scale_wide *gains;  /* the points of each */
	struct span *spans; /* of each way */
};

static void count_up(struct tally *t, sweep_tally *into, sweep_tally more)
{
	t->sums->overflow = !sweep_tally_add(into, more) || t->sums->overflow;
}

static void add_points(struct sweep_mean_sum *into, scale_wide points, sweep_tally paths)
{
	struct sweep_mean_sum each = sweep_mean_of(points);
	sweep_mean_add(into, &each, paths);
}

static bool ends_path(const struct sweep_graph_node *node)
{
	return node->end == SWEEP_OVER;
}

/* ---- forwards ---- */

static void flow_on(struct tally *t, const struct sweep_graph_edge *edge, const struct flow *from)
{
	struct flow *to = &t->flows[edge->to];
	scale_wide gain = t->gains[edge->gain];
	bool first = to->to == 0;
	count_up(t, &to->to, from->to);
	sweep_mean_add(&to->sum_to, &from->sum_to, 1);
	add_points(&to->sum_to, gain, from->to);
	if (first || from->most_to + gain > to->most_to)
		to->most_to = from->most_to + gain;
	if (first || from->least_to + gain < to->least_to)
		to->least_to = from->least_to + gain;
}

static void go_forwards(struct tally *t)
{
	const struct sweep_graph *g = t->g;
	struct flow *start = &t->flows[0];
	start->to = 1;
	start->most_to = start->least_to = t->gains[g->start];
	add_points(&start->sum_to, t->gains[g->start], 1);
	for (size_t i = 0; i < g->norder; i++) {
		const struct sweep_graph_node *node = &g->nodes[g->order[i]];
		for (size_t k = 0; k < node->edges; k++)
			flow_on(t, &g->edges[node->first + k], &t->flows[g->order[i]]);
	}
}

/* ---- backwards ---- */

/* Whether it has more points (sign 1) or fewer (-1); then, fewer choices. */
static bool beats(struct goal a, struct goal b, int sign)
{
	return a.points != b.points ? (a.points > b.points) == (sign > 0) : a.choices < b.choices;
}

static struct goal goal_through(struct goal onward, scale_wide gain)
{
	return (struct goal){onward.points + gain, onward.choices + 1};
}

static void flow_back(const struct tally *t, const struct sweep_graph_edge *edge, struct flow *from)
{
	const struct flow *to = &t->flows[edge->to];
	scale_wide gain = t->gains[edge->gain];
	bool first = from->from == 0;
	if (to->from == 0)
		return;
	from->from += to->from;
	sweep_mean_add(&from->sum_from, &to->sum_from, 1);
	add_points(&from->sum_from, gain, to->from);
	struct goal most = goal_through(to->most_from, gain), least = goal_through(to->least_from, gain);
	if (first || beats(most, from->most_from, 1))
		from->most_from = most;
	if (first || beats(least, from->least_from, -1))
		from->least_from = least;
}

static void go_backwards(struct tally *t)
{
	const struct sweep_graph *g = t->g;
	for (size_t i = 0; i < g->nnodes; i++)
		t->flows[i].from = ends_path(&g->nodes[i]);
	for (size_t i = g->norder; i-- > 0;) {
		const struct sweep_graph_node *node = &g->nodes[g->order[i]];
		for (size_t k = 0; k < node->edges; k++)
			flow_back(t, &g->edges[node->first + k], &t->flows[g->order[i]]);
	}
}

/* ---- the spread ---- */

/* Of how many paths have which points, there are soon too many to carry along: so they are carried forwards to the
 * middle of the graph, backwards to the same states, and paired there. A path crosses the middle once. */

static struct rows merged(const struct rows *a, const struct rows *b, scale_wide gain)
{
	struct rows out = {memory_zeroed(a->n + b->n, sizeof(struct row)), 0};
	size_t i = 0, k = 0;
	while (i < a->n || k < b->n) {
		struct row *row = &out.v[out.n++];
		bool left = k == b->n || (i < a->n && a->v[i].points <= b->v[k].points + gain);
		bool both = left && k < b->n && a->v[i].points == b->v[k].points + gain;
		*row = left ? a->v[i] : (struct row){b->v[k].points + gain, b->v[k].paths};
		if (both)
			row->paths += b->v[k].paths;
		i += left;
		k += !left || both;
	}
	return out;
}

static void add_rows(struct rows *to, const struct rows *more, scale_wide gain)
{
	struct rows out = merged(to, more, gain);
	free(to->v);
	*to = out;
}

static void drop(struct rows *rows)
{
	free(rows->v);
	*rows = (struct rows){NULL, 0};
}

static const struct rows *one_path(struct rows *rows, struct row *row)
{
	*row = (struct row){0, 1};
	*rows = (struct rows){row, 1};
	return rows;
}

/* How far in the order of expansion more paths lead on than lead there. */
static size_t middle(const struct tally *t)
{
	size_t at = 0;
	while (at < t->g->norder && t->flows[t->g->order[at]].to < t->flows[t->g->order[at]].from)
		at++;
	return at;
}

static void spread_to(struct tally *t, size_t end)
{
	struct row row;
	struct rows rows;
	add_rows(&t->flows[0].rows, one_path(&rows, &row), t->gains[t->g->start]);
	for (size_t i = 0; i < end; i++) {
		const struct sweep_graph_node *node = &t->g->nodes[t->g->order[i]];
		struct flow *flow = &t->flows[t->g->order[i]];
		for (size_t k = 0; k < node->edges; k++) {
			const struct sweep_graph_edge *edge = &t->g->edges[node->first + k];
			add_rows(&t->flows[edge->to].rows, &flow->rows, t->gains[edge->gain]);
		}
		drop(&flow->rows);
	}
}

static void spread_from(struct tally *t, size_t end)
{
	struct row row;
	struct rows rows;
	for (size_t i = 0; i < t->g->nnodes; i++)
		if (ends_path(&t->g->nodes[i]))
			add_rows(&t->flows[i].onward, one_path(&rows, &row), 0);
	for (size_t i = t->g->norder; i-- > end;) {
		const struct sweep_graph_node *node = &t->g->nodes[t->g->order[i]];
		struct flow *flow = &t->flows[t->g->order[i]];
		for (size_t k = 0; k < node->edges; k++) {
			const struct sweep_graph_edge *edge = &t->g->edges[node->first + k];
			add_rows(&flow->onward, &t->flows[edge->to].onward, t->gains[edge->gain]);
		}
	}
}

/* The most points whose total is at most `total`. */
static scale_wide points_up_to(const struct scale *scale, int total)
{
	scale_wide low = scale->from - scale->whole, high = scale->from + 2 * scale->whole;
	while (low < high) {
		scale_wide half = low + (high - low + 1) / 2;
		if (scale_total(scale, half) <= total)
			low = half;
		else
			high = half - 1;
	}
	return low;
}

/* Paths through a state in the middle whose points are at most `most`; `sums` adds up the paths onward. */
static sweep_tally pairs_up_to(const struct flow *flow, const sweep_tally *sums, scale_wide most)
{
	sweep_tally pairs = 0;
	size_t k = flow->onward.n;
	for (size_t i = 0; i < flow->rows.n; i++) {
		while (k > 0 && flow->rows.v[i].points + flow->onward.v[k - 1].points > most)
			k--;
		pairs += flow->rows.v[i].paths * sums[k];
	}
	return pairs;
}

/* Only totals that its paths can have are looked at. */
static void pair(struct tally *t, const struct flow *flow, const scale_wide most[SWEEP_TOTALS])
{
	const struct scale *scale = &t->sums->scale;
	const struct row *rows = flow->rows.v, *onward = flow->onward.v;
	sweep_tally *sums = memory_zeroed(flow->onward.n + 1, sizeof *sums), before = 0;
	int total = scale_total(scale, rows[0].points + onward[0].points);
	int last = scale_total(scale, rows[flow->rows.n - 1].points + onward[flow->onward.n - 1].points);
	for (size_t k = 0; k < flow->onward.n; k++)
		sums[k + 1] = sums[k] + onward[k].paths;
	for (; total < last; total++) {
		sweep_tally all = pairs_up_to(flow, sums, most[total]);
		t->sums->totals[total] += all - before;
		before = all;
	}
	t->sums->totals[last] += flow->to_middle * flow->from - before;
	free(sums);
}

static void spread(struct tally *t)
{
	size_t at = middle(t);
	scale_wide most[SWEEP_TOTALS];
	for (int total = 0; total < SWEEP_TOTALS; total++)
		most[total] = points_up_to(&t->sums->scale, total);
	spread_to(t, at);
	spread_from(t, at);
	for (size_t i = 0; i < t->g->nnodes; i++) {
		struct flow *flow = &t->flows[i];
		for (size_t k = 0; k < flow->rows.n; k++)
			flow->to_middle += flow->rows.v[k].paths;
		if (flow->rows.n && flow->onward.n)
			pair(t, flow, most);
		drop(&flow->rows);
		drop(&flow->onward);
	}
}

static void count_ends(struct tally *t)
{
	for (size_t i = 0; i < t->g->nnodes; i++) {
		const struct sweep_graph_node *node = &t->g->nodes[i];
		for (int k = 0; ends_path(node) && k < SWEEP_CRITICALS; k++)
			if (node->criticals >> k & 1)
				count_up(t, &t->sums->criticals[k], t->flows[i].to);
		if (node->end == SWEEP_STUCK)
			count_up(t, &t->sums->stuck, t->flows[i].to);
	}
}

/* ---- paths and choices ---- */

/* Of equal ones the first: by the order of answers. */
static const struct sweep_graph_edge *extreme(const struct tally *t, const struct sweep_graph_node *node, bool best)
{
	const struct sweep_graph_edge *found = NULL;
	struct goal record = {0, 0};
	for (size_t k = 0; k < node->edges; k++) {
		const struct sweep_graph_edge *edge = &t->g->edges[node->first + k];
		const struct flow *to = &t->flows[edge->to];
		struct goal goal = goal_through(best ? to->most_from : to->least_from, t->gains[edge->gain]);
		if (to->from && (!found || beats(goal, record, best ? 1 : -1))) {
			found = edge;
			record = goal;
		}
	}
	return found;
}

static void add_gain(const struct tally *t, struct sweep_sums_path *path, uint32_t gain)
{
	path->points += t->gains[gain];
	for (int o = 0; o < STORY_OBJECTIVES; o++)
		path->earned[o] += t->g->gains[gain].tenths[o];
}

static void walk(const struct tally *t, struct sweep_sums_path *path, bool best)
{
	const struct sweep_graph_edge *edge;
	uint32_t at = 0;
	if (t->flows[0].from == 0)
		return;
	path->choices = memory_zeroed(t->g->norder + 1, sizeof *path->choices);
	add_gain(t, path, t->g->start);
	while ((edge = extreme(t, &t->g->nodes[at], best)) != NULL) {
		path->choices[path->n++] = edge->choice;
		add_gain(t, path, edge->gain);
		at = edge->to;
	}
	path->total = scale_total(&t->sums->scale, path->points);
}

static void weigh(struct tally *t, const struct sweep_graph_edge *edge, const struct flow *from)
{
	const struct flow *to = &t->flows[edge->to];
	size_t way = (size_t)edge->choice.decision * SWEEP_WAYS + (size_t)edge->choice.way;
	struct sweep_sums_worth *w = &t->sums->worth[way];
	struct span *span = &t->spans[way];
	sweep_tally paths = from->to * to->from;
	scale_wide gain = t->gains[edge->gain];
	scale_wide most = from->most_to + gain + to->most_from.points;
	scale_wide least = from->least_to + gain + to->least_from.points;
	if (!paths)
		return;
	span->most = w->paths == 0 || most > span->most ? most : span->most;
	span->least = w->paths == 0 || least < span->least ? least : span->least;
	w->paths += paths;
	sweep_mean_add(&w->sum, &from->sum_to, to->from);
	sweep_mean_add(&w->sum, &to->sum_from, from->to);
	add_points(&w->sum, gain - t->sums->scale.from, paths);
}

static void weigh_all(struct tally *t)
{
	const struct sweep_mean_sum whole = sweep_mean_of(t->sums->scale.whole);
	for (size_t i = 0; i < t->g->norder; i++) {
		const struct sweep_graph_node *node = &t->g->nodes[t->g->order[i]];
		for (size_t k = 0; k < node->edges; k++)
			weigh(t, &t->g->edges[node->first + k], &t->flows[t->g->order[i]]);
	}
	for (size_t i = 0; i < t->sums->nworth; i++) {
		struct sweep_sums_worth *worth = &t->sums->worth[i];
		worth->mean = sweep_mean_points(&worth->sum, worth->paths, &whole);
		worth->best = scale_total(&t->sums->scale, t->spans[i].most);
		worth->worst = scale_total(&t->sums->scale, t->spans[i].least);
	}
}

void sweep_sums_make(struct sweep_sums *sums, const struct sweep_graph *g, const struct world *world)
{
	struct score_range range = score_range(world);
	*sums = (struct sweep_sums){.scale = scale_make(range.lo, range.hi, range.weight),
	                            .nworth = world->story->ndecisions * SWEEP_WAYS};
	struct tally t = {sums, g, memory_zeroed(g->nnodes, sizeof(struct flow)),
	                  memory_zeroed(g->ngains, sizeof(scale_wide)),
	                  memory_zeroed(sums->nworth, sizeof(struct span))};
	sums->worth = memory_zeroed(sums->nworth, sizeof *sums->worth);
	for (size_t i = 0; i < g->ngains; i++)
		for (int o = 0; o < STORY_OBJECTIVES; o++)
			t.gains[i] += sums->scale.unit[o] * g->gains[i].tenths[o];
	go_forwards(&t);
	go_backwards(&t);
	if (!sums->overflow)
		spread(&t);
	count_ends(&t);
	sums->paths = t.flows[0].from;
	sums->mean = sweep_mean_totals(sums->totals, SWEEP_TOTALS);
	weigh_all(&t);
	walk(&t, &sums->best, true);
	walk(&t, &sums->worst, false);
	free(t.flows);
	free(t.gains);
	free(t.spans);
}

void sweep_sums_free(struct sweep_sums *sums)
{
	free(sums->best.choices);
	free(sums->worst.choices);
	free(sums->worth);
}
