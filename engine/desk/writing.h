/* writing: a session's notices as words: letters filled from what is proved, or a text that somebody edited.
 * Owns the letters that it opened (writing_close); promises statements ready for the journal, each with the letter it
 * came from. Never takes an act and never shows anything. */
#ifndef DESK_WRITING_H
#define DESK_WRITING_H

#include "desk/drafting.h"
#include "exercise/session.h"

struct writing {
	const struct session *session;
	const char *journal;         /* its path: files lie beside it */
	const struct phrases *words; /* words.en.yaml; NULL: codes stand in place of names */
	struct drafting *drafting;   /* opened at the first draft */
};

struct writing_job { /* one draft, in every language asked for; of the arena it was made in */
	struct act act;
	struct notice *notices;
	size_t n;
	const struct matter *matter;
	struct text notes; /* on languages left out and on reading; writing_done frees it */
};

struct drafting *writing_letters(struct writing *writing, struct diags *diags); /* NULL after adding every fault */
void writing_close(struct writing *writing);

/* Writes what `asked` (sending_read_draft) asks for; job->act is ready to be taken. False after adding every fault.
 * Call writing_done either way. */
bool writing_draft(struct writing *writing, const struct act *asked, struct arena *arena, struct writing_job *job,
                   struct diags *diags);
void writing_done(struct writing_job *job);

#endif
