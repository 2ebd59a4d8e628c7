#include "content/fact.h"

#include "base/span.h"
#include "content/regime.h"
#include "content/scalar.h"

#include <stdio.h>
#include <string.h>

enum { WORDS = 64, MOST_CHOICES = 64 };

const char *const fact_kinds[] = {"count", "data", "time", "text", NULL};
const char *const fact_answers[] = {"involved", "not_involved", "not_held", NULL};

/* What `w` has of its own (content/scenario_api.c), so that no variable can hide it. */
static const char *const reserved[] = {"now", "done", "chose", "fact", "paused", "published", "random", NULL};

static int index_of(const char *const *names, const char *name)
{
	for (int i = 0; names[i]; i++)
		if (!strcmp(names[i], name))
			return i;
	return NAMES_NONE;
}

/* ---- variables ---- */

static bool check_name(const struct shape_reader *reader, const char *id, struct diag_place place)
{
	if (index_of(reserved, id) == NAMES_NONE)
		return true;
	return diag_error(reader->diags, place,
	                  "a variable can't be called \"%s\": hooks see that name as `w.%s` already", id, id);
}

static bool read_integer(const struct shape_reader *reader, const struct fact_var *var, const struct yml *node,
                         int32_t *out)
{
	/* The least one is the mark for "never" throughout. */
	if (node->number <= INT32_MIN || node->number > INT32_MAX)
		return diag_error(reader->diags, node->place, "\"%s\" can't hold %lld: it is beyond 32 bits", var->id,
		                  (long long)node->number);
	*out = (int32_t)node->number;
	return true;
}

static bool read_choices(const struct shape_reader *reader, const struct yml *body, struct fact_var *out)
{
	static const struct shape_field field = {.key = "named values", .kind = SHAPE_IDS};

	if (!shape_value(reader, &field, body, &out->choices))
		return false;
	if (out->choices.n < 2 || out->choices.n > MOST_CHOICES)
		return diag_error(reader->diags, body->place,
		                  "variable \"%s\" needs two to %d named values, or (true), (false), or a whole number",
		                  out->id, MOST_CHOICES);
	return true;
}

bool fact_read_var(const struct shape_reader *reader, const char *id, const struct yml *body, struct fact_var *out)
{
	bool fine = check_name(reader, id, body->place);

	*out = (struct fact_var){.id = id};
	if (body->type == YML_BOOL) {
		out->initial = body->number != 0;
		return fine;
	}
	if (body->type == YML_INT) {
		out->kind = STORY_INTEGER;
		return read_integer(reader, out, body, &out->initial) && fine;
	}
	out->kind = STORY_CHOICE;
	if (body->type == YML_LIST)
		return read_choices(reader, body, out) && fine;
	return diag_error(reader->diags, body->place,
	                  "variable \"%s\" starts as (true), (false), a whole number or a list of named values, not %s",
	                  id, yml_type_name(body->type));
}

static bool choose(const struct shape_reader *reader, const struct fact_var *var, const struct yml *node, int32_t *out)
{
	struct scalar how = {.diags = reader->diags};

	for (size_t i = 0; i < var->choices.n; i++)
		if (!strcmp(var->choices.v[i], node->text)) {
			*out = (int32_t)i;
			return true;
		}
	diag_error(reader->diags, node->place, "\"%s\" is never \"%.60s\"", var->id, node->text);
	scalar_nearest(&how, node->text, var->choices.v, var->choices.n);
	return false;
}

bool fact_set(const struct shape_reader *reader, const struct fact_var *var, const struct yml *node, struct effect *out)
{
	static const char *const wanted[] = {"true or false", "a whole number", "one of its named values"};
	static const enum yml_type type[] = {YML_BOOL, YML_INT, YML_TEXT};

	if (node->type != type[var->kind]) {
		diag_error(reader->diags, node->place, "\"%s\" holds %s, not %s", var->id, wanted[var->kind],
		           yml_type_name(node->type));
		return scalar_unquote(reader->diags, node);
	}
	if (var->kind == STORY_CHOICE)
		return choose(reader, var, node, &out->value);
	if (var->kind == STORY_INTEGER)
		return read_integer(reader, var, node, &out->value);
	out->value = node->number != 0;
	return true;
}

/* ---- facts ---- */

