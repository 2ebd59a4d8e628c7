#include "desk/readiness.h"

#include "base/span.h"
#include "base/tree.h"
#include "desk/flaw.h"
#include "desk/label.h"

#include <string.h>

enum { AT_ONCE = SPAN_HOUR, IN_GOOD_TIME = 12 * SPAN_HOUR }; /* after a careful team could be certain */

enum answer { UNKNOWN, NO, PARTLY, YES };

struct inquiry {
	const struct account *a;
	const struct session *s;
	const struct phrases *phrases;
	struct jsn *figures; /* what fills the basis */
	const char *basis;   /* its phrase */
};

/* Figures -------------------------------------------------------------------------------------------------------- */

/* What counts nothing is not said. */
static void put_count(const struct inquiry *q, const char *name, int n)
{
	if (n > 0)
		phrase_count(q->figures, name, n);
}

static enum answer share(int good, int all)
{
	if (all == 0)
		return UNKNOWN;
	return good == all ? YES : good > 0 ? PARTLY : NO;
}

/* What EndEx has not settled may still come. */
static enum answer settled(const struct inquiry *q, enum answer answer)
{
	return session_ended(q->s) || answer == YES ? answer : UNKNOWN;
}

/* Can you confirm an incident quickly? --------------------------------------------------------------------------- */

static enum answer never_aware(struct inquiry *q, int32_t truth)
{
	bool ended = session_ended(q->s), late = ended && truth != SHAPE_UNSET && truth <= session_now(q->s);
	q->basis = "question.confirm_never";
	if (late)
		label_stamp(q->figures, "truth", truth);
	return late ? NO : UNKNOWN;
}

static enum answer confirm(struct inquiry *q)
{
	int32_t truth = q->s->world->story->truth[SHAPE_AWARE];
	int32_t logged = state_get(&q->s->state, STATE_MOMENT, SHAPE_AWARE, STATE_MOMENT_FIRST);
	if (logged == STATE_NEVER)
		return never_aware(q, truth);
	q->basis = "question.confirm";
	label_stamp(q->figures, "at", logged);
	if (truth == SHAPE_UNSET || !session_ended(q->s)) /* until EndEx nobody is told the truth */
		return UNKNOWN;
	if (logged < truth)
		label_span(q->phrases, q->figures, "early", truth - logged);
	else if (logged > truth)
		label_span(q->phrases, q->figures, "late", logged - truth);
	else
		tree_flag(q->figures, "same", true);
	return logged - truth <= AT_ONCE ? YES : logged - truth <= IN_GOOD_TIME ? PARTLY : NO;
}

/* Which data? Which customers? ----------------------------------------------------------------------------------- */

static bool verified(const struct session *s, int number)
{
	const struct fact *fact = &s->world->story->facts[number];
	return state_get(&s->state, STATE_FACT, number, STATE_FACT_VERIFIED) &&
	       (fact->truth == SHAPE_UNSET || !session_ended(s) ||
	        fact->truth == state_get(&s->state, STATE_FACT, number, STATE_FACT_VALUE));
}

static bool stands_wrong(const struct session *s, int number)
{
	const struct fact *fact = &s->world->story->facts[number];
	bool proved = state_get(&s->state, STATE_FACT, number, STATE_FACT_VERIFIED);
	bool stated = proved || state_get(&s->state, STATE_FACT, number, STATE_FACT_CLAIMED);
	int32_t value = state_get(&s->state, STATE_FACT, number, proved ? STATE_FACT_VALUE : STATE_FACT_CLAIM);
	return session_ended(s) && stated && fact->truth != SHAPE_UNSET && fact->truth != value;
}

static enum answer facts_of(struct inquiry *q, enum fact_kind kind)
{
	int right = 0, wrong = 0, all = 0;
	for (int i = 0; i < (int)q->s->world->story->nfacts; i++) {
		if (q->s->world->story->facts[i].kind != (int32_t)kind)
			continue;
		all++;
		right += verified(q->s, i);
		wrong += stands_wrong(q->s, i);
	}
	if (!all)
		q->basis = "question.nothing";
	phrase_count(q->figures, "right", right);
	phrase_count(q->figures, "all", all);
	put_count(q, "wrong", wrong);
	return settled(q, share(right, all));
}

