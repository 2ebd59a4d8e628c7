#include "desk/graph.h"

#include "content/hookscan.h"
#include "desk/plan.h"

#include <string.h>

const char *const graph_node_kinds[] = {"message", "instant", "reaction", "question", "answer", "late", "endex", NULL};
const char *const graph_edge_kinds[] = {"opens",  "delivers", "after", "does", "when",
                                        "unless", "cancels",  "ends",  NULL};

struct setter { /* a node whose `run` sets a variable */
	int node, var;
};

struct builder {
	const struct world *world;
	struct arena *arena;
	struct graph *graph;
	const struct file *file; /* whose hooks are looked at */
	struct setter *setters;
	size_t nsetters;
	bool headed; /* the edge added last leads from the question that a hook just asked for */
};

static const struct story *story_of(const struct builder *b)
{
	return b->world->story;
}

/* ---- nodes ---- */

static int add_node(struct builder *b, struct graph_node node)
{
	*(struct graph_node *)arena_push(b->arena, &b->graph->nodes, &b->graph->nnodes, sizeof node) = node;
	return (int)b->graph->nnodes - 1;
}

static int find(const struct builder *b, enum graph_node_kind kind, int item, int decision, int option)
{
	for (size_t i = 0; i < b->graph->nnodes; i++) {
		const struct graph_node *node = &b->graph->nodes[i];
		if (node->kind == kind && node->item == item && node->decision == decision && node->option == option)
			return (int)i;
	}
	return NAMES_NONE;
}

static int item_node(const struct builder *b, int item)
{
	for (size_t i = 0; i < b->graph->nnodes; i++)
		if (b->graph->nodes[i].item == item)
			return (int)i;
	return NAMES_NONE;
}

static int question_node(const struct builder *b, int decision)
{
	return find(b, GRAPH_QUESTION, NAMES_NONE, decision, NAMES_NONE);
}

static void add_items(struct builder *b)
{
	struct arena *arena = arena_new();
	size_t n;
	const struct plan_cue *cues = plan_cues(b->world, arena, &n);
	for (size_t i = 0; i < n; i++) {
		const struct story_item *item = &story_of(b)->items[cues[i].item];
		bool message = item->kind == STORY_INJECT;
		add_node(b, (struct graph_node){.kind = message ? GRAPH_MESSAGE : GRAPH_INSTANT,
		                                .item = cues[i].item,
		                                .decision = NAMES_NONE,
		                                .option = NAMES_NONE,
		                                .of = NAMES_NONE,
		                                .t = cues[i].t,
		                                .contingency = cues[i].brought || item->by != SHAPE_UNSET ||
		                                               item->hook != NAMES_NONE});
	}
	arena_free(arena);
}

static bool leads(const struct effects *effects)
{
	static const enum effect_kind kinds[] = {EFFECT_CANCEL, EFFECT_DELIVER, EFFECT_OPEN, EFFECT_CRITICAL,
	                                         EFFECT_END,    EFFECT_SET,     EFFECT_RUN};
	for (size_t i = 0; i < effects->n; i++)
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
			if (effects->v[i].kind == kinds[k])
				return true;
	return false;
}

static void add_reactions(struct builder *b)
{
	for (int i = 0; i < (int)story_of(b)->nitems; i++)
		if (story_of(b)->items[i].kind == STORY_ON && world_plays(b->world, i) &&
		    leads(&story_of(b)->items[i].effects))
			add_node(b, (struct graph_node){GRAPH_REACTION, i, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, true,
			                                NAMES_NONE});
}

static void add_questions(struct builder *b)
{
	for (int i = 0; i < (int)story_of(b)->ndecisions; i++) {
		const struct story_decision *decision = &story_of(b)->decisions[i];
		int opener = plan_opener(b->world, i);
		int32_t t = opener == NAMES_NONE ? SHAPE_UNSET : plan_time(b->world, opener);
		if (!world_asks(b->world, i))
			continue;
		int of =
		    add_node(b, (struct graph_node){GRAPH_QUESTION, NAMES_NONE, i, NAMES_NONE, t, false, NAMES_NONE});
		for (int k = 0; k < (int)decision->options.n; k++)
			add_node(b, (struct graph_node){GRAPH_ANSWER, NAMES_NONE, i, k, t, false, of});
		if (leads(&decision->late.effects))
			add_node(b, (struct graph_node){GRAPH_LATE, NAMES_NONE, i, NAMES_NONE, t, true, of});
	}
}

