/* Stories spun by chance (spun.h): every path through each is trodden from the start (trod.h); what a sweep tells of
 * the story has to be just that.
 *
 *     build/tests/test_sweep_stories           the first stories
 *     build/tests/test_sweep_stories 5000      as many from that one on
 *     build/tests/test_sweep_stories 5000 9    nine of them */
#include "trod.h"

#include "desk/check_choice.h"
#include "desk/check_reach.h"
#include "desk/sweep.h"
#include "desk/sweep_merge.h"
#include "desk/sweep_tally.h"

#include <math.h>

enum { STORIES = 400, AT_LEAST = 12, PARTS = 3 };

/* ---- what the sweep tells ---- */

struct differ { /* the first difference, for whoever has to find it */
	const char *story;
	uint64_t seed;
	bool extended, followed;
	const char *how;
};

static void differs(const struct differ *d, const char *format, ...) __attribute__((format(printf, 2, 3), noreturn));

static void differs(const struct differ *d, const char *format, ...)
{
	char message[1024];
	va_list args;
	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	fprintf(stderr, "%s\nstory %llu, %s, the playbook %s, %s: %s\n", d->story, (unsigned long long)d->seed,
	        d->extended ? "extended" : "core", d->followed ? "followed" : "ignored", d->how, message);
	fail();
	abort();
}

static void same(const struct differ *d, const char *what, int64_t told, int64_t is)
{
	if (told != is)
		differs(d, "%s: the sweep tells %lld, it is %lld", what, (long long)told, (long long)is);
}

static int64_t counted(const struct jsn *digits)
{
	sweep_tally n = 0;
	return jsn_text(digits) && sweep_tally_read(jsn_text(digits), &n) ? (int64_t)n : -1;
}

static int64_t number(const struct jsn *object, const char *key)
{
	return jsn_number(jsn_get(object, key), INT64_MIN);
}

static bool lists(const struct jsn *list, const char *id)
{
	for (size_t i = 0; i < jsn_count(list); i++)
		if (strcmp(jsn_text(jsn_at(list, i, NULL)), id) == 0)
			return true;
	return false;
}

static void is_reached(const struct differ *d, const struct jsn *list, const char *what, const char *id, bool met)
{
	if (lists(list, id) == met)
		differs(d, "%s %s is %sreached, and the sweep says otherwise", what, id, met ? "" : "not ");
}

static void compare_reached(const struct differ *d, const struct jsn *unreached, const struct world *world,
                            const struct trod_met *met)
{
	const struct story *story = world->story;
	char id[64];
	for (int i = 0; i < (int)story->nitems; i++)
		if (story->items[i].kind == STORY_INJECT && world_plays(world, i))
			is_reached(d, jsn_get(unreached, "injects"), "inject", story->items[i].entry.id, met->items[i]);
	for (int i = 0; i < (int)story->ndecisions; i++) {
		const struct story_decision *decision = &story->decisions[i];
		if (!world_asks(world, i))
			continue;
		is_reached(d, jsn_get(unreached, "decisions"), "question", decision->entry.id, met->opened[i]);
		if (decision->late.entry.node && strcmp(d->how, "prompt") != 0)
			is_reached(d, jsn_get(unreached, "late"), "late", decision->entry.id, met->late[i]);
		for (int k = 0; k < (int)decision->options.n; k++) {
			snprintf(id, sizeof id, "%s o%d", decision->entry.id, k);
			is_reached(d, jsn_get(unreached, "options"), "option", id, met->options[i][k]);
		}
	}
}

static void compare_ways(const struct differ *d, const struct jsn *told, const struct story_decision *decision,
                         const struct trod *sums, int q)
{
	char name[64];
	size_t ways = 0;
	for (int way = 0; way < TROD_WAYS; way++) {
		const struct jsn *row = NULL;
		if (sums->ways[q][way].paths == 0)
			continue;
		ways++;
		snprintf(name, sizeof name, "%s",
		         way == TROD_WAIT    ? "wait"
		         : way == TROD_NEVER ? "never"
		                             : story_option_at(decision, way)->id);
		for (size_t i = 0; i < jsn_count(told); i++)
			if (strcmp(jsn_text(jsn_get(jsn_at(told, i, NULL), "way")), name) == 0)
				row = jsn_at(told, i, NULL);
		if (!row)
			differs(d, "%s %s is not told", decision->entry.id, name);
		same(d, name, counted(jsn_get(row, "paths")), sums->ways[q][way].paths);
		same(d, name, number(row, "best"), sums->ways[q][way].best);
		same(d, name, number(row, "worst"), sums->ways[q][way].worst);
		if (fabs((double)number(row, "mean") / 1e6 - sums->ways[q][way].mean) > 1e-5)
			differs(d, "%s %s: a mean of %f, not %f", decision->entry.id, name,
			        (double)number(row, "mean") / 1e6, sums->ways[q][way].mean);
	}
	same(d, "ways", (int64_t)jsn_count(told), (int64_t)ways);
}

