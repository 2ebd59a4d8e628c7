#include "exercise/approval.h"

#include "base/span.h"
#include "base/text.h"
#include "content/texts.h"
#include "exercise/restraint.h"
#include "exercise/truth.h"

#include <string.h>

enum { FEW = 4, LONG = 60 }; /* values that a sentence lists, and bytes of each */

int approval_roles(const struct world *world, int notice, int roles[APPROVAL_ROLES])
{
	const struct playbook_comms *row = world_comms(world, names_id(&world->names, NAMES_NOTICE, notice));
	int n = 0;
	for (size_t i = 0; row && i < row->approvers.n && n < APPROVAL_ROLES; i++)
		roles[n++] = names_find(&world->names, NAMES_ROLE, row->approvers.v[i]);
	if (n == 0)
		roles[n++] = names_find(&world->names, NAMES_ROLE, world->playbook->owner);
	return n;
}

bool approval_given(const struct state *state, int notice, int role)
{
	int roles[APPROVAL_ROLES], n = approval_roles(state->world, notice, roles);
	for (int i = 0; i < n; i++)
		if (roles[i] == role)
			return state_get(state, STATE_NOTICE, notice, STATE_NOTICE_APPROVED) & 1 << i;
	return false;
}

int approval_missing(const struct state *state, int notice)
{
	int roles[APPROVAL_ROLES], n = approval_roles(state->world, notice, roles);
	for (int i = 0; i < n; i++)
		if (!approval_given(state, notice, roles[i]))
			return roles[i];
	return NAMES_NONE;
}

int approval_early(const struct state *state, int notice, int32_t t)
{
	const struct world *world = state->world;
	const char *id = names_id(&world->names, NAMES_NOTICE, notice);
	for (int i = 0; i < (int)world->ndeadlines; i++) {
		int32_t told = state_get(state, STATE_DEADLINE, i, STATE_DEADLINE_NOTIFIED);
		if (restraint_first(world, i, id) && (told == STATE_NEVER || told > t))
			return i;
	}
	return NAMES_NONE;
}

int32_t approval_earliest(const struct state *state, int notice)
{
	int32_t drafted = state_get(state, STATE_NOTICE, notice, STATE_NOTICE_DRAFTED);
	return drafted - drafted % SPAN_MINUTE;
}

bool approval_holds(const struct world *world, int thing)
{
	const struct vocabulary_notice *notices = world->vocabulary->notices.v;
	for (size_t i = 0; i < world->vocabulary->notices.n; i++)
		if (notices[i].held && strcmp(notices[i].held, names_id(&world->names, NAMES_PAUSE, thing)) == 0)
			return true;
	return false;
}

int approval_held(const struct state *state, int notice)
{
	const char *held = vocabulary_notice(state->world->vocabulary, notice)->held;
	int thing = held ? names_find(&state->world->names, NAMES_PAUSE, held) : NAMES_NONE;
	if (thing == NAMES_NONE || !state_get(state, STATE_PAUSE, thing, STATE_PAUSE_ON))
		return NAMES_NONE;
	int32_t until = state_get(state, STATE_PAUSE, thing, STATE_PAUSE_UNTIL);
	return until == STATE_NEVER || until > state_get(state, STATE_RUN, 0, STATE_NOW) ? thing : NAMES_NONE;
}

/* Whether completing an action is what the law asks towards the people concerned. */
static bool is_statutory(const struct world *world, const char *notice)
{
	const struct vocabulary_action *action;
	for (int i = 0; (action = vocabulary_action(world->vocabulary, i)); i++)
		if (action->files == VOCABULARY_INDIVIDUALS && action->notice && strcmp(action->notice, notice) == 0)
			return true;
	return false;
}

static bool authority_waits(const struct state *state)
{
	for (int i = 0; i < (int)state->world->ndeadlines; i++) {
		const struct world_deadline *deadline = &state->world->deadlines[i];
		if (deadline->regime && !deadline->individuals &&
		    state_get(state, STATE_DEADLINE, i, STATE_DEADLINE_NOTIFIED) == STATE_NEVER)
			return true;
	}
	return false;
}

const char *approval_standing(const struct state *state, int notice)
{
	const char *audience = vocabulary_notice(state->world->vocabulary, notice)->audience;
	bool people = strcmp(audience, "customers") == 0 || strcmp(audience, "public") == 0;
	const char *id = names_id(&state->world->names, NAMES_NOTICE, notice);
	return people && !is_statutory(state->world, id) && authority_waits(state) ? "not-statutory" : NULL;
}

static bool has_language(const struct statement *statements, size_t n, const char *lang)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(statements[i].lang, lang) == 0)
			return true;
	return false;
}

/* Back from the newest, so that the first of a language is the one that stands; told in the order they were drafted. */
size_t approval_draft(const struct ledger *ledger, const struct world *world, int notice, struct arena *arena,
                      const struct statement **statements)
{
	struct statement *found = NULL;
	size_t n = 0;
	for (size_t i = ledger_count(ledger); i-- > 0;) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		if (entry->ref != notice || (entry->kind != LEDGER_DRAFT && entry->kind != LEDGER_PUBLICATION))
			continue;
		if (entry->kind == LEDGER_PUBLICATION)
			break;
		if (has_language(found, n, entry->who))
			continue;
		const struct statement *one = statement_unpack(entry->text, world, arena);
		if (one)
			*(struct statement *)arena_push(arena, &found, &n, sizeof *found) = *one;
	}
	for (size_t i = 0; i < n / 2; i++) {
		struct statement swapped = found[i];
		found[i] = found[n - 1 - i];
		found[n - 1 - i] = swapped;
	}
	*statements = found;
	return n;
}

const struct statement_value *approval_unproved(const struct world *world, const struct ledger *ledger,
                                                const struct statement *statement)
{
	for (size_t i = 0; i < statement->nvalues; i++)
		if (!truth_stands(world, ledger, ledger_count(ledger), &statement->values[i]))
			return &statement->values[i];
	return NULL;
}

static const char *shortened(const char *s, struct arena *arena)
{
	size_t len = text_valid(s, strnlen(s, LONG));
	return s[len] ? arena_printf(arena, "%s...", arena_ndup(arena, s, len)) : s;
}

const char *approval_unproved_words(const struct world *world, const struct ledger *ledger,
                                    const struct statement *statements, size_t n, struct arena *arena)
{
	struct shape_texts found = {0};
	const char *words = NULL;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < statements[i].nvalues; k++)
			if (!truth_stands(world, ledger, ledger_count(ledger), &statements[i].values[k]))
				texts_add_once(&found, statements[i].values[k].text, arena);
	for (size_t i = 0; i < found.n && i < FEW; i++)
		words = arena_printf(arena, "%s%s\"%s\"", words ? words : "", words ? ", " : "",
		                     shortened(found.v[i], arena));
	return found.n > FEW ? arena_printf(arena, "%s and %zu more", words, found.n - FEW) : words;
}

const struct ledger_entry *approval_said(const struct ledger *ledger, int notice, int role, int32_t turn)
{
	for (size_t i = ledger_count(ledger); i-- > 0;) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		if (entry->kind == LEDGER_APPROVAL && entry->ref == notice && entry->value == role &&
		    entry->turn <= turn)
			return entry;
	}
	return NULL;
}
