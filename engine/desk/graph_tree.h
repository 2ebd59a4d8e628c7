/* graph_tree: a scenario's graph in words, for the templates that write it down.
 * Owns nothing; promises that every node has a key and a label, and that a label made for Mermaid holds nothing that
 * Mermaid could obey. Never knows where anything is drawn. */
#ifndef DESK_GRAPH_TREE_H
#define DESK_GRAPH_TREE_H

#include "desk/graph.h"
#include "desk/naming.h"

enum { GRAPH_TREE_WORDS = 72 }; /* columns of a label at most */

/* Appends a text as one line of at most `columns`; what is left out is three points. */
void graph_tree_line(const char *s, int columns, struct text *out);

/* Appends what a node says, in one line of at most `columns`. */
void graph_tree_label(const struct naming *naming, const struct graph_node *node, int columns, struct text *out);

/* The data of graph.*.mustache. The caller owns it. */
struct jsn *graph_tree(const struct naming *naming, const struct graph *graph);

#endif
