#include "exercise/act.h"

#include "base/span.h"
#include "exercise/approval.h"
#include "exercise/clearance.h"
#include "exercise/proof.h"
#include "exercise/work.h"

#include <stdarg.h>
#include <stdio.h>

/* One act being taken. */
struct take {
	struct cascade *c;
	const struct act *act;
	const struct state *state;
	const struct world *world;
	char *why;
};

__attribute__((format(printf, 2, 3))) static bool refuse(const struct take *t, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(t->why, ACT_WHY, format, args);
	va_end(args);
	return false;
}

static bool ended(const struct take *t)
{
	return state_get(t->state, STATE_RUN, 0, STATE_ENDED) != STATE_NEVER;
}

static int32_t ref(const struct take *t)
{
	return t->act->refs[0];
}

static const char *id(const struct take *t, enum names_kind kind, int number)
{
	return names_id(&t->world->names, kind, number);
}

static int32_t now_or(const struct take *t, int32_t at)
{
	return at == STATE_NEVER ? t->act->t : at;
}

/* The slots as the act filled them, for acts that are one event. */
static bool emit(const struct take *t, enum event_kind kind)
{
	const struct act *a = t->act;
	scribe_emit(&t->c->scribe, (struct event){.kind = kind,
	                                          .ref = a->nrefs ? ref(t) : NAMES_NONE,
	                                          .other = a->other,
	                                          .value = a->value,
	                                          .at = now_or(t, a->at),
	                                          .text = a->text,
	                                          .why = a->why,
	                                          .who = a->who,
	                                          .over = a->over});
	return true;
}

static bool take_start(const struct take *t)
{
	scribe_emit(&t->c->scribe, (struct event){.kind = EVENT_STARTED, .ref = NAMES_NONE, .start = t->act->start});
	scribe_emit(&t->c->scribe, (struct event){.kind = EVENT_MOMENT, .ref = 1, .at = 0}); /* detected is T+0 */
	return true;
}

static bool take_due(const struct take *t)
{
	cascade_due(t->c, &t->act->due);
	return true;
}

static bool take_step_to(const struct take *t)
{
	if (t->act->at <= t->act->t)
		return refuse(t, "The clock only goes forward.");
	return emit(t, EVENT_CLOCK_STEPPED);
}

static bool take_roster(const struct take *t)
{
	for (int i = 0; i < t->act->nrefs; i++)
		scribe_emit(&t->c->scribe,
		            (struct event){.kind = EVENT_ROSTER, .ref = t->act->refs[i], .who = t->act->who});
	return t->act->nrefs > 0 || emit(t, EVENT_ROSTER);
}

static bool take_speak(const struct take *t)
{
	return emit(t, EVENT_SPEAKING);
}

static bool open_decision(const struct take *t)
{
	if (t->act->nrefs == 0)
		return refuse(t, "No question is open.");
	if (state_get(t->state, STATE_DECISION, ref(t), STATE_DECISION_STATUS) != STATE_OPEN)
		return refuse(t, "%s is not open.", id(t, NAMES_DECISION, ref(t)));
	return true;
}

static bool take_reveal(const struct take *t)
{
	if (!open_decision(t))
		return false;
	if (state_get(t->state, STATE_DECISION, ref(t), STATE_DECISION_REVEALED))
		return refuse(t, "The choices are shown already.");
	return emit(t, EVENT_REVEALED);
}

static bool take_choose(const struct take *t)
{
	if (!open_decision(t))
		return false;
	cascade_choose(t->c, &(struct event){.kind = EVENT_DECIDED,
	                                     .ref = ref(t),
	                                     .other = t->act->other,
	                                     .value = t->act->value,
	                                     .text = t->act->text,
	                                     .why = t->act->why,
	                                     .who = t->act->who});
	return true;
}

static int32_t step_status(const struct take *t, int step)
{
	return state_get(t->state, STATE_STEP, step, STATE_STEP_STATUS);
}

static bool needs_are_met(const struct take *t, int step)
{
	int missing = work_missing(t->state, step);
	return missing == NAMES_NONE ||
	       refuse(t, t->act->nrefs > 1 ? "%s needs %s first; nothing was started." : "%s needs %s first.",
	              id(t, NAMES_STEP, step), id(t, NAMES_STEP, missing));
}

