/* msel_sheet: an events list whose columns are known.
 * Owns nothing but what its arena holds; promises that a title above the columns does no harm, and that a finding names
 * the cell as the spreadsheet does, and its place in the file. Never knows what a cell means. */
#ifndef DESK_MSEL_SHEET_H
#define DESK_MSEL_SHEET_H

#include "desk/msel_cells.h"
#include "desk/msel_lexicon.h"

struct msel_sheet {
	const struct file *file;
	const struct msel_lexicon *lexicon;
	struct arena *arena;
	struct diags *diags;
	struct msel_cells cells;
	size_t head;          /* the row that names the columns; those of the list follow */
	int of[MSEL_COLUMNS]; /* where each is, from 0; -1: the list has none */
};

/* False after adding every fault: no row names the columns, or none for what is told. */
bool msel_sheet_read(const struct file *file, const struct msel_lexicon *lexicon, struct arena *arena,
                     struct diags *diags, struct msel_sheet *out);

const struct msel_cells_row *msel_sheet_row(const struct msel_sheet *sheet,
                                            size_t i); /* of the list; NULL past its end */

/* What stands in a column, "" where nothing does; and what the list calls the column. */
const char *msel_sheet_text(const struct msel_sheet *sheet, const struct msel_cells_row *row,
                            enum msel_lexicon_column column);
const char *msel_sheet_heading(const struct msel_sheet *sheet, enum msel_lexicon_column column);

/* What stands in the columns that are no columns of ours, the i-th of them with its heading; NULL past the last. */
const char *msel_sheet_other(const struct msel_sheet *sheet, const struct msel_cells_row *row, size_t i,
                             const char **heading);

/* Adds a finding: "B5 (Scenario time): " and the message. msel_sheet_fault returns false. */
bool msel_sheet_fault(const struct msel_sheet *sheet, const struct msel_cells_row *row, enum msel_lexicon_column column,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));
void msel_sheet_warn(const struct msel_sheet *sheet, const struct msel_cells_row *row, enum msel_lexicon_column column,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
