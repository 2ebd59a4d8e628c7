#include "desk/course.h"

#include "base/span.h"
#include "base/zone.h"
#include "content/share.h"
#include "desk/inject.h"
#include "desk/question.h"

#include <stdio.h>
#include <string.h>

static const char *decision_id(const struct telling *t, const struct event *e)
{
	return telling_id(t, NAMES_DECISION, e);
}

/* Talk left for a decision after a turn. */
static int64_t talk_left(const struct session *session, int decision)
{
	if (session->talk == EVENT_NO_TALK || session->talked == decision)
		return session->talk;
	return session->world->story->decisions[decision].discuss * (int64_t)1000;
}

static void show_question(struct telling *t, int decision)
{
	question_show(t->paint, t->session, decision, talk_left(t->session, decision));
}

static void tell_started(struct telling *t, const struct event *e)
{
	char when[WORDING_BUFFER];
	(void)e;
	telling_say(t, PAINT_PLAIN,
	            wording_drill(t->session) ? "StartEx. T+0 is %s." : "The record is open. T+0 is %s.",
	            zone_friendly(t->session->world->zone, t->session->world->t0, when));
}

static void tell_fired(struct telling *t, const struct event *e)
{
	struct text words = {0};
	int shown;
	const struct story_item *item = &t->session->world->story->items[e->ref];
	if (item->kind != STORY_LAND)
		return;
	int32_t option = state_get(&t->session->state, STATE_DECISION, item->decision, STATE_DECISION_OPTION);
	telling_say(t, PAINT_PLAIN, "It has come about: %s.",
	            question_option(t->session, item->decision, option, &shown, &words));
	text_free(&words);
}

static void tell_delivered(struct telling *t, const struct event *e)
{
	inject_show(t->paint, t->session, e->ref, t->turn->t, wording_drill(t->session) && !t->feedback);
}

static void tell_held(struct telling *t, const struct event *e)
{
	const char *id = telling_id(t, NAMES_ITEM, e);
	telling_say(t, PAINT_PLAIN, "Put off: %s. Type  inject %s  to bring it.", id, id);
}

static void tell_released(struct telling *t, const struct event *e)
{
	telling_say(t, PAINT_PLAIN, "Brought back: %s.", telling_id(t, NAMES_ITEM, e));
}

static void tell_opened(struct telling *t, const struct event *e)
{
	struct text ask = {0};
	int current = view_current(&t->session->state);
	if (!share_has(t->session->world, e->ref))
		return;
	if (current == e->ref) {
		show_question(t, e->ref);
	} else if (current != NAMES_NONE) {
		paint_gap(t->paint);
		telling_say(t, PAINT_BOLD, "Another question waits its turn, %s: %s", decision_id(t, e),
		            wording_expand(t->session, t->session->world->story->decisions[e->ref].ask, &ask));
	}
	text_free(&ask);
}

static void tell_revealed(struct telling *t, const struct event *e)
{
	show_question(t, e->ref);
}

/* A choice that names another time than the one on record changes nothing: the first logging stands until corrected. */
static void tell_other_moment(struct telling *t, const struct event *e)
{
	char logged[WORDING_BUFFER], chosen[ZONE_BUFFER];
	const struct world *world = t->session->world;
	const struct effects *effects = &story_option_at(&world->story->decisions[e->ref], e->other)->effects;
	for (size_t i = 0; i < effects->n; i++) {
		const struct effect *effect = &effects->v[i];
		bool dated = effect->kind == EFFECT_MOMENT && effect->value != SHAPE_UNSET;
		int32_t at = dated ? state_get(&t->session->state, STATE_MOMENT, effect->ref, STATE_MOMENT_AT) : 0;
		if (!dated || at == effect->value || at == STATE_NEVER)
			continue;
		zone_friendly(world->zone, world->t0 + effect->value, chosen);
		telling_say(t, PAINT_PLAIN, "On record you were %s at %s. To correct it:  moment %s at %s",
		            shape_moments[effect->ref], wording_when(t->session, at, logged),
		            shape_moments[effect->ref], chosen + strlen(chosen) - 5);
	}
}

