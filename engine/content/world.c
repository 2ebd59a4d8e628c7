#include "content/world.h"

#include "content/coherence.h"
#include "content/loan.h"
#include "content/term.h"

#include <string.h>

static struct file copy_file(struct arena *arena, const struct file *file)
{
	return (struct file){arena_dup(arena, file->name), arena_ndup(arena, file->bytes, file->len), file->len};
}

static struct file *copy_files(struct arena *arena, const struct file *files, size_t n)
{
	struct file *copies = NULL;
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		*(struct file *)arena_push(arena, &copies, &count, sizeof *copies) = copy_file(arena, &files[i]);
	return copies;
}

static void copy_sources(struct world *world, const struct world_sources *from)
{
	world->sources = (struct world_sources){.scenario = copy_file(world->arena, &from->scenario),
	                                        .playbook = copy_file(world->arena, &from->playbook),
	                                        .actions = copy_file(world->arena, &from->actions),
	                                        .includes = copy_files(world->arena, from->includes, from->nincludes),
	                                        .regimes = copy_files(world->arena, from->regimes, from->nregimes),
	                                        .nincludes = from->nincludes,
	                                        .nregimes = from->nregimes};
}

static void add_person(struct world *world, const char *name)
{
	if (name)
		names_add(&world->names, NAMES_PERSON, name);
}

static const struct playbook_role *role_at(const struct playbook *playbook, size_t i)
{
	return &((const struct playbook_role *)playbook->roles.v)[i];
}

static void name_persons(struct world *world, struct diags *diags)
{
	add_person(world, playbook_role(world->playbook, world->playbook->owner)->person);
	for (size_t i = 0; i < world->playbook->roles.n; i++) {
		add_person(world, role_at(world->playbook, i)->person);
		add_person(world, role_at(world->playbook, i)->deputy);
	}
	if (world->names.of[NAMES_PERSON].n > WORLD_PERSONS)
		diag_error(diags, shape_place(world->playbook->entry.node, "roles"), "%zu people; at most %d",
		           world->names.of[NAMES_PERSON].n, WORLD_PERSONS);
}

static const struct shape_counts *customers(const struct world *world)
{
	const struct shape_counts *own = &world->playbook->company.customers;
	return own->n ? own : &world->story->company.customers;
}

static bool covers_anybody(const struct world *world, const struct regime *regime)
{
	const struct shape_counts *counts = customers(world);
	for (size_t i = 0; i < counts->n; i++)
		if (counts->v[i].n > 0 && regime_covers(regime, counts->v[i].key))
			return true;
	return false;
}

static void keep_regime(struct world *world, struct regime *regime, struct diags *diags)
{
	for (size_t i = 0; i < world->nregimes; i++)
		if (strcmp(world->regimes[i]->id, regime->id) == 0)
			diag_error(diags, regime->entry.node->place,
			           "a second record of %s is in force on the same day", regime->id);
	*(struct regime **)arena_push(world->arena, &world->regimes, &world->nregimes, sizeof regime) = regime;
}

static void load_regimes(struct world *world, const struct shape_reader *reader)
{
	for (size_t i = 0; i < world->sources.nregimes; i++) {
		struct regime *regime = regime_load(&world->sources.regimes[i], reader);
		if (regime && world->story && world->playbook && regime_in_force(regime, world->t0) &&
		    covers_anybody(world, regime))
			keep_regime(world, regime, reader->diags);
	}
}

static void note_uncovered(struct world *world)
{
	const struct shape_counts *counts = customers(world);
	for (size_t i = 0; i < counts->n; i++) {
		bool covered = counts->v[i].n == 0;
		for (size_t k = 0; k < world->nregimes; k++)
			covered = covered || regime_covers(world->regimes[k], counts->v[i].key);
		if (!covered)
			*(const char **)arena_push(world->arena, &world->uncovered.v, &world->uncovered.n,
			                           sizeof(char *)) = counts->v[i].key;
	}
}

static void add_deadline(struct world *world, struct world_deadline deadline)
{
	names_add(&world->names, NAMES_DEADLINE, deadline.id);
	*(struct world_deadline *)arena_push(world->arena, &world->deadlines, &world->ndeadlines, sizeof deadline) =
	    deadline;
}

