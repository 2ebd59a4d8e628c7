/* Any bytes as a test of a scenario: its first line is read, and each line that expects something is asked of a drill
 * at its start and of one that ended. Told, never a crash, and never both so and not so. */
#include "exercise/session.h"

#include "../tiny.h"

#include "desk/expectation.h"
#include "desk/trial.h"

#include <stdlib.h>
#include <string.h>

enum { STAGES = 2 };

/* Kept for the fuzzer's life, and in sight of the leak check. */
static struct world *world;
static struct arena *turns;
static struct session *sessions[STAGES];

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take(struct session *session, struct act act)
{
	char why[ACT_WHY];
	act.by = "clock";
	act.cause = "fuzz";
	act.at = STATE_NEVER;
	act.talk = EVENT_NO_TALK;
	struct event_turn *turn = session_take(session, &act, turns, why);
	if (!turn)
		abort();
	session_apply(session, turn);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const struct event_start start = {
	    .mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1};
	struct diags diags;
	(void)argc;
	(void)argv;
	diags_init(&diags);
	world = tiny_world(true, &diags);
	turns = arena_new();
	for (int i = 0; i < STAGES; i++) {
		sessions[i] = session_new(world, NULL, &start);
		take(sessions[i], (struct act){.kind = ACT_START, .start = &start});
	}
	for (struct agenda_item next; (next = agenda_next(&sessions[1]->state)).kind != AGENDA_NONE;)
		take(sessions[1], (struct act){.kind = ACT_DUE, .t = next.due, .due = next});
	diags_free(&diags);
	return 0;
}

static bool holds(const struct session *session, const char *line)
{
	struct diags diags;
	struct text told = {0};
	diags_init(&diags);
	bool so =
	    expectation_holds(&(struct expectation_scene){session, session_now(session), NULL}, line, "t", 1, &diags);
	if (so != (diags.n == 0))
		abort();
	diags_render(&diags, &told);
	text_free(&told);
	diags_free(&diags);
	return so;
}

static void ask(const char *line, struct arena *arena)
{
	static const char word[] = "expect";
	const char *rest = strstr(line, word) + sizeof word - 1;
	const char *turned = arena_printf(arena, "expect not%s", rest);
	expectation_of_refusal(line);
	for (int i = 0; i < STAGES; i++)
		if (holds(sessions[i], line) && holds(sessions[i], turned))
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct file file;
	struct trial trial;
	diags_init(&diags);
	if (file_take((const char *)data, size, "t.answers", arena, &diags, &file)) {
		bool good = trial_read(&file, arena, &diags, &trial);
		if (good != (diags.errors == 0))
			abort();
		for (const char *line = strtok(arena_dup(arena, file.bytes), "\n"); line; line = strtok(NULL, "\n"))
			if (expectation_is(line))
				ask(line, arena);
	}
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
