/* Any bytes as a notice, its format and language by the first two: told, never a crash, and every place is in the file.
 */
#include "desk/origin.h"
#include "desk/proofread.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static struct origin origin;
static struct proofread proofread;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const struct origin_choice choice = {.facts = "tests/notices/facts.yaml"};
	struct diags diags;
	(void)argc;
	(void)argv;
	diags_init(&diags);
	if (!origin_open(&origin, &choice, &diags) || !proofread_open(&proofread, origin.matter, origin.arena, &diags))
		abort();
	diags_free(&diags);
	return 0;
}

static void look_at(const struct diags *diags, const struct statement *values)
{
	for (size_t i = 0; i < diags->n; i++)
		if (diags->v[i].line < 0 || diags->v[i].col < 0 || !diags->v[i].message)
			abort();
	for (size_t i = 0; i < values->nvalues; i++)
		if (!values->values[i].text || !*values->values[i].text)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {"n.txt", "n.md", "n.html", "n.eml", "n"};
	static const char *const langs[] = {NULL, "en", "zh", "ms", "ko"};
	if (size < 2)
		return 0;
	struct arena *arena = arena_new();
	struct diags diags;
	struct text out = {0};
	struct statement values = {0};
	const char *bytes = arena_ndup(arena, (const char *)data + 2, size - 2);
	struct file file = {names[data[0] % 5], bytes, size - 2};
	diags_init(&diags);
	diags_source(&diags, file.name, file.bytes, file.len);
	proofread.lang = langs[data[1] % 5];
	proofread_file(&proofread, &file, arena, &diags, &out, &values);
	look_at(&diags, &values);
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
