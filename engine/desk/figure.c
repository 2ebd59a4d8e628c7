#include "desk/figure.h"

#include "base/ascii.h"
#include "base/numeral_part.h"
#include "desk/calendar.h"

#include <stddef.h>
#include <string.h>

enum { LOOKED_AT = 200, LAST_HOUR = 24000 }; /* bytes to each side: a sentence may be as long as a file */

struct figures {
	struct sheet *sheet;
	const struct backing *backing;
	const struct overclaim *overclaim;
	struct calendar calendar;
	size_t block;
	size_t reference; /* where a number that is a law's or a list's ended: "4 and 5" goes on there */
};

/* ---- what is no claim ---- */

/* Whether a word of the list that `member` is of a language ends at `stop`, or with `starts` begins there. */
static bool has_word_at(const struct figures *f, size_t from, size_t stop, size_t to, size_t member, bool starts)
{
	const char *text = f->sheet->prose->text;
	const struct overclaim_language *languages = f->overclaim->languages.v;
	for (size_t k = 0; k < f->overclaim->languages.n; k++) {
		const struct shape_texts *words = (const void *)((const char *)&languages[k] + member);
		for (size_t i = 0; i < words->n; i++) {
			size_t n = strlen(words->v[i]);
			if (starts ? sheet_match(f->sheet, stop, to, words->v[i]) != 0
			           : stop >= from + n && numeral_part_starts(text, stop, stop - n, words->v[i]) &&
			                 (stop == from + n || !ascii_letter(words->v[i][0]) ||
			                  !ascii_letter(text[stop - n - 1])))
				return true;
		}
	}
	return false;
}

/* A number that names a place in a text, not a quantity: by the words in front of it, or behind it. */
static bool is_reference(struct figures *f, const char *text, size_t from, size_t at, size_t end)
{
	static const char *const joints[] = {" and ", " to ", ", ", "-", "/", " or ", "、", "和", " dan "};
	size_t stop = at;
	bool goes_on = false;
	for (size_t i = 0; f->reference > from && f->reference <= at && i < sizeof joints / sizeof *joints; i++)
		goes_on = goes_on || (strlen(joints[i]) == at - f->reference &&
		                      !memcmp(text + f->reference, joints[i], at - f->reference));
	while (stop > from && strchr(" .", text[stop - 1]))
		stop--;
	if (!goes_on && !has_word_at(f, from, stop, stop, offsetof(struct overclaim_language, references), false) &&
	    !has_word_at(f, from, end, f->sheet->prose->blocks[f->block].to,
	                 offsetof(struct overclaim_language, ordinals), true))
		return false;
	f->reference = end;
	return true;
}

#define BESIDE(member) offsetof(struct overclaim_language, member)
#define FIGURES        "0123456789"

/* A correction repeats what was said before. */
static bool is_repeated(const struct figures *f, size_t byte)
{
	return beside_sentence(&f->calendar.beside, byte, BESIDE(repeats));
}

/* What will be is a promise: the next update, how long something takes. */
static bool is_promise(const struct figures *f, size_t byte)
{
	return beside_sentence(&f->calendar.beside, byte, BESIDE(promises));
}

/* "9 to 6", where it says when somebody answers. */
static bool is_opening_hour(const struct figures *f, const struct numeral *number, enum unit unit)
{
	static const char *const joints[] = {" to ", "-", " - ", "–", " – ", " hingga ", "至", "到", "~"};
	const char *text = f->sheet->prose->text;
	const struct prose_block *block = &f->sheet->prose->blocks[f->block];
	bool paired = false;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		size_t n = strlen(joints[i]), back = number->core;
		bool before = back > block->from + n && numeral_part_starts(text, block->to, back - n, joints[i]);
		paired = paired || (before && strchr(FIGURES, text[back - n - 1])) ||
		         (numeral_part_starts(text, block->to, number->end, joints[i]) &&
		          strchr(FIGURES, text[number->end + n]) && text[number->end + n]);
	}
	return paired && number->kind == NUMERAL_COUNT && unit == UNIT_NONE && number->milli <= LAST_HOUR &&
	       beside_sentence(&f->calendar.beside, number->from, BESIDE(opening));
}

/* "one" is a number only where it counts people: "one of us", 一个 and satu are articles. */
static bool is_article(const struct numeral *number, enum unit unit)
{
	return number->words && number->milli <= 1000 && !(unit == UNIT_PEOPLE && number->milli == 0);
}

/* A logged action backs no number that its wording does not have. */
static bool is_marked(const struct figures *f, size_t from, size_t to)
{
	for (; from < to; from++)
		if (f->sheet->marks[from] && f->sheet->marks[from] != SHEET_DONE)
			return true;
	return false;
}

/* ---- numbers ---- */

