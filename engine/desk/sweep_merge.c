#include "desk/sweep_merge.h"

#include "base/file.h"
#include "desk/sweep_part.h"
#include "desk/sweep_tally.h"

#include <stdio.h>
#include <string.h>

/* A value of a part, or of all of them, that stands at the same place in each. */
struct place {
	const struct jsn *const *v;
	size_t n;
	bool *over; /* becomes true when a sum can't be counted */
};

static struct jsn *number(int64_t n)
{
	return jsn_make(JSN_INT, n);
}

/* What stands at `key` in each. */
static struct place down(struct place at, const char *key, const struct jsn *to[SWEEP_MERGE_PARTS])
{
	for (size_t i = 0; i < at.n; i++)
		to[i] = jsn_get(at.v[i], key);
	return (struct place){to, at.n, at.over};
}

static struct place row(struct place at, size_t number_of, const struct jsn *to[SWEEP_MERGE_PARTS])
{
	for (size_t i = 0; i < at.n; i++)
		to[i] = jsn_at(at.v[i], number_of, NULL);
	return (struct place){to, at.n, at.over};
}

static sweep_tally tally(const struct jsn *value)
{
	sweep_tally n;
	sweep_tally_read(jsn_text(value), &n);
	return n;
}

static struct jsn *copy(const struct jsn *value)
{
	struct text text = {0};
	struct jsn_fault fault;
	if (!value)
		return jsn_make(JSN_NULL, 0);
	jsn_write(value, &text);
	struct jsn *made = jsn_parse(text.data, text.len, &fault);
	text_free(&text);
	return made;
}

/* ---- sums ---- */

static struct jsn *sum_tallies(struct place at)
{
	char digits[SWEEP_TALLY_ROOM];
	sweep_tally sum = 0;
	for (size_t i = 0; i < at.n; i++)
		if (!sweep_tally_add(&sum, tally(at.v[i])))
			*at.over = true;
	return jsn_string(sweep_tally_digits(sum, digits));
}

static void put_tallies(struct place at, const char *key, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	jsn_put(out, key, sum_tallies(down(at, key, found)));
}

static void put_numbers(struct place at, const char *key, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place here = down(at, key, found);
	int64_t sum = 0;
	for (size_t i = 0; i < here.n; i++)
		sum += jsn_number(here.v[i], 0);
	jsn_put(out, key, number(sum));
}

/* How many paths a row speaks for: a count, or of a sample a number. */
static double weight(const struct jsn *row)
{
	const struct jsn *paths = jsn_get(row, "paths");
	return jsn_type(paths) == JSN_STRING ? (double)tally(paths) : (double)jsn_number(paths, 0);
}

static void put_mean(struct place at, struct jsn *out)
{
	double sum = 0, paths = 0;
	for (size_t i = 0; i < at.n; i++) {
		sum += weight(at.v[i]) * (double)jsn_number(jsn_get(at.v[i], "mean"), 0);
		paths += weight(at.v[i]);
	}
	double mean = paths > 0 ? sum / paths : 0;
	jsn_put(out, "mean", number((int64_t)(mean < 0 ? mean - 0.5 : mean + 0.5)));
}

static void put_totals(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS], *rows[SWEEP_MERGE_PARTS];
	struct place here = down(at, "totals", found);
	struct jsn *totals = jsn_put(out, "totals", jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < jsn_count(here.v[0]); i++)
		jsn_put(totals, NULL, sum_tallies(row(here, i, rows)));
}

static void put_criticals(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS], *rows[SWEEP_MERGE_PARTS];
	struct place here = down(at, "criticals", found);
	struct jsn *list = jsn_put(out, "criticals", jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < jsn_count(here.v[0]); i++) {
		struct place one = row(here, i, rows);
		struct jsn *made = jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0));
		jsn_put(made, "id", jsn_string(jsn_text(jsn_get(one.v[0], "id"))));
		put_tallies(one, "paths", made);
	}
}

/* ---- the best and the worst ---- */

/* The one with the most (sign 1) or the least at `key`; NULL when none has it. */
static const struct jsn *extreme(struct place at, const char *key, int sign)
{
	const struct jsn *found = NULL;
	int64_t record = 0;
	for (size_t i = 0; i < at.n; i++) {
		const struct jsn *value = jsn_get(at.v[i], key);
		if (!value || (found && sign * jsn_number(value, 0) <= sign * record))
			continue;
		found = at.v[i];
		record = jsn_number(value, 0);
	}
	return found;
}

static void put_path(struct place at, const char *key, int sign, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	const struct jsn *path = extreme(down(at, key, found), "total", sign);
	if (path)
		jsn_put(out, key, copy(path));
}

/* ---- questions: a way that a part has no path by is not among its rows ---- */

static const struct jsn *named(const struct jsn *rows, const char *key, const char *name)
{
	for (size_t i = 0; i < jsn_count(rows); i++) {
		const struct jsn *one = jsn_at(rows, i, NULL);
		const char *own = key ? jsn_text(jsn_get(one, key)) : jsn_text(one);
		if (own && name && strcmp(own, name) == 0)
			return one;
	}
	return NULL;
}

