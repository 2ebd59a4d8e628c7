#include "desk/handout.h"

#include "base/span.h"
#include "content/texts.h"
#include "desk/plan.h"

#include <string.h>

/* ---- the team ---- */

static const char *role_id(const struct world *world, int role)
{
	return names_id(&world->names, NAMES_ROLE, role);
}

static const char *person(const struct world *world, int number)
{
	return number == NAMES_NONE ? NULL : names_id(&world->names, NAMES_PERSON, number);
}

/* A role that the playbook lacks is the owner's; it has no phone and no deputy of its own. */
static void put_role(const struct naming *naming, int number, struct jsn *row)
{
	static const struct playbook_role none;
	const char *id = role_id(naming->world, number);
	const struct playbook_role *paper = playbook_role(naming->world->playbook, id);
	const struct playbook_role *role = paper ? paper : &none;
	naming_put(naming, "role", id, row, "role");
	naming_put_told(naming, id, row, "id");
	naming_put_told(naming, person(naming->world, world_holder(naming->world, number)), row, "person");
	naming_put_told(naming, person(naming->world, world_deputy(naming->world, number)), row, "deputy");
	naming_put_told(naming, role->reach, row, "reach");
	naming_put_all(naming, "role", &role->covers, row, "covers");
	tree_flag(row, "lacking", !paper);
}

static void put_roles(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "roles");
	for (int i = 0; i < (int)naming->world->names.of[NAMES_ROLE].n; i++)
		put_role(naming, i, tree_row(list));
}

/* ---- the hour ---- */

static void put_minutes(const struct naming *naming, int from, int to, struct jsn *row)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_number(data, "from", from);
	tree_number(data, "to", to);
	phrase_put(naming->phrases, "kit.say.minutes", data, row, "minutes");
}

/* A stretch of the story, or one of the blocks around it (what: kit.block). */
static void put_block(const struct naming *naming, const char *what, int32_t begin, int32_t end, int minutes[2],
                      struct jsn *list)
{
	struct jsn *row = tree_row(list), *data = jsn_make(JSN_OBJECT, 0);
	char stamp[SPAN_BUFFER];
	put_minutes(naming, minutes[0], minutes[1], row);
	tree_text(data, "from", begin == SHAPE_UNSET ? NULL : span_stamp(begin, stamp));
	tree_text(data, "to", end == SHAPE_UNSET ? NULL : span_stamp(end, stamp));
	phrase_put(naming->phrases, what, data, row, "what");
	minutes[0] = minutes[1];
}

static void put_blocks(const struct naming *naming, struct jsn *tree)
{
	const struct story *story = naming->world->story;
	struct jsn *list = tree_list(tree, "blocks");
	int minutes[2] = {0, PLAN_OPENING}, total = plan_minutes(story, naming->world->extended);
	int32_t begin = 0;
	put_block(naming, "kit.block.opening", SHAPE_UNSET, SHAPE_UNSET, minutes, list);
	for (size_t i = 0; i < story->pieces; begin = story->pace[i++].to) {
		bool last = i + 1 == story->pieces;
		minutes[1] = last ? total - PLAN_HOT_WASH : plan_minute(naming->world, story->pace[i].to);
		put_block(naming, "kit.block.story", begin, story->pace[i].to, minutes, list);
	}
	minutes[1] = total;
	put_block(naming, "kit.block.hot_wash", SHAPE_UNSET, SHAPE_UNSET, minutes, list);
}

/* ---- the company, as its playbook describes it ---- */

static const char *law_of(const struct world *world, const char *country)
{
	for (size_t i = 0; i < world->nregimes; i++)
		if (regime_covers(world->regimes[i], country))
			return world->regimes[i]->authority.shorthand;
	return NULL;
}

static void put_customers(const struct naming *naming, struct jsn *tree)
{
	const struct shape_counts *own = &naming->world->playbook->company.customers;
	const struct shape_counts *counts = own->n ? own : &naming->world->story->company.customers;
	struct jsn *list = tree_list(tree, "customers");
	for (size_t i = 0; i < counts->n; i++) {
		struct jsn *row = tree_row(list);
		naming_put(naming, "country", counts->v[i].key, row, "country");
		naming_put_count(counts->v[i].n, row, "people");
		naming_put_told(naming, law_of(naming->world, counts->v[i].key), row, "authority");
	}
}

