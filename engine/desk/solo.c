#include "desk/solo.h"

#include "desk/recap.h"
#include "desk/rundown.h"
#include "exercise/score.h"

#include <string.h>

enum { WORDS_A_MINUTE = 150, MS_A_MINUTE = 60000, OPENING = 100, HEADING = 8 };

struct cutting {
	const struct world *world;
	const struct share *share;
	struct rundown rundown;
};

/* How long it takes ------------------------------------------------------------------------------------------------ */

/* NULL has none. */
static int words(const char *s)
{
	return s ? text_words(s) : 0;
}

static int message_words(const struct story_item *item, bool whole, bool told)
{
	if (whole)
		return words(item->subject) + words(item->text) + HEADING;
	return told && item->read_aloud ? words(item->read_aloud) : HEADING;
}

/* What is read of a question: all choices, then why one was worth what it was, and why another is worth more. */
static int question_words(const struct story_decision *decision)
{
	int n = words(decision->ask), because = 0;
	for (int i = 0; i < (int)decision->options.n; i++) {
		const struct story_option *option = story_option_at(decision, i);
		int length = words(option->effects.because);
		n += words(option->words);
		because = length > because ? length : because;
	}
	return n + 2 * because;
}

static int answer_words(const struct story_decision *decision)
{
	int most = 0;
	for (int i = 0; i < (int)decision->options.n; i++) {
		int length = words(story_option_at(decision, i)->words);
		most = length > most ? length : most;
	}
	return most + 3;
}

/* In whole minutes, rounded up. */
static int32_t minutes_of(const struct cutting *c)
{
	const struct story *story = c->world->story;
	int n = OPENING + words(story->synopsis), asked = 0;
	for (size_t i = 0; i < c->rundown.n; i++) {
		const struct rundown_cue *cue = &c->rundown.cues[i];
		bool over = asked == c->share->count;
		if (cue->item != NAMES_NONE)
			n += message_words(&story->items[cue->item], share_hears(c->world, cue->item), !over);
		else if (share_has(c->world, cue->decision)) {
			n += question_words(&story->decisions[cue->decision]);
			asked++;
		} else
			n += answer_words(&story->decisions[cue->decision]);
	}
	int64_t ms = (int64_t)n * MS_A_MINUTE / WORDS_A_MINUTE + (int64_t)asked * MS_A_MINUTE;
	return (int32_t)((ms + MS_A_MINUTE - 1) / MS_A_MINUTE);
}

/* Which questions -------------------------------------------------------------------------------------------------- */

/* What lies between a question's best and worst choice, in hundred-thousandths of the total. */
static int64_t weight_of(const struct world *world, const struct score_range *range, int decision)
{
	const struct story_decision *d = &world->story->decisions[decision];
	int64_t best = INT64_MIN, worst = INT64_MAX;
	for (int i = 0; i < (int)d->options.n; i++) {
		const struct effects *effects = &story_option_at(d, i)->effects;
		int64_t sum = 0;
		for (size_t k = 0; k < effects->n; k++) {
			const struct effect *e = &effects->v[k];
			int32_t span = e->kind == EFFECT_SCORE ? range->hi[e->ref] - range->lo[e->ref] : 0;
			if (span > 0)
				sum += (int64_t)100000 * range->weight[e->ref] * e->value / span;
		}
		best = sum > best ? sum : best;
		worst = sum < worst ? sum : worst;
	}
	return best - worst;
}

static bool is_owner(const struct world *world, int decision, const char *role)
{
	return !role || strcmp(world->story->decisions[decision].owner, role) == 0;
}

static bool comes(const struct cutting *c, int decision)
{
	for (size_t i = 0; i < c->rundown.n; i++)
		if (c->rundown.cues[i].decision == decision)
			return true;
	return false;
}

/* The heaviest question not tried yet, those of the core first; NAMES_NONE when all were tried. */
static int heaviest(const struct cutting *c, const struct score_range *range, const bool *tried)
{
	const struct story *story = c->world->story;
	int found = NAMES_NONE;
	for (int i = 0; i < (int)story->ndecisions; i++) {
		if (tried[i])
			continue;
		if (found == NAMES_NONE || story->decisions[i].extra < story->decisions[found].extra ||
		    (story->decisions[i].extra == story->decisions[found].extra &&
		     weight_of(c->world, range, i) > weight_of(c->world, range, found)))
			found = i;
	}
	return found;
}

static void drop(struct share *share, int decision)
{
	share->mine[decision] = false;
	share->count--;
}

/* The first goes in whatever it takes: a cut without a question is none. */
static void choose(struct cutting *c, struct share *share, const struct score_range *range, struct arena *arena)
{
	size_t n = c->world->story->ndecisions;
	bool *tried = arena_alloc(arena, n * sizeof *tried);
	memset(tried, 0, n * sizeof *tried);
	for (int next; (next = heaviest(c, range, tried)) != NAMES_NONE;) {
		tried[next] = true;
		if (!is_owner(c->world, next, share->role) || !comes(c, next))
			continue;
		share_add(share, next);
		if (share->minutes > 0 && share->count > 1 && minutes_of(c) > share->minutes)
			drop(share, next);
	}
}

