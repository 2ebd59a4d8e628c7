/* The journal reader: the bytes as a journal, as far as its chain holds; then each line as a turn of a small world,
 * chained or not, since no fuzzer finds a SHA-256. What decodes has to encode into a line that decodes into the same,
 * has to fold, and leaves a session that can go on and be reported. A `started` line brings its own story. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "desk/layout.h"
#include "desk/report.h"
#include "exercise/journal.h"

#include "forged.h"

enum { GOES_ON = 3 };  /* turns that fall due after the last line */
enum { REPORTED = 8 }; /* one in so many: it takes the longest */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static struct world *world;
static struct layout *layout;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct diags diags;
	(void)argc;
	(void)argv;
	diags_init(&diags);
	world = tiny_world(true, &diags);
	layout = layout_open("en", &diags);
	if (!world || !layout)
		abort();
	diags_free(&diags);
	return 0;
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
		if (!forged_keep(record, *turn))
			abort(); /* the session itself took it */
	}
}

static void fold_lines(const struct forged *forged, bool reported)
{
	char why[160];
	struct event_turn turn;
	struct record record = forged_record(forged, world);
	bool good = true;
	for (size_t i = 0; i < forged->n && good; i++)
		if (forged->lines[i] && event_decode(forged->lines[i], record.world, record.arena, &turn, why)) {
			round_trip(&turn, record.world, record.arena);
			good = forged_keep(&record, turn);
		}
	if (record.count && good) {
		go_on(&record);
		if (reported)
			jsn_free(report_model(&record, record.count % 2, layout_phrases(layout)));
	}
	forged_close(&record);
}

static void try_lines(const char *bytes, size_t len)
{
	struct forged forged = forged_read(bytes, len);
	fold_lines(&forged, len % REPORTED == 0);
	forged_free(&forged);
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
