/* chart: the drill as a drawing: where each mark of the timeline lies.
 * Owns nothing; promises whole numbers in a drawing of fixed width, marks that never overlap within a lane, and the
 * story's own pace as its scale, so that busy hours are wide. Never knows SVG: a template draws. */
#ifndef DESK_CHART_H
#define DESK_CHART_H

#include "content/phrase.h"

/* Adds `chart` to a model. */
void chart_draw(struct jsn *model, const struct phrases *phrases);

#endif