static const struct shape_field fields[] = {
    {"kind", SHAPE_CHOICE, offsetof(struct fact, kind), SHAPE_REQUIRED, 0, NULL, fact_kinds},
    {"label", SHAPE_TEXT, offsetof(struct fact, label), SHAPE_REQUIRED, 0, NULL, NULL},
    {"unit", SHAPE_TEXT, offsetof(struct fact, unit), 0, 0, NULL, NULL},
    {"verb", SHAPE_TEXT, offsetof(struct fact, verb), 0, 0, NULL, NULL},
    {"category", SHAPE_ID, offsetof(struct fact, category), 0, 0, NULL, NULL},
    {"says", SHAPE_TEXTS, offsetof(struct fact, says), 0, 0, NULL, NULL},
    {"searched", SHAPE_TEXT, offsetof(struct fact, searched), 0, 0, NULL, NULL},
    {"over", SHAPE_TEXT, offsetof(struct fact, over), 0, 0, NULL, NULL},
    {"truth", SHAPE_NODE, offsetof(struct fact, truth_node), SHAPE_REQUIRED, 0, NULL, NULL},
    SHAPE_END,
};
const struct shape fact_shape = {"a fact", sizeof(struct fact), fields};

bool fact_find(const struct shape_reader *reader, const struct fact *fact, const struct yml *node, struct effect *out)
{
	struct shape_field field = {.key = fact->entry.id ? fact->entry.id : "truth"};
	bool fine;

	switch ((enum fact_kind)fact->kind) {
	case STORY_COUNT:
		field.kind = SHAPE_NUMBER;
		return shape_value(reader, &field, node, &out->value);
	case STORY_DATA:
		field.kind = SHAPE_CHOICE;
		field.choices = fact_answers;
		fine = shape_value(reader, &field, node, &out->value);
		out->value += STORY_INVOLVED;
		return fine;
	case STORY_TIME:
		field.kind = SHAPE_SPAN;
		return shape_value(reader, &field, node, &out->value);
	case STORY_TEXT:
		break;
	}
	field.kind = SHAPE_TEXT;
	return shape_value(reader, &field, node, &out->text);
}

bool fact_read(const struct shape_reader *reader, const char *id, const struct yml *body, struct fact *out)
{
	struct effect truth = {0};
	bool fine = shape_read(reader, &fact_shape, body, out);

	out->entry.id = id;
	out->truth = SHAPE_UNSET;
	if (out->kind == SHAPE_UNSET) { /* told; one that hooks may mention all the same */
		out->kind = STORY_TEXT;
		return false;
	}
	if (out->kind == STORY_COUNT && !out->unit)
		fine = diag_error(reader->diags, body->place, "a fact that counts needs \"unit\", such as \"people\"");
	if (out->kind == STORY_DATA && !out->category)
		fine = diag_error(reader->diags, body->place, "a data fact needs \"category\", such as \"bank\"");
	fine = regime_check_codes(reader, &out->says, body, "says") && fine;
	if (!out->truth_node)
		return false;
	fine = fact_find(reader, out, out->truth_node, &truth) && fine;
	out->truth_text = truth.text;
	if (out->kind != STORY_TEXT)
		out->truth = truth.value;
	return fine;
}

/* "9870" -> "9,870" */
static void group_digits(int32_t value, char out[24])
{
	char digits[16];
	size_t n = (size_t)snprintf(digits, sizeof digits, "%d", (int)value), at = 0;

	for (size_t i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0 && digits[i - 1] != '-')
			out[at++] = ',';
		out[at++] = digits[i];
	}
	out[at] = '\0';
}

/* "1 person", "1 row", "1 address": an English unit as it is counted. */
static void add_unit(const char *unit, int32_t value, char out[WORDS])
{
	size_t len = strlen(out), end;
	snprintf(out + len, WORDS - len, " %s", value == 1 && strcmp(unit, "people") == 0 ? "person" : unit);
	end = strlen(out);
	if (value == 1 && end > len + 4 && strcmp(out + end - 4, "sses") == 0)
		out[end - 2] = '\0';
	else if (value == 1 && end > len + 2 && out[end - 1] == 's' && out[end - 2] != 's')
		out[end - 1] = '\0';
}

char *fact_words(const struct fact *fact, int32_t value, char out[64])
{
	static const char *const data[] = {"not known", "involved", "not involved", "not held"};
	char number[24];
	size_t len;

	out[0] = '\0';
	if (fact->kind == STORY_TIME)
		span_stamp(value, out);
	else if (fact->kind == STORY_DATA)
		snprintf(out, WORDS, "%s", data[value >= STORY_INVOLVED && value <= STORY_NOT_HELD ? value : 0]);
	else if (fact->kind == STORY_COUNT) {
		group_digits(value, number);
		snprintf(out, WORDS, "%s", number);
		if (fact->unit)
			add_unit(fact->unit, value, out);
	}
	len = strlen(out);
	out[text_valid(out, len)] = '\0'; /* a long unit may have been cut within a character */
	return out;
}
