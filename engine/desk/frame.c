#include "desk/frame.h"

#include "base/span.h"
#include "base/zone.h"
#include "desk/again.h"
#include "desk/ahead.h"
#include "desk/board.h"
#include "desk/bulletin.h"
#include "desk/checklist.h"
#include "desk/deadline.h"
#include "desk/deeds.h"
#include "desk/recap.h"
#include "desk/minutes.h"
#include "desk/course.h"
#include "desk/plan.h"
#include "desk/question.h"

#include <stdio.h>
#include <string.h>

enum { LOG_LINES = 20 };

static struct paint paint_of(const struct frame *frame)
{
	return (struct paint){frame->out, frame->columns, frame->colour};
}

/* The clock goes on between turns. */
static int32_t now_of(const struct frame *frame, const struct session *session)
{
	return frame->now > session_now(session) ? frame->now : session_now(session);
}

/* How long a scaled drill takes from the opening to the end of the hot wash, in whole five minutes. */
static int minutes_of(const struct world *world)
{
	return (plan_minutes(world->story, world->extended) + 4) / 5 * 5;
}

static void open_drill(const struct paint *paint, const struct session *session)
{
	char t0[ZONE_BUFFER];
	struct text title = {0}, head = {0};
	const struct story *story = session->world->story;
	text_addf(&head, "EXERCISE   %s", wording_expand(session, story->title, &title));
	if (session->start.clock && strcmp(session->start.clock, "scaled") == 0)
		text_addf(&head, "   %d minutes", minutes_of(session->world));
	text_addf(&head, "   T+0 = %s", zone_friendly(session->world->zone, session->world->t0, t0));
	paint_wrap(paint, PAINT_BOLD, " ", head.data);
	paint_rule(paint, '-');
	paint_wrap(paint, PAINT_PLAIN, " ",
	           "This is an exercise. Nothing you type leaves this laptop. Touch no real system, and contact nobody "
	           "outside this room. We test the plan, not the people.");
	paint_wrap(paint, PAINT_PLAIN, " ",
	           "Say what you would really do before you see the choices; \"we don't know\" is a useful answer. "
	           "Mistyped? Type  undo.");
	paint_wrap(paint, PAINT_BOLD, " ", "Something real happens? Type  stop  and we carry on later.");
	if (story->synopsis) {
		paint_gap(paint);
		paint_wrap(paint, PAINT_PLAIN, " ", wording_expand(session, story->synopsis, &title));
	}
	text_free(&head);
	text_free(&title);
}

static void open_incident(const struct paint *paint, const struct session *session)
{
	char t0[ZONE_BUFFER];
	struct text head = {0};
	text_addf(&head, "%s   T+0 = %s", session->world->playbook->title,
	          zone_friendly(session->world->zone, session->world->t0, t0));
	paint_wrap(paint, PAINT_BOLD, " ", head.data);
	paint_rule(paint, '-');
	paint_wrap(paint, PAINT_PLAIN, " ",
	           "Write down what happens as it happens: every line is kept with its time. Delete nothing, wipe "
	           "nothing, and publish no number that is not proved. This is not legal advice.");
	text_free(&head);
}

/* Whose shop it is, where nobody said by which playbook it works. */
static void open_loan(const struct paint *paint, const struct world *world)
{
	if (world->borrows)
		paint_hang(
		    paint, PAINT_PLAIN, "",
		    "The company is the scenario's: %s. No playbook was named, so the steps, roles and people are "
		    "those of the example, %s; name yours with --playbook.",
		    world->playbook->company.name, world->playbook->id);
}

/* Roles of the scenario that the playbook lacks, and countries without a law here. */
static void open_gaps(const struct paint *paint, const struct session *session)
{
	const struct world *world = session->world;
	struct text list = {0};
	char owner[WORDING_BUFFER];
	for (size_t i = 0; i < world->story->roles.n; i++)
		if (!playbook_role(world->playbook, world->story->roles.v[i]))
			text_addf(&list, "%s%s", list.len ? ", " : "", world->story->roles.v[i]);
	if (list.len)
		paint_hang(paint, PAINT_PLAIN, "", "Your playbook has nobody for: %s. %s plays them.", list.data,
		           wording_role(session, world->playbook->owner, owner));
	if (world->uncovered.n)
		paint_hang(paint, PAINT_PLAIN, "", "No law is on file for your customers in: %s. Ask counsel.",
		           wording_list(&world->uncovered, &list));
	text_free(&list);
}

void frame_opening(const struct frame *frame, const struct session *session)
{
	struct paint paint = paint_of(frame);
	if (wording_drill(session))
		open_drill(&paint, session);
	else
		open_incident(&paint, session);
	open_loan(&paint, session->world);
	open_gaps(&paint, session);
	if (frame->feedback && !session->world->share)
		paint_wrap(
		    &paint, PAINT_PLAIN, " ",
		    "The playbook's checklist counts, too: steps shows it, do 1 3 starts two steps, skip 2 because ... "
		    "sets aside one that doesn't fit.");
	paint_gap(&paint);
}

