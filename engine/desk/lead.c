#include "desk/lead.h"

#include "base/span.h"
#include "desk/solo.h"
#include "desk/again.h"
#include "desk/recap.h"
#include "desk/reload.h"
#include "desk/trial.h"

#include <string.h>

/* Under a scaled clock the automatic player lets a tenth of the talk pass before it answers. */
static bool still_talking(const struct room *room)
{
	int decision = view_current(&room->session->state);
	return room->clock.kind == CLOCK_SCALED && decision != NAMES_NONE &&
	       room->clock.talk_ms > room->set.world->story->decisions[decision].discuss * (int64_t)900;
}

/* Of a share: what others do, told in short, and the question that is the person's own once theirs is answered. */
static bool others_act(struct host *host, bool works)
{
	char why[ACT_WHY] = "";
	struct act act;
	const struct session *session = host->room->session;
	struct arena *arena = arena_new();
	int before = view_current(&session->state);
	bool acts = solo_act(session, works, arena, &act);
	const struct event_turn *turn = acts ? room_take(host->room, &act, why) : NULL;
	if (acts)
		host_show(host, turn, why);
	arena_free(arena);
	int current = view_current(&session->state);
	if (turn && current != before && current != NAMES_NONE && share_has(session->world, current)) {
		frame_decision(&host->frame, session, current);
		host_flush(host);
	}
	return turn != NULL;
}

/* Of a share: time goes on by itself to what concerns the person; never past a question of theirs. */
static bool others_move(struct host *host)
{
	char why[ACT_WHY] = "";
	struct act act;
	if (host->stage == HOST_AUDIT) {
		player_act(host->room->session, PLAYER_BEST, host->room->arena, &act);
		return room_take(host->room, &act, why) != NULL;
	}
	host->going = host->going && host->stage == HOST_RUNNING && !solo_asks(host->room->session);
	if (!host->going)
		return false;
	if (others_act(host, true))
		return true;
	const struct event_turn *turn = room_step(host->room, STATE_NEVER, "facilitator", "next", why);
	host->going = turn != NULL;
	if (!turn)
		host_show(host, turn, why);
	return turn != NULL;
}

static bool player_moves(struct host *host, enum player_policy policy)
{
	struct room *room = host->room;
	char why[ACT_WHY] = "";
	struct act act;
	if (policy == PLAYER_NONE && room->set.world->share)
		return others_move(host);
	if (policy == PLAYER_NONE || still_talking(room))
		return false;
	struct arena *arena = arena_new();
	bool acts = player_act(room->session, policy, arena, &act);
	bool steps = !acts && room->clock.kind == CLOCK_STEPPED;
	if (acts)
		host_show(host, room_take(room, &act, why), why);
	else if (steps)
		host_show(host, room_step(room, STATE_NEVER, "facilitator", "next", why), why);
	arena_free(arena);
	return acts || steps;
}

/* Everything due now comes before the next line. */
static void show_due(struct host *host)
{
	char why[ACT_WHY];
	const struct event_turn *turn;
	while (!host->leaving && !host->room->waiting && host->stage != HOST_OPENING) {
		while (host->room->set.world->share && others_act(host, false))
			;
		turn = room_due(host->room, why);
		if (!turn && !*why && !host->room->diags.errors)
			return;
		host_show(host, turn, why);
		if (turn && !recap_fits(host->room->session, turn))
			host->going = false;
		if (!turn && *why) /* what falls due is refused only when the story is at fault: it would be so again */
			host->leaving = host->failed = true;
	}
}

/* Up to the part that is tried: told in short, for whoever has to take it from there. */
static void lead_up(struct host *host, struct rehearsal *part)
{
	char why[ACT_WHY], stamp[SPAN_BUFFER], said[160];
	const struct event_turn *turn;
	snprintf(said, sizeof said, "A rehearsal. Up to %s it was played by itself, as the best player would%c",
	         span_stamp(part->from, stamp), part->item == NAMES_NONE ? ':' : '.');
	host_say(host, said);
	while ((turn = rehearsal_turn(part, host->room, why))) {
		if (part->there)
			host_show(host, turn, why);
		else if (part->item == NAMES_NONE)
			recap_turn(&host->hand.outlet.paint, host->room->session, turn, false);
		host_flush(host);
	}
	if (*why || host->room->diags.errors) {
		host_show(host, NULL, why);
		host->leaving = host->failed = true;
		return;
	}
	snprintf(said, sizeof said, "From here, %s, it is yours.", stamp);
	if (part->item == NAMES_NONE)
		host_say(host, said);
}

