#include "exercise/promise.h"

#include <string.h>

bool promise_share(const struct world *world, int one, int other)
{
	return vocabulary_share(vocabulary_notice(world->vocabulary, one), vocabulary_notice(world->vocabulary, other));
}

int32_t promise_open(const struct state *state, int *notice)
{
	int32_t promised = STATE_NEVER;
	for (int i = 0; i < (int)state_rows(state->world, STATE_NOTICE); i++) {
		int32_t next = state_get(state, STATE_NOTICE, i, STATE_NOTICE_NEXT);
		if (next == STATE_NEVER || (promised != STATE_NEVER && promised <= next))
			continue;
		promised = next;
		if (notice)
			*notice = i;
	}
	return promised;
}

/* Whether a later draft of the same kind and language took the place of entry `number`. */
static bool is_redrafted(const struct ledger *ledger, size_t number)
{
	const struct ledger_entry *draft = ledger_at(ledger, number), *later;
	for (size_t i = number + 1; (later = ledger_at(ledger, i)); i++)
		if (later->kind == LEDGER_DRAFT && later->ref == draft->ref && strcmp(later->who, draft->who) == 0)
			return true;
	return false;
}

int32_t promise_drafted(const struct ledger *ledger, int notice, const char *lang)
{
	int32_t promised = STATE_NEVER;
	for (size_t i = ledger_count(ledger); i-- > 0;) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		if (entry->ref == notice && entry->kind == LEDGER_PUBLICATION)
			break;
		if (entry->ref != notice || entry->kind != LEDGER_DRAFT || (lang && strcmp(entry->who, lang) != 0) ||
		    entry->at == STATE_NEVER || is_redrafted(ledger, i))
			continue;
		promised = promised == STATE_NEVER || entry->at < promised ? entry->at : promised;
	}
	return promised;
}

int32_t promise_next(const struct state *state, const struct ledger *ledger, int notice)
{
	int32_t promised = promise_drafted(ledger, notice, NULL);
	for (int i = 0; promised == STATE_NEVER && i < (int)state_rows(state->world, STATE_NOTICE); i++)
		if (promise_share(state->world, notice, i) &&
		    state_get(state, STATE_NOTICE, i, STATE_NOTICE_NEXT) > state_get(state, STATE_RUN, 0, STATE_NOW))
			promised = state_get(state, STATE_NOTICE, i, STATE_NOTICE_NEXT);
	return promised;
}
