/* frame: what a screen shows of a drill, as lines.
 * Owns nothing; promises cleaned text no wider than the window, the same words with and without colour, and that
 * nothing the room must not see is ever in a frame made for the room. Never prints: it appends to a text. */
#ifndef DESK_FRAME_H
#define DESK_FRAME_H

#include "exercise/session.h"

struct frame {
	struct text *out;
	int columns;
	bool colour;
	bool feedback;   /* train: points and because at once */
	int32_t now;     /* the scenario second on the clock; earlier than the last turn: that turn's */
	int64_t talk_ms; /* of talk left; EVENT_NO_TALK when the clock waits anyway */
};

/* StartEx: purpose, no-fault rule, what to do when something real happens. */
void frame_opening(const struct frame *frame, const struct session *session);

/* Back in a session that was left: where it stands, what came since the last answer, and the question that is open. */
void frame_rejoining(const struct frame *frame, const struct session *session);

/* What a turn brought, after it was applied: injects framed by channel, questions, landings, reminders, refusals. */
void frame_turn(const struct frame *frame, const struct session *session, const struct event_turn *turn);

/* The question, and once revealed its choices in the recorded order. */
void frame_decision(const struct frame *frame, const struct session *session, int decision);
void frame_steps(const struct frame *frame, const struct session *session, int phase);
void frame_status(const struct frame *frame, const struct session *session);
void frame_clock(const struct frame *frame, const struct session *session);
void frame_facts(const struct frame *frame, const struct session *session);
void frame_log(const struct frame *frame, const struct session *session);

/* The facilitator's side: next items with what they expect, probes, pace ("4 minutes behind: drop X?"). `behind_ms`:
 * running time used beyond what the pace allows, 0 when on time. */
void frame_ahead(const struct frame *frame, const struct session *session, int64_t behind_ms);

/* One line without newline: EXERCISE, scenario time, nearest deadline with what is left, phase, the open question and
 * its talk: as much of it as the window holds. */
void frame_prompt(const struct frame *frame, const struct session *session, int32_t now);

/* The projector: at most 12 lines; the newest inject, the question, its choices when revealed, countdown, deadlines. */
void frame_board(const struct frame *frame, const struct session *session, const struct event_turn *last_inject,
                 int32_t now, int64_t talk_ms);

#endif
