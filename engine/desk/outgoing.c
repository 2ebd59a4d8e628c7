#include "desk/outgoing.h"

#include "base/span.h"
#include "base/tree.h"
#include "desk/label.h"
#include "desk/sending.h"
#include "desk/sentence.h"
#include "desk/wording.h"
#include "exercise/approval.h"
#include "exercise/gather.h"
#include "exercise/truth.h"

#include <string.h>

struct outgoing {
	const struct record *record;
	const struct session *session;
	const struct world *world;
	const struct phrases *phrases;
	struct arena *arena;
	const struct matter *matter; /* sources in words */
};

struct issue { /* one notice as it went out: an entry for each language */
	const struct ledger_entry *entry;
	size_t place; /* of that entry in the ledger: what was on record by then */
	const struct statement **statements;
	size_t n;
};

/* Values and proofs ---------------------------------------------------------------------------------------------- */

static const struct ledger_entry *proof_of(const struct outgoing *o, const struct statement_value *value)
{
	int32_t ref = value->moment == NAMES_NONE ? value->fact : value->moment;
	for (size_t i = 0; ref != NAMES_NONE && i < ledger_count(o->session->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(o->session->ledger, i);
		bool proves = value->moment == NAMES_NONE
		                  ? entry->kind == LEDGER_PROOF || entry->kind == LEDGER_CORRECTION
		                  : entry->kind == LEDGER_MOMENT;
		if (proves && entry->ref == ref && entry->turn == value->turn)
			return entry;
	}
	return NULL;
}

/* What the story itself proves it gives by id; the matter has it in words. */
static const char *source_of(const struct outgoing *o, const struct ledger_entry *proof)
{
	if (proof->kind == LEDGER_MOMENT)
		return proof->why;
	const struct matter_fact *fact = &o->matter->facts[proof->ref];
	bool newest = fact->standing == MATTER_VERIFIED && fact->proof.turn == proof->turn;
	return newest ? fact->proof.source : proof->who ? proof->why : NULL;
}

static bool told_truth(const struct outgoing *o)
{
	return session_ended(o->session) && wording_drill(o->session);
}

static bool is_false(const struct outgoing *o, const struct statement_value *value, size_t until)
{
	return told_truth(o) && truth_of(o->world, o->session->ledger, until, value) == TRUTH_FALSE;
}

static void say_fact(const struct outgoing *o, int fact, struct text *out)
{
	sentence_fact(o->world, o->phrases, fact, o->world->story->facts[fact].truth, NULL, out);
}

/* The nearest figure, where a number stands for no fact; that a deed was not done. */
static void put_nearest(const struct outgoing *o, struct jsn *row, const struct statement_value *value)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text text = {0};
	int fact = value->action == NAMES_NONE ? truth_nearest(o->world, value) : NAMES_NONE;
	if (fact != NAMES_NONE) {
		say_fact(o, fact, &text);
		tree_taken(data, "value", &text);
		if (o->world->story->facts[fact].label)
			world_expand(o->world, o->world->story->facts[fact].label, &text);
		tree_taken(data, "label", &text);
	}
	phrase_put(o->phrases, fact == NAMES_NONE ? "report.said.not_done" : "report.said.nearest", data, row, "truth");
	text_free(&text);
}

static void put_truth(const struct outgoing *o, struct jsn *row, const struct statement_value *value)
{
	struct text text = {0};
	char stamp[SPAN_BUFFER];
	if (value->fact != NAMES_NONE)
		say_fact(o, value->fact, &text);
	else if (value->moment != NAMES_NONE && o->world->story->truth[value->moment] != SHAPE_UNSET)
		text_add(&text, span_stamp(o->world->story->truth[value->moment], stamp));
	if (value->fact == NAMES_NONE && value->moment == NAMES_NONE)
		put_nearest(o, row, value);
	else
		tree_text(row, "truth", text.data);
	text_free(&text);
}

static void put_proof(const struct outgoing *o, struct jsn *row, const struct statement_value *value)
{
	const struct ledger_entry *proof = proof_of(o, value);
	if (value->turn == 0) {
		tree_null(row, "proof");
		return;
	}
	struct jsn *data = tree_object(row, "proof");
	tree_number(data, "turn", value->turn);
	tree_text(data, "who", proof ? proof->who : NULL);
	tree_text(data, "source", proof ? source_of(o, proof) : NULL);
	tree_text(data, "over", proof ? proof->over : NULL);
}

static void put_label(const struct outgoing *o, struct jsn *row, const struct statement_value *value)
{
	struct text label = {0};
	int32_t fact = value->fact;
	if (value->moment != NAMES_NONE) {
		label_put(o->phrases, row, "label", "event.moments", shape_moments[value->moment]);
		return;
	}
	if (fact != NAMES_NONE && o->world->story->facts[fact].label)
		world_expand(o->world, o->world->story->facts[fact].label, &label);
	tree_text(row, "label", label.data);
	text_free(&label);
}

