#include "desk/hold.h"

#include "base/tree.h"
#include "exercise/approval.h"

struct hold {
	const struct event_turn *turn; /* that began it */
	const struct event *began;
	const struct event_turn *lifted; /* the turn that lifted it, NULL: none */
	const struct event *lifting;
};

struct holds {
	const struct record *record;
	struct arena *arena;
	struct hold *v;
	size_t n;
};

static void note(struct holds *holds, const struct event_turn *turn, const struct event *event)
{
	if (event->kind == EVENT_PAUSED && approval_holds(holds->record->world, event->ref))
		*(struct hold *)arena_push(holds->arena, &holds->v, &holds->n, sizeof *holds->v) =
		    (struct hold){.turn = turn, .began = event};
	for (size_t i = holds->n; event->kind == EVENT_UNPAUSED && i-- > 0;) {
		struct hold *hold = &holds->v[i];
		if (hold->began->ref != event->ref)
			continue;
		if (!hold->lifted) {
			hold->lifted = turn;
			hold->lifting = event;
		}
		return;
	}
}

/* When it ended: lifted, or at the end that was named for it, whichever came first; STATE_NEVER: it stands. */
static int32_t ended(const struct holds *holds, const struct hold *hold, bool *lifted)
{
	int32_t until = hold->began->at, t = hold->lifted ? hold->lifted->t : STATE_NEVER;
	bool passed = until != STATE_NEVER && until <= session_now(holds->record->session);
	*lifted = hold->lifted && (until == STATE_NEVER || t < until);
	return *lifted ? t : passed ? until : STATE_NEVER;
}

static void put_time(struct jsn *row, const char *key, int32_t t)
{
	if (t == STATE_NEVER)
		tree_null(row, key);
	else
		tree_number(row, key, t);
}

static void put_hold(const struct holds *holds, struct jsn *list, const struct hold *hold)
{
	struct jsn *row = tree_row(list);
	bool lifted = false;
	int32_t end = ended(holds, hold, &lifted);
	tree_number(row, "n", hold->turn->n);
	tree_number(row, "t", hold->turn->t);
	tree_text(row, "by", hold->turn->by);
	tree_text(row, "pause", names_id(&holds->record->world->names, NAMES_PAUSE, hold->began->ref));
	tree_text(row, "reason", hold->began->why);
	put_time(row, "until", hold->began->at);
	put_time(row, "ended", end);
	tree_flag(row, "lifted", lifted);
	tree_text(row, "lifted_reason", lifted ? hold->lifting->why : NULL);
}

struct jsn *hold_tree(const struct record *record)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	struct arena *arena = arena_new();
	struct holds holds = {.record = record, .arena = arena};
	const bool *undone = undone_turns(record, arena);
	for (size_t i = 0; i < record->count; i++)
		for (size_t k = 0; !undone[i] && k < record->turns[i].count; k++)
			note(&holds, &record->turns[i], &record->turns[i].events[k]);
	for (size_t i = 0; i < holds.n; i++)
		put_hold(&holds, list, &holds.v[i]);
	arena_free(arena);
	return list;
}
