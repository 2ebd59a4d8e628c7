#include "desk/host.h"

#include "base/span.h"
#include "desk/edition.h"
#include "desk/finale.h"
#include "desk/paint.h"
#include "desk/paper.h"
#include "desk/roster.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static struct session *session_of(const struct host *host)
{
	return host->room->session;
}

/* Prints what the frame gathered. */
static void flush(struct host *host)
{
	if (host->text.len)
		console_print(host->console, host->text.data);
	text_clear(&host->text);
}

static void say(struct host *host, const char *s)
{
	text_wrap(&host->text, s, " ", host->frame.columns);
	flush(host);
}

static void fit_frame(struct host *host)
{
	host->frame.columns = console_columns(host->console);
	host->frame.now = room_now(host->room);
	host->frame.talk_ms = host->room->clock.talk_ms;
	host->outlet.paint = (struct paint){&host->text, host->frame.columns, host->frame.colour};
}

/* The table's completions, and behind them the letters that are no kinds of notice. */
static char *complete(void *context, const char *line, int at, const char *word, int i)
{
	struct host *host = context;
	char *found = command_complete(session_of(host), !host->alone, line, at, word, i);
	int n = 0;
	if (found)
		return found;
	for (char *one; (one = command_complete(session_of(host), !host->alone, line, at, word, n)); n++)
		free(one);
	return outlet_complete(&host->outlet, line, at, word, i - n);
}

void host_open(struct host *host, struct room *room, const struct host_setup *setup)
{
	*host = (struct host){.room = room, .question = NAMES_NONE, .asked = NAMES_NONE, .alone = setup->alone};
	struct console_setup console = {
	    .script = setup->script, .plain = setup->plain, .complete = complete, .context = host};
	host->console = console_open(&console);
	host->frame = (struct frame){
	    .out = &host->text, .colour = paint_wanted(console_interactive(host->console)), .feedback = setup->alone};
	outlet_open(&host->outlet, room->session, room->path, &host->text);
	fit_frame(host);
	bool asks = console_interactive(host->console) && !setup->alone && !setup->resumed && !setup->automatic;
	host->stage = asks ? HOST_OPENING : HOST_RUNNING;
	if (setup->resumed)
		frame_rejoining(&host->frame, session_of(host));
	else
		frame_opening(&host->frame, session_of(host));
	flush(host);
	if (host->stage == HOST_OPENING)
		say(host, "Who is in the room? One name and job a line, an empty line when done.");
	room_begin(room);
}

void host_close(struct host *host)
{
	console_close(host->console);
	jsn_free(host->model);
	outlet_close(&host->outlet);
	layout_free(host->layout);
	text_free(&host->text);
	free(host->pending);
}

static void tell_faults(struct host *host)
{
	diags_render(&host->room->diags, &host->text);
	flush(host);
	diags_free(&host->room->diags);
	diags_init(&host->room->diags);
	if (!console_interactive(host->console)) {
		host->leaving = host->failed = true;
		return;
	}
	host->room->waiting = host->room->clock.held = true;
	say(host, "Nothing more can be recorded now, so the clock stands. What was shown is safe. Mend it, then press "
	          "Enter.");
}

/* The facilitator's side comes with each new question. */
static bool opens_question(const struct event_turn *turn)
{
	for (size_t i = 0; i < turn->count; i++)
		if (turn->events[i].kind == EVENT_OPENED)
			return true;
	return false;
}

void host_show(struct host *host, const struct event_turn *turn, const char *why)
{
	fit_frame(host);
	if (!turn && *why)
		say(host, why);
	else if (!turn)
		tell_faults(host);
	if (!turn)
		return;
	frame_turn(&host->frame, session_of(host), turn);
	flush(host);
	if (opens_question(turn) && !host->alone && console_interactive(host->console))
		frame_ahead(&host->frame, session_of(host), room_behind_ms(host->room));
	flush(host);
}

/* The words of EndEx, opened when first needed: a start has no time for them. NULL after telling once why there are
 * none; the drill goes on without. */
static const struct phrases *words(struct host *host)
{
	if (!host->layout && !host->wordless) {
		struct diags diags;
		diags_init(&diags);
		host->layout = layout_open("en", &diags);
		host->wordless = !host->layout;
		diags_render(&diags, &host->text);
		diags_free(&diags);
	}
	return host->layout ? layout_phrases(host->layout) : NULL;
}

/* The after-action model, from the journal as it stands on the disk. False after telling why there is none. */
static bool read_model(struct host *host)
{
	struct record record;
	struct diags diags;
	diags_init(&diags);
	const struct phrases *phrases = words(host);
	jsn_free(host->model);
	bool read = record_open(&record, host->room->path, true, &diags);
	host->model = read && phrases ? report_model(&record, true, phrases) : NULL;
	diags_render(&diags, &host->text);
	record_close(&record);
	diags_free(&diags);
	flush(host);
	return host->model != NULL;
}

