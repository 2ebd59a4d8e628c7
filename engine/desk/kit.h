/* kit: the paper of a drill, from its world: situation manual, facilitator guide, role cards, evaluation, sign-in.
 * Owns nothing; promises that what is for players gives nothing of the story away. Never knows a session. */
#ifndef DESK_KIT_H
#define DESK_KIT_H

#include "content/phrase.h"
#include "content/world.h"

struct kit_sheet {
	const char *template; /* of comms-templates: kit.role-cards.html */
	const char *file;     /* EXERCISE-role-cards.html */
	bool players;         /* for everybody: no spoilers */
};
extern const struct kit_sheet kit_sheets[]; /* a NULL template ends it */

/* What a sheet's template is filled with; the caller owns it. */
struct jsn *kit_tree(const struct world *world, const struct kit_sheet *sheet, const struct phrases *phrases);

#endif
