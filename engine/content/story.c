#include "content/story.h"

#include "content/brief.h"
#include "content/declaration.h"
#include "content/term.h"
#include "content/texts.h"

#include <string.h>

enum { DISCUSS = 180, MOST_HOOKS = 4096, TEXT_WORDS = 90, ALOUD_WORDS = 60, OPTION_WORDS = 16 };

const char *const story_objectives[] = {"containment",    "evidence",  "scoping", "timeliness",
                                        "communications", "adherence", "care",    NULL};
const char *const story_channels[] = {"email", "chat", "phone", "alert", "press", "letter", NULL};

static const struct story_objective usual[STORY_OBJECTIVES] = {
    {"The way out is closed, and nothing that could tell us more is lost", 20},
    {"What happened can be proved later", 15},
    {"It is known whose data left, what kind, and in which countries", 15},
    {"Every law and contract is answered within its own clock", 15},
    {"Nothing is said that has to be taken back", 15},
    {"The team follows its own playbook, or says why not", 10},
    {"The people concerned are told what helps them", 10},
};

struct loader {
	const struct shape_reader *reader;
	struct names *names;
	struct names roles; /* the story's own: it must stand without any playbook */
	struct story *story;
	struct effect_reader effects;
	bool fine;
};

static void fail(struct loader *l, struct diag_place place, const char *message)
{
	l->fine = diag_error(l->reader->diags, place, "%s", message);
}

static void keep(struct loader *l, bool fine)
{
	l->fine = fine && l->fine;
}

/* ---- hooks, values, effects ---- */

static int32_t hook_of(const struct effect_reader *reader, const struct yml *node)
{
	const struct story *story = reader->owner;

	for (size_t i = 0; node->type == YML_HOOK && i < story->hooks.n; i++)
		if (!strcmp(story->hooks.v[i], node->text))
			return (int32_t)i;
	return NAMES_NONE;
}

static int32_t no_function(const struct effect_reader *reader, const struct yml *node, const char *key,
                           const char *answer)
{
	diag_error(reader->shape->diags, node->place, "\"%s\": expected a function, found %s", key,
	           yml_type_name(node->type));
	diag_hint(reader->shape->diags, "write %s = function(w) return %s end", key, answer);
	return NAMES_NONE;
}

static int32_t run_of(const struct effect_reader *reader, const struct yml *node)
{
	int32_t hook = hook_of(reader, node);

	return hook == NAMES_NONE ? no_function(reader, node, "run", "{ ... }") : hook;
}

static int32_t when_of(const struct effect_reader *reader, const struct yml *node)
{
	int32_t hook = hook_of(reader, node);

	return hook == NAMES_NONE ? no_function(reader, node, "when", "...") : hook;
}

static bool value_of(const struct effect_reader *reader, enum names_kind kind, int32_t ref, const struct yml *node,
                     struct effect *out)
{
	const struct story *story = reader->owner;

	if (kind == NAMES_VAR)
		return (size_t)ref < story->nvars && fact_set(reader->shape, &story->vars[ref], node, out);
	return (size_t)ref < story->nfacts && fact_find(reader->shape, &story->facts[ref], node, out);
}

static void collect_hooks(struct loader *l, const struct yml *node)
{
	struct shape_texts *hooks = &l->story->hooks;
	bool known = node->type != YML_HOOK || texts_have(hooks, node->text);

	if (!known && hooks->n >= MOST_HOOKS)
		fail(l, node->place, "too many functions");
	else if (!known)
		texts_add(hooks, node->text, l->reader->arena);
	for (size_t i = 0; (node->type == YML_LIST || node->type == YML_MAP) && i < node->n; i++)
		collect_hooks(l, node->pairs[i].value);
}

bool story_effects(const struct story *story, const struct shape_reader *reader, const struct names *names,
                   const struct yml *node, struct effects *out)
{
	struct effect_reader effects = {reader, names, NULL, story, value_of, run_of};

	return effect_read_hook(&effects, node, out);
}

/* ---- the scenario itself, objectives, variables, facts ---- */

