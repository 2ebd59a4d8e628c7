/* The journal reader: the bytes as a journal, as far as its chain holds; then each line as a turn of a small world,
 * chained or not, since no fuzzer finds a SHA-256. What decodes has to encode into a line that decodes into the same.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "exercise/journal.h"

#include "../tiny.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static struct world *world;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct diags diags;
	(void)argc;
	(void)argv;
	diags_init(&diags);
	world = tiny_world(true, &diags);
	if (!world)
		abort();
	diags_free(&diags);
	return 0;
}

static void try_start(const struct jsn *data)
{
	struct event_start start;
	struct diags diags;
	struct text out = {0};
	diags_init(&diags);
	struct world *again = event_world(data, &start, &diags);
	if (again)
		world_free(again);
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
}

static void write_turn(const struct event_turn *turn, struct text *out)
{
	struct jsn *line = event_encode(turn, world);
	jsn_write(line, out);
	jsn_free(line);
}

static void try_turn(const struct jsn *line)
{
	char why[160];
	struct event_turn turn, again;
	struct jsn_fault fault;
	struct text first = {0}, second = {0};
	struct arena *arena = arena_new();
	if (event_decode(line, NULL, arena, &turn, why))
		try_start(turn.events[0].data);
	if (event_decode(line, world, arena, &turn, why)) {
		write_turn(&turn, &first);
		struct jsn *parsed = jsn_parse(first.data, first.len, &fault);
		if (!parsed || !event_decode(parsed, world, arena, &again, why))
			abort();
		write_turn(&again, &second);
		if (strcmp(first.data, second.data) != 0)
			abort();
		jsn_free(parsed);
	}
	text_free(&first);
	text_free(&second);
	arena_free(arena);
}

static void try_lines(const char *bytes, size_t len)
{
	struct jsn_fault fault;
	for (const char *end = bytes + len, *from = bytes, *newline; from < end; from = newline + 1) {
		newline = memchr(from, '\n', (size_t)(end - from));
		newline = newline ? newline : end;
		struct jsn *line = jsn_parse(from, (size_t)(newline - from), &fault);
		if (line)
			try_turn(line);
		jsn_free(line);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct diags diags;
	struct jsn *line;
	diags_init(&diags);
	struct journal_reader *reader = journal_read_bytes((const char *)bytes, len, "fuzz");
	while (journal_next(reader, &line, &diags) == JOURNAL_LINE)
		jsn_free(line);
	journal_reader_free(reader);
	diags_free(&diags);
	try_lines((const char *)bytes, len);
	return 0;
}
