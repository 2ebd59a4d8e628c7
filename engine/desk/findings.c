#include "desk/findings.h"

#include "base/span.h"
#include "base/tree.h"
#include "desk/sentence.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { CAPPING = 1000000 }; /* a critical failure outweighs any points */
enum { NAMED = 4 };         /* steps named in one sentence */

/* Strengths and gaps as they are gathered. */
struct gather {
	const struct account *a;
	const struct session *s;
	const struct world *w;
	const struct phrases *phrases;
	struct findings good, bad;
	struct text text; /* the sentence being made */
};

static void add(struct gather *g, struct findings *to, const char *source, const char *because, int64_t worth)
{
	struct finding *finding = arena_push(g->a->arena, &to->v, &to->n, sizeof *finding);
	*finding = (struct finding){.source = source,
	                            .text = arena_dup(g->a->arena, g->text.data),
	                            .because = arena_dup(g->a->arena, because),
	                            .worth = worth};
	text_clear(&g->text);
}

static void say(struct gather *g, const char *key, struct jsn *data)
{
	phrase_say(g->phrases, key, data, &g->text);
	jsn_free(data);
}

static struct jsn *nothing(void)
{
	return jsn_make(JSN_OBJECT, 0);
}

static void put_stamp(struct jsn *data, const char *name, int32_t t)
{
	char buffer[SPAN_BUFFER];
	tree_text(data, name, span_stamp(t, buffer));
}

static void put_span(const struct gather *g, struct jsn *data, const char *name, int32_t seconds)
{
	struct text text = {0};
	phrase_span(g->phrases, seconds, &text);
	tree_taken(data, name, &text);
	text_free(&text);
}

/* What counts nothing is not said. */
static void put_count(struct jsn *data, const char *name, int n)
{
	if (n > 0)
		phrase_count(data, name, n);
}

/* Whether a critical failure came of these effects, and not of others that share its id: the record keeps the words. */
static bool ends_in(const struct gather *g, const struct effects *effects)
{
	for (size_t i = 0; i < effects->n; i++) {
		const struct effect *e = &effects->v[i];
		const struct ledger_entry *critical =
		    e->kind == EFFECT_CRITICAL ? ledger_last(g->s->ledger, LEDGER_CRITICAL, e->ref) : NULL;
		if (critical &&
		    strcmp(critical->why ? critical->why : "", effects->because ? effects->because : "") == 0)
			return true;
	}
	return false;
}

/* Decisions ------------------------------------------------------------------------------------------------------ */

static void put_question(const struct gather *g, struct jsn *data, int decision)
{
	struct text text = {0};
	sentence_question(g->w, decision, &text);
	tree_taken(data, "question", &text);
	text_free(&text);
}

static void put_option(const struct gather *g, struct jsn *data, const char *name, int decision, int option)
{
	struct text text = {0};
	sentence_option(g->w, decision, option, &text);
	tree_taken(data, name, &text);
	text_free(&text);
}

static bool claim_is_true(const struct fact *fact, const struct ledger_entry *claim)
{
	if (fact->kind == STORY_TEXT)
		return claim->text && fact->truth_text && strcmp(claim->text, fact->truth_text) == 0;
	return fact->truth == SHAPE_UNSET || fact->truth == claim->value;
}