/* Who decides how much, for whoever asked for a role that decides nothing. */
static void list_roles(const struct world *world, struct text *out)
{
	for (size_t r = 0; r < world->names.of[NAMES_ROLE].n; r++) {
		const char *role = world->names.of[NAMES_ROLE].v[r];
		int n = 0;
		for (int i = 0; i < (int)world->story->ndecisions; i++)
			n += world_asks(world, i) && is_owner(world, i, role);
		if (n)
			text_addf(out, "%s%s (%d)", out->len ? ", " : "", role, n);
	}
}

static bool refuse(const struct world *world, const char *role, struct diags *diags)
{
	struct diag_place place = {"--role", 0, 0};
	struct text roles = {0};
	bool decides = false;
	for (int i = 0; i < (int)world->story->ndecisions; i++)
		decides = decides || (world_asks(world, i) && is_owner(world, i, role));
	list_roles(world, &roles);
	if (decides)
		diag_error(diags, place, "what %.60s decides does not come up in %s when the others do their best",
		           role, world->story->id);
	else
		diag_error(diags, place, "%.60s decides nothing in %s; these do: %s", role, world->story->id,
		           roles.len ? roles.data : "nobody");
	text_free(&roles);
	return false;
}

bool solo_make(const struct shelf_set *set, const char *role, int64_t minutes, struct diags *diags)
{
	struct world *world = set->world;
	if (minutes > INT32_MAX || minutes < 0)
		minutes = INT32_MAX;
	struct arena *arena = arena_new();
	struct cutting c = {.world = world, .rundown = rundown_play(world, set->scenario, arena)};
	struct score_range range = score_range(world);
	struct share *share = share_make(world, role, (int32_t)minutes);
	c.share = share;
	choose(&c, share, &range, arena);
	bool good = share->count > 0;
	arena_free(arena);
	if (good)
		return true;
	return role
	           ? refuse(world, role, diags)
	           : diag_error(diags, (struct diag_place){"--minutes", 0, 0}, "%s asks no question", world->story->id);
}

void solo_tell(const struct shelf_set *set, struct text *out)
{
	struct world *world = set->world;
	const struct share *share = world->share;
	struct arena *arena = arena_new();
	struct cutting c = {.world = world, .share = share, .rundown = rundown_play(world, set->scenario, arena)};
	int asked = 0;
	int32_t minutes = minutes_of(&c);
	for (int i = 0; i < (int)world->story->ndecisions; i++)
		asked += comes(&c, i);
	text_add(out, "A cut");
	if (share->role)
		text_addf(out, " for %s", share->role);
	if (share->minutes)
		text_addf(out, " to %d minute%s", (int)share->minutes, share->minutes == 1 ? "" : "s");
	text_addf(out, ": %d of %d questions %s yours, about %d minute%s", share->count, asked,
	          share->count == 1 ? "is" : "are", (int)minutes, minutes == 1 ? "" : "s");
	if (share->minutes && minutes > share->minutes)
		text_add(out, "; less can't be done");
	text_addf(out,
	          ". The others %skeep the checklist, as the best player would: you hear of it in short, and only your "
	          "answers count.",
	          share->count < asked ? "decide the rest and " : "");
	arena_free(arena);
}

void solo_note(struct room *room, struct text *said)
{
	char why[ACT_WHY];
	if (!room->set.world->share)
		return;
	solo_tell(&room->set, said);
	struct act act = {.kind = ACT_NOTE,
	                  .refs = {NAMES_NONE},
	                  .nrefs = 1,
	                  .at = STATE_NEVER,
	                  .other = NAMES_NONE,
	                  .text = said->data,
	                  .by = "clock",
	                  .cause = "cut"};
	room_take(room, &act, why);
}

/* While it is played ------------------------------------------------------------------------------------------------
 */

static int32_t status(const struct session *s, int decision)
{
	return state_get(&s->state, STATE_DECISION, decision, STATE_DECISION_STATUS);
}

bool solo_act(const struct session *s, bool works, struct arena *arena, struct act *act)
{
	for (int i = 0; i < (int)s->world->story->ndecisions; i++)
		if (status(s, i) == STATE_OPEN && !share_has(s->world, i)) {
			player_answer(s, i, PLAYER_BEST, arena, act);
			act->by = "clock";
			return true;
		}
	if (!works || !player_work(s, arena, act))
		return false;
	act->by = "clock";
	return true;
}

/* A line that left no turn of its own is told by the count of lines in what came after it. */
bool solo_goes_on(const struct record *record)
{
	for (size_t i = record->count; i-- > 1;) {
		const struct event_turn *turn = &record->turns[i];
		bool stepped = turn->count && turn->events[0].kind == EVENT_CLOCK_STEPPED;
		if (stepped && strcmp(turn->cause, "next") == 0)
			return true;
		if (!recap_fits(record->session, turn) || strcmp(turn->by, "clock") != 0)
			return record->turns[record->count - 1].in > turn->in;
	}
	return true;
}

bool solo_asks(const struct session *s)
{
	for (int i = 0; i < (int)s->world->story->ndecisions; i++)
		if (status(s, i) == STATE_OPEN && share_has(s->world, i))
			return true;
	return false;
}
