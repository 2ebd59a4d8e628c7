#include "desk/wall.h"

#include "base/tree.h"
#include "base/zone.h"
#include "desk/label.h"

#include <string.h>

enum { FIRST_STEPS = 10, LOG_LINES = 11 };

struct wall {
	const struct world *world;
	const struct playbook *playbook;
	const struct phrases *phrases;
	struct text expanded, said; /* reused */
};

/* What each moment is called, by its number. */
static const char *const moment_words[] = {"wall.occurred", "wall.detected", "wall.aware", "wall.assessed"};

/* Whom to call outside, found by who they are in the playbook: a role, or a contract with a clock. They have a line to
 * fill in when the playbook has neither. */
static const struct outsider {
	const char *label, *role, *action;
} outsiders[] = {
    {"wall.lawyer", "legal", NULL},
    {"wall.insurer", NULL, "notify-insurer"},
    {"wall.bank", NULL, "dispute-charges"},
};
enum { OUTSIDERS = sizeof outsiders / sizeof *outsiders };

/* ---- values ---- */

/* An author's text, its terms replaced; null when there is none. */
static void put(struct wall *w, struct jsn *row, const char *key, const char *s)
{
	if (!s) {
		tree_null(row, key);
		return;
	}
	text_clear(&w->expanded);
	world_expand(w->world, s, &w->expanded);
	text_add_clean(&w->said, w->expanded.data);
	tree_taken(row, key, &w->said);
}

/* "48h after aware"; null when there is no length of time. */
static void put_due(struct wall *w, struct jsn *row, const char *key, int32_t moment, int32_t after)
{
	if (after == SHAPE_UNSET) {
		tree_null(row, key);
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	label_span(w->phrases, data, "span", after);
	phrase_put(w->phrases, moment == NAMES_NONE ? "wall.start" : moment_words[moment], NULL, data, "moment");
	phrase_put(w->phrases, "wall.due", data, row, key);
}

/* ---- people ---- */

static const char *reach_of(const struct playbook *playbook, const char *person)
{
	const struct playbook_role *roles = playbook->roles.v;
	for (size_t i = 0; person && i < playbook->roles.n; i++)
		if (roles[i].reach && strcmp(roles[i].person, person) == 0)
			return roles[i].reach;
	return NULL;
}

static void fill_person(struct wall *w, struct jsn *row, const char *role)
{
	put(w, row, "role", role);
	put(w, row, "who", playbook_role(w->playbook, role)->person);
}

static void put_person(struct wall *w, struct jsn *row, const char *key, const char *role)
{
	fill_person(w, tree_object(row, key), role);
}

static void put_people(struct wall *w, struct jsn *row, const char *key, const struct shape_texts *roles)
{
	struct jsn *list = tree_list(row, key);
	for (size_t i = 0; i < roles->n; i++)
		fill_person(w, tree_row(list), roles->v[i]);
}

static void fill_contact(struct wall *w, struct jsn *row, const char *id)
{
	const struct playbook_role *role = playbook_role(w->playbook, id);
	fill_person(w, row, id);
	put(w, row, "reach", role->reach);
	put(w, row, "deputy", role->deputy);
	put(w, row, "deputy_reach", reach_of(w->playbook, role->deputy));
}

static bool is_rung(const struct playbook *playbook, const char *role)
{
	const struct playbook_escalation *chain = playbook->escalation.v;
	for (size_t i = 0; i < playbook->escalation.n; i++)
		if (strcmp(chain[i].to, role) == 0)
			return true;
	return false;
}

/* Those who are rung, in the order of the chain, then everybody else. */
static void add_contacts(struct wall *w, struct jsn *tree)
{
	const struct playbook_escalation *chain = w->playbook->escalation.v;
	const struct playbook_role *roles = w->playbook->roles.v;
	struct jsn *list = tree_list(tree, "contacts");
	fill_contact(w, tree_object(tree, "owner"), w->playbook->owner);
	for (size_t i = 0; i < w->playbook->escalation.n; i++) {
		struct jsn *row = tree_row(list);
		label_span(w->phrases, row, "after", chain[i].after);
		fill_contact(w, row, chain[i].to);
	}
	for (size_t i = 0; i < w->playbook->roles.n; i++)
		if (!is_rung(w->playbook, roles[i].entry.id)) {
			struct jsn *row = tree_row(list);
			tree_null(row, "after");
			fill_contact(w, row, roles[i].entry.id);
		}
}

/* ---- what we do ---- */

static const char *definition(const struct playbook *playbook, const char *moment)
{
	for (size_t i = 0; i < playbook->clock.n; i++)
		if (strcmp(playbook->clock.v[i].key, moment) == 0)
			return playbook->clock.v[i].text;
	return NULL;
}

/* What our own words for a moment are; "aware" has its line even without. */
static void add_definitions(struct wall *w, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "definitions");
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		const char *text = definition(w->playbook, shape_moments[i]);
		if (!text && i != SHAPE_AWARE)
			continue;
		struct jsn *row = tree_row(list);
		phrase_put(w->phrases, moment_words[i], NULL, row, "moment");
		put(w, row, "means", text);
	}
}