static void add_duty(struct world *world, const struct regime *regime, const struct regime_duty *duty, bool individuals)
{
	struct arena *arena = world->arena;
	if (!duty->entry.node || (duty->within == SHAPE_UNSET && duty->days == SHAPE_UNSET))
		return;
	const char *id = arena_printf(arena, "%s.%s", regime->id, individuals ? "individuals" : "authority");
	const char *party = individuals ? arena_printf(arena, "customers (%s)", regime->authority.shorthand)
	                                : regime->authority.shorthand;
	int critical = names_add(&world->names, NAMES_CRITICAL, arena_printf(arena, "deadline:%s", id));
	add_deadline(world, (struct world_deadline){.id = id,
	                                            .party = party,
	                                            .law = arena_printf(arena, "%s, %s", regime->name, duty->law),
	                                            .moment = duty->clock,
	                                            .regime = regime,
	                                            .duty = duty,
	                                            .individuals = individuals,
	                                            .critical = critical});
}

static void add_deadlines(struct world *world)
{
	const struct playbook *playbook = world->playbook;
	for (size_t i = 0; i < world->nregimes; i++) {
		add_duty(world, world->regimes[i], &world->regimes[i]->duties.authority, false);
		add_duty(world, world->regimes[i], &world->regimes[i]->duties.individuals, true);
	}
	for (size_t i = 0; i < playbook->obligations.n; i++) {
		const struct playbook_obligation *o = &((const struct playbook_obligation *)playbook->obligations.v)[i];
		add_deadline(world, (struct world_deadline){.id = o->action,
		                                            .party = o->party,
		                                            .law = o->clause ? o->clause : "contract",
		                                            .moment = o->clock,
		                                            .obligation = o,
		                                            .critical = NAMES_NONE});
	}
}

static void finish(struct world *world, struct diags *diags)
{
	const char *own = world->playbook->company.timezone;
	world->zone = own ? own : world->story->company.timezone;
	if (!world->zone)
		world->zone = "UTC";
	name_persons(world, diags);
	note_uncovered(world);
	add_deadlines(world);
	names_add(&world->names, NAMES_CRITICAL, WORLD_FALSE_STATEMENT);
}

static const char *stated(struct world *world, const char *s, const char *own)
{
	return s ? arena_dup(world->arena, s) : own;
}

static void overlay(struct world *world, const struct playbook_company *company)
{
	struct playbook_company *own = &world->playbook->company;
	struct shape_counts customers = {0};
	own->name = stated(world, company->name, own->name);
	own->contact = stated(world, company->contact, own->contact);
	own->timezone = stated(world, company->timezone, own->timezone);
	for (size_t i = 0; i < company->customers.n; i++)
		*(struct shape_count *)arena_push(world->arena, &customers.v, &customers.n, sizeof *customers.v) =
		    (struct shape_count){arena_dup(world->arena, company->customers.v[i].key),
		                         company->customers.v[i].n};
	if (customers.n)
		own->customers = customers;
}

static int64_t first_instant(const struct world *world, const struct world_options *options)
{
	if (world->declarations && world->story)
		return world->story->starts;
	if (options->starts && world->playbook)
		return zone_epoch(world->playbook->company.timezone, options->starts);
	return options->t0;
}

struct world *world_build(struct arena *arena, const struct world_sources *sources, struct yml *declarations,
                          const struct world_options *options, struct diags *diags)
{
	struct world *world = arena_alloc(arena, sizeof *world);
	size_t refused = diags->refused;
	world->arena = arena;
	world->names.arena = arena;
	world->declarations = declarations;
	world->lang = options->lang ? arena_dup(arena, options->lang) : "en";
	world->extended = options->extended;
	copy_sources(world, sources);
	struct shape_reader reader = {arena, diags, world->lang};
	for (int i = 0; shape_moments[i]; i++)
		names_add(&world->names, NAMES_MOMENT, shape_moments[i]);
	world->vocabulary = vocabulary_load(&world->sources.actions, &reader, &world->names);
	world->playbook = playbook_load(&world->sources.playbook, &reader, &world->names);
	world->story = story_load(declarations, &reader, &world->names);
	if (world->story)
		coherence_check(world->story, &reader, &world->names);
	if (world->playbook && options->lent)
		loan_strip(world->playbook);
	if (world->playbook && options->company)
		overlay(world, options->company);
	if (world->playbook && world->story && declarations && options->unchosen)
		world->borrows = loan_to(world->playbook, &world->story->company);
	world->t0 = first_instant(world, options);
	load_regimes(world, &reader);
	if (diags->refused == refused && world->vocabulary && world->playbook && world->story)
		finish(world, diags);
	if (diags->refused != refused) {
		arena_free(arena);
		return NULL;
	}
	return world;
}