static void put_systems(const struct naming *naming, struct jsn *tree)
{
	const struct playbook_system *systems = naming->world->playbook->systems.v;
	struct jsn *list = tree_list(tree, "systems");
	for (size_t i = 0; i < naming->world->playbook->systems.n; i++) {
		struct jsn *row = tree_row(list);
		naming_put_told(naming, systems[i].name, row, "name");
		naming_put_all(naming, "holds", &systems[i].holds, row, "holds");
		naming_put_role(naming, systems[i].admin, row, "admin");
		naming_put_span(naming, systems[i].logs, row, "logs");
		naming_put_told(naming, systems[i].vendor, row, "vendor");
	}
	tree_has(tree, "systems");
}

static void put_severities(const struct naming *naming, struct jsn *tree)
{
	const struct playbook_severity *severities = naming->world->playbook->severities.v;
	struct jsn *list = tree_list(tree, "severities");
	for (size_t i = 0; i < naming->world->playbook->severities.n; i++) {
		struct jsn *row = tree_row(list);
		naming_put_told(naming, severities[i].entry.id, row, "id");
		naming_put_told(naming, severities[i].when, row, "when");
		naming_put_all(naming, "role", &severities[i].wake, row, "wake");
		naming_put_all(naming, "pausable", &severities[i].pause, row, "pause");
	}
	tree_has(tree, "severities");
}

static void put_pause(const struct naming *naming, const struct playbook_pause *pause, struct jsn *row)
{
	naming_put(naming, "pausable", pause->pause, row, "what");
	naming_put_role(naming, pause->owner, row, "owner");
	naming_put_role(naming, pause->resume, row, "resume");
	naming_put_span(naming, pause->lasts, row, "lasts");
}

static void put_pauses(const struct naming *naming, struct jsn *tree)
{
	const struct playbook_pause *pauses = naming->world->playbook->pauses.v;
	struct jsn *list = tree_list(tree, "pauses");
	for (size_t i = 0; i < naming->world->playbook->pauses.n; i++)
		put_pause(naming, &pauses[i], tree_row(list));
	tree_has(tree, "pauses");
}

/* ---- clocks ---- */

static void put_definitions(const struct naming *naming, struct jsn *tree)
{
	const struct shape_pairs *clock = &naming->world->playbook->clock;
	struct jsn *list = tree_list(tree, "definitions");
	for (size_t i = 0; i < clock->n; i++) {
		struct jsn *row = tree_row(list);
		naming_put(naming, "moment", clock->v[i].key, row, "moment");
		naming_put_told(naming, clock->v[i].text, row, "meaning");
	}
	tree_has(tree, "definitions");
}

static void put_clocks(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "clocks");
	for (size_t i = 0; i < naming->world->ndeadlines; i++) {
		const struct world_deadline *deadline = &naming->world->deadlines[i];
		struct jsn *row = tree_row(list);
		naming_put_deadline(naming, (int)i, row);
		naming_put_told(naming, deadline->duty ? deadline->duty->when : NULL, row, "when");
		naming_put_told(
		    naming, deadline->obligation ? deadline->obligation->contact : deadline->regime->authority.portal,
		    row, "contact");
	}
	naming_put_all(naming, "country", &naming->world->uncovered, tree, "uncovered");
	tree_has(tree, "clocks");
}

/* ---- the manual ---- */

static void put_objectives(const struct naming *naming, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "objectives");
	for (int i = 0; i < STORY_OBJECTIVES; i++)
		naming_put_told(naming, naming->world->story->objectives[i].text, list, NULL);
}

static void put_beginning(const struct naming *naming, struct jsn *tree)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	naming_put_instant(naming, 0, data);
	naming_put_told(naming, naming->world->story->synopsis, tree, "synopsis");
	phrase_put(naming->phrases, "kit.say.begins", data, tree, "begins");
}

void handout_manual(const struct naming *naming, struct jsn *tree)
{
	const struct world *world = naming->world;
	const struct playbook_company *own = &world->playbook->company;
	put_beginning(naming, tree);
	naming_put_told(naming, own->contact ? own->contact : world->story->company.contact, tree, "contact");
	naming_put_told(naming, world->zone, tree, "zone");
	put_blocks(naming, tree);
	put_customers(naming, tree);
	put_systems(naming, tree);
	put_roles(naming, tree);
	put_severities(naming, tree);
	put_pauses(naming, tree);
	put_definitions(naming, tree);
	put_clocks(naming, tree);
	put_objectives(naming, tree);
}

