#include "desk/check.h"

#include "base/path.h"
#include "base/span.h"
#include "base/zone.h"
#include "content/texts.h"
#include "desk/check_allow.h"
#include "desk/check_choice.h"
#include "desk/check_code.h"
#include "desk/check_duty.h"
#include "desk/check_hooks.h"
#include "desk/check_pacing.h"
#include "desk/check_prose.h"
#include "desk/check_reach.h"
#include "desk/check_truth.h"
#include "desk/command.h"
#include "desk/doubt.h"
#include "desk/plan.h"
#include "desk/shelf.h"
#include "desk/templates.h"

#include <string.h>
#include <unistd.h>

enum { STALE_DAYS = 180 };

/* What a scenario needs ------------------------------------------------------------------------------------------ */

static struct diag_place place_among(const struct yml *map, const char *key, const char *id)
{
	const struct yml *list = map ? yml_get(map, key) : NULL;
	for (size_t i = 0; list && i < list->n; i++)
		if (list->pairs[i].value->text && strcmp(list->pairs[i].value->text, id) == 0)
			return list->pairs[i].value->place;
	return map ? shape_place(map, key) : (struct diag_place){NULL, 0, 0};
}

/* Whether an item hopes for the action: expects it, waits for it, or rewards it. */
static bool item_needs(const struct world *world, int number, int action, struct diag_place *place)
{
	const struct story_item *item = &world->story->items[number];
	const char *id = names_id(&world->names, NAMES_ACTION, action);
	if (item->kind == STORY_ON && item->action == action && effect_points(&item->effects, NAMES_NONE) > 0) {
		*place = item->entry.node ? item->entry.node->place : world->story->place;
		return true;
	}
	if (!world_plays(world, number))
		return false;
	if (plan_expects(item, id))
		*place = place_among(item->entry.node, "expects", id);
	else if (item->unless_action == action)
		*place = place_among(item->entry.node, "unless", id);
	return plan_expects(item, id) || item->unless_action == action;
}

static int32_t best_points(const struct story_decision *decision)
{
	int32_t best = INT32_MIN;
	for (int i = 0; i < (int)decision->options.n; i++) {
		int32_t points = effect_points(&story_option_at(decision, i)->effects, NAMES_NONE);
		best = points > best ? points : best;
	}
	return best;
}

/* Whether the best answer, or one of them, does it: what only another does nobody has to. */
static bool decision_needs(const struct world *world, int number, int action, struct diag_place *place)
{
	const struct story_decision *decision = &world->story->decisions[number];
	int32_t best = best_points(decision);
	if (!world_asks(world, number))
		return false;
	for (int i = 0; i < (int)decision->options.n; i++) {
		const struct story_option *option = story_option_at(decision, i);
		int32_t points = effect_points(&option->effects, NAMES_NONE);
		if (points <= 0 || points < best || !plan_has(&option->effects, EFFECT_DO, action))
			continue;
		*place = place_among(option->entry.node, "does", names_id(&world->names, NAMES_ACTION, action));
		return true;
	}
	return false;
}

/* The first place that needs the action, in order of lines. No story needs one that does harm, whatever it rewards. */
static bool needed(const struct world *world, int action, struct diag_place *first)
{
	struct diag_place place = world->story->place;
	bool found = false;
	if (vocabulary_action(world->vocabulary, action)->harms)
		return false;
	int items = (int)world->story->nitems, decisions = (int)world->story->ndecisions;
	for (int i = 0; i < items + decisions; i++) {
		if (i < items ? !item_needs(world, i, action, &place)
		              : !decision_needs(world, i - items, action, &place))
			continue;
		if (!found || place.line < first->line)
			*first = place;
		found = true;
	}
	return found;
}

static bool playbook_does(const struct playbook *playbook, const char *action)
{
	for (size_t i = 0; i < playbook->nsteps; i++)
		if (texts_have(&playbook->steps[i]->does, action))
			return true;
	return false;
}

