#include "desk/finale.h"

#include "base/span.h"
#include "base/zone.h"
#include "desk/account.h"
#include "desk/line.h"
#include "desk/paint.h"
#include "desk/sentence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NARROW = 60, CELLS = 10 }; /* below so many columns there is no room for bars */

static const char *string(const struct jsn *object, const char *key)
{
	const char *s = jsn_text(jsn_get(object, key));
	return s ? s : "";
}

static int32_t number(const struct jsn *object, const char *key)
{
	return (int32_t)jsn_number(jsn_get(object, key), STATE_NEVER);
}

/* A label in the left column, and the text wrapped beside it. */
static void entry(const struct frame *frame, const char *label, const char *s, enum paint_colour colour)
{
	struct paint paint = {frame->out, frame->columns, frame->colour};
	char left[24];
	snprintf(left, sizeof left, " %-15.20s", label);
	paint_hang(&paint, colour, left, "%s", s ? s : "");
}

static void gap(const struct frame *frame)
{
	struct paint paint = {frame->out, frame->columns, frame->colour};
	paint_gap(&paint);
}

static void heading(const struct frame *frame, const struct jsn *model, const char *words)
{
	struct paint paint = {frame->out, frame->columns, frame->colour};
	text_add(frame->out, "\n");
	paint_pair(&paint, PAINT_BOLD, words, strcmp(string(model, "mode"), "exercise") == 0 ? "EXERCISE" : "");
}

/* The clock audit ------------------------------------------------------------------------------------------------ */

static void say_due(const struct session *session, const struct phrases *phrases, int deadline, int32_t due,
                    struct text *text)
{
	const struct world_deadline *d = &session->world->deadlines[deadline];
	char from[SPAN_BUFFER], at[SPAN_BUFFER], local[ZONE_BUFFER];
	sentence_within(session->world, phrases, deadline, text);
	if (due == STATE_NEVER) {
		text_addf(text, " from \"%s\", which nobody logged.", shape_moments[d->moment]);
		return;
	}
	text_addf(text, " from T%s, due %s (%s)", span_stamp(account_moment(session, d->moment), from) + 1,
	          span_stamp(due, at), zone_friendly(session->world->zone, session->world->t0 + due, local));
	text_add(text, score_lies_beyond(&session->state, deadline) ? ", which is after EndEx." : ".");
}

/* The example is the day on which it is due. */
static void ask_who(const struct session *session, int32_t due, struct text *text)
{
	char local[ZONE_BUFFER], day[4] = "", month[4] = "";
	zone_friendly(session->world->zone, session->world->t0 + due, local);
	if (sscanf(local, "%*s %3s %3s", day, month) == 2)
		text_addf(text, " Who files, when?  %s on %s %s", line_somebody(session), day, month);
}

void finale_audit_question(const struct frame *frame, const struct session *session, const struct phrases *phrases,
                           int deadline)
{
	const struct world_deadline *d = &session->world->deadlines[deadline];
	int32_t due = score_deadline_due(&session->state, deadline);
	bool beyond = due != STATE_NEVER && score_lies_beyond(&session->state, deadline);
	struct text text = {0};
	text_addf(&text, "%s, %s: ", d->party, d->law);
	say_due(session, phrases, deadline, due, &text);
	if (beyond)
		ask_who(session, due, &text);
	else
		text_add(&text, " Filed?  y at TIME, y (only now), n");
	entry(frame, "Clock audit", text.data, PAINT_PLAIN);
	text_free(&text);
}

static void say_filed(const struct jsn *clock, struct text *text)
{
	char at[SPAN_BUFFER], margin[SPAN_BUFFER];
	int32_t left = number(clock, "margin_seconds");
	text_addf(text, "filed %s", span_stamp(number(clock, "filed"), at));
	if (left != STATE_NEVER)
		text_addf(text, ", %s %s", span_format(abs(left), margin), left < 0 ? "late" : "to spare");
	if (*string(clock, "flaw"))
		text_addf(text, "; %s", string(clock, "flaw"));
}

static void say_unfiled(const struct jsn *clock, struct text *text)
{
	const char *state = string(clock, "state"), *note = string(clock, "note");
	char at[SPAN_BUFFER];
	int32_t due = number(clock, "due");
	text_add(text, strcmp(state, "never") == 0 ? "never filed" : "not filed");
	if (due != STATE_NEVER)
		text_addf(text, "; due %s%s", span_stamp(due, at), strcmp(state, "beyond") == 0 ? ", after EndEx" : "");
	if (*note)
		text_addf(text, ": %s", note);
}