/* The first untrue claim that came of `source`; of none in particular when `source` is NULL. */
static const struct ledger_entry *untrue_claim(const struct gather *g, const char *source)
{
	for (size_t i = 0; i < ledger_count(g->s->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(g->s->ledger, i);
		if (entry->kind != LEDGER_CLAIM || claim_is_true(&g->w->story->facts[entry->ref], entry))
			continue;
		if (source ? entry->why && strcmp(entry->why, source) == 0
		           : !entry->why || strncmp(entry->why, "decision:", 9) != 0)
			return entry;
	}
	return NULL;
}

static void put_fact(const struct gather *g, struct jsn *data, const char *name, int fact, int32_t value,
                     const char *words)
{
	struct text text = {0};
	sentence_fact(g->w, g->phrases, fact, value, words, &text);
	tree_taken(data, name, &text);
	text_free(&text);
}

static void say_claim(struct gather *g, const struct ledger_entry *claim)
{
	const struct fact *fact = &g->w->story->facts[claim->ref];
	struct jsn *data = nothing();
	put_fact(g, data, "said", claim->ref, claim->value, claim->text);
	put_fact(g, data, "truth", claim->ref, fact->truth, fact->truth_text);
	tree_text(data, "label", fact->label);
	say(g, "finding.untrue", data);
}

static void say_lapsed(struct gather *g, int decision, int option)
{
	struct jsn *data = nothing();
	put_question(g, data, decision);
	if (option != NAMES_NONE)
		put_option(g, data, "option", decision, option);
	say(g, "finding.lapsed", data);
}

static void say_slow(struct gather *g, int decision)
{
	struct jsn *data = nothing();
	int32_t answered = state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_ANSWERED);
	put_span(g, data, "took", answered - state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_OPENED));
	put_question(g, data, decision);
	say(g, "finding.slow", data);
}

/* `best` is what more would have come of; NAMES_NONE when that is not said. */
static void say_chosen(struct gather *g, int decision, int option, int best)
{
	struct jsn *data = nothing();
	put_question(g, data, decision);
	put_option(g, data, "option", decision, option);
	if (best != NAMES_NONE)
		put_option(g, data, "best", decision, best);
	say(g, best == NAMES_NONE ? "finding.chosen" : "finding.chosen_partly", data);
}

/* The sentence for a decision that cost something; what it teaches comes back. */
static const char *say_costly(struct gather *g, int decision, const char *source)
{
	const struct story_decision *d = &g->w->story->decisions[decision];
	int option = state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_OPTION);
	int best = account_best(g->a, decision);
	const struct ledger_entry *claim = untrue_claim(g, source);
	if (state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_STATUS) == STATE_LAPSED) {
		say_lapsed(g, decision, option);
		return option == NAMES_NONE ? d->late.effects.because : story_option_at(d, option)->effects.because;
	}
	if (!claim && option == best) {
		say_slow(g, decision);
		return d->late.effects.because;
	}
	if (claim)
		say_claim(g, claim);
	else
		say_chosen(g, decision, option, account_option(g->a, decision, option) > 0 ? best : NAMES_NONE);
	return story_option_at(d, option)->effects.because;
}

static void weigh_decision(struct gather *g, int decision)
{
	const struct story_decision *d = &g->w->story->decisions[decision];
	const char *id = names_id(&g->w->names, NAMES_DECISION, decision);
	int32_t status = state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_STATUS);
	int option = state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_OPTION);
	if (status != STATE_DECIDED && status != STATE_LAPSED)
		return;
	if (status == STATE_DECIDED && option == NAMES_NONE) /* their own way: not weighed */
		return;
	int64_t earned = account_decision(g->a, decision, NULL);
	int64_t best = account_option(g->a, decision, account_best(g->a, decision));
	const struct story_option *chosen = option == NAMES_NONE ? NULL : story_option_at(d, option);
	bool critical = chosen && ends_in(g, &chosen->effects);
	const char *source = arena_printf(g->a->arena, "decision:%s", id);
	if (chosen && earned > 0 && 2 * earned >= best && !critical) {
		say_chosen(g, decision, option, NAMES_NONE);
		add(g, &g->good, source, chosen->effects.because, earned);
	} else if (best > earned || critical) {
		const char *full = chosen ? arena_printf(g->a->arena, "%s.%s", source, chosen->id) : source;
		const char *because = say_costly(g, decision, full);
		add(g, &g->bad, source, because, best - earned + (critical ? CAPPING : 0));
	}
}

/* Steps, phase by phase ------------------------------------------------------------------------------------------ */

