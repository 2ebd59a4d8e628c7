#include "exercise/statement.h"

#include "base/hash.h"
#include "content/regime.h"
#include "content/texts.h"
#include "exercise/slot.h"

#include <string.h>

enum { TURNS = 1000000000, SECONDS = 2000000000, CODES = 14, NAME_MOST = 96, LANG_MOST = 16 };

#define TEXT(key, member, required)                                                                                    \
	{                                                                                                              \
		key, SLOT_TEXT, offsetof(struct statement, member), required, 0, NULL                                  \
	}
static const struct slot texts[] = {
    TEXT("template", template, true), TEXT("lang", lang, true),          TEXT("sha256", sha256, false),
    TEXT("source", source, false),    TEXT("regime", regime, false),     TEXT("subject", subject, false),
    TEXT("text", text, true),         TEXT("needless", needless, false), {NULL, SLOT_TEXT, 0, false, 0, NULL},
};

/* A fact comes before its value, which it explains. */
#define VALUE(key, type, member, required, of)                                                                         \
	{                                                                                                              \
		key, type, offsetof(struct statement_value, member), required, of, NULL                                \
	}
static const struct slot values[] = {
    VALUE("fact", SLOT_ID, fact, false, NAMES_FACT),
    VALUE("action", SLOT_ID, action, false, NAMES_ACTION),
    VALUE("value", SLOT_FACT, value, false, 0),
    VALUE("turn", SLOT_NUMBER, turn, false, TURNS),
    VALUE("text", SLOT_TEXT, text, true, 0),
    VALUE("unit", SLOT_TEXT, unit, false, 0),
    {NULL, SLOT_TEXT, 0, false, 0, NULL},
};
static const struct slot moments[] = {
    VALUE("moment", SLOT_ID, moment, true, NAMES_MOMENT),
    VALUE("value", SLOT_NUMBER, value, true, SECONDS),
    VALUE("turn", SLOT_NUMBER, turn, false, TURNS),
    VALUE("text", SLOT_TEXT, text, true, 0),
    {NULL, SLOT_TEXT, 0, false, 0, NULL},
};

static void put_slots(const struct slot *slots, const struct slot_context *context, const void *record, struct jsn *out)
{
	for (const struct slot *slot = slots; slot->key; slot++) {
		struct jsn *value = slot_put(slot, context, record);
		if (value)
			jsn_put(out, slot->key, value);
	}
}

struct jsn *statement_encode(const struct statement *statement, const struct world *world)
{
	struct slot_context context = {.world = world, .about = NAMES_NONE};
	struct jsn *out = jsn_make(JSN_OBJECT, 0), *list = jsn_make(JSN_ARRAY, 0), *missing = jsn_make(JSN_ARRAY, 0);
	put_slots(texts, &context, statement, out);
	for (size_t i = 0; i < statement->nvalues; i++) {
		const struct statement_value *value = &statement->values[i];
		context.about = value->fact;
		put_slots(value->moment == NAMES_NONE ? values : moments, &context, value,
		          jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0)));
	}
	for (size_t i = 0; i < statement->missing.n; i++)
		jsn_put(missing, NULL, jsn_string(statement->missing.v[i]));
	jsn_put(out, "values", list);
	jsn_put(out, "missing", missing);
	return out;
}

/* Takes what the slots name; counts it in `*taken`. */
static bool take_slots(const struct slot *slots, struct slot_context *context, const struct jsn *from, void *record,
                       size_t *taken)
{
	for (const struct slot *slot = slots; slot->key; slot++) {
		const struct jsn *value = jsn_get(from, slot->key);
		if (!slot_take(slot, context, value, record))
			return false;
		if (slot->type == SLOT_ID && slot->of == NAMES_FACT)
			memcpy(&context->about, (const char *)record + slot->at, sizeof context->about);
		*taken += value != NULL;
	}
	return true;
}

static bool take_value(struct slot_context *context, const struct jsn *from, struct statement_value *out)
{
	size_t taken = 0;
	if (jsn_type(from) != JSN_OBJECT)
		return slot_fail(context->why, "a value of a notice is no map");
	context->about = NAMES_NONE;
	*out = (struct statement_value){
	    .fact = NAMES_NONE, .action = NAMES_NONE, .moment = NAMES_NONE, .value = SHAPE_UNSET};
	if (!take_slots(jsn_get(from, "moment") ? moments : values, context, from, out, &taken))
		return false;
	return taken == jsn_count(from) || slot_fail(context->why, "a value of a notice has a key that is unknown");
}

