#include "desk/check_pacing.h"

#include "base/span.h"
#include "base/text.h"
#include "desk/check_code.h"
#include "desk/plan.h"

#include <stdlib.h>

enum { MS_PER_SECOND = 1000, MS_PER_MINUTE = 60 * MS_PER_SECOND, LONGEST_GAP = 8 * MS_PER_MINUTE };

struct arrival {
	int item;
	int32_t t;
	bool sure; /* nothing can keep it away */
};

struct arrivals {
	const struct world *world;
	bool extended;
	struct arrival *v;
	size_t n;
	int32_t *talks; /* when questions are asked */
	size_t ntalks;
};

static const struct story_item *item_of(const struct arrivals *all, const struct arrival *arrival)
{
	return &all->world->story->items[arrival->item];
}

/* Whether the story's own clock delivers it without a condition. */
static bool brought_surely(const struct world *world, int number)
{
	for (int i = 0; i < (int)world->story->nitems; i++) {
		const struct story_item *item = &world->story->items[i];
		if (item->kind == STORY_AT && !item->when && plan_has(&item->effects, EFFECT_DELIVER, number))
			return true;
	}
	return false;
}

static bool comes_surely(const struct world *world, int number)
{
	for (size_t guard = 0; guard <= world->story->nitems; guard++) {
		const struct story_item *item = &world->story->items[number];
		if (item->when || item->by != SHAPE_UNSET)
			return false;
		if (item->at != SHAPE_UNSET)
			return true;
		if (item->after_item == NAMES_NONE)
			return brought_surely(world, number);
		number = item->after_item;
	}
	return false;
}

static int by_time(const void *a, const void *b)
{
	const struct arrival *x = a, *y = b;
	if (x->t != y->t)
		return x->t < y->t ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

static void gather(struct arrivals *all, struct arena *arena)
{
	const struct story *story = all->world->story;
	for (int i = 0; i < (int)story->nitems; i++) {
		const struct story_item *item = &story->items[i];
		int32_t t = item->kind == STORY_INJECT ? plan_time(all->world, i) : SHAPE_UNSET;
		if (t == SHAPE_UNSET || t > story_end(story) || (item->extra && !all->extended))
			continue;
		*(struct arrival *)arena_push(arena, &all->v, &all->n, sizeof *all->v) =
		    (struct arrival){i, t, comes_surely(all->world, i)};
	}
	if (all->n)
		qsort(all->v, all->n, sizeof *all->v, by_time);
	for (int i = 0; i < (int)story->ndecisions; i++) {
		int opener = all->extended || !story->decisions[i].extra ? plan_opener(all->world, i) : NAMES_NONE;
		int32_t t = opener == NAMES_NONE ? SHAPE_UNSET : plan_time(all->world, opener);
		if (t != SHAPE_UNSET)
			*(int32_t *)arena_push(arena, &all->talks, &all->ntalks, sizeof t) = t;
	}
}

static int64_t real_ms(const struct arrivals *all, int32_t t)
{
	return clock_pace_ms(all->world->story->pace, all->world->story->pieces, t);
}

/* Whether a question is talked about between two instants of the story. */
static bool talk_between(const struct arrivals *all, int32_t from, int32_t to)
{
	for (size_t i = 0; i < all->ntalks; i++)
		if (all->talks[i] >= from && all->talks[i] < to)
			return true;
	return false;
}

/* Where an inject says when it comes. */
static struct diag_place place_of(const struct story_item *item)
{
	static const char *const keys[] = {"at", "by", "delay", "after"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (yml_get(item->entry.node, keys[i]))
			return shape_place(item->entry.node, keys[i]);
	return item->entry.node->place;
}

/* Whether the second comes before the first has been read out. One that is not sure to come may fill the minute of one
 * that is; two that are not may never meet. */
static bool crowd(const struct arrivals *all, const struct arrival *a, const struct arrival *b)
{
	return real_ms(all, b->t) - real_ms(all, a->t) < MS_PER_MINUTE && (a->sure || b->sure) &&
	       !talk_between(all, a->t, b->t);
}

static void tell_core(const struct arrivals *core, struct diags *diags)
{
	for (size_t i = 1; i < core->n; i++) {
		const struct arrival *a = &core->v[i - 1], *b = &core->v[i];
		if (crowd(core, a, b))
			check_code_tell(diags, "same-minute", place_of(item_of(core, b)),
			                "\"%s\" comes %d real seconds after \"%s\" (line %d)",
			                item_of(core, b)->entry.id,
			                (int)((real_ms(core, b->t) - real_ms(core, a->t)) / MS_PER_SECOND),
			                item_of(core, a)->entry.id, item_of(core, a)->entry.node->place.line);
	}
}

/* Once for all of them: the pace is the core's, so it is the rule rather than a slip. */
static void tell_extended(const struct arrivals *extended, struct diag_place place, struct diags *diags)
{
	struct text names = {0};
	int n = 0;
	for (size_t i = 1; i < extended->n; i++) {
		const struct story_item *a = item_of(extended, &extended->v[i - 1]);
		const struct story_item *b = item_of(extended, &extended->v[i]);
		if ((a->extra || b->extra) && crowd(extended, &extended->v[i - 1], &extended->v[i]))
			text_addf(&names, "%s%s (line %d)", n++ ? ", " : "", b->entry.id, b->entry.node->place.line);
	}
	if (n)
		check_code_tell(diags, "same-minute-extended", place,
		                "in the extended cut %d inject%s less than a real minute after another: %s", n,
		                n == 1 ? " comes" : "s come", names.data);
	text_free(&names);
}

static void tell_gap(const struct arrivals *all, int32_t from, int32_t to, struct diag_place place, const char *until,
                     struct diags *diags)
{
	char first[SPAN_BUFFER], last[SPAN_BUFFER];
	int64_t ms = real_ms(all, to) - real_ms(all, from);
	if (ms > LONGEST_GAP)
		check_code_tell(diags, "long-gap", place,
		                "%s%d real minutes pass from %s to %s, and nothing is sure to come before %s",
		                ms / MS_PER_MINUTE * MS_PER_MINUTE == LONGEST_GAP ? "more than " : "",
		                (int)(ms / MS_PER_MINUTE), span_stamp(from, first), span_stamp(to, last), until);
}

static void tell_gaps(const struct arrivals *all, struct diag_place pace, struct diags *diags)
{
	const struct story *story = all->world->story;
	int32_t last = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct story_item *item = item_of(all, &all->v[i]);
		if (!all->v[i].sure)
			continue;
		tell_gap(all, last, all->v[i].t, place_of(item), item->entry.id, diags);
		last = all->v[i].t;
	}
	if (all->n)
		tell_gap(all, last, story_end(story), pace, "EndEx", diags);
}

static struct diag_place pace_of(const struct world *world)
{
	for (size_t i = 0; i < world->declarations->n; i++) {
		const struct yml *body = yml_get(world->declarations->pairs[i].value, "body");
		if (yml_get(body, "pace"))
			return shape_place(body, "pace");
	}
	return world->story->place;
}

void check_pacing(const struct world *world, struct diags *diags)
{
	struct arena *arena = arena_new();
	struct arrivals core = {.world = world}, extended = {.world = world, .extended = true};
	struct diag_place pace = pace_of(world);
	gather(&core, arena);
	gather(&extended, arena);
	tell_core(&core, diags);
	tell_extended(&extended, pace, diags);
	tell_gaps(&core, pace, diags);
	arena_free(arena);
}
