#include "desk/proofread.h"

#include "desk/boast.h"
#include "desk/dateline.h"
#include "desk/denial.h"
#include "desk/figure.h"
#include "desk/layout.h"
#include "desk/occasion.h"
#include "desk/privacy.h"
#include "desk/readability.h"
#include "desk/reading.h"
#include "desk/worn.h"

#include <string.h>

/* ---- what is our own text: a name, a law, a label, a verified sentence, advice ---- */

static bool has_figure(const char *s)
{
	return s && strpbrk(s, "0123456789") != NULL;
}

static void know_figures(struct sheet *sheet, const char *s)
{
	if (has_figure(s))
		sheet_mark_known(sheet, s);
}

static void know_laws(struct sheet *sheet)
{
	const struct world *world = sheet->matter->world;
	for (size_t i = 0; i < world->nregimes; i++) {
		const struct regime *r = world->regimes[i];
		const struct regime_duty *duties[] = {&r->duties.authority, &r->duties.individuals};
		know_figures(sheet, r->name);
		know_figures(sheet, r->authority.name);
		for (size_t k = 0; k < 2; k++) {
			know_figures(sheet, duties[k]->law);
			know_figures(sheet, duties[k]->when);
		}
	}
	for (size_t i = 0; i < world->ndeadlines; i++) {
		know_figures(sheet, world->deadlines[i].law);
		know_figures(sheet, world->deadlines[i].party);
	}
}

static void know_company(struct sheet *sheet)
{
	const struct playbook_system *systems = sheet->matter->world->playbook->systems.v;
	know_figures(sheet, sheet->matter->company);
	for (size_t i = 0; i < sheet->matter->world->playbook->systems.n; i++)
		know_figures(sheet, systems[i].name);
	know_figures(sheet, sheet->matter->hold.reason);
}

/* What was searched, and over which time, as a notice in this language has it. */
static void know_search(struct sheet *sheet, const struct matter_proof *proof)
{
	static const char *const keys[] = {"against", "over"};
	for (size_t i = 0; proof->words && i < 2; i++) {
		const struct yml *said = yml_get(proof->words, keys[i]);
		know_figures(sheet, said ? yml_in(said, sheet->lang) : NULL);
	}
	know_figures(sheet, proof->source);
	know_figures(sheet, proof->over);
}

/* A verified text stands for itself, whatever it says: its numbers prove nothing beside it. */
static void know_facts(struct sheet *sheet)
{
	const struct matter *m = sheet->matter;
	for (size_t i = 0; i < m->nfacts; i++) {
		const struct matter_fact *f = &m->facts[i];
		if (matter_proved(f))
			know_figures(sheet, yml_in(f->label, sheet->lang));
		know_search(sheet, &f->proof);
		const char *words =
		    f->kind == STORY_TEXT && matter_proved(f) ? yml_in(f->value.words, sheet->lang) : NULL;
		if (sheet_mark_known(sheet, words))
			sheet_add(sheet, &(struct statement_value){(int32_t)i, NAMES_NONE, NAMES_NONE, SHAPE_UNSET,
			                                           f->proof.turn, words, NULL});
	}
	for (size_t i = 0; i < m->nclocks; i++)
		know_figures(sheet, m->clocks[i].reason);
}

/* A correction quotes what was said and is not so: what nothing backed as it stood, a deed in its public wording, too.
 */
static void know_quoted(struct sheet *sheet, const char *words)
{
	if (words)
		sheet_mark_known(sheet, arena_printf(sheet->arena, "\"%s\"", words));
}

static void know_said(struct sheet *sheet, const struct matter_said *said)
{
	const struct vocabulary *vocabulary = sheet->matter->world->vocabulary;
	if (said->fact != NAMES_NONE)
		sheet_mark_known(sheet, said->value.words ? yml_in(said->value.words, sheet->lang) : NULL);
	if (said->fact != NAMES_NONE || (said->action == NAMES_NONE && said->moment != NAMES_NONE))
		return;
	know_quoted(sheet, said->text);
	if (said->action != NAMES_NONE)
		know_quoted(sheet, vocabulary_public(vocabulary_action(vocabulary, said->action), sheet->lang));
}

static void know_words(struct sheet *sheet)
{
	const struct matter *m = sheet->matter;
	for (size_t i = 0; i < m->nwords; i++)
		for (size_t k = 0; k < m->words[i].nsaid; k++)
			know_said(sheet, &m->words[i].said[k]);
}

static void know_advice(struct sheet *sheet, const struct advice *advice)
{
	const struct advice_category *categories = advice ? advice->categories.v : NULL;
	for (size_t i = 0; advice && i < advice->categories.n; i++) {
		sheet_mark_known(sheet, yml_in(categories[i].harm, sheet->lang));
		for (size_t k = 0; k < categories[i].steps->n; k++)
			sheet_mark_known(sheet, yml_in(categories[i].steps->pairs[k].value, sheet->lang));
	}
	const struct advice_remedy *remedies = advice ? advice->remedies.v : NULL;
	for (size_t i = 0; advice && i < advice->remedies.n; i++)
		sheet_mark_known(sheet, yml_in(remedies[i].text, sheet->lang));
}

static void know(struct sheet *sheet, const struct advice *advice)
{
	know_laws(sheet);
	know_company(sheet);
	know_facts(sheet);
	know_words(sheet);
	know_advice(sheet, advice);
}

static const struct file *read_page(const char *name, struct arena *arena, struct diags *diags)
{
	struct file *file = arena_alloc(arena, sizeof *file);
	size_t refused = diags->refused;
	if (layout_file(name, arena, diags, file))
		return file;
	if (diags->refused == refused)
		diag_error(diags, (struct diag_place){.file = name}, "no such file in comms-templates");
	return NULL;
}

bool proofread_open(struct proofread *proofread, const struct matter *matter, struct arena *arena, struct diags *diags)
{
	const char *lang = "en";
	const struct shape_texts english = {&lang, 1};
	const struct shape_reader reader = {arena, diags, "en"};
	const struct file *phrases = read_page("overclaims.yaml", arena, diags);
	const struct file *advice = read_page("advice.yaml", arena, diags);
	*proofread = (struct proofread){.matter = matter};
	proofread->overclaim = phrases ? overclaim_load(phrases, &reader) : NULL;
	proofread->advice = advice ? advice_load(advice, &english, &reader) : NULL;
	return proofread->overclaim && proofread->advice;
}

bool proofread_file(const struct proofread *proofread, const struct file *file, struct arena *arena,
                    struct diags *diags, struct text *notes, struct statement *values)
{
	size_t refused = diags->refused;
	const struct prose *prose = reading_open(file, arena, diags);
	struct sheet sheet = {.prose = prose,
	                      .matter = proofread->matter,
	                      .arena = arena,
	                      .diags = diags,
	                      .notes = notes,
	                      .values = values};
	sheet.lang = proofread->lang ? proofread->lang : reading_language(prose);
	sheet_prepare(&sheet);
	const struct overclaim_language *language = overclaim_language(proofread->overclaim, sheet.lang);
	dateline_read(&sheet, proofread->overclaim);
	know(&sheet, proofread->advice);
	privacy_check(&sheet);
	boast_check(&sheet, language);
	denial_check(&sheet, language, proofread->advice);
	struct backing backing = backing_of(proofread->matter, &sheet.times, arena);
	figure_check(&sheet, &backing, proofread->overclaim);
	occasion_check(&sheet, language);
	worn_check(&sheet, language, proofread->advice);
	if (notes && strcmp(sheet.lang, "en") == 0)
		readability_note(prose, notes);
	return diags->refused == refused;
}
