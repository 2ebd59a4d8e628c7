/* shape: how an authored map becomes a struct, as a table.
 * Owns nothing; promises that every fault of a map is told in one pass: unknown and missing keys, wrong types, bad
 * times, over-long texts, each at its place with the nearest right name. Never keeps which ids there are: names do. */
#ifndef CONTENT_SHAPE_H
#define CONTENT_SHAPE_H

#include "content/names.h"
#include "content/yml.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum shape_kind {
	SHAPE_TEXT,   /* const char *: a text, or a map of texts by language; `limit` in words when > 0 */
	SHAPE_ID,     /* const char *: [a-z0-9][a-z0-9_.+-]*, at most 48 bytes */
	SHAPE_NUMBER, /* int32_t >= 0; `limit` is the largest when > 0; SHAPE_UNSET when absent */
	SHAPE_FLAG,   /* bool */
	SHAPE_SPAN,   /* int32_t seconds (base/span); SHAPE_UNSET when absent */
	SHAPE_DUE,    /* struct shape_due: "aware+24h", "+2h" */
	SHAPE_DATE,   /* const char *: YYYY-MM-DD, a real date */
	SHAPE_CHOICE, /* int32_t: index into `choices`; SHAPE_UNSET when absent */
	SHAPE_TEXTS,  /* struct shape_texts: one text or a list of them */
	SHAPE_IDS,    /* struct shape_texts: one id or a list of ids */
	SHAPE_ONE,    /* a nested struct of `shape` */
	SHAPE_MANY,   /* struct shape_list: a list of maps */
	SHAPE_KEYED,  /* struct shape_list: a map id -> map */
	SHAPE_COUNTS, /* struct shape_counts: a map KEY -> number, such as customers */
	SHAPE_PAIRS,  /* struct shape_pairs: a map id -> text, such as terms */
	SHAPE_NODE    /* const struct yml *: kept for a later pass */
};

enum { SHAPE_REQUIRED = 1, SHAPE_UNSET = INT32_MIN };

// clang-format off
#define SHAPE_END {.key = NULL}
struct shape_due {
	int32_t moment; /* a moment's number (shape_moments), or NAMES_NONE: counted from T+0 */
	int32_t after;  /* seconds; SHAPE_UNSET when the key is absent */
};
struct shape_texts { const char **v; size_t n; };
struct shape_count { const char *key; int32_t n; };
struct shape_counts { struct shape_count *v; size_t n; };
struct shape_pair { const char *key, *text; };
struct shape_pairs { struct shape_pair *v; size_t n; };
struct shape_list { void *v; size_t n; }; /* of the nested shape's struct */
// clang-format on
/* The first member of every struct that SHAPE_MANY, SHAPE_KEYED or SHAPE_ONE fills. */
struct shape_entry {
	const char *id;         /* SHAPE_KEYED: the key */
	const struct yml *node; /* its place, and the place of each key; never NULL where the map was given */
};

struct shape_field {
	const char *key; /* "#" is the list part of a Lua table: its one text, or its maps (SHAPE_MANY) */
	enum shape_kind kind;
	size_t at;
	unsigned flags;
	int32_t limit;
	const struct shape *shape;
	const char *const *choices; /* NULL-terminated */
};

struct shape {
	const char *what; /* "a step": for messages */
	size_t size;
	const struct shape_field *fields; /* the last is SHAPE_END */
};

struct shape_reader {
	struct arena *arena;
	struct diags *diags;
	const char *lang; /* which of the texts by language; falls back to "en", then to the first */
};

enum shape_moment { SHAPE_OCCURRED, SHAPE_DETECTED, SHAPE_AWARE, SHAPE_ASSESSED, SHAPE_MOMENTS };
extern const char *const shape_moments[]; /* as an author writes them; NULL at the end */

/* Fills `out` (zeroed by the caller; struct shape_entry first) from a map. False when anything was wrong; all that
 * could be read is there all the same. */
bool shape_read(const struct shape_reader *reader, const struct shape *shape, const struct yml *node, void *out);

/* The same from a YAML file into a new struct; NULL when it does not parse, else *fine is what shape_read says. */
void *shape_load(const struct shape_reader *reader, const struct shape *shape, const struct file *file, bool *fine);

/* A single value in the same manner; `key` is for messages. */
bool shape_value(const struct shape_reader *reader, const struct shape_field *field, const struct yml *node, void *out);

/* Where the value of `key` stands; the map's own place when there is none. */
struct diag_place shape_place(const struct yml *map, const char *key);

/* Resolves one id against the names of its kind; an unknown one adds `unknown KIND "ID"` with the nearest. */
int shape_refer(const struct shape_reader *reader, const struct names *names, enum names_kind kind, const char *id,
                struct diag_place place);

/* The same for the one id or the list of ids under `key` of a map, each at its place; false when any is unknown. */
bool shape_refer_all(const struct shape_reader *reader, const struct names *names, enum names_kind kind,
                     const struct yml *map, const char *key);

#endif
