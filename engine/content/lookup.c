#include "content/lookup.h"

#include <string.h>

enum { MOST_KEYS = 256 };

static size_t count_parts(const char *name)
{
	size_t n = 1;
	for (; *name; name++)
		n += *name == '.';
	return n;
}

struct lookup_path lookup_path(const char *name, size_t len, struct arena *arena)
{
	struct lookup_path path = {.name = arena_ndup(arena, name, len)};
	if (strcmp(path.name, ".") == 0)
		return path;
	path.n = count_parts(path.name);
	const char **parts = arena_alloc(arena, path.n * sizeof *parts);
	char *rest = arena_dup(arena, path.name);
	for (size_t i = 0; i < path.n; i++) {
		parts[i] = rest;
		rest += strcspn(rest, ".");
		*rest++ = '\0';
	}
	path.parts = parts;
	return path;
}

static const struct jsn *find_first(const char *part, const struct lookup_frame *frame, const struct jsn **holder)
{
	const struct jsn *value = NULL;
	for (; frame && !value; frame = frame->up) {
		*holder = frame->value;
		value = jsn_get(frame->value, part);
	}
	return value;
}

const struct jsn *lookup_find(const struct lookup_path *path, const struct lookup_frame *frame,
                              const struct jsn **holder)
{
	const struct jsn *in = frame->holder, *value = frame->value;
	if (path->n)
		value = find_first(path->parts[0], frame, &in);
	for (size_t i = 1; i < path->n && value; i++) {
		in = value;
		value = jsn_get(value, path->parts[i]);
	}
	if (holder)
		*holder = in;
	return value;
}

/* ---- what is not there ---- */

static const char *nearest_key(const char *part, const struct lookup_frame *frame)
{
	const char *keys[MOST_KEYS];
	size_t n = 0;
	for (; frame; frame = frame->up) {
		bool named = jsn_type(frame->value) == JSN_OBJECT;
		for (size_t i = 0; named && n < MOST_KEYS && jsn_at(frame->value, i, &keys[n]); i++)
			n++;
	}
	return diag_nearest(part, keys, n);
}

/* What the name is with `part` in place of its i-th, which is asked of `frame`. */
static const struct jsn *with_part(const struct lookup_path *path, size_t i, const char *part,
                                   const struct lookup_frame *frame)
{
	const struct jsn *holder, *value = find_first(part, frame, &holder);
	while (value && ++i < path->n)
		value = jsn_get(value, path->parts[i]);
	return value;
}

/* Part `i` is asked of what is nothing at the moment, or of a list: a section can ask it. */
static const struct jsn *beside_section(const struct lookup_path *path, size_t i, bool list, struct diag_place place,
                                        struct diags *diags)
{
	size_t errors = diags->errors;
	int len = (int)(path->parts[i] - path->parts[0]) - 1;
	if (list)
		diag_error(diags, place, "\"%s\": \"%s\" is a list", path->name, path->parts[i - 1]);
	else
		diag_error(diags, place, "\"%s\": there is no \"%s\" now", path->name, path->parts[i - 1]);
	if (diags->errors > errors)
		diag_hint(diags, "put it between {{#%.*s}} and {{/%.*s}}", len, path->name, len, path->name);
	return NULL;
}

const struct jsn *lookup_fault(const struct lookup_path *path, const struct lookup_frame *frame,
                               struct diag_place place, struct diags *diags)
{
	size_t errors = diags->errors, i = 0;
	struct lookup_frame in = *frame;
	const struct jsn *value = find_first(path->parts[0], frame, &in.value);
	in.value = frame->value;
	while (value && i + 1 < path->n) {
		in = (struct lookup_frame){.value = value};
		value = jsn_get(value, path->parts[++i]);
	}
	if (i && (jsn_type(in.value) == JSN_NULL || jsn_type(in.value) == JSN_ARRAY))
		return beside_section(path, i, jsn_type(in.value) == JSN_ARRAY, place, diags);
	if (i)
		diag_error(diags, place, "\"%s\": \"%s\" has no \"%s\"", path->name, path->parts[i - 1],
		           path->parts[i]);
	else
		diag_error(diags, place, "the data have no \"%s\"", path->parts[0]);
	const char *nearest = nearest_key(path->parts[i], &in);
	if (nearest && diags->errors > errors) /* not the same one again, as in every row of a list */
		diag_hint(diags, "did you mean \"%s\"?", nearest);
	return nearest ? with_part(path, i, nearest, &in) : NULL;
}

bool lookup_false(const struct jsn *value)
{
	enum jsn_type type = jsn_type(value);
	return type == JSN_NULL || (type == JSN_BOOL && !jsn_number(value, 0)) ||
	       (type == JSN_ARRAY && !jsn_count(value));
}
