#include "desk/sweep_graph.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { CELL_BITS = 32, TELL_EVERY = 64, DEPTH_MAX = UINT16_MAX };

struct due { /* a state to be expanded: by time, then by how much is settled */
	uint64_t rank;
	uint32_t node;
};

struct pack { /* how a state differs from the first one: cell and value, in turn */
	uint32_t *v;
	size_t n;
};

struct sweep_front {
	struct sweep_play *play;
	const struct sweep_graph_bounds *bounds;
	struct state base;
	struct due *heap;
	size_t nheap, heap_room;
	struct pack *packs; /* of the nodes that wait */
	uint32_t *table;    /* node + 1 by print */
	size_t table_size;
	uint32_t *scratch;
	size_t nodes_room, edges_room, gains_room, order_room;
	bool sharing; /* the first paths are still to be dealt out among shards */
};

/* ---- packing ---- */

static size_t marks_of(const struct sweep_front *f)
{
	return f->play->world->story->ndecisions;
}

static void pack_cell(struct pack *out, const struct state *s, const struct state *base, size_t cell)
{
	if (s->cells[cell] == base->cells[cell])
		return;
	out->v[out->n++] = (uint32_t)cell;
	out->v[out->n++] = (uint32_t)s->cells[cell];
}

/* Two cells at a time: most are as they were. */
static struct pack pack(const struct sweep_front *f)
{
	const struct state *s = sweep_play_state(f->play);
	struct pack out = {f->scratch, 0};
	for (size_t i = 0; i + 1 < s->count; i += 2) {
		uint64_t now, before;
		memcpy(&now, s->cells + i, sizeof now);
		memcpy(&before, f->base.cells + i, sizeof before);
		if (now == before)
			continue;
		pack_cell(&out, s, &f->base, i);
		pack_cell(&out, s, &f->base, i + 1);
	}
	if (s->count % 2)
		pack_cell(&out, s, &f->base, s->count - 1);
	for (size_t i = 0; i < marks_of(f); i++)
		if (f->play->marks[i] != SWEEP_UNASKED) {
			out.v[out.n++] = (uint32_t)(s->count + i);
			out.v[out.n++] = f->play->marks[i];
		}
	return out;
}

static struct pack keep(struct pack pack)
{
	uint32_t *v = memory_zeroed(pack.n, sizeof *v);
	memcpy(v, pack.v, pack.n * sizeof *v);
	return (struct pack){v, pack.n};
}

static void unpack(const struct sweep_front *f, struct pack pack)
{
	struct state *s = sweep_play_state(f->play);
	state_copy(s, &f->base);
	memset(f->play->marks, SWEEP_UNASKED, marks_of(f));
	for (size_t i = 0; i < pack.n; i += 2) {
		if (pack.v[i] < s->count)
			s->cells[pack.v[i]] = (int32_t)pack.v[i + 1];
		else
			f->play->marks[pack.v[i] - s->count] = (uint8_t)pack.v[i + 1];
	}
}

