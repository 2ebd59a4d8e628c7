#include "desk/rundown.h"

enum { MOST_TURNS = 10000 };

struct rehearsing {
	struct session *session;
	struct rundown *rundown;
	struct arena *arena; /* the cues' */
	int32_t now;
};

static void note(struct rehearsing *r, const struct event_turn *turn)
{
	int message = NAMES_NONE;
	for (size_t i = 0; i < turn->count; i++) {
		const struct event *e = &turn->events[i];
		struct rundown_cue cue = {NAMES_NONE, NAMES_NONE, NAMES_NONE, turn->t};
		if (e->kind == EVENT_DELIVERED)
			cue.item = message = e->ref;
		else if (e->kind == EVENT_OPENED) {
			cue.decision = e->ref;
			cue.opener = message;
		} else
			continue;
		*(struct rundown_cue *)arena_push(r->arena, &r->rundown->cues, &r->rundown->n, sizeof cue) = cue;
	}
}

static bool take(struct rehearsing *r, struct act *act)
{
	char why[ACT_WHY];
	struct arena *arena = arena_new();
	act->t = act->kind == ACT_DUE ? act->due.due : r->now;
	act->talk = EVENT_NO_TALK;
	const struct event_turn *turn = session_take(r->session, act, arena, why);
	if (turn) {
		session_apply(r->session, turn);
		note(r, turn);
	}
	arena_free(arena);
	return turn != NULL;
}

static bool moves(struct rehearsing *r)
{
	char cause[96];
	struct act act = {.kind = ACT_DUE, .at = STATE_NEVER, .due = agenda_next(&r->session->state), .by = "clock"};
	if (act.due.kind == AGENDA_NONE)
		return false;
	if (act.due.due <= r->now) {
		act.cause = agenda_name(r->session->world, &act.due, cause);
		return take(r, &act);
	}
	int32_t next = act.due.due;
	struct arena *arena = arena_new();
	bool acts = player_act(r->session, PLAYER_BEST, arena, &act), done = acts && take(r, &act);
	arena_free(arena);
	if (!acts)
		r->now = next;
	return done || !acts;
}

struct rundown rundown_play(const struct world *world, struct scenario *scenario, struct arena *arena)
{
	struct rundown rundown = {0};
	struct event_start start = {.mode = "exercise",
	                            .clock = "stepped",
	                            .lang = world->lang,
	                            .seed = 1,
	                            .speed = 1,
	                            .extended = world->extended};
	struct rehearsing r = {.session = session_new(world, scenario, &start), .rundown = &rundown, .arena = arena};
	struct act act = {.kind = ACT_START, .at = STATE_NEVER, .start = &start, .by = "clock", .cause = "StartEx"};
	take(&r, &act);
	for (int i = 0; i < MOST_TURNS && moves(&r); i++)
		;
	session_free(r.session);
	return rundown;
}
