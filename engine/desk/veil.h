/* veil: a tree of texts without people's names.
 * Owns nothing; promises that a name of anybody in the room or in the playbook is replaced by the role they hold,
 * wherever it stands as a word. Never touches the characters of the story. */
#ifndef DESK_VEIL_H
#define DESK_VEIL_H

#include "base/jsn.h"
#include "exercise/session.h"

/* A copy of `tree`; the caller owns it. */
struct jsn *veil_tree(const struct jsn *tree, const struct session *session);

#endif
