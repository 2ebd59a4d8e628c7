/* verdict: what went well and what did not, said in a sentence each.
 * Owns the text it appends to; promises the words of the language, with figures and names from the record.
 * Never weighs: findings does. */
#ifndef DESK_VERDICT_H
#define DESK_VERDICT_H

#include "content/phrase.h"
#include "desk/account.h"
#include "desk/flaw.h"

enum { VERDICT_NAMED = 4 }; /* in one sentence */

struct verdict {
	const struct account *account;
	const struct phrases *phrases;
	struct text text;
};

struct verdict_several { /* steps or deadlines: how many, and the first few of them */
	int n, v[VERDICT_NAMED];
};

/* What was chosen; `best` is what more would have come of, NAMES_NONE when that is not said. */
void verdict_chosen(struct verdict *verdict, int decision, int option, int best);
void verdict_slow(struct verdict *verdict, int decision);
void verdict_lapsed(struct verdict *verdict, int decision, int option); /* NAMES_NONE: to nothing */
void verdict_untrue(struct verdict *verdict, const struct ledger_entry *claim);

void verdict_step(struct verdict *verdict, int step); /* late, or never done */

/* Of `counted` steps of a phase, those of `lost` came late or, `never` of them, never. */
void verdict_phase(struct verdict *verdict, const char *phase, int counted, int never,
                   const struct verdict_several *lost);
void verdict_kept(struct verdict *verdict, const char *phase, int kept);

/* What else was wrong with a notice than what was scored. */
void verdict_flawed(struct verdict *verdict, const struct flaw *flaw);

/* What was wrong with a published notice, or with the next word that it promised: `entry` has one of score_reasons. */
void verdict_said(struct verdict *verdict, const struct ledger_entry *entry, const char *notice);

void verdict_told(struct verdict *verdict, int deadline); /* in time, late, or never */
void verdict_missed(struct verdict *verdict, const struct verdict_several *deadlines);

#endif
