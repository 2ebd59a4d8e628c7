#include "desk/sweep_merge.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/tree.h"
#include "desk/sweep_mean.h"
#include "desk/sweep_part.h"
#include "desk/sweep_rank.h"

#include <stdio.h>
#include <stdlib.h>
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

/* By the totals of all: means of the parts are rounded. */
static void put_mean(const struct jsn *totals, struct jsn *out)
{
	size_t n = jsn_count(totals);
	sweep_tally *tallies = memory_zeroed(n, sizeof *tallies);
	for (size_t i = 0; i < n; i++)
		tallies[i] = tally(jsn_at(totals, i, NULL));
	jsn_put(out, "mean", number(sweep_mean_totals(tallies, n)));
	free(tallies);
}

static void put_totals(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS], *rows[SWEEP_MERGE_PARTS];
	struct place here = down(at, "totals", found);
	struct jsn *totals = jsn_put(out, "totals", jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < jsn_count(here.v[0]); i++)
		jsn_put(totals, NULL, sum_tallies(row(here, i, rows)));
	put_mean(totals, out);
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
	const struct jsn *found[SWEEP_MERGE_PARTS], *path = NULL;
	struct place here = down(at, key, found);
	for (size_t i = 0; i < here.n; i++)
		if (found[i] && (!path || sweep_rank_beats(found[i], path, sign)))
			path = found[i];
	if (path)
		jsn_put(out, key, tree_copy(path));
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

static void put_worth(struct place ways, const struct sweep_mean_sum *whole, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct sweep_mean_sum sum = {{0}}, part;
	char digits[SWEEP_MEAN_ROOM];
	struct place here = down(ways, "sum", found);
	for (size_t i = 0; i < here.n; i++) {
		sweep_mean_read(jsn_text(here.v[i]), &part);
		sweep_mean_add(&sum, &part, 1);
	}
	put_tallies(ways, "paths", out);
	jsn_put(out, "sum", jsn_string(sweep_mean_digits(&sum, digits)));
	jsn_put(out, "mean", number(sweep_mean_points(&sum, tally(jsn_get(out, "paths")), whole)));
}

static void put_way(struct place ways, const struct jsn *like, const struct sweep_mean_sum *whole, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place here = {found, 0, ways.over};
	for (size_t i = 0; i < ways.n; i++)
		if ((found[here.n] = named(ways.v[i], "way", jsn_text(jsn_get(like, "way")))) != NULL)
			here.n++;
	struct jsn *made = jsn_put(out, NULL, jsn_make(JSN_OBJECT, 0));
	jsn_put(made, "way", tree_copy(jsn_get(like, "way")));
	jsn_put(made, "number", tree_copy(jsn_get(like, "number")));
	put_worth(here, whole, made);
	jsn_put(made, "best", number(jsn_number(jsn_get(extreme(here, "best", 1), "best"), 0)));
	jsn_put(made, "worst", number(jsn_number(jsn_get(extreme(here, "worst", -1), "worst"), 0)));
}

/* Of all the parts' rows the one whose number is the next after `last`; NULL. */
static const struct jsn *next_way(struct place ways, int64_t last)
{
	const struct jsn *next = NULL;
	for (size_t i = 0; i < ways.n; i++)
		for (size_t k = 0; k < jsn_count(ways.v[i]); k++) {
			const struct jsn *one = jsn_at(ways.v[i], k, NULL);
			int64_t at = jsn_number(jsn_get(one, "number"), 0);
			if (at > last && (!next || at < jsn_number(jsn_get(next, "number"), 0)))
				next = one;
		}
	return next;
}

static void put_ways(struct place at, const struct sweep_mean_sum *whole, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS], *next = NULL;
	struct place ways = down(at, "ways", found);
	struct jsn *list = jsn_put(out, "ways", jsn_make(JSN_ARRAY, 0));
	while ((next = next_way(ways, next ? jsn_number(jsn_get(next, "number"), 0) : -1)) != NULL)
		put_way(ways, next, whole, list);
}

static void put_decisions(struct place at, const struct sweep_mean_sum *whole, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS], *rows[SWEEP_MERGE_PARTS];
	struct place here = down(at, "decisions", found);
	struct jsn *list = jsn_put(out, "decisions", jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < jsn_count(here.v[0]); i++) {
		struct place one = row(here, i, rows);
		struct jsn *made = jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0));
		jsn_put(made, "id", jsn_string(jsn_text(jsn_get(one.v[0], "id"))));
		put_ways(one, whole, made);
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

static void put_conditions(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS];
	struct place here = down(at, "conditions", found);
	struct jsn *made = jsn_put(out, "conditions", jsn_make(JSN_OBJECT, 0));
	put_common(here, "never-false", made);
	put_common(here, "never-true", made);
}

static void put_faults(struct place at, struct jsn *out)
{
	const struct jsn *found[SWEEP_MERGE_PARTS], **all;
	struct place here = down(at, "faults", found);
	size_t n = 0;
	for (size_t i = 0; i < here.n; i++)
		n += jsn_count(here.v[i]);
	all = memory_zeroed(n, sizeof *all);
	n = 0;
	for (size_t i = 0; i < here.n; i++)
		for (size_t k = 0; k < jsn_count(here.v[i]); k++)
			all[n++] = jsn_at(here.v[i], k, NULL);
	sweep_rank_faults(all, n, jsn_put(out, "faults", jsn_make(JSN_ARRAY, 0)));
	free(all);
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
	put_totals(here, made);
}

/* False when they can't be counted, with nothing put. */
static bool put_sums(struct place at, struct jsn *out)
{
	const char *key;
	struct jsn *sums = jsn_make(JSN_OBJECT, 0);
	struct sweep_mean_sum whole;
	sweep_mean_read(jsn_text(jsn_get(at.v[0], "whole")), &whole);
	put_tallies(at, "paths", sums);
	put_tallies(at, "stuck", sums);
	put_totals(at, sums);
	put_criticals(at, sums);
	jsn_put(sums, "whole", tree_copy(jsn_get(at.v[0], "whole")));
	put_decisions(at, &whole, sums);
	for (size_t i = 0; !*at.over && i < jsn_count(sums); i++) {
		struct jsn *one = tree_copy(jsn_at(sums, i, &key)); /* sets the key */
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
	jsn_put(out, "steps", tree_copy(jsn_get(at.v[0], "steps")));
	put_numbers(at, "states", out);
	put_numbers(at, "edges", out);
	bool counted = !over && put_sums(at, out);
	put_sample(at, out);
	put_unreached(at, out);
	put_path(at, "best", 1, out);
	put_path(at, "worst", -1, out);
	put_faults(at, out);
	if (jsn_get(at.v[0], "player"))
		jsn_put(out, "player", tree_copy(jsn_get(at.v[0], "player")));
	jsn_put(out, "complete", jsn_make(JSN_BOOL, counted && !any(at, "complete", false)));
	jsn_put(out, "overflow", jsn_make(JSN_BOOL, !counted));
	if (any(at, "endless", true))
		jsn_put(out, "endless", jsn_make(JSN_BOOL, true));
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
		jsn_put(model, *key, tree_copy(jsn_get(at.v[0], *key)));
	jsn_put(model, "shard", number(1)); /* it is whole */
	jsn_put(model, "shards", number(1));
	struct place here = down(at, "worlds", found);
	for (size_t i = 0; i < jsn_count(here.v[0]); i++)
		put_world(row(here, i, rows), jsn_put(worlds, NULL, jsn_make(JSN_OBJECT, 0)));
	put_unreached(at, model);
	put_conditions(at, model);
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
