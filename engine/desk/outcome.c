#include "desk/outcome.h"

#include "base/span.h"
#include "base/tree.h"
#include "base/zone.h"
#include "content/share.h"
#include "desk/assay.h"
#include "desk/flaw.h"
#include "desk/label.h"
#include "desk/remedy.h"
#include "desk/sentence.h"
#include "desk/wash.h"
#include "exercise/slot.h"

#include <string.h>

void outcome_put_time(struct jsn *object, const char *key, int32_t t)
{
	jsn_put(object, key, t == STATE_NEVER ? jsn_make(JSN_NULL, 0) : jsn_make(JSN_INT, t));
}

static void put_points(struct jsn *object, const char *key, const int32_t points[STORY_OBJECTIVES])
{
	struct jsn *map = tree_object(object, key);
	for (int o = 0; o < STORY_OBJECTIVES; o++)
		if (points[o])
			tree_number(map, story_objectives[o], points[o]);
}

/* Score ---------------------------------------------------------------------------------------------------------- */

static const char *rating(int32_t number)
{
	static const char *const letters[] = {"P", "S", "M", "U"};
	return number >= 0 && number < 4 ? letters[number] : "?";
}

static void put_objective(const struct account *a, struct jsn *list, int o, int32_t earned)
{
	const struct story_objective *objective = &a->session->world->story->objectives[o];
	const struct ledger_entry *rated = ledger_last(a->session->ledger, LEDGER_RATING, o);
	struct jsn *row = tree_object(list, NULL);
	tree_text(row, "id", story_objectives[o]);
	tree_text(row, "text", objective->text);
	tree_number(row, "weight", objective->weight);
	tree_number(row, "points", earned);
	tree_number(row, "lo", a->range.lo[o]);
	tree_number(row, "hi", a->range.hi[o]);
	tree_text(row, "rating", rating((int32_t)score_rate(&a->range, o, earned)));
	if (!rated) {
		tree_null(row, "rated_by_facilitator");
		return;
	}
	struct jsn *by = tree_object(row, "rated_by_facilitator");
	tree_text(by, "rating", rating(rated->value));
	tree_text(by, "reason", rated->why);
}

/* Which law it was, where a legal deadline was missed; what was false, in a notice; the scenario's words otherwise. */
static void say_critical(const struct session *s, const struct phrases *phrases, const struct ledger_entry *entry,
                         struct text *text)
{
	char stamp[SPAN_BUFFER];
	for (int i = 0; i < (int)s->world->ndeadlines; i++) {
		int32_t due = score_deadline_due(&s->state, i);
		if (s->world->deadlines[i].critical != entry->ref || due == STATE_NEVER)
			continue;
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		sentence_party(s->world, phrases, i, text);
		tree_taken(data, "party", text);
		tree_text(data, "due", span_stamp(due, stamp));
		phrase_say(phrases, "finding.law_missed", data, text);
		jsn_free(data);
		return;
	}
	assay_reason(s, phrases, entry, text);
}

