#include "desk/cmd.h"

#include "base/program.h"
#include "desk/cmd_fault.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int help(int argc, char **argv);

static const struct {
	const char *name, *usage, *what;
	int (*run)(int, char **);
} commands[] = {
    {"play", "SCENARIO", "a team drill around one laptop, about 60 minutes", cmd_play},
    {"train", "SCENARIO", "one person, at their own speed, with feedback after each decision", cmd_train},
    {"board", "[JOURNAL]", "a second window for the projector: follows a running drill", cmd_board},
    {"resume", "[JOURNAL]", "go on where a session stopped", cmd_resume},
    {"report", "[JOURNAL]", "what happened, and what did we do", cmd_report},
    {"brief", "[JOURNAL]", "one page for counsel, the insurer, the regulator", cmd_brief},
    {"draft", "KIND", "a notice, from a session's record or from a facts file", cmd_draft},
    {"lint-notice", "FILE", "an edited notice: what in it is not proved, worn or private", cmd_lint_notice},
    {"kit", "SCENARIO", "paper for the room: guide, manual, role cards, evaluation, sign-in", cmd_kit},
    {"msel", "SCENARIO", "the events as planners list them (MSEL), and back from such a list", cmd_msel},
    {"graph", "SCENARIO", "what leads to what: a drawing, or a file for Graphviz or Mermaid", cmd_graph},
    {"new", "THING NAME", "start a file of your own: scenario, playbook or notice", cmd_new},
    {"print", "[PLAYBOOK]", "a playbook as two pages for the wall", cmd_print},
    {"verify", "JOURNAL", "is a record whole?", cmd_verify},
    {"sweep", "SCENARIO", "play every choice: scores, dead ends, what nobody ever reaches", cmd_sweep},
    {"check", "FILE...", "what is wrong or odd in scenarios, playbooks, laws, notices, facts", cmd_check},
    {"help", "", "this page", help},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static int help(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	printf("drill72: breach drills for small shops, offline.\n\n");
	for (size_t i = 0; i < COMMANDS; i++)
		printf("  drill72 %-11s %-10s %s\n", commands[i].name, commands[i].usage, commands[i].what);
	printf("\nAlone, drill72 asks what you want to do. drill72 COMMAND --help tells its options.\n");
	return 0;
}

static int unknown(const char *name)
{
	const char *names[COMMANDS];
	char drill72[PROGRAM_NAME];
	for (size_t i = 0; i < COMMANDS; i++)
		names[i] = commands[i].name;
	const char *nearest = diag_nearest(name, names, COMMANDS);
	if (nearest)
		return cmd_fault("unknown command \"%s\"; did you mean %s?", name, nearest);
	return cmd_fault("unknown command \"%s\"; %s help lists them", name, program_name(drill72));
}

/* A stream that the caller closed leaves its number to the next file opened: the journal, into which all that is
 * printed would go. */
static void open_streams(void)
{
	int fd;
	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

/* The reader of a pipe went away on purpose (drill72 ... | head). */
static bool reader_left(void)
{
	struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
	return poll(&output, 1, 0) > 0 && output.revents & POLLERR;
}

/* What was to be shown and was not is a failure. */
static int finish(int status)
{
	errno = 0;
	bool failed = fflush(stdout) != 0 || ferror(stdout);
	if (!failed || reader_left())
		return status;
	fprintf(stderr, "drill72: not all of this could be written%s%s\n", errno ? ": " : "",
	        errno ? strerror(errno) : "");
	return status ? status : 1;
}

static int run(int argc, char **argv)
{
	if (argc < 2)
		return cmd_menu(argc, argv);
	const char *name = strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ? "help" : argv[1];
	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return commands[i].run(argc - 1, argv + 1);
	return unknown(name);
}

int main(int argc, char **argv)
{
	open_streams();
	if (!setlocale(LC_CTYPE, "") || strcmp(setlocale(LC_CTYPE, NULL), "C") == 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a limit on a file's size is told like a full disk */
	return finish(run(argc, argv));
}
