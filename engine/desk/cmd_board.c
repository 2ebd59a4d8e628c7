#include "base/clock.h"
#include "desk/archive.h"
#include "desk/cmd.h"
#include "desk/console.h"
#include "desk/frame.h"
#include "desk/paint.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "exercise/record.h"

#include <string.h>

enum { LOOK_MS = 100 };

static const struct event_turn *last_inject(const struct record *record)
{
	for (size_t i = record->count; i > 0; i--)
		for (size_t k = 0; k < record->turns[i - 1].count; k++)
			if (record->turns[i - 1].events[k].kind == EVENT_DELIVERED)
				return &record->turns[i - 1];
	return NULL;
}

/* Before the first message, and from coming back until the next turn, the room's clock stands. */
static bool stands(const struct record *record)
{
	const struct event_turn *turn = &record->turns[record->count - 1];
	return !last_inject(record) || turn->events[0].kind == EVENT_REJOINED || session_ended(record->session) ||
	       state_get(&record->session->state, STATE_RUN, 0, STATE_HELD);
}

/* The clock goes on from the last turn's t and talk, as the journal's writer lets it. */
static void follow_clock(struct clock *clock, const struct record *record, int64_t now)
{
	const struct session *session = record->session;
	const struct story *story = session->world->story;
	bool scaled = strcmp(session->start.clock, "scaled") == 0;
	*clock = (struct clock){.pace = story->pace, .pieces = story->pieces, .speed = session->start.speed};
	clock_start(clock, scaled ? CLOCK_SCALED : CLOCK_STEPPED, session_now(session), now);
	clock->talk_ms = session->talk > 0 ? session->talk : 0;
	clock->held = stands(record);
}

static void show(struct console *console, const struct record *record, struct clock *clock, struct text *shown)
{
	struct text page = {0};
	struct frame frame = {
	    .out = &page, .columns = console_columns(console), .colour = paint_wanted(console_interactive(console))};
	clock_advance(clock, clock_boot_ms());
	frame_board(&frame, record->session, last_inject(record), clock_now(clock), clock->talk_ms);
	if (!shown->data || strcmp(shown->data, page.data) != 0) {
		console_clear(console);
		console_print(console, page.data);
		text_clear(shown);
		text_add(shown, page.data);
	}
	text_free(&page);
}

/* Follows until EndEx is closed, the reader leaves, or the journal is damaged. */
static int follow(struct record *record, bool plain, struct diags *diags)
{
	struct console *console = console_open(&(struct console_setup){.plain = plain});
	struct clock clock;
	struct text shown = {0};
	const char *line;
	int status = 0, news = 1;
	for (;;) {
		if (news > 0)
			follow_clock(&clock, record, clock_boot_ms());
		show(console, record, &clock, &shown);
		if (state_get(&record->session->state, STATE_RUN, 0, STATE_CLOSED) != STATE_NEVER)
			break;
		enum console_event event = console_poll(console, LOOK_MS, &line);
		if (event != CONSOLE_TICK && event != CONSOLE_LINE)
			break;
		if ((news = record_follow(record, diags)) < 0) {
			status = 1;
			break;
		}
	}
	text_free(&shown);
	console_close(console);
	return status;
}

int cmd_board(int argc, char **argv)
{
	struct record record = {0};
	struct diags diags;
	char path[SHELF_PATH];
	int first;
	bool plain = false;
	const struct option_row rows[] = {{"plain", NULL, "no colour", OPTION_FLAG, &plain, NULL, 0}, {0}};
	int status = cmd_options_read(argc, argv, "board [JOURNAL]", rows, &first);
	if (status)
		return status > 0;
	diags_init(&diags);
	bool found = first < argc || archive_newest(path, &diags);
	bool opened = found && record_open(&record, first < argc ? argv[first] : path, true, &diags);
	status = opened ? follow(&record, plain, &diags) : 1;
	cmd_fault_list(&diags);
	if (found)
		record_close(&record);
	diags_free(&diags);
	return status;
}
