/* The story of 12 questions of 3 answers (531,441 paths): counted exactly, declarative and with hooks, and played by
 * chance; then the shipped drills, whole. What happens is a choice, or what falls due; an edge of the graph is all that
 * happens from one choice to the next. README.md says which of the two the design's figure is held against. Processor
 * time: on a machine that is busy with other work the wall clock would measure that. */
#include "bench.h"

#include "desk/shelf.h"
#include "desk/sweep.h"
#include "desk/sweep_sample.h"

#include <string.h>
#include <sys/resource.h>

enum { PLAYS = 20000, ROUNDS = 3 };

struct swept {
	struct shelf_set set;
	struct sweep_play play;
	struct sweep_graph graph;
	struct sweep_sums sums;
	double seconds, events, edges; /* of the whole sweep, of its last round alone */
};

static double cpu_seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void open_story(struct swept *s, const char *scenario, const char *playbook, bool followed, bool prompt)
{
	const struct shelf_choice choice = {.scenario = scenario, .playbook = playbook, .extended = true};
	const struct sweep_play_rules rules = {.seed = 1, .followed = followed, .prompt = prompt};
	struct diags diags;
	diags_init(&diags);
	if (!shelf_open(&choice, &diags, &s->set) || !sweep_play_open(&s->play, s->set.world, s->set.scenario, &rules))
		exit(2);
	diags_free(&diags);
}

static void close_story(struct swept *s)
{
	sweep_play_close(&s->play);
	shelf_close(&s->set);
}

/* All of it, from nothing known to the figures. */
static void sweep(struct swept *s)
{
	const struct sweep_graph_bounds bounds = {.states = 1000000, .shard = 1, .shards = 1};
	double from = cpu_seconds(), turns;
	bool known;
	do {
		turns = (double)s->play.turns;
		known = sweep_graph_grow(&s->graph, &s->play, &bounds);
		if (!known)
			sweep_graph_free(&s->graph);
	} while (!known);
	s->events = (double)s->play.turns - turns;
	s->edges = (double)s->graph.nedges;
	sweep_sums_make(&s->sums, &s->graph, s->set.world);
	s->seconds = cpu_seconds() - from;
}

static void forget(struct swept *s)
{
	sweep_sums_free(&s->sums);
	sweep_graph_free(&s->graph);
}

struct bounds {
	double count;       /* seconds; 0: not bounded */
	double event, edge; /* microseconds */
};

static int tree(const char *scenario, struct bounds bounds)
{
	double seconds[ROUNDS], event[ROUNDS], edge[ROUNDS];
	const char *file = strrchr(scenario, '/') + 1;
	char name[80];
	int over = 0;
	for (int i = 0; i < ROUNDS; i++) {
		struct swept s = {.seconds = 0};
		open_story(&s, scenario, "tests/bench/tree.yaml", false, true);
		sweep(&s);
		if (s.sums.paths != 531441)
			exit(2);
		seconds[i] = s.seconds;
		event[i] = s.seconds * 1e6 / s.events;
		edge[i] = s.seconds * 1e6 / s.edges;
		forget(&s);
		close_story(&s);
	}
	snprintf(name, sizeof name, "%s: 531,441 paths, exactly", file);
	if (bounds.count > 0)
		over += bench_line(name, bench_least(seconds, ROUNDS), bounds.count, "s");
	snprintf(name, sizeof name, "%s: what happens, each", file);
	over += bench_line(name, bench_least(event, ROUNDS), bounds.event, "us");
	snprintf(name, sizeof name, "%s: from choice to choice, each", file);
	return over + bench_line(name, bench_least(edge, ROUNDS), bounds.edge, "us");
}

static int by_chance(void)
{
	double each[ROUNDS];
	for (int i = 0; i < ROUNDS; i++) {
		struct swept s = {.seconds = 0};
		struct sweep_sample sample;
		open_story(&s, "tests/bench/tree.lua", "tests/bench/tree.yaml", false, true);
		double from = cpu_seconds();
		sweep_sample_take(&sample, &s.play, PLAYS, 1);
		each[i] = (cpu_seconds() - from) * 1e6 / PLAYS;
		sweep_sample_free(&sample);
		close_story(&s);
	}
	return bench_line("tree.lua: a play by chance", bench_least(each, ROUNDS), 1e6 / 90000, "us");
}

static int memory(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return bench_line("memory of all that", (double)usage.ru_maxrss / 1024, 64, "MiB");
}

static int shipped(const char *scenario)
{
	double seconds = 0;
	char name[80];
	for (int followed = 0; followed < 2; followed++) {
		struct swept s = {.seconds = 0};
		open_story(&s, scenario, NULL, followed, false);
		sweep(&s);
		if (!s.graph.complete)
			return bench_line(scenario, 1e9, 30, "s");
		seconds += s.seconds;
		forget(&s);
		close_story(&s);
	}
	snprintf(name, sizeof name, "%s, swept whole", scenario);
	return bench_line(name, seconds, 30, "s");
}

static double part(const struct shelf_set *set, struct sweep_setup setup, int shard, int shards)
{
	char why[ACT_WHY];
	setup.bounds = (struct sweep_graph_bounds){.states = 1000000, .shard = shard, .shards = shards};
	double from = cpu_seconds();
	struct jsn *model = sweep_model(set, &setup, why);
	if (!model)
		exit(2);
	jsn_free(model);
	return cpu_seconds() - from;
}

/* What --jobs 2 costs beside one process: parts that share states play them twice. */
static int in_two(const char *scenario, const char *playbook, enum sweep_steps steps, bool prompt)
{
	const struct shelf_choice choice = {.scenario = scenario, .playbook = playbook, .extended = true};
	const struct sweep_setup setup = {.seed = 1, .steps = steps, .prompt = prompt, .samples = 1};
	const char *slash = strrchr(scenario, '/');
	double ratio[ROUNDS];
	char name[80];
	struct shelf_set set;
	struct diags diags;
	diags_init(&diags);
	if (!shelf_open(&choice, &diags, &set))
		exit(2);
	for (int i = 0; i < ROUNDS; i++) {
		double whole = part(&set, setup, 1, 1);
		ratio[i] = (part(&set, setup, 1, 2) + part(&set, setup, 2, 2)) / whole;
	}
	shelf_close(&set);
	diags_free(&diags);
	snprintf(name, sizeof name, "%s: two parts, to one sweep", slash ? slash + 1 : scenario);
	return bench_line(name, bench_least(ratio, ROUNDS), 1.5, "x");
}

int main(void)
{
	int over = tree("tests/bench/tree.lua", (struct bounds){0.2, 1, 2.5});
	over += tree("tests/bench/tree_hooks.lua", (struct bounds){0, 2.5, 10});
	over += by_chance();
	over += memory();
	over += shipped("ex-employee-export");
	over += shipped("agency-account-takeover");
	over += in_two("tests/bench/tree.lua", "tests/bench/tree.yaml", SWEEP_IGNORED, true);
	over += in_two("ex-employee-export", NULL, SWEEP_BOTH, false);
	over += in_two("agency-account-takeover", NULL, SWEEP_BOTH, false);
	return over ? 1 : 0;
}
