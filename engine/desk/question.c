#include "desk/question.h"

#include "base/span.h"
#include "content/share.h"
#include "exercise/slot.h"

#include <stdio.h>

static const struct story_decision *decision_of(const struct session *session, int decision)
{
	return &session->world->story->decisions[decision];
}

static int32_t get(const struct session *session, int decision, int field)
{
	return state_get(&session->state, STATE_DECISION, decision, field);
}

/* How many choices may be shown. */
static int revealed(const struct session *session, int decision)
{
	return get(session, decision, STATE_DECISION_REVEALED) == 1 ? (int)decision_of(session, decision)->options.n
	                                                            : 0;
}

const char *question_option(const struct session *session, int decision, int option, int *shown, struct text *text)
{
	int32_t order = get(session, decision, STATE_DECISION_SHUFFLE);
	for (*shown = (int)decision_of(session, decision)->options.n; *shown > 1; --*shown)
		if (slot_ordered(order, *shown) == option)
			break;
	return wording_expand(session, story_option_at(decision_of(session, decision), option)->words, text);
}

static const char *choice(const struct session *session, int decision, int shown, struct text *text)
{
	int option = slot_ordered(get(session, decision, STATE_DECISION_SHUFFLE), shown);
	return wording_expand(session, story_option_at(decision_of(session, decision), option)->words, text);
}

/* Counted by opening, among those that whoever plays answers. */
static int place(const struct session *session, int decision)
{
	int n = 0, order = (int)get(session, decision, STATE_DECISION_ORDER);
	for (int i = 0; session->world->share && i < (int)session->world->story->ndecisions; i++) {
		int other = (int)get(session, i, STATE_DECISION_ORDER);
		n += share_has(session->world, i) && other > 0 && other <= order;
	}
	return session->world->share ? n : order;
}

static void show_talk(const struct paint *paint, const struct session *session, int decision, int64_t talk_ms)
{
	char left[WORDING_BUFFER], right[WORDING_BUFFER], countdown[SPAN_BUFFER];
	snprintf(right, sizeof right, "decision %d/%d", place(session, decision), wording_decisions(session));
	if (talk_ms == EVENT_NO_TALK)
		snprintf(left, sizeof left, "Take your time: the story waits for you.");
	else if (talk_ms > 0)
		snprintf(left, sizeof left, "The story's clock stands still.  %s to talk.",
		         span_countdown(talk_ms, countdown));
	else
		snprintf(left, sizeof left, "The time to talk is over: the story's clock runs.");
	paint_pair(paint, PAINT_AMBER, left, right);
}

static void show_choices(const struct paint *paint, const struct session *session, int decision, int choices)
{
	struct text words = {0};
	for (int i = 1; i <= choices; i++) {
		char label[WORDING_BUFFER];
		snprintf(label, sizeof label, "   %d  ", i);
		paint_hang(paint, PAINT_BOLD, label, "%s", choice(session, decision, i, &words));
	}
	paint_hang(paint, PAINT_BOLD, "   0  ", "Something else");
	text_free(&words);
}

void question_show(const struct paint *paint, const struct session *session, int decision, int64_t talk_ms)
{
	char role[WORDING_BUFFER];
	struct text ask = {0}, who = {0};
	int choices = revealed(session, decision);
	paint_gap(paint);
	show_talk(paint, session, decision, talk_ms);
	paint_hang(paint, PAINT_BOLD, "", "%s", wording_expand(session, decision_of(session, decision)->ask, &ask));
	text_addf(&who, "%s decides", wording_role(session, decision_of(session, decision)->owner, role));
	paint_pair(paint, PAINT_PLAIN, "", who.data);
	if (choices)
		show_choices(paint, session, decision, choices);
	else
		paint_hang(paint, PAINT_PLAIN, "", "Say what you would really do first. Enter shows the choices.");
	text_free(&who);
	text_free(&ask);
}

int question_brief(const struct paint *paint, const struct session *session, int decision, int lines)
{
	struct text words = {0};
	int choices = revealed(session, decision);
	int ask = lines - choices > 3 ? 3 : lines - choices > 1 ? lines - choices : 1;
	int n = paint_few(paint, PAINT_BOLD, "   ",
	                  wording_expand(session, decision_of(session, decision)->ask, &words), ask);
	for (int i = 1; i <= choices && n < lines; i++) {
		char label[WORDING_BUFFER];
		int each = (lines - n) / (choices - i + 1);
		snprintf(label, sizeof label, "   %d  ", i);
		n += paint_few(paint, PAINT_PLAIN, label, choice(session, decision, i, &words), each > 0 ? each : 1);
	}
	text_free(&words);
	return n;
}