struct shape_texts check_missing(const struct world *world, struct arena *arena)
{
	struct shape_texts missing = {NULL, 0};
	struct diag_place place;
	for (int i = 0; i < (int)world->names.of[NAMES_ACTION].n; i++) {
		const char *id = names_id(&world->names, NAMES_ACTION, i);
		if (!playbook_does(world->playbook, id) && needed(world, i, &place))
			texts_add(&missing, id, arena);
	}
	return missing;
}

static void warn_missing(const struct world *world, struct diags *diags)
{
	struct arena *arena = arena_new();
	struct shape_texts missing = check_missing(world, arena);
	struct diag_place place = {NULL, 0, 0}, first = {NULL, 0, 0};
	struct text text = {0};
	for (size_t i = 0; i < missing.n; i++) {
		needed(world, names_find(&world->names, NAMES_ACTION, missing.v[i]), &place);
		if (i == 0 || place.line < first.line)
			first = place;
		text_addf(&text, "%s%s (line %d)", i ? ", " : "", missing.v[i], place.line);
	}
	if (missing.n)
		check_code_tell(diags, "actions-missing", first,
		                "the playbook %s never does %zu of the actions needed here: %s", world->playbook->id,
		                missing.n, text.data);
	text_free(&text);
	arena_free(arena);
}

/* Times ---------------------------------------------------------------------------------------------------------- */

static void warn_closes(const struct world *world, struct diags *diags)
{
	const struct story *story = world->story;
	char closes[SPAN_BUFFER], end[SPAN_BUFFER];
	for (int i = 0; i < (int)(story->ndecisions * story->nitems); i++) {
		int number = i / (int)story->nitems, item = i % (int)story->nitems;
		const struct story_decision *decision = &story->decisions[number];
		int32_t at =
		    plan_has(&story->items[item].effects, EFFECT_OPEN, number) ? plan_time(world, item) : SHAPE_UNSET;
		if (decision->closes == SHAPE_UNSET || at == SHAPE_UNSET || at + decision->closes <= story_end(story))
			continue;
		check_code_tell(diags, "closes-after-endex", shape_place(decision->entry.node, "closes"),
		                "%s closes at %s, after EndEx at %s; it will lapse there",
		                names_id(&world->names, NAMES_DECISION, number),
		                span_stamp(at + decision->closes, closes), span_stamp(story_end(story), end));
	}
}

/* A notice that says "not involved" has to say what was searched. Told here, not when a story is read: a record of an
 * older one stays readable. */
static void check_searches(const struct world *world, struct diags *diags)
{
	for (size_t i = 0; i < world->story->nfacts; i++) {
		const struct fact *fact = &world->story->facts[i];
		if (fact->kind != STORY_DATA || fact->truth != STORY_NOT_INVOLVED || (fact->searched && fact->over))
			continue;
		check_code_tell(
		    diags, "search-missing", shape_place(fact->entry.node, "truth"),
		    "\"%s\" turns out not involved: say what was searched (`searched`) and over which dates "
		    "(`over`)",
		    fact->entry.id);
	}
}

/* An id that is a command, or a number, can't be typed alone at the prompt: the command comes first. */
static void warn_untypable(const char *what, const char *id, struct diag_place place, struct diags *diags)
{
	struct text page = {0};
	if (strspn(id, "0123456789") == strlen(id))
		check_code_tell(diags, "id-taken", place,
		                "\"%s\" is a number, which chooses an option by its place; call the %s by another name",
		                id, what);
	else if (command_help(id, 80, &page))
		check_code_tell(diags, "id-taken", place,
		                "\"%s\" is a command of the prompt; call the %s by another name", id, what);
	text_free(&page);
}

/* `his-word 2` answers the decision of that name, and at its prompt `his-word closed` would choose the option. */
static void warn_ambiguous(const struct names *names, const char *option, struct diag_place place, struct diags *diags)
{
	if (names_find(names, NAMES_DECISION, option) != NAMES_NONE)
		check_code_tell(diags, "id-taken", place, "\"%s\" is a decision, too; call the option by another name",
		                option);
}

