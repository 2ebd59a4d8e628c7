/* addressee: whom a text says that we told, against the record: an authority, the police, a contract's party, readers.
 * Owns nothing; promises that every one named was told: by a filing, a logged action or a published notice.
 * Never judges another deed, and never what they were told. */
#ifndef DESK_ADDRESSEE_H
#define DESK_ADDRESSEE_H

#include "content/overclaim.h"
#include "desk/sheet.h"

struct addressees {
	const struct sheet *sheet;
	const struct overclaim_language *language;
	const bool *logged; /* of each action of the vocabulary */
};

enum addressee_missing { ADDRESSEE_TOLD, ADDRESSEE_NO_FILING, ADDRESSEE_NO_ACTION, ADDRESSEE_NO_NOTICE };

struct addressee_told {
	enum addressee_missing missing; /* what the record lacks; ADDRESSEE_TOLD: nothing */
	const char *whom;               /* of what is missing: a law, an action, readers; NULL: any law */
	int action;                     /* that tells the last one named; NAMES_NONE */
	const char *what;               /* what is on record of the only one named, where no action tells it */
	int64_t *at;                    /* and when, in any order */
	size_t nat;
};

/* Whom a clause says that we told. The verb begins between `verb` and `verb_end`. False when it tells nobody known. */
bool addressee_read(const struct addressees *addressees, size_t from, size_t to, size_t verb, size_t verb_end,
                    struct addressee_told *told);

/* Whether the action tells one of them. */
bool addressee_tells(const struct addressees *addressees, int action);

#endif
