#include "desk/findings.h"

#include "content/share.h"
#include "desk/flaw.h"
#include "desk/sentence.h"
#include "desk/verdict.h"
#include "exercise/work.h"

#include <stdlib.h>
#include <string.h>

enum { CAPPING = 1000000 }; /* a critical failure outweighs any points */

/* Strengths and gaps as they are gathered. */
struct gather {
	const struct account *a;
	const struct session *s;
	const struct world *w;
	struct findings good, bad;
	struct verdict verdict; /* the sentence being made */
};

static void add(struct gather *g, struct findings *to, const char *source, const char *because, int64_t worth)
{
	struct finding *finding = arena_push(g->a->arena, &to->v, &to->n, sizeof *finding);
	*finding = (struct finding){.source = source,
	                            .text = arena_dup(g->a->arena, g->verdict.text.data),
	                            .because = arena_dup(g->a->arena, because),
	                            .worth = worth};
	text_clear(&g->verdict.text);
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

static bool claim_is_true(const struct fact *fact, const struct ledger_entry *claim)
{
	if (fact->kind == STORY_TEXT)
		return claim->text && fact->truth_text && strcmp(claim->text, fact->truth_text) == 0;
	return fact->truth == SHAPE_UNSET || fact->truth == claim->value;
}

/* The first untrue claim that came of `source`; of none in particular when `source` is NULL. Until EndEx none is known
 * to be untrue. */
static const struct ledger_entry *untrue_claim(const struct gather *g, const char *source)
{
	for (size_t i = 0; session_ended(g->s) && i < ledger_count(g->s->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(g->s->ledger, i);
		if (entry->kind != LEDGER_CLAIM || claim_is_true(&g->w->story->facts[entry->ref], entry))
			continue;
		if (source ? entry->why && strcmp(entry->why, source) == 0
		           : !entry->why || strncmp(entry->why, "decision:", 9) != 0)
			return entry;
	}
	return NULL;
}

/* The sentence for a decision that cost something; what it teaches comes back. */
static const char *say_costly(struct gather *g, int decision, const char *source)
{
	const struct story_decision *d = &g->w->story->decisions[decision];
	int option = state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_OPTION);
	int best = account_best(g->a, decision);
	const struct ledger_entry *claim = untrue_claim(g, source);
	if (state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_STATUS) == STATE_LAPSED) {
		verdict_lapsed(&g->verdict, decision, option);
		return option == NAMES_NONE ? d->late.effects.because : story_option_at(d, option)->effects.because;
	}
	if (!claim && option == best) {
		verdict_slow(&g->verdict, decision);
		return d->late.effects.because;
	}
	if (claim)
		verdict_untrue(&g->verdict, claim);
	else
		verdict_chosen(&g->verdict, decision, option,
		               account_option(g->a, decision, option) > 0 ? best : NAMES_NONE);
	return story_option_at(d, option)->effects.because;
}

static void weigh_decision(struct gather *g, int decision)
{
	const struct story_decision *d = &g->w->story->decisions[decision];
	const char *id = names_id(&g->w->names, NAMES_DECISION, decision);
	int32_t status = state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_STATUS);
	int option = state_get(&g->s->state, STATE_DECISION, decision, STATE_DECISION_OPTION);
	if ((status != STATE_DECIDED && status != STATE_LAPSED) || !share_has(g->w, decision))
		return;
	if (status == STATE_DECIDED && option == NAMES_NONE) /* their own way: not weighed */
		return;
	int64_t earned = account_decision(g->a, decision, NULL);
	int64_t best = account_option(g->a, decision, account_best(g->a, decision));
	const struct story_option *chosen = option == NAMES_NONE ? NULL : story_option_at(d, option);
	bool critical = chosen && ends_in(g, &chosen->effects);
	const char *source = arena_printf(g->a->arena, "decision:%s", id);
	if (chosen && earned > 0 && 2 * earned >= best && !critical) {
		verdict_chosen(&g->verdict, decision, option, NAMES_NONE);
		add(g, &g->good, source, chosen->effects.because, earned);
	} else if (best > earned || critical) {
		const char *full = chosen ? arena_printf(g->a->arena, "%s.%s", source, chosen->id) : source;
		const char *because = say_costly(g, decision, full);
		add(g, &g->bad, source, because, best - earned + (critical ? CAPPING : 0));
	}
}

/* Steps, phase by phase ------------------------------------------------------------------------------------------ */

