/* templates: the faults of the files in comms-templates, before anybody needs them.
 * Owns nothing; promises that a notice which passes can be filled from much and from nothing, says what its law asks
 * for, and fits its channel; that pages compile and words load. Never changes a file. */
#ifndef DESK_TEMPLATES_H
#define DESK_TEMPLATES_H

#include "base/file.h"

/* Whether the file is one of these by its name: x.mustache, words.LANG.yaml, letters.LANG.yaml. */
bool templates_knows(const char *path);

/* Checks one that is. `playbook` as in shelf_choice: whose notices in which languages. Facts for people go to `out`. */
void templates_check(const struct file *file, const char *playbook, struct diags *diags, struct text *out);

/* advice.yaml, overclaims.yaml and facts files, which a key of theirs tells. */
void templates_overclaims(const struct file *file, struct diags *diags, struct text *out);
void templates_advice(const struct file *file, struct diags *diags, struct text *out);
void templates_facts(const char *path, const char *playbook, struct diags *diags, struct text *out);

#endif
