#include "desk/templates.h"

#include "base/path.h"
#include "base/sms.h"
#include "content/dossier.h"
#include "content/overclaim.h"
#include "content/tag.h"
#include "content/texts.h"
#include "desk/drafting.h"
#include "desk/layout.h"
#include "desk/origin.h"
#include "desk/unbacked.h"
#include "exercise/setting.h"

#include <string.h>

enum { SMS_MOST = 3, CUSTOMERS = 1000 };

static const char example[] = "facts.example.yaml";

/* The stage: facts.example.yaml, with customers under every law -----------------------------------------------------
 */

struct stage {
	struct arena *arena;
	struct diags *diags;
	const char *playbook;
	struct shelf_set set, lent; /* the playbook, and what is left of it where a company has none of its own */
	struct drafting *drafting;
	const struct dossier *dossier;
	struct matter *full;
	struct matter late; /* every time is over, what was corrected is withdrawn, and nothing is asked for any more */
	struct matter empty; /* the same facts, nothing known of any, and nobody named */
};

static bool set_up(struct stage *stage, const struct shape_counts *customers, bool lent)
{
	struct playbook_company company = stage->dossier->company;
	if (customers)
		company.customers = *customers;
	const struct shelf_choice choice = {.playbook = stage->playbook,
	                                    .t0 = stage->dossier->now,
	                                    .starts = stage->dossier->starts,
	                                    .company = &company,
	                                    .lent = lent};
	return shelf_open(&choice, stage->diags, lent ? &stage->lent : &stage->set);
}

/* One country for each law on the shelf. */
static bool invite_everybody(struct stage *stage)
{
	const struct shape_reader reader = {stage->arena, stage->diags, "en"};
	struct shape_counts customers = {NULL, 0};
	if (!set_up(stage, NULL, false))
		return false;
	const struct world_sources *sources = &stage->set.world->sources;
	for (size_t i = 0; i < sources->nregimes; i++) {
		struct file file = sources->regimes[i];
		file.name = arena_dup(stage->arena, file.name);
		file.bytes = arena_ndup(stage->arena, file.bytes, file.len);
		const struct regime *regime = regime_load(&file, &reader);
		bool again = !regime;
		for (size_t k = 0; regime && k < customers.n; k++)
			again = again || strcmp(customers.v[k].key, regime->countries.v[0]) == 0;
		if (!again)
			*(struct shape_count *)arena_push(stage->arena, &customers.v, &customers.n,
			                                  sizeof *customers.v) =
			    (struct shape_count){regime->countries.v[0], CUSTOMERS};
	}
	shelf_close(&stage->set);
	return set_up(stage, &customers, false) && set_up(stage, &customers, true);
}

static struct matter made_late(const struct matter *full, struct arena *arena)
{
	struct matter late = *full;
	late.facts = arena_alloc(arena, full->nfacts * sizeof *late.facts);
	late.clocks = arena_alloc(arena, full->nclocks * sizeof *late.clocks);
	for (size_t i = 0; i < full->nfacts; i++) {
		late.facts[i] = full->facts[i];
		late.facts[i].asked = false;
		if (full->facts[i].corrected)
			late.facts[i].standing = MATTER_WITHDRAWN;
	}
	for (size_t i = 0; i < full->nclocks; i++)
		late.clocks[i] = (struct matter_clock){
		    .deadline = full->clocks[i].deadline, .due = full->now - 1, .notified = MATTER_NEVER};
	return late;
}

static struct matter emptied(const struct matter *full, const struct world *lent, struct arena *arena)
{
	struct matter empty = *full;
	empty.world = lent;
	empty.contact = NULL;
	empty.ndeeds = empty.nwords = 0;
	empty.next_update = MATTER_NEVER;
	empty.facts = arena_alloc(arena, full->nfacts * sizeof *empty.facts);
	empty.nclocks = lent->ndeadlines;
	empty.clocks = arena_alloc(arena, empty.nclocks * sizeof *empty.clocks);
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		empty.moments[i] = MATTER_NEVER;
	for (size_t i = 0; i < full->nfacts; i++) {
		empty.facts[i] = full->facts[i];
		empty.facts[i].standing = MATTER_UNHEARD;
	}
	for (size_t i = 0; i < empty.nclocks; i++)
		empty.clocks[i] =
		    (struct matter_clock){.deadline = (int)i, .due = MATTER_NEVER, .notified = MATTER_NEVER};
	return empty;
}