static void warn_ids(const struct world *world, struct diags *diags)
{
	for (int i = 0; i < (int)world->story->ndecisions; i++) {
		const struct story_decision *decision = &world->story->decisions[i];
		warn_untypable("decision", names_id(&world->names, NAMES_DECISION, i), decision->entry.node->place,
		               diags);
		for (int k = 0; k < (int)decision->options.n; k++) {
			const struct story_option *option = story_option_at(decision, k);
			struct diag_place place = shape_place(option->entry.node, "id");
			warn_untypable("option", option->id, place, diags);
			warn_ambiguous(&world->names, option->id, place, diags);
		}
	}
}

static void warn_deadlines(const struct world *world, struct diags *diags)
{
	char at[SPAN_BUFFER], end[SPAN_BUFFER];
	for (int i = 0; i < (int)world->ndeadlines; i++) {
		int32_t due = world_true_due(world, i);
		if (due != SHAPE_UNSET && due >= story_end(world->story))
			check_code_tell(
			    diags, "deadline-after-endex", world->story->place,
			    "%s (%s) is due %s by the story's truth, after EndEx at %s: it will be asked about, "
			    "and scores nothing",
			    world->deadlines[i].party, world->deadlines[i].id, span_stamp(due, at),
			    span_stamp(story_end(world->story), end));
	}
}

static void warn_uncovered(const struct world *world, struct diags *diags)
{
	const struct yml *own = world->playbook->company.entry.node;
	struct diag_place place = own ? shape_place(own, "customers") : world->story->place;
	for (size_t i = 0; i < world->uncovered.n; i++)
		check_code_tell(diags, "country-uncovered", place,
		                "customers in %s are not covered by any law here: ask counsel", world->uncovered.v[i]);
}

static void warn_stale(const struct regime *regime, struct diags *diags)
{
	struct zone_civil day;
	if (!regime->verified_on || !zone_read(regime->verified_on, &day))
		return;
	int64_t days = (clock_wall_ms() / 1000 - zone_epoch("UTC", &day)) / SPAN_DAY;
	if (days > STALE_DAYS)
		check_code_tell(diags, "law-stale", shape_place(regime->entry.node, "verified_on"),
		                "%s was last compared with the law %d days ago; do it again, or ask counsel",
		                regime->id, (int)days);
}

/* Facts for people ----------------------------------------------------------------------------------------------- */

static void tell_cut(const struct world *world, bool extended, struct text *out)
{
	const struct story *story = world->story;
	int injects = 0, decisions = 0;
	for (size_t i = 0; i < story->nitems; i++)
		injects += story->items[i].kind == STORY_INJECT && (extended || !story->items[i].extra);
	for (size_t i = 0; i < story->ndecisions; i++)
		decisions += extended || !story->decisions[i].extra;
	text_addf(
	    out,
	    "%s cut: %d inject%s, %d decision%s, about %d real minutes (%d opening, %d running, %d talking, %d hot "
	    "wash)\n",
	    extended ? "extended" : "core", injects, injects == 1 ? "" : "s", decisions, decisions == 1 ? "" : "s",
	    plan_minutes(story, extended), PLAN_OPENING, plan_running(story), plan_talking(story, extended),
	    PLAN_HOT_WASH);
}

/* One file ------------------------------------------------------------------------------------------------------- */

static void check_scenario(const char *path, const char *playbook, struct diags *diags, struct text *out)
{
	struct shelf_choice choice = {.scenario = path, .playbook = playbook, .extended = true};
	struct shelf_set set = {NULL, NULL};
	if (!shelf_open(&choice, diags, &set))
		return;
	check_searches(set.world, diags);
	doubt_categories(set.world->story, diags);
	check_hooks(set.world, set.scenario, diags);
	check_truth(set.world, set.scenario, diags);
	warn_ids(set.world, diags);
	warn_closes(set.world, diags);
	warn_deadlines(set.world, diags);
	warn_uncovered(set.world, diags);
	warn_missing(set.world, diags);
	check_reach(set.world, diags);
	check_choice(set.world, diags);
	check_pacing(set.world, diags);
	check_prose(set.world, diags);
	for (size_t i = 0; i < set.world->nregimes; i++)
		warn_stale(set.world->regimes[i], diags);
	tell_cut(set.world, false, out);
	tell_cut(set.world, true, out);
	shelf_close(&set);
}

