/* drafting: the letters of comms-templates, with the words of their language, ready to be filled.
 * Owns what it loaded (drafting_free); promises that a company's own letter beside the reader is taken before the one
 * that came with drill72, and that a kind or language which is not there is told with those that are.
 * Never knows what a letter is about. */
#ifndef DESK_DRAFTING_H
#define DESK_DRAFTING_H

#include "content/overclaim.h"
#include "exercise/notice.h"

struct drafting;

/* NULL after adding every fault: advice.yaml and the words of English are read at once, the rest at their first use. */
struct drafting *drafting_open(const struct world *world, struct diags *diags);
void drafting_free(struct drafting *drafting); /* NULL is fine */

struct shape_texts drafting_languages(struct drafting *drafting);                /* that letters have words in */
struct shape_texts drafting_names(struct drafting *drafting);                    /* of letters, each once, sorted */
struct shape_texts drafting_spoken(struct drafting *drafting, const char *name); /* languages one letter is there in */

/* Languages in which the playbook asks for a kind of notice; none where it says nothing of the kind. */
struct shape_texts drafting_asked(const struct drafting *drafting, const char *kind);

const struct advice *drafting_advice(const struct drafting *drafting);

/* overclaims.yaml, read at its first use. NULL after adding every fault. */
const struct overclaim *drafting_overclaim(struct drafting *drafting, struct diags *diags);

/* A letter that the caller has read, wherever it lies: letter_read. */
const struct letter *drafting_take(struct drafting *drafting, const struct file *file, bool *fine, struct diags *diags);

/* NULL after adding every fault. Both are kept until drafting_free. */
const struct letter *drafting_letter(struct drafting *drafting, const char *name, const char *lang,
                                     struct diags *diags);
const struct phrases *drafting_phrases(struct drafting *drafting, const char *lang, struct diags *diags);

/* Writes letter `name` in `lang`; of `arena`. False after adding every fault. */
bool drafting_write(struct drafting *drafting, const struct matter *matter, const char *name, const char *lang,
                    struct arena *arena, struct notice *out, struct diags *diags);

#endif
