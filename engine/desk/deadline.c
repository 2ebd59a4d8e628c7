#include "desk/deadline.h"

#include "base/span.h"
#include "desk/bulletin.h"

#include <stdio.h>
#include <string.h>

static enum deadline_status status_of(const struct session *session, int deadline, int32_t filed, int32_t due,
                                      bool provisional)
{
	const struct world_deadline *d = &session->world->deadlines[deadline];
	bool logged = state_get(&session->state, STATE_MOMENT, d->moment, STATE_MOMENT_AT) != STATE_NEVER;
	if (filed != STATE_NEVER)
		return DEADLINE_FILED;
	if (logged && due != STATE_NEVER)
		return DEADLINE_RUNNING;
	return provisional && due != STATE_NEVER ? DEADLINE_PROVISIONAL : DEADLINE_WAITING;
}

struct deadline_view deadline_view(const struct session *session, int deadline, int32_t now)
{
	bool provisional = false;
	struct deadline_view view = {.left = STATE_NEVER, .moment = session->world->deadlines[deadline].moment};
	view.due = view_due(&session->state, deadline, &provisional);
	view.filed = state_get(&session->state, STATE_DEADLINE, deadline, STATE_DEADLINE_NOTIFIED);
	view.status = status_of(session, deadline, view.filed, view.due, provisional);
	if (view.status == DEADLINE_WAITING)
		view.due = STATE_NEVER;
	if (view.due != STATE_NEVER)
		view.left = view.due - (view.status == DEADLINE_FILED ? view.filed : now);
	return view;
}

char *deadline_words(const struct deadline_view *view, char out[WORDING_BUFFER])
{
	char span[SPAN_BUFFER];
	if (view->status == DEADLINE_FILED)
		snprintf(out, WORDING_BUFFER, "filed %s", span_stamp(view->filed, span));
	else if (view->status == DEADLINE_WAITING)
		snprintf(out, WORDING_BUFFER, "not %s", shape_moments[view->moment]);
	else if (view->left < 0)
		snprintf(out, WORDING_BUFFER, "%s late", span_format(-view->left, span));
	else
		snprintf(out, WORDING_BUFFER, "%s left", span_format(view->left, span));
	return out;
}

enum paint_colour deadline_colour(const struct deadline_view *view)
{
	if (view->due == STATE_NEVER)
		return PAINT_PLAIN;
	if (view->left < 0)
		return PAINT_RED;
	return view->status == DEADLINE_FILED ? PAINT_PLAIN : PAINT_AMBER;
}

int deadline_nearest(const struct session *session, int32_t now)
{
	int nearest = NAMES_NONE;
	int32_t least = 0;
	for (int i = 0; i < (int)session->world->ndeadlines; i++) {
		struct deadline_view view = deadline_view(session, i, now);
		if (view.status == DEADLINE_FILED || view.due == STATE_NEVER)
			continue;
		if (nearest == NAMES_NONE || view.left < least) {
			nearest = i;
			least = view.left;
		}
	}
	return nearest;
}

/* "72h", "3 calendar days". */
static char *length_of(const struct world_deadline *deadline, char out[WORDING_BUFFER])
{
	char span[SPAN_BUFFER];
	const struct regime_duty *duty = deadline->duty;
	int32_t within = duty ? duty->within : deadline->obligation->within;
	if (duty && duty->days != SHAPE_UNSET)
		snprintf(out, WORDING_BUFFER, "%d calendar days", (int)duty->days);
	else
		snprintf(out, WORDING_BUFFER, "%s", span_format(within, span));
	return out;
}

static void show_moment(const struct paint *paint, const struct session *session, const struct deadline_view *view,
                        const char *length)
{
	char when[WORDING_BUFFER];
	const char *moment = shape_moments[view->moment];
	int32_t at = state_get(&session->state, STATE_MOMENT, view->moment, STATE_MOMENT_AT);
	if (at != STATE_NEVER)
		paint_hang(paint, PAINT_PLAIN, "   ", "%s from %s (%s)", length, moment,
		           wording_when(session, at, when));
	else if (view->status == DEADLINE_PROVISIONAL)
		paint_hang(paint, PAINT_PLAIN, "   ",
		           "%s from %s, which nobody has logged: until then it runs from detected", length, moment);
	else
		paint_hang(paint, PAINT_PLAIN, "   ", "%s from %s, which nobody has logged", length, moment);
}