/* By their due time, as if all moments fell together; an earlier moment's first, those without one last. */
static int64_t urgency(const struct playbook_step *step)
{
	int64_t after = step->due.after == SHAPE_UNSET ? INT32_MAX : step->due.after;
	return after * (SHAPE_MOMENTS + 1) + step->due.moment;
}

/* Puts `step` among the `n` first ones, which are in order. How many they are then. */
static size_t insert_step(const struct playbook_step *first[FIRST_STEPS], size_t n, const struct playbook_step *step)
{
	size_t at = n;
	while (at > 0 && urgency(first[at - 1]) > urgency(step))
		at--;
	if (at == FIRST_STEPS)
		return n;
	size_t kept = n < FIRST_STEPS ? n : FIRST_STEPS - 1;
	memmove(&first[at + 1], &first[at], (kept - at) * sizeof *first);
	first[at] = step;
	return kept + 1;
}

static void add_steps(struct wall *w, struct jsn *tree)
{
	const struct playbook_step *first[FIRST_STEPS];
	struct jsn *list = tree_list(tree, "steps");
	size_t n = 0;
	for (size_t i = 0; i < w->playbook->nsteps; i++)
		if (!w->playbook->steps[i]->extra)
			n = insert_step(first, n, w->playbook->steps[i]);
	for (size_t i = 0; i < n; i++) {
		struct jsn *row = tree_row(list);
		tree_number(row, "number", (int64_t)i + 1);
		put(w, row, "instruction", first[i]->instruction);
		put_person(w, row, "owner", first[i]->owner);
		put_due(w, row, "due", first[i]->due.moment, first[i]->due.after);
	}
}

static void add_pauses(struct wall *w, struct jsn *tree)
{
	const struct playbook_pause *pauses = w->playbook->pauses.v;
	const struct vocabulary_pause *known = w->world->vocabulary->pausable.v;
	struct jsn *list = tree_list(tree, "pauses");
	for (size_t i = 0; i < w->playbook->pauses.n; i++) {
		struct jsn *row = tree_row(list);
		put(w, row, "what", known[names_find(&w->world->names, NAMES_PAUSE, pauses[i].pause)].description);
		put_person(w, row, "stops", pauses[i].owner);
		put_person(w, row, "resumes", pauses[i].resume);
		label_span(w->phrases, row, "lasts", pauses[i].lasts);
	}
}

static void add_severities(struct wall *w, struct jsn *tree)
{
	const struct playbook_severity *severities = w->playbook->severities.v;
	struct jsn *list = tree_list(tree, "severities");
	for (size_t i = 0; i < w->playbook->severities.n; i++) {
		struct jsn *row = tree_row(list);
		put(w, row, "id", severities[i].entry.id);
		put(w, row, "when", severities[i].when);
		put_people(w, row, "wake", &severities[i].wake);
	}
}

/* ---- what we say, and to whom ---- */

static bool same_approvers(const struct playbook_comms *a, const struct playbook_comms *b)
{
	bool same = a->approvers.n == b->approvers.n;
	for (size_t i = 0; same && i < a->approvers.n; i++)
		same = strcmp(a->approvers.v[i], b->approvers.v[i]) == 0;
	return same;
}

/* The notices from `first` on that need the same people's word. */
static void put_notices(struct wall *w, struct jsn *row, size_t first)
{
	const struct playbook_comms *comms = w->playbook->comms.v;
	struct jsn *list = tree_list(row, "notices");
	for (size_t i = first; i < w->playbook->comms.n; i++)
		if (same_approvers(&comms[first], &comms[i])) {
			struct jsn *notice = tree_row(list);
			put(w, notice, "id", comms[i].notice);
			put(w, notice, "audience", comms[i].audience);
		}
}

static void add_voices(struct wall *w, struct jsn *tree)
{
	const struct playbook_comms *comms = w->playbook->comms.v;
	struct jsn *list = tree_list(tree, "voices");
	for (size_t i = 0; i < w->playbook->comms.n; i++) {
		bool told = false;
		for (size_t k = 0; !told && k < i; k++)
			told = same_approvers(&comms[k], &comms[i]);
		if (told)
			continue;
		struct jsn *row = tree_row(list);
		put_people(w, row, "approvers", &comms[i].approvers);
		put_notices(w, row, i);
	}
}

/* ---- outside ---- */

static const struct playbook_obligation *obligation_of(const struct playbook *playbook, const char *action)
{
	const struct playbook_obligation *obligations = playbook->obligations.v;
	for (size_t i = 0; action && i < playbook->obligations.n; i++)
		if (strcmp(obligations[i].action, action) == 0)
			return &obligations[i];
	return NULL;
}

