/* Any bytes as a facts file: its faults are told, or it is a matter whose every text can be shown; never a crash. */
#include "base/markdown.h"
#include "base/sms.h"
#include "content/dossier.h"

#include "../tiny.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct file actions, playbook, law;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	actions = (struct file){"actions.yaml", tiny_actions, sizeof tiny_actions - 1};
	playbook = (struct file){"shop.yaml", tiny_playbook, sizeof tiny_playbook - 1};
	law = (struct file){"law.yaml", tiny_regime, sizeof tiny_regime - 1};
	return 0;
}

/* The world that the file's own head asks for. */
static struct world *build(const struct dossier *dossier, struct diags *diags)
{
	struct world_sources sources = {.playbook = playbook, .actions = actions, .regimes = &law, .nregimes = 1};
	struct world_options options = {.t0 = dossier->now, .starts = dossier->starts, .company = &dossier->company};
	return world_build(arena_new(), &sources, NULL, &options, diags);
}

/* What leaves as a page, as text and on a phone. */
static void show(const struct matter *matter)
{
	struct text out = {0};
	for (size_t i = 0; i < matter->nfacts; i++) {
		const struct matter_fact *fact = &matter->facts[i];
		const char *words = fact->value.words ? yml_in(fact->value.words, "ko") : fact->id;
		size_t len = strlen(words ? words : "");
		if (!len || strchr(words, '\n'))
			abort(); /* a fact has a text, on one line */
		if (fact->standing == MATTER_VERIFIED && (!fact->proof.who || fact->proof.at > matter->now))
			abort(); /* what is verified names who did it, and not tomorrow */
		markdown_text(words, len, 40, &out);
		markdown_html(words, len, &out);
		if (sms_count(words, len).segments == 0)
			abort();
	}
	text_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct file file;
	struct text out = {0};
	diags_init(&diags);
	if (file_take((const char *)data, size, "facts.yaml", arena, &diags, &file)) {
		struct shape_reader reader = {arena, &diags, "en"};
		struct dossier *dossier = dossier_load(&file, 1772800000, &reader);
		struct world *world = dossier ? build(dossier, &diags) : NULL;
		bool fine = false;
		struct matter *matter = world ? dossier_read(dossier, world, &reader, &fine) : NULL;
		if (fine && diags.errors)
			abort(); /* a fault is never passed over */
		if (dossier && !fine && !diags.errors)
			abort(); /* nor refused without a word */
		if (fine)
			show(matter);
		world_free(world);
	}
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
