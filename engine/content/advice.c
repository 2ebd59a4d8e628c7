#include "content/advice.h"

#include "content/regime.h"

#include <string.h>

// clang-format off
#define CATEGORY(member) offsetof(struct advice_category, member)
static const struct shape_field category_fields[] = {
	{"urgency", SHAPE_NUMBER, CATEGORY(urgency), SHAPE_REQUIRED, 99, NULL, NULL},
	{"name",    SHAPE_NODE,   CATEGORY(name), SHAPE_REQUIRED, 0, NULL, NULL},
	{"harm",    SHAPE_NODE,   CATEGORY(harm), SHAPE_REQUIRED, 0, NULL, NULL},
	{"risk",    SHAPE_NODE,   CATEGORY(risk), 0, 0, NULL, NULL},
	{"steps",   SHAPE_NODE,   CATEGORY(steps), SHAPE_REQUIRED, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape category_shape = {"a kind of data", sizeof(struct advice_category), category_fields};

static const struct shape_field remedy_fields[] = {
	{"text", SHAPE_NODE, offsetof(struct advice_remedy, text), SHAPE_REQUIRED, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape remedy_shape = {"a remedy", sizeof(struct advice_remedy), remedy_fields};

#define ADVICE(member) offsetof(struct advice, member)
static const struct shape_field advice_fields[] = {
	{"advice",     SHAPE_ID,    ADVICE(id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"reviewed",   SHAPE_DATE,  ADVICE(reviewed), SHAPE_REQUIRED, 0, NULL, NULL},
	{"categories", SHAPE_KEYED, ADVICE(categories), SHAPE_REQUIRED, 0, &category_shape, NULL},
	{"remedies",   SHAPE_KEYED, ADVICE(remedies), 0, 0, &remedy_shape, NULL},
	SHAPE_END,
};
static const struct shape advice_shape = {"the advice", sizeof(struct advice), advice_fields};
// clang-format on

struct checking {
	const struct shape_texts *languages;
	const struct shape_reader *reader;
};

static void check_language(const struct checking *c, const struct yml_pair *pair, const char *key)
{
	if (pair->value->type != YML_TEXT || !pair->value->text[strspn(pair->value->text, " \t\n")])
		diag_error(c->reader->diags, pair->value->place, "\"%s\": expected a text in \"%.20s\", found %s", key,
		           pair->key,
		           pair->value->type == YML_TEXT ? "an empty one" : yml_type_name(pair->value->type));
}

/* One text in every language: a map, since no language is everybody's. */
static void check_texts(const struct checking *c, const struct yml *node, const char *key)
{
	if (!node)
		return; /* told as missing */
	if (node->type != YML_MAP) {
		diag_error(c->reader->diags, node->place, "\"%s\": expected texts by language, found %s", key,
		           yml_type_name(node->type));
		return;
	}
	for (size_t i = 0; i < node->n; i++)
		check_language(c, &node->pairs[i], key);
	for (size_t i = 0; i < c->languages->n; i++)
		if (!yml_get(node, c->languages->v[i]))
			diag_error(c->reader->diags, node->place, "\"%s\" lacks its text in \"%s\"", key,
			           c->languages->v[i]);
}

static void check_steps(const struct checking *c, const struct yml *steps)
{
	if (steps && (steps->type != YML_LIST || !steps->n))
		diag_error(c->reader->diags, steps->place, "\"steps\": expected a list of texts by language, found %s",
		           steps->type == YML_LIST ? "an empty one" : yml_type_name(steps->type));
	for (size_t i = 0; steps && steps->type == YML_LIST && i < steps->n; i++)
		check_texts(c, steps->pairs[i].value, "steps");
}

static const struct advice_category *category_at(const struct advice *advice, size_t i)
{
	return &((const struct advice_category *)advice->categories.v)[i];
}

static const struct advice_remedy *remedy_at(const struct advice *advice, size_t i)
{
	return &((const struct advice_remedy *)advice->remedies.v)[i];
}

struct advice *advice_load(const struct file *file, const struct shape_texts *languages,
                           const struct shape_reader *reader)
{
	bool fine;
	size_t refused = reader->diags->refused;
	struct checking c = {languages, reader};
	struct advice *advice = shape_load(reader, &advice_shape, file, &fine);
	for (size_t i = 0; advice && i < advice->categories.n; i++) {
		check_texts(&c, category_at(advice, i)->name, "name");
		check_texts(&c, category_at(advice, i)->harm, "harm");
		check_texts(&c, category_at(advice, i)->risk, "risk");
		check_steps(&c, category_at(advice, i)->steps);
	}
	for (size_t i = 0; advice && i < advice->remedies.n; i++)
		check_texts(&c, remedy_at(advice, i)->text, "text");
	return reader->diags->refused == refused ? advice : NULL;
}

const struct advice_category *advice_category(const struct advice *advice, const char *id)
{
	for (size_t i = 0; id && i < advice->categories.n; i++)
		if (strcmp(category_at(advice, i)->entry.id, id) == 0)
			return category_at(advice, i);
	return NULL;
}

const struct advice_remedy *advice_remedy(const struct advice *advice, const char *regime)
{
	for (size_t i = 0; regime && i < advice->remedies.n; i++)
		if (regime_means(remedy_at(advice, i)->entry.id, regime))
			return remedy_at(advice, i);
	return NULL;
}
