#include "desk/consent.h"

#include "content/texts.h"
#include "desk/fingerprint.h"
#include "exercise/approval.h"
#include "exercise/restraint.h"

#include <string.h>

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
		same = same || (strcmp(statements[i].lang, notice->lang) == 0 &&
		                statement_same_words(&statements[i], notice->subject, notice->text));
	return same;
}

/* What approvals in a facts file are about. */
struct wording {
	const char *kind;
	char words[FINGERPRINT + 1];
};

static struct wording wording_of(const struct notice *notice)
{
	struct wording wording = {.kind = notice->letter->kind};
	fingerprint_notice(notice, wording.words);
	return wording;
}

static struct wording wording_approved(const struct matter_approval *approval)
{
	struct wording wording = {.kind = approval->notice};
	memcpy(wording.words, approval->words, strnlen(approval->words, FINGERPRINT));
	return wording;
}

static bool is_about(const struct matter_approval *approval, const struct wording *wording)
{
	return strcmp(approval->notice, wording->kind) == 0 && strcmp(approval->words, wording->words) == 0;
}

static bool is_given(const struct matter *matter, const struct wording *wording, int role)
{
	bool found = false;
	for (size_t i = 0; i < matter->napprovals && !found; i++)
		found = matter->approvals[i].role == role && is_about(&matter->approvals[i], wording);
	return found;
}

/* Appends the roles that must approve this kind and whose word is there, or is not. */
static void add_roles(const struct matter *matter, const struct wording *wording, bool given, struct text *out)
{
	const struct names *names = &matter->world->names;
	int roles[APPROVAL_ROLES], kind = names_find(names, NAMES_NOTICE, wording->kind);
	int n = kind == NAMES_NONE ? 0 : approval_roles(matter->world, kind, roles);
	size_t before = out->len;
	for (int i = 0; i < n; i++)
		if (is_given(matter, wording, roles[i]) == given)
			text_addf(out, "%s%s", out->len > before ? ", " : "", names_id(names, NAMES_ROLE, roles[i]));
	if (given && out->len == before)
		text_add(out, "nobody who must");
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
	const struct wording wording = wording_of(notice);
	add_roles(origin->matter, &wording, false, &wanted);
	bool approved = wanted.len == 0;
	text_free(&wanted);
	return approved && !restraint_stands(origin->matter, notice->letter->kind);
}

bool consent_tell(const struct origin *origin, const struct rendition *rendition, const struct notice *notice,
                  struct text *out)
{
	if (rendition->matter->exercise || rendition->approved || origin->record.session)
		return false;
	const struct wording wording = wording_of(notice);
	struct text wanted = {0};
	add_roles(rendition->matter, &wording, false, &wanted);
	bool wanting = wanted.len;
	if (wanting)
		text_addf(out, "  DRAFT until the facts file has the approval of these words by: %s.\n", wanted.data);
	if (restraint_stands(rendition->matter, notice->letter->kind))
		text_addf(out, "  %s while what keeps it back (above) stands.\n", wanting ? "And DRAFT" : "DRAFT");
	text_free(&wanted);
	return wanting;
}

/* Approvals of other words ---------------------------------------------------------------------------------------- */

/* Each language of a letter as it would be written now. */
static struct shape_texts current(const struct origin *origin, struct drafting *drafting, const char *name)
{
	const struct shape_texts languages = drafting_spoken(drafting, name);
	struct shape_texts words = {0};
	struct diags faulty; /* one that cannot be written has no words that were approved */
	diags_init(&faulty);
	for (size_t i = 0; i < languages.n; i++) {
		struct notice notice;
		if (!drafting_write(drafting, origin->matter, name, languages.v[i], origin->arena, &notice, &faulty))
			continue;
		texts_add(&words, arena_dup(origin->arena, wording_of(&notice).words), origin->arena);
	}
	diags_free(&faulty);
	return words;
}

/* An approval is used up once its kind went out after it. */
static bool is_used(const struct matter *matter, const struct matter_approval *approval)
{
	for (size_t i = 0; i < matter->nwords; i++)
		if (strcmp(matter->words[i].notice, approval->notice) == 0 && matter->words[i].at >= approval->at)
			return true;
	return false;
}

void consent_tell_others(const struct origin *origin, struct drafting *drafting, const struct letter *letter,
                         struct text *out)
{
	const struct matter *matter = origin->matter;
	struct shape_texts known = current(origin, drafting, letter->name);
	size_t before = out->len;
	for (size_t i = 0; i < matter->napprovals; i++) {
		const struct matter_approval *approval = &matter->approvals[i];
		const struct wording wording = wording_approved(approval);
		if (strcmp(approval->notice, letter->kind) != 0 || is_used(matter, approval) ||
		    texts_have(&known, wording.words))
			continue;
		texts_add(&known, approval->words, origin->arena);
		text_addf(out, "%s%s (",
		          out->len > before ? ", " : "The facts file has approvals of other words: ", approval->words);
		add_roles(matter, &wording, true, out);
		text_add(out, ")");
	}
	if (out->len == before)
		return;
	text_add(out,
	         origin->dated
	             ? ".\nSince then a fact, the letter or at: has changed: put that back, or have the new words "
	               "approved.\n"
	             : ".\nThere is no at: in it, so each run writes another time into the text: add at: as it was "
	               "when they approved, or have the new words approved.\n");
}

/* Words that somebody saved --------------------------------------------------------------------------------------- */

void consent_tell_words(const struct matter *matter, const struct file *file, struct text *out)
{
	struct wording wording = {.kind = NULL};
	struct text wanted = {0};
	fingerprint_file(file, wording.words);
	for (size_t i = 0; i < matter->napprovals && !wording.kind; i++)
		if (strcmp(matter->approvals[i].words, wording.words) == 0)
			wording.kind = matter->approvals[i].notice;
	text_addf(out, "words %s: ", wording.words);
	if (!wording.kind) {
		text_addf(out, "approved by nobody%s\n",
		          matter->napprovals ? "; the facts file has approvals of other words" : "");
		return;
	}
	text_addf(out, "%s, approved by ", wording.kind);
	add_roles(matter, &wording, true, out);
	add_roles(matter, &wording, false, &wanted);
	text_addf(out, "%s%s%s\n", wanted.len ? "; still wanted: " : "", wanted.len ? wanted.data : "",
	          restraint_stands(matter, wording.kind) ? "; kept back all the same, as draft says" : "");
	text_free(&wanted);
}