struct tally {
	int counted, kept, never;
	bool flawed;                 /* one of them is a notice that was not as it ought to be */
	struct verdict_several lost; /* late, or never done */
	int64_t gain, loss;
};

static void count(struct verdict_several *several, int number)
{
	if (several->n < VERDICT_NAMED)
		several->v[several->n] = number;
	several->n++;
}

static void tally_step(const struct gather *g, int step, struct tally *t)
{
	bool settled = work_settled(&g->s->state, step);
	if (!score_counts_step(g->w, step) || (!settled && !session_ended(g->s)))
		return;
	if (!settled && score_step(&g->s->state, step, STATE_NEVER) == 0)
		return; /* EndEx came before its time */
	int32_t earned[STORY_OBJECTIVES] = {0};
	const char *source = arena_printf(g->a->arena, "step:%s", g->w->playbook->steps[step]->id);
	int64_t worth = account_earned(g->a, source, earned);
	int64_t full = account_worth(g->a, SCORE_ADHERENCE, 10);
	struct flaw flaw;
	t->counted++;
	t->flawed = t->flawed || flaw_step(g->s, step, g->a->arena, &flaw);
	if (earned[SCORE_ADHERENCE] > 0) {
		t->kept++;
		t->gain += worth;
		return;
	}
	count(&t->lost, step);
	t->never += !settled;
	t->loss += full - worth;
}

static void weigh_phase(struct gather *g, int phase)
{
	const char *id = names_id(&g->w->names, NAMES_PHASE, phase);
	struct tally t = {0};
	for (int i = 0; i < (int)g->w->playbook->nsteps; i++)
		if (g->w->playbook->steps[i]->phase == phase)
			tally_step(g, i, &t);
	const char *source = arena_printf(g->a->arena, "phase:%s", id);
	if (t.lost.n == 1) {
		verdict_step(&g->verdict, t.lost.v[0]);
		add(g, &g->bad, arena_printf(g->a->arena, "step:%s", g->w->playbook->steps[t.lost.v[0]]->id), NULL,
		    t.loss);
	} else if (t.lost.n > 1) {
		verdict_phase(&g->verdict, id, t.counted, t.never, &t.lost);
		add(g, &g->bad, source, NULL, t.loss);
	} else if (t.kept > 1 && !t.flawed) {
		verdict_kept(&g->verdict, id, t.kept);
		add(g, &g->good, source, NULL, t.gain);
	}
}

/* Deadlines ------------------------------------------------------------------------------------------------------ */

/* Clocks that ran out: one is told by itself, several together, so that they leave room for other gaps. */
struct missed {
	struct verdict_several several;
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
	struct flaw flaw;
	if (earned[SCORE_TIMELINESS] > 0 && flaw_told(g->s, number, g->a->arena, &flaw))
		return; /* told of the notice */
	if (earned[SCORE_TIMELINESS] > 0) {
		verdict_told(&g->verdict, number);
		add(g, &g->good, source, d->law, worth);
		return;
	}
	count(&missed->several, number);
	missed->loss += account_worth(g->a, SCORE_TIMELINESS, 30) - worth;
	missed->loss += !told && d->critical != NAMES_NONE ? CAPPING : 0;
}

static void weigh_deadlines(struct gather *g)
{
	struct missed missed = {.loss = 0};
	for (int i = 0; i < (int)g->w->ndeadlines; i++)
		weigh_deadline(g, i, &missed);
	if (missed.several.n == 1) {
		const struct world_deadline *d = &g->w->deadlines[missed.several.v[0]];
		verdict_told(&g->verdict, missed.several.v[0]);
		add(g, &g->bad, arena_printf(g->a->arena, "deadline:%s", d->id), d->law, missed.loss);
	} else if (missed.several.n > 1) {
		verdict_missed(&g->verdict, &missed.several);
		add(g, &g->bad, "deadlines", NULL, missed.loss);
	}
}

/* What the story did of itself ----------------------------------------------------------------------------------- */

