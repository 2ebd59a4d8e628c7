/* Any bytes as an events list out of a spreadsheet: refused with places that are in it, or made into a scenario that
 * runs in the sandbox, declares nothing but messages, and holds as a world. Never a crash. */
#include "content/scenario.h"
#include "desk/msel_import.h"
#include "desk/shelf.h"

#include <stdlib.h>

enum { NOON = 1773115200 };

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Kept for the fuzzer's life, and in sight of the leak check. */
static struct shelf_set shipped;
static struct arena *kept;
static const struct msel_lexicon *known;

/* The fuzzer is run from the repository's root. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const struct shelf_choice choice = {.t0 = NOON};
	struct diags diags;
	(void)argc;
	(void)argv;
	diags_init(&diags);
	kept = arena_new();
	known = msel_lexicon_open(kept, &diags);
	if (!known || !shelf_open(&choice, &diags, &shipped))
		abort();
	diags_free(&diags);
	return 0;
}

static const struct file *no_include(void *context, const char *name, struct diag_place place)
{
	(void)context;
	(void)name;
	(void)place;
	abort();
}

/* What was written has to stand. */
static void load(const struct text *lua)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct file file;
	struct yml *declarations;
	struct scenario_files files = {no_include, NULL};
	const struct world_options options = {.extended = true};
	diags_init(&diags);
	struct world_sources sources = shipped.world->sources;
	if (!file_take(lua->data, lua->len, "list.lua", arena, &diags, &file))
		abort();
	sources.scenario = file;
	struct scenario *scenario = scenario_load(&file, &files, arena, &diags, &declarations);
	struct world *world = scenario ? world_build(arena, &sources, declarations, &options, &diags) : NULL;
	if (!world || diags.errors)
		abort();
	scenario_free(scenario);
	world_free(world);
	diags_free(&diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct file file;
	struct text lua = {0};
	diags_init(&diags);
	bool done = file_take((const char *)data, size, "list.csv", arena, &diags, &file) &&
	            msel_import(&file, shipped.world, known, "list", NOON, &lua, &diags);
	if (done != (diags.errors == 0))
		abort();
	if (done)
		load(&lua);
	text_free(&lua);
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
