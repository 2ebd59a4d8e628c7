#include "desk/drafting.h"

#include "base/path.h"
#include "content/texts.h"
#include "desk/layout.h"
#include "desk/shelf.h"

#include <string.h>

struct drafting {
	struct arena *arena;
	const struct world *world;
	struct shape_texts languages, regimes;
	const struct advice *advice;
	const struct overclaim *overclaim;
	const struct phrases *english;
	struct drafting_words {
		const char *lang;
		const struct phrases *phrases;
	} * words;
	const struct letter **letters;
	size_t nwords, nletters;
};

/* The only name that begins so; NULL. */
static const char *begun(const char *beginning, const struct shape_texts *names)
{
	const char *found = NULL;
	for (size_t i = 0; *beginning && i < names->n; i++)
		if (strncmp(names->v[i], beginning, strlen(beginning)) == 0) {
			if (found)
				return NULL;
			found = names->v[i];
		}
	return found;
}

/* Told at a name that somebody typed. */
static void tell_unknown(const char *what, const char *name, const struct shape_texts *known, struct diags *diags)
{
	diag_error(diags, (struct diag_place){.file = arena_dup(diags->arena, name)}, "%s; there are: %s", what,
	           known->n ? texts_joined(known, diags->arena) : "none");
	const char *near = diag_nearest(name, known->v, known->n);
	near = near ? near : begun(name, known);
	if (near)
		diag_hint(diags, "did you mean \"%s\"?", near);
}

/* Opening -------------------------------------------------------------------------------------------------------- */

/* "playbooks/regimes/kr-pipa.yaml" holds kr-pipa. */
static struct shape_texts regimes_of(const struct world *world, struct arena *arena)
{
	struct shape_texts ids = {NULL, 0};
	for (size_t i = 0; i < world->sources.nregimes; i++) {
		const char *base = path_name(world->sources.regimes[i].name);
		texts_add(&ids, arena_ndup(arena, base, strcspn(base, ".")), arena);
	}
	return ids;
}

static const struct file *read_file(struct drafting *d, const char *name, struct diags *diags)
{
	struct file *file = arena_alloc(d->arena, sizeof *file);
	size_t refused = diags->refused;
	if (layout_file(name, d->arena, diags, file))
		return file;
	if (diags->refused == refused)
		diag_error(diags, (struct diag_place){.file = name}, "no such file in comms-templates");
	return NULL;
}

/* Another language's texts may be missing: English stands in for them, with a warning in each notice. */
static const struct advice *read_advice(struct drafting *d, struct diags *diags)
{
	const char *lang = "en";
	const struct shape_texts english = {&lang, 1};
	const struct shape_reader reader = {d->arena, diags, "en"};
	const struct file *file = read_file(d, "advice.yaml", diags);
	return file ? advice_load(file, &english, &reader) : NULL;
}

struct drafting *drafting_open(const struct world *world, struct diags *diags)
{
	struct arena *arena = arena_new();
	struct drafting *d = arena_alloc(arena, sizeof *d);
	*d = (struct drafting){.arena = arena, .world = world};
	d->languages = layout_languages("letters", arena);
	d->regimes = regimes_of(world, arena);
	d->advice = read_advice(d, diags);
	d->english = layout_words("letters", "en", NULL, arena, diags);
	if (d->advice && d->english)
		return d;
	drafting_free(d);
	return NULL;
}

void drafting_free(struct drafting *drafting)
{
	if (drafting)
		arena_free(drafting->arena);
}

/* What there is -------------------------------------------------------------------------------------------------- */

struct shape_texts drafting_languages(struct drafting *d)
{
	return d->languages;
}

/* "customer-holding.en": a name and one of the languages; a page of a report has neither. */
static bool is_letter(const struct drafting *d, const char *stem, size_t *len)
{
	const char *dot = strchr(stem, '.');
	*len = dot ? (size_t)(dot - stem) : 0;
	return *len && texts_have(&d->languages, dot + 1);
}

struct shape_texts drafting_names(struct drafting *d)
{
	struct shape_texts stems = shelf_names("letters", d->arena), names = {NULL, 0};
	size_t len;
	for (size_t i = 0; i < stems.n; i++) {
		if (!is_letter(d, stems.v[i], &len))
			continue;
		texts_add_once(&names, arena_ndup(d->arena, stems.v[i], len), d->arena);
	}
	return names;
}

