#include "desk/annex.h"

#include "base/markdown.h"
#include "base/span.h"
#include "base/tree.h"
#include "desk/label.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_COLUMNS = 76 };

struct annex {
	struct jsn *model;
	const struct phrases *phrases;
	struct dial *dial;
	struct text text;
};

static const char *read(const struct jsn *row, const char *key)
{
	return jsn_text(jsn_get(row, key));
}

static bool is(const struct jsn *row, const char *key, const char *value)
{
	const char *text = read(row, key);
	return text && strcmp(text, value) == 0;
}

static bool flag(const struct jsn *row, const char *key)
{
	return jsn_number(jsn_get(row, key), 0) != 0;
}

/* The look of a value in a table; a NULL value ends it. */
struct look {
	const char *value, *look;
};

static void put_look(struct jsn *row, const struct look *looks, const char *value)
{
	while (looks->value && !(value && strcmp(looks->value, value) == 0))
		looks++;
	tree_text(row, "look", looks->value ? looks->look : "none");
}

/* For headings that stand over a list only where it has rows. */
static void put_any(struct jsn *model, const char *name, const struct jsn *list)
{
	tree_flag(model, name, jsn_count(list) > 0);
}

/* Objectives ----------------------------------------------------------------------------------------------------- */

static int64_t share(int64_t points, int64_t lo, int64_t hi)
{
	int64_t percent = hi > lo ? (points - lo) * 100 / (hi - lo) : 0;
	return percent < 0 ? 0 : percent > 100 ? 100 : percent;
}

/* "The record gives U: unable to be performed. The facilitator's reason: ..."; null where nobody changed it. */
static void put_rated(struct annex *a, struct jsn *row, const struct jsn *rated)
{
	if (!jsn_count(rated)) {
		tree_null(row, "rated_text");
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, "letter", read(row, "rating"));
	label_put(a->phrases, data, "words", "report.rating", read(row, "rating"));
	tree_text(data, "why", read(rated, "reason"));
	phrase_put(a->phrases, "report.rated", data, row, "rated_text");
}

static void dress_objective(struct annex *a, struct jsn *row)
{
	static const struct look looks[] = {{"P", "good"}, {"S", "good"}, {"M", "part"}, {"U", "bad"}, {NULL, NULL}};
	int64_t points = jsn_number(jsn_get(row, "points"), 0), lo = jsn_number(jsn_get(row, "lo"), 0),
	        hi = jsn_number(jsn_get(row, "hi"), 0);
	const struct jsn *rated = jsn_get(row, "rated_by_facilitator");
	const char *final = jsn_count(rated) ? read(rated, "rating") : read(row, "rating");
	tree_flag(row, "counts", hi > lo);
	tree_text(row, "letter", final);
	tree_number(row, "percent", share(points, lo, hi));
	label_tenths(row, "points_text", points);
	label_tenths(row, "lo_text", lo);
	label_tenths(row, "hi_text", hi);
	label_put(a->phrases, row, "name", "event.objective", read(row, "id"));
	label_put(a->phrases, row, "rating_text", "report.rating", final);
	put_rated(a, row, rated);
	put_look(row, looks, final);
}

static void dress_score(struct annex *a)
{
	struct jsn *row, *score = (struct jsn *)jsn_get(a->model, "score");
	for (size_t i = 0; (row = label_row(score, "objectives", i)) != NULL; i++)
		dress_objective(a, row);
	for (size_t i = 0; (row = label_row(score, "criticals", i)) != NULL; i++)
		label_stamp(row, "stamp", dial_read(row, "t"));
}

/* Clocks --------------------------------------------------------------------------------------------------------- */

/* "61h to spare", "2h10 late", "never filed". */
static void put_margin(struct annex *a, struct jsn *row)
{
	static const char *const not_begun = "report.margin.not_begun";
	int32_t margin = dial_read(row, "margin_seconds"), due = dial_read(row, "due");
	const char *state = read(row, "state");
	char key[64];
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	label_span(a->phrases, data, "span", margin < 0 && margin != DIAL_NEVER ? -margin : margin);
	snprintf(key, sizeof key, "report.margin.%s", state ? state : "open");
	phrase_put(a->phrases, is(row, "state", "open") && due == DIAL_NEVER ? not_begun : key, data, row,
	           "margin_text");
}

