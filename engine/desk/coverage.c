#include "desk/coverage.h"

#include "base/tree.h"
#include "desk/paint.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 80 };

enum kind { INJECT, OPTION, LATE, REACTION, WHEN, RUN_OF_ITEM, RUN_OF_OPTION, RUN_OF_LATE };

struct row {
	enum kind kind;
	int ref, other;        /* item; decision and option; for WHEN item and answer */
	const char *of, *name; /* what it is listed under, or NULL */
	bool reached;
};

struct coverage {
	struct arena *arena;
	struct row *rows;
	size_t n;
};

/* Kinds that are counted together. */
static const struct {
	const char *label, *key;
	enum kind first, last;
} classes[] = {{"  injects        ", "injects", INJECT, INJECT},
               {"  options        ", "options", OPTION, OPTION},
               {"  late branches  ", "late", LATE, LATE},
               {"  reactions      ", "reactions", REACTION, REACTION},
               {"  hooks          ", "hooks", WHEN, RUN_OF_LATE}};
enum { CLASSES = sizeof classes / sizeof *classes };

struct coverage *coverage_new(void)
{
	struct arena *arena = arena_new();
	struct coverage *coverage = arena_alloc(arena, sizeof *coverage);
	coverage->arena = arena;
	return coverage;
}

void coverage_free(struct coverage *coverage)
{
	if (coverage)
		arena_free(coverage->arena);
}

/* What there is -------------------------------------------------------------------------------------------------- */

static void add(struct coverage *c, enum kind kind, int ref, int other, const char *of, const char *name)
{
	struct row *row = arena_push(c->arena, &c->rows, &c->n, sizeof *row);
	*row = (struct row){kind, ref, other, of ? arena_dup(c->arena, of) : NULL, arena_dup(c->arena, name), false};
}

static bool runs(const struct effects *effects)
{
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_RUN)
			return true;
	return false;
}

static void add_item(struct coverage *c, const struct world *world, int number)
{
	const struct story_item *item = &world->story->items[number];
	const char *id = names_id(&world->names, NAMES_ITEM, number);
	if (item->kind == STORY_LAND)
		return;
	add(c, item->kind == STORY_INJECT ? INJECT : REACTION, number, 0, NULL, id);
	if (item->hook != NAMES_NONE) {
		add(c, WHEN, number, 1, id, "when true");
		add(c, WHEN, number, 0, id, "when false");
	}
	if (runs(&item->effects))
		add(c, RUN_OF_ITEM, number, 0, id, "run");
}

static void add_decision(struct coverage *c, const struct world *world, int number)
{
	const struct story_decision *decision = &world->story->decisions[number];
	const char *id = names_id(&world->names, NAMES_DECISION, number);
	for (int i = 0; i < (int)decision->options.n; i++) {
		const struct story_option *option = story_option_at(decision, i);
		add(c, OPTION, number, i, id, option->id);
		if (runs(&option->effects))
			add(c, RUN_OF_OPTION, number, i, id, arena_printf(c->arena, "run of %s", option->id));
	}
	if (decision->within != SHAPE_UNSET)
		add(c, LATE, number, 0, NULL, id);
	if (runs(&decision->late.effects))
		add(c, RUN_OF_LATE, number, 0, id, "run of late");
}

void coverage_begin(struct coverage *c, const struct world *world)
{
	if (c->n)
		return;
	for (int i = 0; i < (int)world->story->nitems; i++)
		add_item(c, world, i);
	for (int i = 0; i < (int)world->story->ndecisions; i++)
		add_decision(c, world, i);
}

/* What was reached ------------------------------------------------------------------------------------------------- */

static void reach(struct coverage *c, enum kind kind, int ref, int other)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->rows[i].kind == kind && c->rows[i].ref == ref && c->rows[i].other == other)
			c->rows[i].reached = true;
}

/* What an option runs, it runs when it lands. */
static void reach_option(struct coverage *c, const struct story *story, int decision, int option)
{
	if (option >= 0 && story_option_at(&story->decisions[decision], option)->takes == SHAPE_UNSET)
		reach(c, RUN_OF_OPTION, decision, option);
}

