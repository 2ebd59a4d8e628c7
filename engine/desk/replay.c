#include "desk/replay.h"

#include "desk/solo.h"
#include "desk/hand.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct replay {
	const struct record *record;
	struct room *room;
	struct arena *arena; /* of the line in hand */
	struct hand hand;
	struct replay_misfit *misfit;
	char *why; /* the misfit's */
};

static bool refuse(struct replay *r, const char *format, const char *what, const char *where)
{
	snprintf(r->why, ACT_WHY, format, what, where);
	return false;
}

static const char *old_id(const struct replay *r, enum names_kind kind, int number)
{
	return names_id(&r->record->world->names, kind, number);
}

static int new_number(const struct replay *r, enum names_kind kind, int number)
{
	return names_find(&r->room->set.world->names, kind, old_id(r, kind, number));
}

static bool take(struct replay *r, struct act *act)
{
	return room_take(r->room, act, r->why) != NULL;
}

static struct act act_of(const struct event_turn *turn, enum act_kind kind, int decision)
{
	return (struct act){.kind = kind,
	                    .refs = {decision},
	                    .nrefs = 1,
	                    .at = STATE_NEVER,
	                    .other = NAMES_NONE,
	                    .by = turn->by,
	                    .cause = turn->cause};
}

/* A number typed then would mean another choice where one was put in before it. */
static bool decide(struct replay *r, const struct event_turn *turn, const struct event *e)
{
	const struct world *old = r->record->world, *world = r->room->set.world;
	int decision = new_number(r, NAMES_DECISION, e->ref);
	struct act act = act_of(turn, ACT_CHOOSE, decision);
	if (decision == NAMES_NONE)
		return refuse(r, "there is no decision \"%.60s\" any more%s", old_id(r, NAMES_DECISION, e->ref), "");
	struct diag_place place = world->story->decisions[decision].entry.node->place;
	snprintf(r->misfit->where, sizeof r->misfit->where, "%s:%d", place.file, place.line);
	if (e->other != NAMES_NONE) {
		const char *id = story_option_at(&old->story->decisions[e->ref], e->other)->id;
		act.other = story_option(&world->story->decisions[decision], id);
		if (act.other == NAMES_NONE)
			return refuse(r, "there is no option \"%.60s\" in %.60s any more", id,
			              old_id(r, NAMES_DECISION, e->ref));
	}
	act.value = e->value;
	act.text = e->text;
	act.why = e->why;
	act.who = e->who;
	return take(r, &act);
}

/* Choices that were shown are shown; of a question that is not open there are none to show. */
static bool reveal(struct replay *r, const struct event_turn *turn, const struct event *e)
{
	int decision = new_number(r, NAMES_DECISION, e->ref);
	struct act act = act_of(turn, ACT_REVEAL, decision);
	if (decision != NAMES_NONE)
		take(r, &act);
	r->why[0] = '\0';
	return !r->room->diags.errors;
}

static bool is_of_step(enum event_kind kind)
{
	return kind == EVENT_STEP_STARTED || kind == EVENT_STEP_QUEUED || kind == EVENT_STEP_DONE ||
	       kind == EVENT_STEP_SKIPPED || kind == EVENT_ASSIGNED;
}

/* The line with the ids of the steps that its numbers meant. */
static const char *by_id(struct replay *r, const struct event_turn *turn)
{
	struct text line = {0};
	size_t next = 0;
	bool numbers = true; /* as far as nothing else stood between: what follows is a reason or a time */
	for (const char *s = turn->cause; *s;) {
		size_t blanks = strspn(s, " "), len = strcspn(s + blanks, " ");
		bool first = s == turn->cause, digits = len > 0;
		for (size_t i = 0; i < len; i++)
			digits = digits && isdigit((unsigned char)s[blanks + i]);
		while (next < turn->count && !is_of_step(turn->events[next].kind))
			next++;
		numbers = numbers && (first || digits);
		if (numbers && digits && next < turn->count)
			text_addf(&line, "%.*s%s", (int)blanks, s, old_id(r, NAMES_STEP, turn->events[next++].ref));
		else
			text_addf(&line, "%.*s", (int)(blanks + len), s);
		s += blanks + len;
	}
	const char *kept = arena_dup(r->arena, line.data ? line.data : "");
	text_free(&line);
	return kept;
}

