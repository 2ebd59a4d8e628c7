/* What stands in a tree of JSON; each fails the test, or says "(none)", where nothing does. */
#ifndef TESTS_SOUGHT_H
#define TESTS_SOUGHT_H

#include "check.h"

#include "base/jsn.h"

/* What stands at the end of a path of keys and places ("claims 0 label"), as canonical JSON in `out`. */
static inline const char *sought_at(const struct jsn *tree, const char *path, struct text *out)
{
	for (const char *from = path; tree && *from; from += strspn(from, " ")) {
		size_t len = strcspn(from, " ");
		char *end;
		text_clear(out);
		text_addf(out, "%.*s", (int)len, from);
		unsigned long place = strtoul(out->data, &end, 10);
		tree = *end ? jsn_get(tree, out->data) : jsn_at(tree, place, NULL);
		from += len;
	}
	if (!tree)
		fail_msg("nothing at %s", path);
	text_clear(out);
	jsn_write(tree, out);
	return out->data;
}

/* The row of a list whose `key` is `value`. */
static inline const struct jsn *sought_row(const struct jsn *list, const char *key, const char *value)
{
	for (size_t i = 0; i < jsn_count(list); i++) {
		const char *s = jsn_text(jsn_get(jsn_at(list, i, NULL), key));
		if (s && strcmp(s, value) == 0)
			return jsn_at(list, i, NULL);
	}
	fail_msg("no row with %s = %s", key, value);
	return NULL;
}

static inline const char *sought_string(const struct jsn *object, const char *key)
{
	const char *s = jsn_text(jsn_get(object, key));
	return s ? s : "(none)";
}

#endif