static bool write_beside(const struct record *record, const char *path, struct diags *diags)
{
	struct edition edition = {.format = EDITION_HTML};
	struct text page = {0};
	struct layout *layout = edition_layout(&edition, record, diags);
	bool written =
	    layout && edition_make(&edition, record, layout, &page, diags) && paper_write(path, &page, diags);
	layout_free(layout);
	text_free(&page);
	return written;
}

/* The page that the room takes home. Where it can't be written that is told: the record is what counts. */
static void leave_report(struct host *host)
{
	struct record record;
	struct diags diags;
	char path[PAPER_PATH];
	diags_init(&diags);
	bool drill = strcmp(session_of(host)->start.mode, "incident") != 0;
	bool named = paper_beside(host->room->path, drill, path) ||
	             diag_error(&diags, (struct diag_place){.file = host->room->path}, "no room for a report's name");
	if (record_open(&record, host->room->path, true, &diags) && named && write_beside(&record, path, &diags)) {
		text_add(&host->text, " The report: ");
		paper_shown(path, &host->text);
		text_add(&host->text, "\n");
	}
	diags_render(&diags, &host->text);
	record_close(&record);
	diags_free(&diags);
}

static void ask_next(struct host *host)
{
	int next = agenda_audit(&session_of(host)->state);
	if (next == NAMES_NONE || next == host->asked)
		return;
	host->asked = next;
	finale_audit_question(&host->frame, session_of(host), words(host), next);
	flush(host);
}

void host_advance(struct host *host)
{
	const struct session *session = session_of(host);
	if (host->stage == HOST_RUNNING && session_ended(session)) {
		host->stage = HOST_AUDIT;
		ask_next(host);
	}
	if (host->stage == HOST_AUDIT && agenda_audit(&session->state) == NAMES_NONE) {
		host->stage = HOST_WASH;
		if (read_model(host)) {
			finale_audit(&host->frame, host->model);
			finale_hot_wash(&host->frame, host->model);
		}
		flush(host);
	} else if (host->stage == HOST_AUDIT) {
		ask_next(host);
	}
	if (host->stage == HOST_WASH && state_get(&session->state, STATE_RUN, 0, STATE_CLOSED) != STATE_NEVER) {
		host->stage = HOST_DONE;
		if (read_model(host))
			finale_summary(&host->frame, host->model);
		text_addf(&host->text, "\n The record: %s\n", host->room->path);
		if (!host->wordless)
			leave_report(host);
		flush(host);
	}
}

void host_prompt(struct host *host)
{
	struct text prompt = {0};
	fit_frame(host);
	struct frame frame = host->frame;
	frame.out = &prompt;
	/* A script's line is read for the question that is open when its turn comes. */
	if (!console_interactive(host->console) || !console_typing(host->console))
		host->question = state_current(&session_of(host)->state);
	if (host->stage == HOST_RUNNING)
		frame_prompt(&frame, session_of(host), room_now(host->room));
	if (prompt.len)
		text_add(&prompt, "\n");
	text_add(&prompt,
	         host->room->waiting && host->stage == HOST_RUNNING ? " (standing still; any line goes on) > " : " > ");
	console_prompt(host->console, prompt.data);
	text_free(&prompt);
}

static bool take(struct host *host, struct act *act)
{
	char why[ACT_WHY];
	const struct event_turn *turn = room_take(host->room, act, why);
	host_show(host, turn, why);
	if (turn && act->kind == ACT_PUBLISH)
		galley_release(&host->outlet.writing, turn, &host->outlet.paint);
	flush(host);
	return turn != NULL;
}

static void draft(struct host *host, const struct act *asked, struct arena *arena)
{
	struct writing_job job;
	host->outlet.writing.words = words(host);
	bool ready = outlet_draft(&host->outlet, asked, arena, &job);
	flush(host);
	if (ready && take(host, &job.act))
		galley_show(&host->outlet.writing, &job, &host->outlet.paint);
	flush(host);
	writing_done(&job);
}

static void fill_gaps(struct host *host)
{
	struct act act;
	struct arena *arena = arena_new();
	while (roster_gap(session_of(host), arena, &act) && !host->leaving) {
		char why[ACT_WHY];
		const struct event_turn *turn = room_take(host->room, &act, why);
		host_show(host, turn, why);
		if (!turn)
			break;
	}
	arena_free(arena);
}

/* The story begins; whoever is not there is stood in for. */
static void start(struct host *host)
{
	fill_gaps(host);
	host->stage = HOST_RUNNING;
	room_begin(host->room);
	say(host, "StartEx. Read each message aloud, then talk.");
}

static void ask_seat(struct host *host, const struct act *act, const char *line)
{
	struct text asked = {0};
	for (int i = 0; i < act->nrefs; i++)
		text_addf(&asked, "%s%s", i ? ", " : "-> ",
		          names_id(&session_of(host)->world->names, NAMES_ROLE, act->refs[i]));
	text_add(&asked, ". Right? [Enter]");
	text_wrap(&host->text, asked.data, "   ", host->frame.columns);
	flush(host);
	text_free(&asked);
	host->pending = strdup(line);
}

