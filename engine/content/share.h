/* share: the part of a drill that is one person's: the questions they answer, and are scored for.
 * Owns nothing but what its world's arena holds; promises that a world without one is shared by all who play, and that
 * it reads back what it wrote. Never says who answers the rest. */
#ifndef CONTENT_SHARE_H
#define CONTENT_SHARE_H

#include "base/jsn.h"
#include "content/world.h"

struct share {
	const char *role; /* NULL: every role's */
	int32_t minutes;  /* what it was cut to; 0: to no time */
	bool *mine;       /* by decision */
	int count;        /* of those */
};

/* An empty one, in the world's arena, which has none yet. */
struct share *share_make(struct world *world, const char *role, int32_t minutes);
void share_add(struct share *share, int decision);

/* Whether a question is the person's own; so are all without a share. */
bool share_has(const struct world *world, int decision);

/* Whether a message is the person's to read: it comes to their role, or asks them something. */
bool share_hears(const struct world *world, int item);

/* Whether points from that source ("decision:ID.OPTION", "late:ID", "step:ID") count. */
bool share_counts(const struct world *world, const char *source);

/* As StartEx records it. The caller owns it; a JSON null without a share. */
struct jsn *share_encode(const struct world *world);
/* Nothing or null gives none. False when it names a question or a role that the world lacks. */
bool share_decode(const struct jsn *data, struct world *world);

#endif
