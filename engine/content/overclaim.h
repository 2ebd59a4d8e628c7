/* overclaim: worn and over-claiming phrases, and how deeds are worded, by language (comms-templates/overclaims.yaml).
 * Owns nothing but what its arena holds; promises that a reason to pass which is none is told, as every
 * other fault is. Never knows what is proved. */
#ifndef CONTENT_OVERCLAIM_H
#define CONTENT_OVERCLAIM_H

#include "content/shape.h"

struct overclaim_phrase {
	struct shape_entry entry;
	struct shape_texts phrases; /* any of them; "{n}" stands for a number */
	const char *why, *instead;
	int32_t unless;              /* enum overclaim_unless: when it passes; SHAPE_UNSET: never */
	struct shape_texts searches; /* of OVERCLAIM_SEARCH: actions that let it pass where it names no kind of data */
};

enum overclaim_unless {                    /* when it passes */
	                OVERCLAIM_SEARCH,  /* where what it names was searched, and nothing found */
	                OVERCLAIM_UNKNOWN, /* where what is unknown is named */
	                OVERCLAIM_LATER,   /* where it is said of what will be */
	                OVERCLAIM_OPEN     /* where its sentence leaves it open */
};

struct overclaim_kind {           /* a kind of data, an action or whom we told, as readers call it */
	struct shape_entry entry; /* its id: a category of advice.yaml; "all" is data as such */
	struct shape_texts names;
};

struct overclaim_language {
	struct shape_entry entry; /* its id: en, zh, ms, ko */
	struct shape_texts deeds; /* how "we have done" begins: "we have", "we've" */
	/* who did it, before a verb of the past; what makes a past; what may stand between; what speaks of it only */
	struct shape_texts subjects, past, adverbs, relative;
	struct shape_texts was, done, agents; /* "was" and "blocked"; by others: "by an attacker" */
	struct shape_texts undone;            /* what makes it no claim: "have not", "will" */
	struct shape_texts tells;             /* verbs of telling somebody: "notified" */
	struct shape_texts looks;             /* verbs of searching: "searched" */
	struct shape_list addressees;         /* struct overclaim_kind: a law's authority, an action's, readers */
	struct shape_list actions;            /* struct overclaim_kind: an action's id, and other words for it */
	struct shape_list moments;            /* struct overclaim_kind: a moment's id, and words that tell it */
	struct shape_list kinds;              /* struct overclaim_kind */
	/* says that data is in what got out; with `none` that it is not; that it is not; leaves it open; parts clauses
	 */
	struct shape_texts in, none, out, open, apart;
	struct shape_texts asks;    /* takes for granted what it asks about: "why" */
	struct shape_texts handles; /* says that data was merely dealt with: "change" */
	/* before a number that counts nothing; behind one; what was said before; what will be; when somebody answers */
	struct shape_texts references, ordinals, repeats, promises, opening;
	struct shape_texts titles, heads;   /* before a subject; beside the date that a text was written on: "as of" */
	struct shape_list zones;            /* struct overclaim_kind: a law's id, and its zone in words */
	struct shape_texts happened, until; /* says that it is past; before or behind a date that is to come */
	struct shape_texts next;            /* speaks of the next word to the reader */
	struct shape_texts shares;          /* a part of all: "half of", "a third of" */
	struct shape_list phrases;          /* struct overclaim_phrase */
};

struct overclaim {
	struct shape_entry entry;
	const char *id, *reviewed;
	struct shape_list languages; /* struct overclaim_language */
};

/* NULL after adding every fault. */
struct overclaim *overclaim_load(const struct file *file, const struct shape_reader *reader);

const struct overclaim_language *overclaim_language(const struct overclaim *overclaim, const char *lang); /* NULL */

#endif