/* Whether a line mends the one before it. */
static bool same_person(struct host *host, const char *before, const char *line)
{
	char why[ACT_WHY];
	struct act one, other;
	struct arena *arena = arena_new();
	bool same = roster_read(session_of(host), before, arena, &one, why) &&
	            roster_read(session_of(host), line, arena, &other, why) && strcasecmp(one.who, other.who) == 0;
	arena_free(arena);
	return same;
}

static void seat(struct host *host, const char *line, const char *pending)
{
	char why[ACT_WHY];
	struct act act;
	struct arena *arena = arena_new();
	if (*line && pending && !same_person(host, pending, line))
		seat(host, "", pending); /* the next name says yes to the one before */
	if (!*line && !pending)
		start(host);
	else if (!roster_read(session_of(host), *line ? line : pending, arena, &act, why))
		say(host, why);
	else if (*line)
		ask_seat(host, &act, line);
	else
		take(host, &act);
	arena_free(arena);
}

static void leave(struct host *host, bool suspends)
{
	struct act act = {.kind = ACT_HOLD,
	                  .at = STATE_NEVER,
	                  .why = "something real happened",
	                  .by = "facilitator",
	                  .cause = "stop"};
	char refused[ACT_WHY];
	if (suspends && !session_ended(session_of(host)))
		room_take(host->room, &act, refused);
	host->leaving = true;
	text_addf(&host->text, " Everything so far is kept. To go on:\ndrill72 resume %s\n", host->room->path);
	flush(host);
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
		outlet_brief(&host->outlet, room_now(host->room));
		break;
	case COMMAND_QUESTION:
		frame_decision(&host->frame, session, state_current(&session->state), host->room->clock.talk_ms);
		break;
	default:
		break;
	}
	flush(host);
}

static void step(struct host *host)
{
	char why[ACT_WHY];
	const struct event_turn *turn = room_step(host->room, STATE_NEVER, "facilitator", "next", why);
	if (!turn)
		host_show(host, turn, why);
}

/* "1 @Arif 30 Apr": the record keeps the gap's words, never its number alone. False when no such gap was proposed. */
static bool name_gap(const struct host *host, struct act *act, struct arena *arena)
{
	bool numbered = act->kind == ACT_IMPROVE && strlen(act->text) == 1 && *act->text >= '1' && *act->text <= '9';
	if (!numbered)
		return true;
	const struct jsn *gap = jsn_at(jsn_get(host->model, "gaps"), (size_t)(*act->text - '1'), NULL);
	if (gap)
		act->text = arena_dup(arena, jsn_text(jsn_get(gap, "text")));
	return gap != NULL;
}

static void run_command(struct host *host, const char *line, int question, bool confirmed)
{
	struct arena *arena = arena_new();
	struct command_context context = {.session = session_of(host),
	                                  .question = question,
	                                  .alone = host->alone,
	                                  .t = room_now(host->room),
	                                  .columns = host->frame.columns,
	                                  .arena = arena};
	struct command command = command_parse(&context, line);
	if (command.say && command.kind == COMMAND_HELP)
		console_print(host->console, command.say);
	else if (command.say)
		say(host, command.say);
	if (command.read_back && !confirmed && console_interactive(host->console)) {
		host->pending = strdup(line);
		host->pending_question = question;
		if (command.act.kind == ACT_PUBLISH)
			host->outlet.writing.words = words(host);
		const char *asked = outlet_question(&host->outlet, &command.act, command.read_back, arena);
		asked = arena_printf(arena, "%s [Enter]", asked);
		text_wrap(&host->text, asked, "   ", host->frame.columns);
		flush(host);
	} else if (command.kind == COMMAND_ACT && !command.refused && !name_gap(host, &command.act, arena)) {
		say(host, "No gap of that number was proposed; they come behind the clock audit. In your own words:  "
		          "improve a second deputy @Arif 30 Apr");
	} else if (command.kind == COMMAND_ACT && !command.refused) {
		take(host, &command.act);
	} else if (command.kind == COMMAND_DRAFT) {
		draft(host, &command.act, arena);
	} else if (command.kind == COMMAND_NEXT) {
		step(host);
	} else if (command.kind == COMMAND_STOP || command.kind == COMMAND_QUIT) {
		leave(host, command.kind == COMMAND_STOP);
	} else {
		show_query(host, &command);
	}
	arena_free(arena);
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
		seat(host, line, pending);
	else if (pending && strcmp(line, "undo") == 0)
		say(host, "Not taken; nothing has changed.");
	else if (pending && !*line)
		run_command(host, pending, host->pending_question, true);
	else if (*line || !waited)
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
	    state_current(&session_of(host)->state) != NAMES_NONE)
		say(host, "The talk is over; the story's clock runs again. The question stays open.");
	host->talk_ms = talk;
}

void host_notice(struct host *host, enum console_event event)
{
	if (event == CONSOLE_TICK)
		watch(host);
	else if (event == CONSOLE_INTERRUPT)
		say(host, "Nothing is lost and nothing ends. To leave for now: stop. To end the drill: end.");
	else
		leave(host, false);
}

int host_timeout(const struct host *host)
{
	if (host->stage == HOST_OPENING || host->stage == HOST_WASH || host->stage == HOST_AUDIT)
		return 1000;
	return room_timeout(host->room);
}
