#include "desk/issue.h"

#include <string.h>

static bool is_same(const struct statement_value *a, const struct statement_value *b)
{
	bool named = a->fact != NAMES_NONE || a->action != NAMES_NONE || a->moment != NAMES_NONE;
	return a->fact == b->fact && a->action == b->action && a->moment == b->moment && a->value == b->value &&
	       a->turn == b->turn && (named || strcmp(a->text, b->text) == 0);
}

static bool holds(const struct issue *issue, const struct statement_value *value)
{
	for (size_t i = 0; i < issue->nvalues; i++)
		if (is_same(issue->values[i], value))
			return true;
	return false;
}

static void add(struct issue *issue, const struct statement *statement, struct arena *arena)
{
	*(const struct statement **)arena_push(arena, &issue->statements, &issue->n, sizeof statement) = statement;
	for (size_t i = 0; i < statement->nvalues; i++) {
		const struct statement_value *value = &statement->values[i];
		if (!holds(issue, value))
			*(const struct statement_value **)arena_push(arena, &issue->values, &issue->nvalues,
			                                             sizeof value) = value;
	}
}

bool issue_next(const struct session *session, size_t *at, struct arena *arena, struct issue *issue)
{
	const struct ledger *ledger = session->ledger;
	*issue = (struct issue){.n = 0};
	for (; *at < ledger_count(ledger); ++*at) {
		const struct ledger_entry *entry = ledger_at(ledger, *at);
		bool same = issue->entry && entry->turn == issue->entry->turn && entry->ref == issue->entry->ref;
		if (entry->kind != LEDGER_PUBLICATION)
			continue;
		if (issue->entry && !same)
			break;
		const struct statement *statement = statement_unpack(entry->text, session->world, arena);
		if (!statement)
			continue;
		if (!issue->entry) {
			issue->place = *at;
			issue->entry = entry;
		}
		add(issue, statement, arena);
	}
	return issue->n > 0;
}

bool issue_of_turn(const struct session *session, int32_t turn, struct arena *arena, struct issue *issue)
{
	size_t at = 0;
	while (at < ledger_count(session->ledger) && ledger_at(session->ledger, at)->turn != turn)
		at++;
	return issue_next(session, &at, arena, issue) && issue->entry->turn == turn;
}

enum truth issue_truth(const struct session *session, const struct issue *issue, const struct statement_value *value)
{
	return truth_of(session->world, session->ledger, issue->place, value);
}
