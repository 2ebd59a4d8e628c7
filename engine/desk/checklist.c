#include "desk/checklist.h"

#include "base/span.h"
#include "desk/line.h"
#include "exercise/work.h"

#include <stdio.h>
#include <string.h>

struct row {
	const struct session *session;
	const struct playbook_step *step;
	int number, status, person;
	char words[WORDING_BUFFER]; /* done T+1:05; busy until ...; free now */
};

static int32_t get(const struct session *session, int step, int field)
{
	return state_get(&session->state, STATE_STEP, step, field);
}

static const struct playbook_phase *phase_of(const struct session *session, int phase)
{
	return (const struct playbook_phase *)session->world->playbook->phases.v + phase;
}

static void word_done(struct row *row)
{
	char stamp[SPAN_BUFFER];
	snprintf(row->words, sizeof row->words, "done %s",
	         span_stamp(get(row->session, row->number, STATE_STEP_DONE), stamp));
}

static void word_under_way(struct row *row)
{
	char stamp[SPAN_BUFFER];
	bool drill = wording_drill(row->session);
	int32_t at = get(row->session, row->number, drill ? STATE_STEP_UNTIL : STATE_STEP_FROM);
	snprintf(row->words, sizeof row->words, drill ? "busy until %s" : "since %s", span_stamp(at, stamp));
}

static void word_queued(struct row *row)
{
	bool next = work_next(&row->session->state, row->person) == row->number;
	snprintf(row->words, sizeof row->words, next ? "next after that" : "waits its turn");
}

static void word_skipped(struct row *row)
{
	snprintf(row->words, sizeof row->words, "skipped");
}

static void word_todo(struct row *row)
{
	int need = work_missing(&row->session->state, row->number);
	int busy = work_current(&row->session->state, row->person);
	if (need != NAMES_NONE)
		snprintf(row->words, sizeof row->words, "needs %s",
		         names_id(&row->session->world->names, NAMES_STEP, need));
	else if (busy != NAMES_NONE)
		snprintf(row->words, sizeof row->words, "after %s", wording_id(row->session, NAMES_STEP, busy));
	else
		snprintf(row->words, sizeof row->words, "free now");
}

static const struct {
	const char *box;
	void (*word)(struct row *);
} rows[] = {
    [STATE_TODO] = {"[ ]", word_todo},           [STATE_IN_QUEUE] = {"[ ]", word_queued},
    [STATE_UNDER_WAY] = {"[>]", word_under_way}, [STATE_DONE] = {"[x]", word_done},
    [STATE_SKIPPED] = {"[-]", word_skipped},
};

static bool settled(const struct row *row)
{
	return row->status == STATE_DONE || row->status == STATE_SKIPPED;
}

static bool late(const struct row *row)
{
	int32_t due = wording_due_at(row->session, &row->step->due);
	int32_t at =
	    row->status == STATE_DONE ? get(row->session, row->number, STATE_STEP_DONE) : session_now(row->session);
	return row->status != STATE_SKIPPED && due != STATE_NEVER && at > due;
}

/* What follows the person: how it stands, and by when it is due. */
static void word_tail(const struct row *row, int width, struct text *out)
{
	char due[WORDING_BUFFER];
	const char *reason = row->status == STATE_SKIPPED ? "" : wording_due(&row->step->due, due);
	text_add(out, row->words);
	if (*reason)
		text_addf(out, "%*s(due %s%s)", width > text_width(row->words) ? width - text_width(row->words) : 1, "",
		          reason, late(row) ? ", late" : "");
}

static void show_row(const struct paint *paint, struct row *row, int place)
{
	struct text label = {0}, tail = {0};
	bool wide = paint->columns >= 72;
	const char *who = row->status == STATE_SKIPPED ? "-" : wording_person(row->session, row->person);
	int name = text_width(who) < 9 ? 9 - text_width(who) : 0;
	rows[row->status].word(row);
	text_addf(&label, "   %s %d ", rows[row->status].box, place);
	word_tail(row, wide ? 18 : 1, &tail);
	enum paint_colour colour = late(row)                                                      ? PAINT_RED
	                           : row->status == STATE_TODO && !strcmp(row->words, "free now") ? PAINT_BOLD
	                                                                                          : PAINT_PLAIN;
	if (wide)
		paint_hang(paint, colour, label.data, "%-21s %s%*s %s", row->step->id, who, name, "", tail.data);
	else
		paint_hang(paint, colour, label.data, "%s\n%s%s%s", row->step->id, *who == '-' ? "" : who,
		           *who == '-' ? "" : ": ", tail.data);
	text_free(&label);
	text_free(&tail);
}

static struct row row_of(const struct session *session, int number)
{
	struct row row = {.session = session, .step = session->world->playbook->steps[number], .number = number};
	row.status = get(session, number, STATE_STEP_STATUS);
	row.person = work_person(&session->state, number);
	return row;
}

static void show_heading(const struct paint *paint, const struct session *session, const struct playbook_phase *phase,
                         int first)
{
	struct text left = {0}, right = {0};
	int played = 0, over = 0, busy = 0;
	for (size_t i = 0; i < phase->steps.n; i++) {
		struct row row = row_of(session, first + (int)i);
		if (!world_takes(session->world, row.number))
			continue;
		played++;
		over += settled(&row);
		busy += row.status == STATE_UNDER_WAY;
	}
	text_addf(&left, "%c%s - %s", phase->id[0] >= 'a' && phase->id[0] <= 'z' ? phase->id[0] - 32 : phase->id[0],
	          phase->id + 1, phase->goal ? phase->goal : "");
	text_addf(&right, "%d of %d settled, %d under way", over, played, busy);
	paint_pair(paint, PAINT_BOLD, left.data, right.data);
	text_free(&left);
	text_free(&right);
}

void checklist_show(const struct paint *paint, const struct session *session, int phase)
{
	const struct playbook_phase *p = phase_of(session, phase);
	int place = 0;
	paint_gap(paint);
	show_heading(paint, session, p, p->first);
	for (size_t i = 0; i < p->steps.n; i++) {
		struct row row = row_of(session, p->first + (int)i);
		if (world_takes(session->world, row.number))
			show_row(paint, &row, ++place);
	}
}

void checklist_busy(const struct paint *paint, const struct session *session)
{
	for (int person = 0; ledger_person_name(session->ledger, person); person++) {
		int step = work_current(&session->state, person), next = work_next(&session->state, person);
		struct text words = {0};
		if (step == NAMES_NONE)
			continue;
		struct row row = row_of(session, step);
		rows[row.status].word(&row);
		text_addf(&words, "%s: %s, %s", wording_person(session, person), row.step->id, row.words);
		if (next != NAMES_NONE)
			text_addf(&words, "; then %s", wording_id(session, NAMES_STEP, next));
		paint_hang(paint, PAINT_PLAIN, " busy      ", "%s", words.data);
		text_free(&words);
	}
}