static void compare_decisions(const struct differ *d, const struct jsn *told, const struct world *world,
                              const struct trod *sums)
{
	size_t row = 0;
	for (int i = 0; i < (int)world->story->ndecisions; i++)
		if (world_asks(world, i))
			compare_ways(d, jsn_get(jsn_at(told, row++, NULL), "ways"), &world->story->decisions[i], sums,
			             i);
	same(d, "questions", (int64_t)jsn_count(told), (int64_t)row);
}

/* The number of a fault; its lines lead there, and in no fewer choices does anything. */
static int compare_failure(const struct differ *d, const struct jsn *fault, struct small *small,
                           const struct trod *sums)
{
	const char *what = jsn_text(jsn_get(fault, "what"));
	struct trod_met met = {.nfaults = 0};
	bool closed, found = false;
	int at = 0;
	while (at < sums->met.nfaults && strcmp(sums->met.faults[at].what, what) != 0)
		at++;
	if (at == sums->met.nfaults)
		differs(d, "a fault that there is not: %s", what);
	same(d, "choices until it fails", (int64_t)jsn_count(jsn_get(fault, "choices")), sums->met.faults[at].choices);
	trod_replay(small, jsn_text(jsn_get(fault, "answers")), &met, &closed);
	for (int i = 0; i < met.nfaults; i++)
		found = found || strcmp(met.faults[i].what, what) == 0;
	if (!found)
		differs(d, "the lines lead to no such fault: %s", what);
	return at;
}

static void compare_faults(const struct differ *d, const struct jsn *told, struct small *small, const struct trod *sums)
{
	unsigned failed = 0;
	int dry = -1;
	for (size_t i = 0; i < jsn_count(told); i++) {
		const struct jsn *fault = jsn_at(told, i, NULL);
		if (strcmp(jsn_text(jsn_get(fault, "kind")), "runs dry") == 0)
			dry = (int)jsn_count(jsn_get(fault, "choices"));
		else
			failed |= 1U << compare_failure(d, fault, small, sums);
	}
	same(d, "choices until it runs dry", dry, sums->dry);
	same(d, "functions that fail", __builtin_popcount(failed), sums->met.nfaults);
}

static void compare(const struct differ *d, const struct jsn *told, struct small *small, const struct trod *sums)
{
	same(d, "paths", counted(jsn_get(told, "paths")), sums->paths);
	same(d, "complete", number(told, "complete"), 1);
	same(d, "stuck", counted(jsn_get(told, "stuck")), 0);
	for (int i = 0; i <= 100; i++)
		same(d, "paths of a total", counted(jsn_at(jsn_get(told, "totals"), (size_t)i, NULL)), sums->totals[i]);
	same(d, "best", number(jsn_get(told, "best"), "total"), sums->best);
	same(d, "worst", number(jsn_get(told, "worst"), "total"), sums->worst);
	if (fabs((double)number(told, "mean") / 1e6 - sums->mean) > 1e-5)
		differs(d, "a mean of %f, not %f", (double)number(told, "mean") / 1e6, sums->mean);
	for (size_t i = 0; i < jsn_count(jsn_get(told, "criticals")); i++)
		same(d, "paths with a critical failure",
		     counted(jsn_get(jsn_at(jsn_get(told, "criticals"), i, NULL), "paths")), sums->criticals[i]);
	compare_decisions(d, jsn_get(told, "decisions"), small->world, sums);
	compare_reached(d, jsn_get(told, "unreached"), small->world, &sums->met);
	compare_faults(d, jsn_get(told, "faults"), small, sums);
}

/* ---- the stories ---- */

struct range { /* of seeds */
	uint64_t first, n;
};

