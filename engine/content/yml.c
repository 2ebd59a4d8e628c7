#include "content/yml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct reader {
	yaml_parser_t parser;
	const char *file;
	struct arena *arena;
	struct diags *diags;
	size_t nodes;
	size_t closed; /* the line of the last } or ] */
	bool listed;   /* the map that begins is an entry with a "- " */
	bool faulty;   /* not every fault ends the reading */
};

/* ---- what libyaml says, in words for people ---- */

static const struct {
	const char *theirs, *ours;
	bool before; /* told where it began, not where reading gave up */
} sayings[] = {
    {"mapping values are not allowed in this context",
     "a second colon in one line: put the text in quotes, or check the indentation", false},
    {"found character that cannot start any token",
     "this character can't begin a value: indent with spaces, not tabs, and put such a text in quotes", false},
    {"found a tab character where an indentation space is expected", "a tab: indent with spaces", false},
    {"found a tab character that violates indentation", "a tab: indent with spaces", false},
    {"did not find expected key", "expected a key here, indented like the keys above it", false},
    {"did not find expected '-' indicator", "expected \"- \" here, indented like the entries above it", false},
    {"did not find expected ',' or ']'", "expected a comma or ] here", false},
    {"did not find expected ',' or '}'", "expected a comma or } here", false},
    {"could not find expected ':'", "a key without a colon and a space after it", true},
    {"block sequence entries are not allowed in this context", "a \"- \" can't stand here: begin it on its own line",
     false},
    {"mapping keys are not allowed in this context", "a key can't stand here: begin it on its own line", false},
    {"found unexpected end of stream", "the file ends inside a quoted text", false},
    {"found unexpected document indicator", "--- or ... inside a quoted text", false},
    {"found unknown escape character", "unknown escape after \\ in a quoted text: use single quotes, or \\\\", false},
    {"did not find expected node content", "expected a value here", false},
    {"did not find expected <document start>", "expected the end of the file here: is the indentation right?", false},
    {"found undefined tag handle", "tags (!) are not used here: write the value without one", false},
    {"did not find expected alphabetic or numeric character", "& and * begin no text: put it in quotes", false},
};

enum { SAYINGS = sizeof sayings / sizeof sayings[0] };

/* libyaml counts lines and characters from 0. */
static struct diag_place place_of(const struct reader *r, yaml_mark_t mark)
{
	return (struct diag_place){r->file, (int)mark.line + 1, (int)mark.column + 1};
}

static size_t saying_of(const char *theirs)
{
	size_t i = 0;
	while (i < SAYINGS && strcmp(sayings[i].theirs, theirs) != 0)
		i++;
	return i;
}

static bool syntax_fault(struct reader *r)
{
	const char *problem = r->parser.problem ? r->parser.problem : "unreadable";
	size_t said = saying_of(problem), line = r->parser.problem_mark.line, since = r->parser.context_mark.line;
	bool began = r->parser.context && since < line, before = began && said < SAYINGS && sayings[said].before;
	struct diag_place place = place_of(r, before ? r->parser.context_mark : r->parser.problem_mark);
	const char *words = said == SAYINGS ? problem : sayings[said].ours;
	if (r->closed == line + 1 && strstr(problem, "expected key"))
		words = "a text that begins with { or [ stands in quotes";
	r->faulty = !diag_error(r->diags, place, "%s%s", said == SAYINGS ? "no YAML: " : "", words);
	if (began && !before)
		diag_hint(r->diags, "it begins at line %zu", since + 1);
	return false;
}

static bool next_event(struct reader *r, yaml_event_t *event)
{
	if (!yaml_parser_parse(&r->parser, event))
		return syntax_fault(r);
	/* what ends with its indentation has no sign of its own */
	bool sign = event->end_mark.index > event->start_mark.index;
	if (sign && (event->type == YAML_MAPPING_END_EVENT || event->type == YAML_SEQUENCE_END_EVENT))
		r->closed = event->end_mark.line + 1;
	return true;
}

/* ---- nodes ---- */

struct yml *yml_make(struct arena *arena, enum yml_type type, struct diag_place place)
{
	struct yml *node = arena_alloc(arena, sizeof *node);

	node->type = type;
	node->place = place;
	return node;
}

/* The key is of the arena, or NULL. */
static void add_pair(struct arena *arena, struct yml *container, const char *key, struct diag_place place,
                     struct yml *value)
{
	struct yml_pair *pair = arena_push(arena, &container->pairs, &container->n, sizeof *pair);

	pair->key = key;
	pair->place = place;
	pair->value = value;
}

