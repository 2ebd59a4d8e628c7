/* origin: where a matter comes from: a journal, or a facts file.
 * Owns what it opened (origin_close); promises that draft, lint-notice, brief and check take the same sources in the
 * same way, and that an incident for which nobody names a playbook shows nothing of the shipped one's company. Never
 * prints. */
#ifndef DESK_ORIGIN_H
#define DESK_ORIGIN_H

#include "content/matter.h"
#include "desk/shelf.h"
#include "exercise/record.h"

struct origin_choice {
	const char *journal, *facts; /* at most one; NULL both: the newest record on the shelf */
	const char *playbook; /* of a facts file: a name or a path; NULL: what the file names, else sme-ecommerce */
	const char *lang;     /* of a facts file's world; NULL: en */
};

struct origin {
	struct arena *arena;
	const struct matter *matter;
	const char *id;        /* of the facts file, or NULL */
	bool dated;            /* the facts file says when its facts stand */
	char path[SHELF_PATH]; /* what was read */
	bool newest;           /* nobody named it: to be told */
	struct record record;  /* of a journal; its turns are not kept */
	struct shelf_set set;  /* of a facts file */
};

/* False after adding every fault; close it either way. */
bool origin_open(struct origin *origin, const struct origin_choice *choice, struct diags *diags);
void origin_close(struct origin *origin);

/* What a reader has to know of it: which record it is when nobody named one, and as of when it speaks. Lines, of the
 * origin's arena; empty for a facts file. */
const char *origin_told(const struct origin *origin);

#endif