static void put_way(struct place ways, const char *name, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place here = {found, 0, ways.over};
	for (size_t i = 0; i < ways.n; i++)
		if ((found[here.n] = named(ways.v[i], "way", name)) != NULL)
			here.n++;
	struct jsn *made = jsn_put(out, NULL, jsn_make(JSN_OBJECT, 0));
	jsn_put(made, "way", jsn_string(name));
	put_tallies(here, "paths", made);
	put_mean(here, made);
	jsn_put(made, "best", number(jsn_number(jsn_get(extreme(here, "best", 1), "best"), 0)));
	jsn_put(made, "worst", number(jsn_number(jsn_get(extreme(here, "worst", -1), "worst"), 0)));
}

static void put_ways(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place ways = down(at, "ways", found);
	struct jsn *list = jsn_put(out, "ways", jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < ways.n; i++)
		for (size_t k = 0; k < jsn_count(ways.v[i]); k++) {
			const char *name = jsn_text(jsn_get(jsn_at(ways.v[i], k, NULL), "way"));
			if (name && !named(list, "way", name))
				put_way(ways, name, list);
		}
}

static void put_decisions(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS], *rows[SWEEP_MERGE_PARTS];
	struct place here = down(at, "decisions", found);
	struct jsn *list = jsn_put(out, "decisions", jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < jsn_count(here.v[0]); i++) {
		struct place one = row(here, i, rows);
		struct jsn *made = jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0));
		jsn_put(made, "id", jsn_string(jsn_text(jsn_get(one.v[0], "id"))));
		put_ways(one, made);
	}
}

/* ---- what is wrong ---- */

/* What is in the lists of all. */
static void put_common(struct place at, const char *key, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place here = down(at, key, found);
	struct jsn *list = jsn_put(out, key, jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < jsn_count(here.v[0]); i++) {
		const char *name = jsn_text(jsn_at(here.v[0], i, NULL));
		bool all = name != NULL;
		for (size_t k = 1; all && k < here.n; k++)
			all = named(here.v[k], NULL, name) != NULL;
		if (all)
			jsn_put(list, NULL, jsn_string(name));
	}
}

static void put_unreached(struct place at, struct jsn *out)
{
	static const char *const keys[] = {"injects", "decisions", "options", "late"};
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place here = down(at, "unreached", found);
	struct jsn *made = jsn_put(out, "unreached", jsn_make(JSN_OBJECT, 0));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		put_common(here, keys[i], made);
}

static bool same_fault(const struct jsn *a, const struct jsn *b)
{
	const char *x = jsn_text(jsn_get(a, "what")), *y = jsn_text(jsn_get(b, "what"));
	const char *k = jsn_text(jsn_get(a, "kind")), *l = jsn_text(jsn_get(b, "kind"));
	return x && y && k && l && strcmp(x, y) == 0 && strcmp(k, l) == 0;
}

/* The shortest way to the same fault in any part. */
static const struct jsn *shortest(struct place faults, const struct jsn *fault)
{
	const struct jsn *found = fault;
	for (size_t i = 0; i < faults.n; i++)
		for (size_t k = 0; k < jsn_count(faults.v[i]); k++) {
			const struct jsn *one = jsn_at(faults.v[i], k, NULL);
			if (same_fault(one, fault) &&
			    jsn_count(jsn_get(one, "choices")) < jsn_count(jsn_get(found, "choices")))
				found = one;
		}
	return found;
}

static void put_faults(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place here = down(at, "faults", found);
	struct jsn *list = jsn_put(out, "faults", jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < here.n; i++)
		for (size_t k = 0; k < jsn_count(here.v[i]); k++) {
			const struct jsn *one = jsn_at(here.v[i], k, NULL);
			bool told = false;
			for (size_t m = 0; m < jsn_count(list); m++)
				told = told || same_fault(jsn_at(list, m, NULL), one);
			if (!told)
				jsn_put(list, NULL, copy(shortest(here, one)));
		}
}

/* ---- the whole ---- */

static void put_sample(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place here = {found, 0, at.over};
	for (size_t i = 0; i < at.n; i++)
		if ((found[here.n] = jsn_get(at.v[i], "sample")) != NULL)
			here.n++;
	if (!here.n)
		return;
	struct jsn *made = jsn_put(out, "sample", jsn_make(JSN_OBJECT, 0));
	put_numbers(here, "paths", made);
	put_numbers(here, "stuck", made);
	put_mean(here, made);
	put_totals(here, made);
}

/* False when they can't be counted, with nothing put. */
static bool put_sums(struct place at, struct jsn *out)
{
	const char *key;
	struct jsn *sums = jsn_make(JSN_OBJECT, 0);
	put_tallies(at, "paths", sums);
	put_tallies(at, "stuck", sums);
	put_mean(at, sums);
	put_totals(at, sums);
	put_criticals(at, sums);
	put_decisions(at, sums);
	for (size_t i = 0; !*at.over && i < jsn_count(sums); i++) {
		struct jsn *one = copy(jsn_at(sums, i, &key));
		jsn_put(out, key, one);
	}
	jsn_free(sums);
	return !*at.over;
}