static enum answer data(struct inquiry *q)
{
	q->basis = "question.data";
	return facts_of(q, STORY_DATA);
}

static enum answer customers(struct inquiry *q)
{
	q->basis = "question.customers";
	return facts_of(q, STORY_COUNT);
}

/* Are the texts ready? ------------------------------------------------------------------------------------------- */

static const struct vocabulary_notice *notice_of(const struct world *world, const char *id)
{
	int number = names_find(&world->names, NAMES_NOTICE, id);
	return number == NAMES_NONE ? NULL : &((const struct vocabulary_notice *)world->vocabulary->notices.v)[number];
}

static bool sends(const struct world *world, const char *action, const char *notice)
{
	const char *sent =
	    vocabulary_action(world->vocabulary, names_find(&world->names, NAMES_ACTION, action))->notice;
	return sent && strcmp(sent, notice) == 0;
}

/* Whether a step of this cut sends it. */
static bool has_step(const struct world *world, const char *notice)
{
	for (int i = 0; i < (int)world->playbook->nsteps; i++) {
		const struct playbook_step *step = world->playbook->steps[i];
		for (size_t k = 0; world_takes(world, i) && k < step->does.n; k++)
			if (sends(world, step->does.v[k], notice))
				return true;
	}
	return false;
}

enum outing { KEPT_BACK, FLAWED, SENT };

/* Whether a notice of the kind went out as it ought to, later if not at first. */
static bool went_well(const struct inquiry *q, const char *notice)
{
	struct issue issue;
	struct flaw flaw;
	for (size_t at = 0; issue_next(q->s, &at, q->a->arena, &issue);)
		if (strcmp(names_id(&q->s->world->names, NAMES_NOTICE, issue.entry->ref), notice) == 0 &&
		    !flaw_of(q->s, &issue, &flaw))
			return true;
	return false;
}

static enum outing went_out(const struct inquiry *q, const char *notice)
{
	const struct names_list *actions = &q->s->world->names.of[NAMES_ACTION];
	struct flaw flaw;
	for (int i = 0; i < (int)actions->n; i++) {
		if (state_get(&q->s->state, STATE_ACTION, i, 0) == STATE_NEVER ||
		    !sends(q->s->world, actions->v[i], notice))
			continue;
		return flaw_done(q->s, i, q->a->arena, &flaw) && !went_well(q, notice) ? FLAWED : SENT;
	}
	return KEPT_BACK;
}

static bool falls_due(const struct session *s, const struct playbook_comms *comms)
{
	int32_t from = comms->due.moment == NAMES_NONE ? 0 : account_moment(s, comms->due.moment);
	if (from == STATE_NEVER && !session_ended(s)) /* it may yet be logged */
		from = session_now(s);
	return comms->due.after != SHAPE_UNSET && from != STATE_NEVER &&
	       from <= story_end(s->world->story) - comms->due.after && has_step(s->world, comms->notice);
}

/* Those of the channels that are (`named`), or are not, among the playbook's texts; nothing when that is none. */
static void put_channels(const struct inquiry *q, const char *name, const bool has[VOCABULARY_CHANNELS], bool named)
{
	static const char *const keys[] = {"question.channel.email", "question.channel.in_app", "question.channel.sms"};
	struct text text = {0};
	for (int i = 0; i < VOCABULARY_CHANNELS; i++) {
		if (has[i] != named)
			continue;
		if (text.len)
			phrase_say(q->phrases, "question.between", NULL, &text);
		phrase_say(q->phrases, keys[i], NULL, &text);
	}
	if (text.len)
		tree_taken(q->figures, name, &text);
	text_free(&text);
}

