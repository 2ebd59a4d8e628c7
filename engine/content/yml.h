/* yml: what an author wrote, as nodes that know their place.
 * Owns no memory of its own (an arena's); promises bounded depth and size, no aliases, no duplicate keys, and every
 * fault with line and column. The same nodes carry YAML files, a scenario's Lua tables and a journal's JSON, so that
 * one kind of loader reads all three. Never guesses types: a YAML scalar is YML_TEXT and its reader decides. */
#ifndef CONTENT_YML_H
#define CONTENT_YML_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/jsn.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { YML_DEPTH = 24, YML_NODES = 50000 };

enum yml_type { YML_NULL, YML_TEXT, YML_INT, YML_BOOL, YML_HOOK, YML_LIST, YML_MAP };

struct yml_pair {
	const char *key;
	struct diag_place place; /* of the key */
	struct yml *value;
};

struct yml {
	enum yml_type type;
	struct diag_place place;
	const char *text;       /* YML_TEXT: the scalar; YML_HOOK: the hook's name */
	int64_t number;         /* YML_INT, YML_BOOL */
	struct yml_pair *pairs; /* in written order; a key is NULL in a YML_LIST, and for the list part of a Lua table
	                         * that has keys, too (a YML_MAP: the list part stands in front) */
	size_t n;
	bool lua; /* as a scenario wrote it: what stands in quotes there is a text, never a number */
};

/* Parses one YAML document; NULL after adding every fault that can be told. */
struct yml *yml_parse(const struct file *file, struct arena *arena, struct diags *diags);

/* From and to JSON. A hook is {"hook": NAME}; the list part of a map is its key "#". Places are lost: `file` names the
 * whole. */
struct yml *yml_from_jsn(const struct jsn *value, const char *file, struct arena *arena);
struct jsn *yml_to_jsn(const struct yml *node);

/* Makers for the Lua side. */
struct yml *yml_make(struct arena *arena, enum yml_type type, struct diag_place place);
struct yml *yml_put(struct arena *arena, struct yml *container, const char *key, struct diag_place place,
                    struct yml *value);

const struct yml *yml_get(const struct yml *map, const char *key); /* NULL when absent, or no map */

/* The text of `node`, or that of texts by language: `lang` (NULL: English), else English, else the first; NULL when it
 * is neither. */
const char *yml_in(const struct yml *node, const char *lang);

/* "text", "a list", ...: for messages. */
const char *yml_type_name(enum yml_type type);

#endif
