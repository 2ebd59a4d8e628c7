/* lookup: what a dotted name means among nested values, as Mustache has it.
 * Owns nothing; promises that the first part is looked for from the innermost value outwards and the others only in
 * what was found. Never finds a key that has a dot in it. */
#ifndef CONTENT_LOOKUP_H
#define CONTENT_LOOKUP_H

#include "base/diag.h"
#include "base/jsn.h"

struct lookup_path {
	const char *name;         /* as written */
	const char *const *parts; /* none for ".", the innermost value itself */
	size_t n;
};

struct lookup_frame {
	const struct jsn *value;
	const struct lookup_frame *up; /* the value around it */
	const struct jsn *holder;      /* what the value was found in, and under which name; NULL of the outermost */
	const char *name;
};

struct lookup_path lookup_path(const char *name, size_t len, struct arena *arena);

/* NULL when it is not there; JSON null is there. `*holder` (may be NULL): the value it was found in; for ".", what the
 * section's value was found in. */
const struct jsn *lookup_find(const struct lookup_path *path, const struct lookup_frame *frame,
                              const struct jsn **holder);

/* Adds an error about a name that is not there, with the nearest that is. Returns what that one is, or NULL. */
const struct jsn *lookup_fault(const struct lookup_path *path, const struct lookup_frame *frame,
                               struct diag_place place, struct diags *diags);

/* Whether a section passes it over: nothing, false, a list without rows. */
bool lookup_false(const struct jsn *value);

#endif