struct tally {
	int counted, kept, late, never;
	int lost[NAMED]; /* the first few that were */
	int64_t gain, loss;
};

static void tally_step(const struct gather *g, int step, struct tally *t)
{
	int32_t status = state_get(&g->s->state, STATE_STEP, step, STATE_STEP_STATUS);
	bool settled = status == STATE_DONE || status == STATE_SKIPPED;
	if (!score_counts_step(g->w, step) || (!settled && !session_ended(g->s)))
		return;
	if (!settled && score_step(&g->s->state, step, STATE_NEVER) == 0)
		return; /* EndEx came before its time */
	int32_t earned[STORY_OBJECTIVES] = {0};
	const char *source = arena_printf(g->a->arena, "step:%s", g->w->playbook->steps[step]->id);
	int64_t worth = account_earned(g->a, source, earned);
	int64_t full = account_worth(g->a, SCORE_ADHERENCE, 10);
	t->counted++;
	if (earned[SCORE_ADHERENCE] > 0) {
		t->kept++;
		t->gain += worth;
		return;
	}
	if (t->late + t->never < NAMED)
		t->lost[t->late + t->never] = step;
	t->loss += full - worth;
	if (settled)
		t->late++;
	else
		t->never++;
}

/* "Copy the logs" within a sentence: "copy the logs"; "PDPC form" stays. */
static void put_instruction(const struct gather *g, struct jsn *data, const char *s)
{
	char *copy = arena_dup(g->a->arena, s);
	if (s[0] && islower((unsigned char)s[1]))
		*copy = (char)tolower((unsigned char)*s);
	tree_text(data, "instruction", copy);
}

static void say_step(struct gather *g, int step)
{
	const struct playbook_step *s = g->w->playbook->steps[step];
	int32_t due = score_step_due(&g->s->state, step);
	int32_t done = state_get(&g->s->state, STATE_STEP, step, STATE_STEP_DONE);
	bool late = done != STATE_NEVER && due != STATE_NEVER;
	struct jsn *data = nothing();
	tree_text(data, "step", s->id);
	put_instruction(g, data, s->instruction);
	if (late) {
		put_span(g, data, "late", done - due);
		put_stamp(data, "at", done);
	} else if (due != STATE_NEVER) {
		put_stamp(data, "due", due);
	}
	say(g, late ? "finding.step_late" : "finding.step_never", data);
}

static void say_phase(struct gather *g, const char *phase, const struct tally *t)
{
	int lost = t->late + t->never, named = lost < NAMED ? lost : NAMED;
	struct jsn *data = nothing();
	tree_text(data, "phase", phase);
	tree_number(data, "counted", t->counted);
	put_count(data, "never", t->never);
	put_count(data, "late", t->late);
	struct jsn *steps = tree_list(data, "steps");
	for (int i = 0; i < named; i++) {
		struct jsn *row = tree_row(steps);
		tree_text(row, "id", g->w->playbook->steps[t->lost[i]]->id);
		tree_flag(row, "last", i == named - 1);
	}
	put_count(data, "more", lost - named);
	say(g, "finding.phase", data);
}

static void say_phase_kept(struct gather *g, const char *phase, int kept)
{
	struct jsn *data = nothing();
	tree_text(data, "phase", phase);
	tree_number(data, "kept", kept);
	say(g, "finding.phase_kept", data);
}

static void weigh_phase(struct gather *g, int phase)
{
	const char *id = names_id(&g->w->names, NAMES_PHASE, phase);
	struct tally t = {0};
	for (int i = 0; i < (int)g->w->playbook->nsteps; i++)
		if (g->w->playbook->steps[i]->phase == phase)
			tally_step(g, i, &t);
	int lost = t.late + t.never;
	const char *source = arena_printf(g->a->arena, "phase:%s", id);
	if (lost == 1) {
		say_step(g, t.lost[0]);
		add(g, &g->bad, arena_printf(g->a->arena, "step:%s", g->w->playbook->steps[t.lost[0]]->id), NULL,
		    t.loss);
	} else if (lost > 1) {
		say_phase(g, id, &t);
		add(g, &g->bad, source, NULL, t.loss);
	} else if (t.kept > 1) {
		say_phase_kept(g, id, t.kept);
		add(g, &g->good, source, NULL, t.gain);
	}
}