static void put_criticals(const struct session *s, const struct phrases *phrases, struct jsn *score)
{
	struct text text = {0};
	struct jsn *list = tree_list(score, "criticals");
	for (size_t i = 0; i < ledger_count(s->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(s->ledger, i);
		if (entry->kind != LEDGER_CRITICAL)
			continue;
		struct jsn *row = tree_object(list, NULL);
		tree_text(row, "id", names_id(&s->world->names, NAMES_CRITICAL, entry->ref));
		say_critical(s, phrases, entry, &text);
		tree_text(row, "because", text.len ? text.data : NULL);
		text_clear(&text);
		tree_number(row, "t", entry->t);
	}
	text_free(&text);
}

struct jsn *outcome_score(const struct account *a, const struct phrases *phrases)
{
	struct jsn *score = jsn_make(JSN_OBJECT, 0);
	int32_t earned[STORY_OBJECTIVES];
	session_earned(a->session, earned);
	int total = score_total(&a->range, earned);
	char grade[2] = {score_grade(total, session_criticals(a->session)), '\0'};
	tree_number(score, "total", total);
	tree_text(score, "grade", grade);
	struct jsn *list = tree_list(score, "objectives");
	for (int o = 0; o < STORY_OBJECTIVES; o++)
		put_objective(a, list, o, earned[o]);
	put_criticals(a->session, phrases, score);
	return score;
}

/* Clocks --------------------------------------------------------------------------------------------------------- */

static const char *clock_state(const struct session *s, int number, int32_t due, int32_t filed)
{
	if (filed != STATE_NEVER)
		return due != STATE_NEVER && filed > due ? "late" : "in_time";
	bool beyond =
	    !score_counts_deadline(s->world, number) || (session_ended(s) && score_lies_beyond(&s->state, number));
	if (beyond && due != STATE_NEVER)
		return "beyond";
	return state_get(&s->state, STATE_DEADLINE, number, STATE_DEADLINE_AUDITED) != STATE_NEVER ? "never" : "open";
}

static void put_local(const struct world *world, const struct phrases *phrases, struct jsn *row, const char *key,
                      int32_t t)
{
	struct text text = {0};
	if (t != STATE_NEVER)
		phrase_date(phrases, world->zone, world->t0 + t, &text);
	tree_text(row, key, text.data);
	text_free(&text);
}

/* What was wrong with the notice that told them. */
static void put_flaw(const struct session *s, const struct phrases *phrases, struct jsn *row, const char *name,
                     const struct flaw *flaw, bool brief)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text how = {0};
	flaw_say(s, phrases, flaw, brief, &how);
	tree_taken(data, "how", &how);
	phrase_put(phrases, "report.flaw.told", data, row, name);
	text_free(&how);
}

static void put_flaws(const struct session *s, const struct phrases *phrases, struct jsn *row, int number)
{
	struct arena *arena = arena_new();
	struct flaw flaw;
	if (flaw_told(s, number, arena, &flaw)) {
		put_flaw(s, phrases, row, "flaw", &flaw, false);
		put_flaw(s, phrases, row, "flaw_brief", &flaw, true);
	} else {
		tree_null(row, "flaw");
		tree_null(row, "flaw_brief");
	}
	arena_free(arena);
}

/* What the audit was told of a clock: a reason, or who files when, which may be too late. */
static void put_note(const struct session *s, const struct phrases *phrases, struct jsn *row, int number,
                     struct text *text)
{
	const struct ledger_entry *note = ledger_last(s->ledger, LEDGER_NOTE, number);
	if (!note || !note->text) {
		tree_null(row, "note");
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	sentence_reason(phrases, note->text, text);
	tree_taken(data, "note", text);
	tree_flag(data, "late", wash_is_late(s, number, note->text));
	phrase_put(phrases, "report.note_text", data, row, "note");
}

static void put_clock(const struct session *s, const struct phrases *phrases, struct jsn *list, int number,
                      struct text *text)
{
	const struct world_deadline *d = &s->world->deadlines[number];
	int32_t due = account_due(s, number);
	int32_t filed = state_get(&s->state, STATE_DEADLINE, number, STATE_DEADLINE_NOTIFIED);
	struct jsn *row = tree_object(list, NULL);
	tree_text(row, "id", d->id);
	sentence_party(s->world, phrases, number, text);
	tree_taken(row, "party", text);
	tree_text(row, "law", d->law);
	tree_flag(row, "contract", d->obligation != NULL);
	sentence_within(s->world, phrases, number, text);
	tree_taken(row, "within", text);
	tree_text(row, "moment", shape_moments[d->moment]);
	outcome_put_time(row, "moment_at", account_moment(s, d->moment));
	outcome_put_time(row, "logged_at", state_get(&s->state, STATE_MOMENT, d->moment, STATE_MOMENT_AT));
	outcome_put_time(row, "due", due);
	put_local(s->world, phrases, row, "due_local", due);
	outcome_put_time(row, "filed", filed);
	outcome_put_time(row, "margin_seconds", filed == STATE_NEVER || due == STATE_NEVER ? STATE_NEVER : due - filed);
	tree_text(row, "state", clock_state(s, number, due, filed));
	put_flaws(s, phrases, row, number);
	put_note(s, phrases, row, number, text);
}

struct jsn *outcome_clocks(const struct session *s, const struct phrases *phrases)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	struct text text = {0};
	for (int i = 0; i < (int)s->world->ndeadlines; i++)
		put_clock(s, phrases, list, i, &text);
	text_free(&text);
	return list;
}