struct yml *yml_put(struct arena *arena, struct yml *container, const char *key, struct diag_place place,
                    struct yml *value)
{
	add_pair(arena, container, arena_dup(arena, key), place, value);
	return value;
}

const struct yml *yml_get(const struct yml *map, const char *key)
{
	if (!map || map->type != YML_MAP)
		return NULL;
	for (size_t i = 0; i < map->n; i++)
		if (map->pairs[i].key && !strcmp(map->pairs[i].key, key))
			return map->pairs[i].value;
	return NULL;
}

const char *yml_type_name(enum yml_type type)
{
	static const char *const names[] = {
	    [YML_NULL] = "nothing",    [YML_TEXT] = "a text", [YML_INT] = "a number", [YML_BOOL] = "true or false",
	    [YML_HOOK] = "a function", [YML_LIST] = "a list", [YML_MAP] = "a map",
	};

	return names[type];
}

/* ---- a YAML document ---- */

static bool read_node(struct reader *r, const yaml_event_t *event, int depth, struct yml **out);

static void refuse_extras(struct reader *r, struct diag_place place, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		r->faulty =
		    !diag_error(r->diags, place, "anchors (&%s) are not used here: write the value out at each place",
		                (const char *)anchor);
	if (tag)
		r->faulty = !diag_error(r->diags, place, "tags (%s) are not used here: write the value without one",
		                        (const char *)tag);
}

/* Escapes such as "\0" and "\e" bring in what file_read keeps out. */
static bool has_control(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
			return true;
	}
	return false;
}

static struct yml *scalar_node(struct reader *r, const yaml_event_t *event, struct diag_place place)
{
	const char *value = (const char *)event->data.scalar.value;
	size_t len = event->data.scalar.length;
	bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	struct yml *node = yml_make(r->arena, plain && !len ? YML_NULL : YML_TEXT, place);

	refuse_extras(r, place, event->data.scalar.anchor, event->data.scalar.tag);
	if (has_control(value, len))
		r->faulty = !diag_error(r->diags, place, "a control character in a text");
	if (node->type == YML_TEXT)
		node->text = arena_ndup(r->arena, value, len);
	return node;
}

static int by_key(const void *a, const void *b)
{
	const struct yml_pair *x = *(const struct yml_pair *const *)a, *y = *(const struct yml_pair *const *)b;
	int order = strcmp(x->key, y->key);

	/* pairs of one map lie in one array, in written order */
	return order ? order : (x > y) - (x < y);
}

/* Where the first key of a list's entry stands again: the next entry, if it lacks its "- ", repeats every key. */
static const struct yml_pair *entry_without_sign(const struct yml *map)
{
	for (size_t i = 1; *map->pairs[0].key && i < map->n; i++)
		if (!strcmp(map->pairs[i].key, map->pairs[0].key))
			return &map->pairs[i];
	return NULL;
}

static void find_duplicates(struct reader *r, const struct yml *map, bool listed)
{
	const struct yml_pair **sorted, *entry;
	if (map->n < 2)
		return;
	sorted = arena_alloc(r->arena, map->n * sizeof(const struct yml_pair *));
	for (size_t i = 0; i < map->n; i++)
		sorted[i] = &map->pairs[i];
	qsort(sorted, map->n, sizeof *sorted, by_key);
	entry = listed ? entry_without_sign(map) : NULL;
	for (size_t i = 1; i < map->n; i++) {
		if (!*sorted[i]->key || strcmp(sorted[i]->key, sorted[i - 1]->key) || (entry && sorted[i] > entry))
			continue;
		diag_error(r->diags, sorted[i]->place, "key \"%s\" stands twice: in line %d already", sorted[i]->key,
		           sorted[i - 1]->place.line);
		r->faulty = !diag_code(r->diags, "twice");
		if (sorted[i] == entry)
			diag_hint(r->diags, "an entry of a list begins with \"- \"");
	}
}

static bool read_list(struct reader *r, struct yml *list, int depth)
{
	for (;;) {
		yaml_event_t event;
		struct yml *value = NULL;
		struct diag_place place;
		bool fine;

		if (!next_event(r, &event))
			return false;
		if (event.type == YAML_SEQUENCE_END_EVENT)
			break;
		place = place_of(r, event.start_mark);
		r->listed = event.type == YAML_MAPPING_START_EVENT &&
		            event.data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE;
		fine = read_node(r, &event, depth, &value);
		yaml_event_delete(&event);
		if (!fine)
			return false;
		add_pair(r->arena, list, NULL, place, value);
	}
	return true;
}

