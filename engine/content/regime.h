/* regime: what a law asks for, and by when: moments -> due instants (pure).
 * Owns nothing but what its arena holds; promises right answers for hours over DST and for calendar days in the
 * regime's own zone (day 0 excluded). Never decides whether a duty applies: people do, with the words of `when`. */
#ifndef CONTENT_REGIME_H
#define CONTENT_REGIME_H

#include "content/shape.h"

#include <stdint.h>

enum regime_order { REGIME_AFTER_AUTHORITY }; /* people are told with the authority or after it, never before */

struct regime_duty {
	struct shape_entry entry; /* node is NULL when the law has no such duty */
	int32_t clock;            /* the moment it counts from (shape_moments) */
	int32_t within;           /* seconds; SHAPE_UNSET when counted in days or not at all */
	int32_t days;             /* calendar days, day 0 excluded; SHAPE_UNSET otherwise */
	const char *promptly;     /* the law's words where it names no number */
	int32_t after;            /* enum regime_order, of a duty towards people; SHAPE_UNSET: in any order */
	const char *when, *law;
	struct shape_texts contents; /* regime_codes */
};

extern const char *const regime_codes[]; /* of contents: WHAT WHEN HOW N CAT HARM ...; NULL at the end */

struct regime_authority {
	struct shape_entry entry;
	const char *name, *shorthand, *portal;
};

struct regime_duties {
	struct shape_entry entry;
	struct regime_duty authority, individuals;
};

struct regime_force {
	struct shape_entry entry;
	const char *from, *to; /* dates; to may be NULL */
};

struct regime {
	struct shape_entry entry;
	const char *id, *name, *zone, *source, *verified_on;
	int32_t confidence; /* 0 primary, 1 secondary, 2 memory */
	struct regime_authority authority;
	struct regime_force in_force;
	struct regime_duties duties;
	struct shape_texts countries, notes;
};

/* NULL after adding every fault. */
struct regime *regime_load(const struct file *file, const struct shape_reader *reader);

/* Whether the record is the law on the local day of `epoch` in its zone. */
bool regime_in_force(const struct regime *regime, int64_t epoch);

/* The last second in which the duty can be done, when its moment was at `moment` (seconds since 1970). False when the
 * law names no number. */
bool regime_due(const struct regime *regime, const struct regime_duty *duty, int64_t moment, int64_t *due);

/* Whether customers in `country` ("SG") fall under it. */
bool regime_covers(const struct regime *regime, const char *country);

/* Whether `name` means the record `id`: that one, or a later version of the same law ("kr-pipa" for "kr-pipa-2026"). */
bool regime_means(const char *name, const char *id);

/* Checks the codes under `key` of a map, each at its place; false after adding the faults. */
bool regime_check_codes(const struct shape_reader *reader, const struct shape_texts *given, const struct yml *map,
                        const char *key);

bool regime_is_country(const char *code); /* two capitals, as ISO 3166-1 writes them */

#endif
