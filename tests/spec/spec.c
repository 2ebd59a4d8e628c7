/* spec FOLDER: every case of every *.json of the Mustache specification's format in FOLDER. Prints what fails, and last
 * `N passed, N failed`. */
#include "content/mustache_render.h"

#include <dirent.h>
#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH = 4096 };

struct tally {
	int passed, failed;
};

struct rendering {
	const json_t *partials;
	struct arena *arena;
	struct diags diags;
	struct text out;
};

/* Our own trees hold no fraction: each becomes the shortest text that reads back as the same number. */
static json_t *text_of_real(double value)
{
	char text[32];
	for (int digits = 1; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, value);
		if (strtod(text, NULL) == value)
			break;
	}
	return json_string(text);
}

static json_t *without_fractions(json_t *value)
{
	const char *key;
	size_t i;
	json_t *inner, *out;
	if (json_is_real(value))
		return text_of_real(json_real_value(value));
	if (json_is_object(value)) {
		out = json_object();
		json_object_foreach(value, key, inner) json_object_set_new(out, key, without_fractions(inner));
		return out;
	}
	if (json_is_array(value)) {
		out = json_array();
		json_array_foreach(value, i, inner) json_array_append_new(out, without_fractions(inner));
		return out;
	}
	return json_incref(value);
}

static struct file source(const char *name, const json_t *text)
{
	return (struct file){name, json_string_value(text), json_string_length(text)};
}

static bool find(void *context, const char *name, struct file *out, struct diags *diags)
{
	const struct rendering *rendering = context;
	const json_t *text = json_object_get(rendering->partials, name);
	(void)diags;
	if (json_is_string(text))
		*out = source(name, text);
	return json_is_string(text);
}

static bool render(struct rendering *rendering, const json_t *test)
{
	const struct mustache_partials partials = {find, rendering};
	const struct file file = source("template", json_object_get(test, "template"));
	const struct mustache *mustache =
	    mustache_compile(&file, MUSTACHE_LENIENT, &partials, rendering->arena, &rendering->diags);
	json_t *data = without_fractions(json_object_get(test, "data"));
	bool rendered = mustache && mustache_render(mustache, (const struct jsn *)data, ESCAPE_HTML, &rendering->out,
	                                            &rendering->diags);
	json_decref(data);
	return rendered;
}

static bool is_case(const json_t *test)
{
	return json_is_string(json_object_get(test, "name")) && json_is_string(json_object_get(test, "template")) &&
	       json_is_string(json_object_get(test, "expected")) && json_object_get(test, "data");
}

static void tell(const char *path, const json_t *test, const char *found)
{
	printf("%s: %s\n--- template\n%s\n--- expected\n%s\n--- found\n%s\n---\n", path,
	       json_string_value(json_object_get(test, "name")), json_string_value(json_object_get(test, "template")),
	       json_string_value(json_object_get(test, "expected")), found);
}

static bool run_case(const char *path, const json_t *test)
{
	if (!is_case(test)) {
		printf("%s: a case has a name, data, a template and what is expected\n", path);
		return false;
	}
	struct rendering rendering = {.partials = json_object_get(test, "partials"), .arena = arena_new()};
	diags_init(&rendering.diags);
	if (!render(&rendering, test))
		diags_render(&rendering.diags, &rendering.out);
	text_add(&rendering.out, "");
	bool same = !rendering.diags.errors &&
	            strcmp(rendering.out.data, json_string_value(json_object_get(test, "expected"))) == 0;
	if (!same)
		tell(path, test, rendering.out.data);
	text_free(&rendering.out);
	diags_free(&rendering.diags);
	arena_free(rendering.arena);
	return same;
}

static void run_file(const char *path, struct tally *tally)
{
	json_error_t error;
	json_t *spec = json_load_file(path, 0, &error), *test;
	const json_t *tests = json_object_get(spec, "tests");
	size_t i;
	if (!json_is_array(tests)) {
		printf("%s:%d: %s\n", path, spec ? 1 : error.line, spec ? "no list of tests" : error.text);
		tally->failed++;
	}
	json_array_foreach(tests, i, test)
	{
		if (run_case(path, test))
			tally->passed++;
		else
			tally->failed++;
	}
	json_decref(spec);
}

static int is_json(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');
	return dot && strcmp(dot, ".json") == 0;
}

static void run_folder(const char *folder, struct tally *tally)
{
	struct dirent **entries = NULL;
	int n = scandir(folder, &entries, is_json, alphasort);
	if (n < 0)
		printf("%s: %s\n", folder, strerror(errno));
	for (int i = 0; i < n; i++) {
		char path[PATH];
		if (snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name) < PATH)
			run_file(path, tally);
		free(entries[i]);
	}
	free(entries);
	if (n >= 0 && !(tally->passed + tally->failed))
		printf("%s: no case in it\n", folder);
}

int main(int argc, char **argv)
{
	struct tally tally = {0, 0};
	if (argc == 2 && *argv[1])
		run_folder(argv[1], &tally);
	else
		printf("usage: make spec SPEC=FOLDER\n");
	printf("%d passed, %d failed\n", tally.passed, tally.failed);
	return tally.passed && !tally.failed ? 0 : 1;
}