static void clock_line(const struct frame *frame, const struct jsn *clock, const char *label)
{
	const char *state = string(clock, "state");
	bool missed = strcmp(state, "late") == 0 || strcmp(state, "never") == 0;
	bool waits = strcmp(state, "open") == 0 || strcmp(state, "beyond") == 0;
	int32_t from = number(clock, "moment_at"), logged = number(clock, "logged_at");
	char at[SPAN_BUFFER];
	struct text text = {0};
	text_addf(&text, "%s %s from ", string(clock, "party"), string(clock, "within"));
	text_add(&text, from == STATE_NEVER ? string(clock, "moment") : span_stamp(from, at));
	if (from != STATE_NEVER && logged == STATE_NEVER)
		text_addf(&text, " (%s was never logged)", string(clock, "moment"));
	else if (from != STATE_NEVER && logged > from)
		text_addf(&text, " (logged as %s)", span_stamp(logged, at));
	text_add(&text, ": ");
	if (number(clock, "filed") != STATE_NEVER)
		say_filed(clock, &text);
	else
		say_unfiled(clock, &text);
	entry(frame, label, text.data, missed ? PAINT_RED : waits ? PAINT_AMBER : PAINT_PLAIN);
	text_free(&text);
}

static void clock_lines(const struct frame *frame, const struct jsn *model, const char *label)
{
	const struct jsn *clocks = jsn_get(model, "clocks");
	for (size_t i = 0; i < jsn_count(clocks); i++)
		clock_line(frame, jsn_at(clocks, i, NULL), i ? "" : label);
	if (!jsn_count(clocks))
		entry(frame, label, "No law or contract set a clock here.", PAINT_PLAIN);
}

void finale_audit(const struct frame *frame, const struct jsn *model)
{
	text_add(frame->out, "\n");
	clock_lines(frame, model, "Clock audit");
}

/* Ratings -------------------------------------------------------------------------------------------------------- */

static const char *rating_words(const char *letter)
{
	static const char *const letters = "PSMU";
	static const char *const words[] = {"done well", "done, with some trouble", "done, with great trouble",
	                                    "not managed"};
	const char *at = *letter ? strchr(letters, *letter) : NULL;
	return at ? words[at - letters] : "not rated";
}

static void rating_line(const struct frame *frame, const struct jsn *objective)
{
	const struct jsn *by = jsn_get(objective, "rated_by_facilitator");
	bool rated = jsn_type(by) == JSN_OBJECT;
	int64_t lo = number(objective, "lo"), span = number(objective, "hi") - lo;
	int64_t cells = span > 0 ? (number(objective, "points") - lo) * CELLS / span : 0;
	struct text text = {0};
	for (int i = 0; i < CELLS && frame->columns >= NARROW; i++)
		text_add(&text, i < cells ? "#" : ".");
	text_addf(&text, "%s%s", text.len ? "  " : "",
	          span > 0 ? rating_words(string(rated ? by : objective, "rating")) : "nothing was asked of it here");
	if (rated)
		text_addf(&text, " (by the facilitator: %s)", string(by, "reason"));
	entry(frame, string(objective, "id"), text.data, PAINT_PLAIN);
	text_free(&text);
}

static void rating_lines(const struct frame *frame, const struct jsn *model)
{
	const struct jsn *objectives = jsn_get(jsn_get(model, "score"), "objectives");
	for (size_t i = 0; i < jsn_count(objectives); i++)
		rating_line(frame, jsn_at(objectives, i, NULL));
}

/* The hot wash --------------------------------------------------------------------------------------------------- */

static void gap_lines(const struct frame *frame, const struct jsn *gaps)
{
	for (size_t i = 0; i < jsn_count(gaps); i++) {
		struct text text = {0};
		text_addf(&text, "%zu  %s", i + 1, string(jsn_at(gaps, i, NULL), "text"));
		entry(frame, "", text.data, PAINT_PLAIN);
		text_free(&text);
	}
}

/* Somebody of this room, so that the example can be typed as it stands. */
static const char *somebody(const struct jsn *model)
{
	const struct jsn *list = jsn_get(model, "participants");
	const struct jsn *one = jsn_at(list, jsn_count(list) > 1, NULL);
	const char *name = string(one, *string(one, "name") ? "name" : "role");
	return *name ? name : "Arif";
}

static void change_lines(const struct frame *frame, const struct jsn *model, bool gaps)
{
	struct text text = {0};
	if (gaps)
		text_addf(&text, "1 @%s 30 Apr  gives the first an owner and a date.", somebody(model));
	else
		text_add(&text, "The room proposes.");
	entry(frame, "What will", text.data, PAINT_BOLD);
	text_clear(&text);
	text_addf(&text, "In your own words:  improve a second deputy @%s 30 Apr", somebody(model));
	entry(frame, "we change?", text.data, PAINT_PLAIN);
	entry(frame, "", "When all is agreed:  close", PAINT_PLAIN);
	text_free(&text);
}