static void dress_clock(struct annex *a, struct jsn *row)
{
	static const struct look looks[] = {
	    {"in_time", "good"}, {"late", "part"}, {"never", "bad"}, {"open", "part"}, {NULL, NULL}};
	int32_t due = dial_read(row, "due"), filed = dial_read(row, "filed");
	label_put(a->phrases, row, "moment_text", "event.moments", read(row, "moment"));
	label_stamp(row, "moment_stamp", dial_read(row, "moment_at"));
	label_stamp(row, "logged_stamp", dial_read(row, "logged_at"));
	label_stamp(row, "due_stamp", due);
	dial_date(a->dial, row, "due_text", due);
	label_stamp(row, "filed_stamp", filed);
	dial_short(a->dial, row, "filed_text", filed);
	put_margin(a, row);
	put_look(row, looks, is(row, "state", "in_time") && read(row, "flaw") ? "late" : read(row, "state"));
}

/* Decisions ------------------------------------------------------------------------------------------------------ */

static void dress_option(struct annex *a, struct jsn *decision, struct jsn *row)
{
	label_points(a->phrases, jsn_get(row, "points"), &a->text);
	tree_text(row, "points_text", a->text.len ? a->text.data : NULL);
	text_clear(&a->text);
	if (flag(row, "chosen"))
		tree_text(decision, "chosen", read(row, "words"));
}

/* "Answered after 20m." and the ways that went otherwise. */
static void put_answer(struct annex *a, struct jsn *row)
{
	int32_t opened = dial_read(row, "opened"), answered = dial_read(row, "answered");
	bool known = opened != DIAL_NEVER && answered != DIAL_NEVER && !flag(row, "lapsed");
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	label_span(a->phrases, data, "span", known ? answered - opened : DIAL_NEVER);
	const char *key = flag(row, "lapsed") ? "report.answer_state.lapsed"
	                  : !known            ? "report.answer_state.open"
	                  : flag(row, "late") ? "report.answer_state.late"
	                  : answered > opened ? "report.answer_state.in_time"
	                                      : "report.answer_state.at_once";
	phrase_put(a->phrases, key, data, row, "answer_text");
	tree_text(row, "look", flag(row, "lapsed") ? "bad" : !known || flag(row, "late") ? "part" : "good");
}

/* What `ask` says before it comes to the question. */
static void put_setting(struct annex *a, struct jsn *row)
{
	const char *ask = read(row, "ask"), *question = read(row, "question");
	size_t all = ask ? strlen(ask) : 0, end = question ? strlen(question) : 0;
	bool ends = end && all >= end && strcmp(ask + all - end, question) == 0;
	text_add_bytes(&a->text, ask ? ask : "", ends ? all - end : all);
	tree_text(row, "setting", a->text.len ? a->text.data : NULL);
	text_clear(&a->text);
}

static void put_worth(struct annex *a, struct jsn *row)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	label_thousandths(data, "earned", jsn_number(jsn_get(row, "worth"), 0));
	label_thousandths(data, "best", jsn_number(jsn_get(row, "best_worth"), 0));
	phrase_put(a->phrases, "report.worth_words", data, row, "worth_text");
}

static void dress_decision(struct annex *a, struct jsn *row, size_t number)
{
	struct jsn *option;
	tree_number(row, "no", (int64_t)number);
	tree_null(row, "chosen");
	for (size_t i = 0; (option = label_row(row, "options", i)) != NULL; i++)
		dress_option(a, row, option);
	label_stamp(row, "opened_stamp", dial_read(row, "opened"));
	label_stamp(row, "answered_stamp", dial_read(row, "answered"));
	label_put(a->phrases, row, "sure_text", "report.sure", read(row, "confidence"));
	put_worth(a, row);
	put_answer(a, row);
	put_setting(a, row);
}

/* Coverage ------------------------------------------------------------------------------------------------------- */

static void put_partly(struct annex *a, struct jsn *row, const struct jsn *step)
{
	const struct jsn *done = jsn_get(step, "partly"), *one;
	struct jsn *data = jsn_make(JSN_OBJECT, 0), *deeds = tree_list(data, "deeds");
	for (size_t i = 0; (one = jsn_at(done, i, NULL)) != NULL; i++) {
		struct jsn *deed = tree_row(deeds);
		tree_text(deed, "text", read(one, "text"));
		label_stamp(deed, "stamp", dial_read(one, "t"));
	}
	if (jsn_count(done)) {
		phrase_put(a->phrases, "report.partly", data, row, "partly_text");
		return;
	}
	jsn_free(data);
	tree_null(row, "partly_text");
}

