#include "desk/player.h"

#include "base/hash.h"
#include "desk/line.h"
#include "exercise/score.h"
#include "exercise/work.h"

const char *const player_policies[] = {"best", "worst", "first", "random", NULL};

/* An option's terms of the total: points over each dimension's span, times its weight. */
static double option_worth(const struct score_range *range, const struct story_option *option)
{
	double sum = 0;
	for (size_t i = 0; i < option->effects.n; i++) {
		const struct effect *e = &option->effects.v[i];
		int32_t span = e->kind == EFFECT_SCORE ? range->hi[e->ref] - range->lo[e->ref] : 0;
		if (span > 0)
			sum += (double)range->weight[e->ref] * e->value / span;
	}
	return sum;
}

static int pick_extreme(const struct world *world, const struct story_decision *decision, int sign)
{
	struct world whole = *world; /* best for the story, whoever is scored for what */
	whole.share = NULL;
	struct score_range range = score_range(&whole);
	int picked = 0;
	double record = 0;
	for (int i = 0; i < (int)decision->options.n; i++) {
		double worth = sign * option_worth(&range, story_option_at(decision, i));
		if (i == 0 || worth > record) {
			record = worth;
			picked = i;
		}
	}
	return picked;
}

static int pick(const struct session *s, int number, enum player_policy policy)
{
	const struct story_decision *decision = &s->world->story->decisions[number];
	const char *id = names_id(&s->world->names, NAMES_DECISION, number);
	switch (policy) {
	case PLAYER_BEST:
		return pick_extreme(s->world, decision, 1);
	case PLAYER_WORST:
		return pick_extreme(s->world, decision, -1);
	case PLAYER_RANDOM:
		return (int)hash_draw(s->start.seed, id, 1, (uint32_t)decision->options.n);
	default:
		return 0;
	}
}

static void begin(const struct session *s, struct act *act)
{
	*act = (struct act){.at = STATE_NEVER, .other = NAMES_NONE, .talk = EVENT_NO_TALK, .t = session_now(s)};
}

void player_answer(const struct session *s, int decision, enum player_policy policy, struct arena *arena,
                   struct act *act)
{
	begin(s, act);
	act->kind = ACT_CHOOSE;
	act->refs[act->nrefs++] = decision;
	act->other = pick(s, decision, policy);
	act->value = EVENT_MEDIUM;
	act->by = s->world->story->decisions[decision].owner;
	act->cause = arena_printf(arena, "%s %s", names_id(&s->world->names, NAMES_DECISION, decision),
	                          story_option_at(&s->world->story->decisions[decision], act->other)->id);
}

static bool doable(const struct session *s, int step, int phase)
{
	const struct playbook_step *p = s->world->playbook->steps[step];
	if (state_get(&s->state, STATE_STEP, step, STATE_STEP_STATUS) != STATE_TODO || p->phase != phase ||
	    !world_takes(s->world, step))
		return false;
	return work_missing(&s->state, step) == NAMES_NONE;
}

/* Undated and unstarted clocks come last. */
static int64_t due_of(const struct session *s, int step)
{
	int32_t due = score_step_due(&s->state, step);
	return due == STATE_NEVER ? INT64_MAX : due;
}

bool player_work(const struct session *s, struct arena *arena, struct act *act)
{
	const char *cause = "do";
	int phase = view_phase(&s->state);
	begin(s, act);
	while (act->nrefs < ACT_REFS) {
		int next = NAMES_NONE;
		for (int i = 0; i < (int)s->world->playbook->nsteps; i++) {
			bool taken = false;
			for (int k = 0; k < act->nrefs; k++)
				taken = taken || act->refs[k] == i;
			if (!taken && doable(s, i, phase) && (next == NAMES_NONE || due_of(s, i) < due_of(s, next)))
				next = i;
		}
		if (next == NAMES_NONE)
			break;
		act->refs[act->nrefs++] = next;
		cause = arena_printf(arena, "%s %s", cause, s->world->playbook->steps[next]->id);
	}
	act->kind = ACT_DO;
	act->by = s->world->playbook->owner;
	act->cause = cause;
	return act->nrefs > 0;
}

static bool audit(const struct session *s, struct act *act)
{
	int asked = agenda_audit(&s->state);
	if (asked == NAMES_NONE)
		return false;
	act->kind = ACT_AUDIT;
	act->refs[act->nrefs++] = asked;
	act->by = "facilitator";
	act->cause = "n";
	return true;
}

static bool close_session(const struct session *s, struct act *act)
{
	act->kind = ACT_CLOSE;
	act->by = "facilitator";
	act->cause = "close";
	return state_get(&s->state, STATE_RUN, 0, STATE_CLOSED) == STATE_NEVER;
}

bool player_act(const struct session *s, enum player_policy policy, struct arena *arena, struct act *act)
{
	int decision = view_current(&s->state);
	begin(s, act);
	if (session_ended(s))
		return audit(s, act) || close_session(s, act);
	if (decision == NAMES_NONE)
		return policy != PLAYER_WORST && player_work(s, arena, act);
	player_answer(s, decision, policy, arena, act);
	return true;
}
