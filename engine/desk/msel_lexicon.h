/* msel_lexicon: what planners call the columns, types and ways of an events list.
 * Owns nothing but what its arena holds; promises that every language of the words is understood at once, whatever the
 * case, spaces and marks. Never guesses: what is only near is told as such. */
#ifndef DESK_MSEL_LEXICON_H
#define DESK_MSEL_LEXICON_H

#include "base/diag.h"

/* The columns of a list, in the order of msel_lexicon_columns. */
enum msel_lexicon_column {
	MSEL_NO,
	MSEL_TIME,
	MSEL_LOCAL,
	MSEL_DELIVERY,
	MSEL_TYPE,
	MSEL_METHOD,
	MSEL_FROM,
	MSEL_TO,
	MSEL_SUBJECT,
	MSEL_DESCRIPTION,
	MSEL_ALOUD,
	MSEL_CONTROLLER,
	MSEL_EXPECTED,
	MSEL_OBJECTIVE,
	MSEL_STATUS,
	MSEL_CONDITION,
	MSEL_ID,
	MSEL_COLUMNS
};
extern const char *const msel_lexicon_columns[]; /* their ids, NULL */

struct msel_lexicon;

/* The words of msel.column, msel.type and kit.channel, and the other names of them in msel.known, of every language.
 * NULL after adding the faults of their files. Of the arena. */
struct msel_lexicon *msel_lexicon_open(struct arena *arena, struct diags *diags);

/* The same names, to which a list adds its own. */
struct msel_lexicon *msel_lexicon_copy(const struct msel_lexicon *lexicon, struct arena *arena);

/* One more name of an id in a group ("role"). */
void msel_lexicon_add(struct msel_lexicon *lexicon, const char *group, const char *id, const char *name);

/* The id that a cell's words are a name of in a group ("column", "type", "method", "to", "role", "end"); NULL. */
const char *msel_lexicon_find(const struct msel_lexicon *lexicon, const char *group, const char *words);
/* The id whose name is nearest; NULL when none is near. `*name` is that name. */
const char *msel_lexicon_nearest(const struct msel_lexicon *lexicon, const char *group, const char *words,
                                 const char **name);
/* The id of a name that the words hold somewhere (`begins`: with which they begin); NULL. */
const char *msel_lexicon_within(const struct msel_lexicon *lexicon, const char *group, const char *words, bool begins);

#endif
