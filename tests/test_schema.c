/* playbooks/playbook.schema.json, which editors read, says what the loader says: held against its tables. */
#include "grammar.h"

#include "base/jsn.h"

static const char path[] = "playbooks/playbook.schema.json";

struct schema {
	struct told *told;
	const struct jsn *root;
	struct shape_texts used; /* names of $defs */
};

/* ---- draft 2020-12 ---- */

enum holds { SCHEMA, SCHEMAS, BY_NAME, TEXT, NUMBER, FLAG, LIST, ANY };

static const struct keyword {
	const char *word;
	enum holds holds;
} keywords[] = {
    {"$schema", TEXT},
    {"$ref", TEXT},
    {"$defs", BY_NAME},
    {"title", TEXT},
    {"description", TEXT},
    {"type", ANY},
    {"enum", LIST},
    {"const", ANY},
    {"oneOf", SCHEMAS},
    {"if", SCHEMA},
    {"then", SCHEMA},
    {"properties", BY_NAME},
    {"additionalProperties", SCHEMA},
    {"propertyNames", SCHEMA},
    {"required", LIST},
    {"items", SCHEMA},
    {"uniqueItems", FLAG},
    {"minItems", NUMBER},
    {"minProperties", NUMBER},
    {"minLength", NUMBER},
    {"maxLength", NUMBER},
    {"minimum", NUMBER},
    {"maximum", NUMBER},
    {"pattern", TEXT},
};

static const struct jsn *def(const struct schema *s, const char *ref)
{
	static const char below[] = "#/$defs/";
	size_t len = strlen(below);

	return strncmp(ref, below, len) == 0 ? jsn_get(jsn_get(s->root, "$defs"), ref + len) : NULL;
}

static void tell(struct schema *s, const char *where, const char *what)
{
	text_addf(&s->told->out, "%s: %s: %s\n", path, where, what);
}

static bool is_type(const struct jsn *value)
{
	static const char *const types[] = {"null", "boolean", "object", "array", "number", "string", "integer", NULL};
	const char *word = jsn_text(value);

	for (size_t i = 0; !word && i < jsn_count(value); i++)
		if (!is_type(jsn_at(value, i, NULL)))
			return false;
	for (int i = 0; word && types[i]; i++)
		if (strcmp(types[i], word) == 0)
			return true;
	return !word && jsn_count(value) > 0;
}

static void walk(struct schema *s, const struct jsn *schema, const char *where);

static void walk_all(struct schema *s, const struct jsn *schemas, const char *where)
{
	for (size_t i = 0; i < jsn_count(schemas); i++) {
		const char *key = "[]";
		const struct jsn *schema = jsn_at(schemas, i, jsn_type(schemas) == JSN_OBJECT ? &key : NULL);

		walk(s, schema, arena_printf(s->told->arena, "%s/%s", where, key));
	}
}

static bool holds(const struct jsn *value, enum holds holds)
{
	static const enum jsn_type types[] = {[SCHEMAS] = JSN_ARRAY, [BY_NAME] = JSN_OBJECT, [TEXT] = JSN_STRING,
	                                      [NUMBER] = JSN_INT,    [FLAG] = JSN_BOOL,      [LIST] = JSN_ARRAY};

	if (holds == SCHEMA)
		return jsn_type(value) == JSN_OBJECT || jsn_type(value) == JSN_BOOL;
	return holds == ANY || jsn_type(value) == types[holds];
}

static void walk_keyword(struct schema *s, const char *word, const struct jsn *value, const char *where)
{
	const struct keyword *keyword = NULL;

	for (size_t i = 0; !keyword && i < sizeof keywords / sizeof *keywords; i++)
		keyword = strcmp(keywords[i].word, word) == 0 ? &keywords[i] : NULL;
	if (!keyword)
		tell(s, where, "a keyword that this test doesn't know");
	else if (!holds(value, keyword->holds) || (strcmp(word, "type") == 0 && !is_type(value)))
		tell(s, where, "a value of the wrong kind");
	else if (keyword->holds == SCHEMA)
		walk(s, value, where);
	else if (keyword->holds == SCHEMAS || keyword->holds == BY_NAME)
		walk_all(s, value, where);
	else if (strcmp(word, "$ref") == 0 && !def(s, jsn_text(value)))
		tell(s, where, "refers to nothing");
	else if (strcmp(word, "$ref") == 0)
		grammar_add(s->told, &s->used, strrchr(jsn_text(value), '/') + 1);
}

static void walk(struct schema *s, const struct jsn *schema, const char *where)
{
	const char *word;
	const struct jsn *value;

	for (size_t i = 0; (value = jsn_at(schema, i, &word)); i++)
		walk_keyword(s, word, value, arena_printf(s->told->arena, "%s/%s", where, word));
}

/* ---- against the loader's tables ---- */

static const char *const definitions[] = {
    [SHAPE_TEXT] = "text", [SHAPE_ID] = "id",     [SHAPE_IDS] = "ids", [SHAPE_SPAN] = "duration",
    [SHAPE_DUE] = "due",   [SHAPE_DATE] = "date", [SHAPE_NODE] = NULL,
};

static const struct jsn *resolved(const struct schema *s, const struct jsn *schema)
{
	const char *ref = jsn_text(jsn_get(schema, "$ref"));

	return ref ? def(s, ref) : schema;
}

static bool is(const struct jsn *schema, const char *type)
{
	const char *word = jsn_text(jsn_get(schema, "type"));

	return word && strcmp(word, type) == 0;
}

