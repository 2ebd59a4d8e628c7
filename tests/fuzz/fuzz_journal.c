/* The journal reader: the bytes as a journal, as far as its chain holds; then each line as a turn of a small world,
 * chained or not, since no fuzzer finds a SHA-256. What decodes has to encode into a line that decodes into the same,
 * has to fold, and leaves a session that can go on and be reported. A `started` line brings its own story. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "desk/layout.h"
#include "desk/report.h"
#include "exercise/journal.h"

#include "../tiny.h"

enum { GOES_ON = 3 };  /* turns that fall due after the last line */
enum { REPORTED = 8 }; /* one in so many: it takes the longest */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static struct world *world;
static const struct phrases *words;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct diags diags;
	(void)argc;
	(void)argv;
	diags_init(&diags);
	world = tiny_world(true, &diags);
	struct layout *layout = layout_open("en", &diags);
	if (!world || !layout)
		abort();
	words = layout_phrases(layout);
	diags_free(&diags);
	return 0;
}

/* The world of a `started` line: as it stands there, and, where its hashes do not hold, of its story alone. */
static struct world *own_world(const struct jsn *line, struct arena *arena)
{
	char why[160];
	struct event_turn turn;
	struct event_start start;
	struct diags diags;
	struct text out = {0};
	struct world *own = NULL;
	if (!event_decode(line, NULL, arena, &turn, why))
		return NULL;
	diags_init(&diags);
	own = event_world(turn.events[0].data, &start, &diags);
	const struct jsn *story = jsn_get(turn.events[0].data, "story");
	if (!own && jsn_type(story) == JSN_ARRAY && jsn_count(story) > 0)
		own = tiny_world_of(story, true, &diags);
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
	return own;
}

static void write_turn(const struct event_turn *turn, const struct world *in, struct text *out)
{
	struct jsn *line = event_encode(turn, in);
	jsn_write(line, out);
	jsn_free(line);
}

static void round_trip(const struct event_turn *turn, const struct world *in, struct arena *arena)
{
	char why[160];
	struct event_turn again;
	struct jsn_fault fault;
	struct text first = {0}, second = {0};
	write_turn(turn, in, &first);
	struct jsn *parsed = jsn_parse(first.data, first.len, &fault);
	if (!parsed || !event_decode(parsed, in, arena, &again, why))
		abort();
	write_turn(&again, in, &second);
	if (strcmp(first.data, second.data) != 0)
		abort();
	jsn_free(parsed);
	text_free(&first);
	text_free(&second);
}

/* False when the turn can't have happened. */
static bool keep(struct record *record, struct event_turn turn)
{
	char why[ACT_WHY];
	turn.n = record->session->turns + 1;
	if (!session_replay(record->session, &turn, why))
		return false;
	*(struct event_turn *)arena_push(record->arena, &record->turns, &record->count, sizeof turn) = turn;
	return true;
}

/* What falls due behind the last line is taken, as `resume` would. */
static void go_on(struct record *record)
{
	char why[ACT_WHY];
	for (int i = 0; i < GOES_ON; i++) {
		struct agenda_item next = agenda_next(&record->session->state);
		struct act act = {.kind = ACT_DUE,
		                  .t = next.due,
		                  .at = STATE_NEVER,
		                  .due = next,
		                  .talk = EVENT_NO_TALK,
		                  .by = "clock",
		                  .cause = "fuzz"};
		struct event_turn *turn =
		    next.kind == AGENDA_NONE ? NULL : session_take(record->session, &act, record->arena, why);
		if (!turn)
			return;
		round_trip(turn, record->world, record->arena);
		if (!keep(record, *turn))
			abort(); /* the session itself took it */
	}
}

static void fold_lines(struct jsn *const *lines, size_t n, struct world *in, bool reported)
{
	char why[160];
	struct event_turn turn;
	struct record record = {.arena = arena_new(),
	                        .world = in,
	                        .start = {.mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1}};
	record.session = session_new(in, NULL, &record.start);
	bool good = true;
	for (size_t i = 0; i < n && good; i++)
		if (lines[i] && event_decode(lines[i], in, record.arena, &turn, why)) {
			round_trip(&turn, in, record.arena);
			good = keep(&record, turn);
		}
	if (record.count && good) {
		go_on(&record);
		if (reported)
			jsn_free(report_model(&record, record.count % 2, words));
	}
	session_free(record.session);
	arena_free(record.arena);
}

enum { LINES = 64 };

static void try_lines(const char *bytes, size_t len)
{
	struct jsn_fault fault;
	struct jsn *lines[LINES];
	size_t n = 0;
	struct arena *arena = arena_new();
	for (const char *end = bytes + len, *from = bytes, *newline; from < end && n < LINES; from = newline + 1) {
		newline = memchr(from, '\n', (size_t)(end - from));
		newline = newline ? newline : end;
		lines[n++] = jsn_parse(from, (size_t)(newline - from), &fault);
	}
	struct world *own = n && lines[0] ? own_world(lines[0], arena) : NULL;
	fold_lines(lines, n, own ? own : world, len % REPORTED == 0);
	for (size_t i = 0; i < n; i++)
		jsn_free(lines[i]);
	arena_free(arena);
	world_free(own);
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
