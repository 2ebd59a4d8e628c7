#include "desk/denial.h"

#include "base/numeral.h"
#include "desk/kinds.h"
#include "content/unit.h"

#include <string.h>

enum { COUNTED = 16, NEAR = 20, ONE = 1000 }; /* bytes from a number to what it counts, and of a verb; 1 times 1000 */

struct denials {
	struct sheet *sheet;
	const struct overclaim_language *language;
	struct kinds kinds;
};

struct clause {
	size_t from, to, sign; /* sign: where the word stands that says it */
	bool out;              /* it says that the data is not part of it */
};

/* "214 people", "214 passwords": whose data, or how much of it, says that it got out, whatever the verb is. */
static bool read_count(const struct denials *d, struct clause *clause)
{
	const struct sheet *s = d->sheet;
	struct numeral n;
	size_t at, end;
	if (!kinds_names(&d->kinds, clause->from, clause->to) ||
	    kinds_says(s, clause->from, clause->to, &d->language->handles, &at, &end))
		return false;
	for (at = clause->from; numeral_next(s->prose->text, clause->to, at, &n); at = n.to) {
		if (n.kind != NUMERAL_COUNT || n.milli <= ONE || s->marks[n.core])
			continue;
		enum unit unit = unit_after(s->prose->text, n.to, clause->to);
		size_t near = n.to + COUNTED < clause->to ? n.to + COUNTED : clause->to;
		clause->sign = n.from;
		if (unit == UNIT_PEOPLE || unit == UNIT_ACCOUNTS || (!unit && kinds_names(&d->kinds, n.to, near)))
			return true;
	}
	return false;
}

/* Behind the last "why" before the word that says it, which takes that for granted; the clause's beginning. */
static size_t behind_asks(const struct denials *d, const struct clause *clause)
{
	size_t at, end, from = clause->from;
	while (kinds_says(d->sheet, from, clause->sign, &d->language->asks, &at, &end))
		from = end;
	return from;
}

/* What a clause says of the data in it; false: nothing, or it leaves that open. */
static bool read_clause(const struct denials *d, struct clause *clause)
{
	const struct sheet *s = d->sheet;
	size_t end, none, past;
	bool in = kinds_says(s, clause->from, clause->to, &d->language->in, &clause->sign, &end);
	clause->out = in && kinds_says(s, clause->from, clause->to, &d->language->none, &none, &past);
	if (!in)
		in = clause->out = kinds_says(s, clause->from, clause->to, &d->language->out, &clause->sign, &end);
	if (!in && read_count(d, clause)) {
		in = true;
		clause->out = kinds_says(s, clause->from, clause->to, &d->language->none, &none, &past);
	}
	if (!in || s->marks[clause->sign])
		return false;
	/* "not known whether passwords were stolen" leaves it open, "not known why they were" does not */
	size_t from = behind_asks(d, clause), to = clause->to;
	if (from > clause->from) {
		to = clause->sign + NEAR < to ? clause->sign + NEAR : to;
		clause->out = clause->out && kinds_says(s, from, to, &d->language->none, &none, &past);
		to = clause->sign;
	}
	return !kinds_says(s, from, to, &d->language->open, &none, &past);
}

static bool is_out(const struct matter_fact *fact)
{
	return matter_proved(fact) && fact->value.number != STORY_INVOLVED;
}

static bool is_in(const struct matter_fact *fact)
{
	return matter_proved(fact) && fact->value.number == STORY_INVOLVED;
}

/* Whether the fact does not contradict what is said: of its category one that is in is enough, but all must be out. */
static bool stands(const struct denials *d, const struct clause *clause, const struct matter_fact *fact)
{
	const struct matter *m = d->sheet->matter;
	bool stands = clause->out ? is_out(fact) : is_in(fact);
	for (size_t i = 0; i < m->nfacts && !clause->out && fact->category && !stands; i++)
		stands = d->kinds.named[i] && is_in(&m->facts[i]) && m->facts[i].category &&
		         strcmp(m->facts[i].category, fact->category) == 0;
	return stands;
}

