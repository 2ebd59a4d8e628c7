/* owing: which law has which contents in a notice.
 * Owns nothing; promises that a form answers to its own law, and a notice to the people concerned to each law that it
 * fulfils. Never knows what a notice says. */
#ifndef EXERCISE_OWING_H
#define EXERCISE_OWING_H

#include "base/text.h"
#include "content/world.h"

/* Whether sending `notice`, the id of a kind, is how the people concerned are told as `regime` has it. */
bool owing_tells(const struct world *world, const char *notice, const struct regime *regime);

/* The duty of a law of the world that a notice of this kind is to meet; `form`: whose form it is, NULL for none. NULL:
 * it meets no duty of that law. */
const struct regime_duty *owing_duty(const struct world *world, const char *notice, const char *form,
                                     const struct regime *regime);

/* Appends the laws that have contents `code` in it: "kr-pipa, my-pdpa"; nothing where the letter alone asks. */
void owing_laws(const struct world *world, const char *notice, const char *form, const char *code, struct text *out);

#endif
