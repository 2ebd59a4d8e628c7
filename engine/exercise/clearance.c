#include "exercise/clearance.h"

#include "base/span.h"
#include "exercise/approval.h"
#include "exercise/promise.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct state *state_of(const struct clearance *c)
{
	return c->cascade->scribe.fold.state;
}

static const struct world *world_of(const struct clearance *c)
{
	return state_of(c)->world;
}

static int32_t get(const struct clearance *c, int field)
{
	return state_get(state_of(c), STATE_NOTICE, c->notice, field);
}

static const char *id(const struct clearance *c)
{
	return names_id(&world_of(c)->names, NAMES_NOTICE, c->notice);
}

static void emit(const struct clearance *c, struct event event)
{
	event.ref = c->notice;
	scribe_emit(&c->cascade->scribe, event);
}

__attribute__((format(printf, 2, 3))) static bool refuse(const struct clearance *c, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(c->why, c->room, format, args);
	va_end(args);
	return false;
}

static const char *holder(const struct clearance *c, int role)
{
	return ledger_person_name(c->cascade->scribe.fold.ledger, state_get(state_of(c), STATE_ROLE, role, 0));
}

/* "legal (Wei Jie) and incident-lead (Mei Lin)": the approvers, or those of them who are still missing. */
static const char *approvers(const struct clearance *c, bool missing)
{
	int roles[APPROVAL_ROLES], named[APPROVAL_ROLES], n = 0;
	int all = approval_roles(world_of(c), c->notice, roles);
	const char *list = "";
	for (int i = 0; i < all; i++)
		if (!missing || !approval_given(state_of(c), c->notice, roles[i]))
			named[n++] = roles[i];
	for (int i = 0; i < n; i++) {
		const char *who = holder(c, named[i]);
		list = arena_printf(c->cascade->scribe.arena, "%s%s%s%s%s%s", list,
		                    i == 0       ? ""
		                    : i == n - 1 ? " and "
		                                 : ", ",
		                    names_id(&world_of(c)->names, NAMES_ROLE, named[i]), who ? " (" : "",
		                    who ? who : "", who ? ")" : "");
	}
	return list;
}

/* "Thu 5 Mar 2026, 21:40", as the company's clocks show scenario second `t`. */
static const char *local(const struct clearance *c, int32_t t)
{
	char out[ZONE_BUFFER];
	zone_friendly(world_of(c)->zone, world_of(c)->t0 + t, out);
	return arena_dup(c->cascade->scribe.arena, out);
}

static bool drafted(const struct clearance *c, const char *what)
{
	if (get(c, STATE_NOTICE_DRAFTED) != STATE_NEVER)
		return true;
	if (get(c, STATE_NOTICE_COUNT) > 0)
		return refuse(c, "%s went out as it was drafted; draft it again before you %s it.", id(c), what);
	return refuse(c, "There is nothing to %s yet; first: draft %s", what, id(c));
}

/* Drafting */

static bool fits(const struct clearance *c, const struct statement *statement)
{
	size_t len = strlen(statement->text);
	if (len > STATEMENT_TEXT)
		return refuse(c, "%s (%s) has %zu bytes; a notice has %d at most.", id(c), statement->lang, len,
		              STATEMENT_TEXT);
	if (statement->nvalues > STATEMENT_VALUES)
		return refuse(c, "%s (%s) says over %d values; make two notices of it.", id(c), statement->lang,
		              STATEMENT_VALUES);
	return true;
}

/* Whether the record holds the template already: its hash stands with a draft. */
static bool embedded(const struct clearance *c, const char *sha256)
{
	const struct ledger *ledger = c->cascade->scribe.fold.ledger;
	for (size_t i = ledger_count(ledger); sha256 && i-- > 0;) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		if (entry->kind == LEDGER_DRAFT && entry->why && strcmp(entry->why, sha256) == 0)
			return true;
	}
	return false;
}

bool clearance_draft(const struct clearance *c, const struct statement *statements, size_t count, int32_t next)
{
	if (count == 0)
		return refuse(c, "There is nothing in this draft.");
	for (size_t i = 0; i < count; i++)
		if (!fits(c, &statements[i]))
			return false;
	for (size_t i = 0; i < count; i++) {
		struct statement *kept = arena_alloc(c->cascade->scribe.arena, sizeof *kept);
		*kept = statements[i];
		if (embedded(c, kept->sha256))
			kept->source = NULL;
		emit(c, (struct event){.kind = EVENT_DRAFTED, .at = next, .who = c->who, .statement = kept});
	}
	return true;
}

/* Approving */

static bool may_approve(const struct clearance *c, int role)
{
	int roles[APPROVAL_ROLES], n = approval_roles(world_of(c), c->notice, roles);
	const char *name = names_id(&world_of(c)->names, NAMES_ROLE, role);
	bool found = false;
	for (int i = 0; i < n; i++)
		found = found || roles[i] == role;
	if (!found)
		return refuse(c, "%s is not for %s to approve, but for %s.", id(c), name, approvers(c, false));
	if (approval_given(state_of(c), c->notice, role))
		return refuse(c, "%s has approved these words of %s already.", name, id(c));
	return true;
}

