/* gather: a session as a matter: its facts with their proofs, logged actions, clocks, and what was published.
 * Owns nothing but what the arena holds; promises that a fact stands as its last turn left it, corrections included.
 * Never runs Lua, never reads what is true in the story. */
#ifndef EXERCISE_GATHER_H
#define EXERCISE_GATHER_H

#include "content/matter.h"
#include "exercise/session.h"

/* As of the session's own now. The matter is of `arena` and borrows the session's world and texts. */
struct matter *gather_matter(const struct session *session, struct arena *arena);

#endif