static bool read_scenario(struct loader *l, const struct declaration *d)
{
	struct story *story = l->story;
	struct brief brief;
	bool fine = brief_read(l->reader, d->body, &brief);

	story->id = d->id;
	story->place = d->place;
	story->title = brief.title;
	story->synopsis = brief.synopsis;
	story->company = brief.company;
	story->terms = brief.terms;
	story->starts = brief.starts;
	story->roles = brief.roles;
	story->pieces = brief.pieces;
	memcpy(story->pace, brief.pace, sizeof story->pace);
	memcpy(story->truth, brief.truth, sizeof story->truth);
	for (size_t i = 0; i < brief.roles.n; i++) {
		names_add(&l->roles, NAMES_ROLE, brief.roles.v[i]);
		names_add(l->names, NAMES_ROLE, brief.roles.v[i]);
	}
	return fine;
}

// clang-format off
#define FIELD(owner, key, kind, member, flags, limit) {key, kind, offsetof(struct owner, member), flags, limit, NULL, NULL}
#define NESTED(owner, key, kind, member, flags, shape) {key, kind, offsetof(struct owner, member), flags, 0, shape, NULL}
// clang-format on

struct objective {
	struct shape_entry entry;
	const char *text;
	int32_t weight;
};
static const struct shape_field objective_fields[] = {
    FIELD(objective, "#", SHAPE_TEXT, text, SHAPE_REQUIRED, 0),
    FIELD(objective, "weight", SHAPE_NUMBER, weight, 0, 100),
    SHAPE_END,
};
const struct shape story_objective_shape = {"an objective", sizeof(struct objective), objective_fields};

static bool read_objective(struct loader *l, const struct declaration *d)
{
	struct objective read = {0};
	int number = shape_refer(l->reader, l->names, NAMES_OBJECTIVE, d->id, d->place);
	bool fine = shape_read(l->reader, &story_objective_shape, d->body, &read);

	if (number == NAMES_NONE || !fine)
		return false;
	l->story->objectives[number].text = read.text;
	if (read.weight != SHAPE_UNSET)
		l->story->objectives[number].weight = read.weight;
	return true;
}

static bool read_var(struct loader *l, const struct declaration *d)
{
	struct fact_var *var = arena_push(l->reader->arena, &l->story->vars, &l->story->nvars, sizeof *var);

	return fact_read_var(l->reader, d->id, d->body, var);
}

static bool read_fact(struct loader *l, const struct declaration *d)
{
	struct fact *fact = arena_push(l->reader->arena, &l->story->facts, &l->story->nfacts, sizeof *fact);

	return fact_read(l->reader, d->id, d->body, fact);
}

/* ---- items ---- */

// clang-format off
static const struct shape_field inject_fields[] = {
	FIELD(story_item, "at", SHAPE_SPAN, at, 0, 0),
	FIELD(story_item, "after", SHAPE_ID, after, 0, 0),
	FIELD(story_item, "delay", SHAPE_SPAN, delay, 0, 0),
	FIELD(story_item, "by", SHAPE_SPAN, by, 0, 0),
	FIELD(story_item, "unless", SHAPE_ID, unless, 0, 0),
	FIELD(story_item, "when", SHAPE_NODE, when, 0, 0),
	FIELD(story_item, "extra", SHAPE_FLAG, extra, 0, 0),
	FIELD(story_item, "from", SHAPE_TEXT, from, SHAPE_REQUIRED, 0),
	FIELD(story_item, "to", SHAPE_ID, to, SHAPE_REQUIRED, 0),
	{"channel", SHAPE_CHOICE, offsetof(struct story_item, channel), SHAPE_REQUIRED, 0, NULL, story_channels},
	FIELD(story_item, "subject", SHAPE_TEXT, subject, 0, 0),
	FIELD(story_item, "text", SHAPE_TEXT, text, SHAPE_REQUIRED, TEXT_WORDS),
	FIELD(story_item, "read_aloud", SHAPE_TEXT, read_aloud, 0, ALOUD_WORDS),
	FIELD(story_item, "expects", SHAPE_IDS, expects, 0, 0),
	EFFECT_FIELDS_PURE(struct story_item, source),
	SHAPE_END,
};
static const struct shape_field reaction_fields[] = {
	FIELD(story_item, "extra", SHAPE_FLAG, extra, 0, 0),
	EFFECT_FIELDS(struct story_item, source),
	SHAPE_END,
};
static const struct shape_field moment_fields[] = {
	FIELD(story_item, "extra", SHAPE_FLAG, extra, 0, 0),
	FIELD(story_item, "when", SHAPE_NODE, when, 0, 0),
	EFFECT_FIELDS(struct story_item, source),
	SHAPE_END,
};
const struct shape story_item_shapes[] = {
	[STORY_INJECT] = {"an inject", sizeof(struct story_item), inject_fields},
	[STORY_AT] = {"an `at`", sizeof(struct story_item), moment_fields},
	[STORY_ON] = {"an `on`", sizeof(struct story_item), reaction_fields},
};
// clang-format on

