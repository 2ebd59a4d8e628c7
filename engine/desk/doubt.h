/* doubt: what a facts file says that can be read, and is hardly meant.
 * Owns nothing; promises that a word no notice knows, a proof from before the incident, more people than customers, the
 * approval of a role that is not asked, a country without a law and a promise or hold whose time is past are told at
 * their place. Never changes what was read. */
#ifndef DESK_DOUBT_H
#define DESK_DOUBT_H

#include "content/dossier.h"

/* Adds faults and warnings about what dossier_read gave. */
void doubt_tell(const struct dossier *dossier, const struct matter *matter, struct diags *diags);

#endif