static void add_outsider(struct wall *w, struct jsn *list, const char *label, const struct playbook_role *role,
                         const struct playbook_obligation *obligation)
{
	struct jsn *row = tree_row(list);
	phrase_put(w->phrases, label, NULL, row, "what");
	put(w, row, "who", role ? role->person : obligation ? obligation->party : NULL);
	put(w, row, "contact", role ? role->reach : obligation ? obligation->contact : NULL);
	put(w, row, "clause", obligation ? obligation->clause : NULL);
	put_due(w, row, "due", obligation ? obligation->clock : NAMES_NONE,
	        obligation ? obligation->within : SHAPE_UNSET);
}

static bool is_outsider(const struct playbook_obligation *obligation)
{
	for (size_t i = 0; i < OUTSIDERS; i++)
		if (outsiders[i].action && strcmp(outsiders[i].action, obligation->action) == 0)
			return true;
	return false;
}

static void add_outside(struct wall *w, struct jsn *tree)
{
	const struct playbook_obligation *obligations = w->playbook->obligations.v;
	struct jsn *list = tree_list(tree, "outside");
	for (size_t i = 0; i < OUTSIDERS; i++) {
		const char *role = outsiders[i].role;
		add_outsider(w, list, outsiders[i].label, role ? playbook_role(w->playbook, role) : NULL,
		             obligation_of(w->playbook, outsiders[i].action));
	}
	for (size_t i = 0; i < w->playbook->obligations.n; i++)
		if (!is_outsider(&obligations[i]))
			add_outsider(w, list, "wall.contract", NULL, &obligations[i]);
}

static void add_platforms(struct wall *w, struct jsn *tree)
{
	const struct playbook_system *systems = w->playbook->systems.v;
	struct jsn *list = tree_list(tree, "platforms");
	for (size_t i = 0; i < w->playbook->systems.n; i++) {
		struct jsn *row = tree_row(list);
		put(w, row, "name", systems[i].name);
		put(w, row, "contact", systems[i].vendor);
	}
}

static void put_when(struct wall *w, struct jsn *row, const struct regime_duty *duty)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_put(w->phrases, moment_words[duty->clock], NULL, data, "moment");
	if (duty->days != SHAPE_UNSET) {
		phrase_count(data, "days", duty->days);
		phrase_put(w->phrases, "wall.days", data, row, "due");
		return;
	}
	jsn_free(data);
	if (duty->within != SHAPE_UNSET)
		put_due(w, row, "due", duty->clock, duty->within);
	else
		put(w, row, "due", duty->promptly);
}

static void add_duty(struct wall *w, struct jsn *list, const char *to, const struct regime_duty *duty)
{
	if (!duty->entry.node)
		return;
	struct jsn *row = tree_row(list);
	phrase_put(w->phrases, to, NULL, row, "to");
	put_when(w, row, duty);
}

static void add_laws(struct wall *w, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "laws");
	for (size_t i = 0; i < w->world->nregimes; i++) {
		const struct regime *regime = w->world->regimes[i];
		const struct regime_authority *authority = &regime->authority;
		struct jsn *row = tree_row(list), *duties;
		put(w, row, "authority", authority->portal ? authority->shorthand : authority->name);
		put(w, row, "portal", authority->portal);
		duties = tree_list(row, "duties");
		add_duty(w, duties, "wall.to_authority", &regime->duties.authority);
		add_duty(w, duties, "wall.to_individuals", &regime->duties.individuals);
	}
	struct jsn *uncovered = tree_list(tree, "uncovered");
	for (size_t i = 0; i < w->world->uncovered.n; i++)
		tree_text(tree_row(uncovered), "country", w->world->uncovered.v[i]);
}

/* ---- the page ---- */

static void add_reviewed(struct wall *w, struct jsn *tree)
{
	struct zone_civil day;
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	if (zone_read(w->playbook->reviewed, &day))
		phrase_day(w->phrases, w->world->zone, zone_epoch(w->world->zone, &day), &w->said);
	tree_taken(data, "day", &w->said);
	phrase_put(w->phrases, "wall.reviewed", data, tree, "reviewed");
}

static void add_silence(struct wall *w, struct jsn *tree)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	fill_person(w, data, w->playbook->owner);
	phrase_put(w->phrases, "wall.silence", data, tree, "silence");
}

static void add_log(struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "log");
	for (int i = 1; i <= LOG_LINES; i++)
		tree_number(tree_row(list), "line", i);
}

struct jsn *wall_tree(const struct world *world, const struct phrases *phrases)
{
	struct wall w = {.world = world, .playbook = world->playbook, .phrases = phrases};
	struct jsn *tree = jsn_make(JSN_OBJECT, 0);
	put(&w, tree, "title", world->playbook->title);
	put(&w, tree, "company", world->playbook->company.name);
	add_contacts(&w, tree);
	add_definitions(&w, tree);
	add_steps(&w, tree);
	add_pauses(&w, tree);
	add_severities(&w, tree);
	add_voices(&w, tree);
	add_silence(&w, tree);
	add_outside(&w, tree);
	add_platforms(&w, tree);
	add_laws(&w, tree);
	add_log(tree);
	add_reviewed(&w, tree);
	text_free(&w.expanded);
	text_free(&w.said);
	return tree;
}