/* How each scenario on the shelf would find the playbook. Their own faults are not this file's. */
static void meet_scenarios(const char *path, struct diags *diags, struct text *out)
{
	struct arena *arena = arena_new();
	struct shape_texts names = shelf_names("lua", arena);
	for (size_t i = 0; i < names.n; i++) {
		struct shelf_choice choice = {.scenario = names.v[i], .playbook = path, .extended = true};
		struct shelf_set set = {NULL, NULL};
		struct diags own;
		diags_init(&own);
		if (shelf_open(&choice, &own, &set)) {
			struct shape_texts missing = check_missing(set.world, arena);
			text_addf(out, "%s %s", names.v[i],
			          missing.n ? "needs, and this playbook never does:" : "finds all it needs");
			for (size_t k = 0; k < missing.n; k++)
				text_addf(out, "%s %s", k ? "," : "", missing.v[k]);
			text_add(out, "\n");
			warn_uncovered(set.world, diags);
			shelf_close(&set);
		}
		diags_free(&own);
	}
	arena_free(arena);
}

/* What the laws of its customers ask for today, whatever the story. */
static void meet_laws(const char *path, struct diags *diags)
{
	struct shelf_choice choice = {.playbook = path, .extended = true, .t0 = clock_wall_ms() / 1000};
	struct shelf_set set = {NULL, NULL};
	struct diags own; /* told when the file was read */
	diags_init(&own);
	if (shelf_open(&choice, &own, &set)) {
		check_duty(set.world, diags);
		shelf_close(&set);
	}
	diags_free(&own);
}

struct checking {
	const char *path, *playbook;
	const struct file *file;
	struct shape_reader reader;
	struct names names;
	struct text *out;
};

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static void check_playbook(struct checking *c)
{
	char path[SHELF_PATH];
	struct file actions;
	size_t refused = c->reader.diags->refused, core = 0;
	if (!shelf_find("yaml", "actions", path, c->reader.diags) ||
	    !file_read(path, path, c->reader.arena, c->reader.diags, &actions))
		return;
	for (int i = 0; shape_moments[i]; i++)
		names_add(&c->names, NAMES_MOMENT, shape_moments[i]);
	if (!vocabulary_load(&actions, &c->reader, &c->names))
		return;
	const struct playbook *playbook = playbook_load(c->file, &c->reader, &c->names);
	if (!playbook || c->reader.diags->refused != refused)
		return;
	for (size_t i = 0; i < playbook->nsteps; i++)
		core += !playbook->steps[i]->extra;
	text_addf(c->out, "%zu step%s (%zu core) in %zu phase%s; %s leads\n", playbook->nsteps,
	          plural(playbook->nsteps), core, playbook->phases.n, plural(playbook->phases.n), playbook->owner);
	meet_laws(c->path, c->reader.diags);
	meet_scenarios(c->path, c->reader.diags, c->out);
}

static void check_regime(struct checking *c)
{
	static const char *const sure[] = {"read in the law itself", "from a secondary source",
	                                   "from memory: ask counsel"};
	size_t refused = c->reader.diags->refused;
	const struct regime *regime = regime_load(c->file, &c->reader);
	if (!regime || c->reader.diags->refused != refused)
		return;
	warn_stale(regime, c->reader.diags);
	text_addf(c->out, "%s, %s; %s\n", regime->id, regime->authority.shorthand,
	          regime->confidence >= 0 && regime->confidence < 3 ? sure[regime->confidence] : "");
}

