#include "content/playbook.h"

#include "base/span.h"
#include "base/zone.h"
#include "content/regime.h"
#include "content/term.h"

#include <string.h>

enum { USUAL_STEP = 15 * SPAN_MINUTE };

// clang-format off

#define COMPANY(member) offsetof(struct playbook_company, member)
static const struct shape_field company_fields[] = {
	{"name",      SHAPE_TEXT,   COMPANY(name), SHAPE_REQUIRED, 0, NULL, NULL},
	{"contact",   SHAPE_TEXT,   COMPANY(contact), 0, 0, NULL, NULL},
	{"timezone",  SHAPE_TEXT,   COMPANY(timezone), SHAPE_REQUIRED, 0, NULL, NULL},
	{"customers", SHAPE_COUNTS, COMPANY(customers), SHAPE_REQUIRED, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape company_shape = {"the company", sizeof(struct playbook_company), company_fields};

#define ROLE(member) offsetof(struct playbook_role, member)
static const struct shape_field role_fields[] = {
	{"person", SHAPE_TEXT, ROLE(person), SHAPE_REQUIRED, 0, NULL, NULL},
	{"deputy", SHAPE_TEXT, ROLE(deputy), 0, 0, NULL, NULL},
	{"reach",  SHAPE_TEXT, ROLE(reach), 0, 0, NULL, NULL},
	{"covers", SHAPE_IDS,  ROLE(covers), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape role_shape = {"a role", sizeof(struct playbook_role), role_fields};

#define SYSTEM(member) offsetof(struct playbook_system, member)
static const struct shape_field system_fields[] = {
	{"name",   SHAPE_TEXT, SYSTEM(name), SHAPE_REQUIRED, 0, NULL, NULL},
	{"holds",  SHAPE_IDS,  SYSTEM(holds), SHAPE_REQUIRED, 0, NULL, NULL},
	{"admin",  SHAPE_ID,   SYSTEM(admin), SHAPE_REQUIRED, 0, NULL, NULL},
	{"logs",   SHAPE_SPAN, SYSTEM(logs), 0, 0, NULL, NULL},
	{"vendor", SHAPE_TEXT, SYSTEM(vendor), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape system_shape = {"a system", sizeof(struct playbook_system), system_fields};

static const struct shape_field escalation_fields[] = {
	{"after", SHAPE_SPAN, offsetof(struct playbook_escalation, after), SHAPE_REQUIRED, 0, NULL, NULL},
	{"to",    SHAPE_ID,   offsetof(struct playbook_escalation, to), SHAPE_REQUIRED, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape escalation_shape = {"an escalation", sizeof(struct playbook_escalation), escalation_fields};

#define SEVERITY(member) offsetof(struct playbook_severity, member)
static const struct shape_field severity_fields[] = {
	{"when",  SHAPE_TEXT, SEVERITY(when), SHAPE_REQUIRED, 0, NULL, NULL},
	{"wake",  SHAPE_IDS,  SEVERITY(wake), SHAPE_REQUIRED, 0, NULL, NULL},
	{"pause", SHAPE_IDS,  SEVERITY(pause), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape severity_shape = {"a severity", sizeof(struct playbook_severity), severity_fields};

#define OBLIGATION(member) offsetof(struct playbook_obligation, member)
static const struct shape_field obligation_fields[] = {
	{"party",   SHAPE_TEXT,   OBLIGATION(party), SHAPE_REQUIRED, 0, NULL, NULL},
	{"clause",  SHAPE_TEXT,   OBLIGATION(clause), 0, 0, NULL, NULL},
	{"clock",   SHAPE_CHOICE, OBLIGATION(clock), SHAPE_REQUIRED, 0, NULL, shape_moments},
	{"within",  SHAPE_SPAN,   OBLIGATION(within), SHAPE_REQUIRED, 0, NULL, NULL},
	{"action",  SHAPE_ID,     OBLIGATION(action), SHAPE_REQUIRED, 0, NULL, NULL},
	{"contact", SHAPE_TEXT,   OBLIGATION(contact), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape obligation_shape = {"an obligation", sizeof(struct playbook_obligation), obligation_fields};

#define PAUSE(member) offsetof(struct playbook_pause, member)
static const struct shape_field pause_fields[] = {
	{"pause",  SHAPE_ID,   PAUSE(pause), SHAPE_REQUIRED, 0, NULL, NULL},
	{"owner",  SHAPE_ID,   PAUSE(owner), SHAPE_REQUIRED, 0, NULL, NULL},
	{"resume", SHAPE_ID,   PAUSE(resume), SHAPE_REQUIRED, 0, NULL, NULL},
	{"for",    SHAPE_SPAN, PAUSE(lasts), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape pause_shape = {"a pause", sizeof(struct playbook_pause), pause_fields};

static const struct shape_field evidence_fields[] = {
	{"what",     SHAPE_TEXT, offsetof(struct playbook_evidence, what), SHAPE_REQUIRED, 0, NULL, NULL},
	{"required", SHAPE_FLAG, offsetof(struct playbook_evidence, required), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape evidence_shape = {"a piece of evidence", sizeof(struct playbook_evidence), evidence_fields};

static const struct shape_field skip_fields[] = {
	{"allowed", SHAPE_FLAG, offsetof(struct playbook_skip, allowed), SHAPE_REQUIRED, 0, NULL, NULL},
	{"by",      SHAPE_ID,   offsetof(struct playbook_skip, by), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape skip_shape = {"a skip", sizeof(struct playbook_skip), skip_fields};

#define STEP(member) offsetof(struct playbook_step, member)
static const struct shape_field step_fields[] = {
	{"step",        SHAPE_ID,   STEP(id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"instruction", SHAPE_TEXT, STEP(instruction), SHAPE_REQUIRED, 0, NULL, NULL},
	{"owner",       SHAPE_ID,   STEP(owner), SHAPE_REQUIRED, 0, NULL, NULL},
	{"due",         SHAPE_DUE,  STEP(due), 0, 0, NULL, NULL},
	{"takes",       SHAPE_SPAN, STEP(takes), 0, 0, NULL, NULL},
	{"does",        SHAPE_IDS,  STEP(does), 0, 0, NULL, NULL},
	{"needs",       SHAPE_IDS,  STEP(needs), 0, 0, NULL, NULL},
	{"evidence",    SHAPE_MANY, STEP(evidence), 0, 0, &evidence_shape, NULL},
	{"skip",        SHAPE_ONE,  STEP(skip), 0, 0, &skip_shape, NULL},
	{"extra",       SHAPE_FLAG, STEP(extra), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape step_shape = {"a step", sizeof(struct playbook_step), step_fields};

#define PHASE(member) offsetof(struct playbook_phase, member)
static const struct shape_field phase_fields[] = {
	{"phase", SHAPE_ID,   PHASE(id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"goal",  SHAPE_TEXT, PHASE(goal), SHAPE_REQUIRED, 0, NULL, NULL},
	{"steps", SHAPE_MANY, PHASE(steps), SHAPE_REQUIRED, 0, &step_shape, NULL},
	SHAPE_END,
};
static const struct shape phase_shape = {"a phase", sizeof(struct playbook_phase), phase_fields};

#define COMMS(member) offsetof(struct playbook_comms, member)
static const struct shape_field comms_fields[] = {
	{"notice",      SHAPE_ID,    COMMS(notice), SHAPE_REQUIRED, 0, NULL, NULL},
	{"audience",    SHAPE_TEXT,  COMMS(audience), SHAPE_REQUIRED, 0, NULL, NULL},
	{"languages",   SHAPE_TEXTS, COMMS(languages), SHAPE_REQUIRED, 0, NULL, NULL},
	{"approvers",   SHAPE_IDS,   COMMS(approvers), SHAPE_REQUIRED, 0, NULL, NULL},
	{"due",         SHAPE_DUE,   COMMS(due), 0, 0, NULL, NULL},
	{"next_update", SHAPE_SPAN,  COMMS(next_update), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape comms_shape = {"a message", sizeof(struct playbook_comms), comms_fields};

#define PLAYBOOK(member) offsetof(struct playbook, member)
static const struct shape_field playbook_fields[] = {
	{"playbook",    SHAPE_ID,    PLAYBOOK(id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"title",       SHAPE_TEXT,  PLAYBOOK(title), SHAPE_REQUIRED, 0, NULL, NULL},
	{"company",     SHAPE_ONE,   PLAYBOOK(company), SHAPE_REQUIRED, 0, &company_shape, NULL},
	{"reviewed",    SHAPE_DATE,  PLAYBOOK(reviewed), SHAPE_REQUIRED, 0, NULL, NULL},
	{"owner",       SHAPE_ID,    PLAYBOOK(owner), SHAPE_REQUIRED, 0, NULL, NULL},
	{"roles",       SHAPE_KEYED, PLAYBOOK(roles), SHAPE_REQUIRED, 0, &role_shape, NULL},
	{"systems",     SHAPE_KEYED, PLAYBOOK(systems), 0, 0, &system_shape, NULL},
	{"escalation",  SHAPE_MANY,  PLAYBOOK(escalation), 0, 0, &escalation_shape, NULL},
	{"severities",  SHAPE_KEYED, PLAYBOOK(severities), 0, 0, &severity_shape, NULL},
	{"clock",       SHAPE_PAIRS, PLAYBOOK(clock), 0, 0, NULL, NULL},
	{"obligations", SHAPE_MANY,  PLAYBOOK(obligations), 0, 0, &obligation_shape, NULL},
	{"pauses",      SHAPE_MANY,  PLAYBOOK(pauses), 0, 0, &pause_shape, NULL},
	{"phases",      SHAPE_MANY,  PLAYBOOK(phases), SHAPE_REQUIRED, 0, &phase_shape, NULL},
	{"comms",       SHAPE_MANY,  PLAYBOOK(comms), 0, 0, &comms_shape, NULL},
	SHAPE_END,
};
const struct shape playbook_shape = {"a playbook", sizeof(struct playbook), playbook_fields};
// clang-format on

/* What the checks share. Roles and steps are looked up among the playbook's own: `names` may hold a scenario's, too. */
struct checker {
	const struct shape_reader *reader;
	struct playbook *playbook;
	struct names *names, own;
	const struct playbook_step **by_name; /* the step of each of `own`'s step names */
	size_t named;
	int *lines[NAMES_KINDS]; /* where each of `own` stands first */
	size_t nlines[NAMES_KINDS];
	bool fine;
};

/* ---- registering, with what must be unique ---- */

static void register_id(struct checker *c, enum names_kind kind, const char *id, struct diag_place place)
{
	int first = id ? names_find(&c->own, kind, id) : NAMES_NONE;
	if (!id)
		return; /* told as missing */
	if (first != NAMES_NONE) {
		diag_error(c->reader->diags, place, "%s \"%s\" stands twice: in line %d already", names_word(kind), id,
		           c->lines[kind][first]);
		c->fine = diag_code(c->reader->diags, "twice");
		return;
	}
	*(int *)arena_push(c->reader->arena, &c->lines[kind], &c->nlines[kind], sizeof place.line) = place.line;
	names_add(&c->own, kind, id);
	names_add(c->names, kind, id);
}

static void register_keyed(struct checker *c, enum names_kind kind, const struct shape_list *list, size_t size)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct shape_entry *entry = (const void *)((const char *)list->v + i * size);
		register_id(c, kind, entry->id, entry->node->place);
	}
}

static void push_step(struct checker *c, const struct playbook_step ***list, size_t *n,
                      const struct playbook_step *step)
{
	const struct playbook_step **slot = arena_push(c->reader->arena, list, n, sizeof *slot);
	*slot = step;
}

static const char *system_name(const void *context, const char *id)
{
	const struct playbook *playbook = context;
	const struct playbook_system *systems = playbook->systems.v;
	for (size_t i = 0; i < playbook->systems.n; i++)
		if (strcmp(systems[i].entry.id, id) == 0)
			return systems[i].name;
	return NULL;
}

/* {crm} in an instruction is the system's name, so that a shop changes it in one place. */
static void name_systems(struct checker *c, struct playbook_step *step)
{
	struct shape_pairs known = {0};
	struct text text = {0};
	const struct playbook_system *systems = c->playbook->systems.v;
	const struct yml *instruction = yml_get(step->entry.node, "instruction");
	if (!step->instruction || !instruction)
		return;
	for (size_t i = 0; i < c->playbook->systems.n; i++)
		*(struct shape_pair *)arena_push(c->reader->arena, &known.v, &known.n, sizeof *known.v) =
		    (struct shape_pair){systems[i].entry.id, systems[i].name};
	c->fine = term_check(c->reader, &known, instruction) && c->fine;
	term_expand(step->instruction, system_name, c->playbook, &text);
	step->instruction = arena_dup(c->reader->arena, text.data);
	text_free(&text);
}

static void register_steps(struct checker *c, struct playbook_phase *phase, int number)
{
	struct playbook_step *steps = phase->steps.v;
	phase->first = (int)c->playbook->nsteps;
	for (size_t i = 0; i < phase->steps.n; i++) {
		struct playbook_step *step = &steps[i];
		register_id(c, NAMES_STEP, step->id, shape_place(step->entry.node, "step"));
		if (c->own.of[NAMES_STEP].n > c->named)
			push_step(c, &c->by_name, &c->named, step);
		step->phase = number;
		step->number = (int)i + 1;
		name_systems(c, step);
		if (step->takes == SHAPE_UNSET)
			step->takes = USUAL_STEP;
		push_step(c, &c->playbook->steps, &c->playbook->nsteps, step);
	}
	if (!phase->steps.n && yml_get(phase->entry.node, "steps"))
		c->fine = diag_error(c->reader->diags, shape_place(phase->entry.node, "steps"), "a phase needs a step");
}

static void register_phases(struct checker *c)
{
	const struct yml *root = c->playbook->entry.node;
	struct playbook_phase *phases = c->playbook->phases.v;
	for (size_t i = 0; i < c->playbook->phases.n; i++) {
		register_id(c, NAMES_PHASE, phases[i].id, shape_place(phases[i].entry.node, "phase"));
		register_steps(c, &phases[i], (int)i);
	}
	if (!c->playbook->phases.n && yml_get(root, "phases"))
		c->fine = diag_error(c->reader->diags, shape_place(root, "phases"), "a playbook needs a phase");
}

/* ---- references ---- */

/* Without any role of its own that fault is told already, and every reference would only repeat it. */
static void roles(struct checker *c, const struct yml *map, const char *key)
{
	if (!c->own.of[NAMES_ROLE].n)
		return;
	c->fine = shape_refer_all(c->reader, &c->own, NAMES_ROLE, map, key) && c->fine;
}

static void known(struct checker *c, enum names_kind kind, const struct yml *map, const char *key)
{
	c->fine = shape_refer_all(c->reader, c->names, kind, map, key) && c->fine;
}

bool playbook_check_company(const struct shape_reader *reader, const struct playbook_company *company)
{
	const struct yml *node = company->entry.node, *customers = node ? yml_get(node, "customers") : NULL;
	bool fine = true;

	if (company->timezone && !zone_known(company->timezone))
		fine =
		    diag_error(reader->diags, shape_place(node, "timezone"),
		               "unknown time zone \"%.60s\"; expected one such as Asia/Singapore", company->timezone);
	for (size_t i = 0; customers && customers->type == YML_MAP && i < customers->n; i++)
		if (customers->pairs[i].value->type != YML_NULL && !regime_is_country(customers->pairs[i].key))
			fine = diag_error(reader->diags, customers->pairs[i].place,
			                  "\"%.40s\" is no country code: two capitals, such as SG",
			                  customers->pairs[i].key);
	if (customers && !customers->n)
		fine = diag_error(reader->diags, customers->place, "\"customers\" needs a country, such as SG: 5000");
	return fine;
}

static void check_clock(struct checker *c)
{
	const struct yml *clock = yml_get(c->playbook->entry.node, "clock");
	for (size_t i = 0; clock && clock->type == YML_MAP && i < clock->n; i++) {
		const char *moment = clock->pairs[i].key, *near;
		bool found = false;

		for (size_t m = 0; m < SHAPE_MOMENTS; m++)
			found = found || !strcmp(shape_moments[m], moment);
		if (found)
			continue;
		c->fine = diag_error(c->reader->diags, clock->pairs[i].place, "unknown moment \"%.60s\"", moment);
		near = diag_nearest(moment, shape_moments, SHAPE_MOMENTS);
		if (near)
			diag_hint(c->reader->diags, "did you mean \"%s\"?", near);
	}
}

/* A deadline goes by its action's name, so that one action can fulfil one obligation only. */
static void check_obligations(struct checker *c)
{
	const struct playbook_obligation *all = c->playbook->obligations.v;

	for (size_t i = 0; i < c->playbook->obligations.n; i++) {
		known(c, NAMES_ACTION, all[i].entry.node, "action");
		for (size_t j = 0; j < i && all[i].action; j++)
			if (all[j].action && !strcmp(all[i].action, all[j].action)) {
				c->fine = diag_error(c->reader->diags, shape_place(all[i].entry.node, "action"),
				                     "\"%s\" fulfils the obligation of line %d already", all[i].action,
				                     all[j].entry.node->place.line);
				break;
			}
	}
}

static void check_pauses(struct checker *c)
{
	const struct playbook_pause *pauses = c->playbook->pauses.v;

	for (size_t i = 0; i < c->playbook->pauses.n; i++) {
		known(c, NAMES_PAUSE, pauses[i].entry.node, "pause");
		roles(c, pauses[i].entry.node, "owner");
		roles(c, pauses[i].entry.node, "resume");
	}
}

static void check_people(struct checker *c)
{
	const struct playbook *p = c->playbook;
	const struct yml *given = yml_get(p->entry.node, "roles");

	if (given && given->type == YML_MAP && !given->n)
		c->fine = diag_error(c->reader->diags, given->place, "a playbook needs a role: who decides?");
	roles(c, p->entry.node, "owner");
	for (size_t i = 0; i < p->roles.n; i++)
		roles(c, ((const struct playbook_role *)p->roles.v)[i].entry.node, "covers");
	for (size_t i = 0; i < p->systems.n; i++)
		roles(c, ((const struct playbook_system *)p->systems.v)[i].entry.node, "admin");
	for (size_t i = 0; i < p->escalation.n; i++)
		roles(c, ((const struct playbook_escalation *)p->escalation.v)[i].entry.node, "to");
	for (size_t i = 0; i < p->severities.n; i++) {
		const struct yml *node = ((const struct playbook_severity *)p->severities.v)[i].entry.node;

		roles(c, node, "wake");
		known(c, NAMES_PAUSE, node, "pause");
	}
	for (size_t i = 0; i < p->comms.n; i++) {
		const struct yml *node = ((const struct playbook_comms *)p->comms.v)[i].entry.node;

		known(c, NAMES_NOTICE, node, "notice");
		roles(c, node, "approvers");
	}
}

/* ---- steps ---- */

/* A need that is a step of this or an earlier phase, and is played whenever this step is. */
static void check_need(struct checker *c, const struct playbook_step *step, const struct yml *need)
{
	int number = shape_refer(c->reader, &c->own, NAMES_STEP, need->text, need->place);
	const struct playbook_step *other = number == NAMES_NONE ? NULL : c->by_name[number];

	if (!other)
		c->fine = false;
	else if (other->phase > step->phase)
		c->fine = diag_error(c->reader->diags, need->place,
		                     "\"%s\" needs \"%s\", which stands in a later phase", step->id, other->id);
	else if (other->extra && !step->extra)
		c->fine = diag_error(c->reader->diags, need->place,
		                     "\"%s\" needs \"%s\", which is extra: a short drill would never come to it",
		                     step->id, other->id);
}

static void check_step(struct checker *c, const struct playbook_step *step)
{
	const struct yml *node = step->entry.node, *skip = step->skip.entry.node, *needs = yml_get(node, "needs");
	bool list = needs && needs->type == YML_LIST;

	roles(c, node, "owner");
	known(c, NAMES_ACTION, node, "does");
	if (skip)
		roles(c, skip, "by");
	if (skip && step->skip.allowed && !step->skip.by)
		c->fine =
		    diag_error(c->reader->diags, skip->place, "a skip that is allowed needs \"by\": on whose word?");
	for (size_t i = 0; step->id && needs && i < (list ? needs->n : 1); i++) {
		const struct yml *need = list ? needs->pairs[i].value : needs;

		if (need->type == YML_TEXT)
			check_need(c, step, need);
	}
}

enum visit { UNSEEN, ON_PATH, CLEARED };

struct walk {
	unsigned char *seen; /* enum visit, by step */
	int *path;
	size_t length;
};

static void tell_circle(struct checker *c, const struct walk *walk, int back_to)
{
	const struct playbook_step *last = c->by_name[walk->path[walk->length - 1]];
	struct text circle = {0};
	size_t from = walk->length - 1;

	while (walk->path[from] != back_to)
		from--;
	for (size_t i = from; i < walk->length; i++)
		text_addf(&circle, "%s -> ", c->by_name[walk->path[i]]->id);
	text_add(&circle, c->by_name[back_to]->id);
	c->fine = diag_error(c->reader->diags, shape_place(last->entry.node, "needs"),
	                     "steps that need each other in a circle: %s", circle.data);
	text_free(&circle);
}

static void visit(struct checker *c, struct walk *walk, int number)
{
	const struct playbook_step *step = c->by_name[number];

	walk->seen[number] = ON_PATH;
	walk->path[walk->length++] = number;
	for (size_t i = 0; i < step->needs.n; i++) {
		int need = names_find(&c->own, NAMES_STEP, step->needs.v[i]);

		if (need != NAMES_NONE && walk->seen[need] == ON_PATH)
			tell_circle(c, walk, need);
		else if (need != NAMES_NONE && walk->seen[need] == UNSEEN)
			visit(c, walk, need);
	}
	walk->length--;
	walk->seen[number] = CLEARED;
}

static void check_steps(struct checker *c)
{
	struct arena *arena = c->reader->arena;
	struct walk walk = {arena_alloc(arena, c->named + 1), arena_alloc(arena, (c->named + 1) * sizeof(int)), 0};

	for (size_t i = 0; i < c->playbook->nsteps; i++)
		check_step(c, c->playbook->steps[i]);
	for (size_t i = 0; i < c->named; i++)
		if (walk.seen[i] == UNSEEN)
			visit(c, &walk, (int)i);
}

/* Bounds what follows: ids are looked up one after another. */
static bool too_many_steps(const struct shape_reader *reader, const struct playbook *playbook)
{
	const struct playbook_phase *phases = playbook->phases.v;
	size_t n = 0;

	for (size_t i = 0; i < playbook->phases.n; i++)
		n += phases[i].steps.n;
	return n > PLAYBOOK_STEPS_MAX && !diag_error(reader->diags, shape_place(playbook->entry.node, "phases"),
	                                             "%zu steps; at most %d", n, PLAYBOOK_STEPS_MAX);
}

struct playbook *playbook_load(const struct file *file, const struct shape_reader *reader, struct names *names)
{
	struct checker c = {.reader = reader, .names = names, .own = {.arena = reader->arena}};
	struct playbook *playbook = c.playbook = shape_load(reader, &playbook_shape, file, &c.fine);

	if (!playbook || too_many_steps(reader, playbook))
		return NULL;
	register_keyed(&c, NAMES_ROLE, &playbook->roles, sizeof(struct playbook_role));
	register_keyed(&c, NAMES_SEVERITY, &playbook->severities, sizeof(struct playbook_severity));
	register_phases(&c);
	c.fine = playbook_check_company(reader, &playbook->company) && c.fine;
	check_clock(&c);
	check_people(&c);
	check_obligations(&c);
	check_pauses(&c);
	check_steps(&c);
	return c.fine ? playbook : NULL;
}

const struct playbook_role *playbook_role(const struct playbook *playbook, const char *id)
{
	const struct playbook_role *all = playbook->roles.v;

	for (size_t i = 0; i < playbook->roles.n; i++)
		if (!strcmp(all[i].entry.id, id))
			return &all[i];
	return NULL;
}