static bool take_typed(void *context, struct act *act, char why[ACT_WHY])
{
	struct replay *r = context;
	return room_take(r->room, act, why) != NULL;
}

static bool type(struct replay *r, const struct event_turn *turn)
{
	enum command_kind kind;
	return hand_type(&r->hand, by_id(r, turn), room_now(r->room), r->arena, &kind, r->why);
}

static bool stands(const struct replay *r)
{
	return !*r->why && !r->room->diags.errors;
}

/* What others do in a cut. */
static bool take_others(struct replay *r, bool works)
{
	bool acts = r->room->set.world->share != NULL;
	r->why[0] = '\0';
	while (acts && stands(r)) {
		struct act act;
		struct arena *arena = arena_new();
		acts = solo_act(r->room->session, works, arena, &act) && take(r, &act);
		arena_free(arena);
	}
	return stands(r);
}

static bool take_due(struct replay *r)
{
	while (take_others(r, false) && room_due(r->room, r->why))
		;
	return stands(r);
}

static bool again(struct replay *r, const struct event_turn *turn)
{
	const struct event *first = &turn->events[0];
	for (size_t i = 0; i < turn->count; i++)
		if (turn->events[i].kind == EVENT_DECIDED)
			return decide(r, turn, &turn->events[i]);
	if (first->kind == EVENT_CLOCK_STEPPED && strcmp(turn->cause, "next") == 0 && !take_others(r, true))
		return false;
	if (first->kind == EVENT_CLOCK_STEPPED)
		return room_step(r->room, first->at, turn->by, turn->cause, r->why) != NULL;
	if (first->kind == EVENT_REVEALED)
		return reveal(r, turn, first);
	return type(r, turn);
}

/* What was taken back was never typed, as far as the story knows. */
static bool was_taken_back(const struct record *record, size_t i)
{
	for (size_t k = i + 1; k < record->count; k++) {
		const struct event_turn *later = &record->turns[k];
		if (later->count && later->events[0].kind == EVENT_REWOUND &&
		    later->events[0].value <= record->turns[i].n)
			return true;
	}
	return false;
}

/* What somebody did, and not the clock. */
static bool was_typed(const struct event_turn *turn)
{
	return turn->count && strcmp(turn->by, "clock") != 0 && turn->events[0].kind != EVENT_REWOUND;
}

static bool run(struct replay *r)
{
	struct replay_misfit *misfit = r->misfit;
	if (!take_due(r))
		return false;
	for (size_t i = 0; i < r->record->count; i++) {
		const struct event_turn *turn = &r->record->turns[i];
		if (!was_typed(turn) || was_taken_back(r->record, i))
			continue;
		r->arena = arena_new();
		r->room->in = turn->in;
		misfit->where[0] = '\0';
		bool fits = again(r, turn) && take_due(r);
		arena_free(r->arena);
		if (fits)
			continue;
		misfit->line = turn->in;
		misfit->t = turn->t;
		snprintf(misfit->typed, sizeof misfit->typed, "%s", turn->cause);
		return false;
	}
	return true;
}

bool replay_onto(const char *journal, struct room *room, struct replay_misfit *misfit)
{
	struct record record;
	*misfit = (struct replay_misfit){0};
	bool good = record_open(&record, journal, true, &room->diags);
	struct replay r = {.record = &record, .room = room, .misfit = misfit, .why = misfit->why};
	if (good) {
		r.hand = (struct hand){.alone = room->session->start.feedback, .take = take_typed, .context = &r};
		hand_open_unseen(&r.hand, room->session);
		good = run(&r);
		room->in = record.session->in;
		hand_close(&r.hand);
	}
	record_close(&record);
	return good;
}
