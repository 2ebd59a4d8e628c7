#include "desk/galley.h"

#include "base/mail.h"
#include "base/path.h"
#include "content/texts.h"
#include "desk/paper.h"
#include "desk/provenance.h"
#include "desk/remarks.h"
#include "desk/sending.h"
#include "desk/sentence.h"
#include "desk/wording.h"
#include "exercise/approval.h"
#include "exercise/gather.h"

#include <stdio.h>
#include <string.h>

enum { MARGIN = 3, COLUMNS = 72, FEW = 6 };

/* Files ----------------------------------------------------------------------------------------------------------- */

static enum rendition_format format_of(const struct letter *letter)
{
	return letter->channel == VOCABULARY_EMAIL ? RENDITION_MAIL : rendition_plain(letter);
}

/* "JOURNAL-EXERCISE-customer-holding.en" and `ending`; false when that is too long for a path. */
static bool path_of(const struct writing *writing, const struct rendition *rendition, const struct notice *notice,
                    const char *ending, char path[PAPER_PATH])
{
	struct text name = {0};
	size_t len = path_without(writing->journal, ".jsonl");
	rendition_name(rendition, notice, &name);
	const char *dot = ending ? strrchr(name.data, '.') : NULL;
	size_t kept = dot ? (size_t)(dot - name.data) : name.len;
	int wrote = snprintf(path, PAPER_PATH, "%.*s-%.*s%s", (int)(len % INT32_MAX), writing->journal, (int)kept,
	                     name.data, ending ? ending : "");
	text_free(&name);
	return wrote >= 0 && wrote < PAPER_PATH;
}

/* A page that is there in other words, somebody's perhaps, keeps its name. */
static void write_file(const char *path, const struct text *page, const struct paint *paint)
{
	char name[PAPER_PATH];
	struct diags diags;
	struct text shown = {0};
	diags_init(&diags);
	if (paper_unlike(path, page, name, &diags) && paper_write(name, page, &diags)) {
		paper_shown(name, &shown);
		paint_hang(paint, PAINT_PLAIN, "   ", "%s%s", shown.data,
		           strcmp(name, path) == 0 ? "" : " (an earlier one differs, and stays)");
	}
	diags_render(&diags, paint->out);
	diags_free(&diags);
	text_free(&shown);
}

static void write_page(const struct writing *writing, const struct rendition *rendition, const struct notice *notice,
                       const struct paint *paint)
{
	char path[PAPER_PATH];
	struct text page = {0};
	rendition_make(rendition, notice, &page);
	if (path_of(writing, rendition, notice, NULL, path))
		write_file(path, &page, paint);
	text_free(&page);
}

static void write_proof(const struct writing *writing, const struct rendition *rendition, const struct notice *notice,
                        const struct paint *paint)
{
	char path[PAPER_PATH];
	struct text page = {0};
	provenance_write(rendition, notice, &page);
	if (path_of(writing, rendition, notice, "-proof.md", path))
		write_file(path, &page, paint);
	text_free(&page);
}

/* A mail has its words beside it as text, for whoever wants to change them. */
static void write_files(const struct writing *writing, struct rendition *rendition, const struct notice *notice,
                        bool proof, const struct paint *paint)
{
	rendition->format = format_of(notice->letter);
	rendition->columns = COLUMNS;
	write_page(writing, rendition, notice, paint);
	if (rendition->format == RENDITION_MAIL && proof) {
		rendition->format = RENDITION_TEXT;
		write_page(writing, rendition, notice, paint);
	}
	if (proof)
		write_proof(writing, rendition, notice, paint);
}

/* The screen --------------------------------------------------------------------------------------------------------
 */

static struct rendition rendition_of(struct writing *writing, const struct matter *matter, const char *lang,
                                     bool approved)
{
	struct diags diags;
	diags_init(&diags);
	const struct phrases *phrases = drafting_phrases(writing->drafting, lang, &diags);
	diags_free(&diags);
	return (struct rendition){.approved = approved, .phrases = phrases, .matter = matter};
}

static void show_text(const struct rendition *how, const struct notice *notice, const struct paint *paint)
{
	struct rendition rendition = *how;
	struct text page = {0};
	rendition.format = rendition_plain(notice->letter);
	rendition.columns = paint->columns - MARGIN;
	rendition_make(&rendition, notice, &page);
	for (const char *from = page.data, *end; from && *from; from = *end ? end + 1 : end) {
		char line[512];
		end = from + strcspn(from, "\n");
		snprintf(line, sizeof line, "%.*s", (int)(end - from), from);
		if (*line)
			paint_wrap(paint, PAINT_PLAIN, " | ", line);
		else
			text_add(paint->out, " |\n");
	}
	paint_gap(paint);
	text_free(&page);
}

