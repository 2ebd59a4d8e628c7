#include "desk/deeds.h"

#include "base/ending.h"
#include "base/span.h"
#include "content/texts.h"
#include "exercise/work.h"

#include <string.h>

static const struct playbook_step *step_of(const struct telling *t, const struct event *e)
{
	return t->session->world->playbook->steps[e->ref];
}

static const char *who(const struct event *e)
{
	return e->who ? e->who : "Somebody";
}

static void tell_roster(struct telling *t, const struct event *e)
{
	if (e->ref == NAMES_NONE)
		telling_say(t, PAINT_PLAIN, "%s is here.", who(e));
	else
		telling_say(t, PAINT_PLAIN, "%s is %s.", who(e), telling_id(t, NAMES_ROLE, e));
}

static void tell_speaking(struct telling *t, const struct event *e)
{
	char role[WORDING_BUFFER];
	if (e->ref == NAMES_NONE)
		telling_say(t, PAINT_PLAIN, "Whoever decides speaks again.");
	else
		telling_say(t, PAINT_PLAIN, "%s speaks from now on.",
		            wording_role(t->session, telling_id(t, NAMES_ROLE, e), role));
}

static void tell_phase(struct telling *t, const struct event *e)
{
	int phase = e->ref == NAMES_NONE ? view_phase(&t->session->state) : e->ref;
	const struct playbook_phase *phases = t->session->world->playbook->phases.v;
	if (phase == NAMES_NONE)
		return;
	telling_say(t, PAINT_PLAIN, "%s: %s - %s", e->ref == NAMES_NONE ? "The checklist leads again" : "Phase",
	            phases[phase].id, phases[phase].goal ? phases[phase].goal : "");
}

/* Whom to ring when nobody answers, and on which number. */
static void tell_chain(struct telling *t, const struct playbook *playbook)
{
	struct text chain = {0};
	const struct playbook_escalation *steps = playbook->escalation.v;
	for (size_t i = 0; i < playbook->escalation.n; i++) {
		const struct playbook_role *role = playbook_role(playbook, steps[i].to);
		char after[SPAN_BUFFER];
		text_addf(&chain, "%safter %s %s (%s%s%s)", i ? ", " : "", span_format(steps[i].after, after),
		          steps[i].to, role && role->person ? role->person : "nobody named",
		          role && role->reach ? ", " : "", role && role->reach ? role->reach : "");
	}
	if (chain.len)
		telling_say(t, PAINT_PLAIN, "No answer: %s.", chain.data);
	text_free(&chain);
}

static void tell_severity(struct telling *t, const struct event *e)
{
	struct text list = {0};
	const struct shape_list *severities = &t->session->world->playbook->severities;
	if (e->ref == NAMES_NONE || (size_t)e->ref >= severities->n)
		return;
	const struct playbook_severity *severity = (const struct playbook_severity *)severities->v + e->ref;
	telling_say(t, PAINT_PLAIN, "Severity is now %s: %s.", telling_id(t, NAMES_SEVERITY, e),
	            severity->when ? severity->when : "");
	if (severity->wake.n)
		telling_say(t, PAINT_BOLD, "Wake: %s.", wording_list(&severity->wake, &list));
	if (severity->pause.n)
		telling_say(t, PAINT_BOLD, "To pause: %s.", wording_list(&severity->pause, &list));
	text_free(&list);
	tell_chain(t, t->session->world->playbook);
}

static void tell_queued(struct telling *t, const struct event *e)
{
	char stamp[SPAN_BUFFER];
	int person = ledger_person(t->session->ledger, e->who);
	int busy = person == NAMES_NONE ? NAMES_NONE : work_current(&t->session->state, person);
	if (busy == NAMES_NONE || busy == e->ref)
		telling_say(t, PAINT_PLAIN, "%s waits for %s.", step_of(t, e)->id, who(e));
	else
		telling_say(t, PAINT_PLAIN, "%s waits for %s, who is busy with %s until %s.", step_of(t, e)->id, who(e),
		            wording_id(t->session, NAMES_STEP, busy),
		            span_stamp(state_get(&t->session->state, STATE_STEP, busy, STATE_STEP_UNTIL), stamp));
}

static void tell_started(struct telling *t, const struct event *e)
{
	char stamp[SPAN_BUFFER];
	struct text instruction = {0};
	const struct playbook_step *step = step_of(t, e);
	wording_expand(t->session, step->instruction, &instruction);
	if (wording_drill(t->session))
		telling_say(t, PAINT_PLAIN, "%s starts %s, busy until %s: %s", who(e), step->id,
		            span_stamp(e->at, stamp), instruction.data);
	else
		telling_say(t, PAINT_PLAIN, "%s starts %s: %s", who(e), step->id, instruction.data);
	text_free(&instruction);
}

