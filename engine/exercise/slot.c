#include "exercise/slot.h"

#include "base/hash.h"
#include "base/tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { ORDER_BITS = 3, ORDER_MASK = 7, ORDER_MOST = 30 / ORDER_BITS };

static const char *const data_words[] = {"", "involved", "not_involved", "not_held", NULL}; /* enum fact_data */

bool slot_fail(char *why, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(why, SLOT_WHY, format, args);
	va_end(args);
	return false;
}

int32_t slot_order(uint64_t seed, const char *decision, size_t options)
{
	char name[96];
	int order[STORY_OPTIONS_MAX] = {0}, n = options < STORY_OPTIONS_MAX ? (int)options : STORY_OPTIONS_MAX;
	int32_t packed = 0;
	snprintf(name, sizeof name, "order:%s", decision);
	for (int i = 0; i < n; i++) { /* each new one changes places with one of those before it, or with nobody */
		int j = (int)hash_draw(seed, name, (uint32_t)i, (uint32_t)i + 1);
		order[i] = order[j];
		order[j] = i;
	}
	for (int i = n; i > 0; i--)
		packed = (packed << ORDER_BITS) | (order[i - 1] + 1);
	return packed;
}

int slot_ordered(int32_t order, int shown)
{
	if (shown < 1 || shown > ORDER_MOST)
		return NAMES_NONE;
	return (int)((uint32_t)order >> (ORDER_BITS * (shown - 1)) & ORDER_MASK) - 1;
}

/* The member itself */

static int32_t number_in(const struct slot *slot, const void *record)
{
	int32_t number;
	memcpy(&number, (const char *)record + slot->at, sizeof number);
	return number;
}

static const void *pointer_in(const struct slot *slot, const void *record)
{
	const void *pointer;
	memcpy(&pointer, (const char *)record + slot->at, sizeof pointer);
	return pointer;
}

static bool keep_number(const struct slot *slot, void *record, int64_t number)
{
	int32_t narrow = (int32_t)number;
	memcpy((char *)record + slot->at, &narrow, sizeof narrow);
	return true;
}

static bool keep_pointer(const struct slot *slot, void *record, const void *pointer)
{
	memcpy((char *)record + slot->at, &pointer, sizeof pointer);
	return true;
}

/* Types */

static const struct story_decision *decision_of(const struct slot_context *c)
{
	return &c->world->story->decisions[c->about];
}

static struct jsn *put_id(const struct slot *slot, const struct slot_context *c, const void *record)
{
	int32_t number = number_in(slot, record);
	return number == NAMES_NONE ? NULL : jsn_string(names_id(&c->world->names, (enum names_kind)slot->of, number));
}

static bool take_id(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	enum names_kind kind = (enum names_kind)slot->of;
	const char *id = jsn_text(value);
	int number = id ? names_find(&c->world->names, kind, id) : NAMES_NONE;
	if (number == NAMES_NONE)
		return slot_fail(c->why, "unknown %s \"%.48s\"", names_word(kind), id ? id : "?");
	return keep_number(slot, record, number);
}

static struct jsn *put_option(const struct slot *slot, const struct slot_context *c, const void *record)
{
	int32_t number = number_in(slot, record);
	return number == NAMES_NONE ? NULL : jsn_string(story_option_at(decision_of(c), number)->id);
}

static bool take_option(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	const char *id = jsn_text(value);
	int option = id ? story_option(decision_of(c), id) : NAMES_NONE;
	if (option == NAMES_NONE)
		return slot_fail(c->why, "unknown option \"%.48s\"", id ? id : "?");
	return keep_number(slot, record, option);
}