/* Decisions ------------------------------------------------------------------------------------------------------ */

/* What choosing it sets off: its actions, and how long they take to come about. */
static void put_effects(const struct session *s, const struct phrases *phrases, struct jsn *row,
                        const struct story_option *option)
{
	struct jsn *list = tree_list(row, "effects");
	for (size_t i = 0; i < option->effects.n; i++)
		if (option->effects.v[i].kind == EFFECT_DO)
			jsn_put(
			    list, NULL,
			    jsn_string(vocabulary_action(s->world->vocabulary, option->effects.v[i].ref)->description));
	if (option->takes != SHAPE_UNSET) {
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		label_span(phrases, data, "takes", option->takes);
		phrase_put(phrases, "event.lands", data, list, NULL);
	}
}

static void put_option(const struct account *a, const struct phrases *phrases, struct jsn *list, int decision,
                       int option, struct text *text)
{
	const struct session *s = a->session;
	const struct story_option *o = story_option_at(&s->world->story->decisions[decision], option);
	int32_t points[STORY_OBJECTIVES] = {0};
	struct jsn *row = tree_object(list, NULL);
	for (size_t i = 0; i < o->effects.n; i++)
		if (o->effects.v[i].kind == EFFECT_SCORE)
			points[o->effects.v[i].ref] += o->effects.v[i].value;
	tree_text(row, "id", o->id);
	sentence_option(s->world, decision, option, text);
	tree_taken(row, "words", text);
	tree_flag(row, "chosen", state_get(&s->state, STATE_DECISION, decision, STATE_DECISION_OPTION) == option);
	tree_text(row, "because", o->effects.because);
	put_points(row, "points", points);
	put_effects(s, phrases, row, o);
}

static void put_reason(const struct session *s, struct jsn *row, int decision)
{
	static const char *const words[] = {"low", "medium", "high"};
	const struct ledger_entry *reason = ledger_last(s->ledger, LEDGER_REASON, decision);
	bool sure = reason && reason->value >= EVENT_LOW && reason->value <= EVENT_HIGH;
	tree_text(row, "confidence", sure ? words[reason->value] : NULL);
	tree_text(row, "split", reason ? reason->text : NULL);
	tree_text(row, "reason", reason ? reason->why : NULL);
	tree_text(row, "own_words", reason ? reason->who : NULL);
}

static void put_decision(const struct account *a, const struct phrases *phrases, struct jsn *list, int number,
                         struct text *text)
{
	const struct session *s = a->session;
	const struct story_decision *d = &s->world->story->decisions[number];
	int32_t earned[STORY_OBJECTIVES] = {0};
	int32_t shuffle = state_get(&s->state, STATE_DECISION, number, STATE_DECISION_SHUFFLE);
	struct jsn *row = tree_object(list, NULL);
	tree_text(row, "id", names_id(&s->world->names, NAMES_DECISION, number));
	world_expand(s->world, d->ask, text);
	tree_taken(row, "ask", text);
	sentence_question(s->world, number, text);
	tree_taken(row, "question", text);
	tree_text(row, "owner", d->owner);
	outcome_put_time(row, "opened", state_get(&s->state, STATE_DECISION, number, STATE_DECISION_OPENED));
	outcome_put_time(row, "answered", state_get(&s->state, STATE_DECISION, number, STATE_DECISION_ANSWERED));
	struct jsn *options = tree_list(row, "options");
	for (int i = 1; i <= (int)d->options.n; i++)
		put_option(a, phrases, options, number, slot_ordered(shuffle, i), text);
	put_reason(s, row, number);
	tree_flag(row, "late", state_get(&s->state, STATE_DECISION, number, STATE_DECISION_LATE) != STATE_NEVER);
	tree_flag(row, "lapsed", state_get(&s->state, STATE_DECISION, number, STATE_DECISION_STATUS) == STATE_LAPSED);
	int64_t worth = account_decision(a, number, earned);
	int64_t best = account_option(a, number, account_best(a, number));
	put_points(row, "points", earned);
	tree_number(row, "worth", worth);
	tree_number(row, "best_worth", best > 0 ? best : 0);
	tree_text(row, "late_because", d->late.effects.because);
}

