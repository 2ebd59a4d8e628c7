/* Nodes for tests of content, from JSON written with single quotes. */
#ifndef TESTS_DECLARED_H
#define TESTS_DECLARED_H

#include "check.h"
#include "told.h"

#include "content/names.h"
#include "content/shape.h"
#include "content/yml.h"

static inline struct yml *declared_nodes(struct told *told, const char *json)
{
	char *copy = arena_dup(told->arena, json);
	struct jsn_fault fault;
	struct jsn *value;
	struct yml *nodes;

	for (char *c = copy; *c; c++)
		if (*c == '\'')
			*c = '"';
	value = jsn_parse(copy, strlen(copy), &fault);
	if (!value)
		fail_msg("%s at %d:%d of %s", fault.message, fault.line, fault.col, copy);
	nodes = yml_from_jsn(value, "f", told->arena);
	jsn_free(value);
	return nodes;
}

static inline struct shape_reader declared_reader(struct told *told)
{
	return (struct shape_reader){told->arena, &told->diags, "en"};
}

/* What a vocabulary would have registered. */
static inline struct names declared_names(struct told *told)
{
	struct names names = {.arena = told->arena};

	names_add(&names, NAMES_ACTION, "open-incident");
	names_add(&names, NAMES_ACTION, "suspend-account");
	names_add(&names, NAMES_ACTION, "revoke-tokens");
	return names;
}

/* Whether the findings are exactly these. */
#define assert_told(told, expected) assert_string_equal(told_text(told), expected)

#endif
