/* msel_cells: a spreadsheet saved as text, as rows of cells.
 * Owns nothing but what its arena holds; promises that commas, semicolons and tabs are told apart by themselves, that
 * quotes are read as every spreadsheet writes them, and that each cell knows its place. Never knows what stands in one.
 */
#ifndef DESK_MSEL_CELLS_H
#define DESK_MSEL_CELLS_H

#include "base/diag.h"
#include "base/file.h"

enum { MSEL_CELLS_ROWS = 4096, MSEL_CELLS_COLUMNS = 256, MSEL_CELLS_NAME = 16 };

struct msel_cells_cell {
	const char *text; /* without blanks around it, and without the apostrophe that keeps a formula from being one */
	struct diag_place place;
};

struct msel_cells_row {
	struct msel_cells_cell *v;
	size_t n;
	int number; /* as a spreadsheet counts it, from 1 */
};

struct msel_cells {
	struct msel_cells_row *v; /* those with something in them */
	size_t n;
};

/* False after adding the fault: quotes that never close, too many rows or columns. */
bool msel_cells_read(const struct file *file, struct arena *arena, struct diags *diags, struct msel_cells *out);

/* The cell of a column (from 0), its text "" where the row ends before it. */
struct msel_cells_cell msel_cells_at(const struct msel_cells_row *row, int column);

/* "B5", as a spreadsheet calls it. Returns out. */
char *msel_cells_name(const struct msel_cells_row *row, int column, char out[MSEL_CELLS_NAME]);

#endif
