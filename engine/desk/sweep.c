#include "desk/sweep.h"

#include "base/memory.h"
#include "desk/sweep_path.h"
#include "desk/sweep_rank.h"
#include "desk/sweep_sample.h"
#include "exercise/embed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const sweep_steps[] = {"both", "followed", "ignored", NULL};

struct job { /* one world */
	const struct world *world;
	const struct sweep_setup *setup;
	struct sweep_graph_bounds bounds; /* of this world */
	struct sweep_play play;
	struct sweep_graph graph;
	struct sweep_sums sums;
	struct sweep_sample sample; /* where the states are too many, or the paths */
	bool exact;                 /* neither are */
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

static struct jsn *sum(const struct sweep_mean_sum *sum)
{
	char digits[SWEEP_MEAN_ROOM];
	return jsn_string(sweep_mean_digits(sum, digits));
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

static void put_sample(struct job *job)
{
	struct jsn *out = object(job->out, "sample");
	jsn_put(out, "paths", number(job->sample.paths));
	jsn_put(out, "stuck", number(job->sample.stuck));
	jsn_put(out, "mean", number(job->sample.mean));
	put_totals(out, job->sample.totals);
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

static void put_choices(const struct job *job, struct jsn *out, const struct sweep_play_choice *choices, size_t n)
{
	struct jsn *rows = list(out, "choices"), *numbers = list(out, "numbers");
	for (size_t i = 0; i < n; i++) {
		const struct story_decision *decision = &job->world->story->decisions[choices[i].decision];
		char words[256];
		snprintf(words, sizeof words, "%s %s", decision->entry.id, way_name(decision, choices[i].way));
		jsn_put(rows, NULL, jsn_string(words));
		jsn_put(numbers, NULL, number(choices[i].way));
	}
}

/* Played once more, from the start and through a session: what is told is what came of that. */
static void put_route(struct job *job, struct jsn *out, const struct sweep_play_choice *choices, size_t n)
{
	struct sweep_path_choices follow = {choices, n, 0};
	struct sweep_path_walk walk = sweep_path_follow(&follow);
	struct sweep_path_route route;
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

/* Of the paths added up, or met by chance. */
static void put_path(struct job *job, const char *key, const struct sweep_sums_path *exact,
                     const struct sweep_sums_path *met)
{
	const struct sweep_sums_path *path = job->exact ? exact : met;
	if (!path->choices)
		return;
	const struct sweep_mean_sum points = sweep_mean_of(path->points - job->sums.scale.from);
	struct jsn *out = object(job->out, key);
	put_route(job, out, path->choices, path->n);
	jsn_put(out, "points", sum(&points));
}

/* The choices that lead to a fault, the last one included; malloc'ed. */
static struct sweep_play_choice *choices_to(const struct sweep_graph *g, const struct sweep_graph_fault *fault,
                                            size_t *n)
{
	struct sweep_play_choice *choices = memory_zeroed(fault->depth, sizeof *choices);
	*n = fault->depth;
	size_t at = fault->depth;
	uint32_t node = fault->node;
	for (struct sweep_play_choice choice = fault->choice; at > 0; node = g->nodes[node].parent) {
		choices[--at] = choice;
		choice = g->nodes[node].choice;
	}
	return choices;
}

static void put_fault(struct job *job, struct jsn *rows, const char *kind, const char *what,
                      const struct sweep_play_choice *choices, size_t n)
{
	struct jsn *row = object(rows, NULL);
	jsn_put(row, "kind", jsn_string(kind));
	jsn_put(row, "what", jsn_string(what));
	put_route(job, row, choices, n);
}

static void put_faults(struct job *job)
{
	static const char *const kinds[] = {
	    [SWEEP_HOOK_FAILED] = "hook failed", [SWEEP_GOES_ROUND] = "goes round", [SWEEP_RUNS_DRY] = "runs dry"};
	const struct sweep_sample *sample = &job->sample;
	const struct jsn *ranked[SWEEP_FAULTS + 1];
	struct jsn *rows = jsn_make(JSN_ARRAY, 0);
	bool known = false;
	for (size_t i = 0; i < job->graph.nfaults; i++) {
		const struct sweep_graph_fault *fault = &job->graph.faults[i];
		size_t n;
		struct sweep_play_choice *choices = choices_to(&job->graph, fault, &n);
		put_fault(job, rows, kinds[fault->kind], fault->what, choices, n);
		known = known || strcmp(fault->what, sample->fault) == 0;
		free(choices);
	}
	if (sample->faulty.choices && !known)
		put_fault(job, rows, "met by chance", sample->fault, sample->faulty.choices, sample->faulty.n);
	for (size_t i = 0; i < jsn_count(rows); i++)
		ranked[i] = jsn_at(rows, i, NULL);
	sweep_rank_faults(ranked, jsn_count(rows), list(job->out, "faults"));
	jsn_free(rows);
}

/* ---- questions ---- */

static void put_ways(struct job *job, struct jsn *row, int number_of)
{
	struct jsn *ways = list(row, "ways");
	for (int way = 0; way < SWEEP_WAYS; way++) {
		const struct sweep_sums_worth *worth = &job->sums.worth[number_of * SWEEP_WAYS + way];
		if (!worth->paths)
			continue;
		struct jsn *out = object(ways, NULL);
		jsn_put(out, "way", jsn_string(way_name(&job->world->story->decisions[number_of], way)));
		jsn_put(out, "number", number(way));
		jsn_put(out, "sum", sum(&worth->sum));
		jsn_put(out, "paths", count(worth->paths));
		jsn_put(out, "mean", number(worth->mean));
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

/* The worlds are played one after the other; what is reached in neither is not reached. */
static void join(bool *into, const bool *from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		into[i] = into[i] || from[i];
}

static void put_options(const struct world *world, const struct sweep_play_seen *seen, struct jsn *rows)
{
	for (int i = 0; i < (int)world->story->ndecisions; i++) {
		const struct story_decision *decision = &world->story->decisions[i];
		for (int k = 0; world_asks(world, i) && k < (int)decision->options.n; k++) {
			char name[256];
			snprintf(name, sizeof name, "%s %s", decision->entry.id, way_name(decision, k));
			if (!seen->options[i * SWEEP_WAYS + k])
				jsn_put(rows, NULL, jsn_string(name));
		}
	}
}

static void put_unreached(const struct world *world, const struct sweep_play_seen *seen, bool prompt, struct jsn *out)
{
	const struct story *story = world->story;
	struct jsn *injects = list(out, "injects"), *decisions = list(out, "decisions"), *late = list(out, "late");
	for (int i = 0; i < (int)story->nitems; i++)
		if (story->items[i].kind == STORY_INJECT && world_plays(world, i) && !seen->items[i])
			jsn_put(injects, NULL, jsn_string(names_id(&world->names, NAMES_ITEM, i)));
	for (int i = 0; i < (int)story->ndecisions; i++) {
		const struct story_decision *decision = &story->decisions[i];
		if (world_asks(world, i) && !seen->opened[i])
			jsn_put(decisions, NULL, jsn_string(decision->entry.id));
		if (world_asks(world, i) && decision->late.entry.node && !seen->late[i] && !prompt)
			jsn_put(late, NULL, jsn_string(decision->entry.id));
	}
	put_options(world, seen, list(out, "options"));
}

static bool asks_for_deeds(const struct sweep_play *play, size_t hook)
{
	static const enum state_group deeds[] = {STATE_ACTION, STATE_PAUSE, STATE_NOTICE};
	const struct state *state = &play->session.state;
	const bool *read = play->reach->watch.read + hook * state->count;
	for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
		for (int row = 0; row < (int)state_rows(play->world, deeds[i]); row++)
			if (read[state_place(state, deeds[i], row, 0)])
				return true;
	return false;
}

/* A team can do more than a sweep plays: a condition that asks for deeds may come out as it never did here. */
static void excuse(const struct sweep_play *play)
{
	for (size_t hook = 0; hook < play->world->story->hooks.n; hook++)
		if (asks_for_deeds(play, hook))
			play->seen.answers[2 * hook] = play->seen.answers[2 * hook + 1] = true;
}

/* An item whose condition was never asked is in both lists. */
static void put_conditions(const struct world *world, const struct sweep_play_seen *seen, struct jsn *out)
{
	static const char *const keys[] = {"never-false", "never-true"};
	for (int answer = 0; answer < 2; answer++) {
		struct jsn *rows = list(out, keys[answer]);
		for (int i = 0; i < (int)world->story->nitems; i++) {
			int hook = world->story->items[i].hook;
			if (hook != NAMES_NONE && world_plays(world, i) && !seen->answers[2 * hook + answer])
				jsn_put(rows, NULL, jsn_string(names_id(&world->names, NAMES_ITEM, i)));
		}
	}
}

/* ---- the automatic player ---- */

static int pick_best(void *context, const struct session *session, const struct sweep_play_choice *choices, size_t n)
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
	struct sweep_path_walk walk = {pick_best, NULL};
	struct sweep_path_route route;
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

static void put_sums(struct job *job)
{
	const struct sweep_mean_sum whole = sweep_mean_of(job->sums.scale.whole);
	jsn_put(job->out, "whole", sum(&whole));
	jsn_put(job->out, "paths", count(job->sums.paths));
	jsn_put(job->out, "stuck", count(job->sums.stuck));
	jsn_put(job->out, "mean", number(job->sums.mean));
	put_totals(job->out, job->sums.totals);
	put_criticals(job);
	put_decisions(job);
}

/* Of a number for the whole, what falls to a part. */
static int64_t share(const struct sweep_graph_bounds *bounds, int64_t whole)
{
	return whole / bounds->shards + (bounds->shard <= whole % bounds->shards);
}

/* No part plays the paths of another once more. */
static void take_sample(struct job *job)
{
	const struct sweep_graph_bounds *bounds = &job->setup->bounds;
	uint64_t seed = job->setup->seed * (uint64_t)bounds->shards + (uint64_t)bounds->shard - 1;
	sweep_sample_take(&job->sample, &job->play, share(&job->bounds, job->setup->samples), seed);
}

static void play_world(struct job *job)
{
	while (!sweep_graph_grow(&job->graph, &job->play, &job->bounds))
		sweep_graph_free(&job->graph);
	sweep_sums_make(&job->sums, &job->graph, job->world);
	job->exact = job->graph.complete && !job->sums.overflow;
	if (!job->exact)
		take_sample(job);
	jsn_put(job->out, "steps", jsn_string(sweep_steps[job->play.rules.followed ? SWEEP_FOLLOWED : SWEEP_IGNORED]));
	jsn_put(job->out, "complete", jsn_make(JSN_BOOL, job->exact));
	if (job->play.reach->spent.guessed)
		jsn_put(job->out, "endless", jsn_make(JSN_BOOL, true));
	jsn_put(job->out, "overflow", jsn_make(JSN_BOOL, job->sums.overflow));
	jsn_put(job->out, "states", number((int64_t)job->graph.nnodes));
	jsn_put(job->out, "edges", number((int64_t)job->graph.nedges));
	if (!job->sums.overflow)
		put_sums(job);
	if (!job->exact)
		put_sample(job);
	put_unreached(job->world, &job->play.seen, job->setup->prompt, object(job->out, "unreached"));
	put_path(job, "best", &job->sums.best, &job->sample.best);
	put_path(job, "worst", &job->sums.worst, &job->sample.worst);
	put_faults(job);
	if (job->play.rules.followed)
		put_player(job);
	sweep_sample_free(&job->sample);
	sweep_sums_free(&job->sums);
	sweep_graph_free(&job->graph);
}

struct both {
	const struct shelf_set *set;
	const struct sweep_setup *setup;
	struct sweep_play_seen seen; /* in either world */
	struct jsn *worlds;
};

/* States merge within a world and never between two: one that is another shard's costs nothing. */
static struct sweep_graph_bounds bounds_of(const struct sweep_setup *setup, bool followed)
{
	struct sweep_graph_bounds bounds = setup->bounds;
	int at = bounds.shard - 1, worlds = setup->steps == SWEEP_BOTH ? 2 : 1, first = worlds == 2 && !followed;
	if (bounds.shards >= worlds) {
		bounds.shards = (bounds.shards - first + worlds - 1) / worlds;
		bounds.shard = at % worlds == first ? at / worlds + 1 : 0;
	}
	int64_t states = share(&bounds, (int64_t)bounds.states);
	bounds.states = states > 0 ? (size_t)states : 1;
	return bounds;
}

static bool add_world(struct both *b, bool followed)
{
	struct sweep_play_rules rules = {.seed = b->setup->seed, .followed = followed, .prompt = b->setup->prompt};
	const struct story *story = b->set->world->story;
	struct job job = {.world = b->set->world, .setup = b->setup, .bounds = bounds_of(b->setup, followed)};
	bool fits = sweep_play_open(&job.play, b->set->world, b->set->scenario, &rules);
	job.out = fits ? object(b->worlds, NULL) : NULL;
	if (fits)
		play_world(&job);
	if (fits)
		excuse(&job.play);
	join(b->seen.items, job.play.seen.items, story->nitems);
	join(b->seen.opened, job.play.seen.opened, story->ndecisions);
	join(b->seen.late, job.play.seen.late, story->ndecisions);
	join(b->seen.options, job.play.seen.options, story->ndecisions * SWEEP_WAYS);
	join(b->seen.answers, job.play.seen.answers, story->hooks.n * 2);
	sweep_play_close(&job.play);
	return fits;
}

static bool add_worlds(struct both *b, struct jsn *model)
{
	const struct story *story = b->set->world->story;
	struct arena *arena = arena_new();
	bool fits = true;
	b->seen = (struct sweep_play_seen){.items = arena_alloc(arena, story->nitems + 1),
	                                   .opened = arena_alloc(arena, story->ndecisions + 1),
	                                   .late = arena_alloc(arena, story->ndecisions + 1),
	                                   .options = arena_alloc(arena, story->ndecisions * SWEEP_WAYS + 1),
	                                   .answers = arena_alloc(arena, story->hooks.n * 2 + 1)};
	if (b->setup->steps != SWEEP_IGNORED)
		fits = add_world(b, true);
	if (fits && b->setup->steps != SWEEP_FOLLOWED)
		fits = add_world(b, false);
	put_unreached(b->set->world, &b->seen, b->setup->prompt, object(model, "unreached"));
	put_conditions(b->set->world, &b->seen, object(model, "conditions"));
	arena_free(arena);
	return fits;
}

/* Parts of one sweep are of the same sources. */
static void put_sources(const struct world *world, struct jsn *model)
{
	struct jsn *rows = list(model, "sources"), *embedded = embed_sources(world);
	for (size_t i = 0; i < jsn_count(embedded); i++)
		jsn_put(rows, NULL, jsn_string(jsn_text(jsn_get(jsn_at(embedded, i, NULL), "sha256"))));
	jsn_free(embedded);
}

/* As it was asked for; sweep_part compares it. */
static void put_setup(const struct world *world, const struct sweep_setup *setup, struct jsn *model)
{
	jsn_put(model, "scenario", jsn_string(world->story->id));
	jsn_put(model, "playbook", jsn_string(world->playbook->id));
	jsn_put(model, "borrows", jsn_make(JSN_BOOL, world->borrows));
	jsn_put(model, "seed", number((int64_t)setup->seed));
	jsn_put(model, "extended", jsn_make(JSN_BOOL, world->extended));
	jsn_put(model, "prompt", jsn_make(JSN_BOOL, setup->prompt));
	jsn_put(model, "steps", jsn_string(sweep_steps[setup->steps]));
	jsn_put(model, "samples", number(setup->samples));
	jsn_put(model, "max-states", number((int64_t)setup->bounds.states));
	jsn_put(model, "shard", number(setup->bounds.shard));
	jsn_put(model, "shards", number(setup->bounds.shards));
	put_sources(world, model);
}

struct jsn *sweep_model(const struct shelf_set *set, const struct sweep_setup *setup, char why[ACT_WHY])
{
	struct jsn *model = jsn_make(JSN_OBJECT, 0);
	struct both both = {.set = set, .setup = setup, .worlds = list(model, "worlds")};
	put_setup(set->world, setup, model);
	if (add_worlds(&both, model))
		return model;
	snprintf(why, ACT_WHY, "%s has more actions, items and questions than a sweep can hold.",
	         set->world->story->id);
	jsn_free(model);
	return NULL;
}
