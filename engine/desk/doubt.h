/* doubt: what a facts file or a scenario says that can be read, and is hardly meant.
 * Owns nothing; promises that a word no notice knows, a proof from before the incident, more people than customers, the
 * approval of a role that is not asked, a country without a law and a promise or hold whose time is past are told at
 * their place; and in a scenario a kind of data that no advice is about. Never changes what was read. */
#ifndef DESK_DOUBT_H
#define DESK_DOUBT_H

#include "content/dossier.h"
#include "content/story.h"

/* Adds faults and warnings about what dossier_read gave. */
void doubt_tell(const struct dossier *dossier, const struct matter *matter, struct diags *diags);

/* Warns of each kind of data in a story that advice.yaml does not know: a notice would have no advice on it. */
void doubt_categories(const struct story *story, struct diags *diags);

#endif
