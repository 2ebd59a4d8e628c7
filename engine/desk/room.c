#include "desk/room.h"

#include "base/span.h"
#include "desk/archive.h"

#include <stdio.h>
#include <string.h>

enum { SLEPT_MS = 60000, CLOCK_SET_MS = 2000, REFRESH_MS = 250 };

const char *const room_clocks[] = {"real", "scaled", "stepped", NULL};

static void set_clock(struct room *room, enum clock_kind kind, int speed, int32_t t)
{
	const struct story *story = room->set.world->story;
	room->clock = (struct clock){.pace = story->pace, .pieces = story->pieces, .speed = speed};
	clock_start(&room->clock, kind, t, clock_boot_ms());
	room->offset_ms = clock_wall_ms() - clock_boot_ms();
}

static bool first_turn(struct room *room)
{
	char why[ACT_WHY];
	struct act act = {
	    .kind = ACT_START, .at = STATE_NEVER, .start = &room->session->start, .by = "clock", .cause = "StartEx"};
	bool written = room_take(room, &act, why) != NULL;
	return written;
}

/* A path cut short would be another file's. */
static bool keep_path(struct room *room, const char *path)
{
	size_t len = strlen(path);
	if (len >= sizeof room->path)
		return diag_error(&room->diags, (struct diag_place){"(journal)", 0, 0},
		                  "the path has %zu bytes; at most %zu", len, sizeof room->path - 1);
	memcpy(room->path, path, len + 1);
	return true;
}

bool room_open(struct room *room, const struct room_setup *setup)
{
	*room = (struct room){.arena = arena_new()};
	diags_init(&room->diags);
	if (!shelf_open(&setup->choice, &room->diags, &room->set))
		return false;
	if (setup->ready && !setup->ready(setup->context, &room->set, &room->diags))
		return false;
	struct event_start start = {.mode = "exercise",
	                            .clock = room_clocks[setup->clock],
	                            .lang = room->set.world->lang,
	                            .seed = setup->seed,
	                            .speed = setup->speed,
	                            .extended = room->set.world->extended,
	                            .feedback = setup->alone};
	room->session = session_new(room->set.world, room->set.scenario, &start);
	set_clock(room, setup->clock, setup->speed, 0);
	if (!setup->journal && !archive_fresh(room->set.world->story->id, room->path, &room->diags))
		return false;
	if (setup->journal && !keep_path(room, setup->journal))
		return false;
	room->journal = journal_create(room->path, &room->diags);
	return room->journal && first_turn(room);
}

static enum clock_kind kind_of(const char *name)
{
	for (int i = 0; i < CLOCK_STEPPED; i++)
		if (strcmp(name, room_clocks[i]) == 0)
			return (enum clock_kind)i;
	return CLOCK_STEPPED;
}

static int32_t stopped_at(const struct session *session)
{
	int32_t to = state_get(&session->state, STATE_RUN, 0, STATE_TO);
	int32_t now = session_now(session);
	return to != STATE_NEVER && to > now ? to : now;
}

static bool rejoin(struct room *room)
{
	char why[ACT_WHY];
	struct act act = {.kind = ACT_REJOIN, .at = STATE_NEVER, .by = "clock", .cause = "resume"};
	if (room->clock.kind == CLOCK_STEPPED || session_ended(room->session))
		return true;
	room->waiting = room->clock.kind == CLOCK_SCALED;
	room->clock.held = true;
	return room_take(room, &act, why) != NULL;
}

bool room_resume(struct room *room, const char *path)
{
	struct record record;
	*room = (struct room){.arena = arena_new()};
	diags_init(&room->diags);
	if (!keep_path(room, path))
		return false;
	room->journal = journal_reopen(path, &room->diags);
	if (!room->journal || !record_open(&record, path, false, &room->diags)) {
		if (room->journal)
			record_close(&record);
		return false;
	}
	room->set.world = record.world;
	room->session = record.session;
	record.world = NULL;
	record.session = NULL;
	record_close(&record);
	room->set.scenario = shelf_hooks(room->set.world, &room->diags);
	room->session->scenario = room->set.scenario;
	room->in = room->session->in;
	const struct event_start *start = &room->session->start;
	set_clock(room, kind_of(start->clock), start->speed, stopped_at(room->session));
	room->clock.held = state_get(&room->session->state, STATE_RUN, 0, STATE_HELD);
	if (room->session->talk > 0)
		room->clock.talk_ms = room->session->talk;
	return room->set.scenario && rejoin(room);
}

void room_close(struct room *room)
{
	journal_close(room->journal);
	session_free(room->session);
	shelf_close(&room->set);
	arena_free(room->arena);
	diags_free(&room->diags);
}

static void follow_clock(struct room *room, const struct event_turn *turn)
{
	int32_t to = state_get(&room->session->state, STATE_RUN, 0, STATE_TO);
	if (turn->talk != EVENT_NO_TALK)
		room->clock.talk_ms = turn->talk;
	if (turn->count && turn->events[0].kind == EVENT_CLOCK_STEPPED)
		clock_move(&room->clock, to);
	room->clock.held = room->waiting || state_get(&room->session->state, STATE_RUN, 0, STATE_HELD);
}

