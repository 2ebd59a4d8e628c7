#include "desk/sweep_part.h"

#include "desk/sweep.h"

#include <string.h>

#define MOST INT64_C(1000000000000000) /* so that the sum of every part stays a number */
enum { LIST_MOST = 10000 };

const char *const sweep_part_keys[] = {"scenario", "playbook", "borrows",    "seed",    "extended", "prompt",
                                       "steps",    "samples",  "max-states", "sources", "shards",   NULL};

struct form { /* of a value in an object */
	const char *key;
	bool (*fits)(const struct jsn *value, const struct form *form);
	int64_t least, most;     /* of a number; of the entries of a list, or the bytes of a name */
	const struct form *rows; /* of an object, or of each in a list */
	bool optional;
};

static bool number(const struct jsn *value, const struct form *form)
{
	int64_t n = jsn_number(value, 0);
	return jsn_type(value) == JSN_INT && n >= form->least && n <= form->most;
}

static bool flag(const struct jsn *value, const struct form *form)
{
	(void)form;
	return jsn_type(value) == JSN_BOOL;
}

static bool words(const struct jsn *value, const struct form *form)
{
	(void)form;
	return jsn_text(value) != NULL;
}

/* It may stand in a command and in the name of a file. */
static bool name(const struct jsn *value, const struct form *form)
{
	const char *id = jsn_text(value);
	(void)form;
	return id && strchr("_.+-", *id) == NULL &&
	       strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_.+-") == strlen(id);
}

static bool count(const struct jsn *value, const struct form *form)
{
	sweep_tally n;
	(void)form;
	return sweep_tally_read(jsn_text(value), &n);
}

static bool sum(const struct jsn *value, const struct form *form)
{
	struct sweep_mean_sum read;
	(void)form;
	return sweep_mean_read(jsn_text(value), &read);
}

static bool is_list(const struct jsn *value, const struct form *form)
{
	return jsn_type(value) == JSN_ARRAY && (int64_t)jsn_count(value) >= form->least &&
	       (int64_t)jsn_count(value) <= form->most;
}

static bool texts(const struct jsn *value, const struct form *form)
{
	bool good = is_list(value, form);
	for (size_t i = 0; good && i < jsn_count(value); i++)
		good = jsn_text(jsn_at(value, i, NULL)) != NULL;
	return good;
}

static bool counts(const struct jsn *value, const struct form *form)
{
	bool good = is_list(value, form);
	for (size_t i = 0; good && i < jsn_count(value); i++)
		good = count(jsn_at(value, i, NULL), form);
	return good;
}

/* The ways that a path goes, one a choice. */
static bool ways(const struct jsn *value, const struct form *form)
{
	const struct form each = {.most = SWEEP_WAYS - 1};
	bool good = is_list(value, form);
	for (size_t i = 0; good && i < jsn_count(value); i++)
		good = number(jsn_at(value, i, NULL), &each);
	return good;
}

/* The key of the first row that does not fit; NULL. */
static const char *misfit(const struct jsn *object, const struct form *rows)
{
	for (; rows->key; rows++) {
		const struct jsn *value = jsn_get(object, rows->key);
		if (value ? !rows->fits(value, rows) : !rows->optional)
			return rows->key;
	}
	return NULL;
}

static bool object(const struct jsn *value, const struct form *form)
{
	return jsn_type(value) == JSN_OBJECT && !misfit(value, form->rows);
}

static bool objects(const struct jsn *value, const struct form *form)
{
	bool good = is_list(value, form);
	for (size_t i = 0; good && i < jsn_count(value); i++)
		good = object(jsn_at(value, i, NULL), form);
	return good;
}

/* ---- the forms ---- */

#define NUMBER(key, least, most)                                                                                       \
	{                                                                                                              \
		key, number, least, most, NULL, false                                                                  \
	}
#define PLAIN(key, fits)                                                                                               \
	{                                                                                                              \
		key, fits, 0, 0, NULL, false                                                                           \
	}
#define TEXTS(key)                                                                                                     \
	{                                                                                                              \
		key, texts, 0, LIST_MOST, NULL, false                                                                  \
	}
#define TOTALS                                                                                                         \
	{                                                                                                              \
		"totals", counts, SWEEP_TOTALS, SWEEP_TOTALS, NULL, false                                              \
	}
#define NUMBERS                                                                                                        \
	{                                                                                                              \
		"numbers", ways, 0, LIST_MOST, NULL, false                                                             \
	}
#define MEAN NUMBER("mean", -MOST, MOST)

static const struct form path[] = {NUMBER("total", 0, 100),
                                   PLAIN("grade", words),
                                   NUMBER("criticals", 0, SWEEP_CRITICALS),
                                   PLAIN("answers", words),
                                   TEXTS("choices"),
                                   NUMBERS,
                                   PLAIN("points", sum),
                                   {0}};

static const struct form fault[] = {
    PLAIN("kind", words), PLAIN("what", words), PLAIN("answers", words), TEXTS("choices"), NUMBERS, {0}};

static const struct form player[] = {
    NUMBER("total", 0, 100), NUMBER("criticals", 0, SWEEP_CRITICALS), TEXTS("choices"), {0}};

static const struct form unreached[] = {TEXTS("injects"), TEXTS("decisions"), TEXTS("options"), TEXTS("late"), {0}};

