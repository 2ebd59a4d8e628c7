/* issue: a notice as it went out: its languages, and each claim in them once.
 * Owns nothing but what an arena holds; promises the notices in the order in which they were published, each with what
 * was on record by then. Never judges what it says: truth does. */
#ifndef DESK_ISSUE_H
#define DESK_ISSUE_H

#include "exercise/session.h"
#include "exercise/truth.h"

struct issue {
	const struct ledger_entry *entry; /* of its first language */
	size_t place;                     /* of that entry in the ledger: what was on record by then */
	const struct statement **statements;
	size_t n;
	const struct statement_value **values; /* the same claim in two languages is one */
	size_t nvalues;
};

/* Takes the entries from `*at` on that went out together. False when there are none left. */
bool issue_next(const struct session *session, size_t *at, struct arena *arena, struct issue *issue);

/* The one that went out in a turn; false when none did. */
bool issue_of_turn(const struct session *session, int32_t turn, struct arena *arena, struct issue *issue);

/* What a value of it is worth, by what was on record when it went out. */
enum truth issue_truth(const struct session *session, const struct issue *issue, const struct statement_value *value);

#endif