/* Each kind of event is told by one of these, or by none. */
static void tell(struct telling *telling, const struct event *event)
{
	static telling_of *const *const tells[] = {deeds_tells, minutes_tells, bulletin_tells, course_tells};
	for (size_t i = 0; i < sizeof tells / sizeof *tells; i++)
		if (tells[i][event->kind])
			tells[i][event->kind](telling, event);
}

void frame_turn(const struct frame *frame, const struct session *session, const struct event_turn *turn)
{
	struct paint paint = paint_of(frame);
	struct telling telling = {&paint, session, turn, frame->feedback, false};
	if (recap_fits(session, turn)) {
		recap_turn(&paint, session, turn, recap_over(session));
		return;
	}
	for (size_t i = 0; i < turn->count; i++)
		tell(&telling, &turn->events[i]);
	course_follow(&telling);
}

void frame_decision(const struct frame *frame, const struct session *session, int decision)
{
	struct paint paint = paint_of(frame);
	question_show(&paint, session, decision, frame->talk_ms);
}

void frame_steps(const struct frame *frame, const struct session *session, int phase)
{
	struct paint paint = paint_of(frame);
	checklist_show(&paint, session, phase);
}

static void status_moments(const struct paint *paint, const struct session *session)
{
	char when[WORDING_BUFFER], label[WORDING_BUFFER];
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		int32_t at = state_get(&session->state, STATE_MOMENT, i, STATE_MOMENT_AT);
		snprintf(label, sizeof label, " %-9s ", shape_moments[i]);
		paint_hang(paint, PAINT_PLAIN, label, "%s",
		           at == STATE_NEVER ? "not logged" : wording_when(session, at, when));
	}
}

static void status_paused(const struct paint *paint, const struct session *session)
{
	struct text list = {0};
	for (int i = 0; i < (int)state_rows(session->world, STATE_PAUSE); i++)
		if (state_get(&session->state, STATE_PAUSE, i, 0))
			text_addf(&list, "%s%s", list.len ? ", " : "", wording_id(session, NAMES_PAUSE, i));
	paint_hang(paint, PAINT_PLAIN, " paused    ", "%s", list.len ? list.data : "nothing");
	text_free(&list);
}

static void status_questions(const struct paint *paint, const struct session *session)
{
	struct text ask = {0};
	char label[WORDING_BUFFER];
	for (int i = 0; i < (int)session->world->story->ndecisions; i++) {
		if (state_get(&session->state, STATE_DECISION, i, STATE_DECISION_STATUS) != STATE_OPEN)
			continue;
		snprintf(label, sizeof label, " open      %s: ", wording_id(session, NAMES_DECISION, i));
		paint_hang(paint, PAINT_BOLD, label, "%s",
		           wording_expand(session, session->world->story->decisions[i].ask, &ask));
	}
	text_free(&ask);
}

void frame_status(const struct frame *frame, const struct session *session)
{
	struct paint paint = paint_of(frame);
	const struct playbook_phase *phases = session->world->playbook->phases.v;
	char when[WORDING_BUFFER];
	int phase = view_phase(&session->state);
	int32_t severity = state_get(&session->state, STATE_RUN, 0, STATE_SEVERITY);
	paint_hang(&paint, PAINT_AMBER, "", "%s%s", wording_when(session, now_of(frame, session), when),
	           state_get(&session->state, STATE_RUN, 0, STATE_HELD) ? " (the clock stands; go starts it)" : "");
	if (phase != NAMES_NONE)
		paint_hang(&paint, PAINT_PLAIN, " phase     ", "%s - %s", phases[phase].id,
		           phases[phase].goal ? phases[phase].goal : "");
	paint_hang(&paint, PAINT_PLAIN, " severity  ", "%s",
	           severity == NAMES_NONE ? "not set" : wording_id(session, NAMES_SEVERITY, severity));
	status_moments(&paint, session);
	status_paused(&paint, session);
	checklist_busy(&paint, session);
	bulletin_waiting(&paint, session);
	status_questions(&paint, session);
}

void frame_rejoining(const struct frame *frame, const struct session *session)
{
	struct paint paint = paint_of(frame);
	struct text title = {0};
	paint_hang(&paint, PAINT_BOLD, "", "%s%s", wording_drill(session) ? "EXERCISE   " : "",
	           wording_expand(session, session->world->story->title, &title));
	paint_rule(&paint, '-');
	paint_hang(&paint, PAINT_PLAIN, "", "Back again, with %d line%s on record. This is how it stands.",
	           session->turns, session->turns == 1 ? "" : "s");
	paint_gap(&paint);
	frame_status(frame, session);
	again_show(&paint, session, 0, frame->talk_ms);
	paint_gap(&paint);
	text_free(&title);
}

void frame_clock(const struct frame *frame, const struct session *session)
{
	struct paint paint = paint_of(frame);
	deadline_list(&paint, session, now_of(frame, session));
}

void frame_facts(const struct frame *frame, const struct session *session)
{
	struct paint paint = paint_of(frame);
	minutes_facts(&paint, session);
}