static struct story_item *add_item(struct loader *l, enum story_item_kind kind)
{
	struct story_item *item = arena_push(l->reader->arena, &l->story->items, &l->story->nitems, sizeof *item);

	*item = (struct story_item){
	    .kind = kind,
	    .channel = SHAPE_UNSET,
	    .at = SHAPE_UNSET,
	    .delay = SHAPE_UNSET,
	    .by = SHAPE_UNSET,
	    .after_item = NAMES_NONE,
	    .unless_action = NAMES_NONE,
	    .action = NAMES_NONE,
	    .decision = NAMES_NONE,
	    .hook = NAMES_NONE,
	};
	return item;
}

static struct story_item *read_item(struct loader *l, const struct declaration *d, enum story_item_kind kind)
{
	struct story_item *item = add_item(l, kind);

	keep(l, shape_read(l->reader, &story_item_shapes[kind], d->body, item));
	item->entry.id = d->name;
	if (item->when)
		item->hook = when_of(&l->effects, item->when);
	keep(l, !item->when || item->hook != NAMES_NONE);
	return item;
}

static bool read_inject(struct loader *l, const struct declaration *d)
{
	struct story_item *item = read_item(l, d, STORY_INJECT);

	if (item->channel != SHAPE_UNSET)
		item->channel_name = story_channels[item->channel];
	if (item->after && item->delay == SHAPE_UNSET)
		item->delay = 0;
	return true;
}

static bool read_moment(struct loader *l, const struct declaration *d)
{
	static const struct shape_field at = {.key = "at", .kind = SHAPE_SPAN};
	const struct yml node = {.type = YML_TEXT, .place = d->place, .text = d->id};

	return shape_value(l->reader, &at, &node, &read_item(l, d, STORY_AT)->at);
}

static bool read_reaction(struct loader *l, const struct declaration *d)
{
	struct story_item *item = read_item(l, d, STORY_ON);

	item->action = shape_refer(l->reader, l->names, NAMES_ACTION, d->id, d->place);
	return item->action != NAMES_NONE;
}

/* ---- decisions ---- */

// clang-format off
static const struct shape_field option_fields[] = {
	FIELD(story_option, "#", SHAPE_TEXT, words, SHAPE_REQUIRED, OPTION_WORDS),
	FIELD(story_option, "id", SHAPE_ID, id, SHAPE_REQUIRED, 0),
	FIELD(story_option, "takes", SHAPE_SPAN, takes, 0, 0),
	EFFECT_FIELDS(struct story_option, source),
	SHAPE_END,
};
static const struct shape option_shape = {"an option", sizeof(struct story_option), option_fields};
static const struct shape_field late_fields[] = {
	EFFECT_FIELDS(struct story_late, source),
	SHAPE_END,
};
static const struct shape late_shape = {"`late`", sizeof(struct story_late), late_fields};
static const struct shape_field decision_fields[] = {
	NESTED(story_decision, "#", SHAPE_MANY, options, SHAPE_REQUIRED, &option_shape),
	FIELD(story_decision, "owner", SHAPE_ID, owner, SHAPE_REQUIRED, 0),
	FIELD(story_decision, "within", SHAPE_SPAN, within, 0, 0),
	FIELD(story_decision, "closes", SHAPE_SPAN, closes, 0, 0),
	FIELD(story_decision, "default", SHAPE_ID, fallback, 0, 0),
	FIELD(story_decision, "discuss", SHAPE_SPAN, discuss, 0, 0),
	FIELD(story_decision, "objective", SHAPE_ID, objective, SHAPE_REQUIRED, 0),
	FIELD(story_decision, "ask", SHAPE_TEXT, ask, SHAPE_REQUIRED, 0),
	FIELD(story_decision, "hint", SHAPE_TEXT, hint, 0, 0),
	FIELD(story_decision, "probes", SHAPE_TEXTS, probes, 0, 0),
	FIELD(story_decision, "listen_for", SHAPE_TEXT, listen_for, 0, 0),
	FIELD(story_decision, "extra", SHAPE_FLAG, extra, 0, 0),
	NESTED(story_decision, "late", SHAPE_ONE, late, 0, &late_shape),
	SHAPE_END,
};
const struct shape story_decision_shape = {"a decision", sizeof(struct story_decision), decision_fields};
// clang-format on

