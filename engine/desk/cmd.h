/* cmd: the subcommands, one a file; main.c holds their table.
 * Each takes its own argc and argv (argv[0] is its name) and returns an exit status: 0 done, 1 the author's or user's
 * fault, 2 ours. Only these, main and console print. */
#ifndef DESK_CMD_H
#define DESK_CMD_H

typedef int cmd(int argc, char **argv);

cmd cmd_menu, cmd_play, cmd_train, cmd_resume, cmd_board, cmd_report, cmd_brief, cmd_check, cmd_kit, cmd_draft, cmd_new,
    cmd_lint_notice, cmd_msel, cmd_graph, cmd_print, cmd_sweep, cmd_verify;

#endif
