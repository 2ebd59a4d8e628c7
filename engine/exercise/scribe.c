#include "exercise/scribe.h"

#include "base/dating.h"
#include "base/numeral.h"
#include "exercise/approval.h"

#include <string.h>

enum { ABOUT = 10 }; /* "about": a tenth more or less */

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
	if (tenths)
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

enum worth { BACKED, TRUE_BUT_UNPROVED, NOT_TRUE };

/* What the story itself proved was right by all that could be known, whatever came out later. */
static bool story_proved(const struct scribe *s, const struct statement_value *value)
{
	const struct ledger_entry *proof = ledger_proof(s->fold.ledger, value->fact);
	return proof && !proof->who && proof->value == value->value;
}

static enum worth fact_worth(const struct scribe *s, const struct statement_value *value)
{
	const struct fact *fact = &world_of(s)->story->facts[value->fact];
	struct statement alone = {.values = value, .nvalues = 1};
	bool compared = fact->kind != STORY_TEXT && value->value != SHAPE_UNSET;
	if (compared && value->value != fact->truth && !story_proved(s, value))
		return NOT_TRUE;
	return approval_unproved(s->fold.state, s->fold.ledger, &alone) ? TRUE_BUT_UNPROVED : BACKED;
}

static bool is_dated(const char *text, size_t len)
{
	struct dating date;
	for (size_t i = 0; i < len; i++)
		if (dating_read(text, len, i, &date))
			return true;
	return false;
}

/* What stands for no fact may be the truth of one all the same: exactly, or about. Words and dates are not compared. */
static enum worth number_worth(const struct scribe *s, const struct statement_value *value)
{
	const struct story *story = world_of(s)->story;
	size_t len = strlen(value->text);
	struct numeral number;
	if (is_dated(value->text, len) || !numeral_next(value->text, len, 0, &number))
		return TRUE_BUT_UNPROVED;
	for (size_t i = 0; i < story->nfacts; i++) {
		int64_t truth = (int64_t)story->facts[i].truth * 1000, off = number.milli - truth;
		int64_t most = number.about ? truth / ABOUT : 0;
		if (story->facts[i].kind == STORY_COUNT && off <= most && off >= -most)
			return TRUE_BUT_UNPROVED;
	}
	return NOT_TRUE;
}

static enum worth worth_of(const struct scribe *s, const struct statement_value *value)
{
	if (value->fact != NAMES_NONE)
		return fact_worth(s, value);
	if (value->action != NAMES_NONE)
		return get(s, STATE_ACTION, value->action, 0) == STATE_NEVER ? NOT_TRUE : BACKED;
	return value->turn > 0 ? BACKED : number_worth(s, value);
}

static void accuse(struct scribe *s)
{
	int critical = names_find(&world_of(s)->names, NAMES_CRITICAL, WORLD_FALSE_STATEMENT);
	struct event event = {.kind = EVENT_CRITICAL, .ref = critical, .why = score_reasons[SCORE_SAID_FALSE]};
	if (!get(s, STATE_CRITICAL, critical, 0))
		scribe_emit(s, event);
}

void scribe_statements(struct scribe *s, int notice, const struct statement *statements, size_t count)
{
	bool seen[NOT_TRUE + 1] = {false};
	for (size_t i = 0; is_drill(s) && i < count; i++)
		for (size_t k = 0; k < statements[i].nvalues; k++)
			seen[worth_of(s, &statements[i].values[k])] = true;
	if (seen[TRUE_BUT_UNPROVED])
		scribe_price(s, SCORE_COMMUNICATIONS, SCORE_UNPROVED,
		             arena_printf(s->arena, "notice:%s", id(s, NAMES_NOTICE, notice)),
		             score_reasons[SCORE_SAID_UNPROVED]);
	if (seen[NOT_TRUE])
		accuse(s);
}

void scribe_promises(struct scribe *s, int notice)
{
	bool over = notice == NAMES_NONE;
	for (int i = 0; is_drill(s) && i < (int)state_rows(world_of(s), STATE_NOTICE); i++) {
		int32_t next = get(s, STATE_NOTICE, i, STATE_NOTICE_NEXT);
		if (next == STATE_NEVER || next + !over > s->fold.t ||
		    (!over && !approval_share(world_of(s), notice, i)))
			continue;
		scribe_price(s, SCORE_COMMUNICATIONS, SCORE_PROMISE,
		             arena_printf(s->arena, "promise:%s", id(s, NAMES_NOTICE, i)),
		             score_reasons[over ? SCORE_WORD_NEVER : SCORE_WORD_LATE]);
	}
}