void world_free(struct world *world)
{
	if (world)
		arena_free(world->arena);
}

int32_t world_due(const struct world *world, int number, int32_t moment)
{
	const struct world_deadline *deadline = &world->deadlines[number];
	int64_t due = 0;
	if (deadline->obligation)
		return moment + deadline->obligation->within;
	if (!regime_due(deadline->regime, deadline->duty, world->t0 + moment, &due))
		return SHAPE_UNSET;
	return (int32_t)(due - world->t0);
}

int32_t world_true_due(const struct world *world, int deadline)
{
	int32_t moment = world->story->truth[world->deadlines[deadline].moment];
	return moment == SHAPE_UNSET ? SHAPE_UNSET : world_due(world, deadline, moment);
}

static const char *of_systems(const struct world *world, const char *name)
{
	const struct playbook_system *systems = world->playbook->systems.v;
	for (size_t i = 0; i < world->playbook->systems.n; i++)
		if (strcmp(systems[i].entry.id, name) == 0)
			return systems[i].name;
	return NULL;
}

static const char *of_story(const struct world *world, const char *name)
{
	const struct shape_pairs *terms = &world->story->terms;
	for (size_t i = 0; i < terms->n; i++)
		if (strcmp(terms->v[i].key, name) == 0)
			return terms->v[i].text;
	return NULL;
}

/* A playbook knows what its team calls a system: better than a story does, unless it is another team's. */
static const char *term(const void *context, const char *name)
{
	const struct world *world = context;
	const char *own = world->borrows ? of_story(world, name) : of_systems(world, name);
	if (own)
		return own;
	return world->borrows ? of_systems(world, name) : of_story(world, name);
}

void world_expand(const struct world *world, const char *s, struct text *out)
{
	term_expand(s, term, world, out);
}

static int person(const struct world *world, const char *name)
{
	return name ? names_find(&world->names, NAMES_PERSON, name) : NAMES_NONE;
}

static const struct playbook_role *on_paper(const struct world *world, int role)
{
	return playbook_role(world->playbook, names_id(&world->names, NAMES_ROLE, role));
}

int world_holder(const struct world *world, int role)
{
	const struct playbook_role *found = on_paper(world, role);
	return person(world, (found ? found : playbook_role(world->playbook, world->playbook->owner))->person);
}

int world_deputy(const struct world *world, int role)
{
	const struct playbook_role *found = on_paper(world, role);
	return found ? person(world, found->deputy) : NAMES_NONE;
}

const struct playbook_comms *world_comms(const struct world *world, const char *notice)
{
	const struct playbook_comms *rows = world->playbook->comms.v;
	for (size_t i = 0; i < world->playbook->comms.n; i++)
		if (strcmp(rows[i].notice, notice) == 0)
			return &rows[i];
	return NULL;
}

bool world_files(const struct world *world, int number, int deadline, bool *named)
{
	const struct vocabulary_action *action = vocabulary_action(world->vocabulary, number);
	const struct world_deadline *d = &world->deadlines[deadline];
	*named = d->obligation || action->regime;
	if (d->obligation)
		return strcmp(d->obligation->action, names_id(&world->names, NAMES_ACTION, number)) == 0;
	if (action->files == SHAPE_UNSET || (action->files == VOCABULARY_INDIVIDUALS) != d->individuals)
		return false;
	return !action->regime || strcmp(action->regime, d->regime->id) == 0;
}

bool world_plays(const struct world *world, int item)
{
	return world->extended || !world->story->items[item].extra;
}

bool world_asks(const struct world *world, int decision)
{
	return world->extended || !world->story->decisions[decision].extra;
}

bool world_takes(const struct world *world, int step)
{
	return world->extended || !world->playbook->steps[step]->extra;
}
