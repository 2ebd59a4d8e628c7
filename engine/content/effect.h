/* effect: what an option, a reaction or a hook may propose: plain data.
 * Owns nothing but what its arena holds; promises the one order in which effects apply, whatever order they were
 * written in. Never changes anything: the session turns effects into events. */
#ifndef CONTENT_EFFECT_H
#define CONTENT_EFFECT_H

#include "content/shape.h"

/* In the order of applying. */
enum effect_kind {
	EFFECT_MOMENT,
	EFFECT_SET,
	EFFECT_CLAIM,
	EFFECT_VERIFY,
	EFFECT_DO,
	EFFECT_CANCEL,
	EFFECT_DELIVER,
	EFFECT_OPEN,
	EFFECT_SCORE,
	EFFECT_CRITICAL,
	EFFECT_RUN,
	EFFECT_END,
	EFFECT_KINDS
};

struct effect {
	enum effect_kind kind;
	int32_t ref; /* a number of the kind's names: moment, var, fact, action, item, decision, objective, critical; a
	              * hook's number for EFFECT_RUN */
	int32_t
	    value; /* of a var or fact; when a moment was, SHAPE_UNSET for now; tenths of a point for EFFECT_SCORE */
	const char *text; /* a text fact's value */
};

struct effects {
	struct effect *v;
	size_t n;
	const char *because; /* may be NULL */
};

/* As written: one node a key, in the order of enum effect_kind. */
struct effect_source {
	const struct yml *of[EFFECT_KINDS];
	const char *because;
};

/* The rows of a shape whose struct holds a struct effect_source as `member`. */
#define EFFECT_FIELD(owner, member, key, kind)                                                                         \
	{                                                                                                              \
		key, SHAPE_NODE, offsetof(owner, member.of[kind]), 0, 0, NULL, NULL                                    \
	}
#define EFFECT_FIELDS_PURE(owner, member)                                                                              \
	EFFECT_FIELD(owner, member, "moment", EFFECT_MOMENT), EFFECT_FIELD(owner, member, "sets", EFFECT_SET),         \
	    EFFECT_FIELD(owner, member, "claims", EFFECT_CLAIM),                                                       \
	    EFFECT_FIELD(owner, member, "verifies", EFFECT_VERIFY), EFFECT_FIELD(owner, member, "does", EFFECT_DO),    \
	    EFFECT_FIELD(owner, member, "cancels", EFFECT_CANCEL),                                                     \
	    EFFECT_FIELD(owner, member, "delivers", EFFECT_DELIVER),                                                   \
	    EFFECT_FIELD(owner, member, "opens", EFFECT_OPEN), EFFECT_FIELD(owner, member, "ends", EFFECT_END)
#define EFFECT_FIELDS(owner, member)                                                                                   \
	EFFECT_FIELDS_PURE(owner, member), EFFECT_FIELD(owner, member, "score", EFFECT_SCORE),                         \
	    EFFECT_FIELD(owner, member, "critical", EFFECT_CRITICAL), EFFECT_FIELD(owner, member, "run", EFFECT_RUN),  \
	{                                                                                                              \
		"because", SHAPE_TEXT, offsetof(owner, member.because), 0, 40, NULL, NULL                              \
	}

/* Who knows ids, hooks and what a variable or fact may hold. */
struct effect_reader {
	const struct shape_reader *shape;
	const struct names *names;
	struct names *criticals; /* the same, to add critical ids; NULL for a hook, which proposes none */
	const void *owner;       /* passed on to the two below */
	/* The integer (and, for a text fact, the text) of a value; false after adding the fault. */
	bool (*value)(const struct effect_reader *reader, enum names_kind kind, int32_t ref, const struct yml *node,
	              struct effect *out);
	/* The number of a hook by its name; NAMES_NONE after adding the fault. */
	int32_t (*hook)(const struct effect_reader *reader, const struct yml *node);
};

/* The tenths of a point that they give an objective; all that they give for NAMES_NONE. */
int32_t effect_points(const struct effects *effects, int objective);

/* Reads what is there; every fault is added. Scores are points in the file (-2..3) and tenths in the result;
 * timeliness and adherence are the engine's own and refused. */
bool effect_read(const struct effect_reader *reader, const struct effect_source *source, struct effects *out);

extern const struct shape effect_shape; /* what a `run` hook may return: the pure effects alone */
/* What a `run` hook returned: a map of the pure effects alone. */
bool effect_read_hook(const struct effect_reader *reader, const struct yml *node, struct effects *out);

#endif
