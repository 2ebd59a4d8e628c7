#include "exercise/fold.h"

#include "exercise/notary.h"

#include <string.h>

enum { SCORE_MOST = 1000000000 }; /* tenths; a sum of two stays an int32_t */

static void set(const struct fold *f, enum state_group group, int number, int field, int32_t value)
{
	*state_cell(f->state, group, number, field) = value;
}

static int32_t get(const struct fold *f, enum state_group group, int number, int field)
{
	return state_get(f->state, group, number, field);
}

static void run(const struct fold *f, int field, int32_t value)
{
	set(f, STATE_RUN, 0, field, value);
}

static void write_entry(const struct fold *f, enum ledger_kind kind, const struct event *e)
{
	struct ledger_entry entry = {.kind = kind,
	                             .turn = f->turn,
	                             .t = f->t,
	                             .ref = e->ref,
	                             .value = e->value,
	                             .at = e->at,
	                             .text = e->text,
	                             .who = e->who,
	                             .why = e->why,
	                             .over = e->over};
	ledger_add(f->ledger, &entry);
}

static int person(const struct fold *f, const struct event *e)
{
	return ledger_person(f->ledger, e->who);
}

static void fold_nothing(const struct fold *f, const struct event *e)
{
	(void)f;
	(void)e;
}

static void fold_roster(const struct fold *f, const struct event *e)
{
	if (person(f, e) == NAMES_NONE)
		write_entry(f, LEDGER_PERSON, &(struct event){.ref = NAMES_NONE, .text = e->who, .who = e->who});
	if (person(f, e) >= STATE_PERSONS)
		return;
	set(f, STATE_PERSON, person(f, e), 0, 1);
	if (e->ref != NAMES_NONE)
		set(f, STATE_ROLE, e->ref, 0, person(f, e));
}

static void fold_speaking(const struct fold *f, const struct event *e)
{
	run(f, STATE_SPEAKER, e->ref);
}

static void fold_phase(const struct fold *f, const struct event *e)
{
	run(f, STATE_PHASE, e->ref);
}

static void fold_severity(const struct fold *f, const struct event *e)
{
	run(f, STATE_SEVERITY, e->ref);
}

static void fold_moment(const struct fold *f, const struct event *e)
{
	if (get(f, STATE_MOMENT, e->ref, STATE_MOMENT_FIRST) == STATE_NEVER)
		set(f, STATE_MOMENT, e->ref, STATE_MOMENT_FIRST, e->at);
	set(f, STATE_MOMENT, e->ref, STATE_MOMENT_AT, e->at);
	write_entry(f, LEDGER_MOMENT, e);
}

static void item_status(const struct fold *f, const struct event *e, enum state_item status)
{
	set(f, STATE_ITEM, e->ref, STATE_ITEM_STATUS, (int32_t)status);
	set(f, STATE_ITEM, e->ref, STATE_ITEM_AT, f->t);
}

static void fold_fired(const struct fold *f, const struct event *e)
{
	const struct story_item *item = &f->state->world->story->items[e->ref];
	item_status(f, e, STATE_FIRED);
	if (item->kind == STORY_LAND)
		set(f, STATE_DECISION, item->decision, STATE_DECISION_LANDS, STATE_NEVER);
}

static void fold_delivered(const struct fold *f, const struct event *e)
{
	item_status(f, e, STATE_DELIVERED);
}

static void fold_withheld(const struct fold *f, const struct event *e)
{
	item_status(f, e, STATE_WITHHELD);
}

static void fold_cancelled(const struct fold *f, const struct event *e)
{
	item_status(f, e, STATE_CANCELLED);
}

static void fold_held(const struct fold *f, const struct event *e)
{
	item_status(f, e, STATE_DEFERRED);
}

static void fold_released(const struct fold *f, const struct event *e)
{
	item_status(f, e, STATE_WAITING);
}

static void decision_status(const struct fold *f, const struct event *e, enum state_decision status)
{
	set(f, STATE_DECISION, e->ref, STATE_DECISION_STATUS, (int32_t)status);
}

static void fold_opened(const struct fold *f, const struct event *e)
{
	int32_t order = get(f, STATE_RUN, 0, STATE_OPENED) + 1;
	run(f, STATE_OPENED, order);
	decision_status(f, e, STATE_OPEN);
	set(f, STATE_DECISION, e->ref, STATE_DECISION_ORDER, order);
	set(f, STATE_DECISION, e->ref, STATE_DECISION_SHUFFLE, e->value);
	set(f, STATE_DECISION, e->ref, STATE_DECISION_OPENED, f->t);
}