static bool step_can_start(const struct take *t, int step)
{
	const struct playbook_step *s = t->world->playbook->steps[step];
	static const char *const already[] = {"", "waiting its turn", "under way", "done", "skipped"};
	if (step_status(t, step) != STATE_TODO)
		return refuse(t, t->act->nrefs > 1 ? "%s is %s already; nothing was started." : "%s is %s already.",
		              s->id, already[step_status(t, step)]);
	return needs_are_met(t, step);
}

static bool take_do(const struct take *t)
{
	for (int i = 0; i < t->act->nrefs; i++) {
		if (!step_can_start(t, t->act->refs[i]))
			return false;
		for (int k = 0; k < i; k++)
			if (t->act->refs[k] == t->act->refs[i])
				return refuse(t, "%s stands there twice.", id(t, NAMES_STEP, t->act->refs[i]));
	}
	for (int i = 0; i < t->act->nrefs; i++)
		cascade_start(t->c, t->act->refs[i]);
	return true;
}

static bool take_done(const struct take *t)
{
	int32_t status = step_status(t, ref(t));
	if (status == STATE_DONE || status == STATE_SKIPPED)
		return refuse(t, "%s is %s already.", id(t, NAMES_STEP, ref(t)),
		              status == STATE_DONE ? "done" : "skipped");
	if (!needs_are_met(t, ref(t)))
		return false;
	cascade_step_done(t->c, ref(t), now_or(t, t->act->at));
	return true;
}

static bool take_skip(const struct take *t)
{
	const struct playbook_step *s = t->world->playbook->steps[ref(t)];
	if (step_status(t, ref(t)) == STATE_DONE || step_status(t, ref(t)) == STATE_SKIPPED)
		return refuse(t, "%s is settled already.", s->id);
	if (!s->skip.allowed)
		return refuse(t, "The playbook does not allow %s to be skipped.", s->id);
	if (!t->act->why || !*t->act->why)
		return refuse(t, "Say why: skip %s because ...", s->id);
	cascade_skip(t->c, ref(t), t->act->why);
	return true;
}

static bool take_assign(const struct take *t)
{
	int32_t status = step_status(t, ref(t));
	if (status != STATE_TODO && status != STATE_IN_QUEUE)
		return refuse(t, "%s has begun or is over; only a waiting step can move.", id(t, NAMES_STEP, ref(t)));
	emit(t, EVENT_ASSIGNED);
	cascade_unblock(t->c);
	return true;
}

static bool take_phase(const struct take *t)
{
	return emit(t, EVENT_PHASE);
}

static bool take_severity(const struct take *t)
{
	return emit(t, EVENT_SEVERITY);
}

static bool take_note(const struct take *t)
{
	return emit(t, EVENT_NOTED);
}

static bool take_claim(const struct take *t)
{
	return emit(t, EVENT_CLAIMED);
}

static bool take_verify(const struct take *t)
{
	struct proof proof = {&t->c->scribe, ref(t), t->act->who, t->act->why, t->act->over, t->why, ACT_WHY};
	return proof_verify(&proof, t->act->value, t->act->text);
}

static bool take_withdraw(const struct take *t)
{
	struct proof proof = {&t->c->scribe, ref(t), t->act->who, t->act->why, t->act->over, t->why, ACT_WHY};
	return proof_withdraw(&proof);
}

static struct clearance clearance(const struct take *t)
{
	return (struct clearance){t->c, ref(t), t->act->who, t->why, ACT_WHY};
}

static bool take_draft(const struct take *t)
{
	struct clearance notice = clearance(t);
	return clearance_draft(&notice, t->act->statements, t->act->nstatements, t->act->at);
}

static bool take_approve(const struct take *t)
{
	struct clearance notice = clearance(t);
	return clearance_approve(&notice, t->act->other, t->act->why, now_or(t, t->act->at));
}

static bool take_publish(const struct take *t)
{
	struct clearance notice = clearance(t);
	return clearance_publish(&notice, t->act->why);
}

static bool past(const struct take *t, int32_t at)
{
	char stamp[SPAN_BUFFER];
	return at <= t->act->t || refuse(t, "%s has not come yet.", span_stamp(at, stamp));
}