static bool read_decision(struct loader *l, const struct declaration *d)
{
	struct story_decision *decision =
	    arena_push(l->reader->arena, &l->story->decisions, &l->story->ndecisions, sizeof *decision);
	bool fine = shape_read(l->reader, &story_decision_shape, d->body, decision);

	decision->entry.id = d->id;
	decision->owner_role = NAMES_NONE;
	decision->default_option = decision->fallback ? story_option(decision, decision->fallback) : NAMES_NONE;
	if (decision->discuss == SHAPE_UNSET)
		decision->discuss = DISCUSS;
	return fine;
}

/* ---- what refers to something else: once all is declared ---- */

static int refer(struct loader *l, const struct names *names, enum names_kind kind, const struct yml *body,
                 const char *key, const char *id)
{
	if (names == &l->roles && !l->roles.of[NAMES_ROLE].n)
		return NAMES_NONE; /* their fault is told, and each of these would only repeat it */
	int number = id ? shape_refer(l->reader, names, kind, id, shape_place(body, key)) : NAMES_NONE;

	keep(l, !id || number != NAMES_NONE);
	return number;
}

static void resolve_item(struct loader *l, struct story_item *item)
{
	const struct yml *body = item->entry.node;

	if (item->after && strchr(item->after, ':'))
		fail(l, shape_place(body, "after"), "`after` takes an inject");
	else
		item->after_item = refer(l, l->names, NAMES_ITEM, body, "after", item->after);
	item->unless_action = refer(l, l->names, NAMES_ACTION, body, "unless", item->unless);
	if (item->to && strcmp(item->to, "all"))
		refer(l, &l->roles, NAMES_ROLE, body, "to", item->to);
	keep(l, shape_refer_all(l->reader, l->names, NAMES_ACTION, body, "expects"));
	keep(l, effect_read(&l->effects, &item->source, &item->effects));
}

/* An option that takes time lands in a turn of its own, with an id of its own. */
static void add_landing(struct loader *l, int number)
{
	const struct story_decision *decision = &l->story->decisions[number];
	struct story_item *item = add_item(l, STORY_LAND);

	item->entry.node = decision->entry.node;
	item->entry.id = arena_printf(l->reader->arena, "land:%s", decision->entry.id);
	item->decision = number;
	item->extra = decision->extra;
	names_add(l->names, NAMES_ITEM, item->entry.id);
}

static void resolve_decision(struct loader *l, struct story_decision *decision)
{
	const struct yml *body = decision->entry.node;
	struct story_option *options = decision->options.v;
	bool lands = false;

	decision->owner_role = refer(l, &l->roles, NAMES_ROLE, body, "owner", decision->owner);
	if (decision->owner_role != NAMES_NONE)
		decision->owner_role = names_find(l->names, NAMES_ROLE, decision->owner);
	refer(l, l->names, NAMES_OBJECTIVE, body, "objective", decision->objective);
	for (size_t i = 0; i < decision->options.n; i++) {
		keep(l, effect_read(&l->effects, &options[i].source, &options[i].effects));
		lands |= options[i].takes != SHAPE_UNSET;
	}
	keep(l, effect_read(&l->effects, &decision->late.source, &decision->late.effects));
	if (lands)
		add_landing(l, (int)(decision - l->story->decisions));
}

/* ---- the list of declarations ---- */