static void add_step(struct annex *a, struct jsn *steps, const struct jsn *step, const char *state, const char *look)
{
	struct jsn *row = tree_row(steps), *data = jsn_make(JSN_OBJECT, 0);
	char key[32];
	snprintf(key, sizeof key, "report.step_state.%s", state);
	label_span(a->phrases, data, "span", dial_read(step, "late_seconds"));
	phrase_put(a->phrases, key, data, row, "state_text");
	tree_text(row, "id", read(step, "id"));
	tree_text(row, "instruction", read(step, "instruction"));
	tree_text(row, "phase", read(step, "phase"));
	tree_text(row, "reason", read(step, "reason"));
	tree_text(row, "flaw", read(step, "flaw"));
	put_partly(a, row, step);
	label_stamp(row, "due_stamp", dial_read(step, "due"));
	label_stamp(row, "at_stamp", dial_read(step, "at"));
	tree_text(row, "look", look);
}

static void dress_coverage(struct annex *a)
{
	static const struct look states[] = {{"never", "bad"}, {"late", "part"}, {"skipped", "none"},
	                                     {"done", "good"}, {"open", "none"}, {NULL, NULL}};
	struct jsn *coverage = (struct jsn *)jsn_get(a->model, "coverage");
	struct jsn *steps = tree_list(coverage, "steps"), *counts = jsn_make(JSN_OBJECT, 0), *step;
	for (const struct look *state = states; state->value; state++) {
		phrase_count(counts, state->value, (int64_t)jsn_count(jsn_get(coverage, state->value)));
		for (size_t i = 0; (step = label_row(coverage, state->value, i)) != NULL; i++)
			add_step(a, steps, step, state->value, state->look);
	}
	phrase_put(a->phrases, "report.coverage_counts", counts, coverage, "counts_text");
	put_any(a->model, "any_missing", jsn_get(coverage, "missing"));
}

/* Facts, notes, turns -------------------------------------------------------------------------------------------- */

/* "12,400 people (T+8:12)", each that held before. */
static void put_before(struct annex *a, struct jsn *row)
{
	const struct jsn *before = jsn_get(row, "before"), *one;
	char stamp[SPAN_BUFFER];
	text_clear(&a->text);
	for (size_t i = 0; (one = jsn_at(before, i, NULL)) != NULL; i++)
		text_addf(&a->text, "%s%s (%s)", i ? ", " : "", read(one, "value"),
		          span_stamp(dial_read(one, "t"), stamp));
	tree_text(row, "before_text", a->text.len ? a->text.data : NULL);
}

/* Whether what was said or proved is so. Until EndEx nobody is told. */
static void dress_fact(struct annex *a, struct jsn *row)
{
	static const struct look looks[] = {{"proved", "good"},    {"wrong", "bad"},    {"claimed", "part"},
	                                    {"withdrawn", "none"}, {"unknown", "none"}, {NULL, NULL}};
	label_fill(row, "truth");
	const char *verified = read(row, "verified"), *truth = read(row, "truth");
	const char *state = verified && truth && strcmp(verified, truth) != 0 ? "wrong"
	                    : verified                                        ? "proved"
	                    : read(row, "withdrawn")                          ? "withdrawn"
	                    : read(row, "claimed")                            ? "claimed"
	                                                                      : "unknown";
	label_put(a->phrases, row, "state_text", "report.fact", state);
	put_look(row, looks, state);
	put_before(a, row);
}

/* What was said --------------------------------------------------------------------------------------------------- */

