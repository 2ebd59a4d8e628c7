#include "desk/msel_cells.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char separators[] = ",;\t";

enum { LOOKED_AT = 20 }; /* lines, for the separator */

struct reader {
	const struct file *file;
	struct arena *arena;
	struct diags *diags;
	const char *at, *end;
	char separator;
	int line, row;
	const char *line_start;
	struct text cell;
};

/* ---- which separator ---- */

/* The line "sep=;" that Excel writes first, when asked to. */
static size_t named_separator(const char *bytes, char *separator)
{
	size_t n = strncasecmp(bytes, "sep=", 4) == 0 && bytes[4] && strchr(separators, bytes[4]) ? 5 : 0;
	if (n && bytes[n] && bytes[n] != '\n')
		return 0;
	if (n)
		*separator = bytes[4];
	return n && bytes[n] ? n + 1 : n;
}

/* The one that the fullest of the first lines has most often. */
static char usual_separator(const char *bytes)
{
	size_t most = 0, count[sizeof separators - 1] = {0};
	char best = *separators;
	bool quoted = false;
	int lines = 0;
	for (const char *s = bytes; *s && lines < LOOKED_AT; s++) {
		const char *found = quoted ? NULL : strchr(separators, *s);
		if (*s == '"')
			quoted = !quoted;
		if (found && ++count[found - separators] > most) {
			most = count[found - separators];
			best = *s;
		}
		if (*s == '\n' && !quoted) {
			memset(count, 0, sizeof count);
			lines++;
		}
	}
	return best;
}

/* ---- a cell ---- */

static bool is_formula(const char *s)
{
	return *s && strchr("=+-@", s[strspn(s, " ")]) && s[strspn(s, " ")];
}

/* Takes back what escape_add(ESCAPE_CSV) put in. */
static void add_unguarded(const char *s, size_t len, struct text *out)
{
	for (size_t i = 0; i < len; i++) {
		bool begins = i == 0 || strchr(";\t\n", s[i - 1]);
		if (!(begins && s[i] == '\'' && is_formula(s + i + 1)))
			text_add_bytes(out, s + i, 1);
	}
}

static const char *finish_cell(struct reader *r)
{
	static const char blanks[] = " \t\n";
	struct text clean = {0};
	const char *s = r->cell.len ? r->cell.data : "";
	s += strspn(s, blanks);
	size_t len = strlen(s);
	while (len && strchr(blanks, s[len - 1]))
		len--;
	add_unguarded(s, len, &clean);
	const char *text = arena_ndup(r->arena, clean.len ? clean.data : "", clean.len);
	text_free(&clean);
	return text;
}

static struct diag_place place_of(const struct reader *r)
{
	int column = 1;
	for (const char *s = r->line_start; s < r->at; s++)
		column += (*s & 0xc0) != 0x80;
	return (struct diag_place){r->file->name, r->line, column};
}

static void step(struct reader *r)
{
	if (*r->at++ != '\n')
		return;
	r->line++;
	r->line_start = r->at;
}

/* What stands between quotes; a doubled one is one. */
static bool read_quoted(struct reader *r)
{
	struct diag_place place = place_of(r);
	for (step(r); r->at < r->end; step(r)) {
		if (*r->at == '"' && r->at[1] != '"') {
			step(r);
			return true;
		}
		if (*r->at == '"')
			step(r);
		text_add_bytes(&r->cell, r->at, 1);
	}
	return diag_error(r->diags, place, "row %d: the quote that opens here is never closed", r->row);
}

static bool read_cell(struct reader *r, struct msel_cells_cell *out)
{
	text_clear(&r->cell);
	while (r->at < r->end && *r->at == ' ' && r->separator != ' ')
		step(r);
	out->place = place_of(r);
	if (r->at < r->end && *r->at == '"' && !read_quoted(r))
		return false;
	for (; r->at < r->end && *r->at != r->separator && *r->at != '\n'; step(r))
		text_add_bytes(&r->cell, r->at, 1);
	out->text = finish_cell(r);
	return true;
}

/* ---- rows ---- */

static bool read_row(struct reader *r, struct msel_cells_row *row)
{
	*row = (struct msel_cells_row){.number = r->row};
	for (;;) {
		if (row->n == MSEL_CELLS_COLUMNS)
			return diag_error(r->diags, place_of(r), "row %d has more than %d columns", r->row,
			                  MSEL_CELLS_COLUMNS);
		if (!read_cell(r, arena_push(r->arena, &row->v, &row->n, sizeof *row->v)))
			return false;
		bool more = r->at < r->end && *r->at == r->separator;
		if (r->at < r->end)
			step(r);
		if (!more)
			return true;
	}
}

static bool is_blank(const struct msel_cells_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (*row->v[i].text)
			return false;
	return true;
}

static bool read_rows(struct reader *r, struct msel_cells *out)
{
	struct msel_cells_row row;
	for (r->row = 1; r->at < r->end; r->row++) {
		if (out->n == MSEL_CELLS_ROWS)
			return diag_error(r->diags, place_of(r), "has more than %d rows", MSEL_CELLS_ROWS);
		if (!read_row(r, &row))
			return false;
		if (!is_blank(&row))
			*(struct msel_cells_row *)arena_push(r->arena, &out->v, &out->n, sizeof row) = row;
	}
	return true;
}

bool msel_cells_read(const struct file *file, struct arena *arena, struct diags *diags, struct msel_cells *out)
{
	struct reader r = {.file = file, .arena = arena, .diags = diags, .line = 1};
	size_t named = named_separator(file->bytes, &r.separator);
	r.at = r.line_start = file->bytes + named;
	r.end = file->bytes + file->len;
	r.line += named > 0;
	if (!named)
		r.separator = usual_separator(file->bytes);
	*out = (struct msel_cells){0};
	bool done = read_rows(&r, out);
	text_free(&r.cell);
	return done;
}

struct msel_cells_cell msel_cells_at(const struct msel_cells_row *row, int column)
{
	static const struct msel_cells_cell none = {.text = ""};
	if (column < 0 || (size_t)column >= row->n) {
		struct msel_cells_cell cell = none;
		cell.place = row->n ? row->v[row->n - 1].place : none.place;
		return cell;
	}
	return row->v[column];
}

char *msel_cells_name(const struct msel_cells_row *row, int column, char out[MSEL_CELLS_NAME])
{
	if (column < 26)
		snprintf(out, MSEL_CELLS_NAME, "%c%d", 'A' + column, row->number);
	else
		snprintf(out, MSEL_CELLS_NAME, "%c%c%d", 'A' + column / 26 - 1, 'A' + column % 26, row->number);
	return out;
}
