/* Any bytes as a template and its partials: compiled both ways, filled in for every kind of page. What stands behind a
 * line "%%" is the partial "a", behind the next one "b", and so on. */
#include "content/mustache_render.h"

#include <string.h>

enum { PARTIALS = 4 };

static const char values[] =
    "{\"a\": \"<x> *y* \\\"z\\\" =1\", \"b\": [1, -2], \"c\": {\"a\": \"\\n  # c\", \"d\": {\"e\": [[], [\"x\"]]}},"
    " \"d\": [{\"a\": \"www\", \"d\": [{\"a\": \".x@y\", \"d\": []}, null]}, {\"b\": []}], \"e\": true, \"f\": false,"
    " \"g\": null, \"h\": \"\"}";

struct input {
	struct file files[1 + PARTIALS];
	size_t n;
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *next_part(const char *at, const char *end)
{
	while (at < end && (at = memchr(at, '%', (size_t)(end - at)))) {
		if (end - at >= 3 && memcmp(at, "%%\n", 3) == 0)
			return at;
		at++;
	}
	return NULL;
}

static void cut(const struct file *whole, struct input *input)
{
	static const char *const names[] = {"fuzz", "a", "b", "c", "d"};
	const char *at = whole->bytes, *end = whole->bytes + whole->len;
	while (at && input->n <= PARTIALS) {
		const char *next = next_part(at, end);
		size_t len = (size_t)((next ? next : end) - at);
		input->files[input->n] = (struct file){names[input->n], at, len};
		input->n++;
		at = next ? next + 3 : NULL;
	}
}

static bool find(void *context, const char *name, struct file *out, struct diags *diags)
{
	const struct input *input = context;
	(void)diags;
	for (size_t i = 1; i < input->n; i++) {
		if (strcmp(input->files[i].name, name) == 0) {
			*out = input->files[i];
			return true;
		}
	}
	return false;
}

static void fill(const struct mustache *mustache, struct diags *diags)
{
	struct jsn_fault fault;
	struct jsn *data = jsn_parse(values, sizeof values - 1, &fault);
	struct text out = {0};
	for (int escape = ESCAPE_NONE; escape <= ESCAPE_CSV; escape++) {
		text_add(&out, "before");
		size_t len = out.len;
		if (!mustache_render(mustache, data, (enum escape)escape, &out, diags) && out.len != len)
			__builtin_trap();
		text_clear(&out);
	}
	text_free(&out);
	jsn_free(data);
}

static void compile(const struct file *whole, enum mustache_mode mode, struct arena *arena)
{
	struct input input = {.n = 0};
	struct mustache_partials partials = {find, &input};
	struct diags diags;
	struct text told = {0};
	diags_init(&diags);
	cut(whole, &input);
	struct mustache *mustache = mustache_recover(&input.files[0], mode, &partials, arena, &diags);
	if (mustache)
		fill(mustache, &diags); /* what has faults, too */
	else if (!diags.errors)
		__builtin_trap();
	diags_render(&diags, &told);
	text_free(&told);
	diags_free(&diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct file file;
	diags_init(&diags);
	if (file_take((const char *)data, size, "fuzz", arena, &diags, &file)) {
		compile(&file, MUSTACHE_LENIENT, arena);
		compile(&file, MUSTACHE_STRICT, arena);
	}
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
