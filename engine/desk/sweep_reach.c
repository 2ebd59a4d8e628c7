/* Each target leads on to others; what a state can still lead to is the union over what is sure to come (a timed item,
 * an open question, a step) of what that leads to. */
#include "desk/sweep_reach.h"

#include "exercise/score.h"

#include <string.h>

static struct sweep_reach_bits *bits_new(const struct sweep_reach *r, size_t n)
{
	struct sweep_reach_bits *bits = arena_alloc(r->arena, (n + 1) * sizeof *bits);
	for (size_t i = 0; i < n; i++)
		bits[i].v = arena_alloc(r->arena, r->words * sizeof(uint64_t));
	return bits;
}

/* ---- what follows at once ---- */

/* What an effect does; -1 for what leads to nothing, and for hooks. */
static int target_of(const struct sweep_reach *r, const struct effect *e)
{
	switch (e->kind) {
	case EFFECT_DO:
		return e->ref;
	case EFFECT_DELIVER:
	case EFFECT_CANCEL:
		return r->first_item + e->ref;
	case EFFECT_OPEN:
		return r->first_decision + e->ref;
	case EFFECT_MOMENT:
		return r->first_moment + e->ref;
	case EFFECT_END:
		return r->end;
	default:
		return -1;
	}
}

static void add_owner(struct sweep_reach *r, int hook, int target, bool when)
{
	*(struct sweep_reach_owner *)arena_push(r->arena, &r->owners, &r->nowners, sizeof(struct sweep_reach_owner)) =
	    (struct sweep_reach_owner){hook, target, when};
}

static void add_effects(struct sweep_reach *r, const struct effects *effects, int target)
{
	for (size_t i = 0; i < effects->n; i++) {
		int to = target_of(r, &effects->v[i]);
		if (to >= 0)
			sweep_reach_set(r->direct[target], to);
		if (effects->v[i].kind == EFFECT_RUN)
			add_owner(r, effects->v[i].ref, target, false);
	}
}

static uint8_t timing_of(const struct world *world, int number)
{
	const struct story_item *item = &world->story->items[number];
	if ((item->kind != STORY_INJECT && item->kind != STORY_AT) || !world_plays(world, number))
		return SWEEP_UNTIMED;
	if (item->at != SHAPE_UNSET || item->by != SHAPE_UNSET)
		return SWEEP_TIMED;
	return item->after_item == NAMES_NONE ? SWEEP_UNTIMED : SWEEP_ANCHORED;
}

static void add_items(struct sweep_reach *r)
{
	r->timing = arena_alloc(r->arena, r->items + 1);
	for (int i = 0; i < (int)r->items; i++) {
		const struct story_item *item = &r->world->story->items[i];
		int target = r->first_item + i;
		r->timing[i] = timing_of(r->world, i);
		if (item->hook != NAMES_NONE)
			add_owner(r, item->hook, target, true);
		add_effects(r, &item->effects, target);
		if (item->kind == STORY_ON)
			sweep_reach_set(r->direct[item->action], target);
	}
}

static void add_decisions(struct sweep_reach *r)
{
	for (int i = 0; i < (int)r->decisions; i++) {
		const struct story_decision *decision = &r->world->story->decisions[i];
		int target = r->first_decision + i;
		add_effects(r, &decision->late.effects, target);
		for (int k = 0; k < (int)decision->options.n; k++)
			add_effects(r, &story_option_at(decision, k)->effects, target);
	}
}

static void add_actions(struct sweep_reach *r)
{
	for (int i = 0; i < (int)r->actions; i++) {
		int32_t moment = vocabulary_action(r->world->vocabulary, i)->moment;
		if (moment == SHAPE_UNSET)
			continue;
		sweep_reach_set(r->direct[i], r->first_moment + moment);
		sweep_reach_set(r->direct[r->first_moment + moment], i);
	}
}

static void add_steps(struct sweep_reach *r)
{
	const struct playbook *playbook = r->world->playbook;
	r->does = arena_alloc(r->arena, (playbook->nsteps + 1) * sizeof *r->does);
	r->counts = arena_alloc(r->arena, playbook->nsteps + 1);
	for (int i = 0; i < (int)playbook->nsteps; i++) {
		const struct shape_texts *does = &playbook->steps[i]->does;
		r->counts[i] = score_counts_step(r->world, i);
		for (size_t k = 0; k < does->n; k++)
			*(int *)arena_push(r->arena, &r->does[i].v, &r->does[i].n, sizeof(int)) =
			    names_find(&r->world->names, NAMES_ACTION, does->v[k]);
	}
}

static void add_filers(struct sweep_reach *r)
{
	for (int i = 0; i < (int)r->world->ndeadlines; i++)
		for (int k = 0; k < (int)r->actions; k++) {
			bool named;
			if (world_files(r->world, k, i, &named))
				sweep_reach_set(r->filers[i], k);
		}
}

/* ---- all that follows ---- */

