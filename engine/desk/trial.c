#include "desk/trial.h"

#include "desk/solo.h"
#include "desk/recap.h"
#include "desk/expectation.h"
#include "desk/hand.h"
#include "desk/heading.h"
#include "exercise/hook.h"

#include <stdio.h>
#include <string.h>

enum { MOST_MOVES = 100000 }; /* an automatic player that goes on for ever is a fault of ours */

/* A test's lines but its comments */
struct lines {
	const struct file *file;
	size_t at;
	int line; /* of the one read last */
};

static bool is_comment(const char *line)
{
	return line[strspn(line, " ")] == '#';
}

/* The next one, of the arena; NULL behind the last. */
static const char *next_line(struct lines *lines, struct arena *arena)
{
	const struct file *file = lines->file;
	while (lines->at < file->len) {
		const char *from = file->bytes + lines->at, *end = memchr(from, '\n', file->len - lines->at);
		size_t len = end ? (size_t)(end - from) : file->len - lines->at;
		const char *line = arena_ndup(arena, from, len);
		lines->at += len + 1;
		lines->line++;
		if (!is_comment(line))
			return line;
	}
	return NULL;
}

bool trial_read(const struct file *file, struct arena *arena, struct diags *diags, struct trial *trial)
{
	struct lines lines = {.file = file};
	const char *first = next_line(&lines, arena);
	*trial = (struct trial){.file = file, .line = first ? lines.line : 1};
	struct diag_place place = {file->name, trial->line, 0};
	if (!heading_read(first ? first : "", place, arena, diags, &trial->playing))
		return false;
	for (const char *line; (line = next_line(&lines, arena));)
		trial->expectations += expectation_is(line);
	if (trial->expectations > 0)
		return true;
	diag_error(diags, (struct diag_place){file->name, 1, 0},
	           "nothing is expected here, so nothing can fail: add expect ...");
	return diag_code(diags, "test-unreadable");
}

/* Playing -----------------------------------------------------------------------------------------------------------
 */

struct run {
	const struct trial *trial;
	struct session *session;
	struct coverage *coverage;
	struct diags *diags;
	struct hand hand;
	int32_t to, in; /* where the clock was stepped to; typed lines so far */
	int line;
	bool going; /* of a cut: nothing has come that is more than told in short */
};

static enum player_policy policy_of(const struct run *run)
{
	return (enum player_policy)run->trial->playing.policy;
}

static int32_t now(const struct run *run)
{
	int32_t at = session_now(run->session);
	return run->to > at ? run->to : at;
}

static bool tell(const struct run *run, const char *what, const char *why)
{
	diag_error(run->diags, (struct diag_place){run->trial->file->name, run->line, 1}, "%s%s", what, why);
	return diag_code(run->diags, "test-refused");
}

static void tell_failed_hooks(const struct run *run, const struct event_turn *turn)
{
	for (size_t i = 0; i < turn->count; i++) {
		if (turn->events[i].kind != EVENT_HOOK_FAILED)
			continue;
		diag_error(run->diags, (struct diag_place){run->trial->file->name, run->line, 1},
		           "the hook %s failed: %s", turn->events[i].text, turn->events[i].why);
		diag_code(run->diags, "test-failed");
	}
}

static bool take(struct run *run, struct act *act, char why[ACT_WHY])
{
	struct arena *arena = arena_new();
	act->t = act->kind == ACT_DUE ? act->t : now(run);
	act->talk = EVENT_NO_TALK;
	act->in = run->in;
	why[0] = '\0';
	struct event_turn *turn = session_take(run->session, act, arena, why);
	if (turn) {
		session_apply(run->session, turn);
		coverage_note(run->coverage, run->session, turn);
		tell_failed_hooks(run, turn);
		run->going = run->going && (act->kind != ACT_DUE || recap_fits(run->session, turn));
		if (act->kind == ACT_STEP_TO)
			run->to = state_get(&run->session->state, STATE_RUN, 0, STATE_TO);
	}
	arena_free(arena);
	return turn != NULL;
}

