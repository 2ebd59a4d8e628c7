#include "desk/verdict.h"

#include "base/tree.h"
#include "desk/assay.h"
#include "desk/label.h"
#include "desk/sentence.h"

#include <ctype.h>
#include <string.h>

static const struct world *world_of(const struct verdict *v)
{
	return v->account->session->world;
}

static const struct state *state_of(const struct verdict *v)
{
	return &v->account->session->state;
}

static void say(struct verdict *v, const char *key, struct jsn *data)
{
	phrase_say(v->phrases, key, data, &v->text);
	jsn_free(data);
}

static struct jsn *nothing(void)
{
	return jsn_make(JSN_OBJECT, 0);
}

/* What counts nothing is not said. */
static void put_count(struct jsn *data, const char *name, int n)
{
	if (n > 0)
		phrase_count(data, name, n);
}

/* Decisions ------------------------------------------------------------------------------------------------------ */

static void put_question(const struct verdict *v, struct jsn *data, int decision)
{
	struct text text = {0};
	sentence_question(world_of(v), decision, &text);
	tree_taken(data, "question", &text);
	text_free(&text);
}

static void put_option(const struct verdict *v, struct jsn *data, const char *name, int decision, int option)
{
	struct text text = {0};
	sentence_option(world_of(v), decision, option, &text);
	tree_taken(data, name, &text);
	text_free(&text);
}

static void put_fact(const struct verdict *v, struct jsn *data, const char *name, int fact, int32_t value,
                     const char *words)
{
	struct text text = {0};
	sentence_fact(world_of(v), v->phrases, fact, value, words, &text);
	tree_taken(data, name, &text);
	text_free(&text);
}

void verdict_untrue(struct verdict *v, const struct ledger_entry *claim)
{
	const struct fact *fact = &world_of(v)->story->facts[claim->ref];
	struct jsn *data = nothing();
	put_fact(v, data, "said", claim->ref, claim->value, claim->text);
	put_fact(v, data, "truth", claim->ref, fact->truth, fact->truth_text);
	tree_text(data, "label", fact->label);
	say(v, "finding.untrue", data);
}

void verdict_lapsed(struct verdict *v, int decision, int option)
{
	struct jsn *data = nothing();
	put_question(v, data, decision);
	if (option != NAMES_NONE)
		put_option(v, data, "option", decision, option);
	say(v, "finding.lapsed", data);
}

void verdict_slow(struct verdict *v, int decision)
{
	struct jsn *data = nothing();
	int32_t answered = state_get(state_of(v), STATE_DECISION, decision, STATE_DECISION_ANSWERED);
	label_span(v->phrases, data, "took",
	           answered - state_get(state_of(v), STATE_DECISION, decision, STATE_DECISION_OPENED));
	put_question(v, data, decision);
	say(v, "finding.slow", data);
}

void verdict_chosen(struct verdict *v, int decision, int option, int best)
{
	struct jsn *data = nothing();
	put_question(v, data, decision);
	put_option(v, data, "option", decision, option);
	if (best != NAMES_NONE)
		put_option(v, data, "best", decision, best);
	say(v, best == NAMES_NONE ? "finding.chosen" : "finding.chosen_partly", data);
}

/* Steps ---------------------------------------------------------------------------------------------------------- */

/* "Copy the logs" within a sentence: "copy the logs"; "PDPC form" stays. */
static void put_instruction(const struct verdict *v, struct jsn *data, const char *s)
{
	char *copy = arena_dup(v->account->arena, s);
	if (s[0] && islower((unsigned char)s[1]))
		*copy = (char)tolower((unsigned char)*s);
	tree_text(data, "instruction", copy);
}

void verdict_step(struct verdict *v, int step)
{
	const struct playbook_step *s = world_of(v)->playbook->steps[step];
	int32_t due = score_step_due(state_of(v), step);
	int32_t done = state_get(state_of(v), STATE_STEP, step, STATE_STEP_DONE);
	bool late = done != STATE_NEVER && due != STATE_NEVER;
	struct jsn *data = nothing();
	tree_text(data, "step", s->id);
	put_instruction(v, data, s->instruction);
	if (late) {
		label_span(v->phrases, data, "late", done - due);
		label_stamp(data, "at", done);
	} else if (due != STATE_NEVER) {
		label_stamp(data, "due", due);
	}
	say(v, late ? "finding.step_late" : "finding.step_never", data);
}

/* How many there are beyond those that `list` names. */
static void put_rest(struct jsn *data, const struct verdict_several *several)
{
	put_count(data, "more", several->n - VERDICT_NAMED);
}

static int named(const struct verdict_several *several)
{
	return several->n < VERDICT_NAMED ? several->n : VERDICT_NAMED;
}

