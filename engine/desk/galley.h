/* galley: a draft on the screen and in files beside the journal: its text, what it lacks, who must approve it.
 * Owns nothing; promises that a file which can't be written is told and loses nothing, and that in an incident no file
 * is without DRAFT before it was published. Never changes a session. */
#ifndef DESK_GALLEY_H
#define DESK_GALLEY_H

#include "desk/paint.h"
#include "desk/writing.h"

/* After the job's act was taken: shows the first language, and writes the files of all. */
void galley_show(struct writing *writing, const struct writing_job *job, const struct paint *paint);

/* After publishing in an incident: the files once more, as they go out; a drill's stay as they are. */
void galley_release(struct writing *writing, const struct event_turn *turn, const struct paint *paint);

/* Every kind there is a letter for: who must approve it, when it was drafted and published. */
void galley_menu(struct writing *writing, const struct paint *paint, struct diags *diags);

/* Appends what a law asks for and a draft lacks, by name; nothing when it lacks nothing. */
void galley_lacks(const struct writing *writing, int notice, struct text *out);

#endif
