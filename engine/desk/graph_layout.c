#include "desk/graph_layout.h"

#include "base/memory.h"
#include "desk/graph_tree.h"
#include "desk/label.h"
#include "desk/msel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Units of the drawing. */
enum {
	EDGE = 16,   /* around everything */
	TOP = 96,    /* the first row, under title and legend */
	PAGE = 1400, /* on paper */
	TIMES = 92,
	LEFT_WIDTH = 310,
	RIGHT_WIDTH = 440,
	LINE = 15,
	SMALL = 13,
	PAD = 8,
	GAP = 26, /* between rows */
	APART = 12,
	TRACK = 9,
	MARGIN = 16, /* of the tracks, from a lane */
	COLUMN = 13, /* two columns of text */
	SMALL_COLUMN = 11,
	SAMPLE = 28, /* a line of the legend */
	MOST = 160   /* columns of a label */
};

enum lane { LEFT, RIGHT };
enum gutter { BEFORE, BETWEEN, BEHIND, GUTTERS };

struct box {
	bool placed;
	enum lane lane;
	int y, height;       /* of an answer, within its question */
	struct jsn *lines;   /* the wrapped label */
	int nlines, ends[2]; /* lines that end at its left, at its right */
	int used[2];
};

struct run { /* of an edge between two boxes */
	enum gutter gutter;
	int from, to; /* y */
	int track;
};

struct layout_of {
	const struct naming *naming;
	const struct graph *graph;
	struct box *boxes;
	struct run *runs;
	int tracks[GUTTERS], x[2]; /* where the lanes begin */
	int bottom[2];             /* of each lane so far */
	struct jsn *drawing;
};

static int width_of(enum lane lane)
{
	return lane == LEFT ? LEFT_WIDTH : RIGHT_WIDTH;
}

/* ---- boxes ---- */

static const struct story_item *item_of(const struct layout_of *l, int node)
{
	int item = l->graph->nodes[node].item;
	return item == NAMES_NONE ? NULL : &l->naming->world->story->items[item];
}

/* Answers and EndEx have no line above their label. */
static int head_height(const struct layout_of *l, int node)
{
	const struct graph_node *of = &l->graph->nodes[node];
	return of->of == NAMES_NONE && of->kind != GRAPH_ENDEX ? SMALL : 0;
}

/* The label broken into lines, each a text of the list. */
static void wrap(struct layout_of *l, int node)
{
	struct box *box = &l->boxes[node];
	struct text label = {0}, wrapped = {0};
	int room = width_of(box->lane) - 2 * PAD - (l->graph->nodes[node].of != NAMES_NONE ? LINE : 0);
	graph_tree_label(l->naming, &l->graph->nodes[node], MOST, &label);
	text_wrap(&wrapped, label.data ? label.data : "", "", room * 2 / COLUMN);
	box->lines = jsn_make(JSN_ARRAY, 0);
	for (char *s = wrapped.data; s && *s;) {
		size_t len = strcspn(s, "\n");
		bool more = s[len] == '\n';
		s[len] = '\0';
		jsn_put(box->lines, NULL, jsn_string(s));
		s += len + more;
		box->nlines++;
	}
	box->height = box->nlines * LINE + 2 * PAD + head_height(l, node);
	text_free(&label);
	text_free(&wrapped);
}

static void measure(struct layout_of *l)
{
	for (int i = 0; i < (int)l->graph->nnodes; i++) {
		enum graph_node_kind kind = l->graph->nodes[i].kind;
		l->boxes[i].lane = kind == GRAPH_QUESTION || l->graph->nodes[i].of != NAMES_NONE ? RIGHT : LEFT;
		wrap(l, i);
	}
}

/* ---- rows: time runs down ---- */

static int whole_height(const struct layout_of *l, int node)
{
	int height = l->boxes[node].height;
	for (int i = node + 1; i < (int)l->graph->nnodes && l->graph->nodes[i].of == node; i++)
		height += l->boxes[i].height;
	return height;
}