void finale_hot_wash(const struct frame *frame, const struct jsn *model)
{
	const struct jsn *strengths = jsn_get(model, "strengths"), *gaps = jsn_get(model, "gaps");
	heading(frame, model, "Hot wash");
	rating_lines(frame, model);
	gap(frame);
	entry(frame, "What went",
	      jsn_count(strengths) ? "Ask the room first. The record suggests:"
	                           : "Ask the room: the record has nothing to propose.",
	      PAINT_BOLD);
	for (size_t i = 0; i < jsn_count(strengths); i++)
		entry(frame, i ? "" : "well?", string(jsn_at(strengths, i, NULL), "text"), PAINT_PLAIN);
	entry(frame, "What did not?",
	      jsn_count(gaps) ? "The record suggests:"
	                      : "The record has nothing to propose. What did the room find hard?",
	      PAINT_BOLD);
	gap_lines(frame, gaps);
	change_lines(frame, model, jsn_count(gaps) > 0);
}

/* The summary ---------------------------------------------------------------------------------------------------- */

static void total_line(const struct frame *frame, const struct jsn *score)
{
	int total = (int)number(score, "total");
	size_t criticals = jsn_count(jsn_get(score, "criticals"));
	const char *grade = string(score, "grade");
	struct text text = {0};
	text_addf(&text, "%d of 100, grade %s", total, grade);
	if (criticals && *grade != score_grade(total, 0))
		text_addf(&text, "; %zu critical failure%s kept it from %c", criticals, criticals == 1 ? "" : "s",
		          score_grade(total, 0));
	entry(frame, "Total", text.data, PAINT_PLAIN);
	for (size_t i = 0; i < criticals; i++) {
		const struct jsn *critical = jsn_at(jsn_get(score, "criticals"), i, NULL);
		text_clear(&text);
		const char *id = string(critical, "id");
		text_addf(&text, "%s: %s", strncmp(id, "deadline:", 9) == 0 ? id + 9 : id, string(critical, "because"));
		entry(frame, i ? "" : "Critical", text.data, PAINT_RED);
	}
	text_free(&text);
}

static const struct jsn *chosen_option(const struct jsn *decision)
{
	const struct jsn *options = jsn_get(decision, "options");
	for (size_t i = 0; i < jsn_count(options); i++)
		if (jsn_number(jsn_get(jsn_at(options, i, NULL), "chosen"), 0))
			return jsn_at(options, i, NULL);
	return NULL;
}

/* What a decision brought, or (costly) how much less than its best choice. Their own way is not weighed. */
static int64_t weight_of(const struct jsn *decision, bool costly)
{
	int64_t worth = jsn_number(jsn_get(decision, "worth"), 0);
	if (!chosen_option(decision) && !jsn_number(jsn_get(decision, "lapsed"), 0))
		return 0;
	return costly ? jsn_number(jsn_get(decision, "best_worth"), 0) - worth : worth;
}

static void decision_line(const struct frame *frame, const struct jsn *model, const char *label, bool costly)
{
	const struct jsn *decisions = jsn_get(model, "decisions"), *found = NULL;
	struct text text = {0};
	for (size_t i = 0; i < jsn_count(decisions); i++) {
		const struct jsn *one = jsn_at(decisions, i, NULL);
		if (weight_of(one, costly) > (found ? weight_of(found, costly) : 0))
			found = one;
	}
	if (!found)
		return;
	const struct jsn *option = chosen_option(found);
	bool late = costly && jsn_number(jsn_get(found, "late"), 0) && !jsn_number(jsn_get(found, "lapsed"), 0) &&
	            *string(found, "late_because");
	text_addf(&text, "%s ", string(found, "question"));
	if (jsn_number(jsn_get(found, "lapsed"), 0))
		text_add(&text, "Nobody answered. ");
	if (option)
		text_addf(&text, "\"%s\"", string(option, "words"));
	if (late)
		text_add(&text, " It came late.");
	entry(frame, label, text.data, PAINT_PLAIN);
	const char *because = option && !late ? string(option, "because") : string(found, "late_because");
	if (*because)
		entry(frame, "", because, PAINT_PLAIN);
	text_free(&text);
}