static void tell_decided(struct telling *t, const struct event *e)
{
	static const char *const sure[] = {"not sure", "", "sure"};
	struct text words = {0}, room = {0};
	int shown = 0;
	if (e->other != NAMES_NONE)
		question_option(t->session, e->ref, e->other, &shown, &words);
	else
		text_add(&words, e->who && *e->who ? e->who : "something else");
	if (e->text && *e->text)
		text_addf(&room, "room %s%s", e->text, e->value == EVENT_MEDIUM ? "" : ", ");
	text_add(&room, e->value < 0 || e->value > 2 ? "" : sure[e->value]);
	telling_say(t, PAINT_BOLD, room.len ? "Decided, %s: %s (%s)." : "Decided, %s: %s%s.", decision_id(t, e),
	            words.data, room.len ? room.data : "");
	if (e->other != NAMES_NONE && e->who && *e->who)
		telling_say(t, PAINT_PLAIN, "In your words: %s", e->who);
	if (e->why && *e->why)
		telling_say(t, PAINT_PLAIN, "Because: %s", e->why);
	if (e->other != NAMES_NONE)
		tell_other_moment(t, e);
	text_free(&room);
	text_free(&words);
}

static void tell_late(struct telling *t, const struct event *e)
{
	char role[WORDING_BUFFER];
	telling_say(t, PAINT_BOLD, "No answer yet on %s: from now on it is late. %s can still decide.",
	            decision_id(t, e),
	            wording_role(t->session, t->session->world->story->decisions[e->ref].owner, role));
}

static void tell_lapsed(struct telling *t, const struct event *e)
{
	struct text words = {0};
	int shown;
	if (e->other == NAMES_NONE)
		telling_say(t, PAINT_BOLD, "Nobody decided %s; the question is closed.", decision_id(t, e));
	else
		telling_say(t, PAINT_BOLD, "Nobody decided %s, so it went its own way: %s.", decision_id(t, e),
		            question_option(t->session, e->ref, e->other, &shown, &words));
	text_free(&words);
}

static void tell_extended(struct telling *t, const struct event *e)
{
	char more[SPAN_BUFFER], left[SPAN_BUFFER];
	telling_say(t, PAINT_AMBER, "%s more to talk about %s: %s in all.", span_countdown(e->value, more),
	            decision_id(t, e), span_countdown(t->turn->talk, left));
}

static void tell_hinted(struct telling *t, const struct event *e)
{
	struct text hint = {0};
	const char *words = e->ref == NAMES_NONE ? NULL : t->session->world->story->decisions[e->ref].hint;
	telling_say(t, PAINT_BOLD, "A hint: %s",
	            words ? wording_expand(t->session, words, &hint) : "there is none here.");
	text_free(&hint);
}

static void tell_hook_failed(struct telling *t, const struct event *e)
{
	telling_say(t, PAINT_PLAIN,
	            "For the facilitator: a hook of this scenario failed, and the drill goes on without it. %s: %s",
	            e->text ? e->text : "hook", e->why ? e->why : "");
}

static void tell_clock_held(struct telling *t, const struct event *e)
{
	telling_say(t, PAINT_AMBER, "The clock stands%s%s. Type  go  to start it again.", e->why ? ": " : "",
	            e->why ? e->why : "");
}

static void tell_clock_released(struct telling *t, const struct event *e)
{
	(void)e;
	telling_say(t, PAINT_AMBER, "The clock runs again.");
}

static void tell_clock_stepped(struct telling *t, const struct event *e)
{
	char when[WORDING_BUFFER];
	telling_say(t, PAINT_AMBER, "Time goes on to %s.", wording_when(t->session, e->at, when));
}

static void tell_clock_set(struct telling *t, const struct event *e)
{
	telling_say(t, PAINT_PLAIN, "This computer's clock was set%s%s. Times in the record stay as they are.",
	            e->text ? ": " : "", e->text ? e->text : "");
}

static void tell_rejoined(struct telling *t, const struct event *e)
{
	(void)e;
	telling_say(t, PAINT_AMBER,
	            wording_drill(t->session) ? "Back again, where we left off. The clock waits for your first line."
	                                      : "Back again. The clocks of the law never stopped.");
}

