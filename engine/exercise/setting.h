/* setting: what stands around an incident, in the tree that a notice is filled from: company, laws, contracts, clocks.
 * Owns nothing; promises that each value has its voucher: the playbook, a law's record, a logged moment or filing.
 * Never says that something was filed which nobody logged. */
#ifndef EXERCISE_SETTING_H
#define EXERCISE_SETTING_H

#include "exercise/exhibit.h"

/* Adds company, date, time, zone, next_update, regime, regimes, chronology, plan, obligations, systems, contacts, lead,
 * countries. `regime`: of a form, by name; NULL. */
void setting_add(const struct saying *saying, const char *kind, const char *regime, bool authorities, struct jsn *root);

struct setting_promise { /* of the next word */
	int64_t at;      /* MATTER_NEVER: there is none */
	int32_t after;   /* the playbook's interval that it counts by, seconds; SHAPE_UNSET: it stood before */
};

/* When a notice of `kind` that is drafted now says that the next word comes, if it says so. */
struct setting_promise setting_promise(const struct matter *matter, const char *kind);

/* The law that a form names, among those of the incident; NULL when it is none of them. */
const struct regime *setting_regime(const struct matter *matter, const char *name);

/* When an authority (or, `individuals`, the people) has to be told, and whether it was; NULL where no number says so.
 */
const struct matter_clock *setting_clock(const struct matter *matter, const struct regime *regime, bool individuals);

/* Whether the time to tell an authority (or, `individuals`, the people) is over and it was not done in time. */
bool setting_late(const struct matter *matter, const struct regime *regime, bool individuals);

#endif
