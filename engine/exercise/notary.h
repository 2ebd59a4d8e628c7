/* notary: what a draft, an approval and a publication make of the state and the ledger.
 * Owns nothing; promises that other words than those that were approved void the approvals, and that what goes out
 * settles what its readers were promised. Never decides whether it may: clearance does. */
#ifndef EXERCISE_NOTARY_H
#define EXERCISE_NOTARY_H

#include "content/state.h"
#include "exercise/event.h"
#include "exercise/ledger.h"

struct notary { /* as in struct fold */
	struct state *state;
	struct ledger *ledger;
	int32_t turn, t;
};

void notary_drafted(const struct notary *notary, const struct event *event);
void notary_approved(const struct notary *notary, const struct event *event);
void notary_overridden(const struct notary *notary, const struct event *event);
void notary_published(const struct notary *notary, const struct event *event);

/* As fold_refuses, for those events; NULL for any other. */
const char *notary_refuses(const struct notary *notary, const struct event *event);

#endif