void frame_log(const struct frame *frame, const struct session *session)
{
	struct paint paint = paint_of(frame);
	minutes_list(&paint, session, LOG_LINES);
}

void frame_ahead(const struct frame *frame, const struct session *session, int64_t behind_ms)
{
	struct paint paint = paint_of(frame);
	ahead_show(&paint, session, behind_ms);
}

/* The parts of a prompt, without colour, in the order in which they stand. */
struct prompt {
	char stamp[WORDING_BUFFER], clock[2 * WORDING_BUFFER], shortly[2 * WORDING_BUFFER];
	const char *phase, *question;
	enum paint_colour urgency;
};

static void prompt_clock(struct prompt *prompt, const struct session *session, int32_t now)
{
	char words[WORDING_BUFFER];
	int nearest = deadline_nearest(session, now);
	if (nearest == NAMES_NONE)
		return;
	struct deadline_view view = deadline_view(session, nearest, now);
	const char *party = session->world->deadlines[nearest].party;
	deadline_words(&view, words);
	prompt->urgency = deadline_colour(&view);
	snprintf(prompt->clock, sizeof prompt->clock, "%s %s", party, words);
	snprintf(prompt->shortly, sizeof prompt->shortly, "%s %s", party, words);
	if (view.status != DEADLINE_PROVISIONAL)
		return;
	size_t bare = view.left < 0 ? strlen(words) : strlen(words) - strlen(" left");
	snprintf(prompt->clock, sizeof prompt->clock, "aware? not logged (from detected: %s %.*s)", party, (int)bare,
	         words);
	snprintf(prompt->shortly, sizeof prompt->shortly, "aware? %s %.*s", party, (int)bare, words);
}

static struct prompt prompt_of(const struct session *session, int32_t now)
{
	struct prompt prompt = {.phase = "", .question = ""};
	char stamp[SPAN_BUFFER];
	int phase = view_phase(&session->state), current = view_current(&session->state);
	bool over = session_ended(session), drill = wording_drill(session);
	span_stamp(now, stamp);
	snprintf(prompt.stamp, sizeof prompt.stamp, "%s%s%s", drill ? "EXERCISE " : "",
	         over ? drill ? "EndEx" : "closed" : stamp,
	         state_get(&session->state, STATE_RUN, 0, STATE_HELD) ? " held" : "");
	if (over)
		return prompt;
	prompt_clock(&prompt, session, now);
	if (phase != NAMES_NONE)
		prompt.phase = wording_id(session, NAMES_PHASE, phase);
	if (current != NAMES_NONE)
		prompt.question = wording_id(session, NAMES_DECISION, current);
	return prompt;
}

static void prompt_part(struct text *out, const struct frame *frame, enum paint_colour colour, const char *s)
{
	bool on = frame->colour && colour != PAINT_PLAIN;
	if (!*s)
		return;
	text_add(out, out->len ? "  " : " ");
	text_addf(out, "%s%s%s", on ? "\001" : "", paint_on(frame->colour, colour), on ? "\002" : "");
	text_add_clean(out, s);
	text_addf(out, "%s%s%s", on ? "\001" : "", paint_off(frame->colour, colour), on ? "\002" : "");
}

static int prompt_width(const struct prompt *p, const char *clock, const char *phase, const char *question)
{
	const char *const parts[] = {p->stamp, clock, phase, question};
	int width = -1; /* a margin of one; two blanks between the parts */
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		width += *parts[i] ? text_width(parts[i]) + 2 : 0;
	return width;
}

void frame_prompt(const struct frame *frame, const struct session *session, int32_t now)
{
	struct prompt prompt = prompt_of(session, now);
	struct text line = {0}, question = {0};
	char left[SPAN_BUFFER];
	const char *clock = prompt.clock, *phase = prompt.phase;
	text_addf(&question, *prompt.question ? "[%s" : "%s", prompt.question);
	if (*prompt.question && frame->talk_ms > 0)
		text_addf(&question, " %s", span_countdown(frame->talk_ms, left));
	text_add(&question, *prompt.question ? "]" : "");
	if (prompt_width(&prompt, clock, phase, question.data) > frame->columns)
		clock = prompt.shortly;
	if (prompt_width(&prompt, clock, phase, question.data) > frame->columns)
		phase = "";
	if (prompt_width(&prompt, clock, phase, question.data) > frame->columns)
		clock = "";
	if (prompt_width(&prompt, clock, phase, question.data) > frame->columns)
		text_clear(&question);
	prompt_part(&line, frame, PAINT_PLAIN, prompt.stamp);
	prompt_part(&line, frame, prompt.urgency, clock);
	prompt_part(&line, frame, PAINT_PLAIN, phase);
	prompt_part(&line, frame, PAINT_BOLD, question.data);
	text_add_bytes(frame->out, line.data, line.len);
	text_free(&line);
	text_free(&question);
}

void frame_board(const struct frame *frame, const struct session *session, const struct event_turn *last_inject,
                 int32_t now, int64_t talk_ms)
{
	struct paint paint = paint_of(frame);
	board_show(&paint, session, last_inject, now, talk_ms);
}