static void reach_landing(struct coverage *c, const struct session *session, int item)
{
	int decision = session->world->story->items[item].decision;
	if (decision != NAMES_NONE)
		reach(c, RUN_OF_OPTION, decision,
		      state_get(&session->state, STATE_DECISION, decision, STATE_DECISION_OPTION));
}

/* An `at` whose `when` says no goes off, too, and does nothing: its answer tells. */
static void reach_fired(struct coverage *c, const struct session *session, int item)
{
	const struct story_item *fired = &session->world->story->items[item];
	if (fired->kind == STORY_AT && fired->hook != NAMES_NONE)
		return;
	reach(c, REACTION, item, 0);
	reach(c, RUN_OF_ITEM, item, 0);
	reach_landing(c, session, item);
}

static void note(struct coverage *c, const struct session *session, const struct event *event)
{
	switch (event->kind) {
	case EVENT_DELIVERED:
		reach(c, INJECT, event->ref, 0);
		reach(c, RUN_OF_ITEM, event->ref, 0);
		break;
	case EVENT_FIRED:
		reach_fired(c, session, event->ref);
		break;
	case EVENT_DECIDED:
		reach(c, OPTION, event->ref, event->other);
		reach_option(c, session->world->story, event->ref, event->other);
		break;
	case EVENT_LAPSED:
		reach_option(c, session->world->story, event->ref, event->other);
		break;
	case EVENT_LATE:
		reach(c, LATE, event->ref, 0);
		reach(c, RUN_OF_LATE, event->ref, 0);
		break;
	default:
		break;
	}
}

void coverage_note(struct coverage *c, const struct session *session, const struct event_turn *turn)
{
	for (size_t i = 0; i < turn->count; i++)
		note(c, session, &turn->events[i]);
}

void coverage_answer(struct coverage *c, int item, bool answer)
{
	reach(c, WHEN, item, answer);
	if (answer) {
		reach(c, REACTION, item, 0);
		reach(c, RUN_OF_ITEM, item, 0);
	}
}

/* Telling ---------------------------------------------------------------------------------------------------------- */

static bool of_class(const struct row *row, size_t class)
{
	return row->kind >= classes[class].first && row->kind <= classes[class].last;
}

/* "who-leads: ceo, morning; the-account: watch" */
static void name_missed(const struct coverage *c, size_t class, struct text *out)
{
	const struct row *last = NULL;
	for (size_t i = 0; i < c->n; i++) {
		const struct row *row = &c->rows[i];
		if (!of_class(row, class) || row->reached)
			continue;
		bool same = last && row->of && strcmp(last->of, row->of) == 0;
		text_add(out, !last ? "; never: " : row->of && !same ? "; " : ", ");
		text_addf(out, "%s%s%s", row->of && !same ? row->of : "", row->of && !same ? ": " : "", row->name);
		last = row;
	}
}

static size_t count(const struct coverage *c, size_t class, bool reached_alone)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++)
		n += of_class(&c->rows[i], class) && (c->rows[i].reached || !reached_alone);
	return n;
}

static void tell_class(const struct coverage *c, size_t class, struct text *out)
{
	const struct paint paint = {.out = out, .columns = COLUMNS};
	size_t all = count(c, class, false);
	struct text missed = {0};
	name_missed(c, class, &missed);
	if (all)
		paint_hang(&paint, PAINT_PLAIN, classes[class].label, "%zu of %zu%s", count(c, class, true), all,
		           missed.len ? missed.data : "");
	text_free(&missed);
}

void coverage_tell(const struct coverage *c, struct text *out)
{
	for (size_t i = 0; i < CLASSES && c->n; i++)
		tell_class(c, i, out);
}

void coverage_list(const struct coverage *c, struct jsn *object)
{
	for (size_t class = 0; class < CLASSES; class ++) {
		struct jsn *counted = tree_object(object, classes[class].key);
		tree_number(counted, "all", (int64_t)count(c, class, false));
		tree_number(counted, "reached", (int64_t)count(c, class, true));
		struct jsn *never = tree_list(counted, "never");
		for (size_t i = 0; i < c->n; i++) {
			const struct row *row = &c->rows[i];
			if (!of_class(row, class) || row->reached)
				continue;
			struct jsn *missed = tree_row(never);
			tree_text(missed, "of", row->of);
			tree_text(missed, "name", row->name);
		}
	}
}