/* ---- a card for each role ---- */

static bool is(const char *a, const char *b)
{
	return a && strcmp(a, b) == 0;
}

static void put_steps(const struct naming *naming, const char *role, struct jsn *card)
{
	const struct playbook *playbook = naming->world->playbook;
	struct jsn *list = tree_list(card, "steps");
	for (int i = 0; i < (int)playbook->nsteps; i++) {
		const struct playbook_step *step = playbook->steps[i];
		if (!is(step->owner, role) || !world_takes(naming->world, i))
			continue;
		struct jsn *row = tree_row(list);
		naming_put_told(naming, step->instruction, row, "instruction");
		naming_put_due(naming, &step->due, row, "due");
	}
}

static void put_own_systems(const struct naming *naming, const char *role, struct jsn *card)
{
	const struct playbook_system *systems = naming->world->playbook->systems.v;
	struct jsn *list = tree_list(card, "systems");
	for (size_t i = 0; i < naming->world->playbook->systems.n; i++) {
		if (!is(systems[i].admin, role))
			continue;
		struct jsn *row = tree_row(list);
		naming_put_told(naming, systems[i].name, row, "name");
		naming_put_span(naming, systems[i].logs, row, "logs");
	}
	tree_has(card, "systems");
}

/* What may be set aside on this role's word. */
static void put_skips(const struct naming *naming, const char *role, struct arena *arena, struct jsn *card)
{
	const struct playbook *playbook = naming->world->playbook;
	struct shape_texts ids = {NULL, 0};
	for (int i = 0; i < (int)playbook->nsteps; i++) {
		const struct playbook_step *step = playbook->steps[i];
		if (step->skip.allowed && is(step->skip.by, role) && world_takes(naming->world, i))
			texts_add(&ids, step->id, arena);
	}
	naming_put_all(naming, "step", &ids, card, "skips");
}

/* What this role stops, and what it may start again. */
static void put_own_pauses(const struct naming *naming, const char *role, struct arena *arena, struct jsn *card)
{
	const struct playbook_pause *pauses = naming->world->playbook->pauses.v;
	struct shape_texts stops = {NULL, 0}, resumes = {NULL, 0};
	for (size_t i = 0; i < naming->world->playbook->pauses.n; i++) {
		if (is(pauses[i].owner, role))
			texts_add(&stops, pauses[i].pause, arena);
		if (is(pauses[i].resume, role))
			texts_add(&resumes, pauses[i].pause, arena);
	}
	naming_put_all(naming, "pausable", &stops, card, "stops");
	naming_put_all(naming, "pausable", &resumes, card, "resumes");
}

static bool approves(const struct playbook_comms *comms, const char *role)
{
	for (size_t i = 0; i < comms->approvers.n; i++)
		if (is(comms->approvers.v[i], role))
			return true;
	return false;
}

static void put_approvals(const struct naming *naming, const char *role, struct arena *arena, struct jsn *card)
{
	const struct playbook_comms *comms = naming->world->playbook->comms.v;
	struct shape_texts notices = {NULL, 0};
	for (size_t i = 0; i < naming->world->playbook->comms.n; i++)
		if (approves(&comms[i], role))
			texts_add(&notices, comms[i].notice, arena);
	naming_put_all(naming, "notice", &notices, card, "approves");
}

void handout_cards(const struct naming *naming, struct jsn *tree)
{
	const struct world *world = naming->world;
	struct jsn *list = tree_list(tree, "cards");
	struct arena *arena = arena_new();
	for (int i = 0; i < (int)world->names.of[NAMES_ROLE].n; i++) {
		struct jsn *card = tree_row(list);
		const char *id = role_id(world, i);
		put_role(naming, i, card);
		tree_flag(card, "owner", is(world->playbook->owner, id));
		put_steps(naming, id, card);
		put_own_systems(naming, id, card);
		put_skips(naming, id, arena, card);
		put_own_pauses(naming, id, arena, card);
		put_approvals(naming, id, arena, card);
	}
	arena_free(arena);
}

void handout_sign_in(const struct naming *naming, struct jsn *tree)
{
	put_roles(naming, tree);
}
