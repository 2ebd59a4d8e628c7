/* prose_entity: character references of HTML: &amp; &#233; &#x2019; .
 * Owns nothing; promises that what is no reference stays as it is. Never reads past the longest name. */
#ifndef DESK_PROSE_ENTITY_H
#define DESK_PROSE_ENTITY_H

#include "desk/prose.h"

/* Adds the character that the reference at byte `i` stands for; returns its bytes, 0 when none stands there. */
size_t prose_entity_add(struct prose *prose, const struct prose_source *source, size_t i);

#endif
