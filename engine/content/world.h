/* world: everything a session stands on, put together: story, playbook, vocabulary, regimes, their names and clocks.
 * Owns all of it (one arena); promises that the same sources give the same world, from disk or from a journal.
 * Never changes once built. An incident's world has an empty story. */
#ifndef CONTENT_WORLD_H
#define CONTENT_WORLD_H

#include "base/zone.h"
#include "content/playbook.h"
#include "content/regime.h"
#include "content/story.h"
#include "content/vocabulary.h"

#define WORLD_FALSE_STATEMENT "false-statement-published" /* a critical failure that every world knows */
enum { WORLD_PERSONS = 32 };                              /* people at most: on paper, and in the room */

struct world_sources { /* bytes of every file a world is made of; borrowed while building, then copied */
	struct file scenario, playbook, actions;
	struct file *includes, *regimes;
	size_t nincludes, nregimes;
};

struct world_deadline {
	const char *id;                               /* kr-pipa.authority, or the obligation's action */
	const char *party;                            /* PIPC, Pasar+ marketplace */
	const char *law;                              /* "PIPA (Korea), Decree Art. 40", "clause 14.2" */
	int32_t moment;                               /* what it counts from */
	const struct regime *regime;                  /* NULL for a contract */
	const struct regime_duty *duty;               /* NULL for a contract */
	const struct playbook_obligation *obligation; /* NULL for a law */
	bool individuals;                             /* a law's duty towards the people concerned */
	int critical;                                 /* its number among critical ids; NAMES_NONE for a contract */
};

struct world {
	struct arena *arena;
	struct names names;
	struct world_sources sources;
	struct yml *declarations;
	struct vocabulary *vocabulary;
	struct story *story;
	struct playbook *playbook;
	struct regime **regimes; /* those in force at T+0 that cover a customer */
	size_t nregimes;
	struct world_deadline *deadlines;
	size_t ndeadlines;
	struct shape_texts uncovered; /* countries of customers that no regime here covers */
	const char *lang;
	const char *zone;    /* the company's */
	int64_t t0;          /* seconds since 1970 */
	bool extended;       /* extra items are played */
	bool borrows;        /* nobody chose the playbook: the story's company stands, and what it calls things */
	struct share *share; /* what of it is one person\'s (share.h); NULL: all of it */
};

struct world_options {
	const char *lang; /* NULL: "en" */
	bool extended;
	/* of a world without a story; a story says its own */
	int64_t t0;                             /* seconds since 1970 */
	const struct zone_civil *starts;        /* or as its company's clocks say; borrowed, NULL: t0 */
	const struct playbook_company *company; /* borrowed, NULL: what it says stands over the playbook's */
	bool lent;                              /* the playbook is another company's: loan_strip */
	bool unchosen;                          /* nobody chose the playbook: where it is invented, loan_to */
};

/* Builds from sources and declarations (list of {kind, id, body}; its nodes must outlive the world or come from
 * `arena`, which the world takes over; NULL: no story). NULL after adding every fault; the arena is freed then. */
struct world *world_build(struct arena *arena, const struct world_sources *sources, struct yml *declarations,
                          const struct world_options *options, struct diags *diags);
void world_free(struct world *world);

/* When a deadline falls, in scenario seconds, if its moment was at scenario second `moment`. */
int32_t world_due(const struct world *world, int deadline, int32_t moment);
/* The same by the scenario's truth; SHAPE_UNSET when the truth never reaches its moment. */
int32_t world_true_due(const struct world *world, int deadline);

/* Replaces {term} (term_expand): the playbook's systems first, then the scenario's terms. */
void world_expand(const struct world *world, const char *s, struct text *out);

/* The number among persons of who holds a role on paper (the owner's person for a role the playbook lacks), and of
 * their deputy or NAMES_NONE. */
int world_holder(const struct world *world, int role);
int world_deputy(const struct world *world, int role);

/* What the playbook says of a kind of notice, by its id; NULL. */
const struct playbook_comms *world_comms(const struct world *world, const char *notice);

/* Whether completing an action meets a deadline: an obligation's own, or a law's that the action files. `*named`: it
 * names this very one, so that it counts before the clock's moment was logged, too. */
bool world_files(const struct world *world, int action, int deadline, bool *named);

/* Whether the cut has it: it is core, or the drill extended. */
bool world_plays(const struct world *world, int item);
bool world_asks(const struct world *world, int decision);
bool world_takes(const struct world *world, int step);

#endif