/* Where something begins, so that it does not lie across the end of a page. */
static int begin(int y, int height)
{
	int left = PAGE - y % PAGE;
	return height + EDGE <= left || height > PAGE - 2 * EDGE ? y : y + left + EDGE;
}

static void place(struct layout_of *l, int node, int *y)
{
	struct box *box = &l->boxes[node];
	*y = begin(*y, whole_height(l, node));
	box->placed = true;
	box->y = *y;
	*y += box->height;
	for (int i = node + 1; i < (int)l->graph->nnodes && l->graph->nodes[i].of == node; i++) {
		l->boxes[i].placed = true;
		l->boxes[i].y = *y;
		*y += l->boxes[i].height;
	}
	*y += APART;
}

/* What a box of the row leads to for the first time stands in the same row: questions, and reactions to an answer. */
static void place_led(struct layout_of *l, int from, int y[2])
{
	for (size_t i = 0; i < l->graph->nedges; i++) {
		const struct graph_edge *edge = &l->graph->edges[i];
		int source = l->graph->nodes[edge->from].of == NAMES_NONE ? edge->from : l->graph->nodes[edge->from].of;
		bool led = edge->kind == GRAPH_OPENS ||
		           (edge->kind == GRAPH_DOES && l->graph->nodes[edge->to].kind == GRAPH_REACTION);
		if (source != from || !led || l->boxes[edge->to].placed)
			continue;
		place(l, edge->to, &y[l->boxes[edge->to].lane]);
		place_led(l, edge->to, y);
	}
}

/* A row with a question begins below all that came before it; one without may stand beside an earlier question. */
static void place_row(struct layout_of *l, int node)
{
	bool leads = l->boxes[node].lane == RIGHT;
	int height = whole_height(l, node);
	for (size_t i = 0; i < l->graph->nedges; i++) {
		const struct graph_edge *edge = &l->graph->edges[i];
		if (edge->from != node || edge->kind != GRAPH_OPENS || l->boxes[edge->to].placed)
			continue;
		int other = whole_height(l, edge->to);
		height = other > height ? other : height;
		leads = true;
	}
	int below = l->bottom[LEFT] > l->bottom[RIGHT] ? l->bottom[LEFT] : l->bottom[RIGHT];
	if (leads)
		l->bottom[LEFT] = l->bottom[RIGHT] = begin(below, height);
	int y[2] = {l->bottom[LEFT], l->bottom[RIGHT]};
	place(l, node, &y[l->boxes[node].lane]);
	place_led(l, node, y);
	for (int lane = LEFT; lane <= RIGHT; lane++)
		l->bottom[lane] = y[lane] > l->bottom[lane] ? y[lane] - APART + GAP : l->bottom[lane];
}

static void place_all(struct layout_of *l)
{
	l->bottom[LEFT] = l->bottom[RIGHT] = TOP;
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < (int)l->graph->nnodes; i++) {
			const struct graph_node *node = &l->graph->nodes[i];
			bool timed =
			    node->t != SHAPE_UNSET && node->kind != GRAPH_ENDEX && node->kind != GRAPH_QUESTION;
			if (!l->boxes[i].placed && node->of == NAMES_NONE && timed == (pass == 0))
				place_row(l, i);
		}
}

/* ---- lines: out of a box, along a track between the lanes, into another ---- */

static enum gutter gutter_of(const struct layout_of *l, const struct graph_edge *edge)
{
	enum lane from = l->boxes[edge->from].lane, to = l->boxes[edge->to].lane;
	return from != to ? BETWEEN : from == LEFT ? BEFORE : BEHIND;
}

/* The side of a box on which the lines of a gutter end: 0 its left, 1 its right. */
static int side_in(enum lane lane, enum gutter gutter)
{
	return gutter == BETWEEN ? lane == LEFT : gutter == BEHIND;
}

