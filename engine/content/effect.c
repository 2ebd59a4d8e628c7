#include "content/effect.h"

#include "content/scalar.h"

#include <string.h>

enum { EFFECT_MOST = 128 }; /* a turn holds 256 events */
enum { SCORE_LEAST = -2, SCORE_MOST = 3, TENTHS = 10 };

typedef bool read_fn(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                     struct effects *out);

static read_fn read_moments, read_refs, read_values, read_scores, read_critical, read_hook, read_end;

static const struct {
	const char *key;
	enum names_kind names; /* what `ref` counts */
	read_fn *read;
} kinds[EFFECT_KINDS] = {
    [EFFECT_MOMENT] = {"moment", NAMES_MOMENT, read_moments},
    [EFFECT_SET] = {"sets", NAMES_VAR, read_values},
    [EFFECT_CLAIM] = {"claims", NAMES_FACT, read_values},
    [EFFECT_VERIFY] = {"verifies", NAMES_FACT, read_values},
    [EFFECT_DO] = {"does", NAMES_ACTION, read_refs},
    [EFFECT_CANCEL] = {"cancels", NAMES_ITEM, read_refs},
    [EFFECT_DELIVER] = {"delivers", NAMES_ITEM, read_refs},
    [EFFECT_OPEN] = {"opens", NAMES_DECISION, read_refs},
    [EFFECT_SCORE] = {"score", NAMES_OBJECTIVE, read_scores},
    [EFFECT_CRITICAL] = {"critical", NAMES_CRITICAL, read_critical},
    [EFFECT_RUN] = {"run", NAMES_KINDS, read_hook},
    [EFFECT_END] = {"ends", NAMES_KINDS, read_end},
};

static struct effect *add(const struct effect_reader *reader, struct effects *out, enum effect_kind kind, int32_t ref)
{
	struct effect *effect = arena_push(reader->shape->arena, &out->v, &out->n, sizeof *effect);

	*effect = (struct effect){.kind = kind, .ref = ref, .value = kind == EFFECT_MOMENT ? SHAPE_UNSET : 0};
	return effect;
}

static bool wrong(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node, const char *wanted)
{
	return diag_error(reader->shape->diags, node->place, "`%s` wants %s, not %s", kinds[kind].key, wanted,
	                  yml_type_name(node->type));
}

static bool read_ref(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                     struct effects *out)
{
	int ref;

	if (node->type != YML_TEXT)
		return wrong(reader, kind, node, "an id or a list of ids");
	/* Reactions and clock items have ids too ("on:...", "at:..."), but come of themselves alone. */
	if (kinds[kind].names == NAMES_ITEM && strchr(node->text, ':'))
		return diag_error(reader->shape->diags, node->place, "`%s` takes injects only, not \"%s\"",
		                  kinds[kind].key, node->text);
	ref = shape_refer(reader->shape, reader->names, kinds[kind].names, node->text, node->place);
	if (ref == NAMES_NONE)
		return false;
	add(reader, out, kind, ref);
	return true;
}

static bool read_refs(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                      struct effects *out)
{
	bool good = true;

	if (node->type != YML_LIST)
		return read_ref(reader, kind, node, out);
	for (size_t i = 0; i < node->n; i++)
		good &= read_ref(reader, kind, node->pairs[i].value, out);
	return good;
}

/* Whether every entry of a map has a key; a Lua table may have a list part. */
static bool keyed(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node)
{
	if (node->type != YML_MAP)
		return (node->type == YML_LIST && !node->n) ||
		       wrong(reader, kind, node, "a map such as { id = value }");
	for (size_t i = 0; i < node->n; i++)
		if (!node->pairs[i].key)
			return diag_error(reader->shape->diags, node->pairs[i].place,
			                  "`%s` wants a map such as { id = value }: this has no id", kinds[kind].key);
	return true;
}

static bool read_values(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                        struct effects *out)
{
	bool good = keyed(reader, kind, node);

	if (!good)
		return false;
	for (size_t i = 0; i < node->n; i++) {
		const struct yml_pair *pair = &node->pairs[i];
		struct effect value = {.kind = kind};

		value.ref = shape_refer(reader->shape, reader->names, kinds[kind].names, pair->key, pair->place);
		if (value.ref != NAMES_NONE && reader->value(reader, kinds[kind].names, value.ref, pair->value, &value))
			*add(reader, out, kind, value.ref) = value;
		else
			good = false;
	}
	return good;
}

/* `moment = "aware"` is now; `moment = { aware = "1h30" }` says when it was. */
static bool read_moments(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                         struct effects *out)
{
	static const struct shape_field span = {.key = "moment", .kind = SHAPE_SPAN};
	bool good = true;

	if (node->type != YML_MAP)
		return read_refs(reader, kind, node, out);
	if (!keyed(reader, kind, node))
		return false;
	for (size_t i = 0; i < node->n; i++) {
		const struct yml_pair *pair = &node->pairs[i];
		int ref = shape_refer(reader->shape, reader->names, NAMES_MOMENT, pair->key, pair->place);
		int32_t at = SHAPE_UNSET;
		good &= shape_value(reader->shape, &span, pair->value, &at) && ref != NAMES_NONE;
		if (ref != NAMES_NONE)
			add(reader, out, kind, ref)->value = at;
	}
	return good;
}