/* Deadlines ------------------------------------------------------------------------------------------------------ */

static void say_deadline(struct gather *g, int number)
{
	int32_t filed = state_get(&g->s->state, STATE_DEADLINE, number, STATE_DEADLINE_NOTIFIED);
	int32_t due = score_deadline_due(&g->s->state, number);
	bool told = filed != STATE_NEVER, late = told && filed > due;
	struct text within = {0};
	struct jsn *data = nothing();
	sentence_within(g->w, g->phrases, number, &within);
	tree_taken(data, "within", &within);
	text_free(&within);
	tree_text(data, "party", g->w->deadlines[number].party);
	put_stamp(data, "due", due);
	if (told) {
		put_stamp(data, "at", filed);
		put_span(g, data, "margin", late ? filed - due : due - filed);
	}
	say(g, !told ? "finding.told_never" : late ? "finding.told_late" : "finding.told_in_time", data);
}

/* Clocks that ran out: one is told by itself, several together, so that they leave room for other gaps. */
struct missed {
	int v[NAMED], n;
	int64_t loss;
};

static void weigh_deadline(struct gather *g, int number, struct missed *missed)
{
	const struct world_deadline *d = &g->w->deadlines[number];
	bool told = state_get(&g->s->state, STATE_DEADLINE, number, STATE_DEADLINE_NOTIFIED) != STATE_NEVER;
	bool settled = told || state_get(&g->s->state, STATE_DEADLINE, number, STATE_DEADLINE_AUDITED) != STATE_NEVER;
	if (!settled || !score_counts_deadline(g->w, number) || (!told && score_lies_beyond(&g->s->state, number)))
		return;
	int32_t earned[STORY_OBJECTIVES] = {0};
	const char *source = arena_printf(g->a->arena, "deadline:%s", d->id);
	int64_t worth = account_earned(g->a, source, earned);
	if (earned[SCORE_TIMELINESS] > 0) {
		say_deadline(g, number);
		add(g, &g->good, source, d->law, worth);
		return;
	}
	if (missed->n < NAMED)
		missed->v[missed->n] = number;
	missed->n++;
	missed->loss += account_worth(g->a, SCORE_TIMELINESS, 30) - worth;
	missed->loss += !told && d->critical != NAMES_NONE ? CAPPING : 0;
}

static void say_deadlines(struct gather *g, const struct missed *missed)
{
	int named = missed->n < NAMED ? missed->n : NAMED;
	struct jsn *data = nothing();
	tree_number(data, "missed", missed->n);
	tree_number(data, "all", (int64_t)g->w->ndeadlines);
	struct jsn *parties = tree_list(data, "parties");
	for (int i = 0; i < named; i++) {
		struct jsn *row = tree_row(parties);
		tree_text(row, "party", g->w->deadlines[missed->v[i]].party);
		put_stamp(row, "due", score_deadline_due(&g->s->state, missed->v[i]));
		tree_flag(row, "last", i == named - 1);
	}
	put_count(data, "more", missed->n - named);
	say(g, "finding.deadlines", data);
}

static void weigh_deadlines(struct gather *g)
{
	struct missed missed = {.n = 0};
	for (int i = 0; i < (int)g->w->ndeadlines; i++)
		weigh_deadline(g, i, &missed);
	if (missed.n == 1) {
		const struct world_deadline *d = &g->w->deadlines[missed.v[0]];
		say_deadline(g, missed.v[0]);
		add(g, &g->bad, arena_printf(g->a->arena, "deadline:%s", d->id), d->law, missed.loss);
	} else if (missed.n > 1) {
		say_deadlines(g, &missed);
		add(g, &g->bad, "deadlines", NULL, missed.loss);
	}
}