/* What the `when` of an item that falls due says, asked beforehand: no event tells it of every item. */
static void ask_when(const struct run *run, const struct agenda_item *due)
{
	const struct world *world = run->session->world;
	bool is_item = due->kind == AGENDA_INJECT || due->kind == AGENDA_AT;
	const struct story_item *item = is_item ? &world->story->items[due->number] : NULL;
	char failed[HOOK_FAULT];
	struct state then;
	if (!item || item->hook == NAMES_NONE ||
	    (item->unless_action != NAMES_NONE &&
	     state_get(&run->session->state, STATE_ACTION, item->unless_action, 0) != STATE_NEVER))
		return;
	state_clone(&then, &run->session->state);
	*state_cell(&then, STATE_RUN, 0, STATE_NOW) = due->due;
	struct hook hook = {run->session->scenario,
	                    &then,
	                    run->session->start.seed,
	                    names_id(&world->names, NAMES_ITEM, due->number),
	                    item->hook,
	                    NULL};
	bool says = hook_when(&hook, failed);
	if (!*failed)
		coverage_answer(run->coverage, due->number, says);
	state_free(&then);
}

/* Of a cut: what the others do now, the audit of the clocks among it. */
static bool others_act(struct run *run, bool works)
{
	char why[ACT_WHY];
	struct act act;
	struct session *session = run->session;
	if (!session->world->share)
		return false;
	struct arena *arena = arena_new();
	bool ended = session_ended(session), audits = ended && agenda_audit(&session->state) != NAMES_NONE;
	bool acts = audits   ? player_act(session, PLAYER_BEST, arena, &act)
	            : !ended ? solo_act(session, works, arena, &act)
	                     : false;
	bool taken = acts && take(run, &act, why);
	arena_free(arena);
	return taken;
}

static bool take_others(struct run *run)
{
	while (others_act(run, false))
		;
	return true;
}

/* All that is due by now. */
static bool take_due(struct run *run)
{
	struct agenda_item next;
	char name[96], why[ACT_WHY];
	while (take_others(run) && (next = agenda_next(&run->session->state)).kind != AGENDA_NONE &&
	       next.due <= now(run)) {
		struct act act = {.kind = ACT_DUE,
		                  .t = next.due,
		                  .at = STATE_NEVER,
		                  .due = next,
		                  .by = "clock",
		                  .cause = agenda_name(run->session->world, &next, name)};
		ask_when(run, &next);
		if (!take(run, &act, why))
			return tell(run, "", why);
	}
	return true;
}

static bool step(struct run *run, char why[ACT_WHY])
{
	struct agenda_item next = agenda_next(&run->session->state);
	struct act act = {.kind = ACT_STEP_TO, .at = next.due, .by = "facilitator", .cause = "next"};
	return take(run, &act, why);
}

/* Time goes on by one instant; in a cut, to what concerns the person. */
static bool go_on(struct run *run, char why[ACT_WHY])
{
	bool moved = false, moves = true;
	if (!run->session->world->share)
		return step(run, why);
	run->going = true;
	while (moves && run->going && !session_ended(run->session) && !solo_asks(run->session)) {
		moves = others_act(run, true) || step(run, why);
		moved = moved || moves;
		if (!take_due(run))
			return false;
	}
	return moved;
}

static bool take_typed(void *context, struct act *act, char why[ACT_WHY])
{
	return take(context, act, why);
}

/* Carries out a typed line; false with the reason in `why` when it is refused. */
static bool type(struct run *run, const char *line, struct arena *arena, char why[ACT_WHY])
{
	enum command_kind kind;
	run->in++;
	if (!hand_type(&run->hand, line, now(run), arena, &kind, why))
		return false;
	if (kind == COMMAND_NEXT)
		return go_on(run, why);
	if (kind == COMMAND_STOP || kind == COMMAND_QUIT)
		snprintf(why, ACT_WHY, "a test goes on to its last line");
	return !*why;
}