static void tell_done(struct telling *t, const struct event *e)
{
	char stamp[SPAN_BUFFER];
	const struct playbook_step *step = step_of(t, e);
	const struct playbook_evidence *evidence = step->evidence.v;
	struct text what = {0};
	const char *person = wording_person(t->session, work_person(&t->session->state, e->ref));
	if (e->at == t->turn->t)
		telling_say(t, PAINT_PLAIN, "Done: %s (%s).", step->id, person);
	else
		telling_say(t, PAINT_PLAIN, "Done at %s: %s (%s).", span_stamp(e->at, stamp), step->id, person);
	for (size_t i = 0; i < step->evidence.n; i++)
		if (evidence[i].required)
			telling_say(t, PAINT_PLAIN, "Keep: %s", wording_expand(t->session, evidence[i].what, &what));
	text_free(&what);
}

static void tell_skipped(struct telling *t, const struct event *e)
{
	const char *by = step_of(t, e)->skip.by;
	telling_say(t, PAINT_PLAIN, "Skipped%s%s: %s, because %s", by ? " on the word of " : "", by ? by : "",
	            step_of(t, e)->id, e->why ? e->why : "of no reason given");
}

static void tell_assigned(struct telling *t, const struct event *e)
{
	telling_say(t, PAINT_PLAIN, "%s goes to %s.", step_of(t, e)->id, who(e));
}

/* An action that a step of the same turn stands for is told by the step. */
static void tell_acted(struct telling *t, const struct event *e)
{
	const struct vocabulary_action *action = vocabulary_action(t->session->world->vocabulary, e->ref);
	const char *id = telling_id(t, NAMES_ACTION, e);
	for (size_t i = 0; i < t->turn->count; i++)
		if (t->turn->events[i].kind == EVENT_STEP_DONE &&
		    texts_have(&step_of(t, &t->turn->events[i])->does, id))
			return;
	telling_say(t, PAINT_PLAIN, "It is done: %s.", action && action->description ? action->description : id);
}

static const struct playbook_pause *pause_of(const struct telling *t, const char *id)
{
	const struct shape_list *pauses = &t->session->world->playbook->pauses;
	for (size_t i = 0; i < pauses->n; i++) {
		const struct playbook_pause *pause = (const struct playbook_pause *)pauses->v + i;
		if (pause->pause && strcmp(pause->pause, id) == 0)
			return pause;
	}
	return NULL;
}

static void tell_paused(struct telling *t, const struct event *e)
{
	char role[WORDING_BUFFER];
	const char *id = telling_id(t, NAMES_PAUSE, e);
	const struct playbook_pause *pause = pause_of(t, id);
	char lasts[SPAN_BUFFER];
	bool timed = pause && pause->lasts != SHAPE_UNSET;
	if (e->why || e->at != STATE_NEVER) {
		char when[WORDING_BUFFER];
		const char *why = e->why ? e->why : "";
		telling_say(t, PAINT_PLAIN, "Paused: %s%s%.*s%s%s.", id, e->why ? ", because " : "",
		            (int)ending_cut(why, strlen(why)), why, e->at == STATE_NEVER ? "" : ", until ",
		            e->at == STATE_NEVER ? "" : wording_when(t->session, e->at, when));
	} else if (pause && pause->resume)
		telling_say(t, PAINT_PLAIN, "Paused: %s%s%s. %s says when it starts again.", id, timed ? ", for " : "",
		            timed ? span_format(pause->lasts, lasts) : "",
		            wording_role(t->session, pause->resume, role));
	else
		telling_say(t, PAINT_PLAIN, "Paused: %s.", id);
}

static void tell_unpaused(struct telling *t, const struct event *e)
{
	telling_say(t, PAINT_PLAIN, "Running again: %s.", telling_id(t, NAMES_PAUSE, e));
}

static void tell_called(struct telling *t, const struct event *e)
{
	telling_say(t, PAINT_PLAIN, "Called %s%s%s", e->who ? e->who : "somebody", e->text && *e->text ? ": " : ".",
	            e->text ? e->text : "");
}

telling_of *const deeds_tells[EVENT_KINDS] = {
    [EVENT_ROSTER] = tell_roster,     [EVENT_SPEAKING] = tell_speaking,    [EVENT_PHASE] = tell_phase,
    [EVENT_SEVERITY] = tell_severity, [EVENT_STEP_QUEUED] = tell_queued,   [EVENT_STEP_STARTED] = tell_started,
    [EVENT_STEP_DONE] = tell_done,    [EVENT_STEP_SKIPPED] = tell_skipped, [EVENT_ASSIGNED] = tell_assigned,
    [EVENT_ACTED] = tell_acted,       [EVENT_PAUSED] = tell_paused,        [EVENT_UNPAUSED] = tell_unpaused,
    [EVENT_CALLED] = tell_called,
};
