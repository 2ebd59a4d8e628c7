#include "desk/sweep.h"

#include "desk/sweep_path.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

const char *const sweep_steps[] = {"both", "followed", "ignored", NULL};

struct job { /* one world */
	const struct world *world;
	const struct sweep_setup *setup;
	struct sweep_play play;
	struct sweep_graph graph;
	struct sweep_sums sums;
	struct jsn *out;
};

/* ---- figures ---- */

/* JSON's own numbers end at 64 bits. */
static struct jsn *count(sweep_tally n)
{
	char digits[SWEEP_TALLY_ROOM];
	return jsn_string(sweep_tally_digits(n, digits));
}

static struct jsn *number(int64_t n)
{
	return jsn_make(JSN_INT, n);
}

static struct jsn *millionths(double x)
{
	return number(llround(x * 1e6));
}

static struct jsn *list(struct jsn *object, const char *key)
{
	return jsn_put(object, key, jsn_make(JSN_ARRAY, 0));
}

static struct jsn *object(struct jsn *container, const char *key)
{
	return jsn_put(container, key, jsn_make(JSN_OBJECT, 0));
}

static const char *id(const struct job *job, enum names_kind kind, int number)
{
	return names_id(&job->world->names, kind, number);
}

static const char *way_name(const struct story_decision *decision, int way)
{
	if (way == SWEEP_WAIT || way == SWEEP_NEVER)
		return way == SWEEP_WAIT ? "wait" : "never";
	return story_option_at(decision, way)->id;
}

static void put_totals(struct jsn *out, const sweep_tally totals[SWEEP_TOTALS])
{
	struct jsn *rows = list(out, "totals");
	for (int i = 0; i < SWEEP_TOTALS; i++)
		jsn_put(rows, NULL, count(totals[i]));
}

static void put_criticals(struct job *job)
{
	struct jsn *rows = list(job->out, "criticals");
	for (int i = 0; i < SWEEP_CRITICALS && i < (int)job->world->names.of[NAMES_CRITICAL].n; i++) {
		struct jsn *row = object(rows, NULL);
		jsn_put(row, "id", jsn_string(id(job, NAMES_CRITICAL, i)));
		jsn_put(row, "paths", count(job->sums.criticals[i]));
	}
}

/* ---- paths, as choices and as lines to type ---- */

static void put_choices(const struct job *job, struct jsn *out, const struct sweep_choice *choices, size_t n)
{
	struct jsn *rows = list(out, "choices");
	for (size_t i = 0; i < n; i++) {
		const struct story_decision *decision = &job->world->story->decisions[choices[i].decision];
		char words[256];
		snprintf(words, sizeof words, "%s %s", decision->entry.id, way_name(decision, choices[i].way));
		jsn_put(rows, NULL, jsn_string(words));
	}
}

/* Played once more, from the start and through a session: what is told is what came of that. */
static void put_route(struct job *job, struct jsn *out, const struct sweep_choice *choices, size_t n)
{
	struct sweep_follow follow = {choices, n, 0};
	struct sweep_walk walk = sweep_path_follow(&follow);
	struct sweep_route route;
	struct score_range range = score_range(job->world);
	char why[ACT_WHY], grade[2] = {'\0', '\0'};
	sweep_path_play(&job->play, &walk, &route, why);
	int total = score_total(&range, route.earned);
	grade[0] = score_grade(total, route.criticals);
	jsn_put(out, "total", number(total));
	jsn_put(out, "grade", jsn_string(grade));
	jsn_put(out, "criticals", number(route.criticals));
	jsn_put(out, "answers", jsn_string(route.lines.data ? route.lines.data : ""));
	put_choices(job, out, choices, n);
	sweep_path_free(&route);
}

static void put_path(struct job *job, const char *key, const struct sweep_path *path)
{
	if (path->choices)
		put_route(job, object(job->out, key), path->choices, path->n);
}