void verdict_phase(struct verdict *v, const char *phase, int counted, int never, const struct verdict_several *lost)
{
	struct jsn *data = nothing();
	tree_text(data, "phase", phase);
	tree_number(data, "counted", counted);
	put_count(data, "never", never);
	put_count(data, "late", lost->n - never);
	struct jsn *steps = tree_list(data, "steps");
	for (int i = 0; i < named(lost); i++) {
		struct jsn *row = tree_row(steps);
		tree_text(row, "id", world_of(v)->playbook->steps[lost->v[i]]->id);
		tree_flag(row, "last", i == named(lost) - 1);
	}
	put_rest(data, lost);
	say(v, "finding.phase", data);
}

void verdict_kept(struct verdict *v, const char *phase, int kept)
{
	struct jsn *data = nothing();
	tree_text(data, "phase", phase);
	tree_number(data, "kept", kept);
	say(v, "finding.phase_kept", data);
}

/* Deadlines ------------------------------------------------------------------------------------------------------ */

static void put_party(const struct verdict *v, struct jsn *data, int number)
{
	struct text text = {0};
	sentence_party(world_of(v), v->phrases, number, &text);
	tree_taken(data, "party", &text);
	text_free(&text);
}

/* Which values of the notice that went out in that turn; none where nobody may know. Whom it went out before. */
static void put_values(const struct verdict *v, struct jsn *data, const struct ledger_entry *entry, assay_say *tell)
{
	const struct session *s = v->account->session;
	struct issue issue;
	struct flaw flaw;
	struct text text = {0};
	if (tell && issue_of_turn(s, entry->turn, v->account->arena, &issue)) {
		tell(s, v->phrases, &issue, &text);
		if (flaw_of(s, &issue, &flaw) && flaw.first != NAMES_NONE)
			tree_text(data, "first", s->world->deadlines[flaw.first].party);
	}
	tree_text(data, "values", text.len ? text.data : NULL);
	text_free(&text);
}

void verdict_flawed(struct verdict *v, const struct flaw *flaw)
{
	const struct session *s = v->account->session;
	struct jsn *data = nothing();
	struct text how = {0};
	flaw_say(s, v->phrases, flaw, false, &how);
	tree_text(data, "notice", names_id(&s->world->names, NAMES_NOTICE, flaw->issue.entry->ref));
	tree_taken(data, "how", &how);
	label_stamp(data, "at", flaw->issue.entry->t);
	say(v, "finding.flawed", data);
	text_free(&how);
}

void verdict_said(struct verdict *v, const struct ledger_entry *entry, const char *notice)
{
	static const struct {
		enum score_reason reason;
		const char *key;
		assay_say *tell;
	} keys[] = {{SCORE_SAID_FALSE, "finding.said_false", assay_falsehoods},
	            {SCORE_SAID_UNPROVED, "finding.said_unproved", assay_unproved},
	            {SCORE_SAID_EARLY, "finding.said_unproved", assay_unproved},
	            {SCORE_WORD_LATE, "finding.word_late", NULL},
	            {SCORE_WORD_NEVER, "finding.word_never", NULL}};
	for (size_t i = 0; entry->why && i < sizeof keys / sizeof *keys; i++) {
		if (strcmp(entry->why, score_reasons[keys[i].reason]) != 0)
			continue;
		struct jsn *data = nothing();
		tree_text(data, "notice", notice);
		put_values(v, data, entry, keys[i].tell);
		label_stamp(data, "at", entry->t);
		say(v, keys[i].key, data);
	}
}

void verdict_told(struct verdict *v, int number)
{
	int32_t filed = state_get(state_of(v), STATE_DEADLINE, number, STATE_DEADLINE_NOTIFIED);
	int32_t due = score_deadline_due(state_of(v), number);
	bool told = filed != STATE_NEVER, late = told && filed > due;
	struct text within = {0};
	struct jsn *data = nothing();
	sentence_within(world_of(v), v->phrases, number, &within);
	tree_taken(data, "within", &within);
	text_free(&within);
	put_party(v, data, number);
	label_stamp(data, "due", due);
	if (told) {
		label_stamp(data, "at", filed);
		label_span(v->phrases, data, "margin", late ? filed - due : due - filed);
	}
	say(v, !told ? "finding.told_never" : late ? "finding.told_late" : "finding.told_in_time", data);
}

void verdict_missed(struct verdict *v, const struct verdict_several *deadlines)
{
	struct jsn *data = nothing();
	tree_number(data, "missed", deadlines->n);
	tree_number(data, "all", (int64_t)world_of(v)->ndeadlines);
	struct jsn *parties = tree_list(data, "parties");
	for (int i = 0; i < named(deadlines); i++) {
		struct jsn *row = tree_row(parties);
		put_party(v, row, deadlines->v[i]);
		label_stamp(row, "due", score_deadline_due(state_of(v), deadlines->v[i]));
		tree_flag(row, "last", i == named(deadlines) - 1);
	}
	put_rest(data, deadlines);
	say(v, "finding.deadlines", data);
}