/* ---- edges ---- */

static void add_edge(struct builder *b, enum graph_edge_kind kind, int from, int to, int32_t delay, const char *about)
{
	const struct graph_edge edge = {kind, from, to, delay, about};
	if (from == NAMES_NONE || to == NAMES_NONE)
		return;
	for (size_t i = 0; i < b->graph->nedges; i++) {
		const struct graph_edge *other = &b->graph->edges[i];
		if (other->kind == kind && other->from == from && other->to == to)
			return;
	}
	*(struct graph_edge *)arena_push(b->arena, &b->graph->edges, &b->graph->nedges, sizeof edge) = edge;
}

/* The effects of a node; NULL for what has none. */
static const struct effects *effects_of(const struct builder *b, const struct graph_node *node)
{
	if (node->item != NAMES_NONE)
		return &story_of(b)->items[node->item].effects;
	if (node->kind == GRAPH_ANSWER)
		return &story_option_at(&story_of(b)->decisions[node->decision], node->option)->effects;
	return node->kind == GRAPH_LATE ? &story_of(b)->decisions[node->decision].late.effects : NULL;
}

static void add_effect(struct builder *b, int from, const struct effect *effect, int32_t delay)
{
	if (effect->kind == EFFECT_OPEN)
		add_edge(b, GRAPH_OPENS, from, question_node(b, effect->ref), delay, NULL);
	else if (effect->kind == EFFECT_DELIVER)
		add_edge(b, GRAPH_DELIVERS, from, item_node(b, effect->ref), delay, NULL);
	else if (effect->kind == EFFECT_CANCEL)
		add_edge(b, GRAPH_CANCELS, from, item_node(b, effect->ref), delay, NULL);
	else if (effect->kind == EFFECT_END)
		add_edge(b, GRAPH_ENDS, from, find(b, GRAPH_ENDEX, NAMES_NONE, NAMES_NONE, NAMES_NONE), delay, NULL);
}

static void add_effects(struct builder *b)
{
	for (int from = 0; from < (int)b->graph->nnodes; from++) {
		const struct graph_node *node = &b->graph->nodes[from];
		const struct effects *effects = effects_of(b, node);
		int32_t delay = node->kind == GRAPH_ANSWER
		                    ? story_option_at(&story_of(b)->decisions[node->decision], node->option)->takes
		                    : SHAPE_UNSET;
		for (size_t i = 0; effects && i < effects->n; i++)
			add_effect(b, from, &effects->v[i], delay);
	}
}

/* From every node whose effects have that one. */
static void add_from_all(struct builder *b, enum effect_kind effect, int ref, enum graph_edge_kind kind, int to,
                         const char *about)
{
	for (int from = 0; from < (int)b->graph->nnodes; from++) {
		const struct effects *effects = effects_of(b, &b->graph->nodes[from]);
		if (from != to && effects && plan_has(effects, effect, ref))
			add_edge(b, kind, from, to, SHAPE_UNSET, about);
	}
}

static void add_ties(struct builder *b)
{
	for (int to = 0; to < (int)b->graph->nnodes; to++) {
		const struct graph_node *node = &b->graph->nodes[to];
		const struct story_item *item = node->item == NAMES_NONE ? NULL : &story_of(b)->items[node->item];
		if (!item)
			continue;
		if (item->after_item != NAMES_NONE)
			add_edge(b, GRAPH_AFTER, item_node(b, item->after_item), to, item->delay, NULL);
		if (item->unless_action != NAMES_NONE)
			add_from_all(b, EFFECT_DO, item->unless_action, GRAPH_UNLESS, to, item->unless);
		if (node->kind == GRAPH_REACTION)
			add_from_all(b, EFFECT_DO, item->action, GRAPH_DOES, to,
			             names_id(&b->world->names, NAMES_ACTION, item->action));
	}
}

/* ---- what a hook asks for, and sets ---- */

static bool stands_on(const struct builder *b, const struct yml *hook, int line)
{
	return hook && hook->place.line == line && hook->place.file && strcmp(hook->place.file, b->file->name) == 0;
}

