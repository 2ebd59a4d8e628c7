#include "content/shape.h"

#include "content/scalar.h"
#include "content/stray.h"

#include <string.h>

enum { MOST_IDS = 1000 };

const char *const shape_moments[] = {[SHAPE_OCCURRED] = "occurred",
                                     [SHAPE_DETECTED] = "detected",
                                     [SHAPE_AWARE] = "aware",
                                     [SHAPE_ASSESSED] = "assessed",
                                     [SHAPE_MOMENTS] = NULL};

typedef bool value_reader(const struct shape_reader *, const struct shape_field *, const struct yml *, void *);

struct kind {
	const char *expected, *sample; /* "a list of ids", and how one is written: for messages */
	value_reader *read;
};
static const struct kind *kind_of(enum shape_kind kind);

static struct scalar scalar_of(const struct shape_reader *r, const struct shape_field *field)
{
	return (struct scalar){
	    .arena = r->arena,
	    .diags = r->diags,
	    .lang = r->lang,
	    .key = strcmp(field->key, "#") ? field->key : "text",
	    .expected = kind_of(field->kind)->expected,
	    .limit = field->limit,
	    .choices = field->kind == SHAPE_DUE ? shape_moments : field->choices,
	};
}

static bool mistyped(const struct shape_reader *r, const struct shape_field *field, const struct yml *node)
{
	struct scalar how = scalar_of(r, field);

	return scalar_mistyped(&how, node);
}

/* ---- one value ---- */

/* What scalar reads: each into a value of its own type. */
#define READER(value)                                                                                                  \
	static bool read_##value(const struct shape_reader *r, const struct shape_field *field,                        \
	                         const struct yml *node, void *out)                                                    \
	{                                                                                                              \
		struct scalar how = scalar_of(r, field);                                                               \
		return scalar_##value(&how, node, out);                                                                \
	}
READER(text)
READER(id)
READER(number)
READER(flag)
READER(span)
READER(date)
READER(choice)

static bool read_due(const struct shape_reader *r, const struct shape_field *field, const struct yml *node, void *out)
{
	struct scalar how = scalar_of(r, field);
	struct shape_due *due = out;

	return scalar_due(&how, node, &due->moment, &due->after);
}

static bool read_node(const struct shape_reader *r, const struct shape_field *field, const struct yml *node, void *out)
{
	(void)r;
	(void)field;
	*(const struct yml **)out = node;
	return true;
}

/* ---- lists of texts and ids ---- */

static bool is_list(const struct yml *node)
{
	/* an empty table of Lua may be either */
	return node->type == YML_LIST || (node->type == YML_MAP && !node->n);
}

static bool is_map(const struct yml *node)
{
	return node->type == YML_MAP || (node->type == YML_LIST && !node->n);
}

static void push_text(const struct shape_reader *r, struct shape_texts *texts, const char *s)
{
	*(const char **)arena_push(r->arena, &texts->v, &texts->n, sizeof *texts->v) = s;
}

static bool read_several(const struct shape_reader *r, const struct shape_field *field, const struct yml *node,
                         value_reader *one, struct shape_texts *texts)
{
	bool fine = true;

	for (size_t i = 0; i < node->n; i++) {
		const char *s = NULL;

		fine = one(r, field, node->pairs[i].value, &s) && fine;
		if (s)
			push_text(r, texts, s);
	}
	return fine;
}

static bool read_texts(const struct shape_reader *r, const struct shape_field *field, const struct yml *node, void *out)
{
	struct shape_texts *texts = out;
	const char *s = NULL;
	bool fine;

	if (is_list(node))
		return read_several(r, field, node, read_text, texts);
	fine = read_text(r, field, node, &s);
	if (s)
		push_text(r, texts, s);
	return fine;
}

/* Told at the second place, where a list of ids names one twice. */
static bool unique(const struct shape_reader *r, const struct shape_field *field, const struct yml *list)
{
	bool fine = true;

	for (size_t i = 1; i < list->n; i++)
		for (size_t j = 0; j < i; j++) {
			const struct yml *a = list->pairs[j].value, *b = list->pairs[i].value;

			if (a->type == YML_TEXT && b->type == YML_TEXT && !strcmp(a->text, b->text)) {
				diag_error(r->diags, b->place, "\"%s\" stands twice in \"%s\"", b->text, field->key);
				fine = diag_code(r->diags, "twice");
				break;
			}
		}
	return fine;
}

