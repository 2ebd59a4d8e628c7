/* Any bytes as a notice's template: its faults are told, or it is filled in, and then whatever is in it has a proof and
 * no value became markup. Never a crash. */
#include "exercise/notice.h"

#include "../shopkept.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char facts[] = SHOPKEPT_HEAD
    "facts:\n"
    "  people: { kind: count, says: [N], label: \"<i>People\", unit: people, value: 9870, " SHOPKEPT_PROVED " }\n"
    "  kept: { kind: count, label: People he kept, unit: people, value: 200,"
    " claimed: { by: the leaver, from: his mail, at: 2026-03-06 01:00 } }\n"
    "  way_out: { kind: text, says: [HOW, WHAT], label: How, value: \"<i>[x](y)</i>\", " SHOPKEPT_PROVED " }\n"
    "  bank: { kind: data, category: bank, label: \"*Refunds* <i>\", value: involved, " SHOPKEPT_PROVED " }\n"
    "  where_now: { kind: text, label: \"<i>Where\" }\n"
    "actions: { suspend-account: 2026-03-05 22:20 }\n"
    "published: [ { notice: customer-holding, lang: en, at: 2026-03-05 23:30, subject: \"<i>First\","
    " said: { people: 200 } } ]\n";

static struct arena *kept;
static struct world *world;
static struct notice_kit kit;

/* The small world, once: what is wrong with it is a fault of this file. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char *english[] = {"en"};
	const struct shape_texts languages = {english, 1};
	static struct diags diags;
	(void)argc;
	(void)argv;
	kept = arena_new();
	diags_init(&diags);
	const struct shape_reader reader = {kept, &diags, "en"};
	struct file file = {"facts.yaml", facts, sizeof facts - 1};
	struct file words = {"letters.en.yaml", shopkept_english, sizeof shopkept_english - 1};
	struct file advice = {"advice.yaml", shopkept_advice, sizeof shopkept_advice - 1};
	struct dossier *dossier = dossier_load(&file, 1772735460, &reader);
	world = dossier ? shopkept_world(dossier, &diags) : NULL;
	if (!world)
		abort();
	kit = (struct notice_kit){dossier_matter(dossier, world, &reader), phrases_load(&words, NULL, kept, &diags),
	                          advice_load(&advice, &languages, &reader), "en"};
	if (!kit.matter || !kit.phrases || !kit.advice)
		abort();
	return 0;
}

static void fill(const struct letter *letter, bool fine, const struct file *file, struct arena *arena,
                 struct diags *diags)
{
	struct notice notice;
	if (!notice_write(letter, &kit, arena, &notice, diags) || !fine)
		return;
	for (size_t i = 0; i < notice.nvalues; i++) {
		const struct matter_proof *proof = &notice.values[i].proof;
		if (!proof->turn && !proof->source && !proof->place.file)
			abort(); /* nothing unproved is published */
	}
	if (strchr(notice.subject, '\n'))
		abort(); /* a subject is one line */
	if (letter->channel == VOCABULARY_SMS || strchr(file->bytes, '<'))
		return;
	for (const char *at = notice.text; (at = strchr(at, '<')); at++)
		if (at == notice.text || at[-1] != '\\')
			abort(); /* a value became markup */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *spoken[] = {"en", "zh"}, *laws[] = {"kr-pipa", "sg-pdpa", "eu-gdpr"};
	const struct shape_texts languages = {spoken, 2}, regimes = {laws, 3};
	struct arena *arena = arena_new();
	struct diags diags;
	struct file file;
	struct text out = {0};
	diags_init(&diags);
	if (file_take((const char *)data, size, "a.en.mustache", arena, &diags, &file)) {
		const struct shape_reader reader = {arena, &diags, "en"};
		const struct letter_context context = {&world->names, &regimes, &languages, &reader};
		bool fine;
		const struct letter *letter = letter_read(&file, &context, &fine);
		if (fine != !diags.errors)
			abort(); /* refused without a word, or a fault passed over */
		if (letter)
			fill(letter, fine, &file, arena, &diags);
	}
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