static bool stage_open(struct stage *stage, const char *playbook, struct diags *diags)
{
	*stage = (struct stage){.arena = arena_new(), .diags = diags, .playbook = playbook};
	const struct shape_reader reader = {stage->arena, diags, "en"};
	struct file *file = arena_alloc(stage->arena, sizeof *file);
	size_t refused = diags->refused;
	if (layout_file(example, stage->arena, diags, file))
		stage->dossier = dossier_load(file, 0, &reader);
	else if (diags->refused == refused)
		diag_error(diags, (struct diag_place){.file = example}, "no such file in comms-templates");
	if (!stage->dossier || !invite_everybody(stage))
		return false;
	stage->full = dossier_matter(stage->dossier, stage->set.world, &reader);
	stage->drafting = stage->full ? drafting_open(stage->set.world, diags) : NULL;
	if (!stage->drafting)
		return false;
	stage->late = made_late(stage->full, stage->arena);
	stage->empty = emptied(stage->full, stage->lent.world, stage->arena);
	return true;
}

static void stage_close(struct stage *stage)
{
	drafting_free(stage->drafting);
	shelf_close(&stage->set);
	shelf_close(&stage->lent);
	arena_free(stage->arena);
}

/* What a law asks for, and by which names a template says it ---------------------------------------------------------
 */

static const struct content {
	const char *code;
	const char *names[6];
} contents[] = {
    {"WHAT", {"what", "happened"}},
    {"WHEN", {"when", "happened", "moments.occurred"}},
    {"HOW", {"how", "happened"}},
    {"N", {"people", "counts"}},
    {"CAT", {"data"}},
    {"HARM", {"harm"}},
    {"ACT", {"actions", "chronology"}},
    {"PREV", {"prevention"}},
    {"DO", {"advice", "urgent"}},
    {"CON", {"company.contact", "contacts", "lead"}},
    {"REM", {"remedy"}},
    {"LATE", {"late"}},
    {"CHR", {"chronology"}},
    {"PLAN", {"plan"}},
};

static bool is_name(const struct tag_piece *tag, const char *name)
{
	size_t len = strlen(name);
	return tag->len >= len && strncmp(tag->bytes, name, len) == 0 && (tag->len == len || tag->bytes[len] == '.');
}

static bool names_any(const struct letter *letter, const struct content *content)
{
	struct tag_reader reader = tag_reader(&letter->file);
	struct diags ignored;
	bool found = false;
	diags_init(&ignored);
	for (struct tag tag = tag_next(&reader, &ignored); tag.kind != TAG_END && !found;
	     tag = tag_next(&reader, &ignored))
		for (size_t i = 0; tag.kind != TAG_NOTHING && tag.kind != TAG_CLOSE && content->names[i]; i++)
			found = found || is_name(&tag.name, content->names[i]);
	diags_free(&ignored);
	return found;
}

static void check_content(const struct letter *letter, const char *code, struct diags *diags)
{
	const struct content *content = contents, *end = contents + sizeof contents / sizeof *contents;
	while (content < end && strcmp(content->code, code) != 0)
		content++;
	if (content == end || names_any(letter, content)) /* an unknown code is told already */
		return;
	struct shape_texts names = {(const char **)content->names, 0};
	while (content->names[names.n])
		names.n++;
	diag_error(diags, shape_place(letter->entry.node, texts_have(&letter->requires, code) ? "requires" : "regime"),
	           "%s is asked for, and nothing here says it: %s%s", code, names.n > 1 ? "one of " : "",
	           texts_joined(&names, diags->arena));
}

