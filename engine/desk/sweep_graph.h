/* sweep_graph: every state that a story can come to, and the choices that lead from one to the next.
 * Owns its nodes and edges; promises that an edge leads to a later state, so that one pass in order of expansion adds
 * everything up. Never adds anything up: sweep_sums does. */
#ifndef DESK_SWEEP_GRAPH_H
#define DESK_SWEEP_GRAPH_H

#include "desk/sweep_play.h"

struct sweep_graph_node {
	uint64_t print[2];  /* of its state */
	uint64_t criticals; /* a bit each; of a state at the end */
	uint32_t first;     /* of its edges */
	uint32_t parent;    /* on the way here with the fewest choices */
	struct sweep_play_choice choice;
	int32_t t;
	uint16_t depth, edges;
	uint8_t end; /* enum sweep_play_end */
	bool open;   /* never expanded: it was one too many, or another shard's */
};

struct sweep_graph_edge {
	uint32_t to, gain; /* gain: which row of points */
	struct sweep_play_choice choice;
};

struct sweep_graph_gain {
	int32_t tenths[STORY_OBJECTIVES];
};

enum sweep_graph_kind { SWEEP_HOOK_FAILED, SWEEP_GOES_ROUND, SWEEP_RUNS_DRY };

struct sweep_graph_fault { /* the shortest way to each */
	enum sweep_graph_kind kind;
	char what[ACT_WHY];
	uint32_t node; /* where the choice is made; SWEEP_START: before any */
	struct sweep_play_choice choice;
	uint16_t depth;
};

enum { SWEEP_FAULTS = 64 };
#define SWEEP_START UINT32_MAX

struct sweep_graph {
	struct sweep_graph_node *nodes;
	struct sweep_graph_edge *edges;
	uint32_t *order; /* of expansion */
	struct sweep_graph_gain *gains;
	struct sweep_graph_fault *faults;
	size_t nnodes, nedges, norder, ngains, nfaults;
	uint32_t start; /* the gain before the first choice */
	bool complete;
	struct sweep_front *front; /* of states to come to, while it grows */
};

struct sweep_graph_progress {
	int32_t t, end; /* states are expanded in order of time: up to `t` all are, of a story that ends at `end` */
	size_t states;
	bool followed; /* the playbook */
};

struct sweep_graph_bounds {
	size_t states;     /* at most */
	int shard, shards; /* from 1: which part of the paths it follows; 0: none */
	void (*told)(void *context, const struct sweep_graph_progress *progress); /* now and then; may be NULL */
	void *context;
};

/* Expands every state. `play` stands at T+0. False when a hook read what no hook was seen to read before: to be done
 * again, from the start. */
bool sweep_graph_grow(struct sweep_graph *graph, struct sweep_play *play, const struct sweep_graph_bounds *bounds);
void sweep_graph_free(struct sweep_graph *graph);

#endif