static bool read_ids(const struct shape_reader *r, const struct shape_field *field, const struct yml *node, void *out)
{
	struct shape_texts *texts = out;
	const char *s = NULL;
	bool fine;

	if (is_list(node) && node->n > MOST_IDS)
		return diag_error(r->diags, node->place, "\"%s\": more than %d ids", field->key, MOST_IDS);
	if (is_list(node)) {
		fine = read_several(r, field, node, read_id, texts);
		return unique(r, field, node) && fine;
	}
	fine = read_id(r, field, node, &s);
	if (s)
		push_text(r, texts, s);
	return fine;
}

/* ---- maps within maps ---- */

/* Which keys an example shows: what a map needs; of one that needs nothing, its last that is more than a reference. */
static bool shown(const struct shape *shape, const struct shape_field *field)
{
	const struct shape_field *last = NULL;

	for (const struct shape_field *f = shape->fields; f->key; f++) {
		if (f->flags & SHAPE_REQUIRED)
			return field->flags & SHAPE_REQUIRED;
		last = f->kind == SHAPE_NODE ? last : f;
	}
	return field == last;
}

/* Adds a map of the shape as its author would write it: { to = "2h", takes = "2h" }, or { what: "..." }; false. */
static bool advise(const struct shape_reader *r, const struct shape *shape, const struct yml *node, const char *format)
{
	const char *all = "", *is = node->lua ? " = " : ": ";
	for (const struct shape_field *f = shape->fields; f->key; f++) {
		bool part = !strcmp(f->key, "#");

		if (shown(shape, f))
			all = arena_printf(r->arena, "%s%s%s%s%s", all, *all ? ", " : "", part ? "" : f->key,
			                   part ? "" : is, kind_of(f->kind)->sample);
	}
	if (node->type != YML_LIST)
		diag_hint(r->diags, format, all);
	return false;
}

static bool read_one(const struct shape_reader *r, const struct shape_field *field, const struct yml *node, void *out)
{
	return shape_read(r, field->shape, node, out);
}

static bool read_many(const struct shape_reader *r, const struct shape_field *field, const struct yml *node, void *out)
{
	struct shape_list *list = out;
	bool fine = true;

	if (!is_list(node)) {
		mistyped(r, field, node);
		return advise(r, field->shape, node, node->lua ? "write { { %s } }" : "write [{ %s }]");
	}
	list->n = node->n;
	list->v = arena_alloc(r->arena, node->n * field->shape->size);
	for (size_t i = 0; i < node->n; i++)
		fine =
		    shape_read(r, field->shape, node->pairs[i].value, (char *)list->v + i * field->shape->size) && fine;
	return fine;
}

/* False after telling that the map holds something without a key. */
static bool keyed(const struct shape_reader *r, const struct shape_field *field, const struct yml_pair *pair)
{
	return pair->key || diag_error(r->diags, pair->place, "\"%s\": expected a key before this value", field->key);
}

static bool id_key(const struct shape_reader *r, const struct yml_pair *pair)
{
	return scalar_check_id(&(struct scalar){.diags = r->diags}, pair->key, pair->place);
}

static bool read_keyed(const struct shape_reader *r, const struct shape_field *field, const struct yml *node, void *out)
{
	struct shape_list *list = out;
	bool fine = true;

	if (!is_map(node))
		return mistyped(r, field, node);
	list->v = arena_alloc(r->arena, node->n * field->shape->size);
	for (size_t i = 0; i < node->n; i++) {
		const struct yml_pair *pair = &node->pairs[i];
		void *slot = (char *)list->v + list->n * field->shape->size;

		if (!keyed(r, field, pair)) {
			fine = false;
			continue;
		}
		fine = id_key(r, pair) && fine;
		fine = shape_read(r, field->shape, pair->value, slot) && fine;
		((struct shape_entry *)slot)->id = arena_dup(r->arena, pair->key);
		list->n++;
	}
	return fine;
}

static bool read_counts(const struct shape_reader *r, const struct shape_field *field, const struct yml *node,
                        void *out)
{
	struct shape_counts *counts = out;
	bool fine = true;

	if (!is_map(node))
		return mistyped(r, field, node);
	for (size_t i = 0; i < node->n; i++) {
		const struct yml_pair *pair = &node->pairs[i];
		struct shape_field number = {pair->key, SHAPE_NUMBER, 0, 0, field->limit, NULL, NULL};
		struct shape_count *count;

		if (!keyed(r, field, pair)) {
			fine = false;
			continue;
		}
		count = arena_push(r->arena, &counts->v, &counts->n, sizeof *count);
		count->key = arena_dup(r->arena, pair->key);
		fine = read_number(r, &number, pair->value, &count->n) && fine;
	}
	return fine;
}