/* Reasons for a delay are asked for whenever there may be one. */
static void check_contents(const struct stage *stage, const struct letter *letter, struct diags *diags)
{
	const struct regime *law = setting_regime(stage->full, letter->regime);
	struct shape_texts asked = notice_contents(letter, stage->full, stage->arena);
	for (size_t i = 0; i < asked.n; i++)
		check_content(letter, asked.v[i], diags);
	if (law && texts_have(&law->duties.authority.contents, "LATE") && !texts_have(&asked, "LATE"))
		check_content(letter, "LATE", diags);
}

/* Languages ------------------------------------------------------------------------------------------------------ */

static const struct vocabulary_notice *kind_of(const struct stage *stage, const struct letter *letter)
{
	const struct world *world = stage->set.world;
	return vocabulary_notice(world->vocabulary, names_find(&world->names, NAMES_NOTICE, letter->kind));
}

static void warn_languages(const struct letter *letter, const struct shape_texts *lacking, const char *who,
                           struct diags *diags)
{
	if (lacking->n)
		diag_warn(diags, (struct diag_place){.file = letter->file.name}, "%s is not there in %s, which %s",
		          letter->name, texts_joined(lacking, diags->arena), who);
}

/* All languages that any letter of the kind is there in: a form for each law may be in that law's language only. */
static struct shape_texts spoken(const struct stage *stage, const char *kind)
{
	struct shape_texts names = drafting_names(stage->drafting), all = {NULL, 0};
	struct diags theirs;
	diags_init(&theirs);
	for (size_t i = 0; i < names.n; i++) {
		struct shape_texts langs = drafting_spoken(stage->drafting, names.v[i]);
		const struct letter *letter = drafting_letter(stage->drafting, names.v[i], langs.v[0], &theirs);
		for (size_t k = 0; letter && strcmp(letter->kind, kind) == 0 && k < langs.n; k++)
			texts_add_once(&all, langs.v[k], stage->arena);
	}
	diags_free(&theirs);
	return all;
}

/* Told once, with the first of a letter's languages. */
static void check_languages(const struct stage *stage, const struct letter *letter, struct diags *diags)
{
	const struct vocabulary_notice *kind = kind_of(stage, letter);
	struct shape_texts own = drafting_spoken(stage->drafting, letter->name), lacking = {NULL, 0};
	struct shape_texts all = drafting_languages(stage->drafting),
	                   asked = drafting_asked(stage->drafting, letter->kind);
	struct shape_texts there = spoken(stage, letter->kind);
	if (own.n && strcmp(own.v[0], letter->lang) != 0)
		return;
	for (size_t i = 0; strcmp(kind->audience, "customers") == 0 && i < all.n; i++)
		if (!texts_have(&own, all.v[i]) && strcmp(all.v[i], letter->lang) != 0)
			texts_add(&lacking, all.v[i], stage->arena);
	warn_languages(letter, &lacking, "customers read", diags);
	struct shape_texts more = {NULL, 0};
	for (size_t i = 0; i < asked.n; i++)
		if (!texts_have(&there, asked.v[i]) && !texts_have(&own, asked.v[i]) &&
		    !texts_have(&lacking, asked.v[i]) && strcmp(asked.v[i], letter->lang) != 0)
			texts_add(&more, asked.v[i], stage->arena);
	warn_languages(letter, &more, "the playbook asks for", diags);
}

/* A letter ------------------------------------------------------------------------------------------------------- */

/* A character as it stands in the text. */
static const char *character(const char *at, struct arena *arena)
{
	const char *end = at;
	text_next(&end);
	return arena_ndup(arena, at, (size_t)(end - at));
}