/* A good deed that a poor answer brought along, or a notice with flaws, is no strength. */
static bool came_of_flaw(const struct gather *g, int action)
{
	struct flaw flaw;
	return flaw_done(g->s, action, g->a->arena, &flaw);
}

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
	if (worth > 0 && item->kind == STORY_ON &&
	    (came_of_poor_answer(g, item->action) || came_of_flaw(g, item->action)))
		return;
	if (item->kind == STORY_ON)
		text_add(&g->verdict.text, sentence_action(g->w, item->action));
	else
		text_add(&g->verdict.text, because ? because : id);
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
	verdict_untrue(&g->verdict, claim);
	add(g, &g->bad, arena_printf(g->a->arena, "fact:%s", names_id(&g->w->names, NAMES_FACT, claim->ref)), NULL, 1);
}

/* The kind of notice that went out in a turn. */
static const char *published_in(const struct gather *g, int32_t turn)
{
	for (size_t i = 0; i < ledger_count(g->s->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(g->s->ledger, i);
		if (entry->kind == LEDGER_PUBLICATION && entry->turn == turn)
			return names_id(&g->w->names, NAMES_NOTICE, entry->ref);
	}
	return NULL;
}

static bool is_proposed(const struct findings *findings, const char *source)
{
	for (size_t i = 0; i < findings->n; i++)
		if (strcmp(findings->v[i].source, source) == 0)
			return true;
	return false;
}

/* The order is the law's, though nothing is scored for it. */
static int64_t cost_of_order(const struct flaw *flaw)
{
	return flaw->first == NAMES_NONE ? 0 : CAPPING / 2;
}

static int64_t order_of(const struct gather *g, const struct ledger_entry *score)
{
	struct issue issue;
	struct flaw flaw;
	if (strncmp(score->text, "notice:", 7) != 0 || !issue_of_turn(g->s, score->turn, g->a->arena, &issue) ||
	    !flaw_of(g->s, &issue, &flaw))
		return 0;
	return cost_of_order(&flaw);
}

/* What was false in a notice, or not proved; a promised word that came late. */
static void weigh_notices(struct gather *g)
{
	for (size_t i = 0; i < ledger_count(g->s->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(g->s->ledger, i);
		bool scored = entry->kind == LEDGER_SCORE && entry->text, critical = entry->kind == LEDGER_CRITICAL;
		const char *colon = scored ? strchr(entry->text, ':') : NULL;
		const char *notice = critical ? published_in(g, entry->turn) : colon ? colon + 1 : NULL;
		if (!notice)
			continue;
		verdict_said(&g->verdict, entry, notice);
		const char *source = critical ? arena_printf(g->a->arena, "false:%s", notice) : entry->text;
		if (g->verdict.text.len && !is_proposed(&g->bad, source))
			add(g, &g->bad, source, NULL,
			    critical ? CAPPING : order_of(g, entry) - account_earned(g->a, source, NULL));
		text_clear(&g->verdict.text);
	}
}

/* Notices that went out with flaws which no score speaks of. */
static void weigh_flaws(struct gather *g)
{
	struct issue issue;
	struct flaw flaw;
	for (size_t at = 0; issue_next(g->s, &at, g->a->arena, &issue);) {
		const char *notice = names_id(&g->w->names, NAMES_NOTICE, issue.entry->ref);
		if (is_proposed(&g->bad, arena_printf(g->a->arena, "false:%s", notice)) ||
		    is_proposed(&g->bad, arena_printf(g->a->arena, "notice:%s", notice)) ||
		    !flaw_of(g->s, &issue, &flaw))
			continue;
		verdict_flawed(&g->verdict, &flaw);
		add(g, &g->bad, arena_printf(g->a->arena, "flaw:%s", notice), NULL,
		    cost_of_order(&flaw) + account_worth(g->a, SCORE_COMMUNICATIONS, -SCORE_UNPROVED));
	}
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

void findings_propose(const struct account *account, const struct phrases *phrases, size_t max,
                      struct findings *strengths, struct findings *gaps)
{
	struct gather g = {.a = account,
	                   .s = account->session,
	                   .w = account->session->world,
	                   .verdict = {.account = account, .phrases = phrases}};
	for (int i = 0; i < (int)g.w->story->ndecisions; i++)
		weigh_decision(&g, i);
	for (int i = 0; i < (int)g.w->names.of[NAMES_PHASE].n; i++)
		weigh_phase(&g, i);
	weigh_deadlines(&g);
	for (int i = 0; i < (int)g.w->story->nitems; i++)
		weigh_item(&g, i);
	weigh_claims(&g);
	weigh_notices(&g);
	weigh_flaws(&g);
	text_free(&g.verdict.text);
	*strengths = choose(g.good, max);
	*gaps = choose(g.bad, max);
}