/* The lines on one side of a box share its height. */
static int port(struct layout_of *l, int node, enum gutter gutter)
{
	struct box *box = &l->boxes[node];
	int side = side_in(box->lane, gutter);
	return box->y + box->height * ++box->used[side] / (box->ends[side] + 1);
}

static void find_runs(struct layout_of *l)
{
	for (size_t i = 0; i < l->graph->nedges; i++) {
		const struct graph_edge *edge = &l->graph->edges[i];
		enum gutter gutter = l->runs[i].gutter = gutter_of(l, edge);
		l->boxes[edge->from].ends[side_in(l->boxes[edge->from].lane, gutter)]++;
		l->boxes[edge->to].ends[side_in(l->boxes[edge->to].lane, gutter)]++;
	}
	for (size_t i = 0; i < l->graph->nedges; i++) {
		const struct graph_edge *edge = &l->graph->edges[i];
		l->runs[i].from = port(l, edge->from, l->runs[i].gutter);
		l->runs[i].to = port(l, edge->to, l->runs[i].gutter);
	}
}

static int low(const struct run *run)
{
	return run->from < run->to ? run->from : run->to;
}

static int high(const struct run *run)
{
	return run->from < run->to ? run->to : run->from;
}

static bool taken(const struct layout_of *l, const size_t *order, size_t before, const struct run *run, int track)
{
	for (size_t i = 0; i < before; i++) {
		const struct run *other = &l->runs[order[i]];
		if (other->gutter == run->gutter && other->track == track && low(run) - APART < high(other) &&
		    low(other) - APART < high(run))
			return true;
	}
	return false;
}