static void check_sms(const struct notice *notice, struct diags *diags, struct text *out)
{
	struct sms sms = sms_count(notice->text, strlen(notice->text) - 1); /* without the newline at its end */
	const char *why = sms.forced_by ? arena_printf(diags->arena, ", because of \"%s\"",
	                                               character(notice->text + sms.forced_at, diags->arena))
	                                : "";
	if (sms.segments > SMS_MOST)
		diag_error(diags, (struct diag_place){.file = notice->letter->file.name},
		           "%zu SMS with the facts of %s; at most %d%s", sms.segments, example, SMS_MOST, why);
	else
		text_addf(out, "%zu SMS with the facts of %s (%s%s)\n", sms.segments, example,
		          sms.wide ? "UCS-2" : "GSM-7", why);
}

/* Where the letter's file has the words that `message` quotes; they may come from a value. */
static struct diag_place place_of(const struct notice *notice, const char *message)
{
	struct diag_place place = {.file = notice->letter->file.name};
	for (size_t i = 0; i < notice->nunbacked; i++) {
		const char *words = notice->unbacked[i].text, *bytes = notice->letter->file.bytes;
		const char *quoted = arena_printf(notice->matter->arena, "\"%s\"", words);
		const char *at = strstr(message, quoted) ? strstr(bytes, words) : NULL;
		if (!at)
			continue;
		place.line = place.col = 1;
		for (const char *s = bytes; s < at; text_next(&s)) {
			place.col = *s == '\n' ? 1 : place.col + 1;
			place.line += *s == '\n';
		}
		return place;
	}
	return place;
}

/* What a letter was written with is held against the facts that it is filled from here. */
static void check_backed(const struct stage *stage, struct notice *notice, struct diags *diags)
{
	size_t before = notice->warnings.n;
	if (!unbacked_find(stage->drafting, notice, stage->arena, diags))
		return;
	for (size_t i = before; i < notice->warnings.n; i++)
		diag_error(diags, place_of(notice, notice->warnings.v[i]), "%s (filled from %s)", notice->warnings.v[i],
		           example);
}

/* Filled from much, too late, and from nothing: each way meets names that the others do not. */
static void fill(struct stage *stage, const struct letter *letter, struct diags *diags, struct text *out)
{
	const struct matter *matters[] = {stage->full, &stage->late, &stage->empty};
	for (size_t i = 0; i < sizeof matters / sizeof *matters; i++) {
		struct notice notice;
		struct notice_kit kit = {matters[i], drafting_phrases(stage->drafting, letter->lang, diags),
		                         drafting_advice(stage->drafting), letter->lang};
		bool written = kit.phrases && notice_write(letter, &kit, stage->arena, &notice, diags);
		if (written && i == 0)
			check_backed(stage, &notice, diags);
		if (written && i == 0 && letter->channel == VOCABULARY_SMS)
			check_sms(&notice, diags, out);
	}
}

static void check_letter(const struct file *file, const char *playbook, struct diags *diags, struct text *out)
{
	struct stage stage;
	const struct letter *letter = NULL;
	bool fine; /* its faults are told, and more are looked for */
	if (stage_open(&stage, playbook, diags))
		letter = drafting_take(stage.drafting, file, &fine, diags);
	if (letter) {
		struct shape_texts langs = drafting_spoken(stage.drafting, letter->name);
		text_addf(out, "%s, for %s; in %s\n", letter->kind,
		          letter->audience ? letter->audience : kind_of(&stage, letter)->audience,
		          langs.n ? texts_joined(&langs, diags->arena) : letter->lang);
		check_contents(&stage, letter, diags);
		check_languages(&stage, letter, diags);
		if (letter->regime && !setting_regime(stage.full, letter->regime))
			text_addf(out, "not filled in: %s is not in force on the day of %s\n", letter->regime, example);
		else
			fill(&stage, letter, diags, out);
	}
	stage_close(&stage);
}

/* Pages and words ------------------------------------------------------------------------------------------------ */

static bool find_partial(void *context, const char *name, struct file *out, struct diags *diags)
{
	struct arena *arena = context;
	return !strchr(name, '/') && layout_file(arena_printf(arena, "%s.mustache", name), arena, diags, out);
}

