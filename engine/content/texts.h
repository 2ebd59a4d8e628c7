/* texts: a list of texts, and what stands in it.
 * Owns nothing but what its arena holds; promises that a text is added as it is, not copied, and sorted by its bytes,
 * in the same order everywhere. Never knows what the texts are. */
#ifndef CONTENT_TEXTS_H
#define CONTENT_TEXTS_H

#include "content/shape.h"

bool texts_have(const struct shape_texts *texts, const char *text);
void texts_add(struct shape_texts *texts, const char *text, struct arena *arena);
void texts_add_once(struct shape_texts *texts, const char *text, struct arena *arena); /* unless it is there */

/* "en, zh"; "" for none; of the arena. */
const char *texts_joined(const struct shape_texts *texts, struct arena *arena);

void texts_sort(struct shape_texts *texts);
bool texts_sorted_have(const struct shape_texts *texts, const char *text); /* of a list that is sorted */

#endif
