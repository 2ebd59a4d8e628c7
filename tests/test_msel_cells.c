#include "check.h"
#include "told.h"

#include "desk/msel_cells.h"

static bool read_list(struct told *told, const char *csv, struct msel_cells *cells)
{
	struct file file;
	assert_true(file_take(csv, strlen(csv), "list.csv", told->arena, &told->diags, &file));
	return msel_cells_read(&file, told->arena, &told->diags, cells);
}

/* "1: a | b", a line a row. */
static const char *rows_of(struct told *told, const char *csv)
{
	struct msel_cells cells;
	if (!read_list(told, csv, &cells))
		return told_text(told);
	text_clear(&told->out);
	for (size_t i = 0; i < cells.n; i++) {
		text_addf(&told->out, "%d:", cells.v[i].number);
		for (size_t k = 0; k < cells.v[i].n; k++)
			text_addf(&told->out, "%s%s", k ? "|" : " ", cells.v[i].v[k].text);
		text_add(&told->out, "\n");
	}
	return told->out.data;
}

static void cells_are_read_as_spreadsheets_write_them(void **state)
{
	static const char *const cases[][2] = {
	    {"a,b\n1,2\n", "1: a|b\n2: 1|2\n"},
	    {"a,b\n1,2", "1: a|b\n2: 1|2\n"},
	    {"a;b\n1,5;2\n", "1: a|b\n2: 1,5|2\n"},
	    {"a\tb, c\n1\t2\n", "1: a|b, c\n2: 1|2\n"},
	    {"sep=;\na;b,c,d\n", "1: a|b,c,d\n"},
	    {"a,\"b \"\"c\"\", d\"\n\"two\nlines\",2\n", "1: a|b \"c\", d\n2: two\nlines|2\n"},
	    {" a , b \n,,\n\n  x,\n", "1: a|b\n4: x|\n"},
	    {"'=1+1,'-x,'quoted',a'b\n", "1: =1+1|-x|'quoted'|a'b\n"},
	    {"\"\",\"\"\"\"\n", "1: |\"\n"},
	    {"a\r\nb\r\n", "1: a\n2: b\n"},
	    {"a,b\n\"c\"d,e\n", "1: a|b\n2: cd|e\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(rows_of(*state, cases[i][0]), cases[i][1]);
}

static void a_quote_that_never_closes_is_told_where_it_opens(void **state)
{
	assert_string_equal(rows_of(*state, "a,b\nc,\"d\ne\n"),
	                    "list.csv:2:3: row 2: the quote that opens here is never closed\n");
}

static void a_list_without_end_is_refused(void **state)
{
	struct told *told = *state;
	struct msel_cells cells;
	struct text csv = {0};
	for (int i = 0; i <= MSEL_CELLS_COLUMNS; i++)
		text_add(&csv, "x,");
	assert_false(read_list(told, csv.data, &cells));
	text_clear(&csv);
	for (int i = 0; i <= MSEL_CELLS_ROWS; i++)
		text_add(&csv, "x\n");
	assert_false(read_list(told, csv.data, &cells));
	assert_string_equal(told_text(told), "list.csv:1:513: row 1 has more than 256 columns\n"
	                                     "list.csv:4097:1: has more than 4096 rows\n");
	text_free(&csv);
}

static void a_cell_is_called_as_its_spreadsheet_calls_it(void **state)
{
	struct msel_cells_row row = {.number = 5};
	char name[MSEL_CELLS_NAME];
	(void)state;
	assert_string_equal(msel_cells_name(&row, 0, name), "A5");
	assert_string_equal(msel_cells_name(&row, 25, name), "Z5");
	assert_string_equal(msel_cells_name(&row, 26, name), "AA5");
	assert_string_equal(msel_cells_name(&row, 255, name), "IV5");
}

static void a_row_that_ends_early_has_empty_cells(void **state)
{
	struct msel_cells cells;
	assert_true(read_list(*state, "a,b,c\nx\n", &cells));
	assert_string_equal(msel_cells_at(&cells.v[1], 2).text, "");
	assert_string_equal(msel_cells_at(&cells.v[1], -1).text, "");
	assert_int_equal(msel_cells_at(&cells.v[1], 2).place.line, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(cells_are_read_as_spreadsheets_write_them),
	    told_test(a_quote_that_never_closes_is_told_where_it_opens),
	    told_test(a_list_without_end_is_refused),
	    cmocka_unit_test(a_cell_is_called_as_its_spreadsheet_calls_it),
	    told_test(a_row_that_ends_early_has_empty_cells),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