static const char *const written[] = {
    "late = {",     "within =",     "closes =",    "default =", "takes =",    "at = ",           "after =",
    "delay =",      "unless =",     "when =",      "run =",     "moment = {", "moment = '",      "sets =",
    "claims =",     "verifies =",   "does =",      "cancels =", "delivers =", "opens =",         "critical =",
    "ends =",       "extra = true", "\non '",      "\nat '",    "{crm}",      "w.flag",          "w.calls",
    "w.mood",       "w.now",        "w.random(2)", "w:done",    "w:chose",    "w:fact 'people'", "w:fact 'bank'",
    "w:fact 'how'", "w:paused",     "people =",    "bank =",    "how =",      "since =",         "return true",
    "known[",       "'i' .. ",      "'q' .. "};
enum { WRITTEN = sizeof written / sizeof *written };

/* What has to happen in them, whatever it is that brings it about. */
static const enum event_kind wanted[] = {
    EVENT_MOMENT,  EVENT_FIRED,    EVENT_DELIVERED, EVENT_WITHHELD,    EVENT_CANCELLED,   EVENT_OPENED,
    EVENT_DECIDED, EVENT_LATE,     EVENT_LAPSED,    EVENT_STEP_QUEUED, EVENT_STEP_DONE,   EVENT_ACTED,
    EVENT_SET,     EVENT_CLAIMED,  EVENT_VERIFIED,  EVENT_CORRECTED,   EVENT_NOTIFIED,    EVENT_DEADLINE_PASSED,
    EVENT_PAUSED,  EVENT_UNPAUSED, EVENT_SCORED,    EVENT_CRITICAL,    EVENT_HOOK_FAILED, EVENT_ENDED};

/* Of what `check` tells by reading. */
static const char *const claims[] = {"never-delivered", "never-opened", "core-unreached", "fact-unverifiable"};
enum { CORE_CLAIM = 2, CLAIMS = sizeof claims / sizeof *claims };

struct coverage { /* in how many stories */
	int written[WRITTEN], happened[EVENT_KINDS];
	int early, dry, merged, unreached, claimed[CLAIMS], alike;
};

static struct small open_story(const char *lua)
{
	struct text actions = {0};
	const char *at = strstr(small_actions, "pausable:");
	text_addf(&actions,
	          "%.*s  release-purge: { description: Let it run, public: { en: It runs. }, unpauses: log-purge }\n%s",
	          (int)(at - small_actions), small_actions, at);
	struct small small = small_open_with(lua, actions.data, small_playbook);
	text_free(&actions);
	return small;
}
static void note(struct coverage *c, const struct jsn *told, const struct trod *sums)
{
	for (int i = 0; i < EVENT_KINDS; i++)
		c->happened[i] += sums->met.happened[i] > 0;
	c->early += sums->met.early;
	c->dry += sums->dry >= 0;
	c->merged += number(told, "edges") < sums->paths;
	c->unreached += jsn_count(jsn_get(jsn_get(told, "unreached"), "injects")) > 0;
}

/* ---- what `check` tells of it by reading ---- */

struct reached { /* in a cut, with the playbook followed or ignored */
	bool items[SPUN_ITEMS], opened[SPUN_QUESTIONS], verified[SPUN_FACTS];
};

static void join(struct reached *reached, const struct trod_met *met)
{
	for (int i = 0; i < SPUN_ITEMS; i++)
		reached->items[i] = reached->items[i] || met->items[i];
	for (int i = 0; i < SPUN_QUESTIONS; i++)
		reached->opened[i] = reached->opened[i] || met->opened[i];
	for (int i = 0; i < SPUN_FACTS; i++)
		reached->verified[i] = reached->verified[i] || met->verified[i];
}

/* The first id that it has in quotes. */
static const char *id_in(const char *message, char id[64])
{
	const char *from = strchr(message, '"') + 1;
	snprintf(id, 64, "%.*s", (int)strcspn(from, "\""), from);
	return id;
}

/* Whether what the message is about happened in that cut all the same. */
static bool happened(const struct small *small, const struct reached *cut, const char *message)
{
	const struct names *names = &small->world->names;
	char id[64];
	int item = names_find(names, NAMES_ITEM, id_in(message, id));
	int decision = names_find(names, NAMES_DECISION, id), fact = names_find(names, NAMES_FACT, id);
	return item != NAMES_NONE       ? cut->items[item]
	       : decision != NAMES_NONE ? cut->opened[decision]
	                                : cut->verified[fact];
}