static void dress_value(struct annex *a, struct jsn *row)
{
	static const struct look looks[] = {{"proved", "good"}, {"unproved", "part"}, {"false", "bad"}, {NULL, NULL}};
	const struct jsn *proof = jsn_get(row, "proof");
	bool lapsed =
	    jsn_type(proof) == JSN_OBJECT && is(row, "state", "unproved"); /* corrected, or withdrawn, since */
	label_put(a->phrases, row, "state_text", "report.said.state", lapsed ? "lapsed" : read(row, "state"));
	put_look(row, looks, read(row, "state"));
	if (jsn_type(proof) != JSN_OBJECT) {
		phrase_put(a->phrases, "report.said.no_proof", NULL, row, "proof_text");
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_number(data, "turn", jsn_number(jsn_get(proof, "turn"), 0));
	tree_text(data, "who", read(proof, "who"));
	tree_text(data, "source", read(proof, "source"));
	tree_text(data, "over", read(proof, "over"));
	phrase_put(a->phrases, "report.said.proof_text", data, row, "proof_text");
}

/* Where names are withheld, a role stands in their place already. */
static void dress_approval(struct annex *a, struct jsn *row)
{
	const char *role = read(row, "role"), *person = read(row, "person");
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, "role", role);
	tree_text(data, "person", person && strcmp(person, role) != 0 ? person : NULL);
	tree_text(data, "how", read(row, "how"));
	tree_text(data, "recorded_by", read(row, "recorded_by"));
	phrase_put(a->phrases, flag(row, "given") ? "report.said.approved" : "report.said.not_approved", data, row,
	           "words");
}

static void put_languages(struct annex *a, struct jsn *row)
{
	const struct jsn *languages = jsn_get(row, "languages"), *one;
	text_clear(&a->text);
	for (size_t i = 0; (one = jsn_at(languages, i, NULL)) != NULL; i++)
		text_addf(&a->text, "%s%s", i ? ", " : "", jsn_text(one));
	tree_text(row, "languages_text", a->text.data ? a->text.data : "");
}

static void each(struct annex *a, const struct jsn *parent, const char *key,
                 void (*dress)(struct annex *, struct jsn *))
{
	struct jsn *row;
	for (size_t i = 0; (row = label_row(parent, key, i)) != NULL; i++)
		dress(a, row);
}

/* As its readers saw it; for a page in Markdown indented, so that it is taken as it stands. */
static void dress_text(struct annex *a, struct jsn *row)
{
	const char *text = read(row, "text");
	struct text shown = {0};
	markdown_text(text ? text : "", text ? strlen(text) : 0, TEXT_COLUMNS, &shown);
	text_clear(&a->text);
	for (const char *from = shown.data, *end; from && *from; from = *end ? end + 1 : end) {
		end = from + strcspn(from, "\n");
		text_addf(&a->text, "    %.*s\n", (int)(end - from), from);
	}
	tree_text(row, "indented", a->text.len ? a->text.data : "");
	tree_taken(row, "shown", &shown);
	text_free(&shown);
}

/* A screen reader lists the tables of proofs: each is told by its notice, whose kind may go out twice at one time. */
static struct jsn *naming_of(const struct jsn *row)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_number(data, "no", jsn_number(jsn_get(row, "no"), 0));
	tree_text(data, "letter", read(row, "letter"));
	tree_text(data, "stamp", read(row, "stamp"));
	return data;
}

static void dress_notice(struct annex *a, struct jsn *row)
{
	label_stamp(row, "stamp", dial_read(row, "t"));
	dial_short(a->dial, row, "local", dial_read(row, "t"));
	label_stamp(row, "next_stamp", dial_read(row, "next"));
	put_languages(a, row);
	phrase_put(a->phrases, "report.said.proof_of", naming_of(row), row, "proof_of");
	put_any(row, "any_value", jsn_get(row, "values"));
	put_any(row, "any_price", jsn_get(row, "price"));
	each(a, row, "values", dress_value);
	each(a, row, "approvals", dress_approval);
	each(a, row, "texts", dress_text);
}

/* One sentence; a board's, too: who asked the company to wait is no colleague's reason. */
static void dress_hold(struct annex *a, struct jsn *row)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	const char *reason = read(row, "reason");
	label_stamp(row, "stamp", dial_read(row, "t"));
	dial_short(a->dial, row, "local", dial_read(row, "t"));
	label_stamp(row, "until_stamp", dial_read(row, "until"));
	label_stamp(row, "ended_stamp", dial_read(row, "ended"));
	tree_text(data, "reason", reason);
	tree_text(data, "until", read(row, "until_stamp"));
	tree_text(data, "ended", read(row, "ended_stamp"));
	tree_flag(data, "lifted", flag(row, "lifted"));
	tree_text(data, "why", read(row, "lifted_reason"));
	phrase_put(a->phrases, "report.said.held", data, row, "words");
}

