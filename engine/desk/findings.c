#include "desk/findings.h"

#include "base/span.h"
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
	struct findings good, bad;
	struct text text;
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

static const char *stamp(const struct gather *g, int32_t t)
{
	char buffer[SPAN_BUFFER];
	return arena_dup(g->a->arena, span_stamp(t, buffer));
}

static const char *span(const struct gather *g, int32_t seconds)
{
	char buffer[SPAN_BUFFER];
	return arena_dup(g->a->arena, span_format(seconds, buffer));
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

static void say_asked(struct gather *g, int decision)
{
	text_add(&g->text, "Asked \"");
	sentence_question(g->w, decision, &g->text);
	text_add(&g->text, "\", ");
}

static void say_quoted(struct gather *g, int decision, int option)
{
	text_add(&g->text, "\"");
	sentence_option(g->w, decision, option, &g->text);
	text_add(&g->text, "\"");
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

static void say_claim(struct gather *g, const struct ledger_entry *claim)
{
	const struct fact *fact = &g->w->story->facts[claim->ref];
	char said[64], truth[64];
	text_addf(&g->text, "\"%s\" was said before it was proved. %s: %s.",
	          claim->text ? claim->text : story_fact_words(fact, claim->value, said), fact->label,
	          fact->truth_text ? fact->truth_text : story_fact_words(fact, fact->truth, truth));
}

static void say_lapsed(struct gather *g, int decision, int option)
{
	text_add(&g->text, "Nobody answered \"");
	sentence_question(g->w, decision, &g->text);
	text_add(&g->text, option == NAMES_NONE ? "\" before EndEx" : "\", so it became ");
	if (option != NAMES_NONE)
		say_quoted(g, decision, option);
	text_add(&g->text, ".");
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
	if (claim) {
		say_claim(g, claim);
	} else if (option == best) {
		int32_t took = state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_ANSWERED) -
		               state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_OPENED);
		text_add(&g->text, "The right answer came late: it took ");
		text_addf(&g->text, "%s to answer \"", span(g, took));
		sentence_question(g->w, decision, &g->text);
		text_add(&g->text, "\"");
		return d->late.effects.because;
	} else {
		say_asked(g, decision);
		text_add(&g->text, "the team chose ");
		say_quoted(g, decision, option);
		text_add(&g->text, account_option(g->a, decision, option) > 0 ? "; more would have come of " : ".");
		if (account_option(g->a, decision, option) > 0) {
			say_quoted(g, decision, best);
			text_add(&g->text, ".");
		}
	}
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
		say_asked(g, decision);
		text_add(&g->text, "the team chose ");
		say_quoted(g, decision, option);
		text_add(&g->text, ".");
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

static void say_step(struct gather *g, int step)
{
	const struct playbook_step *s = g->w->playbook->steps[step];
	int32_t due = score_step_due(&g->s->state, step);
	int32_t done = state_get(&g->s->state, STATE_STEP, step, STATE_STEP_DONE);
	if (done == STATE_NEVER || due == STATE_NEVER)
		text_addf(&g->text, "Step %s was never done", s->id);
	else
		text_addf(&g->text, "Step %s came %s late, at %s", s->id, span(g, done - due), stamp(g, done));
	if (done == STATE_NEVER && due != STATE_NEVER)
		text_addf(&g->text, " (due %s)", stamp(g, due));
	bool lower = s->instruction[0] && islower((unsigned char)s->instruction[1]);
	text_addf(&g->text, ": %c%s.", lower ? tolower((unsigned char)s->instruction[0]) : s->instruction[0],
	          s->instruction[0] ? s->instruction + 1 : "");
}

static void say_phase(struct gather *g, const char *phase, const struct tally *t)
{
	int lost = t->late + t->never;
	text_addf(&g->text, "In phase %s ", phase);
	if (t->never)
		text_addf(&g->text, "%d of %d steps %s never done", t->never, t->counted,
		          t->never == 1 ? "was" : "were");
	if (t->never && t->late)
		text_addf(&g->text, " and %d came late: ", t->late);
	else if (t->late)
		text_addf(&g->text, "%d of %d steps came late: ", t->late, t->counted);
	else
		text_add(&g->text, ": ");
	for (int i = 0; i < lost && i < NAMED; i++)
		text_addf(&g->text, "%s%s", i ? ", " : "", g->w->playbook->steps[t->lost[i]]->id);
	if (lost > NAMED)
		text_addf(&g->text, " and %d more", lost - NAMED);
	text_add(&g->text, ".");
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
		text_addf(&g->text, "All %d steps of phase %s were done by their due times or set aside with a reason.",
		          t.kept, id);
		add(g, &g->good, source, NULL, t.gain);
	}
}

/* Deadlines ------------------------------------------------------------------------------------------------------ */

static void say_deadline(struct gather *g, int number)
{
	const struct world_deadline *d = &g->w->deadlines[number];
	int32_t filed = state_get(&g->s->state, STATE_DEADLINE, number, STATE_DEADLINE_NOTIFIED);
	int32_t due = score_deadline_due(&g->s->state, number);
	if (filed == STATE_NEVER)
		text_addf(&g->text, "Never told: %s. The ", d->party);
	else if (filed <= due)
		text_addf(&g->text, "Told in time, at %s: %s, %s before the ", stamp(g, filed), d->party,
		          span(g, due - filed));
	else
		text_addf(&g->text, "Told %s late, at %s: %s. The ", span(g, filed - due), stamp(g, filed), d->party);
	sentence_within(g->w, number, &g->text);
	text_addf(&g->text, " ran out%s%s.", filed != STATE_NEVER && filed <= due ? "" : " at ",
	          filed != STATE_NEVER && filed <= due ? "" : stamp(g, due));
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
		text_addf(&g->text, "Told late or never, %d of %zu: ", missed.n, g->w->ndeadlines);
		for (int i = 0; i < missed.n && i < NAMED; i++)
			text_addf(&g->text, "%s%s (due %s)", i ? ", " : "", g->w->deadlines[missed.v[i]].party,
			          stamp(g, score_deadline_due(&g->s->state, missed.v[i])));
		if (missed.n > NAMED)
			text_addf(&g->text, " and %d more", missed.n - NAMED);
		text_add(&g->text, ".");
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

static struct gather gathered(const struct account *account)
{
	struct gather g = {.a = account, .s = account->session, .w = account->session->world};
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

struct findings findings_strengths(const struct account *account, size_t max)
{
	return choose(gathered(account).good, max);
}

struct findings findings_gaps(const struct account *account, size_t max)
{
	return choose(gathered(account).bad, max);
}
