/* Any bytes as a scenario: run in the sandbox and read as a story over the shipped playbook's names; and, of those that
 * hold, one in so many made into a world whose hooks are called once and that check remarks on. Told or loaded, never a
 * crash or a hang. */
#include "content/coherence.h"
#include "desk/check_allow.h"
#include "desk/check_choice.h"
#include "desk/check_code.h"
#include "desk/check_pacing.h"
#include "desk/check_prose.h"
#include "desk/check_reach.h"
#include "exercise/hook.h"

#include <stdlib.h>

enum { BUILT = 16 }; /* one in so many: reading the playbook again takes the longest */

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Kept for the fuzzer's life, and in sight of the leak check. */
static struct arena *shipped;
static struct file regimes[2];
static struct world_sources sources = {.regimes = regimes, .nregimes = 2};
static struct names known; /* to the shipped vocabulary and playbook */

static const struct file *no_include(void *context, const char *name, struct diag_place place)
{
	(void)name;
	diag_error(context, place, "no includes here");
	return NULL;
}

/* The fuzzer is run from the repository's root. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char *const paths[] = {"playbooks/sme-ecommerce.yaml", "playbooks/actions.yaml",
	                                    "playbooks/regimes/kr-pipa.yaml", "playbooks/regimes/sg-pdpa.yaml"};
	struct file *const files[] = {&sources.playbook, &sources.actions, &regimes[0], &regimes[1]};
	struct diags diags;
	(void)argc;
	(void)argv;
	shipped = arena_new();
	diags_init(&diags);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (!file_read(paths[i], paths[i], shipped, &diags, files[i]))
			abort();
	struct shape_reader reader = {shipped, &diags, "en"};
	known.arena = shipped;
	for (int i = 0; shape_moments[i]; i++)
		names_add(&known, NAMES_MOMENT, shape_moments[i]);
	if (!vocabulary_load(&sources.actions, &reader, &known) || !playbook_load(&sources.playbook, &reader, &known))
		abort();
	diags_free(&diags);
	return 0;
}

/* Every hook once, in the state of T+0. */
static void call_hooks(const struct world *world, struct scenario *scenario)
{
	char fault[HOOK_FAULT];
	struct state state;
	struct arena *arena = arena_new();
	state_init(&state, world);
	for (int i = 0; i < (int)world->story->hooks.n; i++) {
		struct hook hook = {scenario, &state, 1, "fuzz", i, NULL};
		hook_when(&hook, fault);
		hook_run(&hook, arena, fault);
	}
	state_free(&state);
	arena_free(arena);
}

/* The lists begin as the shipped ones; what is added lands in the arena, or behind their ends. */
static void read_story(struct arena *arena, const struct yml *declarations, struct diags *diags)
{
	struct shape_reader reader = {arena, diags, "en"};
	struct names names = known;
	names.arena = arena;
	struct story *story = story_load(declarations, &reader, &names);
	if (story)
		coherence_check(story, &reader, &names);
}

static void remark(const struct world *world, struct diags *diags)
{
	check_reach(world, diags);
	check_choice(world, diags);
	check_pacing(world, diags);
	check_prose(world, diags);
	check_code_complete(diags);
	check_allow(diags, world->sources.scenario.name);
	diags_sort(diags);
}

/* Takes the arena over. */
static void build(struct arena *arena, const struct file *file, struct yml *declarations, struct scenario *scenario,
                  struct diags *diags)
{
	struct world_options options = {.extended = true};
	struct world_sources own = sources;
	own.scenario = *file;
	struct world *world = world_build(arena, &own, declarations, &options, diags);
	if (world) {
		call_hooks(world, scenario);
		remark(world, diags);
	}
	scenario_free(scenario);
	world_free(world);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(), *told = arena_new();
	struct diags diags;
	struct file file;
	struct text out = {0};
	struct yml *declarations = NULL;
	struct scenario *scenario = NULL;
	struct scenario_files files = {no_include, &diags};
	diags_init(&diags);
	if (file_take((const char *)data, size, "fuzz.lua", told, &diags, &file))
		scenario = scenario_load(&file, &files, arena, &diags, &declarations);
	if (scenario && declarations && !diags.errors)
		read_story(arena, declarations, &diags);
	if (scenario && declarations && !diags.errors && size % BUILT == 0)
		build(arena, &file, declarations, scenario, &diags);
	else {
		scenario_free(scenario);
		arena_free(arena);
	}
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
	arena_free(told);
	return 0;
}
