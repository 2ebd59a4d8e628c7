#include "content/coherence.h"

#include "base/span.h"

#include <string.h>

struct check {
	const struct story *story;
	const struct shape_reader *reader;
	const struct names *names;
	bool fine;
};

/* Tells a fault at `key` of a body; the body's own place for NULL. */
static void fail(struct check *p, const struct yml *body, const char *key, const char *message)
{
	p->fine = diag_error(p->reader->diags, key ? shape_place(body, key) : body->place, "%s", message);
}

/* ---- decisions ---- */

static void check_options(struct check *p, const struct story_decision *decision)
{
	size_t n = decision->options.n;

	if (n < 2 || n > STORY_OPTIONS_MAX)
		fail(p, decision->entry.node, NULL, "a decision has two to six options");
	for (int i = 1; i < (int)n; i++)
		for (int j = 0; j < i; j++) {
			const struct story_option *a = story_option_at(decision, j), *b = story_option_at(decision, i);

			if (strcmp(a->id, b->id))
				continue;
			diag_error(p->reader->diags, shape_place(b->entry.node, "id"),
			           "an id used twice: option \"%s\" stands on line %d already", b->id,
			           a->entry.node->place.line);
			p->fine = diag_code(p->reader->diags, "twice");
			break;
		}
}

static void check_default(struct check *p, const struct story_decision *decision)
{
	const char *ids[STORY_OPTIONS_MAX], *nearest;
	size_t n = 0;

	if (!decision->fallback || decision->default_option != NAMES_NONE)
		return;
	for (; n < STORY_OPTIONS_MAX && n < decision->options.n; n++)
		ids[n] = story_option_at(decision, (int)n)->id;
	p->fine = diag_error(p->reader->diags, shape_place(decision->entry.node, "default"),
	                     "`default` names no option: \"%s\"", decision->fallback);
	nearest = diag_nearest(decision->fallback, ids, n);
	if (nearest)
		diag_hint(p->reader->diags, "did you mean \"%s\"?", nearest);
}

static void check_times(struct check *p, const struct story_decision *decision)
{
	const struct yml *body = decision->entry.node;
	bool within = decision->within != SHAPE_UNSET, closes = decision->closes != SHAPE_UNSET;

	if (decision->fallback && !closes)
		fail(p, body, "default", "`default` needs `closes`: the time at which it is taken");
	if (closes && within && decision->closes <= decision->within)
		fail(p, body, "closes", "`closes` must be later than `within`");
	if (decision->late.entry.node && !within)
		fail(p, body, "late", "`late` needs `within`: the time at which it applies");
}

/* ---- injects ---- */

static void check_timing(struct check *p, const struct story_item *item)
{
	const struct yml *body = item->entry.node;
	bool at = item->at != SHAPE_UNSET, after = item->after != NULL, by = item->by != SHAPE_UNSET;

	if (at + after + by > 1)
		fail(p, body, NULL, "an inject has one of `at`, `after` and `by`, not several");
	if (item->delay != SHAPE_UNSET && !after)
		fail(p, body, "delay", "`delay` counts from another inject: it needs `after`");
	if (item->unless && !by)
		fail(p, body, "unless", "`unless` needs `by`: the time at which it is looked at");
	if (by && !item->unless)
		fail(p, body, "by", "`by` needs `unless`: the action that keeps this away");
}

static const struct story_item *before(const struct check *p, const struct story_item *item)
{
	return item->after_item == NAMES_NONE ? NULL : &p->story->items[item->after_item];
}

/* Told once, at the first inject of the cycle. */
static void check_cycle(struct check *p, const struct story_item *item)
{
	const struct story_item *at = before(p, item);

	for (size_t i = 0; at && at != item && at > item && i < p->story->nitems; i++)
		at = before(p, at);
	if (at == item)
		fail(p, item->entry.node, "after", "this inject waits for itself: `after` goes in a circle");
}

/* The earliest second at which an item can come; those that wait for a choice may come at any time: 0. */
static int64_t earliest(const struct check *p, const struct story_item *item)
{
	int64_t t = 0;

	for (size_t i = 0; item && i < p->story->nitems; i++, item = before(p, item)) {
		t += item->delay != SHAPE_UNSET ? item->delay : 0;
		t += item->at != SHAPE_UNSET ? item->at : 0;
		t += item->by != SHAPE_UNSET ? item->by : 0;
	}
	return t;
}

static void check_end(struct check *p, const struct story_item *item)
{
	static const char *const keys[] = {"at", "by", "delay", "after", NULL};
	const struct yml *body = item->entry.node;
	const char *key = NULL;
	char end[SPAN_BUFFER];

	if (item->kind == STORY_LAND || earliest(p, item) <= story_end(p->story))
		return;
	for (int i = 0; !key && keys[i]; i++)
		key = yml_get(body, keys[i]) ? keys[i] : NULL;
	diag_error(p->reader->diags, key ? shape_place(body, key) : body->place,
	           "%s can never come: EndEx is at %s (the last `to` of `pace`)", item->entry.id,
	           span_stamp(story_end(p->story), end));
	p->fine = diag_code(p->reader->diags, "after-endex");
}

/* ---- the core cut ---- */

static void leans(struct check *p, struct diag_place place, const char *what, const char *id)
{
	diag_error(p->reader->diags, place, "the core cut leans on something extra: %s \"%s\"", what, id);
	p->fine = diag_code(p->reader->diags, "core-needs-extra");
}

static void check_core(struct check *p, const struct effects *effects, const struct yml *body)
{
	const struct story *story = p->story;

	for (size_t i = 0; i < effects->n; i++) {
		const struct effect *effect = &effects->v[i];

		if (effect->kind == EFFECT_DELIVER && story->items[effect->ref].extra)
			leans(p, shape_place(body, "delivers"), "inject", names_id(p->names, NAMES_ITEM, effect->ref));
		if (effect->kind == EFFECT_OPEN && story->decisions[effect->ref].extra)
			leans(p, shape_place(body, "opens"), "decision",
			      names_id(p->names, NAMES_DECISION, effect->ref));
	}
}

static void check_decision(struct check *p, const struct story_decision *decision)
{
	check_options(p, decision);
	check_default(p, decision);
	check_times(p, decision);
	for (int i = 0; !decision->extra && i < (int)decision->options.n; i++)
		check_core(p, &story_option_at(decision, i)->effects, story_option_at(decision, i)->entry.node);
	if (!decision->extra && decision->late.entry.node)
		check_core(p, &decision->late.effects, decision->late.entry.node);
}

static void check_item(struct check *p, const struct story_item *item)
{
	const struct story_item *first = before(p, item);

	if (item->kind == STORY_INJECT)
		check_timing(p, item);
	check_cycle(p, item);
	check_end(p, item);
	if (item->extra)
		return;
	if (first && first->extra)
		leans(p, shape_place(item->entry.node, "after"), "inject", first->entry.id);
	check_core(p, &item->effects, item->entry.node);
}

bool coherence_check(const struct story *story, const struct shape_reader *reader, const struct names *names)
{
	struct check check = {story, reader, names, true};

	for (size_t i = 0; i < story->nitems; i++)
		check_item(&check, &story->items[i]);
	for (size_t i = 0; i < story->ndecisions; i++)
		check_decision(&check, &story->decisions[i]);
	return check.fine;
}
