/* cmd: the subcommands, one a file; main.c holds their table.
 * Each takes its own argc and argv (argv[0] is its name) and returns an exit status: 0 done, 1 the author's or user's
 * fault, 2 ours. Only these, main and console print. */
#ifndef DESK_CMD_H
#define DESK_CMD_H

int cmd_menu(int argc, char **argv);
int cmd_play(int argc, char **argv);
int cmd_train(int argc, char **argv);
int cmd_resume(int argc, char **argv);
int cmd_board(int argc, char **argv);
int cmd_report(int argc, char **argv);
int cmd_brief(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_kit(int argc, char **argv);
int cmd_draft(int argc, char **argv);
int cmd_new(int argc, char **argv);
int cmd_print(int argc, char **argv);
int cmd_verify(int argc, char **argv);

#endif
