/* restraint: what keeps a notice back however many approve it: a hold that an authority asked for, and a law that has
 * the authority told first.
 * Owns nothing; promises the same two rules for a session and for a facts file. Never decides whether a hold or a
 * reason is right. */
#ifndef EXERCISE_RESTRAINT_H
#define EXERCISE_RESTRAINT_H

#include "content/matter.h"

/* Whether `deadline`, a number of the world, is of an authority that a law has told no later than those whom `notice`,
 * the id of a kind, tells. */
bool restraint_first(const struct world *world, int deadline, const char *notice);

/* Whether something keeps this kind back as matters stand. */
bool restraint_stands(const struct matter *matter, const char *notice);

/* Adds what keeps it back, and for which reason people hear before an authority all the same, in plain words. */
void restraint_warn(const struct matter *matter, const char *notice, struct arena *arena, struct shape_texts *out);

#endif
