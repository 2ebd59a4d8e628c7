#include "desk/bulletin.h"

#include "base/ending.h"
#include "base/span.h"
#include "desk/sending.h"
#include "exercise/approval.h"
#include "exercise/promise.h"

#include <string.h>

/* A notice in several languages is several events of one turn, told at the first of them. */
static bool is_first(const struct telling *t, const struct event *e)
{
	for (const struct event *before = t->turn->events; before < e; before++)
		if (before->kind == e->kind && before->ref == e->ref)
			return false;
	return true;
}

/* "customer-holding (en, zh)" */
static void add_notice(const struct telling *t, const struct event *e, struct text *out)
{
	const struct event *end = t->turn->events + t->turn->count;
	const char *id = telling_id(t, NAMES_NOTICE, e);
	int n = 0;
	text_add(out, e->statement ? e->statement->template : id);
	for (const struct event *one = e; one < end; one++)
		if (one->kind == e->kind && one->ref == e->ref && one->statement)
			text_addf(out, "%s%s", n++ ? ", " : " (", one->statement->lang);
	text_add(out, n ? ")" : "");
}

static void tell_drafted(struct telling *t, const struct event *e)
{
	struct text notice = {0};
	if (!is_first(t, e))
		return;
	add_notice(t, e, &notice);
	telling_say(t, PAINT_PLAIN, "Drafted: %s.", notice.data);
	text_free(&notice);
}

/* Who is still to be asked; nothing once the words have gone out. */
static void tell_wanted(struct telling *t, int notice)
{
	char role[WORDING_BUFFER];
	const struct session *s = t->session;
	const char *id = wording_id(s, NAMES_NOTICE, notice);
	int missing = approval_missing(&s->state, notice);
	if (missing != NAMES_NONE)
		telling_say(t, PAINT_PLAIN, "Still wanted: %s.",
		            wording_role(s, wording_id(s, NAMES_ROLE, missing), role));
	else
		telling_say(t, PAINT_BOLD, "That is everybody. To let it out:  publish %s", id);
}

static void tell_approved(struct telling *t, const struct event *e)
{
	const char *by = t->turn->by, *who = e->who ? e->who : "nobody named";
	telling_say(t, PAINT_PLAIN, "Approved: %s, by %s for %s, %s. Recorded by %s.", telling_id(t, NAMES_NOTICE, e),
	            who, wording_id(t->session, NAMES_ROLE, e->other), e->why ? e->why : "in the room", by);
	tell_wanted(t, e->ref);
}

static void tell_overridden(struct telling *t, const struct event *e)
{
	const char *why = e->why ? e->why : "";
	telling_say(t, PAINT_AMBER, "It goes out all the same, because %.*s.", (int)ending_cut(why, strlen(why)), why);
}

/* Where feedback is wanted: how much of the first language stands on proofs. */
static void tell_backing(struct telling *t, const struct event *e)
{
	size_t n = e->statement ? e->statement->nvalues : 0, proved = 0;
	for (size_t i = 0; i < n; i++)
		proved += e->statement->values[i].turn > 0;
	if (!t->feedback || !wording_drill(t->session) || n == 0)
		return;
	if (proved == n)
		telling_say(t, PAINT_PLAIN, "Every value in it has its proof on record.");
	else
		telling_say(t, PAINT_RED, "Values in it without a proof on record: %zu of %zu.", n - proved, n);
}

static void tell_published(struct telling *t, const struct event *e)
{
	char when[WORDING_BUFFER];
	struct text notice = {0};
	if (!is_first(t, e))
		return;
	add_notice(t, e, &notice);
	telling_say(t, PAINT_BOLD, "Published: %s, to: %s.%s", notice.data,
	            sending_audience(t->session->world, e->ref, e->statement ? e->statement->regime : NULL),
	            wording_drill(t->session) ? " It is an exercise: nothing was sent." : "");
	tell_backing(t, e);
	if (e->at != STATE_NEVER)
		telling_say(t, PAINT_AMBER, "Next word promised by %s.", wording_when(t->session, e->at, when));
	if (e->text)
		telling_say(t, PAINT_AMBER,
		            "This is not yet the notice that a law asks for: an authority still has to be told.");
	text_free(&notice);
}

telling_of *const bulletin_tells[EVENT_KINDS] = {
    [EVENT_DRAFTED] = tell_drafted,
    [EVENT_APPROVED] = tell_approved,
    [EVENT_OVERRIDDEN] = tell_overridden,
    [EVENT_PUBLISHED] = tell_published,
};

void bulletin_waiting(const struct paint *paint, const struct session *s)
{
	char when[SPAN_BUFFER];
	struct text approvals = {0};
	for (int i = 0; i < (int)state_rows(s->world, STATE_NOTICE); i++) {
		int32_t drafted = state_get(&s->state, STATE_NOTICE, i, STATE_NOTICE_DRAFTED);
		if (drafted == STATE_NEVER)
			continue;
		text_clear(&approvals);
		sending_approvals(s, i, &approvals);
		paint_hang(paint, PAINT_PLAIN, " drafted   ", "%s at %s: %s", wording_id(s, NAMES_NOTICE, i),
		           span_stamp(drafted, when), approvals.data);
	}
	text_free(&approvals);
}

static void show_promise(const struct paint *paint, const struct session *s, int32_t now)
{
	char when[WORDING_BUFFER], span[SPAN_BUFFER];
	int notice;
	int32_t promised = promise_open(&s->state, &notice);
	if (promised == STATE_NEVER)
		return;
	bool late = now > promised;
	struct text left = {0};
	text_addf(&left, "%s %s", span_format(late ? now - promised : promised - now, span), late ? "late" : "left");
	paint_gap(paint);
	paint_pair(paint, late ? PAINT_RED : PAINT_AMBER, "the next word", left.data);
	paint_hang(paint, PAINT_PLAIN, "   ", "promised in %s to: %s", wording_id(s, NAMES_NOTICE, notice),
	           sending_audience(s->world, notice, NULL));
	paint_hang(paint, PAINT_PLAIN, "   ", "due %s", wording_when(s, promised, when));
	text_free(&left);
}

static void show_hold(const struct paint *paint, const struct session *s, int thing, int32_t now)
{
	char when[WORDING_BUFFER];
	const struct ledger_entry *entry = ledger_last(s->ledger, LEDGER_PAUSE, thing);
	int32_t until = state_get(&s->state, STATE_PAUSE, thing, STATE_PAUSE_UNTIL);
	if (until != STATE_NEVER && until <= now)
		return;
	if (!approval_holds(s->world, thing) || !state_get(&s->state, STATE_PAUSE, thing, STATE_PAUSE_ON))
		return;
	paint_gap(paint);
	paint_pair(paint, PAINT_AMBER, wording_id(s, NAMES_PAUSE, thing), "held back");
	if (entry && entry->why)
		paint_hang(paint, PAINT_PLAIN, "   ", "because %s", entry->why);
	paint_hang(paint, PAINT_PLAIN, "   ", "until %s",
	           until == STATE_NEVER ? "somebody lifts it" : wording_when(s, until, when));
}

void bulletin_clock(const struct paint *paint, const struct session *s, int32_t now)
{
	show_promise(paint, s, now);
	for (int i = 0; i < (int)state_rows(s->world, STATE_PAUSE); i++)
		show_hold(paint, s, i, now);
}