static void put_value(const struct outgoing *o, struct jsn *list, const struct statement_value *value, size_t until)
{
	struct jsn *row = tree_row(list);
	bool wrong = is_false(o, value, until), stands = truth_stands(o->world, o->session->ledger, until, value);
	tree_text(row, "text", value->text);
	put_label(o, row, value);
	tree_text(row, "state", wrong ? "false" : stands ? "proved" : "unproved");
	put_proof(o, row, value);
	if (wrong)
		put_truth(o, row, value);
	else
		tree_null(row, "truth");
}

/* The same claim in two languages is one. */
static bool is_same(const struct statement_value *a, const struct statement_value *b)
{
	bool named = a->fact != NAMES_NONE || a->action != NAMES_NONE || a->moment != NAMES_NONE;
	return a->fact == b->fact && a->action == b->action && a->moment == b->moment && a->value == b->value &&
	       a->turn == b->turn && (named || strcmp(a->text, b->text) == 0);
}

static bool was_told(const struct issue *issue, size_t at, size_t place)
{
	const struct statement_value *value = &issue->statements[at]->values[place];
	for (size_t i = 0; i <= at; i++)
		for (size_t k = 0; k < (i < at ? issue->statements[i]->nvalues : place); k++)
			if (is_same(&issue->statements[i]->values[k], value))
				return true;
	return false;
}

static void put_values(const struct outgoing *o, struct jsn *row, const struct issue *issue)
{
	struct jsn *list = tree_list(row, "values");
	for (size_t i = 0; i < issue->n; i++)
		for (size_t k = 0; k < issue->statements[i]->nvalues; k++)
			if (!was_told(issue, i, k))
				put_value(o, list, &issue->statements[i]->values[k], issue->place);
}

/* Approvals ------------------------------------------------------------------------------------------------------- */

static const char *typed_by(const struct record *record, int32_t turn)
{
	for (size_t i = 0; i < record->count; i++)
		if (record->turns[i].n == turn)
			return record->turns[i].by;
	return NULL;
}

static void put_approvals(const struct outgoing *o, struct jsn *row, const struct ledger_entry *entry)
{
	int roles[APPROVAL_ROLES], n = approval_roles(o->world, entry->ref, roles);
	struct jsn *list = tree_list(row, "approvals");
	for (int i = 0; i < n; i++) {
		bool given = entry->value >> i & 1;
		const struct ledger_entry *said =
		    given ? approval_said(o->session->ledger, entry->ref, roles[i], entry->turn) : NULL;
		struct jsn *one = tree_row(list);
		tree_text(one, "role", names_id(&o->world->names, NAMES_ROLE, roles[i]));
		tree_flag(one, "given", said != NULL);
		tree_text(one, "person", said ? said->who : NULL);
		tree_text(one, "how", said ? said->why : NULL);
		label_stamp(one, "stamp", said ? said->at : SHAPE_UNSET);
		tree_text(one, "recorded_by", said ? typed_by(o->record, said->turn) : NULL);
	}
}

static void put_override(const struct outgoing *o, struct jsn *row, const struct ledger_entry *entry)
{
	const struct ledger_entry *found = NULL;
	for (size_t i = 0; i < ledger_count(o->session->ledger); i++) {
		const struct ledger_entry *one = ledger_at(o->session->ledger, i);
		if (one->kind == LEDGER_OVERRIDE && one->ref == entry->ref && one->turn == entry->turn)
			found = one;
	}
	tree_flag(row, "overridden", found != NULL);
	tree_text(row, "override_reason", found ? found->why : NULL);
}

/* The price -------------------------------------------------------------------------------------------------------- */

/* Whether a later notice of the same kind took over what this one promised, before `turn`. */
static bool was_followed(const struct outgoing *o, const struct ledger_entry *published, int32_t turn)
{
	for (size_t i = 0; i < ledger_count(o->session->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(o->session->ledger, i);
		if (entry->kind == LEDGER_PUBLICATION && entry->ref == published->ref &&
		    entry->turn > published->turn && entry->turn < turn)
			return true;
	}
	return false;
}

static bool is_of(const struct outgoing *o, const char *source, const char *prefix,
                  const struct ledger_entry *published)
{
	size_t len = strlen(prefix);
	return strncmp(source, prefix, len) == 0 &&
	       strcmp(source + len, names_id(&o->world->names, NAMES_NOTICE, published->ref)) == 0;
}

/* What a notice said is priced as it goes out; the word that it promised, when that comes late or never. */
static bool prices(const struct outgoing *o, const struct ledger_entry *entry, const struct ledger_entry *published)
{
	bool now = entry->turn == published->turn;
	if (entry->kind == LEDGER_CRITICAL)
		return now &&
		       strcmp(names_id(&o->world->names, NAMES_CRITICAL, entry->ref), WORLD_FALSE_STATEMENT) == 0;
	if (entry->kind != LEDGER_SCORE || !entry->text)
		return false;
	if (is_of(o, entry->text, "promise:", published))
		return entry->turn > published->turn && !was_followed(o, published, entry->turn);
	return now && is_of(o, entry->text, "notice:", published);
}

static void put_price(const struct outgoing *o, struct jsn *list, const struct ledger_entry *entry)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text text = {0};
	bool critical = entry->kind == LEDGER_CRITICAL;
	if (entry->why)
		sentence_reason(o->phrases, entry->why, &text);
	tree_taken(data, "why", &text);
	if (!critical) {
		label_put(o->phrases, data, "objective", "event.objective", story_objectives[entry->ref]);
		label_tenths(data, "points", entry->value);
	}
	phrase_put(o->phrases, critical ? "report.said.critical" : "report.said.points", data, list, NULL);
	text_free(&text);
}

