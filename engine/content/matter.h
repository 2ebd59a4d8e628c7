/* matter: one incident as far as it is known: what is proved and by what, what was done, said and promised.
 * Owns nothing but what its arena holds; promises that a session and a facts file give the same shape, so that whatever
 * writes or checks a notice knows neither. Never changes once it was gathered. */
#ifndef CONTENT_MATTER_H
#define CONTENT_MATTER_H

#include "content/world.h"

#define MATTER_NEVER INT64_MIN /* of an instant: not yet, or not known */
enum matter_standing { MATTER_UNHEARD, MATTER_CLAIMED, MATTER_VERIFIED, MATTER_WITHDRAWN };

struct matter_proof {
	int32_t turn;            /* of the journal; 0: of a facts file */
	int64_t at;              /* when it was written down, seconds since 1970; MATTER_NEVER */
	const char *who;         /* a role or a person */
	const char *source;      /* a proof: what it was checked against; a search: what was searched. May be NULL */
	const char *over;        /* a search: which span of the logs. NULL otherwise */
	struct diag_place place; /* in a facts file */
	const struct yml *words; /* there: `against` and `over` by language (yml_in); NULL */
};

struct matter_value {
	int64_t number;          /* a count, an enum fact_data, seconds since 1970 */
	const struct yml *words; /* of a text fact: one text, or texts by language (yml_in) */
};

struct matter_fact {
	const char *id;
	enum fact_kind kind;
	const struct yml *label; /* yml_in; NULL: none */
	const char *unit, *verb, *category;
	struct shape_texts says; /* which contents a law asks for it gives: codes of regime.h */
	bool asked;              /* by its readers: while it is not verified, a notice names it as unknown */
	enum matter_standing standing;
	struct matter_value value;  /* as verified; while MATTER_CLAIMED as last claimed */
	struct matter_proof proof;  /* of that value */
	bool corrected;             /* another value was verified before... */
	struct matter_value before; /* ...this one */
};

struct matter_clock {
	int deadline;          /* of the world */
	int64_t due, notified; /* MATTER_NEVER while its moment is not logged; while it is not notified */
	const char *reason;    /* noted about it, such as why it is late; NULL */
	const char *despite;   /* why people hear before it is met, though a law has it met first; NULL */
};

// clang-format off
/* A logged action of the world's vocabulary. */
struct matter_deed { int action; int64_t at; struct matter_proof proof; };
/* The word of a role, in a facts file, for a notice of this kind with these `words` (fingerprint.h). */
struct matter_approval { const char *notice, *who, *how, *words; int role; int64_t at; };
/* A value as published: of `facts`, or else an action of the vocabulary, or else one of shape_moments, those before it
 * NAMES_NONE; all three: in these words, and nothing proved it. `text`: as it stood there; NULL in a facts file.
 * `unit`: what a number that nothing proved counted (unit_name); NULL. */
struct matter_said { int fact, action, moment; struct matter_value value; const char *text, *unit; };
/* An authority asked to wait with a kind of notice; until MATTER_NEVER: no end was named. over: that end has come. */
struct matter_hold { bool on, over; const char *reason; int64_t until; };
// clang-format on

struct matter_word {                                /* a published notice */
	const char *notice, *lang, *subject, *text; /* kind, language; text: Markdown, NULL in a facts file */
	int64_t at, next;                           /* next: of the word that it promised; MATTER_NEVER */
	int32_t turn;
	struct matter_said *said;
	size_t nsaid;
	bool needless; /* a correction that corrected nothing */
};

struct matter {
	struct arena *arena;
	bool exercise, recorded;   /* recorded: a session's; promises stand in `words`, too, by their readers */
	const struct world *world; /* vocabulary, playbook, regimes in force, deadlines */
	const char *company, *contact, *zone;
	const struct shape_counts *customers; /* by country */
	int64_t now, next_update;             /* next_update: promised; MATTER_NEVER */
	int64_t moments[SHAPE_MOMENTS];       /* as logged, MATTER_NEVER */
	struct matter_proof logged[SHAPE_MOMENTS];
	struct matter_fact *facts;
	struct matter_deed *deeds;   /* in the order they were logged */
	struct matter_clock *clocks; /* one for each deadline of the world */
	struct matter_word *words;   /* in the order they were published */
	struct matter_approval *approvals;
	int64_t *drafted; /* when a session drafted a notice, each once: the date that its text has */
	size_t nfacts, ndeeds, nclocks, nwords, napprovals, ndrafted;
	struct matter_hold hold;
};

int matter_fact(const struct matter *matter, const char *id); /* its number; NAMES_NONE */
bool matter_proved(const struct matter_fact *fact);           /* whether a notice may say it */

/* When an action was first done: as logged, or as the filing, the publication or the moment that it is; MATTER_NEVER.
 */
int64_t matter_done(const struct matter *matter, int action);

/* Whether what a law asks for under `code` (regime.h) can be said from what is proved, done and known. */
bool matter_has(const struct matter *matter, const char *code, const struct regime *regime);

#endif