static bool read_pairs(const struct shape_reader *r, const struct shape_field *field, const struct yml *node, void *out)
{
	struct shape_pairs *pairs = out;
	bool fine = true;

	if (!is_map(node))
		return mistyped(r, field, node);
	for (size_t i = 0; i < node->n; i++) {
		const struct yml_pair *pair = &node->pairs[i];
		struct shape_field text = {pair->key, SHAPE_TEXT, 0, 0, field->limit, NULL, NULL};
		struct shape_pair *slot;

		if (!keyed(r, field, pair) || !id_key(r, pair)) {
			fine = false;
			continue;
		}
		slot = arena_push(r->arena, &pairs->v, &pairs->n, sizeof *slot);
		slot->key = arena_dup(r->arena, pair->key);
		fine = read_text(r, &text, pair->value, &slot->text) && fine;
	}
	return fine;
}

// clang-format off
static const struct kind kinds[] = {
	[SHAPE_TEXT]   = {"a text", "\"...\"", read_text},
	[SHAPE_ID]     = {"an id", "\"...\"", read_id},
	[SHAPE_NUMBER] = {"a whole number", "20", read_number},
	[SHAPE_FLAG]   = {"true or false", "true", read_flag},
	[SHAPE_SPAN]   = {"a time such as 30m or 2h", "\"2h\"", read_span},
	[SHAPE_DUE]    = {"a time such as aware+24h", "\"aware+24h\"", read_due},
	[SHAPE_DATE]   = {"a date such as 2026-03-05", "\"2026-03-05\"", read_date},
	[SHAPE_CHOICE] = {"a word", "\"...\"", read_choice},
	[SHAPE_TEXTS]  = {"a text or a list of texts", "\"...\"", read_texts},
	[SHAPE_IDS]    = {"an id or a list of ids", "\"...\"", read_ids},
	[SHAPE_ONE]    = {"a map", "{ ... }", read_one},
	[SHAPE_MANY]   = {"a list of maps", "...", read_many},
	[SHAPE_KEYED]  = {"a map of ids", "{ ... }", read_keyed},
	[SHAPE_COUNTS] = {"a map of whole numbers", "{ ... }", read_counts},
	[SHAPE_PAIRS]  = {"a map of texts", "{ ... }", read_pairs},
	[SHAPE_NODE]   = {"a value", "...", read_node},
};
// clang-format on

static const struct kind *kind_of(enum shape_kind kind)
{
	return &kinds[kind];
}

bool shape_value(const struct shape_reader *reader, const struct shape_field *field, const struct yml *node, void *out)
{
	const char *usual = diag_usual(reader->diags, "wrong-value");
	bool fine = kinds[field->kind].read(reader, field, node, out);

	diag_usual(reader->diags, usual);
	return fine;
}

/* ---- a whole map ---- */

/* What stands where a key was not given. */
static void set_defaults(const struct shape *shape, char *out)
{
	for (const struct shape_field *f = shape->fields; f->key; f++) {
		void *at = out + f->at;

		if (f->kind == SHAPE_NUMBER || f->kind == SHAPE_SPAN || f->kind == SHAPE_CHOICE)
			*(int32_t *)at = SHAPE_UNSET;
		else if (f->kind == SHAPE_DUE)
			*(struct shape_due *)at = (struct shape_due){NAMES_NONE, SHAPE_UNSET};
		else if (f->kind == SHAPE_ONE)
			set_defaults(f->shape, at);
	}
}

static const struct shape_field *field_of(const struct shape *shape, const char *key)
{
	for (const struct shape_field *f = shape->fields; f->key; f++)
		if (!strcmp(f->key, key))
			return f;
	return NULL;
}

static bool unknown_key(const struct shape_reader *r, const struct shape *shape, const struct yml_pair *pair)
{
	const char **keys = NULL;
	size_t n = 0;

	for (const struct shape_field *f = shape->fields; f->key; f++)
		if (strcmp(f->key, "#"))
			*(const char **)arena_push(r->arena, &keys, &n, sizeof *keys) = f->key;
	stray_key(&(struct scalar){.diags = r->diags, .arena = r->arena}, shape->what, pair, keys, n);
	return false;
}

