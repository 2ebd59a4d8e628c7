/* scenarios/drill72.d.lua, which editors read, says what the binding tables say. */
#include "callable.h"
#include "grammar.h"

#include "base/jsn.h"
#include "content/vocabulary.h"

#include <lauxlib.h>
#include <lua.h>

static const char path[] = "scenarios/drill72.d.lua";

struct field {
	const char *key, *type;
	bool optional;
};

struct class
{
	const char *name, *parent; /* parent may be NULL */
	struct field *fields;
	size_t n;
};

struct annotations {
	struct told *told;
	struct file file;
	struct class *classes;
	size_t n;
	struct shape_texts globals; /* "inject", "string.rep", "view:done" */
	struct shape_texts named;   /* every drill72.NAME that is defined */
	struct shape_texts rows;    /* "drill72.action suspend-account": what an alias lists */
};

static void tell(struct annotations *a, const char *format, ...)
{
	char line[512];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	text_addf(&a->told->out, "%s: %s\n", path, line);
}

/* ---- reading ---- */

static const char *word(struct annotations *a, const char **at, const char *ends)
{
	size_t len = strcspn(*at, ends);
	const char *found = arena_ndup(a->told->arena, *at, len);

	*at += len + strspn(*at + len, " ");
	return found;
}

static bool past(const char **at, const char *prefix)
{
	size_t len = strlen(prefix);

	if (strncmp(*at, prefix, len) != 0)
		return false;
	*at += len;
	return true;
}

static void read_class(struct annotations *a, const char *at)
{
	struct class *class = arena_push(a->told->arena, &a->classes, &a->n, sizeof *class);

	*class = (struct class){.name = word(a, &at, ": \n")};
	if (past(&at, ": "))
		class->parent = word(a, &at, " \n");
	grammar_add(a->told, &a->named, class->name);
}

static void read_field(struct annotations *a, const char *at)
{
	struct class *class = &a->classes[a->n - 1];
	struct field *field = arena_push(a->told->arena, &class->fields, &class->n, sizeof *field);
	bool bracket = *at == '[';

	*field = (struct field){0};
	field->key = word(a, &at, bracket ? " \n" : "? \n");
	field->optional = past(&at, "? ");
	field->type = word(a, &at, " \n");
}

static void read_row(struct annotations *a, const char *at)
{
	const char *last = a->named.v[a->named.n - 1];

	grammar_add(a->told, &a->rows, arena_printf(a->told->arena, "%s %s", last, word(a, &at, "\"\n")));
}

static void read_line(struct annotations *a, const char *at)
{
	if (past(&at, "---@class "))
		read_class(a, at);
	else if (past(&at, "---@field "))
		read_field(a, at);
	else if (past(&at, "---@alias "))
		grammar_add(a->told, &a->named, word(a, &at, " \n"));
	else if (past(&at, "---| \""))
		read_row(a, at);
	else if (past(&at, "function "))
		grammar_add(a->told, &a->globals, word(a, &at, "("));
	else if (*at >= 'a' && *at <= 'z' && !past(&at, "local ") && !past(&at, "return "))
		grammar_add(a->told, &a->globals, word(a, &at, " \n"));
}