/* By the words behind it; else, behind a colon, by the label in front of it. */
static enum unit unit_of(const struct figures *f, const struct numeral *number)
{
	const struct prose *prose = f->sheet->prose;
	const struct prose_block *block = &prose->blocks[f->block];
	const char *text = prose->text;
	size_t at = number->from;
	enum unit unit = number->kind == NUMERAL_COUNT ? unit_after(text, number->to, block->to) : UNIT_NONE;
	if (unit || number->kind != NUMERAL_COUNT)
		return unit;
	while (at > block->from && text[at - 1] == ' ')
		at--;
	bool colon =
	    at > block->from && (text[at - 1] == ':' || (at >= block->from + 3 && !memcmp(text + at - 3, "：", 3)));
	size_t from = prose->sentences[prose_sentence(prose, at ? at - 1 : 0)].from;
	from = at > from + LOOKED_AT ? at - LOOKED_AT : from;
	return colon ? unit_named(text, from, at) : UNIT_NONE;
}

static bool block_has(const struct figures *f, const char *words)
{
	const struct prose_block *block = &f->sheet->prose->blocks[f->block];
	const char *found = words ? strstr(f->sheet->prose->text + block->from, words) : NULL;
	return found && found < f->sheet->prose->text + block->to;
}

/* A form for an authority may say what somebody claims, with who says so and from where beside it. */
static bool is_estimate(const struct figures *f, const struct backing_number *near)
{
	return near && near->claimed && block_has(f, near->proof->who) && block_has(f, near->proof->source);
}

/* A sentence about ourselves may have numbers that are no part of the incident. */
static void hint_ours(const struct figures *f, const struct numeral *number)
{
	if (!f->sheet->diags->dropped && beside_sentence(&f->calendar.beside, number->from, BESIDE(subjects)))
		diag_hint(f->sheet->diags, "if it is about yourselves, verify a text fact in these words");
}

static void explain(struct figures *f, const struct numeral *number, enum unit unit, struct diag_place place)
{
	static const char *const nothing[] = {
	    [NUMERAL_COUNT] = "no number", [NUMERAL_PERCENT] = "no percentage", [NUMERAL_MONEY] = "no sum of money"};
	struct sheet *s = f->sheet;
	const struct backing_number *near = backing_nearest(f->backing, number, unit);
	const char *quote = sheet_quote(s, number->from, number->to);
	if (is_estimate(f, near))
		return;
	if (!near) {
		diag_error(s->diags, place, "nothing verified says \"%s\": %s is verified", quote,
		           unit >= UNIT_MINUTES ? "no such length of time" : nothing[number->kind]);
		hint_ours(f, number);
		return;
	}
	if (near->claimed) {
		diag_error(s->diags, place, "\"%s\" is claimed, not verified: %s, %s by %s", quote, near->name,
		           sheet_proof(s, near->proof, "claimed"), near->proof->who ? near->proof->who : "somebody");
		return;
	}
	const char *proof = sheet_proof(s, near->proof, "verified");
	if (unit && near->unit && near->unit != unit && unit < UNIT_MINUTES)
		diag_error(s->diags, place, "nothing verified says \"%s\" of %s: %s is %s, %s: %s are not %s", quote,
		           unit_name(unit), near->name, near->words, proof, unit_name(near->unit), unit_name(unit));
	else
		diag_error(s->diags, place, "nothing verified says \"%s\": %s is %s, %s", quote, near->name,
		           near->words, proof);
	hint_ours(f, number);
}

static void explain_before(struct figures *f, const struct numeral *number, const struct backing_number *by)
{
	struct sheet *s = f->sheet;
	const struct backing_number *now = by;
	for (size_t i = 0; i < f->backing->nnumbers && now->before; i++)
		if (f->backing->numbers[i].fact == by->fact)
			now = &f->backing->numbers[i];
	diag_error(s->diags, prose_place(s->prose, number->from), "\"%s\" no longer holds: %s is %s, %s",
	           sheet_quote(s, number->from, number->to), now->name, now->words,
	           sheet_proof(s, now->proof, "verified"));
}

static bool is_fact_kind(const struct sheet *sheet, int fact, enum fact_kind kind)
{
	return fact != NAMES_NONE && sheet->matter->facts[fact].kind == kind;
}

/* As a statement has it: what is proved by no fact (a law's period), or was said before, is no value of it. */
static void add_value(struct figures *f, size_t from, size_t to, enum unit unit, const struct backing_number *by)
{
	struct sheet *s = f->sheet;
	struct statement_value value = {
	    .fact = by ? by->fact : NAMES_NONE, .action = NAMES_NONE, .moment = NAMES_NONE, .value = SHAPE_UNSET};
	if (by && (by->fact == NAMES_NONE || by->before))
		return;
	if (by && is_fact_kind(s, by->fact, STORY_COUNT))
		value.value = (int32_t)(by->milli / 1000);
	value.turn = by ? by->proof->turn : 0;
	value.unit = by ? NULL : unit_name(unit);
	value.text = sheet_quote(s, from, to);
	sheet_add(s, &value);
}

/* What is no exact value says which one it was taken for. */
static void note_rounding(const struct figures *f, const struct numeral *number, const struct backing_number *by)
{
	struct sheet *s = f->sheet;
	if (by->fact != NAMES_NONE && !by->before && by->milli != number->milli)
		sheet_note(s, number->from, "\"%s\" passes as a rounded figure: %s is %s, %s",
		           sheet_quote(s, number->from, number->to), by->name, by->words,
		           sheet_proof(s, by->proof, "verified"));
}