/* The key is a text of one line; "" after telling what else stood there. False where reading can't go on. */
static bool read_key(struct reader *r, const yaml_event_t *event, int depth, const char **key)
{
	struct diag_place place = place_of(r, event->start_mark);
	struct yml *node = NULL;

	if (!read_node(r, event, depth, &node))
		return false;
	*key = node->type == YML_TEXT ? node->text : "";
	if (event->type == YAML_SCALAR_EVENT && !**key)
		r->faulty = !diag_error(r->diags, place, "a key is missing before the colon");
	else if (event->type == YAML_MAPPING_START_EVENT || event->type == YAML_SEQUENCE_START_EVENT)
		r->faulty = !diag_error(r->diags, place, "expected a key, found %s: put a text with { or [ in quotes",
		                        yml_type_name(node->type));
	return true;
}

static bool read_map(struct reader *r, struct yml *map, int depth)
{
	bool listed = r->listed;

	r->listed = false;
	for (;;) {
		yaml_event_t event;
		const char *key = "";
		struct diag_place place;
		struct yml *value = NULL;
		bool fine;

		if (!next_event(r, &event))
			return false;
		if (event.type == YAML_MAPPING_END_EVENT)
			break;
		place = place_of(r, event.start_mark);
		fine = read_key(r, &event, depth, &key);
		yaml_event_delete(&event);
		if (!fine || !next_event(r, &event))
			return false;
		fine = read_node(r, &event, depth, &value);
		yaml_event_delete(&event);
		if (!fine)
			return false;
		add_pair(r->arena, map, key, place, value);
	}
	find_duplicates(r, map, listed);
	return true;
}

static bool read_alias(struct reader *r, const yaml_event_t *event, struct diag_place place, struct yml **out)
{
	r->faulty = !diag_error(r->diags, place, "aliases (*%s) are not used here: write the value out at each place",
	                        (const char *)event->data.alias.anchor);
	*out = yml_make(r->arena, YML_NULL, place);
	return true;
}

/* False where reading can't go on; a fault that it can pass is only added. */
static bool read_node(struct reader *r, const yaml_event_t *event, int depth, struct yml **out)
{
	struct diag_place place = place_of(r, event->start_mark);

	if (++r->nodes > YML_NODES)
		return diag_error(r->diags, place, "too large: more than %d values in one file", YML_NODES);
	if (depth >= YML_DEPTH)
		return diag_error(r->diags, place, "nested too deeply: more than %d levels", YML_DEPTH);
	switch (event->type) {
	case YAML_ALIAS_EVENT:
		return read_alias(r, event, place, out);
	case YAML_SEQUENCE_START_EVENT:
		refuse_extras(r, place, event->data.sequence_start.anchor, event->data.sequence_start.tag);
		*out = yml_make(r->arena, YML_LIST, place);
		return read_list(r, *out, depth + 1);
	case YAML_MAPPING_START_EVENT:
		refuse_extras(r, place, event->data.mapping_start.anchor, event->data.mapping_start.tag);
		*out = yml_make(r->arena, YML_MAP, place);
		return read_map(r, *out, depth + 1);
	default:
		*out = scalar_node(r, event, place);
		return true;
	}
}

/* stream start, document start, the node, document end, stream end */
static struct yml *read_document(struct reader *r)
{
	struct yml *root = NULL;
	bool seen = false, fine = true;

	while (fine) {
		yaml_event_t event;
		yaml_event_type_t type;

		if (!next_event(r, &event))
			return NULL;
		type = event.type;
		if (type == YAML_DOCUMENT_START_EVENT && seen)
			fine = diag_error(r->diags, place_of(r, event.start_mark),
			                  "a second document begins here (---): a file holds one");
		else if (type == YAML_DOCUMENT_START_EVENT)
			seen = true;
		else if (type == YAML_STREAM_END_EVENT && !seen)
			fine = diag_error(r->diags, (struct diag_place){r->file, 1, 1},
			                  "nothing but comments in this file");
		else if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_END_EVENT &&
		         type != YAML_STREAM_END_EVENT)
			fine = read_node(r, &event, 0, &root);
		yaml_event_delete(&event);
		if (type == YAML_STREAM_END_EVENT)
			break;
	}
	return fine ? root : NULL;
}

struct yml *yml_parse(const struct file *file, struct arena *arena, struct diags *diags)
{
	struct reader r = {.file = file->name, .arena = arena, .diags = diags};
	const char *usual = diag_usual(diags, "syntax");
	struct yml *root = NULL;

	if (!yaml_parser_initialize(&r.parser))
		abort();
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)file->bytes, file->len);
	root = read_document(&r);
	yaml_parser_delete(&r.parser);
	diag_usual(diags, usual);
	return r.faulty ? NULL : root;
}