static void fold_revealed(const struct fold *f, const struct event *e)
{
	set(f, STATE_DECISION, e->ref, STATE_DECISION_REVEALED, 1);
}

/* When the choice takes effect; without a choice, or at once, there is nothing left to land. */
static int32_t lands(const struct fold *f, const struct event *e)
{
	if (e->other == NAMES_NONE)
		return STATE_NEVER;
	const struct story_option *option = story_option_at(&f->state->world->story->decisions[e->ref], e->other);
	return option->takes == SHAPE_UNSET ? STATE_NEVER : f->t + option->takes;
}

static void answered(const struct fold *f, const struct event *e, enum state_decision status)
{
	decision_status(f, e, status);
	set(f, STATE_DECISION, e->ref, STATE_DECISION_OPTION, e->other);
	set(f, STATE_DECISION, e->ref, STATE_DECISION_ANSWERED, f->t);
	set(f, STATE_DECISION, e->ref, STATE_DECISION_LANDS, lands(f, e));
}

static void fold_decided(const struct fold *f, const struct event *e)
{
	answered(f, e, STATE_DECIDED);
	write_entry(f, LEDGER_REASON, e);
}

static void fold_lapsed(const struct fold *f, const struct event *e)
{
	answered(f, e, STATE_LAPSED);
}

static void fold_late(const struct fold *f, const struct event *e)
{
	set(f, STATE_DECISION, e->ref, STATE_DECISION_LATE, f->t);
}

static void fold_step_queued(const struct fold *f, const struct event *e)
{
	int32_t order = get(f, STATE_RUN, 0, STATE_QUEUED) + 1;
	run(f, STATE_QUEUED, order);
	set(f, STATE_STEP, e->ref, STATE_STEP_STATUS, STATE_IN_QUEUE);
	set(f, STATE_STEP, e->ref, STATE_STEP_PERSON, person(f, e));
	set(f, STATE_STEP, e->ref, STATE_STEP_ORDER, order);
}

static void fold_step_started(const struct fold *f, const struct event *e)
{
	set(f, STATE_STEP, e->ref, STATE_STEP_STATUS, STATE_UNDER_WAY);
	set(f, STATE_STEP, e->ref, STATE_STEP_PERSON, person(f, e));
	set(f, STATE_STEP, e->ref, STATE_STEP_FROM, f->t);
	set(f, STATE_STEP, e->ref, STATE_STEP_UNTIL, e->at);
}

static void step_over(const struct fold *f, const struct event *e, enum state_step status, int32_t at)
{
	set(f, STATE_STEP, e->ref, STATE_STEP_STATUS, (int32_t)status);
	set(f, STATE_STEP, e->ref, STATE_STEP_DONE, at);
}

static void fold_step_done(const struct fold *f, const struct event *e)
{
	step_over(f, e, STATE_DONE, e->at);
}

static void fold_step_skipped(const struct fold *f, const struct event *e)
{
	step_over(f, e, STATE_SKIPPED, f->t);
}

static void fold_assigned(const struct fold *f, const struct event *e)
{
	set(f, STATE_STEP, e->ref, STATE_STEP_PERSON, person(f, e));
}

static void fold_acted(const struct fold *f, const struct event *e)
{
	set(f, STATE_ACTION, e->ref, 0, f->t);
	write_entry(f, LEDGER_DEED, e);
}

static void fold_set(const struct fold *f, const struct event *e)
{
	set(f, STATE_VAR, e->ref, 0, e->value);
}

static void fold_claimed(const struct fold *f, const struct event *e)
{
	set(f, STATE_FACT, e->ref, STATE_FACT_CLAIMED, 1);
	set(f, STATE_FACT, e->ref, STATE_FACT_CLAIM, e->value);
	write_entry(f, LEDGER_CLAIM, e);
}

static void proved(const struct fold *f, const struct event *e, enum ledger_kind kind)
{
	set(f, STATE_FACT, e->ref, STATE_FACT_VERIFIED, 1);
	set(f, STATE_FACT, e->ref, STATE_FACT_VALUE, e->value);
	write_entry(f, kind, e);
}

static void fold_verified(const struct fold *f, const struct event *e)
{
	proved(f, e, LEDGER_PROOF);
}

static void fold_corrected(const struct fold *f, const struct event *e)
{
	proved(f, e, LEDGER_CORRECTION);
}