static void step_list(const struct frame *frame, const struct jsn *steps, const char *label)
{
	struct text text = {0};
	for (size_t i = 0; i < jsn_count(steps); i++) {
		const struct jsn *step = jsn_at(steps, i, NULL);
		const char *id = string(step, *string(step, "id") ? "id" : "action");
		char span[SPAN_BUFFER];
		text_addf(&text, "%s%s", i ? ", " : "", id);
		if (number(step, "late_seconds") != STATE_NEVER)
			text_addf(&text, " (%s)", span_format(number(step, "late_seconds"), span));
		if (*string(step, "reason"))
			text_addf(&text, " (%s)", string(step, "reason"));
	}
	if (text.len)
		entry(frame, label, text.data, PAINT_PLAIN);
	text_free(&text);
}

static void coverage_lines(const struct frame *frame, const struct jsn *model)
{
	const struct jsn *coverage = jsn_get(model, "coverage");
	size_t done = jsn_count(jsn_get(coverage, "done")), late = jsn_count(jsn_get(coverage, "late"));
	size_t never = jsn_count(jsn_get(coverage, "never")), skipped = jsn_count(jsn_get(coverage, "skipped"));
	struct text text = {0};
	text_addf(&text, "of %zu step%s that fell due, %zu in time, %zu late, %zu skipped with a reason, %zu never",
	          done + late + never + skipped, done + late + never + skipped == 1 ? "" : "s", done, late, skipped,
	          never);
	entry(frame, "Playbook", text.data, PAINT_PLAIN);
	step_list(frame, jsn_get(coverage, "late"), "  late");
	step_list(frame, jsn_get(coverage, "skipped"), "  skipped");
	step_list(frame, jsn_get(coverage, "never"), "  never");
	step_list(frame, jsn_get(coverage, "missing"), "  not in it");
	text_free(&text);
}

static void improvement_lines(const struct frame *frame, const struct jsn *model)
{
	const struct jsn *list = jsn_get(model, "improvements");
	for (size_t i = 0; i < jsn_count(list); i++) {
		const struct jsn *one = jsn_at(list, i, NULL);
		struct text text = {0};
		text_addf(&text, "%zu  %s", i + 1, string(one, "text"));
		if (*string(one, "owner"))
			text_addf(&text, " -> %s", string(one, "owner"));
		if (*string(one, "date"))
			text_addf(&text, ", by %s", string(one, "date"));
		entry(frame, i ? "" : "We change", text.data, PAINT_PLAIN);
		text_free(&text);
	}
	if (!jsn_count(list))
		entry(frame, "We change", "nothing was agreed", PAINT_AMBER);
}

/* What was proved, and what was only said: the first question of whoever was not in the room. */
static void fact_lines(const struct frame *frame, const struct jsn *facts)
{
	struct text proved = {0}, said = {0};
	for (size_t i = 0; i < jsn_count(facts); i++) {
		const struct jsn *fact = jsn_at(facts, i, NULL);
		const char *verified = string(fact, "verified"), *claimed = string(fact, "claimed");
		struct text *text = *verified ? &proved : &said;
		if (*verified || *claimed)
			text_addf(text, "%s%s: %s", text->len ? "; " : "", string(fact, "label"),
			          *verified ? verified : claimed);
	}
	if (proved.len)
		entry(frame, "Proved", proved.data, PAINT_PLAIN);
	if (said.len)
		entry(frame, "Only said", said.data, PAINT_PLAIN);
	text_free(&proved);
	text_free(&said);
}

void finale_summary(const struct frame *frame, const struct jsn *model)
{
	struct text words = {0};
	text_addf(&words, "Summary: %s", string(jsn_get(model, "scenario"), "title"));
	heading(frame, model, words.data);
	rating_lines(frame, model);
	total_line(frame, jsn_get(model, "score"));
	gap(frame);
	decision_line(frame, model, "Best decision", false);
	decision_line(frame, model, "Costliest", true);
	gap(frame);
	fact_lines(frame, jsn_get(model, "facts"));
	clock_lines(frame, model, "Clocks");
	coverage_lines(frame, model);
	improvement_lines(frame, model);
	text_free(&words);
}

const char *finale_gap(const struct session *session, const struct jsn *model, struct act *act, struct arena *arena)
{
	bool numbered = act->kind == ACT_IMPROVE && strlen(act->text) == 1 && *act->text >= '1' && *act->text <= '9';
	if (!numbered)
		return NULL;
	const struct jsn *gap = jsn_at(jsn_get(model, "gaps"), (size_t)(*act->text - '1'), NULL);
	if (!gap)
		return arena_printf(arena,
		                    "No gap of that number was proposed; they come behind the clock audit. In your own "
		                    "words:  improve a second deputy @%s 30 Apr",
		                    line_somebody(session));
	act->text = arena_dup(arena, jsn_text(jsn_get(gap, "text")));
	return NULL;
}