/* Plays by itself to the end, the hot wash included. */
static bool play_alone(struct run *run)
{
	char why[ACT_WHY] = "";
	struct act act;
	for (int i = 0; i < MOST_MOVES && take_due(run); i++) {
		struct arena *arena = arena_new();
		bool acts = player_act(run->session, policy_of(run), arena, &act);
		bool moved = acts ? take(run, &act, why) : !session_ended(run->session) && step(run, why);
		arena_free(arena);
		if (!moved)
			return !*why || tell(run, "the automatic player was refused: ", why);
	}
	return tell(run, "the automatic player never came to an end", "");
}

/* Each line in turn. A typed one that is refused is a fault, unless the next line expects just that. */
static void play_lines(struct run *run, struct arena *arena)
{
	char why[ACT_WHY];
	bool going = true, refused = false;
	struct lines lines = {.file = run->trial->file};
	next_line(&lines, arena);
	const char *line = next_line(&lines, arena), *next;
	for (int at = lines.line; line && going; line = next, at = lines.line) {
		run->line = at;
		next = next_line(&lines, arena);
		if (expectation_is(line)) {
			expectation_holds(&(struct expectation_scene){run->session, now(run), refused ? why : NULL},
			                  line, run->trial->file->name, run->line, run->diags);
			continue;
		}
		if (policy_of(run) != PLAYER_NONE) {
			tell(run, "nothing is typed where the automatic player plays", "");
			continue;
		}
		refused = !type(run, line, arena, why);
		if (refused && !(next && expectation_of_refusal(next)))
			tell(run, "refused: ", why);
		going = take_due(run);
	}
}

static bool start(struct run *run)
{
	char why[ACT_WHY];
	struct act act = {
	    .kind = ACT_START, .at = STATE_NEVER, .start = &run->session->start, .by = "clock", .cause = "StartEx"};
	run->line = 1;
	return take(run, &act, why) ? take_due(run) : tell(run, "", why);
}

static void play(struct run *run, const struct shelf_set *set)
{
	struct arena *arena = arena_new();
	const struct trial *trial = run->trial;
	struct event_start start_of = {.mode = "exercise",
	                               .clock = "stepped",
	                               .lang = set->world->lang,
	                               .seed = trial->playing.seed < 0 ? 1 : (uint64_t)trial->playing.seed,
	                               .speed = 1,
	                               .extended = set->world->extended,
	                               .feedback = trial->playing.alone};
	run->session = session_new(set->world, set->scenario, &start_of);
	run->hand = (struct hand){.alone = trial->playing.alone, .take = take_typed, .context = run};
	hand_open_unseen(&run->hand, run->session);
	coverage_begin(run->coverage, set->world);
	if (start(run) && (policy_of(run) == PLAYER_NONE || play_alone(run)))
		play_lines(run, arena);
	hand_close(&run->hand);
	session_free(run->session);
	arena_free(arena);
}

bool trial_says(const char *line, bool first)
{
	return (first && heading_is(line)) || expectation_is(line) || is_comment(line);
}

/* What can't be had is told at the line that asks for it. */
static bool prepare(const struct trial *trial, const struct shelf_set *set, struct diags *diags)
{
	struct diags found;
	diags_init(&found);
	bool good = playing_prepare(&trial->playing, set, &found);
	for (size_t i = 0; i < found.n; i++) {
		diag_error(diags, (struct diag_place){trial->file->name, trial->line, 1}, "%s: %s", found.v[i].file,
		           found.v[i].message);
		if (found.v[i].hint)
			diag_hint(diags, "%s", found.v[i].hint);
		diag_code(diags, "test-unreadable");
	}
	diags_free(&found);
	return good;
}

bool trial_play(const struct trial *trial, const char *scenario, const char *playbook, struct coverage *coverage,
                struct diags *diags)
{
	const struct playing *how = &trial->playing;
	struct shelf_choice choice = playing_choice(how);
	choice.scenario = scenario;
	choice.playbook = choice.playbook ? choice.playbook : playbook;
	struct shelf_set set = {NULL, NULL};
	struct run run = {.trial = trial, .coverage = coverage, .diags = diags, .to = STATE_NEVER};
	size_t refused = diags->refused;
	if (shelf_open(&choice, diags, &set)) {
		if (prepare(trial, &set, diags))
			play(&run, &set);
		shelf_close(&set);
	}
	return diags->refused == refused;
}
