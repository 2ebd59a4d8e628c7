/* graph: a scenario as a drawing has it: what there is, and what leads to what.
 * Owns nothing but what its arena holds; promises that every message, instant and question of the cut is a node, and
 * that every edge is one that the scenario declares or a hook of it asks for. Never knows where anything is drawn. */
#ifndef DESK_GRAPH_H
#define DESK_GRAPH_H

#include "content/world.h"

enum graph_node_kind {
	GRAPH_MESSAGE,
	GRAPH_INSTANT,
	GRAPH_REACTION,
	GRAPH_QUESTION,
	GRAPH_ANSWER,
	GRAPH_LATE,
	GRAPH_ENDEX
};
extern const char *const graph_node_kinds[]; /* their ids, NULL */

struct graph_node {
	enum graph_node_kind kind;
	int item, decision, option; /* NAMES_NONE when it is none */
	int32_t t;                  /* when it comes; SHAPE_UNSET: that follows from play */
	bool contingency;           /* it may not come */
	int of;                     /* of an answer: the node of its question; else NAMES_NONE */
};

enum graph_edge_kind {
	GRAPH_OPENS,
	GRAPH_DELIVERS,
	GRAPH_AFTER,
	GRAPH_DOES,
	GRAPH_WHEN,
	GRAPH_UNLESS,
	GRAPH_CANCELS,
	GRAPH_ENDS
};
extern const char *const graph_edge_kinds[]; /* their ids, NULL */

struct graph_edge {
	enum graph_edge_kind kind;
	int from, to;      /* nodes */
	int32_t delay;     /* of `after`, or until an answer lands; SHAPE_UNSET */
	const char *about; /* the action or variable that it goes by; NULL */
};

struct graph {
	struct graph_node
	    *nodes; /* messages and instants in the order in which they come; each question before its answers */
	size_t nnodes;
	struct graph_edge *edges;
	size_t nedges;
};

/* Of the cut that the world plays. Reactions that lead to nothing but points are left out. Of the arena. */
struct graph *graph_build(const struct world *world, struct arena *arena);

#endif