static void close_reach(const struct sweep_reach *r)
{
	for (bool grew = true; grew;) {
		grew = false;
		for (int i = 0; i < (int)r->targets; i++)
			for (int k = 0; k < (int)r->targets; k++)
				if (k != i && sweep_reach_has(r->reach[i], k))
					grew = sweep_reach_merge(r, r->reach[i], r->reach[k]) || grew;
	}
}

static void find_reach(const struct sweep_reach *r)
{
	for (int i = 0; i < (int)r->targets; i++) {
		sweep_reach_set(r->reach[i], i);
		sweep_reach_merge(r, r->reach[i], r->direct[i]);
	}
	for (size_t i = 0; i < r->nowners; i++)
		if (!r->owners[i].when)
			sweep_reach_merge(r, r->reach[r->owners[i].target], r->proposed[r->owners[i].hook]);
	close_reach(r);
	for (size_t i = 0; i < r->world->playbook->nsteps; i++)
		for (size_t k = 0; k < r->does[i].n; k++)
			sweep_reach_merge(r, r->work[i], r->reach[r->does[i].v[k]]);
}

/* ---- what hooks do ---- */

static void note_proposed(struct hook_watch *watch, int hook, const struct effects *effects)
{
	struct sweep_reach *r = (struct sweep_reach *)watch;
	for (size_t i = 0; i < effects->n; i++) {
		int to = target_of(r, &effects->v[i]);
		if (to < 0 || sweep_reach_has(r->proposed[hook], to))
			continue;
		sweep_reach_set(r->proposed[hook], to);
		r->learned = true;
	}
}

static void note_spent(struct hook_watch *watch, const struct hook *hook, const char *fault)
{
	sweep_spent_note(&((struct sweep_reach *)watch)->spent, hook, fault);
}

static bool knows_spent(struct hook_watch *watch, const struct hook *hook, char fault[HOOK_FAULT])
{
	const bool *read = watch->read + (size_t)hook->number * hook->state->count;
	return sweep_spent_knows(&((struct sweep_reach *)watch)->spent, hook, read, fault);
}

bool sweep_reach_learned(struct sweep_reach *r)
{
	bool learned = r->learned;
	r->learned = false;
	if (learned)
		find_reach(r);
	for (size_t at = 0; at < r->hooks * r->initial.count; at++) {
		if (!r->watch.read[at] || r->known[at])
			continue;
		*(struct sweep_reach_glance *)arena_push(r->arena, &r->glances, &r->nglances,
		                                         sizeof(struct sweep_reach_glance)) =
		    (struct sweep_reach_glance){(int)(at / r->initial.count), at % r->initial.count};
		r->known[at] = learned = true;
	}
	return learned;
}

/* ---- opening ---- */

static void size(struct sweep_reach *r)
{
	const struct story *story = r->world->story;
	r->actions = r->world->names.of[NAMES_ACTION].n;
	r->items = story->nitems;
	r->decisions = story->ndecisions;
	r->hooks = story->hooks.n;
	r->first_item = (int)r->actions;
	r->first_decision = r->first_item + (int)r->items;
	r->first_moment = r->first_decision + (int)r->decisions;
	r->end = r->first_moment + SHAPE_MOMENTS;
	r->targets = r->actions + r->items + r->decisions + SHAPE_MOMENTS + 1;
	r->words = (r->targets + 63) / 64;
}

struct sweep_reach *sweep_reach_new(const struct state *state, bool followed)
{
	struct arena *arena = arena_new();
	struct sweep_reach *r = arena_alloc(arena, sizeof *r);
	*r = (struct sweep_reach){.world = state->world, .arena = arena, .followed = followed};
	state_clone(&r->initial, state);
	size(r);
	if (r->words > SWEEP_WORDS) {
		sweep_reach_free(r);
		return NULL;
	}
	r->direct = bits_new(r, r->targets);
	r->reach = bits_new(r, r->targets);
	r->proposed = bits_new(r, r->hooks);
	r->work = bits_new(r, r->world->playbook->nsteps);
	r->filers = bits_new(r, r->world->ndeadlines);
	r->known = arena_alloc(arena, (r->hooks + 1) * state->count);
	r->need = arena_alloc(arena, state->count);
	r->comes = arena_alloc(arena, r->items + 1);
	r->lives = arena_alloc(arena, r->hooks + 1);
	r->watch = (struct hook_watch){.read = arena_alloc(arena, (r->hooks + 1) * state->count),
	                               .proposed = note_proposed,
	                               .spent = note_spent,
	                               .spends = knows_spent};
	sweep_spent_init(&r->spent, arena, r->hooks);
	add_items(r);
	add_decisions(r);
	add_actions(r);
	add_filers(r);
	add_steps(r);
	find_reach(r);
	return r;
}

void sweep_reach_free(struct sweep_reach *r)
{
	if (!r)
		return;
	state_free(&r->initial);
	arena_free(r->arena);
}
