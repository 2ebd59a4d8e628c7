/* cover: what stands on page one of a report, for a director with two minutes.
 * Owns nothing; promises that it fits a page: so many facts, actions and clocks, the rest told as a number.
 * Never fills a line that the room left empty. */
#ifndef DESK_COVER_H
#define DESK_COVER_H

#include "content/phrase.h"

/* Adds `cover {facts, more_facts, actions, more_actions, criticals, more_criticals, criticals_text, clocks, any_clock,
 * more_clocks, plan, plan_note, more_plan}` to a model that its annex was added to. */
void cover_dress(struct jsn *model, const struct phrases *phrases);

#endif