static bool take_values(struct slot_context *context, const struct jsn *list, struct statement *out)
{
	size_t count = jsn_count(list);
	if (jsn_type(list) != JSN_ARRAY || count > STATEMENT_VALUES)
		return slot_fail(context->why, "a notice has no list of values, or over %d", STATEMENT_VALUES);
	struct statement_value *taken = arena_alloc(context->arena, count * sizeof *taken);
	for (size_t i = 0; i < count; i++)
		if (!take_value(context, jsn_at(list, i, NULL), &taken[i]))
			return false;
	out->values = taken;
	out->nvalues = count;
	return true;
}

static bool take_missing(struct slot_context *context, const struct jsn *list, struct statement *out)
{
	if (jsn_type(list) != JSN_ARRAY || jsn_count(list) > CODES)
		return slot_fail(context->why, "a notice has no list of what is missing");
	for (size_t i = 0; i < jsn_count(list); i++) {
		const char *code = jsn_text(jsn_at(list, i, NULL));
		size_t known = 0;
		while (code && regime_codes[known] && strcmp(regime_codes[known], code) != 0)
			known++;
		if (!code || !regime_codes[known])
			return slot_fail(context->why, "a notice misses \"%.16s\": no such content", code ? code : "?");
		texts_add(&out->missing, regime_codes[known], context->arena);
	}
	return true;
}

/* What a file could be called: no path, nothing that a terminal obeys. */
static bool is_name(const char *s, size_t most)
{
	size_t len = strlen(s);
	return len > 0 && len <= most && *s != '.' && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-_.") == len;
}

static bool is_hash(const char *bytes, const char *sha256)
{
	char hex[HASH_HEX + 1];
	hash_hex(bytes, strlen(bytes), hex);
	return sha256 && strcmp(hex, sha256) == 0;
}

const struct statement *statement_decode(const struct jsn *value, const struct world *world, struct arena *arena,
                                         char *why)
{
	struct slot_context context = {world, NAMES_NONE, arena, why};
	struct statement *out = arena_alloc(arena, sizeof *out);
	size_t taken = 2;
	if (jsn_type(value) != JSN_OBJECT) {
		slot_fail(why, "\"statement\" is no map");
		return NULL;
	}
	if (!take_slots(texts, &context, value, out, &taken) || !take_values(&context, jsn_get(value, "values"), out) ||
	    !take_missing(&context, jsn_get(value, "missing"), out))
		return NULL;
	if (taken != jsn_count(value))
		slot_fail(why, "a notice has a key that is unknown: this journal was written by a newer drill72");
	else if (!is_name(out->template, NAME_MOST) || !is_name(out->lang, LANG_MOST))
		slot_fail(why, "a notice has a template or a language that nothing can be called");
	else if (strlen(out->text) > STATEMENT_TEXT)
		slot_fail(why, "a notice has a text of over %d bytes", STATEMENT_TEXT);
	else if (out->subject && strchr(out->subject, '\n'))
		slot_fail(why, "a notice has a subject of more than one line");
	else if (out->source && !is_hash(out->source, out->sha256))
		slot_fail(why, "the hash of %s (%s) is not that of its template", out->template, out->lang);
	else
		return out;
	return NULL;
}

bool statement_same_words(const struct statement *statement, const char *subject, const char *text)
{
	const char *own = statement->subject ? statement->subject : "";
	return strcmp(own, subject ? subject : "") == 0 && strcmp(statement->text, text) == 0;
}

char *statement_pack(const struct statement *statement, const struct world *world, struct arena *arena)
{
	struct text bytes = {0};
	struct jsn *value = statement_encode(statement, world);
	jsn_write(value, &bytes);
	char *packed = arena_ndup(arena, bytes.data, bytes.len);
	text_free(&bytes);
	jsn_free(value);
	return packed;
}

const struct statement *statement_unpack(const char *packed, const struct world *world, struct arena *arena)
{
	char why[SLOT_WHY];
	struct jsn_fault fault;
	struct jsn *value = packed ? jsn_parse(packed, strlen(packed), &fault) : NULL;
	const struct statement *statement = value ? statement_decode(value, world, arena, why) : NULL;
	jsn_free(value);
	return statement;
}
