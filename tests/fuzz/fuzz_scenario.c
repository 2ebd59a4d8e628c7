/* Any bytes as a scenario: run in the sandbox and read as a story, told or loaded, never a crash or a hang. */
#include "content/scenario.h"
#include "content/story.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct file *no_include(void *context, const char *name, struct diag_place place)
{
	(void)name;
	diag_error(context, place, "no includes here");
	return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct file file;
	struct text out = {0};
	diags_init(&diags);
	if (file_take((const char *)data, size, "fuzz.lua", arena, &diags, &file)) {
		struct shape_reader reader = {arena, &diags, "en"};
		struct names names = {.arena = arena};
		struct scenario_files files = {no_include, &diags};
		struct yml *declarations = NULL;
		struct scenario *scenario = scenario_load(&file, &files, arena, &diags, &declarations);
		if (scenario && declarations)
			story_load(declarations, &reader, &names);
		scenario_free(scenario);
	}
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
