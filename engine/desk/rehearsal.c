#include "desk/rehearsal.h"

#include "base/span.h"
#include "desk/plan.h"
#include "desk/player.h"
#include "desk/when.h"

#include <stdio.h>
#include <string.h>

static const char by_hour[] = "--from ", by_message[] = "--only ";

static bool read_from(const struct world *world, const char *from, struct rehearsal *out, struct diags *diags)
{
	struct diag_place place = {"--from", 0, 0};
	char end[SPAN_BUFFER];
	bool stamp = (*from == 'T' || *from == 't') && from[1] == '+';
	const struct when opening = {world, 0};
	const char *fault = stamp ? when_ahead(&opening, from, &out->from) : span_parse(from, &out->from);
	if (stamp && fault)
		fault = "an hour of the story is written T+10:00, or 10h";
	if (fault)
		return diag_error(diags, place, "%s: %s", from, fault);
	if (out->from >= story_end(world->story))
		return diag_error(diags, place, "%s: EndEx is at %s; what is to be played must come before it", from,
		                  span_stamp(story_end(world->story), end));
	return true;
}

static bool read_only(const struct world *world, const char *only, struct rehearsal *out, struct diags *diags)
{
	struct diag_place place = {"--only", 0, 0};
	int item = names_find(&world->names, NAMES_ITEM, only);
	if (item == NAMES_NONE || world->story->items[item].kind != STORY_INJECT) {
		const char *near = names_nearest(&world->names, NAMES_ITEM, only);
		diag_error(diags, place, "no inject \"%.60s\" in %s", only, world->story->id);
		if (near)
			diag_hint(diags, "did you mean \"%s\"?", near);
		return false;
	}
	if (!world_plays(world, item))
		return diag_error(diags, place, "%s belongs to the longer cut: add --extended", only);
	int32_t t = plan_time(world, item);
	out->item = item;
	out->timed = t != SHAPE_UNSET;
	out->from = out->timed ? t : 0;
	return true;
}

bool rehearsal_read(const struct world *world, const char *from, const char *only, struct rehearsal *out,
                    struct diags *diags)
{
	*out = (struct rehearsal){.item = NAMES_NONE};
	if (from && only)
		return diag_error(diags, (struct diag_place){"--only", 0, 0},
		                  "an inject has its own hour: give --from or --only");
	snprintf(out->asked, sizeof out->asked, "%s%s", from ? by_hour : by_message, from ? from : only);
	return from ? read_from(world, from, out, diags) : read_only(world, only, out, diags);
}

/* What stands behind the option that a record was begun with; NULL when it was another. */
static const char *behind(const char *option, const struct event_turn *turn)
{
	size_t len = strlen(option);
	return strncmp(turn->cause, option, len) == 0 ? turn->cause + len : NULL;
}

/* A line that somebody typed can't be mistaken for it: no command begins so. */
static bool read_note(const struct record *record, const struct world *world, struct rehearsal *out,
                      struct diags *diags)
{
	const struct event_turn *note = record->count > 1 ? &record->turns[1] : NULL;
	const char *from = note ? behind(by_hour, note) : NULL, *only = note ? behind(by_message, note) : NULL;
	return (from || only) && rehearsal_read(world, from, only, out, diags);
}

static int32_t status_of(const struct rehearsal *r, const struct room *room)
{
	return state_get(&room->session->state, STATE_ITEM, r->item, STATE_ITEM_STATUS);
}

bool rehearsal_resume(const struct room *room, struct rehearsal *out)
{
	struct record record;
	struct diags diags;
	diags_init(&diags);
	bool begun = record_open(&record, room->path, true, &diags) && read_note(&record, room->set.world, out, &diags);
	record_close(&record);
	diags_free(&diags);
	if (!begun)
		return false;
	out->noted = true;
	out->there = out->item != NAMES_NONE && status_of(out, room) != STATE_WAITING;
	return out->item != NAMES_NONE || room_now(room) < out->from;
}

/* What was not played by people is said in the record, for whoever reads its report. */
static const struct event_turn *note(struct rehearsal *r, struct room *room, char why[ACT_WHY])
{
	char stamp[SPAN_BUFFER];
	snprintf(r->said, sizeof r->said,
	         "a rehearsal from %s on: what came before was played as the best player would",
	         span_stamp(r->from, stamp));
	struct act act = {.kind = ACT_NOTE,
	                  .refs = {NAMES_NONE},
	                  .nrefs = 1,
	                  .at = STATE_NEVER,
	                  .other = NAMES_NONE,
	                  .text = r->said,
	                  .by = "facilitator",
	                  .cause = r->asked};
	r->noted = true;
	return room_take(room, &act, why);
}

/* By hand, as its conditions may not hold where the best player leaves the story: an author wants to see it. */
static const struct event_turn *bring(struct rehearsal *r, struct room *room, char why[ACT_WHY])
{
	char cause[96];
	snprintf(cause, sizeof cause, "inject %s", names_id(&room->set.world->names, NAMES_ITEM, r->item));
	struct act act = {
	    .kind = ACT_INJECT, .at = STATE_NEVER, .other = NAMES_NONE, .by = "facilitator", .cause = cause};
	act.refs[act.nrefs++] = r->item;
	r->there = true;
	return room_take(room, &act, why);
}

/* What is due in the part's first second before its message. */
static bool comes_before(const struct rehearsal *r, const struct agenda_item *next)
{
	if (next->due > r->from || r->item == NAMES_NONE || !r->timed)
		return false;
	return next->kind < AGENDA_INJECT || (next->kind == AGENDA_INJECT && next->number < r->item);
}

static const struct event_turn *arrive(struct rehearsal *r, struct room *room, char why[ACT_WHY])
{
	struct agenda_item next = agenda_next(&room->session->state);
	if (comes_before(r, &next))
		return room_due(room, why);
	if (r->item != NAMES_NONE && !r->there)
		return bring(r, room, why);
	room->waiting = room->clock.kind != CLOCK_STEPPED;
	return NULL;
}

/* One act of the best player; NULL with an empty `why` when there is nothing to do. */
static const struct event_turn *play(struct room *room, char why[ACT_WHY])
{
	struct act act;
	struct arena *arena = arena_new();
	bool acts = player_act(room->session, PLAYER_BEST, arena, &act);
	const struct event_turn *turn = acts ? room_take(room, &act, why) : NULL;
	arena_free(arena);
	return turn;
}

const struct event_turn *rehearsal_turn(struct rehearsal *r, struct room *room, char why[ACT_WHY])
{
	why[0] = '\0';
	room->waiting = room->clock.held = true;
	if (!r->noted)
		return note(r, room, why);
	struct agenda_item next = agenda_next(&room->session->state);
	if (room_now(room) >= r->from)
		return arrive(r, room, why);
	if (next.due <= room_now(room))
		return room_due(room, why);
	const struct event_turn *turn = play(room, why);
	if (turn || *why || room->diags.errors)
		return turn;
	return room_step(room, next.due < r->from ? next.due : r->from, "facilitator", "next", why);
}

bool rehearsal_over(const struct rehearsal *r, const struct room *room)
{
	return r->there && status_of(r, room) != STATE_WAITING && view_current(&room->session->state) == NAMES_NONE;
}
