/* console: a line editor and a page in one poll loop.
 * Owns the terminal while open and gives it back as it was; promises that what is printed never touches a half-typed
 * line, and that Ctrl-C, Ctrl-Z, Ctrl-D, a resized window or a hang-up lose nothing. readline is confined to it.
 * Never knows what a line means. Not a terminal: plain lines in, plain text out. */
#ifndef DESK_CONSOLE_H
#define DESK_CONSOLE_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { CONSOLE_LINE_MAX = 4096 }; /* bytes; a longer line is told and dropped */

enum console_event {
	CONSOLE_TICK,      /* the timeout passed */
	CONSOLE_LINE,      /* a line was entered */
	CONSOLE_INTERRUPT, /* Ctrl-C: the half-typed line is gone, nothing else */
	CONSOLE_CLOSED,    /* Ctrl-D on an empty line, or the end of the script */
	CONSOLE_STOPPED    /* TERM or HUP: save what is to be saved and go */
};

struct console_setup {
	FILE *script; /* lines come from here; NULL: standard input */
	bool plain;   /* no colour, no cursor movement, no editing */
	/* The i-th completion (from 0) of `word`, which begins at byte `at` of `line`; malloc'ed, NULL when there are
	 * no more. */
	char *(*complete)(void *context, const char *line, int at, const char *word, int i);
	void *context;
};

struct console;

struct console *console_open(const struct console_setup *setup);
void console_close(struct console *console);

/* Waits up to `timeout_ms` (-1: for ever). CONSOLE_LINE: `*line` is the console's until the next call, valid UTF-8,
 * without newline; several pasted lines come one by one. */
enum console_event console_poll(struct console *console, int timeout_ms, const char **line);

/* Prints whole lines (already cleaned) above the half-typed one. */
void console_print(struct console *console, const char *text);

/* Shows or changes the prompt without touching what was typed. `\001` and `\002` surround what has no width. */
void console_prompt(struct console *console, const char *prompt);
bool console_typing(const struct console *console);      /* a half-typed line is there */
bool console_interactive(const struct console *console); /* a terminal on both sides */
int console_columns(const struct console *console);      /* 80 when unknown; at least 20 */
int console_dropped(const struct console *console);      /* lines too long to take, so far */
void console_clear(struct console *console);             /* the whole screen, for the board */

#endif
