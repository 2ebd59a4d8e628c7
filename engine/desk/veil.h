/* veil: a tree of texts that may leave the house: cleaned, and without people's names.
 * Owns nothing; promises that no text holds what a terminal or a page could obey, and that a name of anybody in the
 * room or in the playbook is replaced by the role they hold, wherever it stands as a word of a text. Never touches what
 * the program says itself (ids, ratings, zones), nor the characters of the story. */
#ifndef DESK_VEIL_H
#define DESK_VEIL_H

#include "content/phrase.h"
#include "exercise/session.h"

/* A copy of `tree`; the caller owns it. `phrases` say what somebody without a role is called; NULL leaves the names. */
struct jsn *veil_tree(const struct jsn *tree, const struct session *session, const struct phrases *phrases);

#endif
