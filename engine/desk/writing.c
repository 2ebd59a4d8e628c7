#include "desk/writing.h"

#include "base/hash.h"
#include "base/zone.h"
#include "content/texts.h"
#include "desk/edited.h"
#include "desk/unbacked.h"
#include "desk/unison.h"
#include "exercise/approval.h"
#include "exercise/gather.h"
#include "exercise/promise.h"

#include <string.h>

void writing_close(struct writing *writing)
{
	drafting_free(writing->drafting);
	writing->drafting = NULL;
}

struct drafting *writing_letters(struct writing *writing, struct diags *diags)
{
	if (!writing->drafting)
		writing->drafting = drafting_open(writing->session->world, diags);
	return writing->drafting;
}

static const struct world *world_of(const struct writing *writing)
{
	return writing->session->world;
}

/* Languages ------------------------------------------------------------------------------------------------------- */

/* As typed; else those of the playbook that the letter is there in, told which are not; else English. */
static struct shape_texts languages(struct writing *writing, const struct act *asked, const char *kind,
                                    struct arena *arena, struct text *notes)
{
	struct shape_texts list = {0}, spoken = drafting_spoken(writing->drafting, asked->text);
	const struct playbook_comms *row = world_comms(world_of(writing), kind);
	char *next = NULL, *typed = asked->over ? arena_dup(arena, asked->over) : NULL;
	for (char *one = typed ? strtok_r(typed, " ", &next) : NULL; one; one = strtok_r(NULL, " ", &next))
		texts_add_once(&list, one, arena);
	for (size_t i = 0; !typed && row && i < row->languages.n; i++) {
		if (texts_have(&spoken, row->languages.v[i]))
			texts_add_once(&list, row->languages.v[i], arena);
		else
			text_addf(notes, " Your playbook asks for %s in %s too; there is no such letter yet.\n",
			          asked->text, row->languages.v[i]);
	}
	if (list.n == 0)
		texts_add_once(&list, texts_have(&spoken, "en") || spoken.n == 0 ? "en" : spoken.v[0], arena);
	return list;
}

/* What the journal keeps ------------------------------------------------------------------------------------------ */

/* The bytes that it was filled from; the journal keeps them at their first use (law 8). */
static void add_source(const struct notice *notice, struct arena *arena, struct statement *statement)
{
	const struct file *file = &notice->letter->file;
	char sha256[HASH_HEX + 1];
	hash_hex(file->bytes, file->len, sha256);
	statement->sha256 = arena_dup(arena, sha256);
	statement->source = arena_ndup(arena, file->bytes, file->len);
}

/* Drafting -------------------------------------------------------------------------------------------------------- */

static bool may_edit(const struct act *asked, const struct shape_texts *langs, struct diags *diags)
{
	return !asked->why || langs->n == 1 ||
	       diag_error(diags, (struct diag_place){.file = asked->why},
	                  "is in one language; say which: draft %s en from %s", asked->text, asked->why);
}

/* The time that stood in the draft it was made from, or that a draft of now would have: whichever it still names. */
static void take_promise(const struct writing *writing, const struct edited *edited, struct notice *notice)
{
	const struct world *world = world_of(writing);
	int kind = names_find(&world->names, NAMES_NOTICE, notice->letter->kind);
	const int32_t drafted[] = {promise_drafted(writing->session->ledger, kind, notice->lang),
	                           promise_drafted(writing->session->ledger, kind, NULL)};
	int64_t fresh = notice->next, lost = fresh;
	notice->next = fresh != MATTER_NEVER && edited_names(edited, notice->text, fresh) ? fresh : MATTER_NEVER;
	for (size_t i = 2; i-- > 0;) {
		int64_t at = drafted[i] == STATE_NEVER ? MATTER_NEVER : world->t0 + drafted[i];
		lost = at == MATTER_NEVER ? lost : at;
		if (at != MATTER_NEVER && edited_names(edited, notice->text, at))
			notice->next = at;
	}
	char when[ZONE_BUFFER];
	if (lost != MATTER_NEVER && notice->next == MATTER_NEVER)
		texts_add(&notice->warnings,
		          arena_printf(edited->arena,
		                       "the text no longer names %s, when the next word was to come: no "
		                       "promise is kept of it",
		                       zone_friendly(edited->matter->zone, lost, when)),
		          edited->arena);
}

static bool take_edited(struct writing *writing, const struct act *asked, struct arena *arena, struct writing_job *job,
                        struct statement *statement, struct diags *diags)
{
	struct notice *notice = &job->notices[job->n];
	struct edited edited = {asked->why, job->matter, drafting_phrases(writing->drafting, notice->lang, diags),
	                        arena};
	if (!edited.phrases || !edited_take(&edited, notice, statement, &job->notes, diags))
		return false;
	take_promise(writing, &edited, notice);
	return true;
}

