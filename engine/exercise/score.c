#include "exercise/score.h"

#include "exercise/scale.h"

#include "content/share.h"

#include <stdlib.h>

const char *const score_reasons[] = {
    [SCORE_DONE_IN_TIME] = "Done by its due time.",
    [SCORE_SET_ASIDE] = "Set aside with a reason.",
    [SCORE_NEVER_DONE] = "Never done, and never set aside with a reason.",
    [SCORE_FILED_IN_TIME] = "Filed in time.",
    [SCORE_FILED_LATE] = "Filed after its deadline.",
    [SCORE_NEVER_FILED] = "Never filed.",
    [SCORE_LAW_MISSED] = "A legal deadline was missed.",
    [SCORE_UNNAMED] = "nobody named to file it",
    [SCORE_SAID_FALSE] = "A published notice said what was not so.",
    [SCORE_SAID_UNPROVED] = "Published before it was verified, though it was so.",
    [SCORE_SAID_EARLY] = "Published before it was verified.",
    [SCORE_WORD_LATE] = "The promised next word came late.",
    [SCORE_WORD_NEVER] = "The promised next word never came.",
};

enum { TENTHS = 10, DEADLINE_MET = 30, DEADLINE_LATE = -10, DEADLINE_NEVER = -20, STEP_KEPT = 10, STEP_NEVER = -10 };

static int32_t earlier(int32_t a, int32_t b)
{
	if (a == STATE_NEVER || b == STATE_NEVER)
		return a == STATE_NEVER ? b : a;
	return a < b ? a : b;
}

/* A moment for scoring: silence gains nothing, so the truth counts when it came first. */
static int32_t moment(const struct state *state, int number)
{
	int32_t truth = state->world->story->truth[number];
	return earlier(state_get(state, STATE_MOMENT, number, STATE_MOMENT_FIRST), truth);
}

static int32_t step_due(const struct playbook_step *step, int32_t from)
{
	return from == STATE_NEVER || step->due.after == SHAPE_UNSET ? STATE_NEVER : from + step->due.after;
}

static bool before_end(const struct world *world, int32_t due)
{
	return due != STATE_NEVER && due < story_end(world->story);
}

bool score_counts_step(const struct world *world, int step)
{
	const struct playbook_step *s = world->playbook->steps[step];
	int32_t from = s->due.moment == NAMES_NONE ? 0 : world->story->truth[s->due.moment];
	return !world->share && world_takes(world, step) && before_end(world, step_due(s, from));
}

bool score_counts_deadline(const struct world *world, int deadline)
{
	return !world->share && before_end(world, world_true_due(world, deadline));
}

int32_t score_step_due(const struct state *state, int step)
{
	const struct playbook_step *s = state->world->playbook->steps[step];
	return step_due(s, s->due.moment == NAMES_NONE ? 0 : moment(state, s->due.moment));
}

int32_t score_deadline_due(const struct state *state, int deadline)
{
	int32_t from = moment(state, state->world->deadlines[deadline].moment);
	return from == STATE_NEVER ? STATE_NEVER : world_due(state->world, deadline, from);
}

/* EndEx may have been brought forward: what was not due by then was not missed. */
static bool has_come(const struct state *state, int32_t due)
{
	return due != STATE_NEVER && due <= state_get(state, STATE_RUN, 0, STATE_NOW);
}

bool score_lies_beyond(const struct state *state, int deadline)
{
	return !score_counts_deadline(state->world, deadline) || !has_come(state, score_deadline_due(state, deadline));
}

int32_t score_step(const struct state *state, int step, int32_t at)
{
	int32_t due = score_step_due(state, step);
	if (!score_counts_step(state->world, step))
		return 0;
	if (at == STATE_NEVER)
		return has_come(state, due) ? STEP_NEVER : 0;
	return at <= due ? STEP_KEPT : 0;
}

int32_t score_deadline(const struct state *state, int deadline, int32_t at)
{
	if (!score_counts_deadline(state->world, deadline))
		return 0;
	if (at == STATE_NEVER)
		return score_lies_beyond(state, deadline) ? 0 : DEADLINE_NEVER;
	return at <= score_deadline_due(state, deadline) ? DEADLINE_MET : DEADLINE_LATE;
}

int32_t score_option(int32_t tenths, int confidence, bool late)
{
	if (tenths < 0)
		return tenths * (confidence + 1) / 2; /* low 0.5, medium 1, high 1.5 */
	return late ? tenths / 2 : tenths;
}