/* What holds for several languages is told once. */
static void show_notes(const struct paint *paint, const struct writing_job *job, struct arena *arena)
{
	struct shape_texts told = {NULL, 0};
	for (size_t i = 0; i < job->n; i++)
		for (size_t k = 0; k < job->notices[i].warnings.n; k++)
			texts_add_once(&told, job->notices[i].warnings.v[k], arena);
	for (size_t i = 0; i < told.n; i++)
		paint_hang(paint, PAINT_AMBER, "", "Look at this: %s", told.v[i]);
}

static void show_lengths(struct writing *writing, const struct writing_job *job, const struct paint *paint)
{
	for (size_t i = 0; i < job->n && job->notices[0].letter->channel == VOCABULARY_SMS; i++) {
		struct rendition rendition = rendition_of(writing, job->matter, job->notices[i].lang, false);
		struct text lengths = {0};
		text_addf(&lengths, " %s.%s\n", job->notices[i].letter->name, job->notices[i].lang);
		remarks_sms(&rendition, &job->notices[i], &lengths);
		text_add_clean(paint->out, lengths.data);
		text_free(&lengths);
	}
}

static void show_sender(const struct writing_job *job, const struct paint *paint)
{
	if (job->notices[0].letter->channel == VOCABULARY_EMAIL && !mail_is_address(job->matter->contact))
		paint_hang(paint, PAINT_AMBER, "",
		           "Look at this: the mail has no sender: the company's contact is no single mail address.");
}

static void show_missing(const struct writing *writing, const struct paint *paint, const struct notice *notice)
{
	struct text names = {0};
	if (notice->missing.n && writing->words)
		sentence_contents(writing->words, &notice->missing, &names);
	if (notice->missing.n)
		paint_hang(paint, PAINT_RED, "", "Missing, though it is asked for: %s.",
		           names.len ? names.data : wording_list(&notice->missing, &names));
	text_free(&names);
}

static void show_unknown(const struct writing_job *job, const struct paint *paint, const struct notice *notice)
{
	struct text labels = {0};
	for (size_t i = 0; i < notice->unknown.n && i < FEW; i++) {
		int fact = matter_fact(job->matter, notice->unknown.v[i]);
		const char *label = fact == NAMES_NONE ? NULL : yml_in(job->matter->facts[fact].label, "en");
		text_addf(&labels, "%s%s", i ? "; " : "", label ? label : notice->unknown.v[i]);
	}
	if (notice->unknown.n > FEW)
		text_addf(&labels, "; and %zu more (facts lists them)", notice->unknown.n - FEW);
	if (labels.len)
		paint_hang(paint, PAINT_PLAIN, "", "Not verified, so not in it: %s.", labels.data);
	text_free(&labels);
}

void galley_show(struct writing *writing, const struct writing_job *job, const struct paint *paint)
{
	struct text approvals = {0};
	for (size_t i = 0; i < job->n; i++) {
		struct rendition rendition = rendition_of(writing, job->matter, job->notices[i].lang, false);
		if (i == 0)
			show_text(&rendition, &job->notices[i], paint);
	}
	show_lengths(writing, job, paint);
	show_notes(paint, job, job->matter->arena);
	show_sender(job, paint);
	if (job->notes.len)
		text_add_clean(paint->out, job->notes.data);
	show_missing(writing, paint, &job->notices[0]);
	show_unknown(job, paint, &job->notices[0]);
	sending_approvals(writing->session, job->act.refs[0], &approvals);
	paint_hang(paint, PAINT_BOLD, "", "To be approved by: %s.", approvals.len ? approvals.data : "nobody");
	paint_hang(paint, PAINT_PLAIN, "",
	           "Written, with the proof of every value. Changed one by hand? Bring it back:  draft %s %s from FILE",
	           job->act.statements[0].template, job->notices[0].lang);
	for (size_t i = 0; i < job->n; i++) {
		struct rendition rendition = rendition_of(writing, job->matter, job->notices[i].lang, false);
		write_files(writing, &rendition, &job->notices[i], true, paint);
	}
	text_free(&approvals);
}

/* Published ------------------------------------------------------------------------------------------------------- */

