#include "desk/chronicle.h"

#include "base/memory.h"
#include "base/tree.h"
#include "desk/outcome.h"
#include "desk/sentence.h"

#include <stdlib.h>

struct jsn *chronicle_pace(const struct session *session)
{
	const struct story *story = session->world->story;
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	for (size_t i = 0; i < story->pieces; i++) {
		struct jsn *row = tree_row(list);
		tree_number(row, "to", story->pace[i].to);
		tree_number(row, "takes", story->pace[i].takes);
	}
	return list;
}

/* Injects -------------------------------------------------------------------------------------------------------- */

static const char *const item_states[] = {
    [STATE_WAITING] = "waiting",   [STATE_FIRED] = "delivered",     [STATE_DELIVERED] = "delivered",
    [STATE_WITHHELD] = "withheld", [STATE_CANCELLED] = "cancelled", [STATE_DEFERRED] = "held",
};

static void put_expanded(const struct world *world, struct jsn *row, const char *key, const char *s)
{
	struct text text = {0};
	if (s)
		world_expand(world, s, &text);
	tree_text(row, key, s ? text.data : NULL);
	text_free(&text);
}

static void put_expects(const struct session *s, struct jsn *row, const struct shape_texts *expects)
{
	struct jsn *list = tree_list(row, "expects");
	for (size_t i = 0; i < expects->n; i++) {
		int action = names_find(&s->world->names, NAMES_ACTION, expects->v[i]);
		struct jsn *one = tree_row(list);
		tree_text(one, "action", expects->v[i]);
		tree_text(one, "text", vocabulary_action(s->world->vocabulary, action)->description);
		tree_flag(one, "done", state_get(&s->state, STATE_ACTION, action, 0) != STATE_NEVER);
	}
}

static void put_inject(const struct session *s, struct jsn *list, int number, int no)
{
	const struct story_item *item = &s->world->story->items[number];
	int32_t state = state_get(&s->state, STATE_ITEM, number, STATE_ITEM_STATUS);
	bool came = state == STATE_FIRED || state == STATE_DELIVERED;
	if (!came && !world_plays(s->world, number))
		return;
	struct jsn *row = tree_row(list);
	tree_number(row, "no", no);
	tree_text(row, "id", names_id(&s->world->names, NAMES_ITEM, number));
	outcome_put_time(row, "t", came ? state_get(&s->state, STATE_ITEM, number, STATE_ITEM_AT) : STATE_NEVER);
	put_expanded(s->world, row, "from", item->from);
	tree_text(row, "to", item->to);
	tree_text(row, "channel", item->channel_name);
	put_expanded(s->world, row, "subject", item->subject);
	put_expanded(s->world, row, "text", item->text);
	tree_flag(row, "extra", item->extra);
	tree_text(row, "state", item_states[state]);
	put_expects(s, row, &item->expects);
}

struct jsn *chronicle_injects(const struct session *session)
{
	const struct story *story = session->world->story;
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	for (int i = 0, no = 0; i < (int)story->nitems; i++)
		if (story->items[i].kind == STORY_INJECT)
			put_inject(session, list, i, ++no);
	return list;
}

/* In order of time ----------------------------------------------------------------------------------------------- */

struct moment {
	int number;
	int32_t t;
};

static int by_time(const void *a, const void *b)
{
	const struct moment *x = a, *y = b;
	if (x->t != y->t)
		return x->t < y->t ? -1 : 1;
	return x->number - y->number;
}

/* The rows of a group whose `field` holds a time, the earliest first; malloc'ed. */
static struct moment *in_order(const struct session *s, enum state_group group, int field, size_t *count)
{
	size_t rows = state_rows(s->world, group);
	struct moment *v = memory_zeroed(rows, sizeof *v);
	*count = 0;
	for (int i = 0; i < (int)rows; i++) {
		int32_t t = state_get(&s->state, group, i, field);
		if (t != STATE_NEVER)
			v[(*count)++] = (struct moment){i, t};
	}
	qsort(v, *count, sizeof *v, by_time);
	return v;
}

struct jsn *chronicle_actions(const struct session *session)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	size_t n;
	struct moment *done = in_order(session, STATE_ACTION, 0, &n);
	for (size_t i = 0; i < n; i++) {
		struct jsn *row = tree_row(list);
		tree_text(row, "id", names_id(&session->world->names, NAMES_ACTION, done[i].number));
		tree_text(row, "text", sentence_action(session->world, done[i].number));
		tree_number(row, "t", done[i].t);
	}
	free(done);
	return list;
}

struct jsn *chronicle_work(const struct session *session)
{
	const struct state *state = &session->state;
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	size_t n;
	struct moment *begun = in_order(session, STATE_STEP, STATE_STEP_FROM, &n);
	for (size_t i = 0; i < n; i++) {
		int step = begun[i].number;
		bool done = state_get(state, STATE_STEP, step, STATE_STEP_STATUS) == STATE_DONE;
		int person = state_get(state, STATE_STEP, step, STATE_STEP_PERSON);
		struct jsn *row = tree_row(list);
		tree_number(row, "person", person);
		tree_text(row, "who", ledger_person_name(session->ledger, person));
		tree_text(row, "step", session->world->playbook->steps[step]->id);
		tree_number(row, "from", begun[i].t);
		outcome_put_time(row, "to", done ? state_get(state, STATE_STEP, step, STATE_STEP_DONE) : STATE_NEVER);
	}
	free(begun);
	return list;
}
