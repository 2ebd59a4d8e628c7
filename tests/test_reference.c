/* scenarios/README.md, which authors read, names every key, effect and function that there is, and no other. Its
 * examples are run by tests/reference.sh. */
#include "callable.h"
#include "grammar.h"

#include "base/jsn.h"
#include "content/declaration.h"
#include "content/luasafe.h"
#include "content/scalar.h"

static const char path[] = "scenarios/README.md";

struct row {
	const char *of, *key, *type, *needed, *what; /* `of`: the part that it is a key of */
};

struct reference {
	struct told *told;
	struct file file;
	struct row *rows;
	size_t n;
};

static void tell(struct reference *r, const char *format, ...)
{
	char line[512];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	text_addf(&r->told->out, "%s: %s\n", path, line);
}

/* ---- reading ---- */

/* What stands between the next two backquotes, *at moved behind them; NULL when nothing does before the line ends. */
static const char *quoted(struct reference *r, const char **at)
{
	const char *from = *at + strcspn(*at, "`\n"), *end;

	if (*from != '`')
		return NULL;
	end = from + 1 + strcspn(from + 1, "`\n");
	*at = end + (*end == '`');
	return arena_ndup(r->told->arena, from + 1, (size_t)(end - from - 1));
}

/* The next cell of a table's row, *at on the bar in front of it and then on the one behind it. */
static const char *cell(struct reference *r, const char **at)
{
	const char *from = *at + 1 + strspn(*at + 1, " "), *end = from + strcspn(from, "|\n");

	*at = end;
	while (end > from && end[-1] == ' ')
		end--;
	return arena_ndup(r->told->arena, from, (size_t)(end - from));
}

static const char *next_line(const char *at)
{
	const char *end = strchr(at, '\n');

	return end ? end + 1 : at + strlen(at);
}

static void read_row(struct reference *r, const char *of, const char *line)
{
	struct row *row = arena_push(r->told->arena, &r->rows, &r->n, sizeof *row);

	*row = (struct row){.of = of};
	row->key = cell(r, &line);
	row->type = cell(r, &line);
	row->needed = cell(r, &line);
	row->what = cell(r, &line);
}

static void read_table(struct reference *r, const char *of, const char *line)
{
	for (; *line == '|'; line = next_line(line))
		if (strncmp(line, "| key |", 7) != 0 && line[1] != '-')
			read_row(r, of, line);
}

static int setup(void **state)
{
	static const char title[] = "Keys of `";
	struct reference *r = calloc(1, sizeof *r);

	r->told = told_open();
	r->file = told_shipped(r->told, path);
	for (const char *line = r->file.bytes; *line; line = next_line(line))
		if (strncmp(line, title, strlen(title)) == 0) {
			const char *at = line, *of = quoted(r, &at);

			read_table(r, of, next_line(next_line(line)));
		}
	*state = r;
	return 0;
}

static int teardown(void **state)
{
	struct reference *r = *state;

	told_close(r->told);
	free(r);
	return 0;
}

static const struct row *row_of(struct reference *r, const char *of, const char *key)
{
	const char *cell_of_key = strcmp(key, "#") == 0 ? "no key" : arena_printf(r->told->arena, "`%s`", key);

	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->rows[i].of, of) == 0 && strcmp(r->rows[i].key, cell_of_key) == 0)
			return &r->rows[i];
	return NULL;
}

/* The text of a page, from its heading to the next. */
static const char *page(struct reference *r, const char *heading)
{
	const char *from = strstr(r->file.bytes, heading), *end;

	assert_non_null(from);
	end = strstr(from + 1, "\n## ");
	return arena_ndup(r->told->arena, from, end ? (size_t)(end - from) : strlen(from));
}

/* ---- keys ---- */

/* As the third column says it; NULL for what a table says in its own words. */
static const char *type_of(struct reference *r, const struct shape_field *field)
{
	static const char *const types[] = {
	    [SHAPE_TEXT] = "text",
	    [SHAPE_ID] = "id",
	    [SHAPE_NUMBER] = "number",
	    [SHAPE_FLAG] = "true/false",
	    [SHAPE_SPAN] = "time",
	    [SHAPE_CHOICE] = "word",
	    [SHAPE_TEXTS] = "texts",
	    [SHAPE_IDS] = "ids",
	    [SHAPE_ONE] = "map",
	    [SHAPE_MANY] = "list of maps",
	    [SHAPE_COUNTS] = "map of numbers",
	    [SHAPE_PAIRS] = "map of texts",
	    [SHAPE_NODE] = NULL,
	};

	if (field->limit && field->kind == SHAPE_TEXT)
		return arena_printf(r->told->arena, "text, %d words", (int)field->limit);
	if (field->limit && field->kind == SHAPE_NUMBER)
		return arena_printf(r->told->arena, "number to %d", (int)field->limit);
	return types[field->kind];
}

