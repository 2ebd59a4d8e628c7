#include "desk/outgoing.h"

#include "base/tree.h"
#include "content/heard.h"
#include "desk/label.h"
#include "desk/flaw.h"
#include "desk/price.h"
#include "desk/sending.h"
#include "desk/sentence.h"
#include "exercise/approval.h"
#include "exercise/gather.h"
#include "exercise/owing.h"

#include <string.h>

struct outgoing {
	const struct record *record;
	const struct session *session;
	const struct world *world;
	const struct phrases *phrases;
	const struct matter *matter; /* sources in words */
};

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

/* A notice --------------------------------------------------------------------------------------------------------- */

/* "how it came about (kr-pipa)": what it is, and which law has it in such a notice. */
static void add_lack(const struct outgoing *o, const struct issue *issue, const char *code, struct text *out)
{
	const struct shape_texts codes = {&code, 1};
	const char *notice = names_id(&o->world->names, NAMES_NOTICE, issue->entry->ref);
	struct text laws = {0};
	if (out->len)
		phrase_say(o->phrases, "event.between", NULL, out);
	sentence_contents(o->phrases, &codes, out);
	owing_laws(o->world, notice, issue->statements[0]->regime, code, &laws);
	if (laws.len)
		text_addf(out, " (%s)", laws.data);
	text_free(&laws);
}

static void put_missing(const struct outgoing *o, struct jsn *row, const struct issue *issue)
{
	struct text names = {0};
	const struct statement *first = issue->statements[0];
	for (size_t i = 0; i < first->missing.n; i++)
		add_lack(o, issue, first->missing.v[i], &names);
	tree_text(row, "missing", names.data);
	text_free(&names);
}

/* An authority that the law puts first; null where it was told in time, or nothing asks for it. */
static void put_first(const struct outgoing *o, struct jsn *row, const struct issue *issue)
{
	struct flaw flaw;
	if (!flaw_of(o->session, issue, &flaw) || flaw.first == NAMES_NONE) {
		tree_null(row, "first");
		return;
	}
	const struct world_deadline *deadline = &o->world->deadlines[flaw.first];
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, "party", deadline->party);
	tree_text(data, "law", deadline->regime->duties.individuals.law);
	phrase_put(o->phrases, "report.said.first_text", data, row, "first");
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

/* Whichever language was drafted first or last, one stands for the notice, as in every brief. */
static const char *subject_of(const struct outgoing *o, const struct issue *issue)
{
	const char *notice = names_id(&o->world->names, NAMES_NOTICE, issue->entry->ref);
	for (size_t i = 0; i < o->matter->nwords; i++)
		if (o->matter->words[i].turn == issue->entry->turn && strcmp(o->matter->words[i].notice, notice) == 0)
			return heard_leading(o->matter, &o->matter->words[i])->subject;
	return issue->statements[0]->subject;
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
	tree_text(row, "subject", subject_of(o, issue));
	tree_flag(row, "statutory", !entry->why); /* "not-statutory" */
	jsn_put(row, "next", entry->at == STATE_NEVER ? jsn_make(JSN_NULL, 0) : jsn_make(JSN_INT, entry->at));
	put_override(o, row, entry);
	put_approvals(o, row, entry);
	put_missing(o, row, issue);
	put_first(o, row, issue);
	assay_put_values(o->session, o->phrases, o->matter, issue, row);
	price_put(o->session, o->phrases, issue, row);
	put_texts(row, issue);
}

struct jsn *outgoing_tree(const struct record *record, const struct phrases *phrases)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	struct arena *arena = arena_new();
	struct outgoing o = {record, record->session, record->world, phrases, NULL};
	struct issue issue;
	for (size_t at = 0; issue_next(record->session, &at, arena, &issue);) {
		o.matter = o.matter ? o.matter : gather_matter(record->session, arena);
		put_issue(&o, list, &issue);
	}
	arena_free(arena);
	return list;
}
