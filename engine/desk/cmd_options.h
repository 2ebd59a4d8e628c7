/* cmd_options: the command line of a subcommand, from one table a subcommand.
 * Owns nothing; promises that `--help` prints the very table that is parsed, and that a wrong option is answered with
 * the nearest right one. Never exits. */
#ifndef DESK_CMD_OPTIONS_H
#define DESK_CMD_OPTIONS_H

#include "desk/option.h"

/* Reads argv into the rows' targets; what is left are operands, `*first` of them on. 0 to go on, 1 for a fault that was
 * told, -1 when help was asked for and printed. */
int cmd_options_read(int argc, char **argv, const char *usage, const struct option_row *rows, int *first);

#endif