static bool write_one(struct writing *writing, const struct act *asked, const char *lang, struct arena *arena,
                      struct writing_job *job, struct statement *statement, struct diags *diags)
{
	struct notice *notice = &job->notices[job->n];
	if (!drafting_write(writing->drafting, job->matter, asked->text, lang, arena, notice, diags))
		return false;
	if (!asked->why && !unbacked_find(writing->drafting, notice, arena, diags))
		return false;
	*statement = notice_statement(notice, arena);
	if (asked->why && !take_edited(writing, asked, arena, job, statement, diags))
		return false;
	job->n++;
	add_source(notice, arena, statement);
	return true;
}

static bool is_redrafted(const struct writing_job *job, const char *lang)
{
	for (size_t i = 0; i < job->n; i++)
		if (strcmp(job->notices[i].lang, lang) == 0)
			return true;
	return false;
}

/* Languages that go out together may have been drafted at different times. */
static void warn_promises(const struct session *s, struct writing_job *job, const struct statement *standing, size_t n,
                          struct arena *arena)
{
	char when[ZONE_BUFFER];
	for (size_t i = 0; i < n; i++) {
		int32_t at = promise_drafted(s->ledger, job->act.refs[0], standing[i].lang);
		if (is_redrafted(job, standing[i].lang) || at == job->act.at)
			continue;
		texts_add(&job->notices[0].warnings,
		          at == STATE_NEVER
		              ? arena_printf(arena, "the %s draft promises no next word", standing[i].lang)
		              : arena_printf(arena, "the %s draft promises the next word by %s: the earliest counts",
		                             standing[i].lang, zone_friendly(s->world->zone, s->world->t0 + at, when)),
		          arena);
	}
}

/* Beside the languages whose draft stands: they go out together. */
static void compare(struct writing *writing, struct writing_job *job, struct arena *arena, struct diags *diags)
{
	const struct session *s = writing->session;
	const struct statement *standing;
	const struct phrases *phrases = drafting_phrases(writing->drafting, "en", diags);
	size_t n = approval_draft(s->ledger, s->world, job->act.refs[0], arena, &standing), all = job->n;
	struct statement *together = arena_alloc(arena, (n + job->n) * sizeof *together);
	if (!phrases || job->n == 0)
		return;
	warn_promises(s, job, standing, n, arena);
	memcpy(together, job->act.statements, job->n * sizeof *together);
	for (size_t i = 0; i < n; i++)
		if (!is_redrafted(job, standing[i].lang))
			together[all++] = standing[i];
	unison_find(s->world, together, all, phrases, arena, &job->notices[0].warnings);
	struct shape_texts langs = {NULL, 0};
	for (size_t i = 0; i < all; i++)
		texts_add(&langs, together[i].lang, arena);
	unison_owed(&job->notices[0].owed, &langs, phrases, arena, &job->notices[0].warnings);
}

/* No path stands in a journal: a file is recorded by its name. */
static const char *cause_of(const struct act *asked, struct arena *arena)
{
	const char *slash = asked->why ? strrchr(asked->why, '/') : NULL;
	const char *at = slash && asked->cause ? strstr(asked->cause, asked->why) : NULL;
	return at ? arena_printf(arena, "%.*s%s", (int)(at - asked->cause), asked->cause, slash + 1) : asked->cause;
}

/* As the first language says that says so: they are drafted at the same time. */
static int32_t promised(const struct writing *writing, const struct writing_job *job)
{
	for (size_t i = 0; i < job->n; i++)
		if (job->notices[i].next != MATTER_NEVER)
			return (int32_t)(job->notices[i].next - world_of(writing)->t0);
	return STATE_NEVER;
}

bool writing_draft(struct writing *writing, const struct act *asked, struct arena *arena, struct writing_job *job,
                   struct diags *diags)
{
	size_t refused = diags->refused;
	*job = (struct writing_job){.act = *asked};
	if (!writing_letters(writing, diags))
		return false;
	struct shape_texts spoken = drafting_spoken(writing->drafting, asked->text);
	const struct letter *letter = drafting_letter(
	    writing->drafting, asked->text, spoken.n && !texts_have(&spoken, "en") ? spoken.v[0] : "en", diags);
	if (!letter)
		return false;
	struct shape_texts langs = languages(writing, asked, letter->kind, arena, &job->notes);
	if (!may_edit(asked, &langs, diags))
		return false;
	struct matter *matter = gather_matter(writing->session, arena);
	matter->now = world_of(writing)->t0 + asked->t;
	job->matter = matter;
	job->notices = arena_alloc(arena, langs.n * sizeof *job->notices);
	struct statement *statements = arena_alloc(arena, langs.n * sizeof *statements);
	for (size_t i = 0; i < langs.n; i++)
		write_one(writing, asked, langs.v[i], arena, job, &statements[i], diags);
	job->act = (struct act){.kind = ACT_DRAFT,
	                        .t = asked->t,
	                        .refs = {names_find(&world_of(writing)->names, NAMES_NOTICE, letter->kind)},
	                        .nrefs = 1,
	                        .at = promised(writing, job),
	                        .statements = statements,
	                        .nstatements = job->n,
	                        .by = asked->by,
	                        .who = asked->who,
	                        .cause = cause_of(asked, arena)};
	compare(writing, job, arena, diags);
	return diags->refused == refused;
}

void writing_done(struct writing_job *job)
{
	text_free(&job->notes);
}
