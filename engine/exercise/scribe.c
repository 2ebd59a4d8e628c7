#include "exercise/scribe.h"

#include "content/share.h"
#include "exercise/promise.h"
#include "exercise/truth.h"

static const struct world *world_of(const struct scribe *s)
{
	return s->fold.state->world;
}

static int32_t get(const struct scribe *s, enum state_group group, int number, int field)
{
	return state_get(s->fold.state, group, number, field);
}

static const char *id(const struct scribe *s, enum names_kind kind, int number)
{
	return names_id(&world_of(s)->names, kind, number);
}

void scribe_emit(struct scribe *s, struct event event)
{
	if (s->turn->count >= EVENT_LIMIT) {
		s->full = true;
		return;
	}
	*(struct event *)arena_push(s->arena, &s->turn->events, &s->turn->count, sizeof event) = event;
	fold_event(&s->fold, &event);
}

void scribe_price(struct scribe *s, int objective, int32_t tenths, const char *source, const char *because)
{
	struct event scored = {.kind = EVENT_SCORED, .ref = objective, .value = tenths, .text = source, .why = because};
	if (tenths && share_counts(world_of(s), source))
		scribe_emit(s, scored);
}

void scribe_step(struct scribe *s, int step, int32_t at, enum score_reason reason)
{
	const char *source = arena_printf(s->arena, "step:%s", id(s, NAMES_STEP, step));
	scribe_price(s, SCORE_ADHERENCE, score_step(s->fold.state, step, at), source, score_reasons[reason]);
}

void scribe_notify(struct scribe *s, int deadline, int32_t at)
{
	const char *source = arena_printf(s->arena, "deadline:%s", id(s, NAMES_DEADLINE, deadline));
	if (get(s, STATE_DEADLINE, deadline, STATE_DEADLINE_NOTIFIED) != STATE_NEVER)
		return;
	scribe_emit(s, (struct event){.kind = EVENT_NOTIFIED, .ref = deadline, .at = at});
	int32_t tenths = score_deadline(s->fold.state, deadline, at);
	scribe_price(s, SCORE_TIMELINESS, tenths, source,
	             score_reasons[tenths > 0 ? SCORE_FILED_IN_TIME : SCORE_FILED_LATE]);
}

void scribe_miss(struct scribe *s, int deadline, const char *why)
{
	const struct world_deadline *d = &world_of(s)->deadlines[deadline];
	const char *source = arena_printf(s->arena, "deadline:%s", d->id);
	bool missed = !score_lies_beyond(s->fold.state, deadline);
	int32_t tenths = score_deadline(s->fold.state, deadline, STATE_NEVER);
	scribe_price(s, SCORE_TIMELINESS, tenths, source, score_reasons[SCORE_NEVER_FILED]);
	struct event law = {.kind = EVENT_CRITICAL, .ref = d->critical, .why = score_reasons[SCORE_LAW_MISSED]};
	struct event note = {.kind = EVENT_NOTED, .ref = deadline, .text = why ? why : score_reasons[SCORE_UNNAMED]};
	if (missed && d->critical != NAMES_NONE)
		scribe_emit(s, law);
	if (why || !missed)
		scribe_emit(s, note);
}

/* What a notice says */

static bool is_drill(const struct scribe *s)
{
	return world_of(s)->declarations != NULL;
}

static void accuse(struct scribe *s)
{
	int critical = names_find(&world_of(s)->names, NAMES_CRITICAL, WORLD_FALSE_STATEMENT);
	struct event event = {.kind = EVENT_CRITICAL, .ref = critical, .why = score_reasons[SCORE_SAID_FALSE]};
	if (!get(s, STATE_CRITICAL, critical, 0))
		scribe_emit(s, event);
}

static void charge(struct scribe *s, int notice, enum score_reason reason)
{
	scribe_price(s, SCORE_COMMUNICATIONS, SCORE_UNPROVED,
	             arena_printf(s->arena, "notice:%s", id(s, NAMES_NOTICE, notice)), score_reasons[reason]);
}

void scribe_statements(struct scribe *s, int notice, const struct statement *statements, size_t count)
{
	bool seen[TRUTH_FALSE + 1] = {false};
	const struct ledger *ledger = s->fold.ledger;
	for (size_t i = 0; is_drill(s) && i < count; i++)
		for (size_t k = 0; k < statements[i].nvalues; k++)
			seen[truth_of(world_of(s), ledger, ledger_count(ledger), &statements[i].values[k])] = true;
	bool so = !seen[TRUTH_OPEN] && !seen[TRUTH_FALSE]; /* all that was not proved */
	if (seen[TRUTH_OPEN] || seen[TRUTH_SO])
		charge(s, notice, so ? SCORE_SAID_UNPROVED : SCORE_SAID_EARLY);
	if (seen[TRUTH_FALSE])
		accuse(s);
}

void scribe_promises(struct scribe *s, int notice)
{
	bool over = notice == NAMES_NONE;
	for (int i = 0; is_drill(s) && i < (int)state_rows(world_of(s), STATE_NOTICE); i++) {
		int32_t next = get(s, STATE_NOTICE, i, STATE_NOTICE_NEXT);
		if (next == STATE_NEVER || next + !over > s->fold.t ||
		    (!over && !promise_share(world_of(s), notice, i)))
			continue;
		scribe_price(s, SCORE_COMMUNICATIONS, SCORE_PROMISE,
		             arena_printf(s->arena, "promise:%s", id(s, NAMES_NOTICE, i)),
		             score_reasons[over ? SCORE_WORD_NEVER : SCORE_WORD_LATE]);
	}
}