struct jsn *outcome_decisions(const struct account *a, const struct phrases *phrases)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	const struct state *state = &a->session->state;
	int32_t opened = state_get(state, STATE_RUN, 0, STATE_OPENED);
	struct text text = {0};
	for (int32_t order = 1; order <= opened; order++)
		for (int i = 0; i < (int)a->session->world->story->ndecisions; i++)
			if (state_get(state, STATE_DECISION, i, STATE_DECISION_STATUS) != STATE_UNOPENED &&
			    share_has(a->session->world, i) &&
			    state_get(state, STATE_DECISION, i, STATE_DECISION_ORDER) == order)
				put_decision(a, phrases, list, i, &text);
	text_free(&text);
	return list;
}

/* Facts ---------------------------------------------------------------------------------------------------------- */

static const struct ledger_entry *proof_of(const struct session *s, int number)
{
	const struct ledger_entry *proof = ledger_last(s->ledger, LEDGER_PROOF, number);
	const struct ledger_entry *correction = ledger_last(s->ledger, LEDGER_CORRECTION, number);
	if (!state_get(&s->state, STATE_FACT, number, STATE_FACT_VERIFIED))
		return NULL;
	return correction && (!proof || correction->turn >= proof->turn) ? correction : proof;
}

static void put_value(const struct session *s, const struct phrases *phrases, struct jsn *row, const char *key,
                      const struct ledger_entry *entry)
{
	struct text text = {0};
	if (entry)
		sentence_fact(s->world, phrases, entry->ref, entry->value, entry->text, &text);
	tree_text(row, key, text.data);
	text_free(&text);
}

/* What was verified before, and held until it was corrected. */
static void put_before(const struct session *s, const struct phrases *phrases, struct jsn *row, int number,
                       const struct ledger_entry *proof)
{
	struct jsn *list = tree_list(row, "before");
	for (size_t i = 0; proof && i < ledger_count(s->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(s->ledger, i);
		if (entry == proof)
			return;
		if (entry->ref != number || (entry->kind != LEDGER_PROOF && entry->kind != LEDGER_CORRECTION))
			continue;
		struct jsn *one = tree_row(list);
		put_value(s, phrases, one, "value", entry);
		tree_number(one, "t", entry->t);
	}
}

/* A source of the story's own is an id: nothing for people to read. */
static void put_basis(const struct session *s, struct jsn *row, int number, const struct ledger_entry *proof)
{
	const struct ledger_entry *taken = proof ? NULL : ledger_last(s->ledger, LEDGER_WITHDRAWAL, number);
	tree_text(row, "source", proof && proof->who ? proof->why : NULL);
	tree_text(row, "over", proof ? proof->over : NULL);
	tree_text(row, "withdrawn", taken ? taken->why ? taken->why : "" : NULL);
}

static void put_fact(const struct session *s, const struct phrases *phrases, struct jsn *list, int number)
{
	const struct fact *fact = &s->world->story->facts[number];
	struct ledger_entry truth = {.ref = number, .value = fact->truth, .text = fact->truth_text};
	bool known = fact->kind == STORY_TEXT ? fact->truth_text != NULL : fact->truth != SHAPE_UNSET;
	struct jsn *row = tree_object(list, NULL);
	tree_text(row, "id", names_id(&s->world->names, NAMES_FACT, number));
	tree_text(row, "label", fact->label);
	put_value(s, phrases, row, "claimed", ledger_last(s->ledger, LEDGER_CLAIM, number));
	put_value(s, phrases, row, "verified", proof_of(s, number));
	put_basis(s, row, number, proof_of(s, number));
	put_before(s, phrases, row, number, proof_of(s, number));
	put_value(s, phrases, row, "truth", known && session_ended(s) ? &truth : NULL); /* till then nobody is told */
}

struct jsn *outcome_facts(const struct session *s, const struct phrases *phrases)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	for (int i = 0; i < (int)s->world->story->nfacts; i++)
		put_fact(s, phrases, list, i);
	return list;
}

/* Coverage ------------------------------------------------------------------------------------------------------- */