static void tell_rewound(struct telling *t, const struct event *e)
{
	const char *line = t->session->undone;
	(void)e;
	telling_say(t, PAINT_PLAIN, "Taken back: %s", line && *line ? line : "Enter, which showed the choices.");
}

static void tell_ended(struct telling *t, const struct event *e)
{
	char stamp[SPAN_BUFFER], left[WORDING_BUFFER];
	(void)e;
	text_add(t->paint->out, "\n");
	snprintf(left, sizeof left, "%s  %s", wording_drill(t->session) ? "EndEx" : "The incident is over",
	         span_stamp(t->turn->t, stamp));
	paint_pair(t->paint, PAINT_BOLD, left, wording_drill(t->session) ? "EXERCISE" : "");
}

static void tell_closed(struct telling *t, const struct event *e)
{
	(void)e;
	telling_say(t, PAINT_PLAIN, "The record is closed.");
}

telling_of *const course_tells[EVENT_KINDS] = {
    [EVENT_STARTED] = tell_started,
    [EVENT_FIRED] = tell_fired,
    [EVENT_DELIVERED] = tell_delivered,
    [EVENT_HELD] = tell_held,
    [EVENT_RELEASED] = tell_released,
    [EVENT_OPENED] = tell_opened,
    [EVENT_REVEALED] = tell_revealed,
    [EVENT_DECIDED] = tell_decided,
    [EVENT_LATE] = tell_late,
    [EVENT_LAPSED] = tell_lapsed,
    [EVENT_EXTENDED] = tell_extended,
    [EVENT_HINTED] = tell_hinted,
    [EVENT_HOOK_FAILED] = tell_hook_failed,
    [EVENT_CLOCK_HELD] = tell_clock_held,
    [EVENT_CLOCK_RELEASED] = tell_clock_released,
    [EVENT_CLOCK_STEPPED] = tell_clock_stepped,
    [EVENT_CLOCK_SET] = tell_clock_set,
    [EVENT_REJOINED] = tell_rejoined,
    [EVENT_REWOUND] = tell_rewound,
    [EVENT_ENDED] = tell_ended,
    [EVENT_CLOSED] = tell_closed,
};

/* Feedback for one person: the choice that would have been worth most, unless it was made. */
static void tell_better(struct telling *t, const struct event *e)
{
	const struct story_decision *decision = &t->session->world->story->decisions[e->ref];
	struct text words = {0}, because = {0};
	int best = 0, shown;
	for (int i = 1; i < (int)decision->options.n; i++)
		if (effect_points(&story_option_at(decision, i)->effects, NAMES_NONE) >
		    effect_points(&story_option_at(decision, best)->effects, NAMES_NONE))
			best = i;
	const char *why = story_option_at(decision, best)->effects.because;
	if (e->other == NAMES_NONE || effect_points(&story_option_at(decision, e->other)->effects, NAMES_NONE) <
	                                  effect_points(&story_option_at(decision, best)->effects, NAMES_NONE)) {
		question_option(t->session, e->ref, best, &shown, &words);
		telling_say(t, PAINT_PLAIN, "Worth more: %s. %s", words.data,
		            why ? wording_expand(t->session, why, &because) : "");
	}
	text_free(&because);
	text_free(&words);
}

void course_follow(struct telling *telling)
{
	for (size_t i = 0; telling->feedback && i < telling->turn->count; i++) {
		const struct event *event = &telling->turn->events[i];
		if (event->kind == EVENT_DECIDED || event->kind == EVENT_LAPSED)
			tell_better(telling, event);
	}
	int current = view_current(&telling->session->state);
	bool settled = false;
	for (size_t i = 0; i < telling->turn->count; i++) {
		const struct event *e = &telling->turn->events[i];
		settled = settled || e->kind == EVENT_DECIDED || e->kind == EVENT_LAPSED || e->kind == EVENT_REWOUND;
		if (e->kind == EVENT_OPENED && e->ref == current)
			return;
	}
	if (settled && current != NAMES_NONE)
		show_question(telling, current);
}
