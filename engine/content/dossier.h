/* dossier: a facts file: what a company knows of an incident, written down by hand (YAML), as a matter.
 * Owns nothing but what its arena holds; promises that a file without `mode`, a negative count, a date that does not
 * exist or an unknown action is told at its place, all of it at once. Never proves anything: what it calls verified
 * names who verified it and against what. */
#ifndef CONTENT_DOSSIER_H
#define CONTENT_DOSSIER_H

#include "base/zone.h"
#include "content/matter.h"

struct dossier { /* the head of the file is enough to find its world */
	struct shape_entry entry;
	const char *id;
	const char *playbook;            /* a name, or a path from the folder of the file; NULL: it names none */
	int32_t mode;                    /* 0 exercise, 1 incident */
	struct playbook_company company; /* entry.node is NULL when the file has none: the playbook's own */
	int64_t now;                     /* the caller's */
	const struct zone_civil *starts; /* `at` of the file, by the company's clocks; NULL: `now` */
	bool faulty;
	/* for dossier_matter */
	struct shape_list facts, published, approved;
	struct dossier_hold {
		struct shape_entry entry;
		const char *reason;
		const struct yml *until;
	} hold;
	const struct yml *at, *moments, *actions, *filed, *despite, *next_update;
};

/* Reads the file. NULL when it is no map of keys; else all faults that can be told without a world are added, and the
 * head is there for what dossier_matter still can tell. `now`: seconds since 1970. */
struct dossier *dossier_load(const struct file *file, int64_t now, const struct shape_reader *reader);

/* The whole, in a world without a story, built for the dossier's `company`, `now` and `starts`. NULL after adding every
 * fault, and when the dossier is faulty. Borrows both. */
struct matter *dossier_matter(const struct dossier *dossier, const struct world *world,
                              const struct shape_reader *reader);

/* The same, for those who have more to say of it: what could be read is there, `*fine` or not. */
struct matter *dossier_read(const struct dossier *dossier, const struct world *world, const struct shape_reader *reader,
                            bool *fine);

#endif