/* ---- JSON ---- */

const char *yml_in(const struct yml *node, const char *lang)
{
	if (!node || node->type == YML_TEXT)
		return node ? node->text : NULL;
	const struct yml *found = yml_get(node, lang ? lang : "en");
	if (!found || found->type != YML_TEXT)
		found = yml_get(node, "en");
	if ((!found || found->type != YML_TEXT) && node->n)
		found = node->pairs[0].value;
	return found && found->type == YML_TEXT ? found->text : NULL;
}

struct jsn_reader {
	struct diag_place place;
	struct arena *arena;
	size_t nodes;
};

static struct yml *from_jsn(struct jsn_reader *r, const struct jsn *value, int depth);

static bool take_members(struct jsn_reader *r, struct yml *node, const struct jsn *value, int depth)
{
	const struct jsn *member;
	const char *key;

	for (size_t i = 0; (member = jsn_at(value, i, &key)); i++) {
		struct yml *made;

		if (key && !strcmp(key, "#"))
			continue;
		made = from_jsn(r, member, depth + 1);
		if (!made)
			return false;
		yml_put(r->arena, node, key, r->place, made);
	}
	return true;
}

static struct yml *from_object(struct jsn_reader *r, const struct jsn *value, int depth)
{
	const char *hook = jsn_count(value) == 1 ? jsn_text(jsn_get(value, "hook")) : NULL;
	const struct jsn *list = jsn_get(value, "#");
	struct yml *node = yml_make(r->arena, hook ? YML_HOOK : YML_MAP, r->place);

	node->text = arena_dup(r->arena, hook);
	if (hook)
		return node;
	/* an object is walked by index, a list step each */
	if (jsn_count(value) > YML_NODES / 10)
		return NULL;
	if (jsn_type(list) == JSN_ARRAY && !take_members(r, node, list, depth))
		return NULL;
	return take_members(r, node, value, depth) ? node : NULL;
}

static struct yml *from_jsn(struct jsn_reader *r, const struct jsn *value, int depth)
{
	static const enum yml_type types[] = {[JSN_NULL] = YML_NULL,   [JSN_BOOL] = YML_BOOL,  [JSN_INT] = YML_INT,
	                                      [JSN_STRING] = YML_TEXT, [JSN_ARRAY] = YML_LIST, [JSN_OBJECT] = YML_MAP};
	enum jsn_type type = jsn_type(value);
	struct yml *node;

	if (++r->nodes > YML_NODES || depth > YML_DEPTH)
		return NULL;
	if (type == JSN_OBJECT)
		return from_object(r, value, depth);
	node = yml_make(r->arena, types[type], r->place);
	node->text = arena_dup(r->arena, jsn_text(value));
	node->number = jsn_number(value, 0);
	return type != JSN_ARRAY || take_members(r, node, value, depth) ? node : NULL;
}

struct yml *yml_from_jsn(const struct jsn *value, const char *file, struct arena *arena)
{
	struct jsn_reader r = {.place = {arena_dup(arena, file), 0, 0}, .arena = arena};

	return from_jsn(&r, value, 0);
}

static struct jsn *map_to_jsn(const struct yml *map)
{
	struct jsn *object = jsn_make(JSN_OBJECT, 0), *list = NULL;

	for (size_t i = 0; i < map->n; i++) {
		const struct yml_pair *pair = &map->pairs[i];

		if (!pair->key && !list)
			list = jsn_put(object, "#", jsn_make(JSN_ARRAY, 0));
		jsn_put(pair->key ? object : list, pair->key, yml_to_jsn(pair->value));
	}
	/* or a map whose one key is "hook" would come back as a hook */
	if (map->n == 1 && jsn_get(object, "hook"))
		jsn_put(object, "#", jsn_make(JSN_ARRAY, 0));
	return object;
}

struct jsn *yml_to_jsn(const struct yml *node)
{
	struct jsn *made;

	switch (node->type) {
	case YML_TEXT:
		return jsn_string(node->text);
	case YML_INT:
		return jsn_make(JSN_INT, node->number);
	case YML_BOOL:
		return jsn_make(JSN_BOOL, node->number);
	case YML_HOOK:
		made = jsn_make(JSN_OBJECT, 0);
		jsn_put(made, "hook", jsn_string(node->text));
		return made;
	case YML_LIST:
		made = jsn_make(JSN_ARRAY, 0);
		for (size_t i = 0; i < node->n; i++)
			jsn_put(made, NULL, yml_to_jsn(node->pairs[i].value));
		return made;
	case YML_MAP:
		return map_to_jsn(node);
	default:
		return jsn_make(JSN_NULL, 0);
	}
}
