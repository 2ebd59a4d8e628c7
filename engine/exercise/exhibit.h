/* exhibit: one fact, deed or change as an object of the tree that a notice is filled from.
 * Owns nothing but what the arena holds; promises that every object of a kind has the same keys, each with its voucher.
 * Never shows a fact that nobody verified as one that somebody did. */
#ifndef EXERCISE_EXHIBIT_H
#define EXERCISE_EXHIBIT_H

#include "exercise/saying.h"

/* A verified fact: words, value, label, name, unit, verb, searched, over, as_of. */
void exhibit_fact(const struct saying *saying, const struct matter_fact *fact, struct jsn *object);

/* What is not known, as a line of a list: "how many people are concerned". */
void exhibit_unknown(const struct saying *saying, const struct matter_fact *fact, struct text *out);

/* Whether the readers are told of a deed; its public wording. */
bool exhibit_tells(const struct saying *saying, const struct matter_deed *deed, bool authorities);
const char *exhibit_wording(const struct saying *saying, int action);
void exhibit_deed(const struct saying *saying, const struct matter_deed *deed, struct jsn *object);

/* Whether two values of a fact read the same. */
bool exhibit_same(const struct saying *saying, const struct matter_fact *fact, const struct matter_value *a,
                  const struct matter_value *b);

/* What stands now of a fact that was said otherwise: label, now, as_of, withdrawn. */
void exhibit_change(const struct saying *saying, const struct matter_fact *fact, struct jsn *row);

#endif
