/* retraction: what readers were told and what is not so now, as the part of a notice's tree that takes it back.
 * Owns nothing but what the arena holds; promises that whatever any language said is taken back in every language, and
 * that a deed which was said and not done is among it. Never asks what is true in the story. */
#ifndef EXERCISE_RETRACTION_H
#define EXERCISE_RETRACTION_H

#include "exercise/exhibit.h"

/* Adds `previous` to the tree of a notice of this kind: null before the first one; else when the last was, its subject,
 * whether it `stands` by all that it said, and `changes`: each value of a fact or a moment that differs now or that
 * nobody stands behind, each deed that had not been done, each word that nothing backs, with when it was said. Readers
 * of a language are corrected once they were told otherwise in it. */
void retraction_add(const struct saying *saying, const char *kind, struct jsn *root);

/* The languages whose readers were told what is not so, and have not been told better; of the vouchers' arena. */
struct shape_texts retraction_owed(const struct saying *saying, const char *kind);

#endif