/* Short runs first, so that they stay beside their lane. */
static void find_tracks(struct layout_of *l)
{
	size_t n = l->graph->nedges, *order = memory_zeroed(n, sizeof *order);
	for (size_t i = 0; i < n; i++) {
		size_t at = i;
		for (; at && high(&l->runs[order[at - 1]]) - low(&l->runs[order[at - 1]]) >
		                 high(&l->runs[i]) - low(&l->runs[i]);
		     at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	for (size_t i = 0; i < n; i++) {
		struct run *run = &l->runs[order[i]];
		while (taken(l, order, i, run, run->track))
			run->track++;
		if (run->track >= l->tracks[run->gutter])
			l->tracks[run->gutter] = run->track + 1;
	}
	free(order);
}

/* ---- into the tree ---- */

static int gutter_width(const struct layout_of *l, enum gutter gutter)
{
	return l->tracks[gutter] ? 2 * MARGIN + (l->tracks[gutter] - 1) * TRACK : 0;
}

static int side_x(const struct layout_of *l, enum lane lane, int side)
{
	return l->x[lane] + (side ? width_of(lane) : 0);
}

/* Tracks are counted from the lane that most lines of a gutter end at. */
static int track_x(const struct layout_of *l, const struct run *run)
{
	int offset = MARGIN + run->track * TRACK;
	if (run->gutter == BEFORE)
		return l->x[LEFT] - offset;
	return run->gutter == BETWEEN ? side_x(l, LEFT, 1) + offset : side_x(l, RIGHT, 1) + offset;
}

static void put_lines(const struct box *box, int x, int y, struct jsn *row)
{
	struct jsn *list = tree_list(row, "lines");
	for (int i = 0; i < box->nlines; i++) {
		struct jsn *line = tree_row(list);
		tree_number(line, "x", x);
		tree_number(line, "y", y + (i + 1) * LINE - 3);
		tree_text(line, "line", jsn_text(jsn_at(box->lines, (size_t)i, NULL)));
	}
}

static void put_rectangle(const struct layout_of *l, int node, int height, struct jsn *row)
{
	const struct box *box = &l->boxes[node];
	tree_number(row, "x", l->x[box->lane]);
	tree_number(row, "y", box->y);
	tree_number(row, "width", width_of(box->lane));
	tree_number(row, "height", height);
}

/* "logs-lapse · email · after delete-offer + 1h"; "the-account · IT admin" */
static void put_head(const struct layout_of *l, int node, struct jsn *row)
{
	const struct graph_node *of = &l->graph->nodes[node];
	const struct story_item *item = item_of(l, node);
	struct text head = {0}, condition = {0}, line = {0};
	if (item)
		text_add(&head, names_id(&l->naming->world->names, NAMES_ITEM, of->item));
	if (of->decision != NAMES_NONE)
		text_addf(&head, "%s · %s", names_id(&l->naming->world->names, NAMES_DECISION, of->decision),
		          l->naming->world->story->decisions[of->decision].owner);
	if (item && item->channel_name)
		text_addf(&head, " · %s", item->channel_name);
	if (item)
		msel_condition(l->naming->world, item,
		               of->contingency && of->t == SHAPE_UNSET && item->kind == STORY_INJECT, &condition);
	if (condition.len)
		text_addf(&head, " · %s", condition.data);
	graph_tree_line(head.data ? head.data : "", width_of(l->boxes[node].lane) * 2 / SMALL_COLUMN, &line);
	tree_text(row, "head", head.len ? line.data : NULL);
	tree_number(row, "head_x", l->x[l->boxes[node].lane] + PAD);
	tree_number(row, "head_y", l->boxes[node].y + PAD + SMALL - 3);
	text_free(&head);
	text_free(&line);
	text_free(&condition);
}

static void put_answers(const struct layout_of *l, int node, struct jsn *row)
{
	struct jsn *list = tree_list(row, "answers");
	for (int i = node + 1; i < (int)l->graph->nnodes && l->graph->nodes[i].of == node; i++) {
		struct jsn *answer = tree_row(list);
		put_rectangle(l, i, l->boxes[i].height, answer);
		tree_kind(answer, graph_node_kinds, (int)l->graph->nodes[i].kind);
		put_lines(&l->boxes[i], l->x[RIGHT] + PAD + LINE, l->boxes[i].y + PAD, answer);
		tree_number(answer, "dot_x", l->x[RIGHT] + PAD + LINE / 3);
		tree_number(answer, "dot_y", l->boxes[i].y + PAD + LINE / 2);
	}
}

static void put_boxes(const struct layout_of *l)
{
	struct jsn *list = tree_list(l->drawing, "boxes");
	for (int i = 0; i < (int)l->graph->nnodes; i++) {
		const struct graph_node *node = &l->graph->nodes[i];
		if (node->of != NAMES_NONE)
			continue;
		struct jsn *row = tree_row(list);
		put_rectangle(l, i, whole_height(l, i), row);
		tree_kind(row, graph_node_kinds, (int)node->kind);
		tree_flag(row, "contingency", node->contingency);
		put_head(l, i, row);
		put_lines(&l->boxes[i], l->x[l->boxes[i].lane] + PAD, l->boxes[i].y + PAD + head_height(l, i), row);
		put_answers(l, i, row);
	}
}

/* Each time once, at the first box that has it. */
static void put_times(const struct layout_of *l)
{
	struct jsn *list = tree_list(l->drawing, "times");
	int32_t before = SHAPE_UNSET;
	for (int i = 0; i < (int)l->graph->nnodes; i++) {
		const struct graph_node *node = &l->graph->nodes[i];
		const struct box *box = &l->boxes[i];
		if (box->lane != LEFT || node->t == SHAPE_UNSET || node->t == before)
			continue;
		struct jsn *row = tree_row(list);
		struct text near = {0};
		phrase_time(l->naming->phrases, "time.near", l->naming->world->zone, l->naming->world->t0 + node->t,
		            &near);
		label_stamp(row, "stamp", node->t);
		tree_taken(row, "near", &near);
		tree_number(row, "x", EDGE);
		tree_number(row, "y", box->y + PAD + SMALL - 3);
		tree_number(row, "below", box->y + PAD + SMALL + LINE - 4);
		before = node->t;
		text_free(&near);
	}
}

static void put_path(const struct layout_of *l, size_t edge, struct jsn *row)
{
	const struct run *run = &l->runs[edge];
	const struct graph_edge *of = &l->graph->edges[edge];
	struct text path = {0};
	enum lane from = l->boxes[of->from].lane, to = l->boxes[of->to].lane;
	text_addf(&path, "M%d %dH%dV%dH%d", side_x(l, from, side_in(from, run->gutter)), run->from, track_x(l, run),
	          run->to, side_x(l, to, side_in(to, run->gutter)));
	tree_taken(row, "path", &path);
	text_free(&path);
}

static void put_edges(const struct layout_of *l, struct jsn *tree)
{
	struct jsn *list = tree_list(l->drawing, "paths");
	for (size_t i = 0; i < l->graph->nedges; i++) {
		struct jsn *row = tree_row(list);
		tree_kind(row, graph_edge_kinds, (int)l->graph->edges[i].kind);
		tree_text(row, "label", jsn_text(jsn_get(jsn_at(jsn_get(tree, "edges"), i, NULL), "label")));
		put_path(l, i, row);
	}
}

static bool draws(const struct layout_of *l, int kind)
{
	for (size_t i = 0; i < l->graph->nedges; i++)
		if ((int)l->graph->edges[i].kind == kind)
			return true;
	return false;
}

/* Only the lines that this drawing has. */
static void put_legend(const struct layout_of *l)
{
	struct jsn *list = tree_list(l->drawing, "legend");
	int x = EDGE;
	for (int kind = 0; graph_edge_kinds[kind]; kind++) {
		if (!draws(l, kind))
			continue;
		struct jsn *row = tree_row(list);
		tree_kind(row, graph_edge_kinds, kind);
		label_put(l->naming->phrases, row, "label", "graph.legend", graph_edge_kinds[kind]);
		tree_number(row, "x", x);
		tree_number(row, "to", x + SAMPLE);
		tree_number(row, "words", x + SAMPLE + PAD);
		x += SAMPLE + 2 * PAD + LINE + text_width(jsn_text(jsn_get(row, "label"))) * SMALL_COLUMN / 2;
	}
}

static void put_size(const struct layout_of *l)
{
	tree_number(l->drawing, "width", l->x[RIGHT] + RIGHT_WIDTH + gutter_width(l, BEHIND) + EDGE);
	int bottom = l->bottom[LEFT] > l->bottom[RIGHT] ? l->bottom[LEFT] : l->bottom[RIGHT];
	tree_number(l->drawing, "height", bottom - GAP + EDGE);
	tree_number(l->drawing, "page", PAGE);
	tree_number(l->drawing, "left", l->x[LEFT]);
	tree_number(l->drawing, "right", l->x[RIGHT]);
}

void graph_layout(const struct naming *naming, const struct graph *graph, struct jsn *tree)
{
	struct layout_of l = {.naming = naming,
	                      .graph = graph,
	                      .boxes = memory_zeroed(graph->nnodes, sizeof *l.boxes),
	                      .runs = memory_zeroed(graph->nedges, sizeof *l.runs),
	                      .drawing = tree_object(tree, "drawing")};
	measure(&l);
	place_all(&l);
	find_runs(&l);
	find_tracks(&l);
	l.x[LEFT] = EDGE + TIMES + gutter_width(&l, BEFORE);
	l.x[RIGHT] = l.x[LEFT] + LEFT_WIDTH + gutter_width(&l, BETWEEN);
	put_size(&l);
	put_boxes(&l);
	put_times(&l);
	put_edges(&l, tree);
	put_legend(&l);
	for (size_t i = 0; i < graph->nnodes; i++)
		jsn_free(l.boxes[i].lines);
	free(l.boxes);
	free(l.runs);
}
