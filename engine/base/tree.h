/* tree: JSON trees built in short lines.
 * Owns nothing: what it makes belongs to the container it was put into, and a copy to the caller. Promises that a
 * missing value is there as null, so that every row of a list has the same keys. Never reads a tree: jsn does. */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include "base/jsn.h"

#include <stdbool.h>

void tree_text(struct jsn *object, const char *key, const char *s);  /* NULL gives null */
void tree_clean(struct jsn *object, const char *key, const char *s); /* as text_add_clean leaves it */
void tree_number(struct jsn *object, const char *key, int64_t n);
void tree_flag(struct jsn *object, const char *key, bool value);
void tree_null(struct jsn *object, const char *key);

/* A flag for each of `names`, which NULL ends: true for the one of that number. */
void tree_kind(struct jsn *object, const char *const *names, int number);

/* What was written to `text`, which is emptied; "" when nothing was. */
void tree_taken(struct jsn *object, const char *key, struct text *text);

/* Empty containers, borrowed. A NULL key appends to a list. */
struct jsn *tree_list(struct jsn *container, const char *key);
struct jsn *tree_object(struct jsn *container, const char *key);
struct jsn *tree_row(struct jsn *list); /* a new object at the end of a list */

/* What is put into a container belongs to it: a copy that the caller owns; of nothing, JSON's null. */
struct jsn *tree_copy(const struct jsn *value);

/* Adds `has_KEY`: whether the list `key` has a row, for what a page says once for all of them. */
void tree_has(struct jsn *object, const char *key);

#endif
