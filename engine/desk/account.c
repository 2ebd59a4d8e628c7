#include "desk/account.h"

#include <string.h>

struct account account_open(const struct session *session, struct arena *arena)
{
	struct account a = {.session = session, .arena = arena, .range = score_range(session->world)};
	for (int o = 0; o < STORY_OBJECTIVES; o++)
		if (a.range.hi[o] > a.range.lo[o])
			a.weights += a.range.weight[o];
	for (size_t i = 0; i < ledger_count(session->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(session->ledger, i);
		if (entry->kind == LEDGER_SCORE)
			*(const struct ledger_entry **)arena_push(arena, &a.scores, &a.nscores, sizeof entry) = entry;
	}
	return a;
}

int64_t account_worth(const struct account *a, int objective, int32_t tenths)
{
	int64_t span = a->range.hi[objective] - a->range.lo[objective];
	if (span <= 0 || a->weights <= 0)
		return 0;
	return 100000 * (int64_t)a->range.weight[objective] * tenths / (span * a->weights);
}

static bool is_source(const char *text, const char *source)
{
	size_t len = strlen(source);
	if (len && source[len - 1] == '.')
		return strncmp(text, source, len) == 0;
	return strcmp(text, source) == 0;
}

int64_t account_earned(const struct account *a, const char *source, int32_t earned[STORY_OBJECTIVES])
{
	int64_t worth = 0;
	for (size_t i = 0; i < a->nscores; i++) {
		const struct ledger_entry *entry = a->scores[i];
		if (!entry->text || !is_source(entry->text, source))
			continue;
		worth += account_worth(a, entry->ref, entry->value);
		if (earned)
			earned[entry->ref] += entry->value;
	}
	return worth;
}

int64_t account_decision(const struct account *a, int decision, int32_t earned[STORY_OBJECTIVES])
{
	const char *id = names_id(&a->session->world->names, NAMES_DECISION, decision);
	return account_earned(a, arena_printf(a->arena, "decision:%s.", id), earned) +
	       account_earned(a, arena_printf(a->arena, "late:%s", id), earned);
}

int64_t account_option(const struct account *a, int decision, int option)
{
	const struct effects *effects =
	    &story_option_at(&a->session->world->story->decisions[decision], option)->effects;
	int64_t worth = 0;
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_SCORE)
			worth += account_worth(a, effects->v[i].ref, effects->v[i].value);
	return worth;
}

int account_best(const struct account *a, int decision)
{
	int best = 0;
	for (int i = 1; i < (int)a->session->world->story->decisions[decision].options.n; i++)
		if (account_option(a, decision, i) > account_option(a, decision, best))
			best = i;
	return best;
}

int32_t account_moment(const struct session *session, int moment)
{
	int32_t logged = state_get(&session->state, STATE_MOMENT, moment, STATE_MOMENT_FIRST);
	int32_t truth = session->world->story->truth[moment];
	if (!session_ended(session))
		return logged;
	if (logged == STATE_NEVER || (truth != STATE_NEVER && truth < logged))
		return truth;
	return logged;
}

int32_t account_due(const struct session *session, int deadline)
{
	int32_t from = account_moment(session, session->world->deadlines[deadline].moment);
	return from == STATE_NEVER ? STATE_NEVER : world_due(session->world, deadline, from);
}