static void release(struct writing *writing, const struct matter *matter, const struct statement *statement,
                    const struct paint *paint)
{
	struct diags diags;
	diags_init(&diags);
	const struct letter *letter =
	    writing_letters(writing, &diags)
	        ? drafting_letter(writing->drafting, statement->template, statement->lang, &diags)
	        : NULL;
	if (letter) {
		struct notice notice = {
		    .letter = letter, .lang = statement->lang, .subject = statement->subject, .text = statement->text};
		struct rendition rendition = rendition_of(writing, matter, statement->lang, true);
		write_files(writing, &rendition, &notice, false, paint);
	}
	diags_render(&diags, paint->out);
	diags_free(&diags);
}

void galley_release(struct writing *writing, const struct event_turn *turn, const struct paint *paint)
{
	if (wording_drill(writing->session))
		return;
	struct arena *arena = arena_new();
	const struct matter *matter = NULL;
	for (size_t i = 0; i < turn->count; i++) {
		const struct event *event = &turn->events[i];
		if (event->kind != EVENT_PUBLISHED || !event->statement)
			continue;
		if (!matter)
			paint_hang(paint, PAINT_PLAIN, "", "As it goes out:");
		matter = matter ? matter : gather_matter(writing->session, arena);
		release(writing, matter, event->statement, paint);
	}
	arena_free(arena);
}

void galley_lacks(const struct writing *writing, int notice, struct text *out)
{
	const struct statement *drafts;
	struct arena *arena = arena_new();
	const struct session *s = writing->session;
	struct shape_texts missing = {0};
	size_t n = approval_draft(s->ledger, s->world, notice, arena, &drafts);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < drafts[i].missing.n; k++)
			texts_add_once(&missing, drafts[i].missing.v[k], arena);
	if (missing.n && writing->words)
		sentence_contents(writing->words, &missing, out);
	else if (missing.n)
		wording_list(&missing, out);
	arena_free(arena);
}

/* The menu -------------------------------------------------------------------------------------------------------- */

/* "legal, incident-lead" */
static void add_approvers(const struct session *s, int notice, struct text *out)
{
	int roles[APPROVAL_ROLES], n = approval_roles(s->world, notice, roles);
	for (int i = 0; i < n; i++)
		text_addf(out, "%s%s", i ? ", " : "", names_id(&s->world->names, NAMES_ROLE, roles[i]));
}

static void show_kind(const struct writing *writing, const struct paint *paint, const struct letter *letter, int notice)
{
	const struct session *s = writing->session;
	int32_t drafted = state_get(&s->state, STATE_NOTICE, notice, STATE_NOTICE_DRAFTED);
	int32_t published = state_get(&s->state, STATE_NOTICE, notice, STATE_NOTICE_AT);
	char when[WORDING_BUFFER], label[WORDING_BUFFER];
	struct text text = {0};
	text_addf(&text, "to %s; approvers: ", sending_audience(s->world, notice, letter->regime));
	add_approvers(s, notice, &text);
	if (drafted != STATE_NEVER)
		text_addf(&text, "; drafted %s", wording_when(s, drafted, when));
	if (published != STATE_NEVER)
		text_addf(&text, "; published %s", wording_when(s, published, when));
	snprintf(label, sizeof label, "   %-20s ", letter->name);
	paint_hang(paint, drafted == STATE_NEVER ? PAINT_PLAIN : PAINT_BOLD, label, "%s", text.data);
	text_free(&text);
}

/* A form for an authority whose law concerns nobody here is left out. */
static bool concerns(const struct world *world, const struct letter *letter)
{
	bool found = !letter->regime;
	for (size_t i = 0; i < world->nregimes; i++)
		found = found || strcmp(world->regimes[i]->id, letter->regime) == 0;
	return found;
}

void galley_menu(struct writing *writing, const struct paint *paint, struct diags *diags)
{
	if (!writing_letters(writing, diags))
		return;
	const struct world *world = writing->session->world;
	struct shape_texts names = drafting_names(writing->drafting);
	paint_hang(paint, PAINT_PLAIN, "", "What can be drafted, to whom it goes, and who has to approve it:");
	for (size_t i = 0; i < names.n; i++) {
		struct shape_texts spoken = drafting_spoken(writing->drafting, names.v[i]);
		const struct letter *letter =
		    spoken.n ? drafting_letter(writing->drafting, names.v[i], spoken.v[0], diags) : NULL;
		int notice = letter ? names_find(&world->names, NAMES_NOTICE, letter->kind) : NAMES_NONE;
		if (notice != NAMES_NONE && concerns(world, letter))
			show_kind(writing, paint, letter, notice);
	}
	paint_hang(paint, PAINT_PLAIN, "", "For example:  draft customer-holding,  draft customer-holding en zh");
}