static void check_agrees(const struct differ *d, const struct small *small, const struct reached cuts[2],
                         struct coverage *c)
{
	struct diags diags;
	diags_init(&diags);
	check_reach(small->world, &diags);
	for (size_t i = 0; i < diags.n; i++)
		for (int claim = 0; claim < CLAIMS; claim++) {
			if (strcmp(claims[claim], diags.v[i].code) != 0)
				continue;
			c->claimed[claim]++;
			for (int cut = 0; cut < (claim == CORE_CLAIM ? 1 : 2); cut++)
				if (happened(small, &cuts[cut], diags.v[i].message))
					differs(d, "check says what is not so: %s", diags.v[i].message);
		}
	diags_free(&diags);
}

/* Whether a remark is made at one of the decision's options. */
static bool holds(const struct world *world, int decision, const struct diag *diag)
{
	const struct story_decision *d = &world->story->decisions[decision];
	for (int i = 0; i < (int)d->options.n; i++) {
		struct diag_place place = story_option_at(d, i)->entry.node->place;
		if (place.line == diag->line && place.col == diag->col)
			return true;
	}
	return false;
}

/* Two options that come to the same are worth the same, on as many paths. */
static void choice_agrees(const struct differ *d, const struct small *small, const struct trod *sums,
                          struct coverage *c)
{
	struct diags diags;
	int q, k, i;
	diags_init(&diags);
	check_choice(small->world, &diags);
	for (size_t n = 0; n < diags.n; n++) {
		const struct diag *diag = &diags.v[n];
		if (strcmp(diag->code, "no-difference") != 0)
			continue;
		for (q = 0; !holds(small->world, q, diag);)
			q++;
		assert_int_equal(sscanf(diag->message, "\"o%d\" comes to the same as \"o%d\"", &k, &i), 2);
		__typeof__(&sums->ways[0][0]) a = &sums->ways[q][k], b = &sums->ways[q][i];
		c->alike++;
		if (a->paths != b->paths || fabs(a->mean - b->mean) > 1e-5 || a->best != b->best ||
		    a->worst != b->worst)
			differs(d, "check says what is not so: %s (q%d)", diag->message, q);
	}
	diags_free(&diags);
}

static void path_comes_to(const struct differ *d, struct small *small, const struct jsn *path)
{
	struct trod_met met = {.nfaults = 0};
	bool closed;
	int total = trod_replay(small, jsn_text(jsn_get(path, "answers")), &met, &closed);
	same(d, "the score of the lines", number(path, "total"), total);
	same(d, "whether the lines come to the end", closed, true);
}

/* Some paths say nothing of the others, and nothing that is not so. */
static void by_chance_agrees(const struct differ *d, struct small *small, const struct jsn *told,
                             const struct trod *sums)
{
	const struct story *story = small->world->story;
	const struct jsn *unreached = jsn_get(told, "unreached"), *totals = jsn_get(jsn_get(told, "sample"), "totals");
	if (number(told, "complete") == 1)
		return;
	for (int i = 0; i <= 100; i++)
		if (sums->totals[i] == 0)
			same(d, "a total that no path has", counted(jsn_at(totals, (size_t)i, NULL)), 0);
	for (int i = 0; i < (int)story->nitems; i++)
		if (story->items[i].kind == STORY_INJECT && world_plays(small->world, i) && !sums->met.items[i] &&
		    !lists(jsn_get(unreached, "injects"), story->items[i].entry.id))
			differs(d, "%s is told as reached, and never is", story->items[i].entry.id);
	path_comes_to(d, small, jsn_get(told, "best"));
	path_comes_to(d, small, jsn_get(told, "worst"));
}

static struct jsn *model_within(const struct small *small, struct sweep_graph_bounds bounds, bool prompt)
{
	const struct shelf_set set = {small->world, small->scenario};
	const struct sweep_setup setup = {.seed = 1, .prompt = prompt, .samples = 20, .bounds = bounds};
	char why[ACT_WHY];
	struct jsn *model = sweep_model(&set, &setup, why);
	assert_non_null(model);
	return model;
}

static struct jsn *model_of(const struct small *small, bool prompt, int shard, int shards)
{
	return model_within(small, (struct sweep_graph_bounds){.states = 1000000, .shard = shard, .shards = shards},
	                    prompt);
}