static bool lists(const struct jsn *words, const char *word)
{
	for (size_t i = 0; i < jsn_count(words); i++)
		if (strcmp(jsn_text(jsn_at(words, i, NULL)), word) == 0)
			return true;
	return false;
}

static bool same_choices(const struct jsn *choices, const char *const *words)
{
	size_t n = 0;

	for (; words[n]; n++)
		if (!lists(choices, words[n]))
			return false;
	return n == jsn_count(choices);
}

static void compare(struct schema *s, const struct shape *shape, const struct jsn *schema, const char *where);

/* What is wrong with a property's schema, or NULL. */
static const char *compare_kind(struct schema *s, const struct shape_field *field, const struct jsn *given,
                                const char *where)
{
	const struct jsn *schema = resolved(s, given);
	const char *ref = jsn_text(jsn_get(given, "$ref")), *wanted = definitions[field->kind];
	const struct jsn *inner = jsn_get(schema, "additionalProperties");

	switch (field->kind) {
	case SHAPE_ONE:
		compare(s, field->shape, schema, where);
		return NULL;
	case SHAPE_MANY:
		compare(s, field->shape, resolved(s, jsn_get(schema, "items")), where);
		return is(schema, "array") ? NULL : "a list here";
	case SHAPE_KEYED:
		compare(s, field->shape, resolved(s, inner), where);
		return NULL;
	case SHAPE_COUNTS:
		return is(inner, "integer") ? NULL : "whole numbers here";
	case SHAPE_PAIRS:
		return is(schema, "object") ? NULL : "a map here";
	case SHAPE_FLAG:
		return is(schema, "boolean") ? NULL : "true or false here";
	case SHAPE_CHOICE:
		return same_choices(jsn_get(schema, "enum"), field->choices) ? NULL : "other words here";
	case SHAPE_TEXTS:
		return jsn_count(jsn_get(schema, "oneOf")) == 2 ? NULL : "a text or a list here";
	default:
		if (strcmp(field->key, "timezone") == 0)
			wanted = "zone";
		return wanted && ref && strcmp(strrchr(ref, '/') + 1, wanted) == 0 ? NULL : wanted;
	}
}

static void compare(struct schema *s, const struct shape *shape, const struct jsn *schema, const char *where)
{
	const struct jsn *properties = jsn_get(schema, "properties"), *required = jsn_get(schema, "required");
	const char *key;

	if (jsn_number(jsn_get(schema, "additionalProperties"), 1))
		tell(s, where, "takes keys that the loader refuses");
	for (size_t i = 0; jsn_at(properties, i, &key); i++)
		if (!grammar_field(shape, key))
			tell(s, arena_printf(s->told->arena, "%s/%s", where, key), "the loader has no such key");
	for (const struct shape_field *f = shape->fields; f->key; f++) {
		const struct jsn *property = jsn_get(properties, f->key);
		const char *at = arena_printf(s->told->arena, "%s/%s", where, f->key), *wrong;

		if (!property) {
			tell(s, at, "a key of the loader that is missing here");
			continue;
		}
		if (lists(required, f->key) != ((f->flags & SHAPE_REQUIRED) != 0))
			tell(s, at, "needed in one of loader and schema, not in the other");
		if (!jsn_get(property, "description"))
			tell(s, at, "has no description");
		wrong = compare_kind(s, f, property, at);
		if (wrong)
			tell(s, at, arena_printf(s->told->arena, "the loader reads something else: %s", wrong));
	}
}

/* ---- the tests ---- */

static int setup(void **state)
{
	struct schema *s = calloc(1, sizeof *s);
	struct jsn_fault fault;
	struct file file;

	s->told = told_open();
	file = told_shipped(s->told, path);
	s->root = jsn_parse(file.bytes, file.len, &fault);
	if (!s->root)
		fail_msg("%s:%d:%d: %s", path, fault.line, fault.col, fault.message);
	*state = s;
	return 0;
}

static int teardown(void **state)
{
	struct schema *s = *state;

	jsn_free((struct jsn *)s->root);
	told_close(s->told);
	free(s);
	return 0;
}

static void every_keyword_is_one_of_draft_2020_12(void **state)
{
	struct schema *s = *state;
	const char *name;

	assert_string_equal(jsn_text(jsn_get(s->root, "$schema")), "https://json-schema.org/draft/2020-12/schema");
	walk(s, s->root, "#");
	for (size_t i = 0; jsn_at(jsn_get(s->root, "$defs"), i, &name); i++)
		if (!grammar_has(&s->used, name))
			tell(s, name, "is used by nothing");
	grammar_verdict(s->told);
}

static void the_schema_has_the_keys_of_the_loader_with_their_types(void **state)
{
	struct schema *s = *state;

	compare(s, &playbook_shape, s->root, "#");
	grammar_verdict(s->told);
}

static void a_clock_is_defined_for_every_moment_and_nothing_else(void **state)
{
	struct schema *s = *state;
	const struct jsn *clock = jsn_get(jsn_get(s->root, "properties"), "clock"),
	                 *moments = jsn_get(clock, "properties");

	assert_int_equal(jsn_count(moments), SHAPE_MOMENTS);
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		assert_non_null(jsn_get(moments, shape_moments[i]));
	assert_int_equal(jsn_number(jsn_get(clock, "additionalProperties"), 1), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(every_keyword_is_one_of_draft_2020_12, setup, teardown),
	    cmocka_unit_test_setup_teardown(the_schema_has_the_keys_of_the_loader_with_their_types, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_clock_is_defined_for_every_moment_and_nothing_else, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
