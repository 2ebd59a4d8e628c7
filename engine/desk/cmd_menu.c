#include "base/program.h"
#include "desk/cmd.h"
#include "desk/console.h"
#include "desk/copies.h"
#include "desk/placing.h"
#include "desk/shelf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 8 };

static const struct {
	const char *words;
	char *name;
	int (*run)(int, char **);
} entries[] = {
    {"a team drill: 60 minutes, one laptop", "play", cmd_play},
    {"practise: one person, with feedback", "train", cmd_train},
    {"draft a notice, from the last session or a facts file", "draft", cmd_draft},
    {"go on with the last session", "resume", cmd_resume},
    {"the board for the projector", "board", cmd_board},
};
enum { ENTRIES = sizeof entries / sizeof *entries };

static int choose(struct console *console)
{
	const char *line;
	char drill72[PROGRAM_NAME];
	printf("\n drill72: what do you want to do?\n\n");
	for (int i = 0; i < ENTRIES; i++)
		printf("   %d  %s\n", i + 1, entries[i].words);
	printf("\n An empty line leaves. %s help lists every command.\n", program_name(drill72));
	fflush(stdout);
	console_prompt(console, " > ");
	while (console_poll(console, -1, &line) == CONSOLE_LINE) {
		long picked = *line ? strtol(line, NULL, 10) : 0;
		if (!*line)
			return -1;
		if (picked >= 1 && picked <= ENTRIES)
			return (int)picked - 1;
		console_print(console, " A number from the list, please.\n");
	}
	return -1;
}

/* ---- a notice: which, from what, in which languages ---- */

/* What was answered, of the arena; `otherwise` for an empty line, NULL when nobody answers. */
static char *ask(struct console *console, struct arena *arena, const char *question, const char *otherwise)
{
	const char *line;
	console_print(console, question);
	console_prompt(console, " > ");
	if (console_poll(console, -1, &line) != CONSOLE_LINE)
		return NULL;
	line += strspn(line, " ");
	return arena_dup(arena, *line ? line : otherwise);
}

static char *ask_which(struct console *console, struct arena *arena)
{
	struct shape_texts names = copies_kinds(arena);
	for (size_t i = 0; i < names.n; i++)
		printf("  %2zu  %s\n", i + 1, names.v[i]);
	fflush(stdout);
	char *answer =
	    ask(console, arena, "\n Which one? Enter takes the first word to customers.\n", "customer-holding");
	size_t picked = answer ? (size_t)strtoul(answer, NULL, 10) : 0;
	return picked >= 1 && picked <= names.n ? arena_dup(arena, names.v[picked - 1]) : answer;
}

/* The rest of the words of `draft`; false when nobody answers. */
static bool ask_notice(struct console *console, struct arena *arena, char *argv[WORDS], int *argc)
{
	char *kind = ask_which(console, arena), *facts = NULL, *lang = NULL;
	if (kind)
		facts = ask(console, arena, " From which facts? A file's path; Enter takes the last session.\n", "");
	if (facts)
		lang = ask(console, arena, " In which languages? en; several as en,zh; all. Enter takes en.\n", "en");
	if (!lang)
		return false;
	argv[(*argc)++] = kind;
	argv[(*argc)++] = "--lang";
	argv[(*argc)++] = lang;
	if (*facts) {
		argv[(*argc)++] = "--facts";
		argv[(*argc)++] = facts;
	}
	if (placing_several(lang)) {
		argv[(*argc)++] = "-o";
		argv[(*argc)++] = "statements";
	}
	return true;
}

/* ---- a story to practise ---- */

/* What the menu offers first: it fits into a lunch break. */
static const char first_try[] = "shared-sheet";

static bool ask_story(struct console *console, struct arena *arena, char *argv[WORDS], int *argc)
{
	struct shape_texts names = shelf_names("lua", arena);
	for (size_t i = 0; i < names.n; i++)
		printf("  %2zu  %s\n", i + 1, names.v[i]);
	fflush(stdout);
	char *answer = ask(console, arena,
	                   "\n Which story? Enter takes shared-sheet, which is over in fifteen minutes.\n", first_try);
	bool numbered = answer && answer[strspn(answer, "0123456789")] == '\0';
	size_t picked = numbered ? (size_t)strtoul(answer, NULL, 10) : 0;
	if (answer)
		argv[(*argc)++] = picked >= 1 && picked <= names.n ? arena_dup(arena, names.v[picked - 1]) : answer;
	return answer != NULL;
}

int cmd_menu(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct console *console = console_open(&(struct console_setup){.script = NULL});
	int picked = choose(console);
	char *words[WORDS + 1] = {picked < 0 ? NULL : entries[picked].name};
	(void)argv;
	argc = 1;
	if (picked >= 0 && entries[picked].run == cmd_draft && !ask_notice(console, arena, words, &argc))
		picked = -1;
	if (picked >= 0 && entries[picked].run == cmd_train && !ask_story(console, arena, words, &argc))
		picked = -1;
	console_close(console);
	int status = picked < 0 ? 0 : entries[picked].run(argc, words);
	arena_free(arena);
	return status;
}