static void compare_row(struct reference *r, const char *of, const struct shape_field *field)
{
	const struct row *row = row_of(r, of, field->key);
	const char *type = type_of(r, field);

	if (!row) {
		tell(r, "under \"Keys of `%s`\" the key `%s` is missing", of, field->key);
		return;
	}
	if (type && strcmp(type, row->type) != 0)
		tell(r, "`%s` of `%s` is of type \"%s\", not \"%s\"", field->key, of, type, row->type);
	if ((strcmp(row->needed, "**needed**") == 0) != ((field->flags & SHAPE_REQUIRED) != 0))
		tell(r, "`%s` of `%s` is %s", field->key, of,
		     field->flags & SHAPE_REQUIRED ? "needed" : "not needed, and has a default");
	for (int i = 0; field->kind == SHAPE_CHOICE && field->choices[i]; i++)
		if (!strstr(row->what, arena_printf(r->told->arena, "`%s`", field->choices[i])))
			tell(r, "`%s` of `%s` may also be `%s`", field->key, of, field->choices[i]);
	if (!*row->what)
		tell(r, "`%s` of `%s` is not explained", field->key, of);
}

/* The effects that are named behind `title`. */
static struct shape_texts effects_of(struct reference *r, const char *title)
{
	struct shape_texts effects = {0};
	const char *at = strstr(r->file.bytes, title), *effect;

	for (at = at ? at + strlen(title) : ""; (effect = quoted(r, &at));)
		grammar_add(r->told, &effects, effect);
	return effects;
}

static void compare_effects(struct reference *r, const char *title, const struct shape *shape)
{
	struct shape_texts effects = effects_of(r, title);

	for (const struct shape_field *f = shape->fields; f->key; f++)
		if (grammar_is_effect(f->key) && !grammar_has(&effects, f->key))
			tell(r, "behind \"%s\" `%s` is missing", title + 1, f->key);
	for (size_t i = 0; i < effects.n; i++)
		if (!grammar_field(shape, effects.v[i]))
			tell(r, "behind \"%s\" stands `%s`, which is refused there", title + 1, effects.v[i]);
}

/* The keys of a part but its effects, which have a page of their own; there all of them. */
static void compare(struct reference *r, const char *of, const struct shape *shape, bool effects)
{
	for (const struct shape_field *f = shape->fields; f->key; f++)
		if (effects || !grammar_is_effect(f->key))
			compare_row(r, of, f);
	for (size_t i = 0; i < r->n; i++) {
		const char *at = r->rows[i].key, *key = quoted(r, &at);

		if (strcmp(r->rows[i].of, of) == 0 && !grammar_field(shape, key ? key : "#"))
			tell(r, "`%s` has no key %s", of, r->rows[i].key);
	}
}

static void every_key_stands_on_its_page_with_its_type_and_need(void **state)
{
	struct reference *r = *state;
	struct grammar_part parts[GRAMMAR_PARTS];

	grammar_parts(parts);
	for (int i = 0; i < GRAMMAR_PARTS - 1; i++)
		compare(r, parts[i].name, parts[i].shape, false);
	compare(r, "effects", grammar_within(&story_decision_shape, "late"), true);
	grammar_verdict(r->told);
}

/* "text, 90 words" and "number to 100" are a text and a number. */
static const char *plain_type(struct reference *r, const char *type)
{
	const char *end = strchr(type, ','), *to = strstr(type, " to ");

	end = end ? end : to;
	return end ? arena_ndup(r->told->arena, type, (size_t)(end - type)) : type;
}

static void every_type_is_explained(void **state)
{
	struct reference *r = *state;
	const char *types = page(r, "\n## How to read the tables\n");

	for (size_t i = 0; i < r->n; i++) {
		const char *type = plain_type(r, r->rows[i].type);

		if (!strstr(types, arena_printf(r->told->arena, "\n| %s |", type)) &&
		    !strstr(types, arena_printf(r->told->arena, "| %s, ", type)) &&
		    !strstr(types, arena_printf(r->told->arena, ", %s,", type)) &&
		    !strstr(types, arena_printf(r->told->arena, ", %s |", type)))
			tell(r, "the type \"%s\" is not explained", type);
	}
	grammar_verdict(r->told);
}

static void every_page_lists_the_effects_that_may_stand_there(void **state)
{
	struct reference *r = *state;
	struct grammar_part parts[GRAMMAR_PARTS];

	grammar_parts(parts);
	for (int i = 0; i < GRAMMAR_PARTS - 1; i++)
		if (grammar_field(parts[i].shape, "sets"))
			compare_effects(r, arena_printf(r->told->arena, "\nEffects of `%s`:", parts[i].name),
			                parts[i].shape);
	compare_effects(r, "\nEffects that `run` may return:", &effect_shape);
	grammar_verdict(r->told);
}

