/* approval: whose word a notice needs before it goes out, and what holds it back (pure).
 * Owns nothing; promises that what a playbook asks for is what is asked: its approvers, an authority's hold, proofs
 * that still stand. Never writes an event. */
#ifndef EXERCISE_APPROVAL_H
#define EXERCISE_APPROVAL_H

#include "content/state.h"
#include "exercise/ledger.h"
#include "exercise/statement.h"

enum { APPROVAL_ROLES = 16 }; /* approvers of a notice at most */

/* The roles that must approve a notice kind, in the playbook's order; its owner alone where the playbook says nothing.
 * Returns how many. */
int approval_roles(const struct world *world, int notice, int roles[APPROVAL_ROLES]);

/* Whether a role is there in the approvals of the words as drafted last, and the first that is not; NAMES_NONE. */
bool approval_given(const struct state *state, int notice, int role);
int approval_missing(const struct state *state, int notice);

/* The first second at which the words as drafted may be approved: somebody's word is known by the minute. */
int32_t approval_earliest(const struct state *state, int notice);

/* The pausable thing that holds the notice back now; NAMES_NONE. */
int approval_held(const struct state *state, int notice);

/* The deadline of an authority that a law has told no later than the people whom this kind tells, and that nobody had
 * told by `t` (when the notice went out; INT32_MAX: as things stand); NAMES_NONE. */
int approval_early(const struct state *state, int notice, int32_t t);

/* "not-statutory" of an early line to customers while an authority still waits: not the notice that the law asks for,
 * and the record says so; NULL. */
const char *approval_standing(const struct state *state, int notice);

/* Whether pausing `thing` holds back any kind of notice. */
bool approval_holds(const struct world *world, int thing);

/* A draft as it stands: the statements of its languages, newest of each, since the kind was last published. Returns how
 * many; they are of the arena. */
size_t approval_draft(const struct ledger *ledger, const struct world *world, int notice, struct arena *arena,
                      const struct statement **statements);

/* A value of the statement that nothing proves, or no longer does; NULL when each stands. */
const struct statement_value *approval_unproved(const struct world *world, const struct ledger *ledger,
                                                const struct statement *statement);

/* All such values of a draft as they stand in it, each once: "200", "9 March" and 3 more; NULL when
 * each stands. Of the arena. */
const char *approval_unproved_words(const struct world *world, const struct ledger *ledger,
                                    const struct statement *statements, size_t n, struct arena *arena);

/* What `role` said of a notice up to turn `turn`: its latest approval by then; NULL. Whether it counted when the notice
 * went out is a bit of that publication's value (ledger.h), in the order of approval_roles. */
const struct ledger_entry *approval_said(const struct ledger *ledger, int notice, int role, int32_t turn);

#endif
