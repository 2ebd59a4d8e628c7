/* flaw: what was wrong with a notice that went out: values that were false or not proved, contents that the law asks
 * for, an authority that comes first.
 * Owns nothing but what an arena holds; promises that contents which were missing and approvals aside count only where
 * it took a reason to send it, and that nobody is told before EndEx what was false. Never prices it: price does. */
#ifndef DESK_FLAW_H
#define DESK_FLAW_H

#include "content/phrase.h"
#include "desk/issue.h"

struct flaw {
	struct issue issue;
	int wrong, unproved;               /* how many of its values */
	const struct shape_texts *missing; /* codes of contents; NULL: none */
	int first;                         /* the deadline of an authority that was not told first; NAMES_NONE */
};

/* False when the notice has none. */
bool flaw_of(const struct session *session, const struct issue *issue, struct flaw *flaw);

/* The same for the notice that told a deadline's party, or that was an action; false where no notice did. */
bool flaw_told(const struct session *session, int deadline, struct arena *arena, struct flaw *flaw);
bool flaw_done(const struct session *session, int action, struct arena *arena, struct flaw *flaw);

/* The same for a step that such an action completed. */
bool flaw_step(const struct session *session, int step, struct arena *arena, struct flaw *flaw);

/* Appends "with 2 false values; without: how many people; before PDPC was told"; `brief` counts the contents. */
void flaw_say(const struct session *session, const struct phrases *phrases, const struct flaw *flaw, bool brief,
              struct text *out);

#endif