static int32_t worth(const struct effects *effects, int objective)
{
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_SCORE && effects->v[i].ref == objective)
			return effects->v[i].value;
	return 0;
}

static int32_t low(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t high(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static bool opens(const struct effects *effects, int decision)
{
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_OPEN && effects->v[i].ref == decision)
			return true;
	return false;
}

/* An item that comes whatever the team does: timed, or after one that is, with no condition. */
static bool item_is_sure(const struct world *world, int number)
{
	for (size_t guard = 0; guard <= world->story->nitems; guard++) {
		const struct story_item *item = &world->story->items[number];
		if (!world_plays(world, number) || item->hook != NAMES_NONE || item->unless_action != NAMES_NONE)
			return false;
		if (item->kind == STORY_AT || item->at != SHAPE_UNSET)
			return true;
		if (item->after_item == NAMES_NONE)
			return false;
		number = item->after_item;
	}
	return false;
}

static bool decision_is_sure(const struct world *world, int decision)
{
	for (int i = 0; i < (int)world->story->nitems; i++)
		if (opens(&world->story->items[i].effects, decision) && item_is_sure(world, i))
			return true;
	return false;
}

static void add_decision(const struct world *world, int number, struct score_range *range)
{
	const struct story_decision *decision = &world->story->decisions[number];
	bool sure = decision_is_sure(world, number);
	for (int o = 0; o < STORY_OBJECTIVES; o++) {
		int32_t worst = 0, best = 0;
		for (int i = 0; i < (int)decision->options.n; i++) {
			int32_t tenths = worth(&story_option_at(decision, i)->effects, o);
			worst = low(worst, tenths);
			best = high(best, tenths);
		}
		range->lo[o] += worst + low(0, worth(&decision->late.effects, o));
		range->hi[o] += sure ? best : 0;
	}
}

struct score_range score_range(const struct world *world)
{
	struct score_range range = {{0}, {0}, {0}};
	for (int o = 0; o < STORY_OBJECTIVES; o++)
		range.weight[o] = world->story->objectives[o].weight;
	for (int i = 0; i < (int)world->story->ndecisions; i++)
		if (world_asks(world, i) && share_has(world, i))
			add_decision(world, i, &range);
	for (int i = 0; i < (int)world->story->nitems; i++)
		if (world->story->items[i].kind == STORY_ON && world_plays(world, i) && !world->share)
			for (int o = 0; o < STORY_OBJECTIVES; o++)
				range.lo[o] += low(0, worth(&world->story->items[i].effects, o));
	for (int i = 0; i < (int)world->ndeadlines; i++)
		if (score_counts_deadline(world, i)) {
			range.lo[SCORE_TIMELINESS] += DEADLINE_NEVER;
			range.hi[SCORE_TIMELINESS] += DEADLINE_MET;
		}
	for (int i = 0; i < (int)world->playbook->nsteps; i++)
		if (score_counts_step(world, i)) {
			range.lo[SCORE_ADHERENCE] += STEP_NEVER;
			range.hi[SCORE_ADHERENCE] += STEP_KEPT;
		}
	return range;
}

int score_total(const struct score_range *range, const int32_t earned[STORY_OBJECTIVES])
{
	struct scale scale = scale_make(range->lo, range->hi, range->weight);
	scale_wide sum = 0;
	for (int o = 0; o < STORY_OBJECTIVES; o++)
		sum += scale.unit[o] * earned[o];
	return scale_total(&scale, sum);
}

char score_grade(int total, int criticals)
{
	static const struct {
		int from;
		char grade;
	} grades[] = {{85, 'A'}, {70, 'B'}, {55, 'C'}, {40, 'D'}, {-1, 'F'}};
	size_t i = 0;
	while (total < grades[i].from)
		i++;
	char cap = criticals == 0 ? 'A' : criticals == 1 ? 'C' : criticals == 2 ? 'D' : 'F';
	return grades[i].grade > cap ? grades[i].grade : cap;
}

enum score_rating score_rate(const struct score_range *range, int objective, int32_t earned)
{
	int64_t span = range->hi[objective] - range->lo[objective];
	int64_t part = span > 0 ? (int64_t)(earned - range->lo[objective]) * 100 : 0;
	if (part >= 80 * span)
		return SCORE_P;
	return part >= 60 * span ? SCORE_S : part >= 40 * span ? SCORE_M : SCORE_U;
}
