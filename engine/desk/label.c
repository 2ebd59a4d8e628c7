#include "desk/label.h"

#include "base/span.h"
#include "base/tree.h"
#include "content/shape.h"

#include <stdio.h>
#include <stdlib.h>

enum { KEY_SIZE = 96 };

void label_put(const struct phrases *phrases, struct jsn *row, const char *name, const char *group, const char *value)
{
	char key[KEY_SIZE];
	if (!value) {
		tree_null(row, name);
		return;
	}
	snprintf(key, sizeof key, "%s.%s", group, value);
	phrase_put(phrases, key, NULL, row, name);
}

void label_stamp(struct jsn *row, const char *name, int32_t t)
{
	char stamp[SPAN_BUFFER];
	tree_text(row, name, t == SHAPE_UNSET ? NULL : span_stamp(t, stamp));
}

void label_span(const struct phrases *phrases, struct jsn *row, const char *name, int32_t seconds)
{
	struct text text = {0};
	if (seconds != SHAPE_UNSET)
		phrase_span(phrases, seconds, &text);
	tree_text(row, name, text.data);
	text_free(&text);
}

void label_add_tenths(int64_t n, struct text *out)
{
	const char *sign = n < 0 ? "\u2212" : n > 0 ? "+" : "";
	text_addf(out, "%s%lld.%lld", sign, llabs(n) / 10, llabs(n) % 10);
}

void label_tenths(struct jsn *row, const char *name, int64_t n)
{
	struct text text = {0};
	label_add_tenths(n, &text);
	tree_taken(row, name, &text);
	text_free(&text);
}

void label_thousandths(struct jsn *row, const char *name, int64_t n)
{
	label_tenths(row, name, (n < 0 ? n - 50 : n + 50) / 100);
}

void label_points(const struct phrases *phrases, const struct jsn *points, struct text *out)
{
	const char *id;
	const struct jsn *value;
	for (size_t i = 0; (value = jsn_at(points, i, &id)) != NULL; i++) {
		char key[KEY_SIZE];
		snprintf(key, sizeof key, "event.objective.%s", id);
		if (i)
			phrase_say(phrases, "report.and_next", NULL, out);
		phrase_say(phrases, key, NULL, out);
		text_add(out, " ");
		label_add_tenths(jsn_number(value, 0), out);
	}
}

void label_fill(struct jsn *row, const char *key)
{
	if (!jsn_get(row, key))
		tree_null(row, key);
}

struct jsn *label_row(const struct jsn *object, const char *key, size_t i)
{
	return (struct jsn *)jsn_at(jsn_get(object, key), i, NULL);
}
