#include "desk/undone.h"

static bool rewinds(const struct event_turn *turn)
{
	return turn->count == 1 && turn->events[0].kind == EVENT_REWOUND;
}

/* Seen from the end, the lowest turn that anything went back to says it all. */
const bool *undone_turns(const struct record *record, struct arena *arena)
{
	int32_t lowest = INT32_MAX;
	bool *back = arena_alloc(arena, (record->count + 1) * sizeof *back);
	for (size_t i = record->count; i-- > 0;) {
		const struct event_turn *turn = &record->turns[i];
		back[i] = !rewinds(turn) && turn->n >= lowest;
		if (rewinds(turn) && turn->events[0].value < lowest)
			lowest = turn->events[0].value;
	}
	return back;
}
