#include "desk/consent.h"

#include "exercise/approval.h"
#include "exercise/restraint.h"

#include <string.h>

static bool same_words(const struct statement *statement, const struct notice *notice)
{
	const char *was = statement->subject ? statement->subject : "", *is = notice->subject ? notice->subject : "";
	return strcmp(statement->lang, notice->lang) == 0 && strcmp(was, is) == 0 &&
	       strcmp(statement->text, notice->text) == 0;
}

static bool session_approved(const struct origin *origin, const struct notice *notice, int kind)
{
	const struct session *session = origin->record.session;
	const struct statement *statements;
	bool same = false;
	if (state_get(&session->state, STATE_NOTICE, kind, STATE_NOTICE_DRAFTED) == STATE_NEVER ||
	    approval_missing(&session->state, kind) != NAMES_NONE)
		return false;
	size_t n = approval_draft(session->ledger, session->world, kind, origin->arena, &statements);
	for (size_t i = 0; i < n; i++)
		same = same || same_words(&statements[i], notice);
	return same;
}

/* Whether a facts file has the word of `role` for these very words. */
static bool is_given(const struct matter *matter, const struct notice *notice, int role)
{
	char words[RENDITION_WORDS + 1];
	bool found = false;
	rendition_words(notice, words);
	for (size_t i = 0; i < matter->napprovals && !found; i++)
		found = matter->approvals[i].role == role &&
		        strcmp(matter->approvals[i].notice, notice->letter->kind) == 0 &&
		        strcmp(matter->approvals[i].words, words) == 0;
	return found;
}

/* Appends the roles whose approval is not there. */
static void add_wanted(const struct matter *matter, const struct notice *notice, struct text *out)
{
	const struct names *names = &matter->world->names;
	int roles[APPROVAL_ROLES], kind = names_find(names, NAMES_NOTICE, notice->letter->kind);
	int n = kind == NAMES_NONE ? 0 : approval_roles(matter->world, kind, roles);
	size_t before = out->len;
	for (int i = 0; i < n; i++)
		if (!is_given(matter, notice, roles[i]))
			text_addf(out, "%s%s", out->len > before ? ", " : "", names_id(names, NAMES_ROLE, roles[i]));
}

bool consent_given(const struct origin *origin, const struct notice *notice)
{
	const struct world *world = origin->record.session ? origin->record.session->world : origin->matter->world;
	int kind = names_find(&world->names, NAMES_NOTICE, notice->letter->kind);
	struct text wanted = {0};
	if (kind == NAMES_NONE)
		return false;
	if (origin->record.session)
		return session_approved(origin, notice, kind);
	add_wanted(origin->matter, notice, &wanted);
	bool approved = wanted.len == 0;
	text_free(&wanted);
	return approved && !restraint_stands(origin->matter, notice->letter->kind);
}

void consent_tell(const struct origin *origin, const struct rendition *rendition, const struct notice *notice,
                  struct text *out)
{
	struct text wanted = {0};
	if (rendition->matter->exercise || rendition->approved || origin->record.session)
		return;
	add_wanted(rendition->matter, notice, &wanted);
	if (wanted.len)
		text_addf(out, "  DRAFT until the facts file has the approval of these words by: %s.\n", wanted.data);
	if (restraint_stands(rendition->matter, notice->letter->kind))
		text_addf(out, "  %s while what keeps it back (above) stands.\n", wanted.len ? "And DRAFT" : "DRAFT");
	text_free(&wanted);
}