static void fold_withdrawn(const struct fold *f, const struct event *e)
{
	set(f, STATE_FACT, e->ref, STATE_FACT_VERIFIED, 0);
	set(f, STATE_FACT, e->ref, STATE_FACT_CLAIMED, 0);
	write_entry(f, LEDGER_WITHDRAWAL, e);
}

static struct notary notary(const struct fold *f)
{
	return (struct notary){f->state, f->ledger, f->turn, f->t};
}

static void fold_drafted(const struct fold *f, const struct event *e)
{
	struct notary n = notary(f);
	notary_drafted(&n, e);
}

static void fold_approved(const struct fold *f, const struct event *e)
{
	struct notary n = notary(f);
	notary_approved(&n, e);
}

static void fold_overridden(const struct fold *f, const struct event *e)
{
	struct notary n = notary(f);
	notary_overridden(&n, e);
}

static void fold_published(const struct fold *f, const struct event *e)
{
	struct notary n = notary(f);
	notary_published(&n, e);
}

static void fold_notified(const struct fold *f, const struct event *e)
{
	set(f, STATE_DEADLINE, e->ref, STATE_DEADLINE_NOTIFIED, e->at);
	set(f, STATE_DEADLINE, e->ref, STATE_DEADLINE_AUDITED, f->t);
}

static void fold_deadline_passed(const struct fold *f, const struct event *e)
{
	set(f, STATE_DEADLINE, e->ref, STATE_DEADLINE_PASSED, f->t);
}

static void fold_paused(const struct fold *f, const struct event *e)
{
	set(f, STATE_PAUSE, e->ref, STATE_PAUSE_ON, 1);
	set(f, STATE_PAUSE, e->ref, STATE_PAUSE_UNTIL, e->at);
	write_entry(f, LEDGER_PAUSE, e);
}

static void fold_unpaused(const struct fold *f, const struct event *e)
{
	set(f, STATE_PAUSE, e->ref, STATE_PAUSE_ON, 0);
	set(f, STATE_PAUSE, e->ref, STATE_PAUSE_UNTIL, STATE_NEVER);
}

static void fold_scored(const struct fold *f, const struct event *e)
{
	int32_t earned = get(f, STATE_SCORE, e->ref, 0) + e->value;
	if (earned > -SCORE_MOST && earned < SCORE_MOST) /* no drill comes near; a forged journal might */
		set(f, STATE_SCORE, e->ref, 0, earned);
	if (strncmp(e->text, "deadline:", 9) == 0) {
		int deadline = names_find(&f->state->world->names, NAMES_DEADLINE, e->text + 9);
		if (deadline != NAMES_NONE)
			set(f, STATE_DEADLINE, deadline, STATE_DEADLINE_AUDITED, f->t);
	}
	write_entry(f, LEDGER_SCORE, e);
}

static void fold_critical(const struct fold *f, const struct event *e)
{
	set(f, STATE_CRITICAL, e->ref, 0, 1);
	write_entry(f, LEDGER_CRITICAL, e);
}

static void fold_observed(const struct fold *f, const struct event *e)
{
	write_entry(f, LEDGER_OBSERVATION, e);
}

static void fold_rated(const struct fold *f, const struct event *e)
{
	write_entry(f, LEDGER_RATING, e);
}

static void fold_noted(const struct fold *f, const struct event *e)
{
	if (e->ref != NAMES_NONE)
		set(f, STATE_DEADLINE, e->ref, STATE_DEADLINE_AUDITED, f->t);
	write_entry(f, LEDGER_NOTE, e);
}

static void fold_called(const struct fold *f, const struct event *e)
{
	write_entry(f, LEDGER_CALL, e);
}

static void fold_reminded(const struct fold *f, const struct event *e)
{
	(void)e;
	run(f, STATE_REMINDERS, get(f, STATE_RUN, 0, STATE_REMINDERS) + 1);
}

static void fold_clock_held(const struct fold *f, const struct event *e)
{
	(void)e;
	run(f, STATE_HELD, 1);
}

static void fold_clock_released(const struct fold *f, const struct event *e)
{
	(void)e;
	run(f, STATE_HELD, 0);
}

static void fold_clock_stepped(const struct fold *f, const struct event *e)
{
	run(f, STATE_TO, e->at);
}

static void fold_ended(const struct fold *f, const struct event *e)
{
	(void)e;
	run(f, STATE_ENDED, f->t);
}

static void fold_improvement(const struct fold *f, const struct event *e)
{
	write_entry(f, LEDGER_IMPROVEMENT, e);
}

static void fold_closed(const struct fold *f, const struct event *e)
{
	(void)e;
	run(f, STATE_CLOSED, f->t);
}

