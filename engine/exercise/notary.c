#include "exercise/notary.h"

#include "exercise/approval.h"
#include "exercise/promise.h"

#include <string.h>

static int32_t get(const struct notary *n, const struct event *e, int field)
{
	return state_get(n->state, STATE_NOTICE, e->ref, field);
}

static void set(const struct notary *n, int notice, int field, int32_t value)
{
	*state_cell(n->state, STATE_NOTICE, notice, field) = value;
}

static void write_entry(const struct notary *n, struct ledger_entry entry)
{
	entry.turn = n->turn;
	entry.t = n->t;
	ledger_add(n->ledger, &entry);
}

static bool same_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

/* Its draft in that language that stands, still unpublished; NULL. */
static const struct ledger_entry *drafted(const struct notary *n, const struct event *e)
{
	for (size_t i = ledger_count(n->ledger); i-- > 0;) {
		const struct ledger_entry *entry = ledger_at(n->ledger, i);
		if (entry->ref == e->ref && entry->kind == LEDGER_PUBLICATION && entry->turn != n->turn)
			return NULL; /* of this turn: it goes out in another language, too */
		if (entry->ref == e->ref && entry->kind == LEDGER_DRAFT && strcmp(entry->who, e->statement->lang) == 0)
			return entry;
	}
	return NULL;
}

static bool same_words(const struct notary *n, const struct event *e)
{
	const struct ledger_entry *entry = drafted(n, e);
	struct arena *arena = arena_new();
	const struct statement *before = entry ? statement_unpack(entry->text, n->state->world, arena) : NULL;
	bool same = before && statement_same_words(before, e->statement->subject, e->statement->text);
	arena_free(arena);
	return same;
}

static void write_statement(const struct notary *n, enum ledger_kind kind, const struct event *e, int32_t value,
                            const char *why)
{
	struct arena *arena = arena_new();
	struct statement kept = *e->statement;
	kept.source = NULL; /* for the journal alone */
	write_entry(n, (struct ledger_entry){.kind = kind,
	                                     .ref = e->ref,
	                                     .value = value,
	                                     .at = e->at,
	                                     .text = statement_pack(&kept, n->state->world, arena),
	                                     .who = e->statement->lang,
	                                     .why = why});
	arena_free(arena);
}

/* Nobody has approved other words than those they read. */
static void clear_approvals(const struct notary *n, const struct event *e)
{
	set(n, e->ref, STATE_NOTICE_APPROVED, 0);
	set(n, e->ref, STATE_NOTICE_OVERRIDDEN, 0);
}

void notary_drafted(const struct notary *n, const struct event *e)
{
	if (!same_words(n, e))
		clear_approvals(n, e);
	set(n, e->ref, STATE_NOTICE_DRAFTED, n->t);
	write_statement(n, LEDGER_DRAFT, e, 0, e->statement->sha256);
}

/* The place of a role among the approvers of a notice; NAMES_NONE. */
static int approver(const struct notary *n, int notice, int role)
{
	int roles[APPROVAL_ROLES], count = approval_roles(n->state->world, notice, roles);
	for (int i = 0; i < count; i++)
		if (roles[i] == role)
			return i;
	return NAMES_NONE;
}

void notary_approved(const struct notary *n, const struct event *e)
{
	int place = approver(n, e->ref, e->other);
	if (place != NAMES_NONE)
		set(n, e->ref, STATE_NOTICE_APPROVED, get(n, e, STATE_NOTICE_APPROVED) | 1 << place);
	write_entry(
	    n,
	    (struct ledger_entry){
	        .kind = LEDGER_APPROVAL, .ref = e->ref, .value = e->other, .at = e->at, .who = e->who, .why = e->why});
}

void notary_overridden(const struct notary *n, const struct event *e)
{
	set(n, e->ref, STATE_NOTICE_OVERRIDDEN, 1);
	write_entry(n, (struct ledger_entry){.kind = LEDGER_OVERRIDE, .ref = e->ref, .who = e->who, .why = e->why});
}

/* Its publication in another language, in the same turn; NULL for the first of a turn. */
static const struct ledger_entry *beside(const struct notary *n, const struct event *e)
{
	const struct ledger_entry *last = ledger_last(n->ledger, LEDGER_PUBLICATION, e->ref);
	return last && last->turn == n->turn ? last : NULL;
}

