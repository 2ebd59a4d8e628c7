/* ledger: texts and facts as they came, append-only: who is here, what was claimed, verified, done, said and agreed.
 * Owns its list and copies of the texts; promises that nothing is overwritten: a later value is a new entry. Taking
 * back (undo) cuts the tail. Never read by hooks. */
#ifndef EXERCISE_LEDGER_H
#define EXERCISE_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum ledger_kind {
	LEDGER_PERSON,
	LEDGER_REASON, /* of a decision */
	LEDGER_CLAIM,
	LEDGER_PROOF, /* a verified fact */
	LEDGER_CORRECTION,
	LEDGER_WITHDRAWAL,
	LEDGER_NOTE,
	LEDGER_CALL,
	LEDGER_OBSERVATION,
	LEDGER_RATING,
	LEDGER_IMPROVEMENT,
	LEDGER_DEED,   /* ref=action */
	LEDGER_PAUSE,  /* ref=pausable thing, why, at=until */
	LEDGER_MOMENT, /* ref=moment, at=when it was, who, why */
	LEDGER_DRAFT,  /* ref=notice, text=statement_pack, who=language, why=hash of its template, at=next word that its
	                  text promises; one a language */
	LEDGER_APPROVAL,    /* ref=notice, value=role, who=person, why=how, at=when they said so */
	LEDGER_OVERRIDE,    /* ref=notice, who, why */
	LEDGER_PUBLICATION, /* as LEDGER_DRAFT but why=standing; value=STATE_NOTICE_APPROVED of then, at=next word */
	LEDGER_SCORE,
	LEDGER_CRITICAL,
	LEDGER_KINDS
};

struct ledger_entry {
	enum ledger_kind kind;
	int32_t turn, t;    /* which turn wrote it, and its scenario second */
	int32_t ref, value; /* a fact, an objective, a decision; its value */
	int32_t at;         /* where an instant belongs to it */
	const char *text, *who, *why, *over;
};

struct ledger;

struct ledger *ledger_new(bool persons_alone); /* true: every other entry is dropped */
void ledger_free(struct ledger *ledger);

/* Copies `entry` and its texts onto the end; returns its number. */
size_t ledger_add(struct ledger *ledger, const struct ledger_entry *entry);
size_t ledger_count(const struct ledger *ledger);
const struct ledger_entry *ledger_at(const struct ledger *ledger, size_t number); /* NULL past the end */
void ledger_cut(struct ledger *ledger, size_t count); /* forgets all from number `count` on */

/* The latest entry of a kind about `ref`, or NULL. */
const struct ledger_entry *ledger_last(const struct ledger *ledger, enum ledger_kind kind, int32_t ref);

/* What proves fact `ref` now: its latest proof or correction that was not withdrawn since; NULL. */
const struct ledger_entry *ledger_proof(const struct ledger *ledger, int32_t ref);

/* The same, when only the first `until` entries were there. */
const struct ledger_entry *ledger_last_by(const struct ledger *ledger, enum ledger_kind kind, int32_t ref,
                                          size_t until);
const struct ledger_entry *ledger_proof_by(const struct ledger *ledger, int32_t ref, size_t until);

/* The number among persons (in order of coming) of a name, NAMES_NONE when nobody is called that; and back. */
int ledger_person(const struct ledger *ledger, const char *name);
const char *ledger_person_name(const struct ledger *ledger, int number);

#endif
