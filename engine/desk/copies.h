/* copies: which notices can be drafted, and in which languages one was asked for.
 * Owns nothing; promises each language once, in the order asked for. Never writes a notice. */
#ifndef DESK_COPIES_H
#define DESK_COPIES_H

#include "desk/drafting.h"

/* "en", "en,zh", "all" (each that the letter is there in, with a warning of those that the playbook asks for and that
 * are not); NULL: English. False after adding the fault. */
bool copies_languages(struct drafting *drafting, const char *name, const char *asked, struct arena *arena,
                      struct shape_texts *out, struct diags *diags);

/* The notices that can be drafted, by name, before any world is there: those with a letter in English. Of the arena. */
struct shape_texts copies_kinds(struct arena *arena);
void copies_list(struct text *out); /* appends them: "agency-demand, ..." */

#endif
