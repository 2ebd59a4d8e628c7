/* dossier: a facts file: what a company knows of an incident, written down by hand (YAML), as a matter.
 * Owns nothing but what its arena holds; promises that a file without `mode`, a negative count, a date that does not
 * exist or an unknown action is told at its place, all of it at once. Never proves anything: what it calls verified
 * names who verified it and against what. */
#ifndef CONTENT_DOSSIER_H
#define CONTENT_DOSSIER_H

#include "content/matter.h"

struct dossier { /* the head of the file: enough to find its world */
	struct shape_entry entry;
	const struct yml *root;
	int32_t mode;                    /* 0 exercise, 1 incident */
	struct playbook_company company; /* entry.node is NULL when the file has none: the playbook's own */
	int64_t now;                     /* `at` of the file, else the caller's */
};

/* Reads the head. NULL after adding the faults. `now`: seconds since 1970, when the file does not say when it is from.
 */
struct dossier *dossier_load(const struct file *file, int64_t now, const struct shape_reader *reader);

/* The rest, in a world without a story whose regimes were chosen for `dossier->company` and `dossier->now`. NULL after
 * adding every fault. */
struct matter *dossier_matter(const struct dossier *dossier, const struct world *world,
                              const struct shape_reader *reader);

#endif