/* What the story did of itself ----------------------------------------------------------------------------------- */

/* A good deed that a poor answer brought along is no strength. */
static bool came_of_poor_answer(const struct gather *g, int action)
{
	for (int d = 0; d < (int)g->w->story->ndecisions; d++) {
		int option = state_get(&g->s->state, STATE_DECISION, d, STATE_DECISION_OPTION);
		if (option < 0 || account_option(g->a, d, option) > 0)
			continue;
		const struct effects *effects = &story_option_at(&g->w->story->decisions[d], option)->effects;
		for (size_t i = 0; i < effects->n; i++)
			if (effects->v[i].kind == EFFECT_DO && effects->v[i].ref == action)
				return true;
	}
	return false;
}

static void weigh_item(struct gather *g, int number)
{
	const struct story_item *item = &g->w->story->items[number];
	const char *id = names_id(&g->w->names, NAMES_ITEM, number);
	int32_t status = state_get(&g->s->state, STATE_ITEM, number, STATE_ITEM_STATUS);
	if (status != STATE_FIRED && status != STATE_DELIVERED)
		return;
	int64_t worth = account_earned(g->a, id, NULL);
	bool critical = ends_in(g, &item->effects);
	const char *because = item->effects.because;
	if (worth == 0 && !critical)
		return;
	if (worth > 0 && item->kind == STORY_ON && came_of_poor_answer(g, item->action))
		return;
	if (item->kind == STORY_ON)
		text_add(&g->text, sentence_action(g->w, item->action));
	else
		text_add(&g->text, because ? because : id);
	if (worth > 0 && !critical)
		add(g, &g->good, id, item->kind == STORY_ON ? because : NULL, worth);
	else
		add(g, &g->bad, id, item->kind == STORY_ON ? because : NULL, (critical ? CAPPING : 0) - worth);
}

static void weigh_claims(struct gather *g)
{
	const struct ledger_entry *claim = untrue_claim(g, NULL);
	if (!claim || state_get(&g->s->state, STATE_FACT, claim->ref, STATE_FACT_VERIFIED))
		return;
	say_claim(g, claim);
	add(g, &g->bad, arena_printf(g->a->arena, "fact:%s", names_id(&g->w->names, NAMES_FACT, claim->ref)), NULL, 1);
}

static int by_worth(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	if (x->worth != y->worth)
		return x->worth < y->worth ? 1 : -1;
	return strcmp(x->source, y->source);
}

static struct findings choose(struct findings from, size_t max)
{
	if (from.n)
		qsort(from.v, from.n, sizeof *from.v, by_worth);
	while (from.n && from.v[from.n - 1].worth <= 0)
		from.n--;
	if (from.n > max)
		from.n = max;
	return from;
}

static struct gather gathered(const struct account *account, const struct phrases *phrases)
{
	struct gather g = {.a = account, .s = account->session, .w = account->session->world, .phrases = phrases};
	for (int i = 0; i < (int)g.w->story->ndecisions; i++)
		weigh_decision(&g, i);
	for (int i = 0; i < (int)g.w->names.of[NAMES_PHASE].n; i++)
		weigh_phase(&g, i);
	weigh_deadlines(&g);
	for (int i = 0; i < (int)g.w->story->nitems; i++)
		weigh_item(&g, i);
	weigh_claims(&g);
	text_free(&g.text);
	return g;
}

struct findings findings_strengths(const struct account *account, const struct phrases *phrases, size_t max)
{
	return choose(gathered(account, phrases).good, max);
}

struct findings findings_gaps(const struct account *account, const struct phrases *phrases, size_t max)
{
	return choose(gathered(account, phrases).bad, max);
}