/* The choices that lead to a fault, the last one included; malloc'ed. */
static struct sweep_choice *choices_to(const struct sweep_graph *g, const struct sweep_fault *fault, size_t *n)
{
	struct sweep_choice *choices = calloc((size_t)fault->depth + 1, sizeof *choices);
	if (!choices)
		abort();
	*n = fault->depth;
	size_t at = fault->depth;
	uint32_t node = fault->node;
	for (struct sweep_choice choice = fault->choice; at > 0; node = g->nodes[node].parent) {
		choices[--at] = choice;
		choice = g->nodes[node].choice;
	}
	return choices;
}

static void put_faults(struct job *job)
{
	static const char *const kinds[] = {
	    [SWEEP_HOOK_FAILED] = "hook failed", [SWEEP_GOES_ROUND] = "goes round", [SWEEP_RUNS_DRY] = "runs dry"};
	struct jsn *rows = list(job->out, "faults");
	for (size_t i = 0; i < job->graph.nfaults; i++) {
		const struct sweep_fault *fault = &job->graph.faults[i];
		struct jsn *row = object(rows, NULL);
		size_t n;
		struct sweep_choice *choices = choices_to(&job->graph, fault, &n);
		jsn_put(row, "kind", jsn_string(kinds[fault->kind]));
		jsn_put(row, "what", jsn_string(fault->what));
		put_route(job, row, choices, n);
		free(choices);
	}
}

/* ---- questions ---- */

static void put_ways(struct job *job, struct jsn *row, int number_of)
{
	struct jsn *ways = list(row, "ways");
	for (int way = 0; way < SWEEP_WAYS; way++) {
		const struct sweep_worth *worth = &job->sums.worth[number_of * SWEEP_WAYS + way];
		if (!worth->paths)
			continue;
		struct jsn *out = object(ways, NULL);
		jsn_put(out, "way", jsn_string(way_name(&job->world->story->decisions[number_of], way)));
		jsn_put(out, "paths", count(worth->paths));
		jsn_put(out, "mean", millionths(worth->mean));
		jsn_put(out, "best", number(worth->best));
		jsn_put(out, "worst", number(worth->worst));
	}
}

static void put_decisions(struct job *job)
{
	struct jsn *rows = list(job->out, "decisions");
	for (int i = 0; i < (int)job->world->story->ndecisions; i++) {
		if (!world_asks(job->world, i))
			continue;
		struct jsn *row = object(rows, NULL);
		jsn_put(row, "id", jsn_string(id(job, NAMES_DECISION, i)));
		put_ways(job, row, i);
	}
}

/* ---- what no path reached ---- */

static void put_unreached_options(struct job *job, struct jsn *out)
{
	struct jsn *rows = list(out, "options");
	for (int i = 0; i < (int)job->world->story->ndecisions; i++) {
		const struct story_decision *decision = &job->world->story->decisions[i];
		for (int k = 0; world_asks(job->world, i) && k < (int)decision->options.n; k++) {
			char name[256];
			snprintf(name, sizeof name, "%s.%s", decision->entry.id, way_name(decision, k));
			if (!job->play.seen.options[i * SWEEP_WAYS + k])
				jsn_put(rows, NULL, jsn_string(name));
		}
	}
}

static void put_unreached(struct job *job)
{
	const struct story *story = job->world->story;
	struct jsn *out = object(job->out, "unreached");
	struct jsn *injects = list(out, "injects"), *decisions = list(out, "decisions"), *late = list(out, "late");
	for (int i = 0; i < (int)story->nitems; i++)
		if (story->items[i].kind == STORY_INJECT && world_plays(job->world, i) && !job->play.seen.items[i])
			jsn_put(injects, NULL, jsn_string(id(job, NAMES_ITEM, i)));
	for (int i = 0; i < (int)story->ndecisions; i++) {
		if (!world_asks(job->world, i))
			continue;
		if (!job->play.seen.opened[i])
			jsn_put(decisions, NULL, jsn_string(id(job, NAMES_DECISION, i)));
		if (story->decisions[i].late.entry.node && !job->play.seen.late[i] && !job->setup->prompt)
			jsn_put(late, NULL, jsn_string(id(job, NAMES_DECISION, i)));
	}
	put_unreached_options(job, out);
}

