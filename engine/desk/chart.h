/* chart: the drill as a drawing: where each mark of the timeline lies.
 * Owns nothing; promises whole numbers in a drawing of fixed width, marks that never overlap within a lane, and the
 * story's own pace as its scale, so that busy hours are wide. Never knows SVG: a template draws. */
#ifndef DESK_CHART_H
#define DESK_CHART_H

#include "desk/dial.h"

/* Adds `chart` to a model: size, ticks, lanes with their marks, and `rows`, the same as a table; null when nothing has
 * happened. */
void chart_draw(struct jsn *model, struct dial *dial);

#endif