static void show_filed(const struct paint *paint, const struct session *session, const struct deadline_view *view)
{
	char span[SPAN_BUFFER], when[WORDING_BUFFER];
	wording_when(session, view->filed, when);
	if (view->left == STATE_NEVER)
		paint_hang(paint, PAINT_PLAIN, "   ", "filed %s", when);
	else if (view->left < 0)
		paint_hang(paint, PAINT_RED, "   ", "filed %s, %s late", when, span_format(-view->left, span));
	else
		paint_hang(paint, PAINT_PLAIN, "   ", "filed %s, %s to spare", when, span_format(view->left, span));
}

static void show(const struct paint *paint, const struct session *session, int deadline, int32_t now)
{
	const struct world_deadline *d = &session->world->deadlines[deadline];
	struct deadline_view view = deadline_view(session, deadline, now);
	char words[WORDING_BUFFER], length[WORDING_BUFFER], when[WORDING_BUFFER];
	paint_pair(paint, deadline_colour(&view), d->party, deadline_words(&view, words));
	paint_hang(paint, PAINT_PLAIN, "   ", "%s", d->law ? d->law : "");
	show_moment(paint, session, &view, length_of(d, length));
	if (view.status == DEADLINE_FILED)
		show_filed(paint, session, &view);
	else if (view.due != STATE_NEVER)
		paint_hang(paint, PAINT_PLAIN, "   ", "due %s", wording_when(session, view.due, when));
	if (d->duty && d->duty->when)
		paint_hang(paint, PAINT_PLAIN, "   ", "applies: %s", d->duty->when);
}

/* What a law asks for without naming a number. */
static void show_promptly(const struct paint *paint, const struct regime *regime, const struct regime_duty *duty,
                          const char *who)
{
	if (!duty->entry.node || !duty->promptly)
		return;
	paint_gap(paint);
	paint_pair(paint, PAINT_PLAIN, who, "no number in the law");
	paint_hang(paint, PAINT_PLAIN, "   ", "%s, %s", regime->name, duty->law ? duty->law : "");
	paint_hang(paint, PAINT_PLAIN, "   ", "%s", duty->promptly);
	if (duty->when)
		paint_hang(paint, PAINT_PLAIN, "   ", "applies: %s", duty->when);
}

static void list_promptly(const struct paint *paint, const struct session *session)
{
	for (size_t i = 0; i < session->world->nregimes; i++) {
		const struct regime *regime = session->world->regimes[i];
		struct text people = {0};
		text_addf(&people, "customers (%s)", regime->authority.shorthand);
		show_promptly(paint, regime, &regime->duties.authority, regime->authority.shorthand);
		show_promptly(paint, regime, &regime->duties.individuals, people.data);
		text_free(&people);
	}
}

void deadline_list(const struct paint *paint, const struct session *session, int32_t now)
{
	struct text countries = {0};
	char when[WORDING_BUFFER];
	paint_hang(paint, PAINT_AMBER, "", "It is %s.", wording_when(session, now, when));
	for (int i = 0; i < (int)session->world->ndeadlines; i++) {
		paint_gap(paint);
		show(paint, session, i, now);
	}
	list_promptly(paint, session);
	bulletin_clock(paint, session, now);
	paint_gap(paint);
	if (!session->world->ndeadlines)
		paint_hang(paint, PAINT_PLAIN, "",
		           "No deadline is known here: no law for your customers' countries, no contract.");
	if (session->world->uncovered.n)
		paint_hang(paint, PAINT_PLAIN, "", "Not covered here, ask counsel: %s.",
		           wording_list(&session->world->uncovered, &countries));
	paint_hang(paint, PAINT_PLAIN, "", "Dates follow the rules on file; this is not legal advice.");
	text_free(&countries);
}
