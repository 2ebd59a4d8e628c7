/* playbook: a team's own runbook: roles, systems, phases and steps, pauses, contracts, communications.
 * Owns nothing but what its arena holds; promises one owner, known roles, steps whose needs exist and have no cycle.
 * Never knows a scenario: any playbook plays any scenario. */
#ifndef CONTENT_PLAYBOOK_H
#define CONTENT_PLAYBOOK_H

#include "content/shape.h"

enum { PLAYBOOK_STEPS_MAX = 500 };

// clang-format off
struct playbook_role { struct shape_entry entry; const char *person, *deputy, *reach; struct shape_texts covers; };
struct playbook_system {
	struct shape_entry entry;
	const char *name, *admin, *vendor;
	struct shape_texts holds;
	int32_t logs; /* how long its logs are kept, seconds */
};
struct playbook_escalation { struct shape_entry entry; int32_t after; const char *to; };
struct playbook_severity { struct shape_entry entry; const char *when; struct shape_texts wake, pause; };
struct playbook_company {
	struct shape_entry entry;
	const char *name, *contact, *timezone;
	struct shape_counts customers;
};
struct playbook_obligation {
	struct shape_entry entry;
	const char *party, *clause, *action, *contact;
	int32_t clock, within;
};
struct playbook_pause { struct shape_entry entry; const char *pause, *owner, *resume; int32_t lasts; };
struct playbook_evidence { struct shape_entry entry; const char *what; bool required; };
struct playbook_skip { struct shape_entry entry; bool allowed; const char *by; };
struct playbook_step {
	struct shape_entry entry;
	const char *id, *instruction, *owner;
	struct shape_due due;
	int32_t takes; /* seconds its owner is busy in a drill; 15m when not given */
	struct shape_texts does, needs;
	struct shape_list evidence; /* struct playbook_evidence */
	struct playbook_skip skip;
	bool extra;
	int phase, number; /* of its phase; its place there, from 1. Set by the loader */
};
struct playbook_phase { struct shape_entry entry; const char *id, *goal; struct shape_list steps; int first; };
struct playbook_comms {
	struct shape_entry entry;
	const char *notice, *audience;
	struct shape_texts languages, approvers;
	struct shape_due due;
	int32_t next_update;
};

// clang-format on

struct playbook {
	struct shape_entry entry;
	const char *id, *title, *reviewed, *owner;
	struct playbook_company company;
	struct shape_list roles, systems, escalation, severities, obligations, pauses, phases, comms;
	struct shape_pairs clock;           /* moment -> the company's own definition */
	const struct playbook_step **steps; /* all, in written order: the number of NAMES_STEP */
	size_t nsteps;
};

extern const struct shape playbook_shape; /* what an author may write */

/* Loads; checks actions, pauses and notices against `names` (the vocabulary's), and registers its roles, phases, steps
 * and severities there. NULL after adding every fault. */
struct playbook *playbook_load(const struct file *file, const struct shape_reader *reader, struct names *names);

/* The time zone and countries of a company, wherever it was written down; false after adding the faults. */
bool playbook_check_company(const struct shape_reader *reader, const struct playbook_company *company);

const struct playbook_role *playbook_role(const struct playbook *playbook, const char *id); /* NULL if it has none */

#endif
