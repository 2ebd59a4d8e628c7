#include "desk/host.h"

#include "base/program.h"
#include "base/span.h"
#include "desk/again.h"
#include "desk/ahead.h"
#include "desk/finale.h"
#include "desk/paint.h"
#include "desk/reply.h"
#include "desk/roster.h"
#include "desk/takeaway.h"
#include "desk/wording.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct session *session_of(const struct host *host)
{
	return host->room->session;
}

void host_flush(struct host *host)
{
	if (host->text.len) {
		console_print(host->console, host->text.data);
		host->quiet = false;
	}
	text_clear(&host->text);
}

void host_say(struct host *host, const char *s)
{
	text_wrap(&host->text, s, " ", host->frame.columns);
	host_flush(host);
}

static void fit_frame(struct host *host)
{
	host->frame.columns = console_columns(host->console);
	host->frame.now = room_now(host->room);
	host->frame.talk_ms = host->room->clock.kind == CLOCK_SCALED ? host->room->clock.talk_ms : EVENT_NO_TALK;
	host->hand.outlet.paint = (struct paint){&host->text, host->frame.columns, host->frame.colour};
}

/* The table's completions, and behind them the letters that are no kinds of notice. */
static char *complete(void *context, const char *line, int at, const char *word, int i)
{
	struct host *host = context;
	char *found = command_complete(session_of(host), !host->hand.alone, line, at, word, i);
	int n = 0;
	if (found)
		return found;
	for (char *one; (one = command_complete(session_of(host), !host->hand.alone, line, at, word, n)); n++)
		free(one);
	return outlet_complete(&host->hand.outlet, line, at, word, i - n);
}

/* Takes an act and tells what came of it. */
static bool take(void *context, struct act *act, char why[ACT_WHY])
{
	struct host *host = context;
	const struct event_turn *turn = room_take(host->room, act, why);
	host_show(host, turn, why);
	if (turn && act->kind == ACT_PUBLISH)
		galley_release(&host->hand.outlet.writing, turn, &host->hand.outlet.paint);
	host_flush(host);
	return turn != NULL;
}

void host_open(struct host *host, struct room *room, const struct host_setup *setup)
{
	*host = (struct host){.room = room,
	                      .question = NAMES_NONE,
	                      .asked = NAMES_NONE,
	                      .hand = {.alone = setup->alone, .take = take, .context = host}};
	struct console_setup console = {
	    .script = setup->script, .plain = setup->plain, .complete = complete, .context = host};
	host->console = console_open(&console);
	host->frame = (struct frame){
	    .out = &host->text, .colour = paint_wanted(console_interactive(host->console)), .feedback = setup->alone};
	hand_open(&host->hand, room->session, room->path, &host->text);
	fit_frame(host);
	bool asks = console_interactive(host->console) && !setup->alone && !setup->resumed && !setup->automatic;
	host->stage = asks ? HOST_OPENING : HOST_RUNNING;
	if (setup->resumed)
		frame_rejoining(&host->frame, session_of(host));
	else
		frame_opening(&host->frame, session_of(host));
	host_flush(host);
	if (host->stage == HOST_OPENING)
		host_say(host, "Who is in the room? One name and job a line, an empty line when done.");
	room_begin(room);
}

void host_close(struct host *host)
{
	console_close(host->console);
	jsn_free(host->model);
	hand_close(&host->hand);
	text_free(&host->text);
	free(host->pending);
}

/* What was read back and not confirmed. */
static void put_off(struct host *host, const char *pending)
{
	struct text told = {0};
	text_addf(&told, "Not taken: %s", pending);
	host_say(host, told.data);
	text_free(&told);
}

static void drop_pending(struct host *host)
{
	if (host->pending)
		put_off(host, host->pending);
	free(host->pending);
	host->pending = NULL;
}

void host_exchange(struct host *host)
{
	hand_close(&host->hand);
	hand_open(&host->hand, host->room->session, host->room->path, &host->text);
	host->question = host->asked = NAMES_NONE;
	host->stage = HOST_RUNNING;
	fit_frame(host);
	drop_pending(host);
}