static bool read_score(const struct effect_reader *reader, const struct yml_pair *pair, struct effects *out)
{
	struct diags *diags = reader->shape->diags;
	int ref;

	if (!strcmp(pair->key, "timeliness") || !strcmp(pair->key, "adherence"))
		return diag_error(diags, pair->place,
		                  "`score` can't give \"%s\": it follows from the clocks and the playbook", pair->key);
	ref = shape_refer(reader->shape, reader->names, NAMES_OBJECTIVE, pair->key, pair->place);
	if (ref == NAMES_NONE)
		return false;
	if (pair->value->type != YML_INT || pair->value->number < SCORE_LEAST || pair->value->number > SCORE_MOST) {
		diag_error(diags, pair->value->place, "points for \"%s\" are a whole number from %d to %d", pair->key,
		           SCORE_LEAST, SCORE_MOST);
		return scalar_unquote(diags, pair->value);
	}
	add(reader, out, EFFECT_SCORE, ref)->value = (int32_t)pair->value->number * TENTHS;
	return true;
}

static bool read_scores(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                        struct effects *out)
{
	bool good = keyed(reader, kind, node);

	if (!good)
		return false;
	for (size_t i = 0; i < node->n; i++)
		good &= read_score(reader, &node->pairs[i], out);
	return good;
}

static bool read_critical(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                          struct effects *out)
{
	static const struct shape_field id = {.key = "critical", .kind = SHAPE_ID};
	const char *name = NULL;

	if (!shape_value(reader->shape, &id, node, &name))
		return false;
	add(reader, out, kind, names_add(reader->criticals, NAMES_CRITICAL, name));
	return true;
}

static bool read_hook(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                      struct effects *out)
{
	int32_t hook = reader->hook(reader, node);

	if (hook == NAMES_NONE)
		return false;
	add(reader, out, kind, hook);
	return true;
}

static bool read_end(const struct effect_reader *reader, enum effect_kind kind, const struct yml *node,
                     struct effects *out)
{
	/* YAML has no type for it: its scalars are texts. */
	bool yes = node->type == YML_TEXT && !node->lua && !strcmp(node->text, "true");

	if (node->type != YML_BOOL && !yes) {
		wrong(reader, kind, node, "true");
		return scalar_unquote(reader->shape->diags, node);
	}
	if (yes || node->number)
		add(reader, out, kind, NAMES_NONE);
	return true;
}

/* A map has no order of its own, and a journal sorts its keys: what it holds applies in order of declaration. */
static void order_from(struct effects *out, size_t first)
{
	for (size_t i = first + 1; i < out->n; i++) {
		struct effect moved = out->v[i];
		size_t at = i;
		for (; at > first && out->v[at - 1].ref > moved.ref; at--)
			out->v[at] = out->v[at - 1];
		out->v[at] = moved;
	}
}

static struct diag_place source_place(const struct effect_source *source)
{
	int kind = 0;
	while (!source->of[kind])
		kind++;
	return source->of[kind]->place;
}

bool effect_read(const struct effect_reader *reader, const struct effect_source *source, struct effects *out)
{
	bool good = true;

	*out = (struct effects){.because = source->because};
	for (int kind = 0; kind < EFFECT_KINDS; kind++) {
		size_t first = out->n;
		if (!source->of[kind])
			continue;
		good &= kinds[kind].read(reader, (enum effect_kind)kind, source->of[kind], out);
		if (source->of[kind]->type == YML_MAP)
			order_from(out, first);
	}
	if (out->n > EFFECT_MOST)
		good = diag_error(reader->shape->diags, source_place(source), "%zu effects at once; at most %d", out->n,
		                  EFFECT_MOST);
	return good;
}

struct proposal {
	struct shape_entry entry;
	struct effect_source source;
};

static const struct shape_field proposal_fields[] = {
    EFFECT_FIELDS_PURE(struct proposal, source),
    SHAPE_END,
};
const struct shape effect_shape = {"what a `run` function returns", sizeof(struct proposal), proposal_fields};

bool effect_read_hook(const struct effect_reader *reader, const struct yml *node, struct effects *out)
{
	struct proposal proposal = {0};
	bool good;

	*out = (struct effects){0};
	/* Nothing returned, or an empty Lua table, which has no way to say that it is a map. */
	if (!node || node->type == YML_NULL || (node->type == YML_LIST && !node->n))
		return true;
	good = shape_read(reader->shape, &effect_shape, node, &proposal);
	return effect_read(reader, &proposal.source, out) && good;
}

int32_t effect_points(const struct effects *effects, int objective)
{
	int32_t sum = 0;
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_SCORE && (objective == NAMES_NONE || effects->v[i].ref == objective))
			sum += effects->v[i].value;
	return sum;
}