struct shape_texts drafting_spoken(struct drafting *d, const char *name)
{
	struct shape_texts stems = shelf_names("letters", d->arena), spoken = {NULL, 0};
	size_t len;
	for (size_t i = 0; i < stems.n; i++)
		if (is_letter(d, stems.v[i], &len) && strlen(name) == len && strncmp(name, stems.v[i], len) == 0)
			texts_add(&spoken, stems.v[i] + len + 1, d->arena);
	return spoken;
}

struct shape_texts drafting_asked(const struct drafting *d, const char *kind)
{
	const struct shape_list *comms = &d->world->playbook->comms;
	for (size_t i = 0; i < comms->n; i++) {
		const struct playbook_comms *row = &((const struct playbook_comms *)comms->v)[i];
		if (strcmp(row->notice, kind) == 0)
			return row->languages;
	}
	return (struct shape_texts){NULL, 0};
}

const struct advice *drafting_advice(const struct drafting *d)
{
	return d->advice;
}

const struct overclaim *drafting_overclaim(struct drafting *d, struct diags *diags)
{
	const struct shape_reader reader = {d->arena, diags, "en"};
	const struct file *file = d->overclaim ? NULL : read_file(d, "overclaims.yaml", diags);
	if (file)
		d->overclaim = overclaim_load(file, &reader);
	return d->overclaim;
}

/* Reading -------------------------------------------------------------------------------------------------------- */

const struct phrases *drafting_phrases(struct drafting *d, const char *lang, struct diags *diags)
{
	if (strcmp(lang, "en") == 0)
		return d->english;
	for (size_t i = 0; i < d->nwords; i++)
		if (strcmp(d->words[i].lang, lang) == 0)
			return d->words[i].phrases;
	if (!texts_have(&d->languages, lang)) {
		tell_unknown("notices have no words in this language", lang, &d->languages, diags);
		return NULL;
	}
	const struct phrases *phrases = layout_words("letters", lang, d->english, d->arena, diags);
	if (phrases)
		*(struct drafting_words *)arena_push(d->arena, &d->words, &d->nwords, sizeof *d->words) =
		    (struct drafting_words){arena_dup(d->arena, lang), phrases};
	return phrases;
}

const struct letter *drafting_take(struct drafting *d, const struct file *file, bool *fine, struct diags *diags)
{
	const struct shape_reader reader = {d->arena, diags, "en"};
	const struct letter_context context = {&d->world->names, &d->regimes, &d->languages, &reader};
	return letter_read(file, &context, fine);
}

static const struct letter *read_letter(struct drafting *d, const struct file *file, struct diags *diags)
{
	bool fine;
	const struct letter *letter = drafting_take(d, file, &fine, diags);
	if (fine)
		*(const struct letter **)arena_push(d->arena, &d->letters, &d->nletters, sizeof letter) = letter;
	return fine ? letter : NULL;
}

static void tell_missing(struct drafting *d, const char *name, const char *lang, struct diags *diags)
{
	struct shape_texts names = drafting_names(d), spoken = drafting_spoken(d, name);
	if (!texts_have(&names, name))
		tell_unknown("no such notice", name, &names, diags);
	else if (!texts_have(&d->languages, lang))
		tell_unknown("notices have no words in this language", lang, &d->languages, diags);
	else
		tell_unknown(arena_printf(diags->arena, "%s is not there in this language", name), lang, &spoken,
		             diags);
}

const struct letter *drafting_letter(struct drafting *d, const char *name, const char *lang, struct diags *diags)
{
	for (size_t i = 0; i < d->nletters; i++)
		if (strcmp(d->letters[i]->name, name) == 0 && strcmp(d->letters[i]->lang, lang) == 0)
			return d->letters[i];
	struct file file;
	size_t refused = diags->refused;
	const char *whole = arena_printf(d->arena, "%s.%s.mustache", name, lang);
	if (!strchr(whole, '/') && layout_file(whole, d->arena, diags, &file))
		return read_letter(d, &file, diags);
	if (diags->refused == refused)
		tell_missing(d, name, lang, diags);
	return NULL;
}

bool drafting_write(struct drafting *d, const struct matter *matter, const char *name, const char *lang,
                    struct arena *arena, struct notice *out, struct diags *diags)
{
	const struct letter *letter = drafting_letter(d, name, lang, diags);
	const struct phrases *phrases = letter ? drafting_phrases(d, lang, diags) : NULL;
	struct notice_kit kit = {matter, phrases, d->advice, phrases ? letter->lang : NULL};
	return phrases && notice_write(letter, &kit, arena, out, diags);
}
