#include "desk/board.h"

#include "base/span.h"
#include "base/zone.h"
#include "desk/deadline.h"
#include "desk/inject.h"
#include "desk/question.h"

#include <stdio.h>
#include <string.h>

enum { GAP = 3 }; /* between two deadlines */

/* What the board is made of, each part painted on its own and then fitted. */
enum part { HEAD, CLOCKS, MESSAGE, QUESTION, TALK, PARTS };

struct board {
	const struct session *session;
	struct text parts[PARTS];
	struct paint paint; /* its out is one part after the other */
	int32_t now;
};

static const struct paint *into(struct board *board, enum part part)
{
	board->paint.out = &board->parts[part];
	text_clear(&board->parts[part]);
	return &board->paint;
}

static int lines_of(const struct board *board, enum part part)
{
	int n = 0;
	for (const char *at = board->parts[part].data; at && *at; at++)
		n += *at == '\n';
	return n;
}

static void head(struct board *board)
{
	char stamp[SPAN_BUFFER], local[ZONE_BUFFER];
	const struct paint *paint = into(board, HEAD);
	struct text line = {0};
	bool wide = paint->columns >= 48;
	zone_friendly(board->session->world->zone, board->session->world->t0 + board->now, local);
	text_addf(&line, " %s%s%s", wording_drill(board->session) ? "EXERCISE" : "", wide ? "          " : "  ",
	          span_stamp(board->now, stamp));
	text_addf(&line, "%s%s", wide ? "   " : "  ", wide ? local : local + strlen(local) - 5);
	if (state_get(&board->session->state, STATE_RUN, 0, STATE_HELD))
		text_add(&line, "   held");
	if (session_ended(board->session))
		text_add(&line, "   EndEx");
	paint_few(paint, PAINT_AMBER, "", line.data + 1, 1);
	text_free(&line);
}

/* The nearest first, then the authorities, then contracts and the people concerned. */
static int rank(const struct session *session, int deadline, int32_t now)
{
	const struct world_deadline *d = &session->world->deadlines[deadline];
	if (deadline == deadline_nearest(session, now))
		return 0;
	return d->regime && !d->individuals ? 1 : 2;
}

/* A wall has no room for what a party is: "Merlion Mutual (cyber insurer)". */
static int short_name(const char *party)
{
	const char *aside = strstr(party, " (");
	return aside && aside > party ? (int)(aside - party) : (int)strlen(party);
}

static void clock_cell(const struct board *board, int deadline, struct text *line, enum paint_colour *colour)
{
	char words[WORDING_BUFFER], cell[2 * WORDING_BUFFER];
	const char *party = board->session->world->deadlines[deadline].party;
	struct deadline_view view = deadline_view(board->session, deadline, board->now);
	snprintf(cell, sizeof cell, "%.*s   %s%s", short_name(party), party, deadline_words(&view, words),
	         view.status == DEADLINE_PROVISIONAL ? "?" : "");
	int width = line->len ? text_width(line->data) + GAP + 3 : 3;
	if (line->len && width + text_width(cell) > board->paint.columns)
		return;
	text_addf(line, "%*s%s", line->len ? GAP : 0, "", cell);
	if (deadline_colour(&view) == PAINT_RED)
		*colour = PAINT_RED;
}

/* Deadlines side by side, as many as one line holds. */
static void clocks(struct board *board)
{
	const struct paint *paint = into(board, CLOCKS);
	struct text line = {0};
	enum paint_colour colour = PAINT_AMBER;
	for (int pass = 0; pass < 3; pass++)
		for (int i = 0; i < (int)board->session->world->ndeadlines; i++)
			if (rank(board->session, i, board->now) == pass)
				clock_cell(board, i, &line, &colour);
	if (line.len)
		paint_few(paint, colour, "   ", line.data, 1);
	text_free(&line);
}

/* What is left of the talk, then when an answer comes too late. */
static void talk(struct board *board, int current, int64_t talk_ms)
{
	char countdown[SPAN_BUFFER];
	const struct state *state = &board->session->state;
	const struct paint *paint = into(board, TALK);
	if (current == NAMES_NONE)
		return;
	int32_t within = board->session->world->story->decisions[current].within;
	if (talk_ms > 0)
		paint_hang(paint, PAINT_AMBER, "   ", "%s to talk", span_countdown(talk_ms, countdown));
	else if (state_get(state, STATE_DECISION, current, STATE_DECISION_LATE) != STATE_NEVER)
		paint_hang(paint, PAINT_RED, "   ", "an answer is late now");
	else if (within != SHAPE_UNSET)
		paint_hang(
		    paint, PAINT_AMBER, "   ", "an answer is late at %s",
		    span_stamp(state_get(state, STATE_DECISION, current, STATE_DECISION_OPENED) + within, countdown));
}

static void message(struct board *board, const struct event_turn *turn, int lines)
{
	const struct paint *paint = into(board, MESSAGE);
	for (size_t i = turn ? turn->count : 0; i > 0; i--)
		if (turn->events[i - 1].kind == EVENT_DELIVERED) {
			inject_brief(paint, board->session, turn->events[i - 1].ref, turn->t, lines);
			return;
		}
}

/* Empty lines stand between the parts as far as there is room for them. */
static void put(const struct board *board, struct text *out)
{
	int used = 0, parts = 0;
	for (int i = 0; i < PARTS; i++) {
		used += lines_of(board, (enum part)i);
		parts += board->parts[i].len > 0;
	}
	int gaps = BOARD_LINES - used;
	for (int i = 0; i < PARTS; i++) {
		if (!board->parts[i].len)
			continue;
		text_add(out, board->parts[i].data);
		if (--parts > 0 && gaps-- > 0)
			text_add(out, "\n");
	}
}

void board_show(const struct paint *paint, const struct session *session, const struct event_turn *last_inject,
                int32_t now, int64_t talk_ms)
{
	struct board board = {.session = session, .paint = *paint, .now = now};
	int current = view_current(&session->state);
	head(&board);
	clocks(&board);
	talk(&board, current, talk_ms);
	int room = BOARD_LINES - lines_of(&board, HEAD) - lines_of(&board, CLOCKS) - lines_of(&board, TALK);
	into(&board, QUESTION);
	if (current != NAMES_NONE)
		question_brief(into(&board, QUESTION), session, current, room - 1);
	room -= lines_of(&board, QUESTION);
	message(&board, last_inject, current == NAMES_NONE ? room - 2 : room > 4 ? room - 3 : room > 2 ? 2 : room);
	put(&board, paint->out);
	for (int i = 0; i < PARTS; i++)
		text_free(&board.parts[i]);
}
