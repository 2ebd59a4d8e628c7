#include "desk/recap.h"

#include "content/share.h"

#include <string.h>

/* A message by what is read aloud of it, which was written to be heard once; by its heading where there is none. */
static void tell_message(struct telling *t, const struct event *e, bool brief)
{
	const struct story_item *item = &t->session->world->story->items[e->ref];
	struct text words = {0}, from = {0};
	wording_expand(t->session, item->from, &from);
	if (item->read_aloud && !brief)
		telling_say(t, PAINT_PLAIN, "%s", wording_expand(t->session, item->read_aloud, &words));
	else if (item->subject)
		telling_say(t, PAINT_PLAIN, "%s: %s", from.data, wording_expand(t->session, item->subject, &words));
	else
		telling_say(t, PAINT_PLAIN, "%s, to %s, by %s.", from.data, item->to ? item->to : "all",
		            story_channels[item->channel]);
	text_free(&from);
	text_free(&words);
}

static void tell_answer(struct telling *t, const struct event *e)
{
	const struct story_decision *decision = &t->session->world->story->decisions[e->ref];
	struct text words = {0};
	if (e->other != NAMES_NONE)
		telling_say(t, PAINT_PLAIN, "Decided by %s: %s.", decision->owner,
		            wording_expand(t->session, story_option_at(decision, e->other)->words, &words));
	text_free(&words);
}

static bool concerns(const struct world *world, const struct event *e)
{
	const struct story_item *items = world->story->items;
	switch (e->kind) {
	case EVENT_DELIVERED:
		return share_hears(world, e->ref);
	case EVENT_OPENED:
	case EVENT_LATE:
	case EVENT_LAPSED:
		return share_has(world, e->ref);
	case EVENT_FIRED:
		return items[e->ref].kind == STORY_LAND && share_has(world, items[e->ref].decision);
	default:
		return e->kind == EVENT_CRITICAL || e->kind == EVENT_ENDED || e->kind == EVENT_HOOK_FAILED;
	}
}

bool recap_fits(const struct session *session, const struct event_turn *turn)
{
	bool stepped = turn->count && turn->events[0].kind == EVENT_CLOCK_STEPPED;
	if (!session->world->share || (strcmp(turn->by, "clock") != 0 && !stepped))
		return false;
	for (size_t i = 0; i < turn->count; i++)
		if (concerns(session->world, &turn->events[i]))
			return false;
	return true;
}

bool recap_over(const struct session *session)
{
	for (int i = 0; i < (int)session->world->story->ndecisions; i++) {
		int32_t status = state_get(&session->state, STATE_DECISION, i, STATE_DECISION_STATUS);
		if (share_has(session->world, i) && (status == STATE_OPEN || status == STATE_UNOPENED))
			return false;
	}
	return true;
}

void recap_turn(const struct paint *paint, const struct session *session, const struct event_turn *turn, bool brief)
{
	struct telling telling = {paint, session, turn, false, false};
	for (size_t i = 0; i < turn->count; i++) {
		const struct event *event = &turn->events[i];
		if (event->kind == EVENT_DELIVERED)
			tell_message(&telling, event, brief);
		else if (event->kind == EVENT_DECIDED || event->kind == EVENT_LAPSED)
			tell_answer(&telling, event);
	}
}
