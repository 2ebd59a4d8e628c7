#include "base/tree.h"

void tree_text(struct jsn *object, const char *key, const char *s)
{
	jsn_put(object, key, jsn_string(s));
}

void tree_clean(struct jsn *object, const char *key, const char *s)
{
	struct text clean = {0};
	text_add_clean(&clean, s);
	tree_taken(object, key, &clean);
	text_free(&clean);
}

void tree_number(struct jsn *object, const char *key, int64_t n)
{
	jsn_put(object, key, jsn_make(JSN_INT, n));
}

void tree_flag(struct jsn *object, const char *key, bool value)
{
	jsn_put(object, key, jsn_make(JSN_BOOL, value));
}

void tree_null(struct jsn *object, const char *key)
{
	jsn_put(object, key, jsn_make(JSN_NULL, 0));
}

void tree_kind(struct jsn *object, const char *const *names, int number)
{
	for (int i = 0; names[i]; i++)
		tree_flag(object, names[i], i == number);
}

void tree_taken(struct jsn *object, const char *key, struct text *text)
{
	tree_text(object, key, text->len ? text->data : "");
	text_clear(text);
}

struct jsn *tree_list(struct jsn *container, const char *key)
{
	return jsn_put(container, key, jsn_make(JSN_ARRAY, 0));
}

struct jsn *tree_object(struct jsn *container, const char *key)
{
	return jsn_put(container, key, jsn_make(JSN_OBJECT, 0));
}

struct jsn *tree_row(struct jsn *list)
{
	return tree_object(list, NULL);
}

void tree_has(struct jsn *object, const char *key)
{
	struct text name = {0};
	text_addf(&name, "has_%s", key);
	tree_flag(object, name.data, jsn_count(jsn_get(object, key)) > 0);
	text_free(&name);
}

struct jsn *tree_copy(const struct jsn *value)
{
	struct text bytes = {0};
	struct jsn_fault fault;
	if (!value)
		return jsn_make(JSN_NULL, 0);
	jsn_write(value, &bytes);
	struct jsn *copy = jsn_parse(bytes.data, bytes.len, &fault);
	text_free(&bytes);
	return copy;
}