static bool check_keys(const struct shape_reader *r, const struct shape *shape, const struct yml *map)
{
	bool fine = true;

	for (size_t i = 0; i < map->n; i++) {
		const struct yml_pair *pair = &map->pairs[i];

		if (pair->key && (!strcmp(pair->key, "#") || !field_of(shape, pair->key)))
			fine = unknown_key(r, shape, pair);
		else if (!pair->key && !field_of(shape, "#"))
			fine = diag_error(r->diags, pair->value->place, "a value without a key in %s", shape->what);
	}
	return fine;
}

/* The list part of a Lua table, as a list of its own. */
static const struct yml *list_part(const struct shape_reader *r, const struct yml *map)
{
	struct yml *list = NULL;

	for (size_t i = 0; i < map->n; i++) {
		const struct yml_pair *pair = &map->pairs[i];

		if (pair->key)
			continue;
		if (!list)
			list = yml_make(r->arena, YML_LIST, pair->value->place);
		yml_put(r->arena, list, NULL, pair->place, pair->value);
	}
	return list;
}

static bool read_list_part(const struct shape_reader *r, const struct shape *shape, const struct shape_field *field,
                           const struct yml *list, void *out)
{
	if (field->kind == SHAPE_MANY || field->kind == SHAPE_TEXTS || field->kind == SHAPE_IDS)
		return shape_value(r, field, list, out);
	if (list->n > 1)
		return diag_error(r->diags, list->pairs[1].value->place, "a second value without a key in %s",
		                  shape->what);
	return shape_value(r, field, list->pairs[0].value, out);
}

static bool missing(const struct shape_reader *r, const struct shape *shape, const struct shape_field *field,
                    const struct yml *node)
{
	if (!strcmp(field->key, "#"))
		diag_error(r->diags, node->place, "%s needs %s without a key", shape->what,
		           field->shape ? field->shape->what : kinds[field->kind].expected);
	else
		diag_error(r->diags, node->place, "%s needs \"%s\"", shape->what, field->key);
	return diag_code(r->diags, "missing-key");
}

bool shape_read(const struct shape_reader *reader, const struct shape *shape, const struct yml *node, void *out)
{
	bool fine;

	set_defaults(shape, out);
	((struct shape_entry *)out)->node = node;
	if (!is_map(node) && !(node->type == YML_LIST && field_of(shape, "#"))) {
		diag_error(reader->diags, node->place, "expected %s as a map of keys, found %s", shape->what,
		           yml_type_name(node->type));
		return advise(reader, shape, node, "write { %s }");
	}
	fine = check_keys(reader, shape, node);
	for (const struct shape_field *f = shape->fields; f->key; f++) {
		bool part = !strcmp(f->key, "#");
		const struct yml *value = part ? list_part(reader, node) : yml_get(node, f->key);
		void *at = (char *)out + f->at;

		if (value)
			fine =
			    (part ? read_list_part(reader, shape, f, value, at) : shape_value(reader, f, value, at)) &&
			    fine;
		else if (f->flags & SHAPE_REQUIRED)
			fine = missing(reader, shape, f, node);
	}
	return fine;
}

void *shape_load(const struct shape_reader *reader, const struct shape *shape, const struct file *file, bool *fine)
{
	const struct yml *root = yml_parse(file, reader->arena, reader->diags);
	void *out = root ? arena_alloc(reader->arena, shape->size) : NULL;

	*fine = out && shape_read(reader, shape, root, out);
	return out;
}

struct diag_place shape_place(const struct yml *map, const char *key)
{
	for (size_t i = 0; map->type == YML_MAP && i < map->n; i++)
		if (map->pairs[i].key && !strcmp(map->pairs[i].key, key))
			return map->pairs[i].value->place;
	return map->place;
}

int shape_refer(const struct shape_reader *reader, const struct names *names, enum names_kind kind, const char *id,
                struct diag_place place)
{
	int found = names_find(names, kind, id);
	if (found == NAMES_NONE) {
		struct scalar how = {.diags = reader->diags,
		                     .arena = reader->arena,
		                     .few = kind == NAMES_OBJECTIVE || kind == NAMES_ROLE};
		stray_id(&how, names, kind, id, place);
	}
	return found;
}

bool shape_refer_all(const struct shape_reader *reader, const struct names *names, enum names_kind kind,
                     const struct yml *map, const char *key)
{
	const struct yml *value = yml_get(map, key);
	bool list = value && value->type == YML_LIST, fine = true;

	for (size_t i = 0; value && i < (list ? value->n : 1); i++) {
		const struct yml *id = list ? value->pairs[i].value : value;

		if (id->type == YML_TEXT)
			fine = shape_refer(reader, names, kind, id->text, id->place) != NAMES_NONE && fine;
	}
	return fine;
}
