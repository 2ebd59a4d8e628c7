#include "content/phrase.h"

#include "base/span.h"
#include "base/tree.h"
#include "base/zone.h"
#include "content/mustache_render.h"
#include "content/yml.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct phrase {
	const char *key;
	const char *words;            /* as they stand, when there is nothing to fill in; else NULL */
	const struct mustache *fills; /* else how to */
};

struct phrases { /* sorted by key */
	const struct phrases *base;
	struct phrase *v;
	size_t n;
};

/* Loading -------------------------------------------------------------------------------------------------------- */

struct reader {
	struct phrases *phrases;
	struct arena *arena;
	struct diags *diags;
};

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct phrase *)a)->key, ((const struct phrase *)b)->key);
}

static const struct phrase *find(const struct phrases *phrases, const char *key)
{
	struct phrase wanted = {.key = key};
	return phrases && phrases->n ? bsearch(&wanted, phrases->v, phrases->n, sizeof wanted, by_key) : NULL;
}

/* A template's own places begin at its first character: here the phrase is the place. */
static void compile(const struct reader *r, const struct yml *node, struct phrase *phrase)
{
	struct file file = {node->place.file, node->text, strlen(node->text)};
	struct diags diags;
	diags_init(&diags);
	phrase->fills = mustache_compile(&file, MUSTACHE_LENIENT, NULL, r->arena, &diags);
	for (size_t i = 0; i < diags.n; i++)
		diag_error(r->diags, node->place, "%s: %s", phrase->key, diags.v[i].message);
	diags_free(&diags);
}

static void tell_unknown(const struct reader *r, const char *key, struct diag_place place)
{
	const struct phrases *base = r->phrases->base;
	const char **keys = arena_alloc(r->arena, base->n * sizeof *keys);
	for (size_t i = 0; i < base->n; i++)
		keys[i] = base->v[i].key;
	const char *near = diag_nearest(key, keys, base->n);
	diag_error(r->diags, place, "no phrase is called \"%.80s\"", key);
	if (near)
		diag_hint(r->diags, "did you mean \"%s\"?", near);
}

static void read_phrase(const struct reader *r, const char *key, const struct yml_pair *pair)
{
	struct phrases *phrases = r->phrases;
	if (pair->value->type != YML_TEXT) {
		diag_error(r->diags, pair->value->place, "%s: expected a text or a map of texts, found %s", key,
		           yml_type_name(pair->value->type));
		return;
	}
	if (phrases->base && !find(phrases->base, key)) {
		tell_unknown(r, key, pair->place);
		return;
	}
	struct phrase *phrase = arena_push(r->arena, &phrases->v, &phrases->n, sizeof *phrase);
	phrase->key = key;
	if (strstr(pair->value->text, "{{"))
		compile(r, pair->value, phrase);
	else
		phrase->words = pair->value->text;
}

static void read_map(const struct reader *r, const char *path, const struct yml *map)
{
	for (size_t i = 0; i < map->n; i++) {
		const struct yml_pair *pair = &map->pairs[i];
		const char *key = arena_printf(r->arena, "%s%s%s", path, *path ? "." : "", pair->key);
		if (strchr(pair->key, '.'))
			diag_error(r->diags, pair->place, "a full stop in \"%.80s\": indent what is behind it instead",
			           pair->key);
		else if (pair->value->type == YML_MAP)
			read_map(r, key, pair->value);
		else
			read_phrase(r, key, pair);
	}
}

/* What this language lacks is said in the one below it. */
static void fill_up(const struct reader *r)
{
	struct phrases *phrases = r->phrases;
	struct phrases own = *phrases;
	for (size_t i = 0; phrases->base && i < phrases->base->n; i++)
		if (!find(&own, phrases->base->v[i].key))
			*(struct phrase *)arena_push(r->arena, &phrases->v, &phrases->n, sizeof *own.v) =
			    phrases->base->v[i];
}

static void sort(struct phrases *phrases)
{
	if (phrases->n)
		qsort(phrases->v, phrases->n, sizeof *phrases->v, by_key);
}

struct phrases *phrases_load(const struct file *file, const struct phrases *base, struct arena *arena,
                             struct diags *diags)
{
	struct reader reader = {arena_alloc(arena, sizeof(struct phrases)), arena, diags};
	size_t refused = diags->refused;
	const struct yml *root = yml_parse(file, arena, diags);
	reader.phrases->base = base;
	if (root && root->type == YML_MAP)
		read_map(&reader, "", root);
	else if (root)
		diag_error(diags, root->place, "expected a map of phrases, found %s", yml_type_name(root->type));
	sort(reader.phrases);
	fill_up(&reader);
	sort(reader.phrases);
	return diags->refused == refused ? reader.phrases : NULL;
}

const struct phrases *phrases_base(const struct phrases *phrases)
{
	return phrases && phrases->base ? phrases->base : phrases;
}

/* Saying --------------------------------------------------------------------------------------------------------- */

static bool fill(const struct phrase *phrase, const struct jsn *data, struct text *out)
{
	struct diags diags;
	diags_init(&diags);
	bool filled = mustache_render(phrase->fills, data, ESCAPE_NONE, out, &diags);
	diags_free(&diags);
	return filled;
}

void phrase_say(const struct phrases *phrases, const char *key, const struct jsn *data, struct text *out)
{
	const struct phrase *phrase = find(phrases, key);
	if (phrase && phrase->words)
		text_add(out, phrase->words);
	else if (!phrase || !fill(phrase, data, out))
		text_addf(out, "<%s>", key);
}

bool phrase_has(const struct phrases *phrases, const char *key)
{
	return find(phrases, key);
}

