/* Any line at any stage of the shipped drill: read, completed, taken; never a crash. The first byte says when and by
 * whom. */
#include "content/scenario.h"
#include "desk/command.h"

#include <stdlib.h>
#include <string.h>

enum { STAGES = 4 }; /* before the first message, a question asked, its choices shown, after EndEx */

/* Kept for the fuzzer's life, and in sight of the leak check. */
static struct world *world;
static struct scenario *scenario;
static struct arena *turns;
static struct diags diags;
static struct session *sessions[STAGES];

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take(struct session *session, struct act act, struct arena *arena)
{
	char why[ACT_WHY];
	act.by = "facilitator";
	act.cause = "fuzz";
	act.at = STATE_NEVER;
	act.talk = EVENT_NO_TALK;
	struct event_turn *turn = session_take(session, &act, arena, why);
	if (!turn)
		abort();
	session_apply(session, turn);
}

static struct session *stage(int number, struct arena *arena)
{
	struct event_start start = {.mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1};
	struct session *session = session_new(world, NULL, &start);
	struct agenda_item next;
	take(session, (struct act){.kind = ACT_START, .start = &start}, arena);
	while (number > 0 && view_current(&session->state) == NAMES_NONE) {
		next = agenda_next(&session->state);
		take(session, (struct act){.kind = ACT_DUE, .t = next.due, .due = next}, arena);
	}
	if (number == 2)
		take(session, (struct act){.kind = ACT_REVEAL, .refs = {view_current(&session->state)}, .nrefs = 1},
		     arena);
	if (number == 3)
		take(session, (struct act){.kind = ACT_END}, arena);
	return session;
}

static struct file shipped(const char *path, struct arena *arena)
{
	struct file file;
	if (!file_read(path, path, arena, &diags, &file))
		abort();
	return file;
}

static const struct file *no_include(void *context, const char *name, struct diag_place place)
{
	(void)context;
	(void)name;
	(void)place;
	return NULL;
}

/* The fuzzer is run from the repository's root. */
static void load(struct arena *arena)
{
	struct yml *declarations;
	struct world_options options = {0};
	struct scenario_files files = {no_include, NULL};
	diags_init(&diags);
	struct file regimes[] = {shipped("playbooks/regimes/kr-pipa.yaml", arena),
	                         shipped("playbooks/regimes/sg-pdpa.yaml", arena)};
	struct world_sources sources = {.scenario = shipped("scenarios/ex-employee-export.lua", arena),
	                                .playbook = shipped("playbooks/sme-ecommerce.yaml", arena),
	                                .actions = shipped("playbooks/actions.yaml", arena),
	                                .regimes = regimes,
	                                .nregimes = 2};
	scenario = scenario_load(&sources.scenario, &files, arena, &diags, &declarations);
	if (!scenario)
		abort();
	world = world_build(arena, &sources, declarations, &options, &diags);
	if (!world)
		abort();
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	load(arena_new()); /* the world takes it over */
	turns = arena_new();
	for (int i = 0; i < STAGES; i++)
		sessions[i] = stage(i, turns);
	return 0;
}

static void complete(const struct session *session, bool facilitator, const char *line)
{
	const char *space = strrchr(line, ' ');
	int at = space ? (int)(space + 1 - line) : 0;
	for (int i = 0; i < 4; i++)
		free(command_complete(session, facilitator, line, at, line + at, i));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1)
		return 0;
	const struct session *session = sessions[data[0] % STAGES];
	struct arena *arena = arena_new();
	const char *line = arena_ndup(arena, (const char *)data + 1, size - 1);
	struct command_context context = {session, view_current(&session->state), (data[0] & 4) != 0,
	                                  80,      session_now(session),          arena};
	if (data[0] & 8)
		context.question = NAMES_NONE;
	struct command command = command_parse(&context, line);
	char why[ACT_WHY];
	if (command.refused && (!command.say || command.kind == COMMAND_ACT))
		abort();
	if (command.kind == COMMAND_ACT)
		session_take(session, &command.act, arena, why);
	complete(session, (data[0] & 4) == 0, line);
	arena_free(arena);
	return 0;
}
