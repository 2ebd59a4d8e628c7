#include "desk/trial.h"

#include "desk/solo.h"
#include "desk/recap.h"
#include "desk/expectation.h"
#include "desk/hand.h"
#include "desk/plan.h"
#include "desk/shelf.h"
#include "desk/words.h"
#include "exercise/hook.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
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

/* Its first line ----------------------------------------------------------------------------------------------------
 */

struct heading {
	struct words words;
	size_t at;
	int line;
	struct trial *trial;
	struct diags *diags;
};

static bool fault(const struct heading *h, size_t word, const char *message, const char *hint)
{
	size_t at = word < h->words.n ? h->words.v[word].at : strlen(h->words.line);
	diag_error(h->diags, (struct diag_place){h->trial->file->name, h->line, (int)at + 1}, "%s", message);
	diag_code(h->diags, "test-unreadable");
	if (hint)
		diag_hint(h->diags, "did you mean \"%s\"?", hint);
	return false;
}

static bool set_extended(struct heading *h, const char *value)
{
	(void)value;
	return h->trial->extended = true;
}

static bool set_core(struct heading *h, const char *value)
{
	(void)value;
	return !(h->trial->extended = false);
}

static bool whole(const char *value, int64_t least, int64_t *out)
{
	char *end;
	errno = 0;
	*out = strtoll(value, &end, 10);
	return !errno && end > value && !*end && *out >= least;
}

static bool set_minutes(struct heading *h, const char *value)
{
	return whole(value, 1, &h->trial->minutes) || fault(h, h->at - 1, "minutes are a whole number from 1", NULL);
}

static bool set_seed(struct heading *h, const char *value)
{
	return whole(value, 0, &h->trial->seed) || fault(h, h->at - 1, "a seed is a whole number", NULL);
}

/* What `play` would need to be told: a test has no other clock. */
static bool set_clock(struct heading *h, const char *value)
{
	return strcmp(value, "stepped") == 0 || fault(h, h->at - 1, "a test runs on the stepped clock", "stepped");
}

static bool set_auto(struct heading *h, const char *value)
{
	int i = 0;
	while (player_policies[i] && strcmp(player_policies[i], value) != 0)
		i++;
	h->trial->policy = (enum player_policy)i;
	if (player_policies[i])
		return true;
	return fault(h, h->at - 1, "it plays by itself as best, worst, first or random",
	             diag_nearest(value, player_policies, PLAYER_NONE));
}

enum { PLAY = 1, TRAIN = 2 };
static const struct {
	const char *name;
	int verbs;
	bool valued;
	bool (*set)(struct heading *, const char *); /* NULL: a text as it is, into: */
	size_t text;
} options[] = {{"--extended", PLAY, false, set_extended, 0},
               {"--auto", PLAY, true, set_auto, 0},
               {"--clock", PLAY, true, set_clock, 0},
               {"--core", TRAIN, false, set_core, 0},
               {"--role", TRAIN, true, NULL, offsetof(struct trial, role)},
               {"--minutes", TRAIN, true, set_minutes, 0},
               {"--playbook", PLAY | TRAIN, true, NULL, offsetof(struct trial, playbook)},
               {"--seed", PLAY | TRAIN, true, set_seed, 0},
               {"--lang", PLAY | TRAIN, true, NULL, offsetof(struct trial, lang)}};
enum { OPTIONS = sizeof options / sizeof *options };

static bool read_option(struct heading *h)
{
	const char *names[OPTIONS], *word = words_at(&h->words, h->at);
	size_t n = 0;
	for (size_t i = 0; i < OPTIONS; i++) {
		if (!(options[i].verbs & (h->trial->alone ? TRAIN : PLAY)))
			continue;
		names[n++] = options[i].name;
		if (strcmp(options[i].name, word) != 0)
			continue;
		h->at += options[i].valued ? 2 : 1;
		if (h->at > h->words.n)
			return fault(h, h->words.n, "what should stand behind it is missing", NULL);
		const char *value = words_at(&h->words, h->at - 1);
		if (options[i].set)
			return options[i].set(h, value);
		*(const char **)((char *)h->trial + options[i].text) = value;
		return true;
	}
	return fault(h, h->at, "no option of a test", diag_nearest(word, names, n));
}

static bool read_heading(struct heading *h)
{
	static const char *const verbs[] = {"play", "train"};
	const char *verb = words_at(&h->words, 0);
	h->trial->alone = strcmp(verb, "train") == 0;
	h->trial->extended = h->trial->alone;
	h->trial->scenario = words_at(&h->words, 1);
	if (!h->trial->alone && strcmp(verb, "play") != 0)
		return fault(h, 0, "the first line says what is played: play SCENARIO, or train SCENARIO",
		             diag_nearest(verb, verbs, 2));
	if (!file_name_safe(h->trial->scenario) || strchr(h->trial->scenario, '/'))
		return fault(h, 1, "behind it stands the name of a scenario of the folder above", NULL);
	bool good = true;
	for (h->at = 2; h->at < h->words.n && good;)
		good = read_option(h);
	return good;
}

bool trial_read(const struct file *file, struct arena *arena, struct diags *diags, struct trial *trial)
{
	struct lines lines = {.file = file};
	const char *first = next_line(&lines, arena);
	*trial = (struct trial){.file = file, .seed = 1, .policy = PLAYER_NONE};
	struct heading heading = {.words = words_split(arena, first ? first : ""),
	                          .line = first ? lines.line : 1,
	                          .trial = trial,
	                          .diags = diags};
	if (!read_heading(&heading))
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
		bool acts = player_act(run->session, run->trial->policy, arena, &act);
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
		if (run->trial->policy != PLAYER_NONE) {
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
	                               .seed = (uint64_t)trial->seed,
	                               .speed = 1,
	                               .extended = set->world->extended,
	                               .feedback = trial->alone};
	run->session = session_new(set->world, set->scenario, &start_of);
	run->hand = (struct hand){.alone = trial->alone, .take = take_typed, .context = run};
	hand_open_unseen(&run->hand, run->session);
	coverage_begin(run->coverage, set->world);
	if (start(run) && (trial->policy == PLAYER_NONE || play_alone(run)))
		play_lines(run, arena);
	hand_close(&run->hand);
	session_free(run->session);
	arena_free(arena);
}

bool trial_says(const char *line, bool first)
{
	struct arena *arena = arena_new();
	struct words words = words_split(arena, line);
	bool heading = first && (words_is(&words, 0, "play") || words_is(&words, 0, "train"));
	arena_free(arena);
	return heading || expectation_is(line) || is_comment(line);
}

bool trial_play(const struct trial *trial, const char *scenario, const char *playbook, struct coverage *coverage,
                struct diags *diags)
{
	struct shelf_choice choice = {.scenario = scenario,
	                              .playbook = trial->playbook ? trial->playbook : playbook,
	                              .lang = trial->lang,
	                              .extended = trial->extended};
	struct shelf_set set = {NULL, NULL};
	struct run run = {.trial = trial, .coverage = coverage, .diags = diags, .to = STATE_NEVER};
	size_t errors = diags->errors;
	if (shelf_open(&choice, diags, &set)) {
		if (trial->alone)
			plan_practise(set.world);
		if ((!trial->role && !trial->minutes) || solo_make(&set, trial->role, trial->minutes, diags))
			play(&run, &set);
		shelf_close(&set);
	}
	return diags->errors == errors;
}