static enum answer texts(struct inquiry *q)
{
	const struct playbook *playbook = q->s->world->playbook;
	bool has[VOCABULARY_CHANNELS] = {false};
	int due = 0, outings[SENT + 1] = {0}, channels = 0;
	for (size_t i = 0; i < playbook->comms.n; i++) {
		const struct playbook_comms *comms = &((const struct playbook_comms *)playbook->comms.v)[i];
		const struct vocabulary_notice *notice = notice_of(q->s->world, comms->notice);
		if (!notice || notice->channel == SHAPE_UNSET || strcmp(notice->audience, "customers") != 0)
			continue;
		channels += !has[notice->channel];
		has[notice->channel] = true;
		if (!falls_due(q->s, comms))
			continue;
		due++;
		outings[went_out(q, comms->notice)]++;
	}
	int sent = outings[SENT];
	q->basis = "question.texts";
	put_channels(q, "named", has, true);
	if (channels)
		put_channels(q, "lacking", has, false);
	put_count(q, "due", due);
	phrase_count(q->figures, "sent", sent);
	put_count(q, "flawed", outings[FLAWED]);
	bool none = channels == 0 || (due > 0 && sent == 0);
	return settled(q, none ? NO : channels == VOCABULARY_CHANNELS && sent == due ? YES : PARTLY);
}

/* Do legal and PR know what to do? ------------------------------------------------------------------------------- */

/* Whether the answer, as declared, cost more than it gave; their own way is not weighed. */
static bool does_harm(const struct inquiry *q, int decision)
{
	int option = state_get(&q->s->state, STATE_DECISION, decision, STATE_DECISION_OPTION);
	return option != NAMES_NONE && account_option(q->a, decision, option) < 0;
}

struct answers {
	int played, opened, in_time, harmful;
	int32_t slowest;
};

static void take_answer(const struct inquiry *q, int number, struct answers *answers)
{
	int32_t status = state_get(&q->s->state, STATE_DECISION, number, STATE_DECISION_STATUS);
	answers->played += world_asks(q->s->world, number);
	answers->opened += status != STATE_UNOPENED;
	if (status != STATE_DECIDED)
		return;
	int32_t took = state_get(&q->s->state, STATE_DECISION, number, STATE_DECISION_ANSWERED) -
	               state_get(&q->s->state, STATE_DECISION, number, STATE_DECISION_OPENED);
	bool in_time = state_get(&q->s->state, STATE_DECISION, number, STATE_DECISION_LATE) == STATE_NEVER;
	answers->in_time += in_time;
	answers->harmful += in_time && does_harm(q, number);
	answers->slowest = took > answers->slowest ? took : answers->slowest;
}

static enum answer people(struct inquiry *q)
{
	const struct story *story = q->s->world->story;
	struct answers answers = {0};
	for (int i = 0; i < (int)story->ndecisions; i++)
		if (story->decisions[i].objective && strcmp(story->decisions[i].objective, "communications") == 0)
			take_answer(q, i, &answers);
	q->basis = answers.opened ? "question.people" : "question.people_none";
	phrase_count(q->figures, "in_time", answers.in_time);
	phrase_count(q->figures, "all", answers.opened);
	put_count(q, "harmful", answers.harmful);
	if (answers.slowest)
		label_span(q->phrases, q->figures, "slowest", answers.slowest);
	int all = session_ended(q->s) ? answers.opened : answers.played;
	return settled(q, share(answers.in_time - answers.harmful, all));
}

/* All five ------------------------------------------------------------------------------------------------------- */

struct jsn *readiness_answers(const struct account *account, const struct phrases *phrases)
{
	static const struct {
		const char *id;
		enum answer (*answer)(struct inquiry *inquiry);
	} questions[] = {
	    {"confirm", confirm}, {"data", data}, {"customers", customers}, {"texts", texts}, {"people", people}};
	static const char *const answers[] = {NULL, "no", "partly", "yes"};
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		struct inquiry q = {account, account->session, phrases, jsn_make(JSN_OBJECT, 0), NULL};
		struct jsn *row = tree_row(list);
		if (!session_ended(q.s))
			label_stamp(q.figures, "by", session_now(q.s));
		tree_text(row, "id", questions[i].id);
		tree_text(row, "answer", answers[questions[i].answer(&q)]);
		phrase_put(phrases, q.basis, q.figures, row, "basis");
	}
	return list;
}
