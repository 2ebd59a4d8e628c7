/* A screen: enough of a terminal to see what a person would see. */
#ifndef TESTS_SCREEN_H
#define TESTS_SCREEN_H

#include "base/text.h"

#include <wchar.h>

enum { ROWS = 24, COLUMNS_MAX = 100, DEADLINE_MS = 20000 };

struct screen {
	int columns, row, column;
	bool wrap; /* the last column is filled: the next character goes to the next row */
	wchar_t cells[ROWS][COLUMNS_MAX];
	char sequence[32];
	size_t in_sequence; /* 0: plain text */
	char partial[5];
	size_t in_partial;
};

static void line_feed(struct screen *s)
{
	s->wrap = false;
	if (s->row < ROWS - 1) {
		s->row++;
		return;
	}
	memmove(s->cells[0], s->cells[1], sizeof s->cells - sizeof s->cells[0]);
	memset(s->cells[ROWS - 1], 0, sizeof s->cells[0]);
}

static void put_wide(struct screen *s, wchar_t c)
{
	int width = wcwidth(c);
	if (width < 1)
		return;
	if (s->wrap || s->column + width > s->columns) {
		line_feed(s);
		s->column = 0;
	}
	s->cells[s->row][s->column] = c;
	if (width == 2)
		s->cells[s->row][s->column + 1] = -1;
	s->column += width;
	s->wrap = s->column >= s->columns;
	if (s->wrap)
		s->column = s->columns - 1;
}

static void erase(struct screen *s, int row, int from, int to)
{
	for (int i = from; i < to; i++)
		s->cells[row][i] = 0;
}

static void shift(struct screen *s, int by)
{
	wchar_t *row = s->cells[s->row];
	wchar_t old[COLUMNS_MAX];
	memcpy(old, row, sizeof old);
	for (int i = s->column; i < s->columns; i++) {
		int from = i - by;
		row[i] = from >= s->column && from < s->columns ? old[from] : 0;
	}
}

static void obey(struct screen *s, char final, int n)
{
	int one = n ? n : 1;
	s->wrap = false;
	if (final == 'A')
		s->row = s->row > one ? s->row - one : 0;
	else if (final == 'B')
		s->row = s->row + one < ROWS ? s->row + one : ROWS - 1;
	else if (final == 'C')
		s->column = s->column + one < s->columns ? s->column + one : s->columns - 1;
	else if (final == 'D')
		s->column = s->column > one ? s->column - one : 0;
	else if (final == 'G')
		s->column = one - 1;
	else if (final == 'H')
		s->row = s->column = 0;
	else if (final == 'J')
		for (int row = n == 2 ? 0 : s->row; row < ROWS; row++)
			erase(s, row, row == s->row && n != 2 ? s->column : 0, s->columns);
	else if (final == 'K')
		erase(s, s->row, n ? 0 : s->column, n == 1 ? s->column + 1 : s->columns);
	else if (final == 'P')
		shift(s, -one);
	else if (final == '@')
		shift(s, one);
	else
		assert_non_null(strchr("hlm", final));
}

static void put_text_byte(struct screen *s, char byte)
{
	s->partial[s->in_partial++] = byte;
	s->partial[s->in_partial] = '\0';
	const char *at = s->partial;
	int32_t c = text_next(&at);
	if (c < 0 && s->in_partial < 4)
		return;
	s->in_partial = 0;
	put_wide(s, c < 0 ? L'?' : (wchar_t)c);
}

static void put_byte(struct screen *s, char byte)
{
	if (s->in_sequence) {
		s->sequence[s->in_sequence++] = byte;
		bool final = s->in_sequence > 2 ? byte >= '@' : byte != '[';
		if (final && s->in_sequence > 2) {
			s->sequence[s->in_sequence] = '\0';
			obey(s, byte, atoi(s->sequence + 2 + (s->sequence[2] == '?')));
		}
		if (final || s->in_sequence == sizeof s->sequence - 1)
			s->in_sequence = 0;
	} else if (byte == 033) {
		s->sequence[s->in_sequence++] = byte;
	} else if (byte == '\r') {
		s->column = 0;
		s->wrap = false;
	} else if (byte == '\n') {
		line_feed(s);
	} else if (byte == '\b') {
		s->column -= s->column > 0 && !s->wrap;
		s->wrap = false;
	} else if ((unsigned char)byte >= ' ') {
		put_text_byte(s, byte);
	}
}

#endif