static void tell_faults(struct host *host)
{
	diags_render(&host->room->diags, &host->text);
	host_flush(host);
	diags_free(&host->room->diags);
	diags_init(&host->room->diags);
	if (!console_interactive(host->console)) {
		host->leaving = host->failed = true;
		return;
	}
	host->room->waiting = host->room->clock.held = true;
	host_say(host,
	         "Nothing more can be recorded now, so the clock stands. What was shown is safe. Mend it, then press "
	         "Enter.");
}

/* What fell due came between a read-back and its answer: nobody shall confirm it by a key meant for something else. */
static void remind(struct host *host)
{
	struct text asked = {0};
	text_addf(&asked, "Still to confirm: %s [Enter]", host->pending);
	text_wrap(&host->text, asked.data, "   ", host->frame.columns);
	host_flush(host);
	text_free(&asked);
}

void host_show(struct host *host, const struct event_turn *turn, const char *why)
{
	fit_frame(host);
	if (!turn && *why)
		host_say(host, why);
	else if (!turn)
		tell_faults(host);
	if (!turn)
		return;
	frame_turn(&host->frame, session_of(host), turn);
	host_flush(host);
	if (ahead_wanted(turn) && !host->hand.alone && console_interactive(host->console))
		frame_ahead(&host->frame, session_of(host), room_behind_ms(host->room));
	host_flush(host);
	if (host->pending)
		remind(host);
}

/* The after-action model, from the journal as it stands on the disk. False after telling why there is none. */
static bool read_model(struct host *host)
{
	struct record record;
	struct diags diags;
	diags_init(&diags);
	const struct phrases *phrases = outlet_words(&host->hand.outlet);
	jsn_free(host->model);
	bool read = record_open(&record, host->room->path, true, &diags);
	host->model = read && phrases ? report_model(&record, true, phrases) : NULL;
	diags_render(&diags, &host->text);
	record_close(&record);
	diags_free(&diags);
	host_flush(host);
	return host->model != NULL;
}

static void ask_next(struct host *host)
{
	int next = agenda_audit(&session_of(host)->state);
	if (next == NAMES_NONE || next == host->asked)
		return;
	host->asked = next;
	finale_audit_question(&host->frame, session_of(host), outlet_words(&host->hand.outlet), next);
	host_flush(host);
}

void host_advance(struct host *host)
{
	const struct session *session = session_of(host);
	if (host->stage == HOST_RUNNING && session_ended(session)) {
		drop_pending(host);
		host->stage = HOST_AUDIT;
		ask_next(host);
	}
	if (host->stage == HOST_AUDIT && agenda_audit(&session->state) == NAMES_NONE) {
		host->stage = HOST_WASH;
		if (read_model(host)) {
			finale_audit(&host->frame, host->model);
			finale_hot_wash(&host->frame, host->model);
		}
		host_flush(host);
	} else if (host->stage == HOST_AUDIT) {
		ask_next(host);
	}
	if (host->stage == HOST_WASH && state_get(&session->state, STATE_RUN, 0, STATE_CLOSED) != STATE_NEVER) {
		host->stage = HOST_DONE;
		if (read_model(host))
			finale_summary(&host->frame, host->model);
		text_addf(&host->text, "\n The record: %s\n", host->room->path);
		if (outlet_words(&host->hand.outlet))
			takeaway_leave(host->room->path, wording_drill(session), &host->text);
		host_flush(host);
	}
}

/* What was withheld, or has no words of its own, would leave nothing but another time in the prompt. */
static void tell_quiet(struct host *host)
{
	char stamp[SPAN_BUFFER], said[64];
	snprintf(said, sizeof said, "Nothing came until %s.", span_stamp(room_now(host->room), stamp));
	host_say(host, said);
}