/* Whoever reads it has had the word that was promised. */
void notary_published(const struct notary *n, const struct event *e)
{
	const struct ledger_entry *other = beside(n, e);
	int32_t approved = other ? other->value : get(n, e, STATE_NOTICE_APPROVED);
	write_statement(n, LEDGER_PUBLICATION, e, approved, e->text);
	if (other)
		return;
	for (int i = 0; i < (int)state_rows(n->state->world, STATE_NOTICE); i++)
		if (promise_share(n->state->world, e->ref, i))
			set(n, i, STATE_NOTICE_NEXT, STATE_NEVER);
	set(n, e->ref, STATE_NOTICE_COUNT, get(n, e, STATE_NOTICE_COUNT) + 1);
	set(n, e->ref, STATE_NOTICE_AT, n->t);
	set(n, e->ref, STATE_NOTICE_NEXT, e->at);
	set(n, e->ref, STATE_NOTICE_DRAFTED, STATE_NEVER);
	clear_approvals(n, e);
}

static bool is_as_drafted(const struct notary *n, const struct event *e)
{
	const struct ledger_entry *entry = drafted(n, e);
	struct arena *arena = arena_new();
	struct statement kept = *e->statement;
	kept.source = NULL;
	bool same = entry && strcmp(entry->text, statement_pack(&kept, n->state->world, arena)) == 0;
	arena_free(arena);
	return same;
}

/* A draft that lay too long may promise what has gone by; no other promise does. */
static bool is_promised(const struct notary *n, const struct event *e)
{
	const struct ledger_entry *other = beside(n, e);
	if (other)
		return e->at == other->at;
	return e->at == STATE_NEVER || e->at >= n->t || e->at == promise_next(n->state, n->ledger, e->ref);
}

static bool is_overridden(const struct notary *n, const struct event *e)
{
	const struct ledger_entry *entry = ledger_last(n->ledger, LEDGER_OVERRIDE, e->ref);
	return get(n, e, STATE_NOTICE_OVERRIDDEN) || (entry && entry->turn == n->turn);
}

/* No reason lifts what an authority asked for. The state may stand at the turn before. */
static bool is_held(const struct notary *n, const struct event *e)
{
	int thing = approval_held(n->state, e->ref);
	int32_t until = thing == NAMES_NONE ? STATE_NEVER : state_get(n->state, STATE_PAUSE, thing, STATE_PAUSE_UNTIL);
	return thing != NAMES_NONE && (until == STATE_NEVER || until > n->t);
}

static bool is_out_already(const struct notary *n, const struct event *e)
{
	for (size_t i = ledger_count(n->ledger); i-- > 0 && ledger_at(n->ledger, i)->turn == n->turn;) {
		const struct ledger_entry *entry = ledger_at(n->ledger, i);
		if (entry->kind == LEDGER_PUBLICATION && entry->ref == e->ref &&
		    strcmp(entry->who, e->statement->lang) == 0)
			return true;
	}
	return false;
}

static const char *refuses_published(const struct notary *n, const struct event *e)
{
	if (is_out_already(n, e))
		return "a notice goes out twice in one language";
	if (!beside(n, e) && get(n, e, STATE_NOTICE_DRAFTED) == STATE_NEVER)
		return "a notice goes out that was never drafted";
	if (!is_as_drafted(n, e))
		return "a notice goes out otherwise than it was drafted";
	if (!is_promised(n, e))
		return "a notice promises its next word for a time gone by";
	if (is_held(n, e))
		return "a notice goes out that is held back";
	if (!same_text(e->text, approval_standing(n->state, e->ref)))
		return "it is recorded wrongly whether a notice is the one that a law asks for";
	if (is_overridden(n, e))
		return NULL;
	if (e->statement->needless)
		return "a correction goes out that corrects nothing";
	if (!beside(n, e) && approval_missing(n->state, e->ref) != NAMES_NONE)
		return "a notice goes out without its approvals";
	if (approval_unproved(n->state->world, n->ledger, e->statement))
		return "a notice goes out with a value that nothing proves";
	if (approval_early(n->state, e->ref, INT32_MAX) != NAMES_NONE)
		return "people are told before the authority of their law";
	return NULL;
}

static const char *refuses_approved(const struct notary *n, const struct event *e)
{
	if (approver(n, e->ref, e->other) == NAMES_NONE)
		return "a notice is approved by a role that is none of its approvers";
	if (e->at > n->t)
		return "a notice is approved at a time to come";
	if (e->at < approval_earliest(n->state, e->ref))
		return "a notice is approved before it was drafted";
	return NULL;
}

const char *notary_refuses(const struct notary *n, const struct event *e)
{
	if (e->kind == EVENT_PUBLISHED)
		return refuses_published(n, e);
	if (e->kind != EVENT_APPROVED && e->kind != EVENT_OVERRIDDEN)
		return NULL;
	if (get(n, e, STATE_NOTICE_DRAFTED) == STATE_NEVER)
		return "a notice is approved that was never drafted";
	return e->kind == EVENT_APPROVED ? refuses_approved(n, e) : NULL;
}