/* The hooks of a node: what decides whether it comes, and what it runs. */
static const struct yml *when_of(const struct builder *b, const struct graph_node *node)
{
	return node->item == NAMES_NONE ? NULL : story_of(b)->items[node->item].when;
}

static const struct yml *run_of(const struct builder *b, const struct graph_node *node)
{
	if (node->item != NAMES_NONE)
		return story_of(b)->items[node->item].source.of[EFFECT_RUN];
	const struct story_decision *decision =
	    node->decision == NAMES_NONE ? NULL : &story_of(b)->decisions[node->decision];
	if (node->kind == GRAPH_ANSWER)
		return story_option_at(decision, node->option)->source.of[EFFECT_RUN];
	return node->kind == GRAPH_LATE ? decision->late.source.of[EFFECT_RUN] : NULL;
}

static int hooked(const struct builder *b, int line,
                  const struct yml *(*hook_of)(const struct builder *, const struct graph_node *))
{
	for (size_t i = 0; i < b->graph->nnodes; i++)
		if (stands_on(b, hook_of(b, &b->graph->nodes[i]), line))
			return (int)i;
	return NAMES_NONE;
}

static void set(void *context, int line, enum names_kind kind, int number, bool sets)
{
	struct builder *b = context;
	int node = sets && kind == NAMES_VAR ? hooked(b, line, run_of) : NAMES_NONE;
	if (node != NAMES_NONE)
		*(struct setter *)arena_push(b->arena, &b->setters, &b->nsetters, sizeof *b->setters) =
		    (struct setter){node, number};
}

static void asked(void *context, int line, enum names_kind kind, int number, bool sets)
{
	struct builder *b = context;
	int to = sets ? NAMES_NONE : hooked(b, line, when_of);
	const char *about = names_id(&b->world->names, kind, number);
	size_t before = b->graph->nedges;
	b->headed = false;
	if (to == NAMES_NONE)
		return;
	if (kind == NAMES_DECISION) {
		add_edge(b, GRAPH_WHEN, question_node(b, number), to, SHAPE_UNSET, NULL);
		b->headed = b->graph->nedges > before;
	} else if (kind == NAMES_VAR)
		add_from_all(b, EFFECT_SET, number, GRAPH_WHEN, to, about);
	else if (kind == NAMES_ACTION)
		add_from_all(b, EFFECT_DO, number, GRAPH_WHEN, to, about);
	for (size_t i = 0; kind == NAMES_VAR && i < b->nsetters; i++)
		if (b->setters[i].var == number)
			add_edge(b, GRAPH_WHEN, b->setters[i].node, to, SHAPE_UNSET, about);
}

/* It is that one answer on which the hook's node hangs, not the whole question. */
static void compared(void *context, int line, int decision, const char *answer)
{
	struct builder *b = context;
	int to = hooked(b, line, when_of), option = story_option(&story_of(b)->decisions[decision], answer);
	if (to == NAMES_NONE || option == NAMES_NONE)
		return;
	b->graph->nedges -= b->headed;
	b->headed = false;
	add_edge(b, GRAPH_WHEN, find(b, GRAPH_ANSWER, NAMES_NONE, decision, option), to, SHAPE_UNSET, NULL);
}

static void scan(struct builder *b, const struct hookscan_watch *watch)
{
	const struct world_sources *sources = &b->world->sources;
	for (size_t i = 0; i <= sources->nincludes; i++) {
		b->file = i ? &sources->includes[i - 1] : &sources->scenario;
		hookscan_asks(b->file, &b->world->names, watch);
	}
}

struct graph *graph_build(const struct world *world, struct arena *arena)
{
	struct builder b = {.world = world, .arena = arena, .graph = arena_alloc(arena, sizeof *b.graph)};
	add_items(&b);
	add_reactions(&b);
	add_questions(&b);
	add_node(&b, (struct graph_node){GRAPH_ENDEX, NAMES_NONE, NAMES_NONE, NAMES_NONE, story_end(world->story),
	                                 false, NAMES_NONE});
	add_effects(&b);
	add_ties(&b);
	scan(&b, &(struct hookscan_watch){set, NULL, &b});
	scan(&b, &(struct hookscan_watch){asked, compared, &b});
	return b.graph;
}
