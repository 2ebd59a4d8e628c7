/* The report of whatever a journal may hold: mutated lines that decode become a record, the record a model, the model a
 * page in one of the four formats, which the bytes choose. A page that a template can't fill, or that a strict reader
 * finds fault with, is a crash. */
#include "desk/edition.h"

#include <stdio.h>

#include "../neutral.h"
#include "forged.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* Kept for the fuzzer's life. */
static struct world *world;
static struct layout *layouts[2];

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	struct diags diags;
	diags_init(&diags);
	world = tiny_world(true, &diags);
	layouts[0] = layout_open("en", &diags);
	layouts[1] = layout_open("zh", &diags);
	if (!world || !layouts[0] || !layouts[1])
		abort();
	diags_free(&diags);
	return 0;
}

static unsigned mixed(const uint8_t *bytes, size_t len)
{
	unsigned mix = 0;
	for (size_t i = 0; i < len; i++)
		mix = mix * 31 + bytes[i];
	return mix;
}

static void make(const struct record *record, enum edition_format format, unsigned odd)
{
	struct edition edition = {
	    .format = format, .audience = odd & 1 ? PAGE_BOARD : PAGE_TEAM, .names = odd >> 1 & 1};
	struct text page = {0};
	struct diags diags;
	diags_init(&diags);
	bool made = edition_make(&edition, record, layouts[odd >> 2 & 1], &page, &diags);
	if (!made && !strstr(diags.v[0].message, "rendering stopped here")) { /* this build's bounds are small */
		diags_render(&diags, &page);
		fprintf(stderr, "%s\n", page.data);
		abort();
	}
	diags_free(&diags);
	const char *wrong = made ? neutral_page(edition_formats[format], page.data) : NULL;
	if (wrong) {
		fprintf(stderr, "%s in %s:\n%s\n", wrong, edition_formats[format], page.data);
		abort();
	}
	text_free(&page);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	char why[160];
	struct event_turn turn;
	struct forged forged = forged_read((const char *)bytes, len);
	struct record record = forged_record(&forged, world);
	bool good = true;
	for (size_t i = 0; i < forged.n && good; i++)
		if (forged.lines[i] && event_decode(forged.lines[i], record.world, record.arena, &turn, why))
			good = forged_keep(&record, turn);
	unsigned mix = mixed(bytes, len);
	record.torn = mix >> 5 & 1;
	if (record.count && good)
		make(&record, (enum edition_format)(mix & 3), mix >> 2);
	forged_close(&record);
	forged_free(&forged);
	return 0;
}
