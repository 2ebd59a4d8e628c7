#include "desk/plan.h"

#include <stdlib.h>
#include <string.h>

enum { MS_PER_MINUTE = 60000 };

bool plan_has(const struct effects *effects, enum effect_kind kind, int ref)
{
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == kind && effects->v[i].ref == ref)
			return true;
	return false;
}

bool plan_brought(const struct world *world, int number)
{
	const struct story_item *item = &world->story->items[number];
	return item->at == SHAPE_UNSET && item->by == SHAPE_UNSET && item->after_item == NAMES_NONE;
}

/* When the story's own clock brings a message that has no time of its own. */
static int32_t brought_at(const struct world *world, int number)
{
	for (int i = 0; i < (int)world->story->nitems; i++) {
		const struct story_item *item = &world->story->items[i];
		if (item->kind == STORY_AT && world_plays(world, i) && plan_has(&item->effects, EFFECT_DELIVER, number))
			return item->at;
	}
	return SHAPE_UNSET;
}

int32_t plan_time(const struct world *world, int number)
{
	int32_t delay = 0;
	for (size_t guard = 0; guard <= world->story->nitems; guard++) {
		const struct story_item *item = &world->story->items[number];
		if (item->at != SHAPE_UNSET || item->by != SHAPE_UNSET)
			return delay + (item->at != SHAPE_UNSET ? item->at : item->by);
		if (item->after_item == NAMES_NONE) {
			int32_t brought = brought_at(world, number);
			return brought == SHAPE_UNSET ? SHAPE_UNSET : delay + brought;
		}
		delay += item->delay == SHAPE_UNSET ? 0 : item->delay;
		number = item->after_item;
	}
	return SHAPE_UNSET;
}

/* A time that is not known comes last. */
static bool sooner(int32_t a, int32_t b)
{
	return a != SHAPE_UNSET && (b == SHAPE_UNSET || a < b);
}

int plan_opener(const struct world *world, int decision)
{
	int first = NAMES_NONE;
	for (int i = 0; i < (int)world->story->nitems; i++) {
		if (!world_plays(world, i) || !plan_has(&world->story->items[i].effects, EFFECT_OPEN, decision))
			continue;
		if (first == NAMES_NONE || sooner(plan_time(world, i), plan_time(world, first)))
			first = i;
	}
	return first;
}

bool plan_expects(const struct story_item *item, const char *action)
{
	for (size_t i = 0; i < item->expects.n; i++)
		if (strcmp(item->expects.v[i], action) == 0)
			return true;
	return false;
}

bool plan_leads_on(const struct world *world, int number)
{
	const struct effects *effects = &world->story->items[number].effects;
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_OPEN || effects->v[i].kind == EFFECT_DELIVER ||
		    effects->v[i].kind == EFFECT_END || effects->v[i].kind == EFFECT_RUN)
			return true;
	for (int i = 0; i < (int)world->story->nitems; i++)
		if (world->story->items[i].after_item == number && world_plays(world, i))
			return true;
	return false;
}

/* Whether it has items that only its longer cut plays. */
static bool has_longer(const struct story *story)
{
	for (size_t i = 0; i < story->nitems; i++)
		if (story->items[i].extra)
			return true;
	for (size_t i = 0; i < story->ndecisions; i++)
		if (story->decisions[i].extra)
			return true;
	return false;
}

void plan_practise(struct world *world)
{
	world->extended = world->extended && has_longer(world->story);
}

static int up(int64_t ms)
{
	return (int)((ms + MS_PER_MINUTE - 1) / MS_PER_MINUTE);
}

int plan_running(const struct story *story)
{
	return up(clock_pace_ms(story->pace, story->pieces, story_end(story)));
}

int plan_talking(const struct story *story, bool extended)
{
	int64_t seconds = 0;
	for (size_t i = 0; i < story->ndecisions; i++)
		if (extended || !story->decisions[i].extra)
			seconds += story->decisions[i].discuss;
	return up(seconds * 1000);
}

int plan_minutes(const struct story *story, bool extended)
{
	return PLAN_OPENING + plan_running(story) + plan_talking(story, extended) + PLAN_HOT_WASH;
}

int plan_minute(const struct world *world, int32_t t)
{
	const struct story *story = world->story;
	int64_t ms = clock_pace_ms(story->pace, story->pieces, t);
	for (int i = 0; i < (int)story->ndecisions; i++) {
		int opener = world_asks(world, i) ? plan_opener(world, i) : NAMES_NONE;
		if (opener != NAMES_NONE && sooner(plan_time(world, opener), t))
			ms += (int64_t)story->decisions[i].discuss * 1000;
	}
	return PLAN_OPENING + (int)(ms / MS_PER_MINUTE);
}

static int in_order(const void *a, const void *b)
{
	const struct plan_cue *x = a, *y = b;
	if ((x->t == SHAPE_UNSET) != (y->t == SHAPE_UNSET))
		return x->t == SHAPE_UNSET ? 1 : -1;
	if (x->t != y->t)
		return x->t < y->t ? -1 : 1;
	return x->brought != y->brought ? x->brought - y->brought : x->item - y->item;
}

const struct plan_cue *plan_cues(const struct world *world, struct arena *arena, size_t *n)
{
	struct plan_cue *list = NULL;
	*n = 0;
	for (int i = 0; i < (int)world->story->nitems; i++) {
		enum story_item_kind kind = world->story->items[i].kind;
		if ((kind == STORY_INJECT || kind == STORY_AT) && world_plays(world, i))
			*(struct plan_cue *)arena_push(arena, &list, n, sizeof *list) =
			    (struct plan_cue){i, plan_time(world, i), kind == STORY_INJECT && plan_brought(world, i)};
	}
	if (list)
		qsort(list, *n, sizeof *list, in_order);
	return list;
}
