/* paint: lines on a screen: wrapping, hanging indents, two-sided lines, rules, colour.
 * Owns nothing; promises that every line is clean, no wider than the window, and says the same without colour.
 * Never knows what a line is about. */
#ifndef DESK_PAINT_H
#define DESK_PAINT_H

#include "base/text.h"

struct paint {
	struct text *out;
	int columns;
	bool colour;
};

/* Amber for time, red for a missed deadline, bold for what wants an answer. */
enum paint_colour { PAINT_PLAIN, PAINT_BOLD, PAINT_AMBER, PAINT_RED };

/* Wraps `s`, every line behind `prefix`. */
void paint_wrap(const struct paint *paint, enum paint_colour colour, const char *prefix, const char *s);

/* Wraps what the format gives, `label` before the first line and blanks below it; "" as label is a margin of one. */
void paint_hang(const struct paint *paint, enum paint_colour colour, const char *label, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same of at most `lines` lines; the last ends in "..." when there was more. Returns how many were painted. */
int paint_few(const struct paint *paint, enum paint_colour colour, const char *label, const char *s, int lines);

/* `left` from the margin and `right` at the other edge; below each other where the window is too narrow. */
void paint_pair(const struct paint *paint, enum paint_colour colour, const char *left, const char *right);

/* A bubble around `s`. */
void paint_bubble(const struct paint *paint, const char *s);

void paint_rule(const struct paint *paint, char of);
void paint_gap(const struct paint *paint); /* an empty line, never two */

/* Whether a terminal is to be coloured: not under NO_COLOR (https://no-color.org). */
bool paint_wanted(bool terminal);

/* What turns a colour on and off; "" where there is none. */
const char *paint_on(bool colour, enum paint_colour which);
const char *paint_off(bool colour, enum paint_colour which);

#endif
