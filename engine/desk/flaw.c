#include "desk/flaw.h"

#include "base/tree.h"
#include "desk/assay.h"
#include "desk/sentence.h"
#include "exercise/approval.h"

#include <string.h>

static bool was_overridden(const struct session *s, const struct issue *issue)
{
	const struct ledger_entry *override =
	    ledger_last_by(s->ledger, LEDGER_OVERRIDE, issue->entry->ref, issue->place);
	return override && override->turn == issue->entry->turn;
}

static void count_values(const struct session *s, const struct issue *issue, struct flaw *flaw)
{
	for (size_t i = 0; i < issue->nvalues; i++) {
		bool wrong = assay_tells(s) && issue_truth(s, issue, issue->values[i]) == TRUTH_FALSE;
		flaw->wrong += wrong;
		flaw->unproved += !wrong && !truth_stands(s->world, s->ledger, issue->place, issue->values[i]);
	}
}

bool flaw_of(const struct session *s, const struct issue *issue, struct flaw *flaw)
{
	const struct shape_texts *missing = &issue->statements[0]->missing;
	*flaw = (struct flaw){.issue = *issue, .first = NAMES_NONE};
	count_values(s, issue, flaw);
	if (was_overridden(s, issue)) {
		flaw->missing = missing->n ? missing : NULL;
		flaw->first = approval_early(&s->state, issue->entry->ref, issue->entry->t);
	}
	return flaw->wrong || flaw->unproved || flaw->missing || flaw->first != NAMES_NONE;
}

/* Which notice did it
 * ------------------------------------------------------------------------------------------------*/

static bool sends(const struct session *s, int action, const struct issue *issue)
{
	const char *notice = vocabulary_action(s->world->vocabulary, action)->notice;
	return notice && strcmp(notice, names_id(&s->world->names, NAMES_NOTICE, issue->entry->ref)) == 0;
}

static bool is_form_for(const struct world_deadline *deadline, const struct issue *issue)
{
	if (!deadline->regime || deadline->individuals)
		return false;
	for (size_t i = 0; i < issue->n; i++)
		if (issue->statements[i]->regime && strcmp(issue->statements[i]->regime, deadline->regime->id) == 0)
			return true;
	return false;
}

static bool tells(const struct session *s, int deadline, const struct issue *issue)
{
	bool named;
	for (int i = 0; i < (int)s->world->vocabulary->actions.n; i++)
		if (sends(s, i, issue) && world_files(s->world, i, deadline, &named))
			return true;
	return is_form_for(&s->world->deadlines[deadline], issue);
}

/* The first notice that went out at `t` and, as the record has no word for it, may have told the deadline's party. */
bool flaw_told(const struct session *s, int deadline, struct arena *arena, struct flaw *flaw)
{
	int32_t told = state_get(&s->state, STATE_DEADLINE, deadline, STATE_DEADLINE_NOTIFIED);
	for (size_t i = 0; told != STATE_NEVER && i < ledger_count(s->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(s->ledger, i);
		struct issue issue;
		if (entry->kind == LEDGER_PUBLICATION && entry->t == told &&
		    issue_of_turn(s, entry->turn, arena, &issue) && tells(s, deadline, &issue))
			return flaw_of(s, &issue, flaw);
	}
	return false;
}

bool flaw_done(const struct session *s, int action, struct arena *arena, struct flaw *flaw)
{
	const struct ledger_entry *deed = ledger_last(s->ledger, LEDGER_DEED, action);
	struct issue issue;
	return deed && vocabulary_action(s->world->vocabulary, action)->notice &&
	       issue_of_turn(s, deed->turn, arena, &issue) && sends(s, action, &issue) && flaw_of(s, &issue, flaw);
}

bool flaw_step(const struct session *s, int step, struct arena *arena, struct flaw *flaw)
{
	const struct shape_texts *does = &s->world->playbook->steps[step]->does;
	if (state_get(&s->state, STATE_STEP, step, STATE_STEP_STATUS) != STATE_DONE)
		return false;
	for (size_t i = 0; i < does->n; i++)
		if (flaw_done(s, names_find(&s->world->names, NAMES_ACTION, does->v[i]), arena, flaw))
			return true;
	return false;
}

/* In words
 * -----------------------------------------------------------------------------------------------------------*/

static void say_part(const struct phrases *phrases, const char *key, struct jsn *data, struct text *out)
{
	if (out->len)
		phrase_say(phrases, "report.said.between", NULL, out);
	phrase_say(phrases, key, data, out);
	jsn_free(data);
}

static void say_count(const struct phrases *phrases, const char *key, int n, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", n);
	say_part(phrases, key, data, out);
}

static void say_missing(const struct phrases *phrases, const struct shape_texts *missing, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text names = {0};
	sentence_contents(phrases, missing, &names);
	tree_taken(data, "names", &names);
	say_part(phrases, "report.flaw.without", data, out);
	text_free(&names);
}

void flaw_say(const struct session *s, const struct phrases *phrases, const struct flaw *flaw, bool brief,
              struct text *out)
{
	struct text parts = {0};
	if (flaw->wrong)
		say_count(phrases, "report.flaw.wrong", flaw->wrong, &parts);
	if (flaw->unproved)
		say_count(phrases, "report.flaw.unproved", flaw->unproved, &parts);
	if (flaw->missing && brief)
		say_count(phrases, "report.flaw.missing", (int)flaw->missing->n, &parts);
	else if (flaw->missing)
		say_missing(phrases, flaw->missing, &parts);
	if (flaw->first != NAMES_NONE) {
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		tree_text(data, "party", s->world->deadlines[flaw->first].party);
		say_part(phrases, "report.flaw.first", data, &parts);
	}
	text_add(out, parts.data ? parts.data : "");
	text_free(&parts);
}