static void check_number(struct figures *f, const struct numeral *number)
{
	const struct prose_block *block = &f->sheet->prose->blocks[f->block];
	enum unit unit = unit_of(f, number);
	if (is_article(number, unit) || is_reference(f, f->sheet->prose->text, block->from, number->core, number->end))
		return;
	const struct backing_number *by = backing_number(f->backing, number, unit);
	if (!by && ((unit >= UNIT_MINUTES && is_promise(f, number->from)) || is_opening_hour(f, number, unit)))
		return;
	if (by && by->before && !is_repeated(f, number->from)) {
		explain_before(f, number, by);
		by = NULL;
	} else if (!by) {
		explain(f, number, unit, prose_place(f->sheet->prose, number->from));
	} else {
		note_rounding(f, number, by);
	}
	add_value(f, number->from, number->to, unit, by);
}

/* ---- the walk ---- */

static size_t next_character(const char *text, size_t at, size_t to)
{
	do
		at++;
	while (at < to && ((unsigned char)text[at] & 0xc0) == 0x80);
	return at;
}

/* Four figures before something counted are a number, and those of INC-2041 an id's: no year. */
static bool is_year_only(const struct figures *f, const struct dating *date)
{
	const struct prose *prose = f->sheet->prose;
	size_t at = date->from;
	bool id = at > 1 && prose->text[at - 1] == '-' && ascii_letter(prose->text[at - 2]);
	return date->year && !date->month && (id || unit_after(prose->text, date->to, prose->blocks[f->block].to));
}

static void check_numbers(struct figures *f, size_t from, size_t to)
{
	struct numeral number;
	for (size_t at = from; numeral_next(f->sheet->prose->text, to, at, &number); at = number.to)
		if (!is_marked(f, number.core, number.end))
			check_number(f, &number);
}

static void explain_impossible(struct figures *f, const struct dating *date)
{
	diag_error(f->sheet->diags, prose_place(f->sheet->prose, date->from), "there is no such date as \"%s\"",
	           sheet_quote(f->sheet, date->from, date->to));
	add_value(f, date->from, date->to, UNIT_NONE, NULL);
}

static void check_block(struct figures *f)
{
	const struct prose_block *block = &f->sheet->prose->blocks[f->block];
	const char *text = f->sheet->prose->text;
	struct dating date;
	size_t from = block->from;
	for (size_t at = from; at < block->to;) {
		unsigned char c = (unsigned char)text[at];
		bool may = (c >= '0' && c <= '9') || ascii_letter((char)c) || c >= 0xe0;
		if (may && !is_marked(f, at, at + 1) && dating_impossible(text, block->to, at, &date)) {
			check_numbers(f, from, at);
			explain_impossible(f, &date);
			from = at = date.to;
			continue;
		}
		if (!may || is_marked(f, at, at + 1) || !dating_read(text, block->to, at, &date) ||
		    is_year_only(f, &date)) {
			at = next_character(text, at, block->to);
			continue;
		}
		check_numbers(f, from, at);
		if (!is_reference(f, text, block->from, date.from, date.to))
			calendar_check(&f->calendar, &date);
		from = at = date.to;
	}
	check_numbers(f, from, block->to);
}

/* "A third of", 三成: no fact is a share of all. */
static void check_shares(struct figures *f, const struct overclaim_language *language)
{
	struct sheet *s = f->sheet;
	bool begins[256] = {false};
	for (size_t i = 0; i < language->shares.n; i++) {
		begins[(unsigned char)language->shares.v[i][0]] = true;
		begins[(unsigned char)(language->shares.v[i][0] & ~0x20)] = true;
	}
	for (size_t at = 0; at < s->prose->len; at++)
		for (size_t i = 0; begins[(unsigned char)s->prose->text[at]] && i < language->shares.n; i++) {
			size_t end =
			    is_marked(f, at, at + 1) ? 0 : sheet_match(s, at, s->prose->len, language->shares.v[i]);
			if (!end)
				continue;
			diag_error(s->diags, prose_place(s->prose, at),
			           "nothing verified says \"%s\": no share of all is verified",
			           sheet_quote(s, at, end));
			add_value(f, at, end, UNIT_NONE, NULL);
			at = end - 1;
			break;
		}
}

void figure_check(struct sheet *sheet, const struct backing *backing, const struct overclaim *overclaim)
{
	const struct overclaim_language *language = overclaim_language(overclaim, sheet->lang);
	struct figures f = {
	    .sheet = sheet,
	    .backing = backing,
	    .overclaim = overclaim,
	    .calendar = {sheet, backing, {sheet, overclaim}, zone_civil(sheet->matter->zone, sheet->matter->now)}};
	for (f.block = 0; f.block < sheet->prose->nblocks; f.block++)
		check_block(&f);
	for (size_t i = 0; i < sheet->prose->nblocks; i++)
		calendar_check_days(&f.calendar, sheet->prose->blocks[i].from, sheet->prose->blocks[i].to);
	if (language)
		check_shares(&f, language);
}