static bool any(struct place at, const char *key, bool is)
{
	for (size_t i = 0; i < at.n; i++)
		if ((bool)jsn_number(jsn_get(at.v[i], key), 0) == is)
			return true;
	return false;
}

static void put_world(struct place at, struct jsn *out)
{
	bool over = any(at, "overflow", true);
	at.over = &over;
	jsn_put(out, "steps", copy(jsn_get(at.v[0], "steps")));
	put_numbers(at, "states", out);
	put_numbers(at, "edges", out);
	bool counted = !over && put_sums(at, out);
	put_sample(at, out);
	put_unreached(at, out);
	put_path(at, "best", 1, out);
	put_path(at, "worst", -1, out);
	put_faults(at, out);
	if (jsn_get(at.v[0], "player"))
		jsn_put(out, "player", copy(jsn_get(at.v[0], "player")));
	jsn_put(out, "complete", jsn_make(JSN_BOOL, counted && !any(at, "complete", false)));
	jsn_put(out, "overflow", jsn_make(JSN_BOOL, !counted));
}

static bool refuse(char why[SWEEP_MERGE_WHY], const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool refuse(char why[SWEEP_MERGE_WHY], const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(why, SWEEP_MERGE_WHY, format, args);
	va_end(args);
	return false;
}

static bool are_parts(struct place at, char why[SWEEP_MERGE_WHY])
{
	bool seen[SWEEP_MERGE_PARTS] = {false};
	for (size_t i = 0; i < at.n; i++) {
		const char *fault = sweep_part_fault(at.v[i]);
		size_t shard = (size_t)jsn_number(jsn_get(at.v[i], "shard"), 0);
		size_t shards = (size_t)jsn_number(jsn_get(at.v[i], "shards"), 0);
		if (fault)
			return refuse(why,
			              "Number %zu of them is no part of a sweep: its \"%s\" is missing, or can't be.",
			              i + 1, fault);
		if (shards != at.n)
			return refuse(why, "One of them is a part of %zu, and there are not so many here.", shards);
		if (shard > at.n || seen[shard - 1])
			return refuse(why, "Part %zu is there twice, or is none.", shard);
		seen[shard - 1] = true;
		if (!sweep_part_alike(at.v[i], at.v[0]))
			return refuse(why, "Part %zu is of another sweep: its scenario, playbook or options differ.",
			              shard);
	}
	return true;
}

struct jsn *sweep_merge(struct jsn *const *parts, size_t n, char why[SWEEP_MERGE_WHY])
{
	const struct jsn *all[SWEEP_MERGE_PARTS], *found[SWEEP_MERGE_PARTS], *rows[SWEEP_MERGE_PARTS];
	for (size_t i = 0; i < n && i < SWEEP_MERGE_PARTS; i++)
		all[i] = parts[i];
	struct place at = {all, n, NULL};
	if (n == 0 || n > SWEEP_MERGE_PARTS) {
		refuse(why, "From 1 to %d parts can be put together.", SWEEP_MERGE_PARTS);
		return NULL;
	}
	if (!are_parts(at, why))
		return NULL;
	struct jsn *model = jsn_make(JSN_OBJECT, 0), *worlds = jsn_put(model, "worlds", jsn_make(JSN_ARRAY, 0));
	for (const char *const *key = sweep_part_keys; *key; key++)
		jsn_put(model, *key, copy(jsn_get(at.v[0], *key)));
	struct place here = down(at, "worlds", found);
	for (size_t i = 0; i < jsn_count(here.v[0]); i++)
		put_world(row(here, i, rows), jsn_put(worlds, NULL, jsn_make(JSN_OBJECT, 0)));
	put_unreached(at, model);
	return model;
}

/* ---- files ---- */

static struct jsn *read_part(const char *path, struct arena *arena, struct diags *diags)
{
	struct file file;
	struct jsn_fault fault;
	if (!file_read(path, path, arena, diags, &file))
		return NULL;
	struct jsn *part = jsn_parse(file.bytes, file.len, &fault);
	if (!part)
		diag_error(diags, (struct diag_place){path, fault.line, fault.col}, "%s", fault.message);
	return part;
}

struct jsn *sweep_merge_files(char *const *paths, size_t n, struct diags *diags, char why[SWEEP_MERGE_WHY])
{
	struct jsn *parts[SWEEP_MERGE_PARTS] = {NULL}, *model = NULL;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < n && i < SWEEP_MERGE_PARTS; i++)
		parts[i] = read_part(paths[i], arena, diags);
	if (!diags->errors)
		model = sweep_merge(parts, n, why);
	for (size_t i = 0; i < n && i < SWEEP_MERGE_PARTS; i++)
		jsn_free(parts[i]);
	arena_free(arena);
	return model;
}
