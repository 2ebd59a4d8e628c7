/* material: what a notice may say of an incident, as the tree that its template is filled from.
 * Owns nothing; promises that facts are in it when they are verified and actions when they were logged, that the rest
 * is named as not known, and that each value has its voucher. Never adds what only an authority is told for others. */
#ifndef EXERCISE_MATERIAL_H
#define EXERCISE_MATERIAL_H

#include "exercise/exhibit.h"

/* Adds the incident's part: moments, facts by what they are and give, data, unknown, actions, advice, previous.
 * `kind`: the notice's; `regime`: of a form, NULL; `authorities`: whether it goes to an authority. */
void material_add(const struct saying *saying, const char *kind, const struct regime *regime, bool authorities,
                  struct jsn *root);

#endif