static bool says_false(const struct outgoing *o, const struct issue *issue)
{
	for (size_t i = 0; i < issue->n; i++)
		for (size_t k = 0; k < issue->statements[i]->nvalues; k++)
			if (is_false(o, &issue->statements[i]->values[k], issue->place))
				return true;
	return false;
}

static void put_prices(const struct outgoing *o, struct jsn *row, const struct issue *issue)
{
	struct jsn *list = tree_list(row, "price");
	bool accused = false;
	for (size_t i = 0; told_truth(o) && i < ledger_count(o->session->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(o->session->ledger, i);
		if (!prices(o, entry, issue->entry))
			continue;
		put_price(o, list, entry);
		accused = accused || entry->kind == LEDGER_CRITICAL;
	}
	if (!accused && says_false(o, issue)) /* it was charged with a notice before */
		phrase_put(o->phrases, "report.said.again", NULL, list, NULL);
}

/* A notice --------------------------------------------------------------------------------------------------------- */

static void put_missing(const struct outgoing *o, struct jsn *row, const struct issue *issue)
{
	struct text names = {0};
	const struct statement *first = issue->statements[0];
	sentence_contents(o->phrases, &first->missing, &names);
	tree_text(row, "missing", names.data);
	text_free(&names);
}

static void put_texts(struct jsn *row, const struct issue *issue)
{
	struct jsn *languages = tree_list(row, "languages"), *texts = tree_list(row, "texts");
	for (size_t i = 0; i < issue->n; i++) {
		struct jsn *one = tree_row(texts);
		jsn_put(languages, NULL, jsn_string(issue->statements[i]->lang));
		tree_text(one, "lang", issue->statements[i]->lang);
		tree_text(one, "subject", issue->statements[i]->subject);
		tree_text(one, "text", issue->statements[i]->text);
	}
}

static void put_issue(const struct outgoing *o, struct jsn *list, const struct issue *issue)
{
	const struct ledger_entry *entry = issue->entry;
	struct jsn *row = tree_row(list);
	tree_number(row, "n", entry->turn);
	tree_number(row, "t", entry->t);
	tree_text(row, "notice", names_id(&o->world->names, NAMES_NOTICE, entry->ref));
	tree_text(row, "letter", issue->statements[0]->template);
	tree_text(row, "audience", sending_audience(o->world, entry->ref, issue->statements[0]->regime));
	tree_text(row, "subject", issue->statements[0]->subject);
	tree_flag(row, "statutory", !entry->why); /* "not-statutory" */
	jsn_put(row, "next", entry->at == STATE_NEVER ? jsn_make(JSN_NULL, 0) : jsn_make(JSN_INT, entry->at));
	put_override(o, row, entry);
	put_approvals(o, row, entry);
	put_missing(o, row, issue);
	put_values(o, row, issue);
	put_prices(o, row, issue);
	put_texts(row, issue);
}

/* Takes the entries from `*at` on that went out together. False when there are none left. */
static bool next_issue(const struct outgoing *o, size_t *at, struct issue *issue)
{
	const struct ledger *ledger = o->session->ledger;
	*issue = (struct issue){.n = 0};
	for (; *at < ledger_count(ledger); ++*at) {
		const struct ledger_entry *entry = ledger_at(ledger, *at);
		bool same = issue->entry && entry->turn == issue->entry->turn && entry->ref == issue->entry->ref;
		if (entry->kind != LEDGER_PUBLICATION)
			continue;
		if (issue->entry && !same)
			break;
		const struct statement *statement = statement_unpack(entry->text, o->world, o->arena);
		if (!statement)
			continue;
		if (!issue->entry)
			issue->place = *at;
		issue->entry = issue->entry ? issue->entry : entry;
		*(const struct statement **)arena_push(o->arena, &issue->statements, &issue->n, sizeof statement) =
		    statement;
	}
	return issue->n > 0;
}

struct jsn *outgoing_tree(const struct record *record, const struct phrases *phrases)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	struct arena *arena = arena_new();
	struct outgoing o = {record, record->session, record->world, phrases, arena, NULL};
	struct issue issue;
	for (size_t at = 0; next_issue(&o, &at, &issue);) {
		o.matter = o.matter ? o.matter : gather_matter(record->session, arena);
		put_issue(&o, list, &issue);
	}
	arena_free(arena);
	return list;
}
