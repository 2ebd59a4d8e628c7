#include "desk/copies.h"

#include "base/mail.h"
#include "base/sms.h"
#include "content/texts.h"
#include "exercise/approval.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { LANGUAGES = 32, BEGINNING = 24 };

/* ---- languages ---- */

bool copies_languages(struct drafting *drafting, const char *name, const char *asked, struct arena *arena,
                      struct shape_texts *out, struct diags *diags)
{
	*out = (struct shape_texts){0};
	if (asked && strcmp(asked, "all") == 0) {
		*out = drafting_spoken(drafting, name);
		/* of a kind that is not there the fault says which are */
		return out->n || drafting_letter(drafting, name, "en", diags);
	}
	for (const char *at = asked ? asked : "en"; *at;) {
		size_t len = strcspn(at, ", ");
		const char *lang = arena_ndup(arena, at, len);
		if (len)
			texts_add_once(out, lang, arena);
		at += len + strspn(at + len, ", ");
	}
	if (out->n && out->n <= LANGUAGES)
		return true;
	return diag_error(diags, (struct diag_place){.file = "--lang"},
	                  "expected a language such as en, several such as en,zh, or all");
}

struct shape_texts copies_kinds(struct arena *arena)
{
	struct shape_texts files = shelf_names("letters", arena), names = {0};
	for (size_t i = 0; i < files.n; i++) {
		size_t len = strlen(files.v[i]);
		if (len > 3 && strcmp(files.v[i] + len - 3, ".en") == 0)
			*(const char **)arena_push(arena, &names.v, &names.n, sizeof *names.v) =
			    arena_ndup(arena, files.v[i], len - 3);
	}
	return names;
}

void copies_list(struct text *out)
{
	struct arena *arena = arena_new();
	struct shape_texts kinds = copies_kinds(arena);
	for (size_t i = 0; i < kinds.n; i++)
		text_addf(out, "%s%s", i ? ", " : "", kinds.v[i]);
	arena_free(arena);
}

/* ---- approval ---- */

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

bool copies_approved(const struct origin *origin, const struct notice *notice)
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
	return approved;
}

void copies_tell_wanted(const struct origin *origin, const struct rendition *rendition, const struct notice *notice,
                        struct text *out)
{
	if (rendition->matter->exercise || rendition->approved || origin->record.session)
		return;
	text_add(out, "  DRAFT until the facts file has the approval of these words by: ");
	add_wanted(rendition->matter, notice, out);
	text_add(out, ".\n");
}

/* ---- names ---- */

/* The mark that rendition_name would put in front; "" for none. */
static const char *mark(const struct rendition *rendition)
{
	return rendition->matter->exercise ? "EXERCISE" : rendition->approved ? "" : "DRAFT";
}

void copies_path(const struct rendition *rendition, const struct notice *notice, const char *folder, const char *file,
                 struct text *out)
{
	const char *base = file && strrchr(file, '/') ? strrchr(file, '/') + 1 : file;
	const char *word = mark(rendition);
	if (folder) {
		size_t len = strlen(folder);
		text_addf(out, "%s%s", folder, len && folder[len - 1] == '/' ? "" : "/");
		rendition_name(rendition, notice, out);
		return;
	}
	text_add_bytes(out, file, (size_t)(base - file));
	text_addf(out, "%s%s%s", strstr(base, word) ? "" : word, strstr(base, word) ? "" : "-", base);
}

bool copies_place(const struct rendition *rendition, const struct notice *notice, const char *folder, const char *file,
                  const struct text *page, char path[PAPER_PATH], struct text *told, struct diags *diags)
{
	struct text wanted = {0};
	copies_path(rendition, notice, folder, file, &wanted);
	bool placed = paper_unlike(wanted.data, page, path, diags);
	if (placed && strcmp(path, wanted.data) != 0)
		text_addf(told, "%s differs from what is written now, and stays.\n", wanted.data);
	text_free(&wanted);
	return placed;
}

void copies_proof_path(const char *path, struct text *out)
{
	const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
	size_t len = dot && dot != path && (!slash || dot > slash + 1) ? (size_t)(dot - path) : strlen(path);
	text_add_bytes(out, path, len);
	text_add(out, "-proof.md");
}