static bool take_notify(const struct take *t)
{
	const struct world_deadline *deadline = &t->world->deadlines[ref(t)];
	int32_t at = now_or(t, t->act->at);
	if (state_get(t->state, STATE_DEADLINE, ref(t), STATE_DEADLINE_NOTIFIED) != STATE_NEVER)
		return refuse(t, "%s is recorded as told already.", deadline->party);
	if (!past(t, at))
		return false;
	scribe_notify(&t->c->scribe, ref(t), at);
	return true;
}

static bool take_moment(const struct take *t)
{
	if (!past(t, now_or(t, t->act->at)))
		return false;
	cascade_moment(t->c, ref(t), now_or(t, t->act->at));
	return true;
}

static bool take_call(const struct take *t)
{
	return emit(t, EVENT_CALLED);
}

static bool take_pause(const struct take *t)
{
	const char *thing = id(t, NAMES_PAUSE, ref(t));
	if (state_get(t->state, STATE_PAUSE, ref(t), STATE_PAUSE_ON))
		return refuse(t, "%s is paused already.", thing);
	if (approval_holds(t->world, ref(t)) && (!t->act->why || !*t->act->why))
		return refuse(
		    t, "Say who asked for it: pause %s because the police asked in writing until 10 Mar 09:00", thing);
	if (t->act->at != STATE_NEVER && t->act->at <= t->act->t)
		return refuse(t, "That end has passed already.");
	scribe_emit(&t->c->scribe,
	            (struct event){
	                .kind = EVENT_PAUSED, .ref = ref(t), .at = t->act->at, .who = t->act->who, .why = t->act->why});
	return true;
}

static bool take_unpause(const struct take *t)
{
	if (!state_get(t->state, STATE_PAUSE, ref(t), 0))
		return refuse(t, "%s is not paused.", id(t, NAMES_PAUSE, ref(t)));
	return emit(t, EVENT_UNPAUSED);
}

static bool take_hold(const struct take *t)
{
	if (state_get(t->state, STATE_RUN, 0, STATE_HELD))
		return refuse(t, "The clock stands already; go starts it again.");
	return emit(t, EVENT_CLOCK_HELD);
}

static bool take_go(const struct take *t)
{
	if (!state_get(t->state, STATE_RUN, 0, STATE_HELD))
		return refuse(t, "The clock runs already.");
	return emit(t, EVENT_CLOCK_RELEASED);
}

static bool take_hint(const struct take *t)
{
	return open_decision(t) && emit(t, EVENT_HINTED);
}

static bool take_observe(const struct take *t)
{
	return emit(t, EVENT_OBSERVED);
}

static bool take_rate(const struct take *t)
{
	if (!ended(t))
		return refuse(t, "Ratings come after EndEx, when the record is complete.");
	if (!t->act->why || !*t->act->why)
		return refuse(t, "Say why: rate %s %s because ...", id(t, NAMES_OBJECTIVE, ref(t)), "P");
	return emit(t, EVENT_RATED);
}

static bool take_inject(const struct take *t)
{
	int32_t status = state_get(t->state, STATE_ITEM, ref(t), STATE_ITEM_STATUS);
	if (status != STATE_WAITING && status != STATE_DEFERRED)
		return refuse(t, "%s has come, or was withheld, already.", id(t, NAMES_ITEM, ref(t)));
	if (!world_plays(t->world, ref(t)))
		return refuse(t, "%s belongs to the extended drill alone.", id(t, NAMES_ITEM, ref(t)));
	if (status == STATE_DEFERRED)
		emit(t, EVENT_RELEASED);
	cascade_deliver(t->c, ref(t));
	return true;
}

static bool take_defer(const struct take *t)
{
	if (state_get(t->state, STATE_ITEM, ref(t), STATE_ITEM_STATUS) != STATE_WAITING)
		return refuse(t, "%s is not waiting to come.", id(t, NAMES_ITEM, ref(t)));
	return emit(t, EVENT_HELD);
}

static bool take_extend(const struct take *t)
{
	if (t->act->talk == EVENT_NO_TALK)
		return refuse(t, "This clock waits for you anyway; there is nothing to extend.");
	return open_decision(t) && emit(t, EVENT_EXTENDED);
}

static bool take_end(const struct take *t)
{
	cascade_end(t->c);
	return true;
}

