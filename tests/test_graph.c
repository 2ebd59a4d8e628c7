#include "kitted.h"

#include "desk/graph.h"
#include "desk/graph_layout.h"
#include "desk/graph_tree.h"

struct drawn {
	struct kitted *kitted;
	struct arena *arena;
	struct graph *graph;
	struct jsn *tree;
};

static struct drawn draw(const char *lang, bool extended)
{
	struct drawn d = {.kitted = kitted_open(lang, extended), .arena = arena_new()};
	struct naming naming;
	d.graph = graph_build(d.kitted->set.world, d.arena);
	naming_open(&naming, d.kitted->set.world, layout_phrases(d.kitted->layout));
	d.tree = graph_tree(&naming, d.graph);
	graph_layout(&naming, d.graph, d.tree);
	naming_close(&naming);
	return d;
}

static void finish(struct drawn *d)
{
	jsn_free(d->tree);
	arena_free(d->arena);
	kitted_close(d->kitted);
}

static const char *name_of(const struct drawn *d, int number)
{
	const struct graph_node *node = &d->graph->nodes[number];
	const struct world *world = d->kitted->set.world;
	if (node->item != NAMES_NONE)
		return names_id(&world->names, NAMES_ITEM, node->item);
	if (node->kind == GRAPH_ANSWER)
		return arena_printf(d->arena, "%s.%s", names_id(&world->names, NAMES_DECISION, node->decision),
		                    story_option_at(&world->story->decisions[node->decision], node->option)->id);
	return node->decision == NAMES_NONE ? "EndEx" : names_id(&world->names, NAMES_DECISION, node->decision);
}

static const struct graph_edge *edge_of(const struct drawn *d, const char *from, enum graph_edge_kind kind,
                                        const char *to)
{
	for (size_t i = 0; i < d->graph->nedges; i++) {
		const struct graph_edge *edge = &d->graph->edges[i];
		if (edge->kind == kind && strcmp(name_of(d, edge->from), from) == 0 &&
		    strcmp(name_of(d, edge->to), to) == 0)
			return edge;
	}
	fail_msg("%s %s %s: no such edge", from, graph_edge_kinds[kind], to);
	return NULL;
}

static void every_message_and_question_of_the_cut_is_a_node(void **state)
{
	(void)state;
	for (int extended = 0; extended < 2; extended++) {
		struct drawn d = draw("en", extended);
		const struct world *world = d.kitted->set.world;
		size_t messages = 0, questions = 0, expected = 0, asked = 0;
		for (size_t i = 0; i < d.graph->nnodes; i++) {
			messages += d.graph->nodes[i].kind == GRAPH_MESSAGE;
			questions += d.graph->nodes[i].kind == GRAPH_QUESTION;
		}
		for (int i = 0; i < (int)world->story->nitems; i++)
			expected += world->story->items[i].kind == STORY_INJECT && world_plays(world, i);
		for (int i = 0; i < (int)world->story->ndecisions; i++)
			asked += world_asks(world, i);
		assert_int_equal(messages, expected);
		assert_int_equal(questions, asked);
		assert_true(asked >= 7);
		finish(&d);
	}
}

static void what_leads_to_what_is_an_edge(void **state)
{
	struct drawn d = draw("en", true);
	(void)state;
	edge_of(&d, "forwarded-message", GRAPH_OPENS, "who-leads");
	assert_int_equal(edge_of(&d, "delete-offer", GRAPH_AFTER, "logs-lapse")->delay, 3600);
	edge_of(&d, "at:52h50", GRAPH_DELIVERS, "purge-ran");
	edge_of(&d, "the-account.delete", GRAPH_DOES, "on:delete-account");
	assert_string_equal(edge_of(&d, "the-access.all", GRAPH_UNLESS, "token-still-works")->about, "revoke-tokens");
	assert_string_equal(edge_of(&d, "the-account.suspend", GRAPH_WHEN, "second-address")->about, "preserve-logs");
	assert_string_equal(edge_of(&d, "on:delete-account", GRAPH_WHEN, "at:6h")->about, "history_lost");
	edge_of(&d, "the-press-line", GRAPH_WHEN, "line-comes-back");
	finish(&d);
}

static int64_t n(const struct jsn *row, const char *key)
{
	return jsn_number(jsn_get(row, key), -1);
}

static bool shows(const struct jsn *list, const char *kind)
{
	for (size_t i = 0; i < jsn_count(list); i++)
		if (jsn_number(jsn_get(jsn_at(list, i, NULL), kind), 0))
			return true;
	return false;
}

static void no_box_lies_across_the_end_of_a_page(void **state)
{
	(void)state;
	struct drawn d = draw("en", true);
	const struct jsn *drawing = jsn_get(d.tree, "drawing"), *boxes = jsn_get(drawing, "boxes");
	int64_t page = n(drawing, "page");
	assert_true(n(drawing, "height") > 2 * page);
	for (size_t i = 0; i < jsn_count(boxes); i++) {
		const struct jsn *box = jsn_at(boxes, i, NULL);
		assert_int_equal(n(box, "y") / page, (n(box, "y") + n(box, "height")) / page);
	}
	finish(&d);
}