static bool is_folder(const char *path)
{
	struct stat st;
	size_t len = strlen(path);
	return (len && path[len - 1] == '/') || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

bool copies_foldered(const char *lang, const char *path)
{
	return (lang && (strchr(lang, ',') || strcmp(lang, "all") == 0)) || is_folder(path);
}

enum rendition_format copies_format(int64_t asked, const char *file, const struct notice *notice)
{
	const char *ending = file ? strrchr(file, '.') : NULL;
	if (asked >= 0)
		return (enum rendition_format)asked;
	for (int i = 0; ending && rendition_formats[i]; i++)
		if (strcmp(ending + 1, rendition_formats[i]) == 0)
			return (enum rendition_format)i;
	return notice->letter->channel == VOCABULARY_SMS ? RENDITION_SMS : RENDITION_TEXT;
}

/* ---- what is told ---- */

static void tell_missing(const struct notice *notice, const struct phrases *english, struct text *out)
{
	char key[32];
	for (size_t i = 0; i < notice->missing.n; i++) {
		snprintf(key, sizeof key, "contents.%.12s", notice->missing.v[i]);
		text_add(out, i ? "; " : "  Asked for, and missing: ");
		phrase_say(english, key, NULL, out);
		text_addf(out, " (%s)", notice->missing.v[i]);
	}
	text_add(out, notice->missing.n ? ".\n" : "");
}

static void tell_unknown(const struct notice *notice, struct text *out)
{
	for (size_t i = 0; i < notice->unknown.n; i++)
		text_addf(out, "%s%s", i ? ", " : "  Not verified yet: ", notice->unknown.v[i]);
	text_add(out, notice->unknown.n ? ".\n" : "");
}

static void tell_warnings(const struct notice *notice, struct text *out)
{
	for (size_t i = 0; i < notice->warnings.n; i++)
		text_addf(out, "  Beware: %s\n", notice->warnings.v[i]);
}

static void tell_sender(const struct matter *matter, struct text *out)
{
	if (!mail_is_address(matter->contact))
		text_addf(out,
		          "  Beware: the mail has no sender: the company's contact is no single mail address%s%s.\n",
		          matter->contact ? ": " : "", matter->contact ? matter->contact : "");
}

static void tell_forcing(const struct sms *sms, const struct text *page, struct text *out)
{
	const char *at = page->data + sms->forced_at, *end = at;
	text_next(&end);
	text_addf(out, "  \"%.*s\" (U+%04X) is the first character that GSM-7 does not have.\n", (int)(end - at), at,
	          (unsigned)sms->forced_by);
}

/* A phone may show each on its own, and in any order. */
static void tell_beginnings(const struct sms *sms, const struct text *page, size_t len, struct text *out)
{
	for (size_t n = 1; n < sms->segments; n++) {
		const char *from = page->data + sms_segment(page->data, len, n), *end = from;
		for (int i = 0; i < BEGINNING && end < page->data + len; i++)
			text_next(&end);
		text_addf(out, "  Message %zu begins: \"", n + 1);
		for (const char *s = from; s < end; s++)
			text_add_bytes(out, *s == '\n' ? " " : s, 1);
		text_add(out, "\"\n");
	}
}

static void tell_sms(const struct text *page, struct text *out)
{
	size_t len = page->len;
	while (len && page->data[len - 1] == '\n')
		len--;
	struct sms sms = sms_count(page->data, len);
	text_addf(out, "  SMS: %zu message%s, %zu %s; %zu left in the last.\n", sms.segments,
	          sms.segments == 1 ? "" : "s", sms.units, sms.wide ? "units (UCS-2)" : "characters (GSM-7)", sms.left);
	tell_beginnings(&sms, page, len, out);
	if (sms.wide)
		tell_forcing(&sms, page, out);
}

void copies_tell(const struct rendition *rendition, const struct notice *notice, const struct phrases *english,
                 const struct text *page, struct text *last, struct text *out)
{
	struct text told = {0};
	char words[RENDITION_WORDS + 1];
	size_t proved = 0;
	rendition_words(notice, words);
	for (size_t i = 0; i < notice->nvalues; i++)
		proved += notice->values[i].fact != NAMES_NONE || notice->values[i].action != NAMES_NONE ||
		          notice->values[i].moment != NAMES_NONE;
	text_addf(out, "%s.%s%s%s: %zu proved value%s in it; words %s.\n", notice->letter->name, notice->lang,
	          *mark(rendition) ? ", " : "", mark(rendition), proved, proved == 1 ? "" : "s", words);
	text_add(&told, "");
	tell_missing(notice, english, &told);
	tell_unknown(notice, &told);
	tell_warnings(notice, &told);
	if (rendition->format == RENDITION_MAIL)
		tell_sender(rendition->matter, &told);
	if (rendition->format == RENDITION_SMS)
		tell_sms(page, &told);
	if (!last->len || strcmp(last->data, told.data) != 0)
		text_add_clean(out, told.data);
	text_free(last);
	*last = told;
}
