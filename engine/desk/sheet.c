#include "desk/sheet.h"

#include "base/ascii.h"
#include "base/ending.h"
#include "base/numeral_part.h"

#include <stdarg.h>
#include <string.h>

enum { LONGEST_QUOTE = 60, SHORTEST_KNOWN = 3 };

void sheet_mark(struct sheet *sheet, size_t from, size_t to, enum sheet_mark mark)
{
	memset(sheet->marks + from, (int)mark, to - from);
}

/* Without white space; `origins` (may be NULL) gets the byte that each came from. */
static char *squeeze(const char *s, uint32_t *origins, struct arena *arena)
{
	char *out = arena_alloc(arena, strlen(s) + 1), *to = out;
	for (size_t i = 0; s[i]; i++) {
		if (strchr(" \t\n\r", s[i]))
			continue;
		if (origins)
			origins[to - out] = (uint32_t)i;
		*to++ = s[i];
	}
	*to = 0;
	return out;
}

void sheet_prepare(struct sheet *sheet)
{
	size_t len = sheet->prose->len;
	sheet->loose = strcmp(sheet->lang, "ko") == 0 || strcmp(sheet->lang, "zh") == 0;
	sheet->marks = arena_alloc(sheet->arena, len + 1);
	sheet->origins = arena_alloc(sheet->arena, (len + 1) * sizeof *sheet->origins);
	sheet->squeezed = squeeze(sheet->prose->text, sheet->origins, sheet->arena);
	sheet->room = arena_alloc(sheet->arena, (STATEMENT_VALUES + 1) * sizeof *sheet->room);
}

/* A known "640 customers" does not begin inside of 1,640. */
static bool is_inside_number(const char *text, size_t from, size_t to)
{
	bool before =
	    from && ascii_digit(text[from]) &&
	    (ascii_digit(text[from - 1]) || (from > 1 && strchr(",.", text[from - 1]) && ascii_digit(text[from - 2])));
	bool behind = ascii_digit(text[to - 1]) &&
	              (ascii_digit(text[to]) || (text[to] && strchr(",.", text[to]) && ascii_digit(text[to + 1])));
	return before || behind;
}

bool sheet_mark_known(struct sheet *sheet, const char *known)
{
	bool found = false;
	size_t len = known ? ending_cut(known, strlen(known)) : 0; /* within a sentence, too */
	const char *s = squeeze(arena_ndup(sheet->arena, known ? known : "", len), NULL, sheet->arena);
	size_t n = strlen(s);
	for (const char *at = sheet->squeezed; n >= SHORTEST_KNOWN && (at = strstr(at, s)); at += n) {
		size_t first = (size_t)(at - sheet->squeezed);
		size_t from = sheet->origins[first], to = sheet->origins[first + n - 1] + 1;
		if (is_inside_number(sheet->prose->text, from, to))
			continue;
		sheet_mark(sheet, from, to, SHEET_KNOWN);
		found = true;
	}
	return found;
}

size_t sheet_match(const struct sheet *sheet, size_t at, size_t to, const char *phrase)
{
	const char *text = sheet->prose->text;
	size_t from = at;
	for (; *phrase; phrase++) {
		if (sheet->loose && *phrase == ' ')
			continue;
		while (sheet->loose && at > from && at < to && text[at] == ' ')
			at++;
		if (at >= to || ascii_lower(text[at]) != ascii_lower(*phrase))
			return 0;
		at++;
	}
	return sheet_inside_word(sheet, from) || (at < to && sheet_inside_word(sheet, at)) ? 0 : at;
}

const char *sheet_quote(const struct sheet *sheet, size_t from, size_t to)
{
	const char *text = sheet->prose->text;
	if (to - from <= LONGEST_QUOTE)
		return arena_ndup(sheet->arena, text + from, to - from);
	to = from + LONGEST_QUOTE;
	while (to > from && ((unsigned char)text[to] & 0xc0) == 0x80)
		to--;
	return arena_printf(sheet->arena, "%.*s...", (int)(to - from), text + from);
}

void sheet_add(struct sheet *sheet, const struct statement_value *value)
{
	struct statement *out = sheet->values;
	struct statement_value added = *value;
	if (!out || out->nvalues > STATEMENT_VALUES)
		return;
	if (value->fact != NAMES_NONE)
		added.fact = names_find(&sheet->matter->world->names, NAMES_FACT, sheet->matter->facts[value->fact].id);
	for (size_t i = 0; i < out->nvalues; i++) {
		const struct statement_value *v = &out->values[i];
		if (v->fact == added.fact && v->action == added.action && v->moment == added.moment &&
		    v->value == added.value && v->unit == added.unit && !strcmp(v->text, added.text))
			return;
	}
	struct statement_value *values = sheet->room;
	values[out->nvalues++] = added;
	out->values = values;
}

void sheet_note(const struct sheet *sheet, size_t at, const char *format, ...)
{
	struct diag_place place = prose_place(sheet->prose, at);
	va_list args;
	if (!sheet->notes)
		return;
	text_addf(sheet->notes, "%s:%d:%d: note: ", place.file, place.line, place.col);
	va_start(args, format);
	text_addv(sheet->notes, format, args);
	va_end(args);
	text_add(sheet->notes, "\n");
}

const char *sheet_proof(const struct sheet *sheet, const struct matter_proof *proof, const char *how)
{
	if (proof->turn)
		return arena_printf(sheet->arena, "%s in turn %d", how, (int)proof->turn);
	if (proof->place.file && proof->place.line)
		return arena_printf(sheet->arena, "%s in %s:%d", how, proof->place.file, proof->place.line);
	return how;
}
