/* stated: a fact as a facts file states it: its kind, its value, and who stands behind that.
 * Owns nothing but what its arena holds; promises that a value nobody stands behind, a proof out of the future and a
 * time that does not exist are told at their place. Never proves anything itself. */
#ifndef CONTENT_STATED_H
#define CONTENT_STATED_H

#include "base/zone.h"
#include "content/matter.h"

struct stated_proof { /* both `verified` and `claimed` */
	struct shape_entry entry;
	const char *by, *source, *over;
	const struct yml *at;
};

struct stated { /* a fact as the file has it */
	struct shape_entry entry;
	int32_t kind;
	const char *label, *unit, *verb, *category;
	struct shape_texts says;
	const struct yml *value, *before;
	struct stated_proof verified, claimed;
};

extern const struct shape stated_shape; /* of struct stated, under its id */

struct stated_by { /* what values are read by */
	const struct shape_reader *reader;
	const struct world *world; /* roles, the company's clocks, the time that the facts stand at (t0) */
};

/* These return false after adding the faults; `key` is for messages. */
bool stated_fact(const struct stated_by *by, const struct stated *stated, struct matter_fact *fact);
bool stated_value(const struct stated_by *by, enum fact_kind kind, const char *key, const struct yml *node,
                  struct matter_value *out);
bool stated_civil(const struct shape_reader *reader, const char *key, const struct yml *node, struct zone_civil *out);

/* The role under "by" of a map, which people are easily named in place of; and an action. NAMES_NONE after the fault.
 */
int stated_role(const struct stated_by *by, const struct yml *map);
int stated_action(const struct stated_by *by, const char *id, struct diag_place place);

/* A local time; MATTER_NEVER without a node. What is past lies not after the time that the facts stand at. */
bool stated_time(const struct stated_by *by, const char *key, const struct yml *node, int64_t *out);
bool stated_past(const struct stated_by *by, const char *key, const struct yml *node, int64_t *out);

/* The i-th entry of a map `from_to` ("ids to times"); NULL past the end, and for what is no map, after telling it. */
const struct yml_pair *stated_entry(const struct shape_reader *reader, const char *key, const char *from_to,
                                    const struct yml *map, size_t i, bool *fine);

#endif
