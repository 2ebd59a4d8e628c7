/* graph_layout: where a scenario's graph is drawn.
 * Owns nothing; promises whole numbers, time running down, messages in one lane and questions in the other, and lines
 * that run between the lanes only, none on top of another. Never knows SVG: a template draws. */
#ifndef DESK_GRAPH_LAYOUT_H
#define DESK_GRAPH_LAYOUT_H

#include "desk/graph.h"
#include "desk/naming.h"

/* Adds `drawing` to the tree: its size, boxes, times and lines. */
void graph_layout(const struct naming *naming, const struct graph *graph, struct jsn *tree);

#endif