static void every_keyword_has_a_page(void **state)
{
	struct reference *r = *state;

	for (int i = 0; scenario_api_keywords[i]; i++)
		if (!strstr(r->file.bytes, arena_printf(r->told->arena, "\n## %s\n", scenario_api_keywords[i])))
			tell(r, "no page \"## %s\"", scenario_api_keywords[i]);
	assert_non_null(strstr(r->file.bytes, "\n## include\n"));
	grammar_verdict(r->told);
}

static void expect(struct reference *r, const char *words, int limit)
{
	words = arena_printf(r->told->arena, words, limit);
	if (!strstr(r->file.bytes, words))
		tell(r, "it should say: %s", words);
}

static void the_weights_and_limits_are_the_programs(void **state)
{
	struct reference *r = *state;
	struct shape_reader reader = {r->told->arena, &r->told->diags, "en"};
	struct names names = {.arena = r->told->arena};
	const struct story *story = story_load(NULL, &reader, &names);

	for (int i = 0; story_objectives[i]; i++) {
		const char *words =
		    arena_printf(r->told->arena, "`%s` %d", story_objectives[i], (int)story->objectives[i].weight);

		if (!strstr(r->file.bytes, words))
			tell(r, "under objective it should say: %s", words);
	}
	expect(r, "in one to %d pieces", BRIEF_PACE_MAX);
	assert_int_equal(STORY_OPTIONS_MAX, 6);
	expect(r, "Up to %d of a kind", DECLARATION_MOST);
	expect(r, "at most %d. A record", SCALAR_ID_MAX);
	expect(r, "A file may use %d MiB", LUASAFE_MEMORY / 1024 / 1024);
	expect(r, " and %d million steps", SANDBOX_LOAD / 1000000);
	expect(r, "a hook %d million", SANDBOX_CALL / 1000000);
	grammar_verdict(r->told);
}

/* ---- what can be called ---- */

/* As it is written on its page: w:done "action", w.random(n), string.rep; NULL for a keyword or a library. */
static const char *written(struct reference *r, const char *name)
{
	static const char *const libraries[] = {"string", "table", "math", "utf8", "include", NULL};

	for (int i = 0; libraries[i]; i++)
		if (strcmp(libraries[i], name) == 0)
			return NULL;
	for (int i = 0; scenario_api_keywords[i]; i++)
		if (strcmp(scenario_api_keywords[i], name) == 0)
			return NULL;
	if (strcmp(name, "view:random") == 0)
		return "`w.random(";
	if (strncmp(name, "view:", 5) == 0)
		return arena_printf(r->told->arena, "`w:%s ", name + 5);
	return arena_printf(r->told->arena, "`%s`", name);
}

static void every_function_of_lua_and_of_the_view_is_named(void **state)
{
	struct reference *r = *state;
	struct shape_texts found = callable_names(r->told);
	const char *lua = page(r, "\n## What there is of Lua\n"), *view = page(r, "\n## hooks and the view w\n"), *at,
	           *name;

	for (size_t i = 0; i < found.n; i++) {
		const char *words = written(r, found.v[i]);

		if (words && !strstr(strncmp(words, "`w", 2) == 0 ? view : lua, words))
			tell(r, "%s is not named", found.v[i]);
	}
	for (at = strchr(lua + 1, '\n'); at && strncmp(at, "\nNo files", 9) != 0; at = strchr(at + 1, '\n'))
		for (const char *in = at + 1; (name = quoted(r, &in));)
			if (!grammar_has(&found, name))
				tell(r, "`%s` is not there for a scenario", name);
	grammar_verdict(r->told);
}

static void the_task_for_an_editor_is_json_that_it_can_read(void **state)
{
	struct reference *r = *state;
	const char *from = strstr(r->file.bytes, "```json\n"), *end = from ? strstr(from, "\n```\n") : NULL;
	struct jsn_fault fault;
	struct jsn *task;

	assert_non_null(end);
	from = next_line(from);
	task = jsn_parse(from, (size_t)(end - from), &fault);
	if (!task)
		fail_msg("%s: line %d of the task: %s", path, fault.line, fault.message);
	assert_int_equal(jsn_count(jsn_get(task, "tasks")), 1);
	jsn_free(task);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_key_stands_on_its_page_with_its_type_and_need),
	    TEST(every_type_is_explained),
	    TEST(every_page_lists_the_effects_that_may_stand_there),
	    TEST(every_keyword_has_a_page),
	    TEST(the_weights_and_limits_are_the_programs),
	    TEST(the_task_for_an_editor_is_json_that_it_can_read),
	    TEST(every_function_of_lua_and_of_the_view_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