static int setup(void **state)
{
	struct annotations *a = calloc(1, sizeof *a);

	a->told = told_open();
	a->file = told_shipped(a->told, path);
	for (const char *line = a->file.bytes; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
		read_line(a, line);
	*state = a;
	return 0;
}

static int teardown(void **state)
{
	struct annotations *a = *state;

	told_close(a->told);
	free(a);
	return 0;
}

static const struct class *class_of(const struct annotations *a, const char *name)
{
	for (size_t i = 0; name && i < a->n; i++)
		if (strcmp(a->classes[i].name, name) == 0)
			return &a->classes[i];
	return NULL;
}

static const struct field *field_of(const struct annotations *a, const struct class *class, const char *key)
{
	for (; class; class = class_of(a, class->parent))
		for (size_t i = 0; i < class->n; i++)
			if (strcmp(class->fields[i].key, key) == 0)
				return &class->fields[i];
	return NULL;
}

/* ---- the keys of declarations ---- */

/* How a field is written there: the list part of a table has no name. */
static const char *written(const struct shape_field *field)
{
	if (strcmp(field->key, "#") != 0)
		return field->key;
	return field->kind == SHAPE_MANY ? "[integer]" : "[1]";
}

static bool all_choices(const struct shape_field *field, const char *type)
{
	char quoted[64];

	for (int i = 0; field->choices[i]; i++) {
		snprintf(quoted, sizeof quoted, "\"%s\"", field->choices[i]);
		if (!strstr(type, quoted))
			return false;
	}
	return true;
}

static bool right_type(const struct shape_field *field, const char *type)
{
	static const char *const types[] = {
	    [SHAPE_TEXT] = "drill72.text",   [SHAPE_NUMBER] = "integer",
	    [SHAPE_FLAG] = "boolean",        [SHAPE_SPAN] = "drill72.time",
	    [SHAPE_TEXTS] = "drill72.texts", [SHAPE_COUNTS] = "table<string,",
	    [SHAPE_PAIRS] = "table<string,", [SHAPE_NODE] = NULL,
	};

	if (field->kind == SHAPE_CHOICE)
		return all_choices(field, type);
	if (strcmp(field->key, "starts") == 0) /* a text in the table, but not one to be translated */
		return strcmp(type, "string") == 0;
	return !types[field->kind] || strcmp(types[field->kind], type) == 0;
}

static void compare(struct annotations *a, const struct grammar_part *part)
{
	const struct class *class = class_of(a, arena_printf(a->told->arena, "drill72.%s", part->name)), *from = class;

	if (!class) {
		tell(a, "no class drill72.%s", part->name);
		return;
	}
	for (const struct shape_field *f = part->shape->fields; f->key; f++) {
		const struct field *field = field_of(a, class, written(f));

		if (!field)
			tell(a, "%s lacks the key %s", class->name, written(f));
		else if (strcmp(f->key, "#") != 0 && field->optional != !(f->flags & SHAPE_REQUIRED))
			tell(a, "%s: %s is %s", class->name, f->key, field->optional ? "needed" : "not needed");
		else if (!right_type(f, field->type))
			tell(a, "%s: %s has the wrong type: %s", class->name, f->key, field->type);
	}
	for (; from; from = class_of(a, from->parent))
		for (size_t i = 0; i < from->n; i++)
			if (!grammar_field(part->shape, *from->fields[i].key == '[' ? "#" : from->fields[i].key))
				tell(a, "%s has the key %s, which is no key there", class->name, from->fields[i].key);
}

static void every_declaration_has_the_keys_of_its_table(void **state)
{
	struct annotations *a = *state;
	struct grammar_part parts[GRAMMAR_PARTS];

	grammar_parts(parts);
	for (int i = 0; i < GRAMMAR_PARTS; i++)
		compare(a, &parts[i]);
	grammar_verdict(a->told);
}

static void points_go_to_the_dimensions_that_an_author_may_score(void **state)
{
	struct annotations *a = *state;
	const struct class *score = class_of(a, "drill72.score");

	for (int i = 0; story_objectives[i]; i++) {
		bool engines =
		    strcmp(story_objectives[i], "timeliness") == 0 || strcmp(story_objectives[i], "adherence") == 0;
		const char *row = arena_printf(a->told->arena, "drill72.dimension %s", story_objectives[i]);

		assert_true(grammar_has(&a->rows, row));
		assert_int_equal(field_of(a, score, story_objectives[i]) != NULL, !engines);
	}
	assert_int_equal(score->n, STORY_OBJECTIVES - 2);
}

static void a_moment_is_one_of_four(void **state)
{
	const struct annotations *a = *state;

	assert_non_null(
	    strstr(a->file.bytes, "---@alias drill72.moment \"occurred\"|\"detected\"|\"aware\"|\"assessed\"\n"));
	assert_int_equal(SHAPE_MOMENTS, 4);
}

static void every_type_that_is_named_is_defined(void **state)
{
	struct annotations *a = *state;

	for (const char *at = a->file.bytes; (at = strstr(at, "drill72.")); at++) {
		size_t len = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789.");
		const char *name = arena_ndup(a->told->arena, at, len);

		if (strcmp(name, "drill72.d.lua") != 0 && !grammar_has(&a->named, name))
			tell(a, "%s is named and not defined", name);
	}
	grammar_verdict(a->told);
}

/* ---- the ids of actions.yaml ---- */

static const char *described(const struct vocabulary *vocabulary, enum names_kind kind, size_t i)
{
	if (kind == NAMES_ACTION)
		return vocabulary_action(vocabulary, (int)i)->description;
	if (kind == NAMES_PAUSE)
		return ((const struct vocabulary_pause *)vocabulary->pausable.v)[i].description;
	return vocabulary_notice(vocabulary, (int)i)->description;
}

static void compare_ids(struct annotations *a, const char *alias, const struct vocabulary *vocabulary,
                        const struct names *names, enum names_kind kind)
{
	const struct names_list *ids = &names->of[kind];
	size_t listed = 0;

	for (size_t i = 0; i < a->rows.n; i++)
		listed += strncmp(a->rows.v[i], alias, strlen(alias)) == 0;
	for (size_t i = 0; i < ids->n; i++)
		if (!grammar_has(&a->rows, arena_printf(a->told->arena, "%s %s", alias, ids->v[i])))
			tell(a, "under %s add this line:\n---| \"%s\" # %s", alias, ids->v[i],
			     described(vocabulary, kind, i));
	if (!a->told->out.len && listed != ids->n)
		tell(a, "%s lists %zu ids, actions.yaml has %zu", alias, listed, ids->n);
}

static void every_action_pause_and_notice_of_the_vocabulary_is_offered(void **state)
{
	struct annotations *a = *state;
	struct names names = {.arena = a->told->arena};
	struct shape_reader reader = {a->told->arena, &a->told->diags, "en"};
	struct file file = told_shipped(a->told, "playbooks/actions.yaml");
	const struct vocabulary *vocabulary = vocabulary_load(&file, &reader, &names);

	assert_non_null(vocabulary);
	compare_ids(a, "drill72.action", vocabulary, &names, NAMES_ACTION);
	compare_ids(a, "drill72.pause", vocabulary, &names, NAMES_PAUSE);
	compare_ids(a, "drill72.notice", vocabulary, &names, NAMES_NOTICE);
	grammar_verdict(a->told);
}

/* ---- what a scenario can call ---- */

static void what_a_scenario_can_call_is_there_and_nothing_else(void **state)
{
	struct annotations *a = *state;
	struct shape_texts found = callable_names(a->told);

	for (size_t i = 0; i < a->globals.n; i++)
		if (strcmp(a->globals.v[i], "view.random") == 0) /* the one that needs no colon */
			a->globals.v[i] = "view:random";
	for (size_t i = 0; i < found.n; i++)
		if (!grammar_has(&a->globals, found.v[i]))
			tell(a, "%s is missing", found.v[i]);
	for (size_t i = 0; i < a->globals.n; i++)
		if (!grammar_has(&found, a->globals.v[i]))
			tell(a, "%s is not there for a scenario", a->globals.v[i]);
	grammar_verdict(a->told);
}

static void it_is_lua_that_an_editor_can_parse(void **state)
{
	struct annotations *a = *state;
	lua_State *L = luaL_newstate();

	if (luaL_loadbuffer(L, a->file.bytes, a->file.len, "=drill72.d.lua") != LUA_OK)
		fail_msg("%s", lua_tostring(L, -1));
	lua_close(L);
	assert_int_equal(strncmp(a->file.bytes, "---@meta\n", 9), 0);
}

static void the_language_server_is_given_them_and_no_lua_beside(void **state)
{
	struct annotations *a = *state;
	struct file file = told_shipped(a->told, ".luarc.json");
	struct jsn_fault fault;
	struct jsn *settings = jsn_parse(file.bytes, file.len, &fault);
	const struct jsn *builtin = jsn_get(settings, "runtime.builtin");
	static const char *const replaced[] = {"basic", "string", "table", "math",    "utf8", /* by what is in there */
	                                       "io",    "os",     "debug", "package", "coroutine"};

	assert_non_null(settings);
	assert_string_equal(jsn_text(jsn_get(settings, "runtime.version")), LUA_VERSION);
	assert_string_equal(jsn_text(jsn_at(jsn_get(settings, "workspace.library"), 0, NULL)), path);
	for (size_t i = 0; i < sizeof replaced / sizeof *replaced; i++)
		assert_string_equal(jsn_text(jsn_get(builtin, replaced[i])), "disable");
	jsn_free(settings);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_declaration_has_the_keys_of_its_table),
	    TEST(points_go_to_the_dimensions_that_an_author_may_score),
	    TEST(a_moment_is_one_of_four),
	    TEST(every_type_that_is_named_is_defined),
	    TEST(every_action_pause_and_notice_of_the_vocabulary_is_offered),
	    TEST(what_a_scenario_can_call_is_there_and_nothing_else),
	    TEST(the_language_server_is_given_them_and_no_lua_beside),
	    TEST(it_is_lua_that_an_editor_can_parse),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
