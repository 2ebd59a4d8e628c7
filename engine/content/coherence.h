/* coherence: whether a story can be told.
 * Owns nothing; promises that nothing waits for itself, comes after EndEx or contradicts itself, and that the core cut
 * leans on nothing extra. Never changes the story. */
#ifndef CONTENT_COHERENCE_H
#define CONTENT_COHERENCE_H

#include "content/story.h"

/* False after adding every fault. `names` are those the story was loaded with. */
bool coherence_check(const struct story *story, const struct shape_reader *reader, const struct names *names);

#endif