/* The reason of each step's last skip; of the arena, NULL where there was none. */
static const char **skip_reasons(const struct record *record, struct arena *arena)
{
	const char **reasons = arena_alloc(arena, (record->world->playbook->nsteps + 1) * sizeof *reasons);
	for (size_t i = 0; record->turns && i < record->count; i++)
		for (size_t k = 0; k < record->turns[i].count; k++)
			if (record->turns[i].events[k].kind == EVENT_STEP_SKIPPED)
				reasons[record->turns[i].events[k].ref] = record->turns[i].events[k].why;
	return reasons;
}

/* What of a step was done though not all of it: by an answer, a notice, another step. */
static void put_partly(const struct session *s, struct jsn *row, int step)
{
	const struct shape_texts *does = &s->world->playbook->steps[step]->does;
	bool done = state_get(&s->state, STATE_STEP, step, STATE_STEP_STATUS) == STATE_DONE;
	struct jsn *list = tree_list(row, "partly");
	for (size_t i = 0; !done && i < does->n; i++) {
		int action = names_find(&s->world->names, NAMES_ACTION, does->v[i]);
		int32_t t = state_get(&s->state, STATE_ACTION, action, 0);
		if (t == STATE_NEVER)
			continue;
		struct jsn *deed = tree_row(list);
		tree_text(deed, "action", does->v[i]);
		tree_text(deed, "text", sentence_action(s->world, action));
		tree_number(deed, "t", t);
	}
}

/* A step is done by a notice that was not as it ought to be. */
static void put_flawed(const struct session *s, const struct phrases *phrases, struct jsn *row, int step,
                       struct arena *arena)
{
	struct flaw flaw;
	if (!flaw_step(s, step, arena, &flaw)) {
		tree_null(row, "flaw");
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text how = {0};
	flaw_say(s, phrases, &flaw, false, &how);
	tree_text(data, "notice", names_id(&s->world->names, NAMES_NOTICE, flaw.issue.entry->ref));
	tree_taken(data, "how", &how);
	phrase_put(phrases, "report.flaw.step", data, row, "flaw");
	text_free(&how);
}

static struct jsn *put_step(const struct session *s, struct jsn *coverage, int step, const char *reason)
{
	const struct playbook_step *p = s->world->playbook->steps[step];
	int32_t status = state_get(&s->state, STATE_STEP, step, STATE_STEP_STATUS);
	int32_t done = state_get(&s->state, STATE_STEP, step, STATE_STEP_DONE);
	int32_t due = score_step_due(&s->state, step);
	bool late = status == STATE_DONE && due != STATE_NEVER && done > due;
	const char *key = status == STATE_SKIPPED                                            ? "skipped"
	                  : late                                                             ? "late"
	                  : status == STATE_DONE                                             ? "done"
	                  : session_ended(s) && score_step(&s->state, step, STATE_NEVER) < 0 ? "never"
	                                                                                     : "open";
	struct jsn *row = jsn_make(JSN_OBJECT, 0);
	tree_text(row, "id", p->id);
	tree_text(row, "instruction", p->instruction);
	tree_text(row, "phase", names_id(&s->world->names, NAMES_PHASE, p->phase));
	outcome_put_time(row, "due", due);
	outcome_put_time(row, "at", status == STATE_DONE ? done : STATE_NEVER);
	outcome_put_time(row, "late_seconds", late ? done - due : STATE_NEVER);
	tree_text(row, "reason", status == STATE_SKIPPED ? reason : NULL);
	put_partly(s, row, step);
	return jsn_put((struct jsn *)jsn_get(coverage, key), NULL, row);
}

struct jsn *outcome_coverage(const struct record *record, const struct phrases *phrases, struct arena *arena)
{
	static const char *const keys[] = {"done", "late", "skipped", "never", "open"};
	struct jsn *coverage = jsn_make(JSN_OBJECT, 0);
	const struct world *world = record->world;
	const char **reasons = skip_reasons(record, arena);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		tree_list(coverage, keys[i]);
	for (int i = 0; i < (int)world->playbook->nsteps; i++)
		if (world_takes(world, i))
			put_flawed(record->session, phrases, put_step(record->session, coverage, i, reasons[i]), i,
			           arena);
	jsn_put(coverage, "missing", remedy_missing(record->session));
	return coverage;
}