static void check_page(const struct file *file, struct diags *diags, struct text *out)
{
	const struct mustache_partials partials = {find_partial, diags->arena};
	(void)out;
	mustache_compile(file, MUSTACHE_STRICT, &partials, diags->arena, diags);
}

/* Over English, itself included: what that does not know is a key that nothing would say. */
static void check_words(const struct file *file, struct diags *diags, struct text *out)
{
	const char *base = path_name(file->name), *dot = strchr(base, '.');
	const char *stem = arena_ndup(diags->arena, base, (size_t)(dot - base));
	const struct phrases *below = layout_words(stem, "en", NULL, diags->arena, diags);
	(void)out;
	if (below)
		phrases_load(file, below, diags->arena, diags);
}

void templates_advice(const struct file *file, struct diags *diags, struct text *out)
{
	const struct shape_reader reader = {diags->arena, diags, "en"};
	struct shape_texts languages = layout_languages("letters", diags->arena);
	const struct advice *advice = advice_load(file, &languages, &reader);
	if (advice)
		text_addf(out, "%zu kinds of data, %zu remedies; in %s\n", advice->categories.n, advice->remedies.n,
		          texts_joined(&languages, diags->arena));
}

void templates_overclaims(const struct file *file, struct diags *diags, struct text *out)
{
	const struct shape_reader reader = {diags->arena, diags, "en"};
	const struct overclaim *overclaim = overclaim_load(file, &reader);
	size_t phrases = 0;
	for (size_t i = 0; overclaim && i < overclaim->languages.n; i++)
		phrases += ((const struct overclaim_language *)overclaim->languages.v)[i].phrases.n;
	if (overclaim)
		text_addf(out, "%zu worn or over-claiming phrases in %zu languages\n", phrases, overclaim->languages.n);
}

void templates_facts(const char *path, const char *playbook, struct diags *diags, struct text *out)
{
	struct origin origin;
	const struct origin_choice choice = {.facts = path, .playbook = playbook};
	size_t proved = 0;
	if (origin_open(&origin, &choice, diags)) {
		const struct matter *matter = origin.matter;
		for (size_t i = 0; i < matter->nfacts; i++)
			proved += matter_proved(&matter->facts[i]);
		text_addf(out, "%s of %s; %zu fact%s, %zu verified; %zu action%s\n",
		          matter->exercise ? "an exercise" : "an incident", matter->company, matter->nfacts,
		          matter->nfacts == 1 ? "" : "s", proved, matter->ndeeds, matter->ndeeds == 1 ? "" : "s");
	}
	origin_close(&origin);
}

/* By name -------------------------------------------------------------------------------------------------------- */

static bool is_words(const char *path)
{
	const char *base = path_name(path);
	return path_ends(base, ".yaml") && (strncmp(base, "words.", 6) == 0 || strncmp(base, "letters.", 8) == 0);
}

bool templates_knows(const char *path)
{
	return path_ends(path, ".mustache") || is_words(path);
}

/* Between its first two lines of ---. A page of the report may begin with these, too, and say other things there. */
static bool says_its_kind(const struct file *file)
{
	const char *kind = strstr(file->bytes, "\nkind:"), *end = strstr(file->bytes, "\n---");
	return strncmp(file->bytes, "---\n", 4) == 0 && kind && (!end || kind < end);
}

/* A page of the report may have two parts in its name like a letter, and no language. */
static bool is_letter(const struct file *file, struct arena *arena)
{
	const char *name, *lang;
	struct shape_texts languages = layout_languages("letters", arena);
	return says_its_kind(file) || (letter_split(file->name, arena, &name, &lang) && texts_have(&languages, lang));
}

void templates_check(const struct file *file, const char *playbook, struct diags *diags, struct text *out)
{
	if (is_words(file->name))
		check_words(file, diags, out);
	else if (is_letter(file, diags->arena))
		check_letter(file, playbook, diags, out);
	else
		check_page(file, diags, out);
}
