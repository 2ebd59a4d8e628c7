/* kit: the paper of a drill, from its world: situation manual, facilitator guide, role cards, evaluation, sign-in.
 * Owns nothing; promises that what is for players gives nothing of the story away. Never knows a session. */
#ifndef DESK_KIT_H
#define DESK_KIT_H

#include "desk/naming.h"

struct kit_sheet {
	const char *name; /* its template is kit.NAME.html, its file EXERCISE-NAME.html, its reader kit.for.NAME */
	bool players;     /* for everybody: no spoilers */
	void (*fill)(const struct naming *naming, struct jsn *tree);
};
extern const struct kit_sheet kit_sheets[]; /* a NULL name ends it */

/* What a sheet's template is filled with; the caller owns it. */
struct jsn *kit_tree(const struct world *world, const struct kit_sheet *sheet, const struct phrases *phrases);

#endif
