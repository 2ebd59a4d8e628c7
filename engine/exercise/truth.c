#include "exercise/truth.h"

#include "base/dating.h"
#include "base/numeral.h"
#include "content/unit.h"

#include <string.h>

enum { ABOUT = 10 }; /* "about": a tenth more or less */

static const struct fact *fact_of(const struct world *world, const struct statement_value *value)
{
	return &world->story->facts[value->fact];
}

static bool was_done(const struct ledger *ledger, size_t until, int action)
{
	return ledger_last_by(ledger, LEDGER_DEED, action, until) != NULL;
}

static bool is_proof(const struct ledger_entry *entry, int fact)
{
	return (entry->kind == LEDGER_PROOF || entry->kind == LEDGER_CORRECTION) && entry->ref == fact;
}

/* What stood proved of a text when its value was written: the last by that turn; NULL. */
static const struct ledger_entry *proof_in(const struct ledger *ledger, size_t until, int fact, int32_t turn)
{
	for (size_t i = until; i-- > 0;) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		if (entry->turn <= turn && is_proof(entry, fact))
			return entry;
	}
	return NULL;
}

/* A text may be proved anew, and in the same words. */
static bool same_text(const struct ledger_entry *now, const struct ledger_entry *then)
{
	return then && strcmp(now->text ? now->text : "", then->text ? then->text : "") == 0;
}

bool truth_stands(const struct world *world, const struct ledger *ledger, size_t until,
                  const struct statement_value *value)
{
	const struct ledger_entry *entry;
	if (value->action != NAMES_NONE)
		return was_done(ledger, until, value->action);
	if (value->moment != NAMES_NONE) {
		entry = ledger_last_by(ledger, LEDGER_MOMENT, value->moment, until);
		return entry && entry->at == value->value;
	}
	if (value->fact == NAMES_NONE)
		return value->turn > 0;
	entry = ledger_proof_by(ledger, value->fact, until);
	if (fact_of(world, value)->kind == STORY_TEXT)
		return entry && same_text(entry, proof_in(ledger, until, value->fact, value->turn));
	return entry && entry->value == value->value;
}

/* What the story itself proved was right by all that could be known, whatever came out later, and whoever looked it up
 * again. */
static bool story_proved(const struct ledger *ledger, size_t until, const struct statement_value *value)
{
	const struct ledger_entry *proof = ledger_proof_by(ledger, value->fact, until);
	if (!proof || proof->value != value->value)
		return false;
	for (size_t i = 0; i < until; i++) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		if (is_proof(entry, value->fact) && !entry->who && entry->value == value->value)
			return true;
	}
	return false;
}

static enum truth of_fact(const struct world *world, const struct ledger *ledger, size_t until,
                          const struct statement_value *value)
{
	const struct fact *fact = fact_of(world, value);
	bool compared = fact->kind != STORY_TEXT && fact->truth != SHAPE_UNSET && value->value != SHAPE_UNSET;
	if (compared && value->value != fact->truth && !story_proved(ledger, until, value))
		return TRUTH_FALSE;
	return truth_stands(world, ledger, until, value) ? TRUTH_BACKED : compared ? TRUTH_SO : TRUTH_OPEN;
}

static enum truth of_moment(const struct world *world, const struct ledger *ledger, size_t until,
                            const struct statement_value *value)
{
	if (truth_stands(world, ledger, until, value))
		return TRUTH_BACKED;
	return world->story->truth[value->moment] == value->value ? TRUTH_SO : TRUTH_FALSE;
}

/* A number that an edited text names for itself begins it; what merely holds one is a deed. */
static bool is_number(const char *text, struct numeral *number)
{
	return numeral_next(text, strlen(text), 0, number) && number->from == 0;
}

/* Whether anything is counted in what the number says that it counts. */
static bool is_counted(const struct story *story, const char *unit)
{
	for (size_t i = 0; unit && i < story->nfacts; i++)
		if (story->facts[i].kind == STORY_COUNT && unit_is(unit, story->facts[i].unit))
			return true;
	return false;
}

/* Whether a number may stand for the fact: rows are not people, where both are counted. */
static bool may_be(const struct story *story, size_t fact, const char *unit)
{
	return story->facts[fact].kind == STORY_COUNT &&
	       (!is_counted(story, unit) || unit_is(unit, story->facts[fact].unit));
}

/* A number may be the truth of some count all the same: exactly, or about. A deed that no action backs was not done. */
static enum truth of_words(const struct world *world, const struct statement_value *value)
{
	const struct story *story = world->story;
	struct numeral number;
	struct dating date;
	if (value->value != SHAPE_UNSET) /* of a kind of data that no fact is about: the story does not say */
		return TRUTH_OPEN;
	if (dating_read(value->text, strlen(value->text), 0, &date))
		return TRUTH_OPEN;
	if (!is_number(value->text, &number))
		return TRUTH_FALSE;
	for (size_t i = 0; i < story->nfacts; i++) {
		int64_t truth = (int64_t)story->facts[i].truth * 1000, off = number.milli - truth;
		int64_t most = number.about ? truth / ABOUT : 0;
		if (may_be(story, i, value->unit) && off <= most && off >= -most)
			return TRUTH_SO;
	}
	return TRUTH_FALSE;
}

enum truth truth_of(const struct world *world, const struct ledger *ledger, size_t until,
                    const struct statement_value *value)
{
	if (value->fact != NAMES_NONE)
		return of_fact(world, ledger, until, value);
	if (value->action != NAMES_NONE)
		return was_done(ledger, until, value->action) ? TRUTH_BACKED : TRUTH_FALSE;
	if (value->moment != NAMES_NONE)
		return of_moment(world, ledger, until, value);
	return value->turn > 0 ? TRUTH_BACKED : of_words(world, value);
}

/* Whether a / b is nearer to one than c / d is, each turned so that it is at least one. */
static bool is_nearer(int64_t a, int64_t b, int64_t c, int64_t d)
{
	int64_t more = a > b ? a : b, less = a > b ? b : a, most = c > d ? c : d, least = c > d ? d : c;
	return (double)more * (double)least < (double)most * (double)less;
}

int truth_nearest(const struct world *world, const struct statement_value *value)
{
	const struct story *story = world->story;
	struct numeral number;
	int nearest = NAMES_NONE;
	if (!is_number(value->text, &number) || number.milli < 0)
		return NAMES_NONE;
	for (size_t i = 0; i < story->nfacts; i++) {
		int64_t truth = (int64_t)story->facts[i].truth * 1000;
		bool counted = may_be(story, i, value->unit) && truth > 0;
		if (counted && (nearest == NAMES_NONE || is_nearer(number.milli, truth, number.milli,
		                                                   (int64_t)story->facts[nearest].truth * 1000)))
			nearest = (int)i;
	}
	return nearest;
}
