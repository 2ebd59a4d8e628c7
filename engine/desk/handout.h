/* handout: what the players get on paper: the situation manual, a card for each role, the sign-in sheet.
 * Owns nothing; promises nothing of what comes: no message, question, choice or truth, only what the team's playbook
 * and the scenario's opening say. Never knows a session. */
#ifndef DESK_HANDOUT_H
#define DESK_HANDOUT_H

#include "desk/naming.h"

/* Each fills the tree of its template. */
void handout_manual(const struct naming *naming, struct jsn *tree);
void handout_cards(const struct naming *naming, struct jsn *tree);
void handout_sign_in(const struct naming *naming, struct jsn *tree);

#endif
