/* form: how the words after a command's name are read: the few shapes that all commands share.
 * Owns nothing; promises that a line which does not fit its shape is answered with how to write it.
 * Never knows the commands' names: their table says which shape each has. */
#ifndef DESK_FORM_H
#define DESK_FORM_H

#include "desk/line.h"

enum form {
	FORM_NONE,    /* undo */
	FORM_ONE,     /* pause retargeting: one id of the command's kind of names */
	FORM_PAUSE,   /* pause notices because the police asked until 10 Mar 09:00 */
	FORM_WHY,     /* hold because lunch */
	FORM_TEXT,    /* note ... */
	FORM_STEPS,   /* do 1 3 4 */
	FORM_DONE,    /* done 3 at 23:10 */
	FORM_SKIP,    /* skip 2 because ... */
	FORM_ASSIGN,  /* assign 2 to Farah */
	FORM_PHASE,   /* phase notify, phase auto; steps notify */
	FORM_SPEAK,   /* as legal */
	FORM_CALL,    /* call Adeline Chua asked for a hold */
	FORM_CLAIM,   /* fact, verify, withdraw */
	FORM_NOTIFY,  /* notify PIPC at 22:10 */
	FORM_MOMENT,  /* moment aware at 23:10 */
	FORM_ROSTER,  /* roster Mei Lin, owner */
	FORM_HINT,    /* of the current question */
	FORM_EXTEND,  /* extend 2m */
	FORM_WAIT,    /* wait 2h */
	FORM_OBSERVE, /* observe evidence ... */
	FORM_RATE,    /* rate evidence S because ... */
	FORM_END,     /* asks before it is done */
	FORM_AUDIT,   /* y, n */
	FORM_IMPROVE, /* improve ... @Farah 30 Apr */
	FORM_DRAFT,   /* draft customer-holding en zh */
	FORM_APPROVE, /* approve customer-holding for legal by phone at 02:31 */
	FORM_PUBLISH, /* asks before it is done */
	FORM_BRIEF,   /* brief legal */
	FORM_COUNT,   /* again, again 3 */
	FORM_KINDS
};

/* Reads the line (its first word is the command) into line->act, whose kind is set. `usage` is for refusals. */
bool form_read(struct line *line, enum form form, enum names_kind kind, const char *usage);

enum { FORM_LANGUAGE = NAMES_KINDS }; /* "en", "zh": no names of the world */

/* What the i-th word after the command names (enum names_kind, FORM_LANGUAGE), for completion; NAMES_NONE when it is
 * free text. */
int form_argument(enum form form, enum names_kind kind, size_t i);

#endif
