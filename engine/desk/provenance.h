/* provenance: the page beside a notice that says what proves it.
 * Owns nothing; promises that every value stands under the record that proves it, with its line, and that what is
 * missing comes first, by name. Never shows what was only claimed. */
#ifndef DESK_PROVENANCE_H
#define DESK_PROVENANCE_H

#include "desk/rendition.h"

/* Appends it, as Markdown, in the notice's language. A value stands with its line where the notice was written as
 * Markdown, else with its sentence: other formats wrap and fold lines as they need. */
void provenance_write(const struct rendition *rendition, const struct notice *notice, struct text *out);

#endif