// clang-format off
enum { SCENARIO, KINDS = 8 };
static const struct declaration_kind kinds[KINDS + 1] = { /* in the order of reading; items in that of their numbers */
	[SCENARIO] = {"scenario", false}, {"objective", false}, {"var", false}, {"fact", false},
	{"inject", false}, {"at", true}, {"on", true}, {"decision", false}, {NULL, false},
};
static const struct {
	enum names_kind names; /* NAMES_KINDS: registers nothing */
	bool (*read)(struct loader *l, const struct declaration *d);
} readers[KINDS] = {
	{NAMES_KINDS, read_scenario}, {NAMES_KINDS, read_objective}, {NAMES_VAR, read_var}, {NAMES_FACT, read_fact},
	{NAMES_ITEM, read_inject}, {NAMES_ITEM, read_moment}, {NAMES_ITEM, read_reaction}, {NAMES_DECISION, read_decision},
};
// clang-format on

/* "at:52h", "on:suspend-account#2" */
static void name(struct loader *l, int kind, struct declaration *d)
{
	struct arena *arena = l->reader->arena;

	if (kinds[kind].repeats && d->nth > 1)
		d->name = arena_printf(arena, "%s:%s#%d", kinds[kind].word, d->id, d->nth);
	else if (kinds[kind].repeats)
		d->name = arena_printf(arena, "%s:%s", kinds[kind].word, d->id);
	else
		d->name = d->id;
	names_add(l->names, readers[kind].names, d->name);
}

static void read_all(struct loader *l, const struct yml *list)
{
	struct declarations found[KINDS] = {0};
	const struct shape_pairs *terms = &l->story->terms;

	keep(l, declaration_read(l->reader, list, kinds, found));
	for (int kind = 0; kind < KINDS; kind++)
		for (size_t i = 0; readers[kind].names != NAMES_KINDS && i < found[kind].n; i++)
			name(l, kind, &found[kind].v[i]);
	if (!found[SCENARIO].n)
		fail(l, list->place, "a scenario needs a `scenario \"its-id\" { ... }`");
	else if (found[SCENARIO].n > 1)
		fail(l, found[SCENARIO].v[1].place, "a second `scenario`: a file tells one story");
	for (int kind = 0; kind < KINDS; kind++)
		for (size_t i = 0; i < found[kind].n; i++) {
			if (kind != SCENARIO || !i)
				keep(l, readers[kind].read(l, &found[kind].v[i]));
			keep(l, term_check(l->reader, terms, found[kind].v[i].body));
		}
	for (size_t i = 0; i < l->story->nitems; i++)
		resolve_item(l, &l->story->items[i]);
	for (size_t i = 0; i < l->story->ndecisions; i++)
		resolve_decision(l, &l->story->decisions[i]);
}

struct story *story_load(const struct yml *declarations, const struct shape_reader *reader, struct names *names)
{
	struct story *story = arena_alloc(reader->arena, sizeof *story);
	struct loader l = {
	    .reader = reader,
	    .names = names,
	    .roles = {.arena = reader->arena},
	    .story = story,
	    .effects = {reader, names, names, story, value_of, run_of},
	    .fine = true,
	};

	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		names_add(names, NAMES_MOMENT, shape_moments[i]);
		story->truth[i] = SHAPE_UNSET;
	}
	for (int i = 0; i < STORY_OBJECTIVES; i++) {
		names_add(names, NAMES_OBJECTIVE, story_objectives[i]);
		story->objectives[i] = usual[i];
	}
	if (!declarations)
		return story;
	collect_hooks(&l, declarations);
	read_all(&l, declarations);
	return l.fine ? story : NULL;
}

/* ---- asked later ---- */

int32_t story_end(const struct story *story)
{
	return story->pieces ? story->pace[story->pieces - 1].to : INT32_MAX;
}

int story_option(const struct story_decision *decision, const char *id)
{
	for (int i = 0; i < (int)decision->options.n; i++) {
		const char *own = story_option_at(decision, i)->id;

		if (own && !strcmp(own, id))
			return i;
	}
	return NAMES_NONE;
}

const struct story_option *story_option_at(const struct story_decision *decision, int number)
{
	return (const struct story_option *)decision->options.v + number;
}