/* The clock audit: value 1 = filed (at), 0 = never, 2 = beyond EndEx (who files, when). */
static bool take_audit(const struct take *t)
{
	const struct world_deadline *deadline = &t->world->deadlines[ref(t)];
	if (!ended(t))
		return refuse(t, "The clock audit comes at EndEx.");
	if (state_get(t->state, STATE_DEADLINE, ref(t), STATE_DEADLINE_AUDITED) != STATE_NEVER)
		return refuse(t, "%s is settled already.", deadline->id);
	if (t->act->value == 2)
		return emit(t, EVENT_NOTED);
	if (t->act->value == 1)
		return take_notify(t);
	scribe_miss(&t->c->scribe, ref(t), t->act->why);
	return true;
}

static bool take_improve(const struct take *t)
{
	return ended(t) ? emit(t, EVENT_IMPROVEMENT) : refuse(t, "What will we change? That comes after EndEx.");
}

static bool take_close(const struct take *t)
{
	if (!ended(t))
		return refuse(t, "The drill is still running; end brings EndEx.");
	int asked = agenda_audit(t->state);
	if (asked != NAMES_NONE)
		return refuse(t, "The clock audit still asks about %s: filed?", t->world->deadlines[asked].party);
	return emit(t, EVENT_CLOSED);
}

static bool take_rejoin(const struct take *t)
{
	return emit(t, EVENT_REJOINED);
}

static bool take_clock_set(const struct take *t)
{
	return emit(t, EVENT_CLOCK_SET);
}

static const struct {
	bool (*take)(const struct take *);
	bool after_end;
} acts[ACT_KINDS] = {
    [ACT_START] = {take_start, false},
    [ACT_DUE] = {take_due, false},
    [ACT_STEP_TO] = {take_step_to, false},
    [ACT_ROSTER] = {take_roster, false},
    [ACT_SPEAK] = {take_speak, false},
    [ACT_REVEAL] = {take_reveal, false},
    [ACT_CHOOSE] = {take_choose, false},
    [ACT_DO] = {take_do, false},
    [ACT_DONE] = {take_done, false},
    [ACT_SKIP] = {take_skip, false},
    [ACT_ASSIGN] = {take_assign, false},
    [ACT_PHASE] = {take_phase, false},
    [ACT_SEVERITY] = {take_severity, false},
    [ACT_NOTE] = {take_note, true},
    [ACT_CLAIM] = {take_claim, false},
    [ACT_VERIFY] = {take_verify, false},
    [ACT_WITHDRAW] = {take_withdraw, false},
    [ACT_DRAFT] = {take_draft, false},
    [ACT_APPROVE] = {take_approve, false},
    [ACT_PUBLISH] = {take_publish, false},
    [ACT_NOTIFY] = {take_notify, false},
    [ACT_MOMENT] = {take_moment, false},
    [ACT_CALL] = {take_call, false},
    [ACT_PAUSE] = {take_pause, false},
    [ACT_UNPAUSE] = {take_unpause, false},
    [ACT_HOLD] = {take_hold, false},
    [ACT_GO] = {take_go, false},
    [ACT_HINT] = {take_hint, false},
    [ACT_OBSERVE] = {take_observe, true},
    [ACT_RATE] = {take_rate, true},
    [ACT_INJECT] = {take_inject, false},
    [ACT_DEFER] = {take_defer, false},
    [ACT_EXTEND] = {take_extend, false},
    [ACT_END] = {take_end, false},
    [ACT_AUDIT] = {take_audit, true},
    [ACT_IMPROVE] = {take_improve, true},
    [ACT_CLOSE] = {take_close, true},
    [ACT_REJOIN] = {take_rejoin, true},
    [ACT_CLOCK_SET] = {take_clock_set, true},
};

bool act_take(struct cascade *cascade, const struct act *act, char why[ACT_WHY])
{
	struct take t = {cascade, act, cascade->scribe.fold.state, cascade->scribe.fold.state->world, why};
	if (ended(&t) && !acts[act->kind].after_end)
		return refuse(&t, "EndEx has come; the story is closed. The hot wash goes on.");
	if (!acts[act->kind].take(&t))
		return false;
	if (!cascade->scribe.full)
		return true;
	char name[96];
	const char *cause = act->kind == ACT_DUE ? agenda_name(t.world, &act->due, name) : "here";
	return refuse(&t, "The story goes round in circles (%s): over %d events.", cause, EVENT_LIMIT);
}
