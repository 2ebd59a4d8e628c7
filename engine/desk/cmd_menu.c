#include "desk/cmd.h"
#include "desk/console.h"
#include "desk/shelf.h"

#include <stdio.h>
#include <stdlib.h>

static const struct {
	const char *words;
	char *argv[3];
	int (*run)(int, char **);
} entries[] = {
    {"a team drill: 60 minutes, one laptop", {"play", NULL}, cmd_play},
    {"practise: one person, with feedback", {"train", NULL}, cmd_train},
    {"go on with the last session", {"resume", NULL}, cmd_resume},
    {"the board for the projector", {"board", NULL}, cmd_board},
};
enum { ENTRIES = sizeof entries / sizeof *entries };

static int choose(struct console *console)
{
	const char *line;
	printf("\n drill72: what do you want to do?\n\n");
	for (int i = 0; i < ENTRIES; i++)
		printf("   %d  %s\n", i + 1, entries[i].words);
	printf("\n An empty line leaves. drill72 help lists every command.\n");
	fflush(stdout);
	console_prompt(console, " > ");
	while (console_poll(console, -1, &line) == CONSOLE_LINE) {
		int picked = *line ? (int)strtol(line, NULL, 10) : 0;
		if (!*line)
			return -1;
		if (picked >= 1 && picked <= ENTRIES)
			return picked - 1;
		console_print(console, " A number from the list, please.\n");
	}
	return -1;
}

int cmd_menu(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	struct console *console = console_open(&(struct console_setup){.script = NULL});
	int picked = choose(console);
	console_close(console);
	return picked < 0 ? 0 : entries[picked].run(1, (char **)entries[picked].argv);
}