bool clearance_approve(const struct clearance *c, int role, const char *how, int32_t at)
{
	char stamp[SPAN_BUFFER];
	if (!drafted(c, "approve") || !may_approve(c, role))
		return false;
	if (at > c->cascade->scribe.fold.t)
		return refuse(c, "%s has not come yet.", span_stamp(at, stamp));
	if (at < approval_earliest(state_of(c), c->notice))
		return refuse(c,
		              "%s is before these words were drafted (%s). It is %s now; if they said yes just now, "
		              "leave the time out.",
		              local(c, at), local(c, get(c, STATE_NOTICE_DRAFTED)),
		              local(c, c->cascade->scribe.fold.t));
	emit(
	    c,
	    (struct event){
	        .kind = EVENT_APPROVED, .other = role, .at = at, .who = c->who ? c->who : holder(c, role), .why = how});
	return true;
}

/* Publishing */

static bool is_free(const struct clearance *c)
{
	int thing = approval_held(state_of(c), c->notice);
	if (thing == NAMES_NONE)
		return true;
	const struct ledger_entry *entry = ledger_last(c->cascade->scribe.fold.ledger, LEDGER_PAUSE, thing);
	int32_t until = state_get(state_of(c), STATE_PAUSE, thing, STATE_PAUSE_UNTIL);
	const char *name = names_id(&world_of(c)->names, NAMES_PAUSE, thing);
	return refuse(c, "%s is held back%s%s%s%s. Once that is lifted: unpause %s", id(c),
	              entry && entry->why ? ": " : "", entry && entry->why ? entry->why : "",
	              until == STATE_NEVER ? "" : ", until ", until == STATE_NEVER ? "" : local(c, until), name);
}

/* That a correction corrects nothing; "" when it does, or is none. */
static const char *needless(const struct clearance *c, const struct statement *statements, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (statements[i].needless)
			return arena_printf(c->cascade->scribe.arena, "There is nothing to correct: %s. ",
			                    statements[i].needless);
	return "";
}

/* A sentence for each thing that only a reason on record can make up for; "" when nothing is lacking. */
static const char *lacking(const struct clearance *c, const struct statement *statements, size_t n)
{
	struct arena *arena = c->cascade->scribe.arena;
	const char *values = approval_unproved_words(world_of(c), c->cascade->scribe.fold.ledger, statements, n, arena);
	int early = approval_early(state_of(c), c->notice, INT32_MAX);
	const char *lacks = needless(c, statements, n);
	if (values)
		lacks =
		    arena_printf(arena, "%sNot proved, or corrected since: %s; draft %s again. ", lacks, values, id(c));
	if (approval_missing(state_of(c), c->notice) != NAMES_NONE)
		lacks = arena_printf(arena, "%sNot yet approved by %s. ", lacks, approvers(c, true));
	if (early != NAMES_NONE) {
		const struct world_deadline *deadline = &world_of(c)->deadlines[early];
		lacks = arena_printf(arena,
		                     "%sThe %s is told first, or at the same time (%s): publish its form, or: notify "
		                     "%s. ",
		                     lacks, deadline->party, deadline->regime->duties.individuals.law, deadline->id);
	}
	return lacks;
}

static bool is_cleared(const struct clearance *c, const struct statement *statements, size_t n, const char *because)
{
	const char *lacks = lacking(c, statements, n);
	if (!*lacks)
		return true;
	if (!because || !*because)
		return refuse(c, "%sIf it can't wait: publish %s because ...", lacks, id(c));
	emit(c, (struct event){.kind = EVENT_OVERRIDDEN, .who = c->who, .why = because});
	return true;
}

/* The actions that sending this kind is; of a form, those that file it under its law. Who corrects nothing has not
 * corrected anything. */
static void complete(const struct clearance *c, const struct statement *statement)
{
	const char *regime = statement->regime;
	const struct vocabulary *vocabulary = world_of(c)->vocabulary;
	for (int i = 0; !statement->needless && i < (int)vocabulary->actions.n; i++) {
		const struct vocabulary_action *action = vocabulary_action(vocabulary, i);
		bool sends = action->notice && strcmp(action->notice, id(c)) == 0;
		bool files = regime && action->files == VOCABULARY_AUTHORITY && action->regime &&
		             strcmp(action->regime, regime) == 0;
		if (sends || files)
			cascade_act(c->cascade, i);
	}
}

static void file(const struct clearance *c, const char *regime)
{
	for (int i = 0; regime && i < (int)world_of(c)->ndeadlines; i++) {
		const struct world_deadline *deadline = &world_of(c)->deadlines[i];
		if (deadline->regime && !deadline->individuals && strcmp(deadline->regime->id, regime) == 0)
			scribe_notify(&c->cascade->scribe, i, c->cascade->scribe.fold.t);
	}
}

static void send(const struct clearance *c, const struct statement *statements, size_t n)
{
	const char *as = approval_standing(state_of(c), c->notice);
	int32_t next = promise_next(state_of(c), c->cascade->scribe.fold.ledger, c->notice);
	for (size_t i = 0; i < n; i++)
		emit(c,
		     (struct event){
		         .kind = EVENT_PUBLISHED, .at = next, .text = as, .who = c->who, .statement = &statements[i]});
}

bool clearance_publish(const struct clearance *c, const char *because)
{
	const struct statement *statements;
	struct scribe *scribe = &c->cascade->scribe;
	if (!drafted(c, "publish") || !is_free(c))
		return false;
	size_t n = approval_draft(scribe->fold.ledger, world_of(c), c->notice, scribe->arena, &statements);
	if (!is_cleared(c, statements, n, because))
		return false;
	scribe_promises(scribe, c->notice);
	send(c, statements, n);
	scribe_statements(scribe, c->notice, statements, n);
	for (size_t i = 0; i < n; i++) {
		complete(c, &statements[i]);
		file(c, statements[i].regime);
	}
	return true;
}
