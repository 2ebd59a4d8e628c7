#include "desk/graph_tree.h"

#include "desk/label.h"
#include "desk/plan.h"

#include <stdio.h>
#include <string.h>

enum { KEY = 16 };

/* ---- labels ---- */

void graph_tree_line(const char *s, int columns, struct text *out)
{
	struct text line = {0}, wrapped = {0};
	for (const char *p = s; *p; p++)
		text_add_bytes(&line, *p == '\n' ? " " : p, 1);
	text_add(&line, "");
	text_wrap(&wrapped, line.data, "", columns - 1);
	size_t first = wrapped.len ? strcspn(wrapped.data, "\n") : 0;
	text_add_bytes(out, wrapped.len ? wrapped.data : "", first);
	if (first + 1 < wrapped.len)
		text_add(out, "…");
	text_free(&line);
	text_free(&wrapped);
}

static void add_told(const struct naming *naming, const char *s, int columns, struct text *out)
{
	struct text told = {0}, clean = {0};
	world_expand(naming->world, s ? s : "", &told);
	text_add_clean(&clean, told.len ? told.data : "");
	graph_tree_line(clean.len ? clean.data : "", columns, out);
	text_free(&told);
	text_free(&clean);
}

/* By its subject, else by what is read out, else by its text; an instant by why it is there. */
static const char *words_of(const struct story_item *item)
{
	const char *words = item->subject ? item->subject : item->read_aloud ? item->read_aloud : item->text;
	return words ? words : item->effects.because;
}

static void add_phrase(const struct naming *naming, const char *key, const char *what, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	naming_put_told(naming, what, data, "what");
	phrase_say(naming->phrases, key, data, out);
	jsn_free(data);
}

void graph_tree_label(const struct naming *naming, const struct graph_node *node, int columns, struct text *out)
{
	const struct story *story = naming->world->story;
	const struct story_item *item = node->item == NAMES_NONE ? NULL : &story->items[node->item];
	struct text text = {0};
	if (node->kind == GRAPH_REACTION)
		add_phrase(naming, "graph.reaction", naming_action(naming, item->action), &text);
	else if (node->kind == GRAPH_INSTANT)
		add_phrase(naming, "graph.instant", words_of(item), &text);
	else if (item)
		text_add(&text, words_of(item));
	else if (node->kind == GRAPH_QUESTION)
		text_add(&text, story->decisions[node->decision].ask);
	else if (node->kind == GRAPH_ANSWER)
		text_add(&text, story_option_at(&story->decisions[node->decision], node->option)->words);
	else
		add_phrase(naming, node->kind == GRAPH_LATE ? "graph.late" : "graph.endex", NULL, &text);
	add_told(naming, text.data, columns, out);
	text_free(&text);
}

/* Mermaid's own references: "#quot;" for what could end a label, begin a reference, or be a tag. */
static void add_mermaid(const char *s, struct text *out)
{
	static const struct {
		char c;
		const char *reference;
	} references[] = {{'"', "#quot;"}, {'#', "#35;"}, {'<', "#lt;"}, {'>', "#gt;"},
	                  {'&', "#amp;"},  {'`', "#96;"}, {'\\', "#92;"}};
	for (; *s; s++) {
		const char *put = NULL;
		for (size_t i = 0; i < sizeof references / sizeof *references; i++)
			put = references[i].c == *s ? references[i].reference : put;
		text_add_bytes(out, put ? put : s, put ? strlen(put) : 1);
	}
}

static void put_label(const char *label, struct jsn *row)
{
	struct text mermaid = {0};
	add_mermaid(label, &mermaid);
	tree_text(row, "label", label);
	tree_taken(row, "mermaid", &mermaid);
	text_free(&mermaid);
}

/* ---- rows ---- */

static void put_key(int node, const char *key, struct jsn *row)
{
	char name[KEY];
	snprintf(name, sizeof name, "n%d", node);
	tree_text(row, key, name);
}

static const char *id_of(const struct naming *naming, const struct graph_node *node)
{
	if (node->kind == GRAPH_ANSWER)
		return story_option_at(&naming->world->story->decisions[node->decision], node->option)->id;
	if (node->item != NAMES_NONE)
		return names_id(&naming->world->names, NAMES_ITEM, node->item);
	return node->kind == GRAPH_QUESTION ? names_id(&naming->world->names, NAMES_DECISION, node->decision) : NULL;
}

static struct jsn *put_node(const struct naming *naming, const struct graph *graph, int number, struct jsn *list)
{
	const struct graph_node *node = &graph->nodes[number];
	struct jsn *row = tree_row(list);
	struct text label = {0};
	graph_tree_label(naming, node, GRAPH_TREE_WORDS, &label);
	put_key(number, "key", row);
	tree_kind(row, graph_node_kinds, (int)node->kind);
	tree_flag(row, "contingency", node->contingency);
	tree_text(row, "id", id_of(naming, node));
	label_stamp(row, "stamp", node->t);
	put_label(label.len ? label.data : "", row);
	text_free(&label);
	return row;
}

static void put_nodes(const struct naming *naming, const struct graph *graph, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "nodes"), *answers = NULL;
	for (int i = 0; i < (int)graph->nnodes; i++) {
		if (graph->nodes[i].of != NAMES_NONE) {
			put_key(graph->nodes[i].of, "box", put_node(naming, graph, i, answers));
			continue;
		}
		answers = tree_list(put_node(naming, graph, i, list), "answers");
	}
}

/* "then, 1h later"; "if: access_live". */
static void put_edge_label(const struct naming *naming, const struct graph_edge *edge, struct jsn *row)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text label = {0}, key = {0};
	text_addf(&key, "graph.edge.%s", graph_edge_kinds[edge->kind]);
	naming_put_span(naming, edge->delay == 0 ? SHAPE_UNSET : edge->delay, data, "delay");
	tree_text(data, "about", edge->about);
	phrase_say(naming->phrases, key.data, data, &label);
	put_label(label.data, row);
	jsn_free(data);
	text_free(&key);
	text_free(&label);
}

static void put_edge(const struct naming *naming, const struct graph *graph, const struct graph_edge *edge,
                     struct jsn *row)
{
	int of = graph->nodes[edge->from].of;
	put_key(edge->from, "from", row);
	put_key(of == NAMES_NONE ? edge->from : of, "from_box", row);
	put_key(edge->to, "to", row);
	tree_flag(row, "from_answer", of != NAMES_NONE);
	tree_kind(row, graph_edge_kinds, (int)edge->kind);
	put_edge_label(naming, edge, row);
}

struct jsn *graph_tree(const struct naming *naming, const struct graph *graph)
{
	struct jsn *tree = jsn_make(JSN_OBJECT, 0);
	struct jsn *list = tree_list(tree, "edges");
	struct text title = {0};
	add_phrase(naming, "graph.title", naming->world->story->title, &title);
	put_label(title.data, tree);
	struct jsn *quoted = jsn_string(title.data);
	text_clear(&title);
	jsn_write(quoted, &title);
	tree_taken(tree, "quoted", &title);
	jsn_free(quoted);
	put_nodes(naming, graph, tree);
	for (size_t i = 0; i < graph->nedges; i++)
		put_edge(naming, graph, &graph->edges[i], tree_row(list));
	text_free(&title);
	return tree;
}