static void (*const folds[EVENT_KINDS])(const struct fold *, const struct event *) = {
    [EVENT_STARTED] = fold_nothing,
    [EVENT_ROSTER] = fold_roster,
    [EVENT_SPEAKING] = fold_speaking,
    [EVENT_PHASE] = fold_phase,
    [EVENT_SEVERITY] = fold_severity,
    [EVENT_MOMENT] = fold_moment,
    [EVENT_FIRED] = fold_fired,
    [EVENT_DELIVERED] = fold_delivered,
    [EVENT_WITHHELD] = fold_withheld,
    [EVENT_CANCELLED] = fold_cancelled,
    [EVENT_HELD] = fold_held,
    [EVENT_RELEASED] = fold_released,
    [EVENT_OPENED] = fold_opened,
    [EVENT_REVEALED] = fold_revealed,
    [EVENT_DECIDED] = fold_decided,
    [EVENT_LATE] = fold_late,
    [EVENT_LAPSED] = fold_lapsed,
    [EVENT_EXTENDED] = fold_nothing,
    [EVENT_STEP_QUEUED] = fold_step_queued,
    [EVENT_STEP_STARTED] = fold_step_started,
    [EVENT_STEP_DONE] = fold_step_done,
    [EVENT_STEP_SKIPPED] = fold_step_skipped,
    [EVENT_ASSIGNED] = fold_assigned,
    [EVENT_ACTED] = fold_acted,
    [EVENT_SET] = fold_set,
    [EVENT_CLAIMED] = fold_claimed,
    [EVENT_VERIFIED] = fold_verified,
    [EVENT_CORRECTED] = fold_corrected,
    [EVENT_WITHDRAWN] = fold_withdrawn,
    [EVENT_DRAFTED] = fold_drafted,
    [EVENT_APPROVED] = fold_approved,
    [EVENT_OVERRIDDEN] = fold_overridden,
    [EVENT_PUBLISHED] = fold_published,
    [EVENT_NOTIFIED] = fold_notified,
    [EVENT_DEADLINE_PASSED] = fold_deadline_passed,
    [EVENT_PAUSED] = fold_paused,
    [EVENT_UNPAUSED] = fold_unpaused,
    [EVENT_SCORED] = fold_scored,
    [EVENT_CRITICAL] = fold_critical,
    [EVENT_OBSERVED] = fold_observed,
    [EVENT_RATED] = fold_rated,
    [EVENT_NOTED] = fold_noted,
    [EVENT_HINTED] = fold_nothing,
    [EVENT_CALLED] = fold_called,
    [EVENT_REMINDED] = fold_reminded,
    [EVENT_HOOK_FAILED] = fold_nothing,
    [EVENT_CLOCK_HELD] = fold_clock_held,
    [EVENT_CLOCK_RELEASED] = fold_clock_released,
    [EVENT_CLOCK_STEPPED] = fold_clock_stepped,
    [EVENT_CLOCK_SET] = fold_nothing,
    [EVENT_REJOINED] = fold_clock_released, /* it waits for a line anyway */
    [EVENT_REWOUND] = fold_nothing,
    [EVENT_ENDED] = fold_ended,
    [EVENT_IMPROVEMENT] = fold_improvement,
    [EVENT_CLOSED] = fold_closed,
};

void fold_event(const struct fold *fold, const struct event *event)
{
	run(fold, STATE_NOW,
	    fold->t > get(fold, STATE_RUN, 0, STATE_NOW) ? fold->t : get(fold, STATE_RUN, 0, STATE_NOW));
	folds[event->kind](fold, event);
}

const char *fold_refuses(const struct fold *f, const struct event *e)
{
	static const struct {
		enum event_kind kind;
		enum state_decision before;
		const char *why;
	} rules[] = {
	    {EVENT_OPENED, STATE_UNOPENED, "a question is opened twice"},
	    {EVENT_REVEALED, STATE_OPEN, "choices are shown of a question that is not open"},
	    {EVENT_DECIDED, STATE_OPEN, "a question is answered that is not open"},
	    {EVENT_LATE, STATE_OPEN, "a question is late that is not open"},
	    {EVENT_LAPSED, STATE_OPEN, "a question lapses that is not open"},
	};
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (rules[i].kind == e->kind &&
		    get(f, STATE_DECISION, e->ref, STATE_DECISION_STATUS) != (int32_t)rules[i].before)
			return rules[i].why;
	struct notary n = notary(f);
	return notary_refuses(&n, e);
}
