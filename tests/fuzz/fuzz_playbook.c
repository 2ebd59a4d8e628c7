/* Any bytes as a playbook, a regime and a vocabulary: told or loaded, never a crash. */
#include "content/playbook.h"
#include "content/regime.h"
#include "content/vocabulary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct file file;
	struct text out = {0};
	diags_init(&diags);
	if (file_take((const char *)data, size, "fuzz.yaml", arena, &diags, &file)) {
		struct shape_reader reader = {arena, &diags, "en"};
		struct names names = {.arena = arena};
		vocabulary_load(&file, &reader, &names);
		regime_load(&file, &reader);
		names_add(&names, NAMES_ACTION, "suspend-account");
		playbook_load(&file, &reader, &names);
	}
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