static void check_vocabulary(struct checking *c)
{
	size_t refused = c->reader.diags->refused;
	const struct vocabulary *vocabulary = vocabulary_load(c->file, &c->reader, &c->names);
	if (vocabulary && c->reader.diags->refused == refused)
		text_addf(c->out, "%zu action%s, %zu pausable thing%s, %zu kind%s of notice\n", vocabulary->actions.n,
		          plural(vocabulary->actions.n), vocabulary->pausable.n, plural(vocabulary->pausable.n),
		          vocabulary->notices.n, plural(vocabulary->notices.n));
}

static void check_advice(struct checking *c)
{
	templates_advice(c->file, c->reader.diags, c->out);
}

static void check_overclaims(struct checking *c)
{
	templates_overclaims(c->file, c->reader.diags, c->out);
}

static void check_facts(struct checking *c)
{
	templates_facts(c->path, c->playbook, c->reader.diags, c->out);
}

static void check_template(struct checking *c)
{
	const char *usual = diag_usual(c->reader.diags, "template-fault");
	templates_check(c->file, c->playbook, c->reader.diags, c->out);
	diag_usual(c->reader.diags, usual);
}

/* A key says what a file is, whichever stands first: a facts file may name its playbook. */
static const struct {
	const char *key;
	void (*check)(struct checking *);
} kinds[] = {{"case", check_facts},           {"mode", check_facts},    {"playbook", check_playbook},
             {"regime", check_regime},        {"advice", check_advice}, {"overclaims", check_overclaims},
             {"vocabulary", check_vocabulary}};

enum { KINDS = sizeof kinds / sizeof *kinds };

static void tell_kinds(struct diag_place place, struct diags *diags)
{
	struct text list = {0};
	for (size_t i = 0; i < KINDS; i++)
		text_addf(&list, "%s%s:", i + 1 == KINDS ? " or " : i ? ", " : "", kinds[i].key);
	diag_error(diags, place, "a file here says what it is by %s", list.data);
	text_free(&list);
}

static void check_by_key(struct checking *c)
{
	const char *keys[KINDS];
	struct diags *diags = c->reader.diags;
	const struct yml *node = yml_parse(c->file, c->reader.arena, diags);
	if (!node)
		return;
	for (size_t i = 0; i < KINDS; i++) {
		keys[i] = kinds[i].key;
		if (yml_get(node, kinds[i].key)) {
			kinds[i].check(c);
			return;
		}
	}
	const char *key = node->type == YML_MAP && node->n ? node->pairs[0].key : NULL;
	const char *nearest = key ? diag_nearest(key, keys, KINDS) : NULL;
	tell_kinds(node->place, diags);
	if (nearest)
		diag_hint(diags, "did you mean \"%s\"?", nearest);
}

/* Whatever kind of file it is. */
static void check_any(const char *path, const char *playbook, struct diags *diags, struct text *out)
{
	struct file file;
	struct checking c = {
	    .path = path, .playbook = playbook, .file = &file, .reader = {diags->arena, diags, "en"}, .out = out};
	c.names.arena = diags->arena;
	if (path_ends(path, ".d.lua"))
		text_add(out, "for editors to read; nothing to check\n");
	else if (path_ends(path, ".lua"))
		check_scenario(path, playbook, diags, out);
	else if (path_ends(path, ".md")) /* among all that lies in comms-templates */
		text_add(out, "for people to read; nothing to check\n");
	else if (!strchr(path, '/') && !strchr(path, '.') && access(path, F_OK) != 0)
		shelf_find("lua", path, (char[SHELF_PATH]){""}, diags); /* a name: the nearest is told */
	else if (!file_read(path, path, diags->arena, diags, &file))
		return;
	else if (templates_knows(path))
		check_template(&c);
	else
		check_by_key(&c);
}

bool check_file(const char *path, const char *playbook, struct diags *diags, struct text *out)
{
	size_t refused = diags->refused;
	check_any(path, playbook, diags, out);
	check_code_complete(diags);
	check_allow(diags, path);
	diags_sort(diags);
	return diags->refused == refused;
}