void host_prompt(struct host *host)
{
	struct text prompt = {0};
	fit_frame(host);
	if (host->quiet && host->stage == HOST_RUNNING)
		tell_quiet(host);
	struct frame frame = host->frame;
	frame.out = &prompt;
	/* A script's line is read for the question that is open when its turn comes. */
	if (!console_interactive(host->console) || !console_typing(host->console))
		host->question = view_current(&session_of(host)->state);
	if (host->stage == HOST_RUNNING)
		frame_prompt(&frame, session_of(host), room_now(host->room));
	if (prompt.len)
		text_add(&prompt, "\n");
	text_add(&prompt,
	         host->room->waiting && host->stage == HOST_RUNNING ? " (standing still; any line goes on) > " : " > ");
	console_prompt(host->console, prompt.data);
	text_free(&prompt);
}

static void fill_gaps(struct host *host)
{
	char why[ACT_WHY];
	struct act act;
	struct arena *arena = arena_new();
	while (roster_gap(session_of(host), arena, &act) && !host->leaving && take(host, &act, why))
		;
	arena_free(arena);
}

/* The story begins; whoever is not there is stood in for. */
static void start(struct host *host)
{
	fill_gaps(host);
	host->stage = HOST_RUNNING;
	room_begin(host->room);
	host_say(host, "StartEx. Read each message aloud, then talk.");
}

static void ask_seat(struct host *host, const struct act *act, const char *line)
{
	struct text asked = {0};
	roster_ask(session_of(host), act, &asked);
	text_wrap(&host->text, asked.data, "   ", host->frame.columns);
	host_flush(host);
	text_free(&asked);
	host->pending = strdup(line);
}

static void seat(struct host *host, const char *line, const char *pending)
{
	char why[ACT_WHY];
	struct act act;
	struct arena *arena = arena_new();
	if (*line && pending && !roster_same(session_of(host), pending, line))
		seat(host, "", pending); /* the next name says yes to the one before */
	if (!*line && !pending)
		start(host);
	else if (!roster_read(session_of(host), *line ? line : pending, arena, &act, why))
		host_say(host, why);
	else if (*line)
		ask_seat(host, &act, line);
	else
		take(host, &act, why);
	arena_free(arena);
}

void host_leave(struct host *host)
{
	char drill72[PROGRAM_NAME];
	host->leaving = true;
	text_addf(&host->text, " Everything so far is kept. To go on:\n%s resume ", program_name(drill72));
	program_path(host->room->path, &host->text);
	text_add(&host->text, "\n");
	host_flush(host);
}

static void suspend(struct host *host)
{
	struct act act = {.kind = ACT_HOLD,
	                  .at = STATE_NEVER,
	                  .why = "something real happened",
	                  .by = "facilitator",
	                  .cause = "stop"};
	char refused[ACT_WHY];
	if (!session_ended(session_of(host)))
		room_take(host->room, &act, refused);
	host_leave(host);
}

static void show_query(struct host *host, const struct command *command)
{
	const struct session *session = session_of(host);
	switch (command->kind) {
	case COMMAND_STATUS:
		frame_status(&host->frame, session);
		break;
	case COMMAND_STEPS:
		frame_steps(&host->frame, session, command->act.refs[0]);
		break;
	case COMMAND_FACTS:
		frame_facts(&host->frame, session);
		break;
	case COMMAND_CLOCK:
		frame_clock(&host->frame, session);
		break;
	case COMMAND_LOG:
		frame_log(&host->frame, session);
		break;
	case COMMAND_AHEAD:
		frame_ahead(&host->frame, session, room_behind_ms(host->room));
		break;
	case COMMAND_BRIEF:
		outlet_brief(&host->hand.outlet, room_now(host->room));
		break;
	case COMMAND_AGAIN:
		again_show(&host->hand.outlet.paint, session, command->act.value, host->frame.talk_ms);
		if (!host->text.len)
			host_say(host, "No message has come yet.");
		break;
	case COMMAND_QUESTION:
		frame_decision(&host->frame, session, view_current(&session->state));
		break;
	default:
		break;
	}
	host_flush(host);
}

static void step(struct host *host)
{
	char why[ACT_WHY];
	host->going = host->room->set.world->share != NULL;
	const struct event_turn *turn =
	    host->going ? NULL : room_step(host->room, STATE_NEVER, "facilitator", "next", why);
	host->quiet = turn != NULL;
	if (!turn && !host->going)
		host_show(host, turn, why);
}