static uint64_t stir(uint64_t a, uint64_t b)
{
	__extension__ typedef unsigned __int128 wide;
	wide product = (wide)a * b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* `apart`: another number for what is to be another state all the same. */
static void print_of(struct pack pack, uint64_t apart, uint64_t print[2])
{
	uint64_t a = UINT64_C(0x9e3779b97f4a7c15), b = UINT64_C(0xd1b54a32d192ed03);
	for (size_t i = 0; i < pack.n; i += 2) {
		uint64_t word = (uint64_t)pack.v[i] << CELL_BITS | pack.v[i + 1];
		a = stir(a ^ word, UINT64_C(0xa0761d6478bd642f)) + i;
		b = stir(b + word, UINT64_C(0xe7037ed1a0b428db)) ^ a;
	}
	print[0] = stir(a ^ pack.n ^ apart << CELL_BITS, UINT64_C(0x8ebc6af09c88c6e3));
	print[1] = stir(b ^ a, UINT64_C(0x589965cc75374cc3));
}

/* ---- what waits ---- */

static bool before(const struct due *a, const struct due *b)
{
	return a->rank != b->rank ? a->rank < b->rank : a->node < b->node;
}

static void push(struct sweep_front *f, struct due due)
{
	f->heap = memory_grown(f->heap, f->nheap, &f->heap_room, sizeof *f->heap);
	size_t at = f->nheap++;
	while (at > 0 && before(&due, &f->heap[(at - 1) / 2])) {
		f->heap[at] = f->heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	f->heap[at] = due;
}

static uint32_t pop(struct sweep_front *f)
{
	uint32_t first = f->heap[0].node;
	struct due last = f->heap[--f->nheap];
	size_t at = 0;
	for (size_t child; (child = 2 * at + 1) < f->nheap; at = child) {
		if (child + 1 < f->nheap && before(&f->heap[child + 1], &f->heap[child]))
			child++;
		if (!before(&f->heap[child], &last))
			break;
		f->heap[at] = f->heap[child];
	}
	f->heap[at] = last;
	return first;
}

/* Rises with every choice made at one instant: unopened, open, put off, late, left, closed. */
static uint32_t level(const struct sweep_front *f)
{
	const struct state *s = sweep_play_state(f->play);
	uint32_t sum = 0;
	for (int i = 0; i < (int)marks_of(f); i++) {
		int32_t status = state_get(s, STATE_DECISION, i, STATE_DECISION_STATUS);
		bool late = state_get(s, STATE_DECISION, i, STATE_DECISION_LATE) != STATE_NEVER;
		if (status == STATE_OPEN)
			sum += 1 + f->play->marks[i] * 2U + (f->play->marks[i] == SWEEP_WAITS && late);
		else if (status != STATE_UNOPENED)
			sum += 6;
	}
	return sum;
}

/* ---- nodes ---- */

static void rehash(struct sweep_graph *g)
{
	struct sweep_front *f = g->front;
	free(f->table);
	f->table_size = f->table_size ? f->table_size * 2 : 1024;
	f->table = memory_zeroed(f->table_size, sizeof *f->table);
	for (size_t i = 0; i < g->nnodes; i++) {
		size_t at = g->nodes[i].print[0] & (f->table_size - 1);
		while (f->table[at])
			at = (at + 1) & (f->table_size - 1);
		f->table[at] = (uint32_t)i + 1;
	}
}

/* The place of a state in the table: its own, or the free one where it belongs. */
static uint32_t *slot(const struct sweep_graph *g, const uint64_t print[2])
{
	const struct sweep_front *f = g->front;
	size_t at = print[0] & (f->table_size - 1);
	while (f->table[at] && memcmp(g->nodes[f->table[at] - 1].print, print, sizeof g->nodes->print) != 0)
		at = (at + 1) & (f->table_size - 1);
	return &f->table[at];
}

static uint64_t criticals(const struct state *s)
{
	uint64_t bits = 0;
	for (int i = 0; i < 64 && i < (int)state_rows(s->world, STATE_CRITICAL); i++)
		bits |= (uint64_t)(state_get(s, STATE_CRITICAL, i, 0) != 0) << i;
	return bits;
}

static uint32_t add_node(struct sweep_graph *g, const struct sweep_graph_node *node)
{
	struct sweep_front *f = g->front;
	size_t room = f->nodes_room;
	g->nodes = memory_grown(g->nodes, g->nnodes, &f->nodes_room, sizeof *g->nodes);
	if (room != f->nodes_room)
		f->packs = memory_need(realloc(f->packs, f->nodes_room * sizeof *f->packs));
	g->nodes[g->nnodes] = *node;
	f->packs[g->nnodes] = (struct pack){NULL, 0};
	return (uint32_t)g->nnodes++;
}

/* ---- shards ---- */

/* What hooks are seen to do, and so what makes states equal, may differ between shards: what all of them agree on is
 * paths. So the first paths are kept apart until there are enough to deal out. */
enum { SHARE = 2 }; /* paths a shard, at least */

static bool falls_to(const struct sweep_front *f, size_t number)
{
	return number % (size_t)f->bounds->shards + 1 == (size_t)f->bounds->shard;
}

static uint64_t rank_of(const struct sweep_front *f)
{
	return (uint64_t)(uint32_t)session_now(&f->play->session) << 32 | level(f);
}

/* The paths of others stay open; the own go on as states, in order of time. */
static void deal(struct sweep_graph *g)
{
	struct sweep_front *f = g->front;
	size_t n = f->nheap;
	uint32_t *dealt = memory_zeroed(n, sizeof *dealt);
	for (size_t i = 0; i < n; i++)
		dealt[i] = pop(f);
	f->sharing = false;
	for (size_t i = 0; i < n; i++) {
		struct sweep_graph_node *node = &g->nodes[dealt[i]];
		if (!falls_to(f, i))
			continue;
		unpack(f, f->packs[dealt[i]]);
		print_of(f->packs[dealt[i]], 0, node->print);
		*slot(g, node->print) = dealt[i] + 1;
		push(f, (struct due){rank_of(f), dealt[i]});
	}
	free(dealt);
}

/* ---- arriving ---- */

/* Of two ways that take as many choices, whether the first comes first by the order of answers, where they part. Where
 * a choice is made, the way there is settled: no later one leads to an earlier state. */
static bool comes_first(const struct sweep_graph *g, uint32_t from, struct sweep_play_choice choice, uint32_t other,
                        struct sweep_play_choice others)
{
	for (; from != other; from = g->nodes[from].parent, other = g->nodes[other].parent) {
		choice = g->nodes[from].choice;
		others = g->nodes[other].choice;
	}
	return choice.way < others.way;
}

static bool is_nearer(const struct sweep_graph *g, const struct sweep_graph_node *way,
                      const struct sweep_graph_node *known)
{
	return way->depth != known->depth || way->depth == DEPTH_MAX
	           ? way->depth < known->depth
	           : comes_first(g, way->parent, way->choice, known->parent, known->choice);
}

/* The number of the state that the stretch came to, which is trimmed. */
static uint32_t arrive(struct sweep_graph *g, enum sweep_play_end end, const struct sweep_graph_node *way)
{
	struct sweep_front *f = g->front;
	const struct state *s = sweep_play_state(f->play);
	struct pack packed = pack(f);
	struct sweep_graph_node node = *way;
	node.t = state_get(s, STATE_RUN, 0, STATE_NOW);
	node.end = (uint8_t)end;
	node.criticals = end == SWEEP_CHOICE ? 0 : criticals(s);
	node.open = true;
	if (f->sharing && end != SWEEP_CHOICE && !falls_to(f, g->nnodes))
		node.end = SWEEP_CHOICE; /* another's */
	print_of(packed, f->sharing ? g->nnodes + 1 : 0, node.print);
	if (2 * g->nnodes >= f->table_size)
		rehash(g);
	uint32_t *at = slot(g, node.print);
	if (*at) {
		struct sweep_graph_node *known = &g->nodes[*at - 1];
		if (is_nearer(g, &node, known)) {
			known->depth = node.depth;
			known->parent = node.parent;
			known->choice = node.choice;
		}
		return *at - 1;
	}
	uint32_t number = add_node(g, &node);
	*at = number + 1;
	if (end != SWEEP_CHOICE)
		return number;
	f->packs[number] = keep(packed);
	push(f, (struct due){f->sharing ? number : rank_of(f), number});
	return number;
}

static uint32_t gain_of(struct sweep_graph *g)
{
	struct sweep_front *f = g->front;
	struct sweep_graph_gain gain;
	for (int i = 0; i < STORY_OBJECTIVES; i++) {
		gain.tenths[i] = state_get(sweep_play_state(f->play), STATE_SCORE, i, 0);
		*state_cell(sweep_play_state(f->play), STATE_SCORE, i, 0) = 0;
	}
	for (size_t i = g->ngains; i-- > 0;)
		if (memcmp(&g->gains[i], &gain, sizeof gain) == 0)
			return (uint32_t)i;
	g->gains = memory_grown(g->gains, g->ngains, &f->gains_room, sizeof *g->gains);
	g->gains[g->ngains] = gain;
	return (uint32_t)g->ngains++;
}

/* ---- faults ---- */

static bool is_sooner(const struct sweep_graph *g, const struct sweep_graph_fault *fault,
                      const struct sweep_graph_fault *known)
{
	return fault->depth != known->depth || fault->depth == DEPTH_MAX
	           ? fault->depth < known->depth
	           : comes_first(g, fault->node, fault->choice, known->node, known->choice);
}

static void add_fault(struct sweep_graph *g, const struct sweep_graph_fault *fault)
{
	for (size_t i = 0; i < g->nfaults; i++) {
		struct sweep_graph_fault *known = &g->faults[i];
		if (known->kind != fault->kind || strcmp(known->what, fault->what) != 0)
			continue;
		if (is_sooner(g, fault, known))
			*known = *fault;
		return;
	}
	if (g->nfaults < SWEEP_FAULTS)
		g->faults[g->nfaults++] = *fault;
}

static void find_faults(struct sweep_graph *g, enum sweep_play_end end, uint32_t from, struct sweep_play_choice choice)
{
	const struct sweep_play *play = g->front->play;
	const struct story *story = play->world->story;
	struct sweep_graph_fault fault = {.kind = SWEEP_HOOK_FAILED, .node = from, .choice = choice};
	fault.depth = from == SWEEP_START ? 0 : (uint16_t)(g->nodes[from].depth + 1);
	for (size_t i = 0; i < play->nfailed; i++) {
		memcpy(fault.what, play->failed[i], sizeof fault.what);
		add_fault(g, &fault);
	}
	fault.kind = SWEEP_GOES_ROUND;
	memcpy(fault.what, play->stuck, sizeof fault.what);
	if (end == SWEEP_STUCK)
		add_fault(g, &fault);
	int64_t dry = clock_pace_ms(story->pace, story->pieces, session_now(&play->session)) -
	              clock_pace_ms(story->pace, story->pieces, play->news);
	fault.kind = SWEEP_RUNS_DRY;
	fault.what[0] = '\0';
	if (end == SWEEP_OVER && dry > SWEEP_DRY_MS)
		add_fault(g, &fault);
}

/* ---- growing ---- */

/* The stretch from where the play stands; the state that it comes to. */
static uint32_t stretch(struct sweep_graph *g, uint32_t from, struct sweep_play_choice choice, uint32_t *gain)
{
	struct sweep_play *play = g->front->play;
	struct sweep_graph_node way = {.parent = from, .choice = choice};
	enum sweep_play_end end = sweep_play_on(play);
	way.depth = from == SWEEP_START ? 0 : (uint16_t)(g->nodes[from].depth + (g->nodes[from].depth < DEPTH_MAX));
	find_faults(g, end, from, choice);
	sweep_play_trim(play);
	*gain = gain_of(g);
	return arrive(g, end, &way);
}

static void add_edge(struct sweep_graph *g, uint32_t from, const struct sweep_graph_edge *edge)
{
	g->edges = memory_grown(g->edges, g->nedges, &g->front->edges_room, sizeof *g->edges);
	g->edges[g->nedges++] = *edge;
	g->nodes[from].edges++;
}

static void expand(struct sweep_graph *g, uint32_t node)
{
	struct sweep_front *f = g->front;
	struct sweep_play_choice choices[SWEEP_WAYS];
	struct pack packed = f->packs[node];
	f->packs[node] = (struct pack){NULL, 0};
	unpack(f, packed);
	size_t n = sweep_play_choices(f->play, choices);
	g->order = memory_grown(g->order, g->norder, &f->order_room, sizeof *g->order);
	g->order[g->norder++] = node;
	g->nodes[node].first = (uint32_t)g->nedges;
	g->nodes[node].open = false;
	for (size_t i = 0; i < n; i++) {
		struct sweep_graph_edge edge = {.choice = choices[i]};
		if (i)
			unpack(f, packed);
		sweep_play_choose(f->play, choices[i]);
		edge.to = stretch(g, node, choices[i], &edge.gain);
		add_edge(g, node, &edge);
	}
	free(packed.v);
}

static void front_free(struct sweep_graph *g)
{
	struct sweep_front *f = g->front;
	for (size_t i = 0; i < g->nnodes; i++)
		free(f->packs[i].v);
	state_free(&f->base);
	free(f->heap);
	free(f->packs);
	free(f->table);
	free(f->scratch);
	free(f);
	g->front = NULL;
}

static void front_open(struct sweep_graph *g, struct sweep_play *play, const struct sweep_graph_bounds *bounds)
{
	struct sweep_front *f = g->front = memory_zeroed(1, sizeof *f);
	f->play = play;
	f->bounds = bounds;
	state_clone(&f->base, sweep_play_state(play));
	f->scratch = memory_zeroed(2 * (f->base.count + marks_of(f)) + 2, sizeof *f->scratch);
	g->faults = memory_zeroed(SWEEP_FAULTS, sizeof *g->faults);
	g->complete = true;
	f->sharing = bounds->shards > 1 || bounds->shard == 0;
	rehash(g);
}

static void tell(const struct sweep_graph *g)
{
	const struct sweep_front *f = g->front;
	const struct sweep_graph_progress progress = {.t = g->nodes[g->order[g->norder - 1]].t,
	                                              .end = story_end(f->play->world->story),
	                                              .states = g->nnodes,
	                                              .followed = f->play->rules.followed};
	f->bounds->told(f->bounds->context, &progress);
}

bool sweep_graph_grow(struct sweep_graph *g, struct sweep_play *play, const struct sweep_graph_bounds *bounds)
{
	*g = (struct sweep_graph){.complete = true};
	sweep_play_unsee(play); /* what came in states that were merged too soon may never come */
	sweep_play_rewind(play);
	front_open(g, play, bounds);
	struct sweep_front *f = g->front;
	stretch(g, SWEEP_START, (struct sweep_play_choice){NAMES_NONE, 0}, &g->start);
	while (f->nheap) {
		if (g->nnodes >= bounds->states || play->reach->spent.guessed)
			g->complete = false;
		if (!g->complete)
			break;
		if (f->sharing && f->nheap >= (size_t)SHARE * (size_t)bounds->shards)
			deal(g);
		if (f->nheap)
			expand(g, pop(f));
		if (bounds->told && g->norder % TELL_EVERY == 0)
			tell(g);
	}
	front_free(g);
	return !sweep_reach_learned(play->reach);
}

void sweep_graph_free(struct sweep_graph *g)
{
	free(g->nodes);
	free(g->edges);
	free(g->order);
	free(g->gains);
	free(g->faults);
}
