/* cmd_options: the command line of a subcommand, from one table a subcommand.
 * Owns nothing; promises that `--help` prints the very table that is parsed, and that a wrong option is answered with
 * the nearest right one. Never exits. */
#ifndef DESK_CMD_OPTIONS_H
#define DESK_CMD_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

enum cmd_options_kind { CMD_OPTIONS_FLAG, CMD_OPTIONS_TEXT, CMD_OPTIONS_NUMBER, CMD_OPTIONS_CHOICE };

struct cmd_options_row {
	const char *name;    /* without the dashes; NULL ends the table */
	const char *operand; /* "FILE"; NULL for a flag */
	const char *help;
	enum cmd_options_kind kind;
	void *to;                   /* bool *, const char **, int64_t *, int64_t * (an index) */
	const char *const *choices; /* CMD_OPTIONS_CHOICE: NULL-terminated */
	char letter;                /* for those whose fingers know -o; 0: none */
};

/* Reads argv into the rows' targets; what is left are operands, `*first` of them on. 0 to go on, 1 for a fault that was
 * told, -1 when help was asked for and printed. */
int cmd_options_read(int argc, char **argv, const char *usage, const struct cmd_options_row *rows, int *first);

#endif
