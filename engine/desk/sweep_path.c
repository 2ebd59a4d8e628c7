#include "desk/sweep_path.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct tread {
	const struct sweep_play *play;
	struct sweep_play eye; /* `play`, looking at the session */
	struct session *session;
	const struct sweep_path_walk *walk;
	struct sweep_path_route *route;
	struct arena *arena; /* of the turn in hand */
	char *why;
};

static bool take(struct tread *t, struct act *act)
{
	act->talk = EVENT_NO_TALK;
	struct event_turn *turn = session_take(t->session, act, t->arena, t->why);
	if (!turn)
		return false;
	session_apply(t->session, turn);
	t->eye.session = *t->session;
	return true;
}

static bool type(struct tread *t, struct act *act)
{
	text_addf(&t->route->lines, "%s\n", act->cause);
	return take(t, act);
}

static void note(struct sweep_path_route *route, struct sweep_play_choice choice)
{
	route->choices = memory_grown(route->choices, route->n, &route->room, sizeof choice);
	route->choices[route->n++] = choice;
}

static bool answer(struct tread *t, struct sweep_play_choice choice)
{
	const struct story_decision *decision = &t->play->world->story->decisions[choice.decision];
	struct act act = {.kind = ACT_CHOOSE,
	                  .refs = {choice.decision},
	                  .nrefs = 1,
	                  .t = session_now(t->session),
	                  .other = choice.way,
	                  .value = EVENT_MEDIUM,
	                  .at = STATE_NEVER,
	                  .by = decision->owner};
	t->eye.marks[choice.decision] = choice.way == SWEEP_WAIT    ? SWEEP_WAITS
	                                : choice.way == SWEEP_NEVER ? SWEEP_LEFT
	                                                            : SWEEP_UNASKED;
	note(t->route, choice);
	if (choice.way >= SWEEP_WAIT)
		return true;
	act.cause = arena_printf(t->arena, "%s %s", decision->entry.id, story_option_at(decision, choice.way)->id);
	return type(t, &act);
}

static bool step_on(struct tread *t, const struct agenda_item *next)
{
	struct act act = {
	    .kind = ACT_STEP_TO, .t = session_now(t->session), .at = next->due, .by = "facilitator", .cause = "next"};
	return type(t, &act);
}

static bool fall_due(struct tread *t, const struct agenda_item *next)
{
	char cause[96];
	struct act act = {.kind = ACT_DUE,
	                  .t = next->due,
	                  .at = STATE_NEVER,
	                  .due = *next,
	                  .by = "clock",
	                  .cause = agenda_name(t->play->world, next, cause)};
	return take(t, &act);
}

/* One turn; false when the path is over, or (with a reason) refused. */
static bool tread(struct tread *t)
{
	struct sweep_play_choice choices[SWEEP_WAYS];
	struct agenda_item next = agenda_next(&t->session->state);
	int32_t to = state_get(&t->session->state, STATE_RUN, 0, STATE_TO);
	int32_t now = session_now(t->session) > to ? session_now(t->session) : to;
	struct act act;
	size_t n;
	if (session_ended(t->session))
		return player_act(t->session, PLAYER_WORST, t->arena, &act) && type(t, &act);
	if (next.kind != AGENDA_NONE && next.due <= now)
		return fall_due(t, &next);
	if ((n = sweep_play_choices(&t->eye, choices)) > 0) {
		int picked = t->walk->pick(t->walk->context, t->session, choices, n);
		return picked >= 0 && answer(t, choices[picked]);
	}
	if (t->play->rules.followed && player_work(t->session, t->arena, &act))
		return type(t, &act);
	return next.kind != AGENDA_NONE && step_on(t, &next);
}

static void finish(struct tread *t)
{
	session_earned(t->session, t->route->earned);
	t->route->criticals = session_criticals(t->session);
	t->route->ended = session_ended(t->session);
}

bool sweep_path_play(const struct sweep_play *play, const struct sweep_path_walk *walk, struct sweep_path_route *route,
                     char why[ACT_WHY])
{
	struct event_start start = {
	    .mode = "exercise", .clock = "stepped", .seed = play->rules.seed, .feedback = true, .speed = 1};
	struct tread t = {.play = play, .eye = *play, .walk = walk, .route = route, .why = why};
	struct act act = {.kind = ACT_START, .at = STATE_NEVER, .start = &start, .by = "clock", .cause = "StartEx"};
	*route = (struct sweep_path_route){.n = 0};
	why[0] = '\0';
	t.session = session_new(play->world, play->cascade.scenario, &start);
	t.session->watch = play->cascade.watch;
	t.eye.marks = memory_zeroed(play->world->story->ndecisions, 1);
	for (bool goes_on = true, first = true; goes_on; first = false) {
		t.arena = arena_new();
		goes_on = first ? take(&t, &act) : tread(&t);
		arena_free(t.arena);
	}
	finish(&t);
	session_free(t.session);
	free(t.eye.marks);
	return !*why;
}

void sweep_path_free(struct sweep_path_route *route)
{
	text_free(&route->lines);
	free(route->choices);
}

static int follow(void *context, const struct session *session, const struct sweep_play_choice *choices, size_t n)
{
	struct sweep_path_choices *f = context;
	(void)session;
	for (size_t i = 0; f->at < f->n && i < n; i++)
		if (choices[i].decision == f->choices[f->at].decision && choices[i].way == f->choices[f->at].way) {
			f->at++;
			return (int)i;
		}
	return -1;
}

struct sweep_path_walk sweep_path_follow(struct sweep_path_choices *f)
{
	return (struct sweep_path_walk){follow, f};
}

/* xorshift64*: what chance is drawn from; its state is never 0. */
static int chance(void *context, const struct session *session, const struct sweep_play_choice *choices, size_t n)
{
	uint64_t *state = context;
	(void)session;
	(void)choices;
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (int)((*state * UINT64_C(2685821657736338717) >> 33) % n);
}

struct sweep_path_walk sweep_path_random(uint64_t *state)
{
	return (struct sweep_path_walk){chance, state};
}
