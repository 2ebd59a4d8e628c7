/* outlet: draft, publish and brief as a room meets them at its console.
 * Owns the letters that were opened (outlet_close); promises that everything is told: faults of a letter, files that
 * could not be written, what is missing. Never takes an act: the room does. */
#ifndef DESK_OUTLET_H
#define DESK_OUTLET_H

#include "desk/galley.h"
#include "desk/layout.h"

struct outlet {
	struct writing writing;
	struct paint paint;    /* of the window as it is now */
	struct layout *layout; /* of words.en.yaml: opened when they are needed first, never at the start */
	bool wordless;         /* they can't be read, and that was told */
};

void outlet_open(struct outlet *outlet, const struct session *session, const char *journal, struct text *out);
void outlet_close(struct outlet *outlet);

/* The words of English. NULL when they can't be read, which was told at the first time. */
const struct phrases *outlet_words(struct outlet *outlet);

/* `draft`: true when job->act is to be taken; else it was told why not, or which kinds there are. Call writing_done
 * either way. */
bool outlet_draft(struct outlet *outlet, const struct act *typed, struct arena *arena, struct writing_job *job);

/* The i-th letter that completes `word` behind `draft`, among those that are no kinds of notice (an authority's forms);
 * malloc'ed, NULL when there are no more. */
char *outlet_complete(struct outlet *outlet, const char *line, int at, const char *word, int i);

/* What is asked before publishing: `read_back`, and what the draft lacks. Of the arena. */
const char *outlet_question(struct outlet *outlet, const struct act *act, const char *read_back, struct arena *arena);

/* `brief legal`: shown, and written beside the journal. */
void outlet_brief(struct outlet *outlet, int32_t t);

#endif