const struct event_turn *room_take(struct room *room, struct act *act, char why[ACT_WHY])
{
	why[0] = '\0';
	arena_free(room->arena);
	room->arena = arena_new();
	if (act->kind != ACT_DUE)
		act->t = room_now(room);
	act->talk = room->clock.kind == CLOCK_SCALED ? room->clock.talk_ms : EVENT_NO_TALK;
	act->in = room->in;
	struct event_turn *turn = session_take(room->session, act, room->arena, why);
	if (!turn)
		return NULL;
	turn->cause = arena_dup(room->arena, turn->cause); /* what fell due has its name on a caller's stack */
	turn->wall = room->clock.kind == CLOCK_STEPPED ? room->set.world->t0 + turn->t : clock_wall_ms() / 1000;
	if (!journal_append(room->journal, turn, room->set.world, &room->diags)) {
		why[0] = '\0';
		return NULL;
	}
	session_apply(room->session, turn);
	follow_clock(room, turn);
	return turn;
}

static bool is_due(const struct room *room)
{
	struct agenda_item next = agenda_next(&room->session->state);
	return next.kind != AGENDA_NONE && next.due <= room_now(room);
}

const struct event_turn *room_due(struct room *room, char why[ACT_WHY])
{
	char cause[96];
	clock_advance(&room->clock, clock_boot_ms());
	why[0] = '\0';
	if (!is_due(room))
		return NULL;
	struct agenda_item next = agenda_next(&room->session->state);
	struct act act = {.kind = ACT_DUE,
	                  .t = next.due,
	                  .at = STATE_NEVER,
	                  .due = next,
	                  .by = "clock",
	                  .cause = agenda_name(room->set.world, &next, cause)};
	return room_take(room, &act, why);
}

const struct event_turn *room_step(struct room *room, int32_t to, const char *by, const char *cause, char why[ACT_WHY])
{
	struct agenda_item next = agenda_next(&room->session->state);
	struct act act = {.kind = ACT_STEP_TO, .at = to == STATE_NEVER ? next.due : to, .by = by, .cause = cause};
	return room_take(room, &act, why);
}

static const struct event_turn *slept(struct room *room, char why[ACT_WHY])
{
	struct act act = {.kind = ACT_REJOIN, .at = STATE_NEVER, .by = "clock", .cause = "the machine slept"};
	room->clock.seen_ms = clock_boot_ms();
	room->waiting = room->clock.kind == CLOCK_SCALED;
	room->clock.held = room->clock.held || room->waiting;
	return room_take(room, &act, why);
}

const struct event_turn *room_watch(struct room *room, char why[ACT_WHY])
{
	int64_t now = clock_boot_ms(), offset = clock_wall_ms() - now, step = offset - room->offset_ms;
	why[0] = '\0';
	if (room->clock.kind == CLOCK_STEPPED || room->waiting || session_ended(room->session))
		return NULL;
	if (now - room->clock.seen_ms > SLEPT_MS)
		return slept(room, why);
	if (step > -CLOCK_SET_MS && step < CLOCK_SET_MS)
		return NULL;
	room->offset_ms = offset;
	char by[SPAN_BUFFER], text[SPAN_BUFFER + 16];
	int32_t seconds = (int32_t)((step < 0 ? -step : step) / 1000);
	snprintf(text, sizeof text, "%s by %s", step < 0 ? "back" : "forward", span_format(seconds, by));
	struct act act = {
	    .kind = ACT_CLOCK_SET, .text = text, .at = STATE_NEVER, .by = "clock", .cause = "the wall clock was set"};
	return room_take(room, &act, why);
}

void room_typed(struct room *room)
{
	room->in++;
	if (!room->waiting)
		return;
	room->waiting = false;
	room_begin(room);
	room->clock.held = state_get(&room->session->state, STATE_RUN, 0, STATE_HELD);
}

int room_timeout(const struct room *room)
{
	struct agenda_item next = agenda_next(&room->session->state);
	if (room->clock.kind == CLOCK_STEPPED)
		return -1;
	int64_t until = next.kind == AGENDA_NONE ? -1 : clock_until(&room->clock, next.due);
	return until >= 0 && until < REFRESH_MS ? (int)until : REFRESH_MS;
}

int32_t room_now(const struct room *room)
{
	return clock_now(&room->clock);
}

/* Real milliseconds that the pace and the planned talk give to the story so far. */
static int64_t planned_ms(const struct room *room)
{
	const struct story *story = room->set.world->story;
	int64_t ms = clock_pace_ms(story->pace, story->pieces, room_now(room)) / room->clock.speed;
	for (int i = 0; i < (int)story->ndecisions; i++)
		if (state_get(&room->session->state, STATE_DECISION, i, STATE_DECISION_STATUS) != STATE_UNOPENED)
			ms += story->decisions[i].discuss * (int64_t)1000;
	return ms - room->clock.talk_ms;
}

void room_begin(struct room *room)
{
	room->clock.seen_ms = clock_boot_ms();
	room->begun_ms = room->clock.kind == CLOCK_SCALED ? room->clock.seen_ms - planned_ms(room) : 0;
}

int64_t room_behind_ms(const struct room *room)
{
	if (room->clock.kind != CLOCK_SCALED)
		return 0;
	int64_t behind = clock_boot_ms() - room->begun_ms - planned_ms(room);
	return behind > 0 ? behind : 0;
}
