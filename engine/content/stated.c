#include "content/stated.h"

#include <string.h>

enum { NAME_WORDS = 12, TEXT_WORDS = 60, TIME_LENGTH = 16, SHORT_WORD = 2 };

// clang-format off
static const struct shape_field verified_fields[] = {
	{"by",      SHAPE_TEXT, offsetof(struct stated_proof, by), SHAPE_REQUIRED, NAME_WORDS, NULL, NULL},
	{"against", SHAPE_TEXT, offsetof(struct stated_proof, source), SHAPE_REQUIRED, TEXT_WORDS, NULL, NULL},
	{"over",    SHAPE_TEXT, offsetof(struct stated_proof, over), 0, TEXT_WORDS, NULL, NULL},
	{"at",      SHAPE_NODE, offsetof(struct stated_proof, at), SHAPE_REQUIRED, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape verified_shape = {"a verification", sizeof(struct stated_proof), verified_fields};

static const struct shape_field claimed_fields[] = {
	{"by",   SHAPE_TEXT, offsetof(struct stated_proof, by), SHAPE_REQUIRED, NAME_WORDS, NULL, NULL},
	{"from", SHAPE_TEXT, offsetof(struct stated_proof, source), SHAPE_REQUIRED, TEXT_WORDS, NULL, NULL},
	{"at",   SHAPE_NODE, offsetof(struct stated_proof, at), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape claimed_shape = {"a claim", sizeof(struct stated_proof), claimed_fields};

#define FACT(member) offsetof(struct stated, member)
static const struct shape_field fact_fields[] = {
	{"kind",     SHAPE_CHOICE, FACT(kind), SHAPE_REQUIRED, 0, NULL, fact_kinds},
	{"label",    SHAPE_TEXT,   FACT(label), 0, NAME_WORDS, NULL, NULL},
	{"unit",     SHAPE_TEXT,   FACT(unit), 0, NAME_WORDS, NULL, NULL},
	{"verb",     SHAPE_TEXT,   FACT(verb), 0, NAME_WORDS, NULL, NULL},
	{"category", SHAPE_ID,     FACT(category), 0, 0, NULL, NULL},
	{"says",     SHAPE_TEXTS,  FACT(says), 0, 0, NULL, NULL},
	{"value",    SHAPE_NODE,   FACT(value), 0, 0, NULL, NULL},
	{"before",   SHAPE_NODE,   FACT(before), 0, 0, NULL, NULL},
	{"verified", SHAPE_ONE,    FACT(verified), 0, 0, &verified_shape, NULL},
	{"claimed",  SHAPE_ONE,    FACT(claimed), 0, 0, &claimed_shape, NULL},
	SHAPE_END,
};
const struct shape stated_shape = {"a fact", sizeof(struct stated), fact_fields};

// clang-format on

/* ---- times ---- */

bool stated_civil(const struct shape_reader *reader, const char *key, const struct yml *node, struct zone_civil *out)
{
	const char *found = node->type == YML_TEXT ? node->text : yml_type_name(node->type);
	const char *quote = node->type == YML_TEXT ? "\"" : "";
	bool written = node->type == YML_TEXT && strlen(node->text) == TIME_LENGTH;
	if (written && zone_read(node->text, out))
		return true;
	if (written && strspn(node->text, "0123456789-: ") == TIME_LENGTH)
		return diag_error(reader->diags, node->place,
		                  "\"%s\": the calendar has no %s; expected a day and a time that there are, such as "
		                  "2026-03-06 02:31",
		                  key, node->text);
	return diag_error(reader->diags, node->place,
	                  "\"%s\": expected a local time such as 2026-03-06 02:31, found %s%.40s%s", key, quote, found,
	                  quote);
}

bool stated_time(const struct stated_by *by, const char *key, const struct yml *node, int64_t *out)
{
	struct zone_civil civil;
	*out = MATTER_NEVER;
	if (!node)
		return true;
	if (!stated_civil(by->reader, key, node, &civil))
		return false;
	*out = zone_epoch(by->world->zone, &civil);
	return true;
}

bool stated_past(const struct stated_by *by, const char *key, const struct yml *node, int64_t *out)
{
	char now[ZONE_BUFFER];
	if (!stated_time(by, key, node, out))
		return false;
	if (*out <= by->world->t0)
		return true;
	return diag_error(by->reader->diags, node->place, "\"%s\": %s lies in the future; these facts stand at %s", key,
	                  node->text, zone_friendly(by->world->zone, by->world->t0, now));
}

const struct yml_pair *stated_entry(const struct shape_reader *reader, const char *key, const char *from_to,
                                    const struct yml *map, size_t i, bool *fine)
{
	if (!map || (map->type == YML_MAP && i >= map->n))
		return NULL;
	if (map->type == YML_MAP)
		return &map->pairs[i];
	*fine = diag_error(reader->diags, map->place, "\"%s\": expected a map from %s, found %s", key, from_to,
	                   yml_type_name(map->type));
	return NULL;
}

/* ---- values and who stands behind them ---- */

bool stated_value(const struct stated_by *by, enum fact_kind kind, const char *key, const struct yml *node,
                  struct matter_value *out)
{
	static const enum shape_kind kinds[] = {SHAPE_NUMBER, SHAPE_CHOICE, SHAPE_NODE, SHAPE_TEXT};
	struct shape_field field = {.key = key, .kind = kinds[kind], .choices = fact_answers};
	int32_t number = SHAPE_UNSET;
	const char *text;
	if (kind == STORY_TIME)
		return stated_time(by, key, node, &out->number);
	if (kind == STORY_TEXT) {
		field.limit = TEXT_WORDS;
		out->words = node;
		return shape_value(by->reader, &field, node, &text);
	}
	bool fine = shape_value(by->reader, &field, node, &number);
	out->number = kind == STORY_DATA && fine ? number + STORY_INVOLVED : number;
	return fine;
}

static bool read_proof(const struct stated_by *by, const struct stated_proof *proof, struct matter_proof *out)
{
	*out = (struct matter_proof){.who = proof->by,
	                             .source = proof->source,
	                             .over = proof->over,
	                             .place = proof->entry.node->place,
	                             .words = proof->entry.node};
	return stated_past(by, "at", proof->at, &out->at);
}

/* Whether a key of the fact that nobody knows, which is told already, was meant to be `key`. */
static bool misspelt(const struct yml *fact, const char *key)
{
	for (size_t i = 0; i < fact->n; i++) {
		const char *found = fact->pairs[i].key;
		bool known = !found;
		for (const struct shape_field *f = fact_fields; f->key && !known; f++)
			known = strcmp(f->key, found) == 0;
		if (!known && diag_nearest(found, &key, 1))
			return true;
	}
	return false;
}

static bool lacks(const struct yml *fact, const char *key)
{
	return !yml_get(fact, key) && !misspelt(fact, key);
}

/* ---- ids of the playbook and the vocabulary ---- */

/* The first role that somebody holds. */
static const char *role_of(const struct playbook *playbook, const char *person)
{
	const struct playbook_role *roles = playbook->roles.v;
	for (size_t i = 0; i < playbook->roles.n; i++)
		if (roles[i].person && strcmp(roles[i].person, person) == 0)
			return roles[i].entry.id;
	return NULL;
}

/* Names that share a word with `id`: "suspend-account" with "disabled-account". */
static const char *akin(const struct names *names, enum names_kind kind, const char *id, struct arena *arena)
{
	const char *list = "";
	for (int i = 0; (size_t)i < names->of[kind].n; i++) {
		const char *name = names_id(names, kind, i);
		bool shares = false;
		for (const char *word = id; *word && !shares; word += strcspn(word, "-"), word += *word == '-') {
			size_t len = strcspn(word, "-");
			const char *at = strstr(name, arena_ndup(arena, word, len));
			shares =
			    len > SHORT_WORD && at && (at == name || at[-1] == '-') && (!at[len] || at[len] == '-');
		}
		if (shares)
			list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "", name);
	}
	return list;
}

static const char *listed(const struct names *names, enum names_kind kind, struct arena *arena)
{
	const char *list = "";
	for (int i = 0; (size_t)i < names->of[kind].n; i++)
		list = arena_printf(arena, "%s%s%s", list, i ? ", " : "", names_id(names, kind, i));
	return list;
}

int stated_role(const struct stated_by *by, const struct yml *map)
{
	const struct yml *node = yml_get(map, "by");
	const struct names *names = &by->world->names;
	const char *id = node && node->type == YML_TEXT ? node->text : NULL;
	int found = id ? names_find(names, NAMES_ROLE, id) : NAMES_NONE;
	if (!node || found != NAMES_NONE)
		return found; /* what is missing is told already */
	diag_error(by->reader->diags, node->place, "\"by\": expected a role of the playbook, %s; found %s%.60s%s",
	           listed(names, NAMES_ROLE, by->reader->arena), id ? "\"" : "", id ? id : yml_type_name(node->type),
	           id ? "\"" : "");
	const char *near = id ? names_nearest(names, NAMES_ROLE, id) : NULL;
	const char *held = id ? role_of(by->world->playbook, id) : NULL;
	if (held || near)
		diag_hint(by->reader->diags, "did you mean \"%s\"?", held ? held : near);
	return NAMES_NONE;
}

int stated_action(const struct stated_by *by, const char *id, struct diag_place place)
{
	const struct names *names = &by->world->names;
	int found = names_find(names, NAMES_ACTION, id);
	if (found != NAMES_NONE)
		return found;
	const char *near = names_nearest(names, NAMES_ACTION, id);
	diag_error(by->reader->diags, place, "unknown action \"%.60s\"; playbooks/actions.yaml has all there are", id);
	const char *others = akin(names, NAMES_ACTION, id, by->reader->arena);
	if (near)
		diag_hint(by->reader->diags, "did you mean \"%s\"?", near);
	else if (*others)
		diag_hint(by->reader->diags, "did you mean one of %s?", others);
	return NAMES_NONE;
}

/* Who stands behind a value, if anybody does. */
static bool read_standing(const struct stated_by *by, const struct stated *stated, struct matter_fact *fact)
{
	const struct yml *verified = stated->verified.entry.node, *claimed = stated->claimed.entry.node;
	struct diags *diags = by->reader->diags;
	bool fine = true;
	if (verified && claimed)
		fine = diag_error(diags, claimed->place, "a value is verified or claimed, not both");
	if ((verified || claimed) && lacks(stated->entry.node, "value"))
		fine = diag_error(diags, (verified ? verified : claimed)->place, "what was %s? \"value\" is missing",
		                  verified ? "verified" : "claimed");
	if (stated->value && lacks(stated->entry.node, "verified") && lacks(stated->entry.node, "claimed"))
		fine =
		    diag_error(diags, stated->value->place, "who says so? a value needs \"verified\" or \"claimed\"");
	if (verified)
		fine = stated_role(by, verified) != NAMES_NONE && fine;
	if (verified || claimed) {
		fact->standing = verified ? MATTER_VERIFIED : MATTER_CLAIMED;
		fine = read_proof(by, verified ? &stated->verified : &stated->claimed, &fact->proof) && fine;
	}
	return fine;
}

static bool check_fact(const struct stated_by *by, const struct stated *stated, const struct matter_fact *fact)
{
	const struct yml *node = stated->entry.node, *verified = stated->verified.entry.node;
	struct diags *diags = by->reader->diags;
	bool fine = true;
	if (fact->kind == STORY_COUNT && lacks(node, "unit"))
		fine = diag_error(diags, node->place, "a fact that counts needs \"unit\", such as people");
	if (fact->kind == STORY_DATA && lacks(node, "category"))
		fine = diag_error(diags, node->place, "a data fact needs \"category\", such as bank");
	if (fact->kind != STORY_DATA && lacks(node, "label"))
		fine = diag_error(diags, node->place, "a fact needs \"label\": what it is, in words");
	if (fact->kind == STORY_DATA && verified && fact->value.number == STORY_NOT_INVOLVED && !stated->verified.over)
		fine = diag_error(diags, verified->place,
		                  "not_involved needs \"over\": which span of time did the search cover?");
	return regime_check_codes(by->reader, &stated->says, node, "says") && fine;
}

bool stated_fact(const struct stated_by *by, const struct stated *stated, struct matter_fact *fact)
{
	bool fine;
	*fact = (struct matter_fact){.id = stated->entry.id,
	                             .kind = stated->kind == SHAPE_UNSET ? STORY_TEXT : (enum fact_kind)stated->kind,
	                             .label = yml_get(stated->entry.node, "label"),
	                             .unit = stated->unit,
	                             .verb = stated->verb,
	                             .category = stated->category,
	                             .asked = true,
	                             .says = stated->says,
	                             .corrected = stated->before};
	if (stated->kind == SHAPE_UNSET)
		return false; /* told, and nothing more can be */
	fine = read_standing(by, stated, fact);
	if (stated->value)
		fine = stated_value(by, fact->kind, "value", stated->value, &fact->value) && fine;
	if (stated->before)
		fine = stated_value(by, fact->kind, "before", stated->before, &fact->before) && fine;
	return check_fact(by, stated, fact) && fine;
}
