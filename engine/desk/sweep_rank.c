#include "desk/sweep_rank.h"

#include "base/tree.h"
#include "desk/sweep_mean.h"

#include <stdlib.h>
#include <string.h>

static int sign_of(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_words(const struct jsn *a, const struct jsn *b, const char *key)
{
	const char *x = jsn_text(jsn_get(a, key)), *y = jsn_text(jsn_get(b, key));
	return strcmp(x ? x : "", y ? y : "");
}

static int compare_paths(const struct jsn *a, const struct jsn *b)
{
	const struct jsn *x = jsn_get(a, "numbers"), *y = jsn_get(b, "numbers");
	int order = sign_of((int64_t)jsn_count(x), (int64_t)jsn_count(y));
	for (size_t i = 0; order == 0 && i < jsn_count(x); i++)
		order = sign_of(jsn_number(jsn_at(x, i, NULL), 0), jsn_number(jsn_at(y, i, NULL), 0));
	return order;
}

bool sweep_rank_beats(const struct jsn *path, const struct jsn *other, int sign)
{
	struct sweep_mean_sum points, others;
	sweep_mean_read(jsn_text(jsn_get(path, "points")), &points);
	sweep_mean_read(jsn_text(jsn_get(other, "points")), &others);
	int order = sign * sweep_mean_compare(&points, &others);
	return order > 0 || (order == 0 && compare_paths(path, other) < 0);
}

static int compare_kinds(const struct jsn *a, const struct jsn *b)
{
	int order = compare_words(a, b, "kind");
	return order ? order : compare_words(a, b, "what");
}

static int by_kind(const void *a, const void *b)
{
	const struct jsn *const *x = a, *const *y = b;
	int order = compare_kinds(*x, *y);
	return order ? order : compare_paths(*x, *y);
}

static int by_path(const void *a, const void *b)
{
	const struct jsn *const *x = a, *const *y = b;
	int order = compare_paths(*x, *y);
	return order ? order : compare_kinds(*x, *y);
}

void sweep_rank_faults(const struct jsn **faults, size_t n, struct jsn *list)
{
	size_t kept = 0;
	if (n)
		qsort(faults, n, sizeof(const struct jsn *), by_kind);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || compare_kinds(faults[kept - 1], faults[i]) != 0)
			faults[kept++] = faults[i];
	if (kept)
		qsort(faults, kept, sizeof(const struct jsn *), by_path);
	for (size_t i = 0; i < kept; i++)
		jsn_put(list, NULL, tree_copy(faults[i]));
}