void phrase_put(const struct phrases *phrases, const char *key, struct jsn *data, struct jsn *object, const char *name)
{
	struct text text = {0};
	phrase_say(phrases, key, data, &text);
	tree_taken(object, name, &text);
	text_free(&text);
	jsn_free(data);
}

void phrase_count(struct jsn *data, const char *name, int64_t n)
{
	char one[64];
	snprintf(one, sizeof one, "%s_one", name);
	tree_number(data, name, n);
	tree_flag(data, one, n == 1);
}

/* Times ---------------------------------------------------------------------------------------------------------- */

static void say_with(const struct phrases *phrases, const char *key, struct jsn *data, struct text *out)
{
	phrase_say(phrases, key, data, out);
	jsn_free(data);
}

static void say_number(const struct phrases *phrases, const char *key, int64_t n, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", n);
	say_with(phrases, key, data, out);
}

/* Up to a day: the one or two units that count. */
static void say_hours(const struct phrases *phrases, int64_t seconds, struct text *out)
{
	int64_t hours = seconds / SPAN_HOUR, minutes = seconds / SPAN_MINUTE % 60;
	if (hours && minutes) {
		char two[3] = {(char)('0' + minutes / 10), (char)('0' + minutes % 10)};
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		phrase_count(data, "hours", hours);
		phrase_count(data, "minutes", minutes);
		tree_text(data, "minutes_two", two);
		say_with(phrases, "time.hours_minutes", data, out);
	} else if (hours) {
		say_number(phrases, "time.hours", hours, out);
	} else if (minutes || !seconds) {
		say_number(phrases, "time.minutes", minutes, out);
	} else {
		say_number(phrases, "time.seconds", seconds, out);
	}
}

static void say_length(const struct phrases *phrases, int64_t seconds, struct text *out)
{
	int64_t days = seconds > 3 * SPAN_DAY ? seconds / SPAN_DAY : 0;
	int64_t rest = (seconds - days * SPAN_DAY) / SPAN_MINUTE * SPAN_MINUTE;
	if (!days) {
		say_hours(phrases, seconds, out);
		return;
	}
	say_number(phrases, "time.days", days, out);
	if (rest) {
		phrase_say(phrases, "time.between", NULL, out);
		say_hours(phrases, rest, out);
	}
}

/* The same steps as span_format. */
void phrase_span(const struct phrases *phrases, int32_t seconds, struct text *out)
{
	if (seconds < 0)
		phrase_say(phrases, "time.minus", NULL, out);
	say_length(phrases, seconds < 0 ? -(int64_t)seconds : seconds, out);
}

static void put_numbered(const struct phrases *phrases, const char *format, int n, struct jsn *data, const char *name)
{
	char key[32];
	snprintf(key, sizeof key, format, n);
	phrase_put(phrases, key, NULL, data, name);
}

/* Twice, for languages that count to twelve and name the part of the day (`time.part.HOUR`). */
static void put_clock(const struct phrases *phrases, const struct zone_civil *civil, struct jsn *data)
{
	char clock[32];
	snprintf(clock, sizeof clock, "%02d:%02d", civil->hour, civil->minute);
	tree_text(data, "clock", clock);
	tree_text(data, "minute_two", clock + strlen(clock) - 2);
	tree_number(data, "hour_twelve", (civil->hour + 11) % 12 + 1);
	if (phrase_has(phrases, "time.part.0"))
		put_numbered(phrases, "time.part.%d", civil->hour, data, "part");
}

void phrase_time(const struct phrases *phrases, const char *form, const char *zone, int64_t epoch, struct text *out)
{
	struct zone_civil civil = zone_civil(zone, epoch);
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	put_numbered(phrases, "time.weekday.%d", civil.weekday, data, "weekday");
	put_numbered(phrases, "time.month.%d", civil.month, data, "month");
	put_clock(phrases, &civil, data);
	tree_number(data, "day", civil.day);
	tree_number(data, "year", civil.year);
	say_with(phrases, form, data, out);
}

void phrase_date(const struct phrases *phrases, const char *zone, int64_t epoch, struct text *out)
{
	phrase_time(phrases, "time.date", zone, epoch, out);
}

void phrase_day(const struct phrases *phrases, const char *zone, int64_t epoch, struct text *out)
{
	phrase_time(phrases, "time.day", zone, epoch, out);
}

void phrase_number(const struct phrases *phrases, int64_t n, struct text *out)
{
	char digits[24];
	size_t len = (size_t)snprintf(digits, sizeof digits, "%" PRId64, n), sign = n < 0;
	for (size_t i = 0; i < len; i++) {
		if (i > sign && (len - i) % 3 == 0)
			phrase_say(phrases, "number.separator", NULL, out);
		text_add_bytes(out, digits + i, 1);
	}
}

/* As data -------------------------------------------------------------------------------------------------------- */

static void put_word(struct jsn *tree, const struct phrase *phrase)
{
	struct text part = {0};
	const char *from = phrase->key;
	for (const char *dot; (dot = strchr(from, '.')); from = dot + 1) {
		text_clear(&part);
		text_add_bytes(&part, from, (size_t)(dot - from));
		struct jsn *next = (struct jsn *)jsn_get(tree, part.data);
		tree = next ? next : tree_object(tree, part.data);
	}
	tree_text(tree, from, phrase->words);
	text_free(&part);
}

struct jsn *phrases_tree(const struct phrases *phrases)
{
	struct jsn *tree = jsn_make(JSN_OBJECT, 0);
	for (size_t i = 0; phrases && i < phrases->n; i++)
		if (phrases->v[i].words)
			put_word(tree, &phrases->v[i]);
	return tree;
}