/* ---- the automatic player ---- */

static int pick_best(void *context, const struct session *session, const struct sweep_choice *choices, size_t n)
{
	struct arena *arena = arena_new();
	struct act act;
	int picked = -1;
	(void)context;
	bool acts = player_act(session, PLAYER_BEST, arena, &act);
	for (size_t i = 0; acts && i < n; i++)
		if (choices[i].decision == act.refs[0] && choices[i].way == act.other)
			picked = (int)i;
	arena_free(arena);
	return picked;
}

static void put_player(struct job *job)
{
	struct sweep_walk walk = {pick_best, NULL};
	struct sweep_route route;
	struct score_range range = score_range(job->world);
	char why[ACT_WHY];
	bool played = sweep_path_play(&job->play, &walk, &route, why) && route.ended;
	if (played) {
		struct jsn *out = object(job->out, "player");
		jsn_put(out, "total", number(score_total(&range, route.earned)));
		jsn_put(out, "criticals", number(route.criticals));
		put_choices(job, out, route.choices, route.n);
	}
	sweep_path_free(&route);
}

/* ---- one world, and both ---- */

static void play_world(struct job *job)
{
	const struct sweep_bounds *bounds = &job->setup->bounds;
	while (!sweep_graph_grow(&job->graph, &job->play, bounds))
		sweep_graph_free(&job->graph);
	sweep_sums_make(&job->sums, &job->graph, job->world);
	jsn_put(job->out, "steps", jsn_string(sweep_steps[job->play.rules.followed ? SWEEP_FOLLOWED : SWEEP_IGNORED]));
	jsn_put(job->out, "complete", jsn_make(JSN_BOOL, job->graph.complete && !job->sums.overflow));
	jsn_put(job->out, "states", number((int64_t)job->graph.nnodes));
	jsn_put(job->out, "edges", number((int64_t)job->graph.nedges));
	jsn_put(job->out, "paths", count(job->sums.paths));
	jsn_put(job->out, "stuck", count(job->sums.stuck));
	jsn_put(job->out, "mean", millionths(job->sums.mean));
	put_totals(job->out, job->sums.totals);
	put_criticals(job);
	put_decisions(job);
	put_unreached(job);
	put_path(job, "best", &job->sums.best);
	put_path(job, "worst", &job->sums.worst);
	put_faults(job);
	if (job->play.rules.followed)
		put_player(job);
	sweep_sums_free(&job->sums);
	sweep_graph_free(&job->graph);
}

static bool add_world(const struct shelf_set *set, const struct sweep_setup *setup, bool followed, struct jsn *worlds)
{
	struct sweep_rules rules = {.seed = setup->seed, .followed = followed, .prompt = setup->prompt};
	struct job job = {.world = set->world, .setup = setup};
	bool fits = sweep_play_open(&job.play, set->world, set->scenario, &rules);
	job.out = fits ? object(worlds, NULL) : NULL;
	if (fits)
		play_world(&job);
	sweep_play_close(&job.play);
	return fits;
}

struct jsn *sweep_model(const struct shelf_set *set, const struct sweep_setup *setup, char why[ACT_WHY])
{
	struct jsn *model = jsn_make(JSN_OBJECT, 0), *worlds = list(model, "worlds");
	bool fits = true;
	jsn_put(model, "scenario", jsn_string(set->world->story->id));
	jsn_put(model, "playbook", jsn_string(set->world->playbook->id));
	jsn_put(model, "seed", number((int64_t)setup->seed));
	jsn_put(model, "extended", jsn_make(JSN_BOOL, set->world->extended));
	if (setup->steps != SWEEP_IGNORED)
		fits = add_world(set, setup, true, worlds);
	if (fits && setup->steps != SWEEP_FOLLOWED)
		fits = add_world(set, setup, false, worlds);
	if (fits)
		return model;
	snprintf(why, ACT_WHY, "%s has more actions, items and questions than a sweep can hold.",
	         set->world->story->id);
	jsn_free(model);
	return NULL;
}