/* The place of a word from `first` on; NAMES_NONE when it is not among them. */
static int place_of(const char *word, const char *const *words, int first)
{
	for (int i = first; word && words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return NAMES_NONE;
}

static struct jsn *put_word(const struct slot *slot, const struct slot_context *c, const void *record)
{
	(void)c;
	int32_t place = number_in(slot, record), count = 0;
	while (slot->words[count])
		count++;
	return place >= 0 && place < count ? jsn_string(slot->words[place]) : NULL;
}

static bool take_word(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	int place = place_of(jsn_text(value), slot->words, 0);
	if (place == NAMES_NONE)
		return slot_fail(c->why, "\"%s\" is none of its words", slot->key);
	return keep_number(slot, record, place);
}

static struct jsn *put_number(const struct slot *slot, const struct slot_context *c, const void *record)
{
	(void)c;
	return jsn_make(JSN_INT, number_in(slot, record));
}

static bool take_within(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record,
                        int64_t most)
{
	int64_t number = jsn_number(value, INT64_MAX);
	if (jsn_type(value) != JSN_INT || number < -most || number > most)
		return slot_fail(c->why, "\"%s\" is no number, or out of range", slot->key);
	return keep_number(slot, record, number);
}

static bool take_number(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	return take_within(slot, c, value, record, slot->of);
}

static struct jsn *put_time(const struct slot *slot, const struct slot_context *c, const void *record)
{
	return number_in(slot, record) == INT32_MIN ? NULL : put_number(slot, c, record);
}

static struct jsn *put_var(const struct slot *slot, const struct slot_context *c, const void *record)
{
	const struct fact_var *var = &c->world->story->vars[c->about];
	int32_t number = number_in(slot, record);
	if (var->kind == STORY_CHOICE)
		return jsn_string(var->choices.v[number]);
	return jsn_make(var->kind == STORY_FLAG ? JSN_BOOL : JSN_INT, number);
}

static bool take_var(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	const struct fact_var *var = &c->world->story->vars[c->about];
	if (var->kind == STORY_INTEGER)
		return take_within(slot, c, value, record, INT32_MAX);
	if (var->kind == STORY_FLAG && jsn_type(value) == JSN_BOOL)
		return keep_number(slot, record, jsn_number(value, 0));
	const char *word = jsn_text(value);
	for (size_t i = 0; word && var->kind == STORY_CHOICE && i < var->choices.n; i++)
		if (strcmp(var->choices.v[i], word) == 0)
			return keep_number(slot, record, (int64_t)i);
	return slot_fail(c->why, "variable \"%.48s\" has no such value", var->id);
}

/* What is said of a kind of data that no fact is about has an answer, too. */
static bool is_data(const struct slot_context *c)
{
	return c->about == NAMES_NONE || c->world->story->facts[c->about].kind == STORY_DATA;
}

static struct jsn *put_fact(const struct slot *slot, const struct slot_context *c, const void *record)
{
	int32_t number = number_in(slot, record);
	if (number == SHAPE_UNSET)
		return NULL;
	return is_data(c) && number >= STORY_INVOLVED && number <= STORY_NOT_HELD ? jsn_string(data_words[number])
	                                                                          : jsn_make(JSN_INT, number);
}

static bool take_fact(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	int word = is_data(c) ? place_of(jsn_text(value), data_words, STORY_INVOLVED) : NAMES_NONE;
	if (word != NAMES_NONE)
		return keep_number(slot, record, word);
	if (c->about == NAMES_NONE)
		return slot_fail(c->why, "a value of a notice belongs to no fact");
	return take_within(slot, c, value, record, INT32_MAX);
}

/* Every option once, and nothing besides. */
static bool order_fits(int64_t order, int options)
{
	int seen = 0;
	if (order < 0 || order >> (ORDER_BITS * options))
		return false;
	for (int shown = 1; shown <= options; shown++) {
		int option = slot_ordered((int32_t)order, shown);
		if (option == NAMES_NONE || option >= options || seen & 1 << option)
			return false;
		seen |= 1 << option;
	}
	return true;
}

static bool take_order(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	int64_t order = jsn_type(value) == JSN_INT ? jsn_number(value, -1) : -1;
	if (!order_fits(order, (int)decision_of(c)->options.n))
		return slot_fail(c->why, "\"%s\" is no order of these options", slot->key);
	return keep_number(slot, record, order);
}

static struct jsn *put_text(const struct slot *slot, const struct slot_context *c, const void *record)
{
	(void)c;
	const char *text = pointer_in(slot, record);
	return text ? jsn_string(text) : NULL;
}

static bool take_text(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	if (!jsn_text(value))
		return slot_fail(c->why, "\"%s\" is no text", slot->key);
	return keep_pointer(slot, record, arena_dup(c->arena, jsn_text(value)));
}

static struct jsn *put_data(const struct slot *slot, const struct slot_context *c, const void *record)
{
	(void)c;
	const struct jsn *data = pointer_in(slot, record);
	return data ? tree_copy(data) : NULL;
}

static bool take_data(const struct slot *slot, const struct slot_context *c, const struct jsn *value, void *record)
{
	if (jsn_type(value) != JSN_OBJECT)
		return slot_fail(c->why, "\"%s\" is no map", slot->key);
	return keep_pointer(slot, record, value);
}

static const struct {
	struct jsn *(*put)(const struct slot *, const struct slot_context *, const void *);
	bool (*take)(const struct slot *, const struct slot_context *, const struct jsn *, void *);
	bool pointer;
	int32_t absent;
} codecs[] = {
    [SLOT_ID] = {put_id, take_id, false, NAMES_NONE},
    [SLOT_OPTION] = {put_option, take_option, false, NAMES_NONE},
    [SLOT_WORD] = {put_word, take_word, false, 0},
    [SLOT_NUMBER] = {put_number, take_number, false, 0},
    [SLOT_VAR] = {put_var, take_var, false, 0},
    [SLOT_FACT] = {put_fact, take_fact, false, SHAPE_UNSET},
    [SLOT_ORDER] = {put_number, take_order, false, 0},
    [SLOT_TEXT] = {put_text, take_text, true, 0},
    [SLOT_TIME] = {put_time, take_number, false, INT32_MIN},
    [SLOT_DATA] = {put_data, take_data, true, 0},
};

struct jsn *slot_put(const struct slot *slot, const struct slot_context *context, const void *record)
{
	return codecs[slot->type].put(slot, context, record);
}

bool slot_take(const struct slot *slot, const struct slot_context *context, const struct jsn *value, void *record)
{
	if (value)
		return codecs[slot->type].take(slot, context, value, record);
	if (slot->required)
		return slot_fail(context->why, "\"%s\" is missing", slot->key);
	return codecs[slot->type].pointer ? keep_pointer(slot, record, NULL)
	                                  : keep_number(slot, record, codecs[slot->type].absent);
}
