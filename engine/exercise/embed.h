/* embed: what a world is made of, inside a journal's first line, and out of it again.
 * Owns nothing; promises that a text read back is the one whose hash was written. Never knows an event. */
#ifndef EXERCISE_EMBED_H
#define EXERCISE_EMBED_H

#include "content/world.h"

/* A list of {what, name, sha256, text}. The caller owns it, and the next. */
struct jsn *embed_sources(const struct world *world);

/* The ids of the actions that the story expects, reacts to, waits for or answers with: a playbook should do them. */
struct jsn *embed_needed(const struct world *world);

/* Reads such a list; the texts live as long as `diags`. False after adding the reason. */
bool embed_read(const struct jsn *list, struct world_sources *sources, struct diags *diags);

#endif