static void run_command(struct host *host, const char *line, int question, bool confirmed)
{
	char why[ACT_WHY];
	struct arena *arena = arena_new();
	struct command command = hand_read(&host->hand, line, question, room_now(host->room), arena);
	const char *unknown = command.refused ? NULL : finale_gap(session_of(host), host->model, &command.act, arena);
	if (command.say && command.kind == COMMAND_HELP)
		console_print(host->console, command.say);
	else if (command.say)
		host_say(host, command.say);
	if (command.read_back && !confirmed && console_interactive(host->console)) {
		host->pending = strdup(line);
		host->pending_question = question;
		const char *asked = outlet_question(&host->hand.outlet, &command.act, command.read_back, arena);
		asked = arena_printf(arena, "%s [Enter]", asked);
		text_wrap(&host->text, asked, "   ", host->frame.columns);
		host_flush(host);
	} else if (unknown) {
		host_say(host, unknown);
	} else if (hand_carries(&command)) {
		hand_carry(&host->hand, &command, arena, why);
		host_flush(host);
	} else if (command.kind == COMMAND_NEXT) {
		step(host);
	} else if (command.kind == COMMAND_STOP) {
		suspend(host);
	} else if (command.kind == COMMAND_QUIT) {
		host_leave(host);
	} else {
		show_query(host, &command);
	}
	arena_free(arena);
}

/* Whatever is no yes puts off what was read back, and says so; a line of its own is then taken as such. */
static void answer(struct host *host, const char *line, const char *pending)
{
	enum reply reply = reply_read(line);
	if (reply == REPLY_YES)
		run_command(host, pending, host->pending_question, true);
	else
		put_off(host, pending);
	if (reply == REPLY_OTHER)
		run_command(host, line, host->question, false);
}

/* Who is in the room: a seat that was read back is taken by a yes, and by any other line than a no. */
static void open_room(struct host *host, const char *line, const char *pending)
{
	enum reply reply = pending ? reply_read(line) : REPLY_OTHER;
	if (reply == REPLY_NO)
		put_off(host, pending);
	else if (reply == REPLY_YES || !roster_reserves(line))
		seat(host, reply == REPLY_YES ? "" : line, pending);
	else {
		if (pending)
			seat(host, "", pending);
		run_command(host, line, NAMES_NONE, false);
	}
}

void host_line(struct host *host, const char *line)
{
	char *pending = host->pending;
	host->pending = NULL;
	bool waited = host->room->waiting;
	host->room->in += console_dropped(host->console) - host->dropped;
	host->dropped = console_dropped(host->console);
	room_typed(host->room);
	fit_frame(host);
	if (host->stage == HOST_OPENING)
		open_room(host, line, pending);
	else if (pending)
		answer(host, line, pending);
	else if (*line || !waited || view_current(&session_of(host)->state) != NAMES_NONE)
		run_command(host, line, host->question, false);
	free(pending);
}

static void watch(struct host *host)
{
	char why[ACT_WHY];
	if (host->stage == HOST_OPENING) {
		room_begin(host->room);
		return;
	}
	const struct event_turn *turn = room_watch(host->room, why);
	int64_t talk = host->room->clock.talk_ms;
	if (turn)
		host_show(host, turn, why);
	if (host->talk_ms > 0 && talk == 0 && host->stage == HOST_RUNNING &&
	    view_current(&session_of(host)->state) != NAMES_NONE)
		host_say(host, "The talk is over; the story's clock runs again. The question stays open.");
	host->talk_ms = talk;
}

void host_notice(struct host *host, enum console_event event)
{
	if (event == CONSOLE_TICK)
		watch(host);
	else if (event == CONSOLE_INTERRUPT)
		host_say(host, "Nothing is lost and nothing ends. To leave for now: stop. To end the drill: end.");
	else
		host_leave(host);
}

int host_timeout(const struct host *host)
{
	if (host->stage == HOST_OPENING || host->stage == HOST_WASH || host->stage == HOST_AUDIT)
		return 1000;
	return room_timeout(host->room);
}