static const struct form conditions[] = {TEXTS("never-false"), TEXTS("never-true"), {0}};

static const struct form sample[] = {NUMBER("paths", 0, MOST), NUMBER("stuck", 0, MOST), MEAN, TOTALS, {0}};

static const struct form critical[] = {PLAIN("id", words), PLAIN("paths", count), {0}};

static const struct form way[] = {PLAIN("way", words),
                                  NUMBER("number", 0, SWEEP_WAYS - 1),
                                  PLAIN("paths", count),
                                  PLAIN("sum", sum),
                                  MEAN,
                                  NUMBER("best", 0, 100),
                                  NUMBER("worst", 0, 100),
                                  {0}};

static const struct form decision[] = {PLAIN("id", words), {"ways", objects, 0, SWEEP_WAYS, way, false}, {0}};

static const struct form sums[] = {PLAIN("paths", count),
                                   PLAIN("stuck", count),
                                   PLAIN("whole", sum),
                                   MEAN,
                                   TOTALS,
                                   {"criticals", objects, 0, SWEEP_CRITICALS, critical, false},
                                   {"decisions", objects, 0, LIST_MOST, decision, false},
                                   {0}};

static const struct form world[] = {PLAIN("steps", name),
                                    PLAIN("complete", flag),
                                    PLAIN("overflow", flag),
                                    {"endless", flag, 0, 0, NULL, true},
                                    NUMBER("states", 0, MOST),
                                    NUMBER("edges", 0, MOST),
                                    {"sample", object, 0, 0, sample, true},
                                    {"best", object, 0, 0, path, true},
                                    {"worst", object, 0, 0, path, true},
                                    {"player", object, 0, 0, player, true},
                                    {"faults", objects, 0, SWEEP_FAULTS + 1, fault, false},
                                    {"unreached", object, 0, 0, unreached, false},
                                    {0}};

static const struct form whole[] = {PLAIN("scenario", name),
                                    PLAIN("playbook", name),
                                    PLAIN("borrows", flag),
                                    NUMBER("seed", INT64_MIN, INT64_MAX),
                                    PLAIN("extended", flag),
                                    PLAIN("prompt", flag),
                                    PLAIN("steps", name),
                                    NUMBER("samples", INT64_MIN, INT64_MAX),
                                    NUMBER("max-states", 0, INT64_MAX),
                                    TEXTS("sources"),
                                    NUMBER("shard", 1, LIST_MOST),
                                    NUMBER("shards", 1, LIST_MOST),
                                    {"unreached", object, 0, 0, unreached, false},
                                    {"conditions", object, 0, 0, conditions, false},
                                    {"worlds", objects, 1, 2, world, false},
                                    {0}};

static const char *misfit_of_world(const struct jsn *one, const char *steps)
{
	bool complete = jsn_number(jsn_get(one, "complete"), 0), overflow = jsn_number(jsn_get(one, "overflow"), 0);
	if (strcmp(jsn_text(jsn_get(one, "steps")), steps) != 0)
		return "steps";
	if (complete ? overflow : !jsn_get(one, "sample"))
		return "complete";
	return overflow ? NULL : misfit(one, sums);
}

const char *sweep_part_fault(const struct jsn *part)
{
	const char *key = misfit(part, whole);
	if (key)
		return key;
	const char *steps = jsn_text(jsn_get(part, "steps"));
	const struct jsn *worlds = jsn_get(part, "worlds");
	bool both = strcmp(steps, sweep_steps[SWEEP_BOTH]) == 0;
	if (jsn_count(worlds) != (both ? 2 : 1))
		return "worlds";
	for (size_t i = 0; !key && i < jsn_count(worlds); i++)
		key = misfit_of_world(jsn_at(worlds, i, NULL), both ? sweep_steps[SWEEP_FOLLOWED + i] : steps);
	return key;
}

/* ---- of one sweep ---- */

static bool same(const struct jsn *a, const struct jsn *b)
{
	struct text x = {0}, y = {0};
	jsn_write(a, &x);
	jsn_write(b, &y);
	bool equal = strcmp(x.data, y.data) == 0;
	text_free(&x);
	text_free(&y);
	return equal;
}

/* The rows of both have the same ids in the same places; or one overflowed and has none. */
static bool same_ids(const struct jsn *a, const struct jsn *b)
{
	bool alike = !a || !b || jsn_count(a) == jsn_count(b);
	for (size_t i = 0; a && b && alike && i < jsn_count(a); i++)
		alike = same(jsn_get(jsn_at(a, i, NULL), "id"), jsn_get(jsn_at(b, i, NULL), "id"));
	return alike;
}

bool sweep_part_alike(const struct jsn *a, const struct jsn *b)
{
	const struct jsn *worlds = jsn_get(a, "worlds"), *others = jsn_get(b, "worlds");
	bool alike = true;
	for (const char *const *key = sweep_part_keys; alike && *key; key++)
		alike = same(jsn_get(a, *key), jsn_get(b, *key));
	for (size_t i = 0; alike && i < jsn_count(worlds); i++) {
		const struct jsn *one = jsn_at(worlds, i, NULL), *other = jsn_at(others, i, NULL);
		alike = same_ids(jsn_get(one, "criticals"), jsn_get(other, "criticals")) &&
		        same_ids(jsn_get(one, "decisions"), jsn_get(other, "decisions"));
	}
	return alike;
}
