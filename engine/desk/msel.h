/* msel: the scenario events list of a cut, with the columns that exercise planners use.
 * Owns nothing; promises a row for every message and instant of the cut, in the order in which they come, between
 * StartEx and EndEx, each with keys enough to be read back (msel_reader). Never for players. */
#ifndef DESK_MSEL_H
#define DESK_MSEL_H

#include "content/phrase.h"
#include "content/world.h"

/* The data of msel.*.mustache. `begins`: the room's clock at the opening, in minutes after midnight, or SHAPE_UNSET:
 * delivery times are counted from the opening then. The caller owns it. */
struct jsn *msel_tree(const struct world *world, int32_t begins, const struct phrases *phrases);

/* Appends on what a message depends besides a time, in the words of the scenario's language: "after ID + 1h, unless
 * ACTION, when w.live, extra"; a hook that is no short expression is "when the story so decides". `brought`: it has no
 * time of its own. */
void msel_condition(const struct world *world, const struct story_item *item, bool brought, struct text *out);

#endif