/* What took up a proposed gap names the issue; what the room worded itself is the action. */
static void dress_improvement(struct annex *a, struct jsn *row)
{
	(void)a;
	bool gap = jsn_type(jsn_get(row, "gap")) == JSN_INT;
	tree_text(row, "issue", gap ? read(row, "text") : NULL);
	tree_text(row, "action", gap ? NULL : read(row, "text"));
}

static void dress_observation(struct annex *a, struct jsn *row)
{
	label_put(a->phrases, row, "name", "event.objective", read(row, "objective"));
	label_stamp(row, "stamp", dial_read(row, "t"));
}

static void dress_inject(struct annex *a, struct jsn *row)
{
	label_stamp(row, "stamp", dial_read(row, "t"));
	dial_short(a->dial, row, "local", dial_read(row, "t"));
	label_put(a->phrases, row, "state_text", "report.inject_state", read(row, "state"));
}

static void dress_action(struct annex *a, struct jsn *row)
{
	label_stamp(row, "stamp", dial_read(row, "t"));
	dial_short(a->dial, row, "local", dial_read(row, "t"));
}

static void dress_participant(struct annex *a, struct jsn *row)
{
	(void)a;
	label_fill(row, "name");
}

static void dress_turn(struct annex *a, struct jsn *row)
{
	bool due = is(row, "by", "clock");
	dial_short(a->dial, row, "local", dial_read(row, "t"));
	label_fill(row, "taken_back");
	tree_text(row, "typed", due ? NULL : read(row, "cause"));
	tree_text(row, "speaker", due ? NULL : read(row, "by"));
}

static void dress_answer(struct annex *a, struct jsn *row)
{
	static const struct look looks[] = {{"yes", "good"}, {"partly", "part"}, {"no", "bad"}, {NULL, NULL}};
	const char *answer = read(row, "answer");
	label_put(a->phrases, row, "question", "report.question", read(row, "id"));
	label_put(a->phrases, row, "answer_text", "report.yes_no", answer ? answer : "unknown");
	put_look(row, looks, answer);
}

/* A gap is spoken of by its number. */
static void number(const struct jsn *model, const char *key)
{
	struct jsn *row;
	for (size_t i = 0; (row = label_row(model, key, i)) != NULL; i++)
		tree_number(row, "no", (int64_t)i + 1);
}

static void put_anys(struct jsn *model)
{
	const struct jsn *wash = jsn_get(model, "hot_wash"), *notes = jsn_get(wash, "notes"),
	                 *observations = jsn_get(wash, "observations");
	put_any(model, "any_fact", jsn_get(model, "facts"));
	put_any(model, "any_hold", jsn_get(model, "holds"));
	put_any(model, "any_notice", jsn_get(model, "notices"));
	put_any(model, "any_improvement", jsn_get(model, "improvements"));
	put_any(model, "any_note", notes);
	put_any(model, "any_observation", observations);
	tree_flag(model, "any_wash", jsn_count(notes) + jsn_count(observations) > 0);
}

void annex_dress(struct jsn *model, struct dial *dial)
{
	struct annex a = {.model = model, .phrases = dial->phrases, .dial = dial};
	struct jsn *row;
	dress_score(&a);
	dress_coverage(&a);
	for (size_t i = 0; (row = label_row(model, "decisions", i)) != NULL; i++)
		dress_decision(&a, row, i + 1);
	number(model, "strengths");
	number(model, "gaps");
	number(model, "notices");
	each(&a, model, "clocks", dress_clock);
	each(&a, model, "questions", dress_answer);
	each(&a, model, "facts", dress_fact);
	each(&a, model, "holds", dress_hold);
	each(&a, model, "notices", dress_notice);
	each(&a, model, "injects", dress_inject);
	each(&a, model, "actions", dress_action);
	each(&a, model, "participants", dress_participant);
	each(&a, model, "timeline", dress_turn);
	each(&a, model, "improvements", dress_improvement);
	each(&a, jsn_get(model, "hot_wash"), "observations", dress_observation);
	put_anys(model);
	text_free(&a.text);
}