static struct jsn *model_in_parts(const struct small *small)
{
	struct jsn *parts[PARTS];
	char why[SWEEP_MERGE_WHY];
	for (int i = 0; i < PARTS; i++)
		parts[i] = model_of(small, false, i + 1, PARTS);
	struct jsn *model = sweep_merge(parts, PARTS, why);
	for (int i = 0; i < PARTS; i++)
		jsn_free(parts[i]);
	return model;
}

static const struct jsn *world_at(const struct jsn *model, int number)
{
	return jsn_at(jsn_get(model, "worlds"), (size_t)number, NULL);
}

static void sweep_agrees(struct small *small, struct differ *d, struct reached *reached, struct coverage *coverage)
{
	struct jsn *whole = model_of(small, false, 1, 1), *parts = model_in_parts(small);
	struct jsn *prompt = model_of(small, true, 1, 1);
	struct jsn *some =
	    model_within(small, (struct sweep_graph_bounds){.states = 2, .shard = 1, .shards = 1}, false);
	struct trod sums;
	for (int i = 0; i < 2; i++) {
		const struct jsn *told = world_at(whole, i);
		d->followed = i == 0;
		d->how = "whole";
		trod_make(small, (struct trod_rules){d->followed, false}, &sums);
		compare(d, told, small, &sums);
		path_comes_to(d, small, jsn_get(told, "best"));
		path_comes_to(d, small, jsn_get(told, "worst"));
		if (d->followed)
			same(d, "--auto best", number(jsn_get(told, "player"), "total"), trod_best_of_player(small));
		note(coverage, told, &sums);
		join(reached, &sums.met);
		choice_agrees(d, small, &sums, coverage);
		d->how = "in parts";
		compare(d, world_at(parts, i), small, &sums);
		d->how = "by chance";
		by_chance_agrees(d, small, world_at(some, i), &sums);
		d->how = "prompt";
		trod_make(small, (struct trod_rules){d->followed, true}, &sums);
		compare(d, world_at(prompt, i), small, &sums);
	}
	jsn_free(whole);
	jsn_free(parts);
	jsn_free(prompt);
	jsn_free(some);
}

static void story_agrees(uint64_t seed, struct coverage *coverage)
{
	struct spun spun;
	spun_make(&spun, seed);
	struct differ d = {.story = spun.lua.data, .seed = seed, .how = "whole"};
	struct small small = open_story(spun.lua.data);
	struct reached cuts[2] = {0};
	for (int i = 0; i < WRITTEN; i++)
		coverage->written[i] += strstr(spun.lua.data, written[i]) != NULL;
	for (int extended = 0; extended < 2; extended++) {
		d.extended = small.world->extended = extended;
		sweep_agrees(&small, &d, &cuts[extended], coverage);
	}
	check_agrees(&d, &small, cuts, coverage);
	small_close(&small);
	text_free(&spun.lua);
}

static void is_covered(const char *what, int stories)
{
	if (stories < AT_LEAST)
		fail_msg("only %d stories have %s", stories, what);
}

static void covers(const struct coverage *c)
{
	char kind[32];
	for (int i = 0; i < WRITTEN; i++)
		is_covered(written[i], c->written[i]);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		snprintf(kind, sizeof kind, "events of kind %d", (int)wanted[i]);
		is_covered(kind, c->happened[wanted[i]]);
	}
	is_covered("an early end", c->early);
	is_covered("a dead end", c->dry);
	is_covered("states that merge", c->merged);
	is_covered("what is not reached", c->unreached);
	is_covered("options that come to the same", c->alike);
	for (int i = 0; i < CLAIMS; i++)
		is_covered(claims[i], c->claimed[i]);
}

static void every_path_through_stories_spun_by_chance_is_as_the_sweep_tells(void **state)
{
	const struct range *seeds = *state;
	struct coverage coverage = {.early = 0};
	for (uint64_t i = 0; i < seeds->n; i++)
		story_agrees(seeds->first + i, &coverage);
	if (seeds->n >= STORIES)
		covers(&coverage);
}

int main(int argc, char **argv)
{
	struct range seeds = {argc > 1 ? strtoull(argv[1], NULL, 10) : 1,
	                      argc > 2 ? strtoull(argv[2], NULL, 10) : STORIES};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(every_path_through_stories_spun_by_chance_is_as_the_sweep_tells, &seeds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
