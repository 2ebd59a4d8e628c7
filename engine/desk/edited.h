/* edited: a draft that somebody changed, taken back in: its words without marks, and every value in it.
 * Owns nothing but what an arena holds; promises that what nothing backs is marked so, never dropped: publishing asks
 * for its reason. Never changes the file. */
#ifndef DESK_EDITED_H
#define DESK_EDITED_H

#include "desk/drafting.h"

struct edited {
	const char *path;
	const struct matter *matter;
	const struct phrases *phrases; /* letters.LANG.yaml: marks */
	struct arena *arena;
};

/* Puts the words and values of a file, plain text or Markdown, in place of the letter's, in both; its findings are told
 * in `notes`. False after adding why the file was not taken. */
bool edited_take(const struct edited *edited, struct notice *notice, struct statement *statement, struct text *notes,
                 struct diags *diags);

/* Whether a text that was taken names this day and this time of day, wherever its lines break. */
bool edited_names(const struct edited *edited, const char *text, int64_t at);

#endif