/* The fact that decides: the first that contradicts; NULL where it is that none is about a kind. */
static const struct matter_fact *decider(const struct denials *d, const struct clause *clause, bool *backed)
{
	const struct matter *m = d->sheet->matter;
	const struct matter_fact *found = NULL;
	for (size_t i = 0; i < m->nfacts; i++) {
		const struct matter_fact *f = &m->facts[i];
		*backed = !d->kinds.named[i] || stands(d, clause, f);
		if (!*backed)
			return f;
		found = d->kinds.named[i] && !found ? f : found;
	}
	*backed = !d->kinds.unknown;
	return *backed ? found : NULL;
}

static void tell(const struct denials *d, const struct clause *clause, const struct matter_fact *fact)
{
	struct sheet *s = d->sheet;
	struct diag_place place = prose_place(s->prose, clause->sign);
	const char *quote = sheet_quote(s, clause->from, clause->to), *id = fact ? fact->id : d->kinds.unknown;
	const char *answer = fact && matter_proved(fact) ? fact_answers[fact->value.number - STORY_INVOLVED] : NULL;
	if (answer)
		diag_error(s->diags, place, "\"%s\": %s is %s, %s", quote, id, answer,
		           sheet_proof(s, &fact->proof, "verified"));
	else if (fact)
		diag_error(s->diags, place, "\"%s\": whether %s is involved is not verified", quote, id);
	else
		diag_error(s->diags, place, "\"%s\": no fact is about %s", quote, id);
}

static void add_value(const struct denials *d, const struct clause *clause, const struct matter_fact *fact, bool backed)
{
	int number = fact ? (int)(fact - d->sheet->matter->facts) : NAMES_NONE;
	int32_t said = clause->out ? STORY_NOT_INVOLVED : STORY_INVOLVED;
	struct statement_value value = {.fact = number,
	                                .action = NAMES_NONE,
	                                .moment = NAMES_NONE,
	                                .value = said,
	                                .text = sheet_quote(d->sheet, clause->from, clause->to)};
	if (backed) {
		value.value = (int32_t)fact->value.number;
		value.turn = fact->proof.turn;
	}
	sheet_add(d->sheet, &value);
}

static void check_clause(struct denials *d, struct clause *clause)
{
	bool backed;
	if (!read_clause(d, clause) || !kinds_find(&d->kinds, clause->from, clause->to) ||
	    (d->kinds.all && !clause->out))
		return;
	if (clause->out && read_count(d, clause))
		diag_error(d->sheet->diags, prose_place(d->sheet->prose, clause->sign),
		           "\"%s\": nothing verified counts what is not involved",
		           sheet_quote(d->sheet, clause->from, clause->to));
	const struct matter_fact *fact = decider(d, clause, &backed);
	if (!fact && !d->kinds.unknown)
		return;
	if (!backed)
		tell(d, clause, fact);
	add_value(d, clause, fact, backed && fact);
}

static bool is_question(const struct sheet *sheet, const struct prose_sentence *sentence)
{
	const char *text = sheet->prose->text;
	size_t to = sentence->to;
	while (to > sentence->from && strchr("\"')", text[to - 1]))
		to--;
	return (to > sentence->from && text[to - 1] == '?') ||
	       (to >= sentence->from + 3 && memcmp(text + to - 3, "？", 3) == 0);
}

static void check_sentence(struct denials *d, const struct prose_sentence *sentence)
{
	const struct sheet *s = d->sheet;
	if (is_question(s, sentence))
		return;
	for (size_t from = sentence->from, at, end; from < sentence->to; from = end) {
		if (!kinds_says(s, from, sentence->to, &d->language->apart, &at, &end))
			at = end = sentence->to;
		struct clause clause = {.from = from, .to = at};
		check_clause(d, &clause);
	}
}

void denial_check(struct sheet *sheet, const struct overclaim_language *language, const struct advice *advice)
{
	struct denials d = {.sheet = sheet, .language = language};
	if (!language)
		return;
	kinds_open(&d.kinds, sheet, language, advice);
	for (size_t i = 0; i < sheet->prose->nsentences; i++)
		check_sentence(&d, &sheet->prose->sentences[i]);
}
