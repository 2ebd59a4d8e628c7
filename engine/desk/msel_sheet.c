#include "desk/msel_sheet.h"

#include <string.h>

enum { HEAD_WITHIN = 30, HEAD_NAMES = 2 }; /* rows from the top; names that make a row the head */

static int column_named(const struct msel_sheet *sheet, const char *heading)
{
	const char *id = msel_lexicon_find(sheet->lexicon, "column", heading);
	for (int i = 0; id && i < MSEL_COLUMNS; i++)
		if (strcmp(msel_lexicon_columns[i], id) == 0)
			return i;
	return -1;
}

/* ---- findings ---- */

/* Where a cell is; of a column that the list does not have, its row. */
static struct diag_place place_of(const struct msel_sheet *sheet, const struct msel_cells_row *row, int at)
{
	return at >= 0 ? msel_cells_at(row, at).place
	               : (struct diag_place){sheet->file->name, row->n ? row->v[0].place.line : 0, 0};
}

static void add_name(const struct msel_sheet *sheet, const struct msel_cells_row *row, enum msel_lexicon_column column,
                     struct text *out)
{
	char name[MSEL_CELLS_NAME];
	if (sheet->of[column] < 0)
		text_addf(out, "row %d: ", row->number);
	else
		text_addf(out, "%s (%.40s): ", msel_cells_name(row, sheet->of[column], name),
		          msel_sheet_heading(sheet, column));
}

static void tell(const struct msel_sheet *sheet, enum diag_level level, const struct msel_cells_row *row,
                 enum msel_lexicon_column column, const char *format, va_list args)
{
	struct text text = {0};
	struct diag_place place = place_of(sheet, row, sheet->of[column]);
	add_name(sheet, row, column, &text);
	text_addv(&text, format, args);
	if (level == DIAG_ERROR)
		diag_error(sheet->diags, place, "%s", text.data);
	else
		diag_warn(sheet->diags, place, "%s", text.data);
	text_free(&text);
}

bool msel_sheet_fault(const struct msel_sheet *sheet, const struct msel_cells_row *row, enum msel_lexicon_column column,
                      const char *format, ...)
{
	va_list args;
	va_start(args, format);
	tell(sheet, DIAG_ERROR, row, column, format, args);
	va_end(args);
	return false;
}

void msel_sheet_warn(const struct msel_sheet *sheet, const struct msel_cells_row *row, enum msel_lexicon_column column,
                     const char *format, ...)
{
	va_list args;
	va_start(args, format);
	tell(sheet, DIAG_WARNING, row, column, format, args);
	va_end(args);
}

/* ---- which column is which ---- */

static int names_in(const struct msel_sheet *sheet, const struct msel_cells_row *row)
{
	bool seen[MSEL_COLUMNS] = {false};
	int n = 0;
	for (int i = 0; i < (int)row->n; i++) {
		int column = column_named(sheet, row->v[i].text);
		n += column >= 0 && !seen[column];
		if (column >= 0)
			seen[column] = true;
	}
	return n;
}

/* The row with the most names, the first of them. */
static bool find_head(struct msel_sheet *sheet)
{
	int most = 0;
	for (size_t i = 0; i < sheet->cells.n && i < HEAD_WITHIN; i++) {
		int n = names_in(sheet, &sheet->cells.v[i]);
		if (n > most) {
			most = n;
			sheet->head = i;
		}
	}
	return most >= HEAD_NAMES ||
	       diag_error(sheet->diags, (struct diag_place){.file = sheet->file->name},
	                  "no row names the columns; a list needs one such as: Scenario time, From, To, Description");
}

/* A second column of the same name, and a word that is none, stay among the others. */
static void take_column(struct msel_sheet *sheet, int at, int column, const char *as)
{
	const struct msel_cells_row *head = &sheet->cells.v[sheet->head];
	char name[MSEL_CELLS_NAME], first[MSEL_CELLS_NAME];
	msel_cells_name(head, at, name);
	if (sheet->of[column] >= 0) {
		diag_warn(sheet->diags, head->v[at].place, "%s (%.40s): means the same as %s; it is kept as a comment",
		          name, head->v[at].text, msel_cells_name(head, sheet->of[column], first));
		return;
	}
	if (as)
		diag_warn(sheet->diags, head->v[at].place, "%s: \"%.40s\" is read as \"%s\"", name, head->v[at].text,
		          as);
	sheet->of[column] = at;
}

static void take_columns(struct msel_sheet *sheet)
{
	const struct msel_cells_row *head = &sheet->cells.v[sheet->head];
	for (int i = 0; i < (int)head->n; i++) {
		int column = column_named(sheet, head->v[i].text);
		if (column >= 0)
			take_column(sheet, i, column, NULL);
	}
	for (int i = 0; i < (int)head->n; i++) {
		const char *as = NULL;
		bool known = !*head->v[i].text || column_named(sheet, head->v[i].text) >= 0;
		if (!known && msel_lexicon_nearest(sheet->lexicon, "column", head->v[i].text, &as))
			take_column(sheet, i, column_named(sheet, as), as);
	}
}

static bool tells_something(const struct msel_sheet *sheet)
{
	return sheet->of[MSEL_DESCRIPTION] >= 0 || sheet->of[MSEL_SUBJECT] >= 0 || sheet->of[MSEL_ALOUD] >= 0 ||
	       diag_error(sheet->diags, msel_cells_at(&sheet->cells.v[sheet->head], 0).place,
	                  "row %d names no column for what is told; call one Description",
	                  sheet->cells.v[sheet->head].number);
}

bool msel_sheet_read(const struct file *file, const struct msel_lexicon *lexicon, struct arena *arena,
                     struct diags *diags, struct msel_sheet *out)
{
	*out = (struct msel_sheet){.file = file, .lexicon = lexicon, .arena = arena, .diags = diags};
	for (int i = 0; i < MSEL_COLUMNS; i++)
		out->of[i] = -1;
	if (!msel_cells_read(file, arena, diags, &out->cells) || !find_head(out))
		return false;
	take_columns(out);
	return tells_something(out);
}

/* ---- what stands in it ---- */

const struct msel_cells_row *msel_sheet_row(const struct msel_sheet *sheet, size_t i)
{
	size_t at = sheet->head + 1 + i;
	return at < sheet->cells.n ? &sheet->cells.v[at] : NULL;
}

const char *msel_sheet_text(const struct msel_sheet *sheet, const struct msel_cells_row *row,
                            enum msel_lexicon_column column)
{
	return msel_cells_at(row, sheet->of[column]).text;
}

const char *msel_sheet_heading(const struct msel_sheet *sheet, enum msel_lexicon_column column)
{
	return msel_cells_at(&sheet->cells.v[sheet->head], sheet->of[column]).text;
}

const char *msel_sheet_other(const struct msel_sheet *sheet, const struct msel_cells_row *row, size_t i,
                             const char **heading)
{
	for (int at = 0; at < (int)row->n; at++) {
		bool ours = false;
		for (int column = 0; column < MSEL_COLUMNS; column++)
			ours = ours || sheet->of[column] == at;
		if (ours || i--)
			continue;
		*heading = msel_cells_at(&sheet->cells.v[sheet->head], at).text;
		return row->v[at].text;
	}
	return NULL;
}