static void the_legend_has_the_lines_of_the_drawing(void **state)
{
	(void)state;
	for (int extended = 0; extended < 2; extended++) {
		struct drawn d = draw("en", extended);
		const struct jsn *drawing = jsn_get(d.tree, "drawing");
		for (size_t i = 0; graph_edge_kinds[i]; i++)
			assert_int_equal(shows(jsn_get(drawing, "legend"), graph_edge_kinds[i]),
			                 shows(jsn_get(drawing, "paths"), graph_edge_kinds[i]));
		assert_false(shows(jsn_get(drawing, "legend"), "cancels"));
		finish(&d);
	}
}

static void no_box_covers_another_and_all_lie_inside(void **state)
{
	static const char *const languages[] = {"en", "zh"};
	(void)state;
	for (size_t l = 0; l < 2; l++) {
		struct drawn d = draw(languages[l], true);
		const struct jsn *drawing = jsn_get(d.tree, "drawing"), *boxes = jsn_get(drawing, "boxes");
		assert_true(jsn_count(boxes) > 30);
		for (size_t i = 0; i < jsn_count(boxes); i++) {
			const struct jsn *a = jsn_at(boxes, i, NULL);
			assert_true(n(a, "x") > 0 && n(a, "x") + n(a, "width") < n(drawing, "width"));
			assert_true(n(a, "y") > 0 && n(a, "y") + n(a, "height") < n(drawing, "height"));
			for (size_t k = 0; k < i; k++) {
				const struct jsn *b = jsn_at(boxes, k, NULL);
				assert_false(n(a, "x") == n(b, "x") && n(a, "y") < n(b, "y") + n(b, "height") &&
				             n(b, "y") < n(a, "y") + n(a, "height"));
			}
		}
		finish(&d);
	}
}

static void no_line_runs_on_top_of_another_or_through_a_box(void **state)
{
	struct drawn d = draw("en", true);
	const struct jsn *drawing = jsn_get(d.tree, "drawing"), *paths = jsn_get(drawing, "paths");
	const struct jsn *boxes = jsn_get(drawing, "boxes");
	(void)state;
	assert_int_equal(jsn_count(paths), d.graph->nedges);
	for (size_t i = 0; i < jsn_count(paths); i++) {
		int a[5], b[5];
		const char *path = jsn_text(jsn_get(jsn_at(paths, i, NULL), "path"));
		assert_int_equal(sscanf(path, "M%d %dH%dV%dH%d", &a[0], &a[1], &a[2], &a[3], &a[4]), 5);
		for (size_t k = 0; k < jsn_count(boxes); k++) {
			const struct jsn *box = jsn_at(boxes, k, NULL);
			assert_false(a[2] >= n(box, "x") && a[2] <= n(box, "x") + n(box, "width"));
		}
		for (size_t k = 0; k < i; k++) {
			path = jsn_text(jsn_get(jsn_at(paths, k, NULL), "path"));
			assert_int_equal(sscanf(path, "M%d %dH%dV%dH%d", &b[0], &b[1], &b[2], &b[3], &b[4]), 5);
			int low_a = a[1] < a[3] ? a[1] : a[3], high_a = a[1] < a[3] ? a[3] : a[1];
			int low_b = b[1] < b[3] ? b[1] : b[3], high_b = b[1] < b[3] ? b[3] : b[1];
			assert_false(a[2] == b[2] && low_a < high_b && low_b < high_a);
		}
	}
	finish(&d);
}

static void a_label_of_mermaid_holds_nothing_that_it_obeys(void **state)
{
	struct drawn d = draw("en", true);
	const struct jsn *nodes = jsn_get(d.tree, "nodes");
	size_t quoted = 0;
	(void)state;
	for (size_t i = 0; i < jsn_count(nodes); i++) {
		const char *label = jsn_text(jsn_get(jsn_at(nodes, i, NULL), "mermaid"));
		assert_null(strpbrk(label, "\"<>&`\\\n"));
		quoted += strstr(label, "#quot;") != NULL;
	}
	assert_true(quoted > 0);
	finish(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_message_and_question_of_the_cut_is_a_node),
	    cmocka_unit_test(what_leads_to_what_is_an_edge),
	    cmocka_unit_test(no_box_lies_across_the_end_of_a_page),
	    cmocka_unit_test(the_legend_has_the_lines_of_the_drawing),
	    cmocka_unit_test(no_box_covers_another_and_all_lie_inside),
	    cmocka_unit_test(no_line_runs_on_top_of_another_or_through_a_box),
	    cmocka_unit_test(a_label_of_mermaid_holds_nothing_that_it_obeys),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