/* One message was to be tried, and it has been. */
static void leave_part(struct host *host, const struct rehearsal *part)
{
	struct text said = {0};
	if (!part || host->leaving || !rehearsal_over(part, host->room))
		return;
	text_addf(&said, "That was %s and what it opens.",
	          names_id(&host->room->set.world->names, NAMES_ITEM, part->item));
	host_say(host, said.data);
	host_leave(host);
	text_free(&said);
}

static void note_edits(struct host *host)
{
	struct text said = {0};
	reload_differs(host->room, &said);
	if (said.len)
		host_say(host, said.data);
	text_free(&said);
}

static void note_cut(struct host *host)
{
	struct text said = {0};
	solo_note(host->room, &said);
	if (said.len)
		host_say(host, said.data);
	text_free(&said);
}

/* Whether time was going on to what concerns the person when the record stopped. */
static bool went_on(const struct room *room)
{
	struct record record;
	struct diags diags;
	diags_init(&diags);
	bool goes = record_open(&record, room->path, true, &diags) && solo_goes_on(&record);
	record_close(&record);
	diags_free(&diags);
	return goes;
}

static void reload(struct host *host, const struct lead *lead, const char *changed)
{
	struct text said = {0};
	struct news *news = news_note(host->room->session);
	watch_begin(lead->watch);
	bool exchanged = reload_room(host->room, lead->setup, changed, &host->text, &said);
	watch_end(lead->watch, exchanged);
	host_flush(host);
	host_say(host, said.data);
	text_free(&said);
	if (exchanged) {
		host_exchange(host);
		again_news(&host->hand.outlet.paint, host->room->session, news, host->frame.talk_ms);
		host_flush(host);
	}
	news_free(news);
}

static void look(struct host *host, const struct lead *lead)
{
	const char *changed = watch_look(lead->watch), *gone = watch_gone(lead->watch);
	struct text said = {0};
	if (gone) {
		text_addf(&said,
		          "%s is not there any more. The run goes on with what it was; put it back, and it is "
		          "taken in again.",
		          gone + (strncmp(gone, "./", 2) == 0 ? 2 : 0));
		host_say(host, said.data);
	}
	text_free(&said);
	if (changed)
		reload(host, lead, changed);
}

static int timeout(const struct host *host, const struct lead *lead)
{
	int ms = host_timeout(host);
	return lead->watch && (ms < 0 || ms > WATCH_MS) ? WATCH_MS : ms;
}

/* What a test says of itself is passed over where it is played to be watched; it counts as a line, for resume. */
static bool pass_over(struct host *host, const struct lead *lead, const char *line, int *passed)
{
	bool over = lead->script && trial_says(line, host->room->in == *passed);
	*passed += over;
	host->room->in += over;
	return over;
}

/* The loop: poll -> command -> take -> append -> apply -> show. */
static void run(struct host *host, const struct lead *lead)
{
	const char *line;
	int passed = 0;
	while (!host->leaving && host->stage != HOST_DONE) {
		if (lead->watch)
			look(host, lead);
		show_due(host);
		host_advance(host);
		leave_part(host, lead->part);
		if (host->leaving || host->stage == HOST_DONE || player_moves(host, lead->policy))
			continue;
		host_prompt(host);
		enum console_event event = console_poll(host->console, timeout(host, lead), &line);
		if (event == CONSOLE_LINE && pass_over(host, lead, line, &passed))
			continue;
		if (event == CONSOLE_LINE)
			host_line(host, line);
		else
			host_notice(host, event);
	}
}

/* A script that was played before goes on behind the lines that the journal has consumed. */
static void skip_lines(FILE *script, int32_t lines)
{
	for (int c = 0; script && lines > 0 && c != EOF;) {
		c = getc(script);
		lines -= c == '\n';
	}
}

bool lead_room(struct room *room, const struct lead *lead)
{
	struct host host;
	if (lead->resumed)
		skip_lines(lead->script, room->in);
	host_open(&host, room,
	          &(struct host_setup){.script = lead->script,
	                               .plain = lead->plain,
	                               .alone = room->session->start.feedback,
	                               .resumed = lead->resumed,
	                               .automatic = lead->part || lead->policy != PLAYER_NONE});
	if (lead->resumed)
		note_edits(&host);
	if (lead->part && !lead->part->there)
		lead_up(&host, lead->part);
	if (room->session->turns == 1)
		note_cut(&host);
	host.going = room->set.world->share && (!lead->resumed || went_on(room));
	run(&host, lead);
	host_close(&host);
	return !host.failed;
}
