#include "desk/doubt.h"

#include "base/zone.h"
#include "content/advice.h"
#include "content/stated.h"
#include "content/texts.h"
#include "desk/layout.h"
#include "exercise/approval.h"

#include <string.h>

struct doubt {
	const struct dossier *dossier;
	const struct matter *matter;
	const struct yml *root;
	struct diags *diags;
	struct arena *arena;
};

static const struct stated *stated_at(const struct doubt *d, size_t i)
{
	return &((const struct stated *)d->dossier->facts.v)[i];
}

/* Words that notices know ---------------------------------------------------------------------------------------- */

static struct shape_texts keys_of(const struct yml *group, struct arena *arena)
{
	struct shape_texts keys = {NULL, 0};
	for (size_t i = 0; group && i < group->n; i++)
		texts_add(&keys, group->pairs[i].key, arena);
	return keys;
}

static void tell_unknown(const struct doubt *d, const struct yml *fact, const char *key, const char *word,
                         const struct shape_texts *known, const char *otherwise)
{
	diag_warn(d->diags, shape_place(fact, key), "\"%s\": no notice knows \"%.40s\"; %s %s", key, word, otherwise,
	          texts_joined(known, d->arena));
	const char *near = diag_nearest(word, known->v, known->n);
	if (near)
		diag_hint(d->diags, "did you mean \"%s\"?", near);
}

static struct shape_texts categories(const struct doubt *d)
{
	static const char *const english = "en";
	const struct shape_reader reader = {d->arena, d->diags, english};
	struct shape_texts langs = {NULL, 0}, known = {NULL, 0};
	struct file file;
	texts_add(&langs, english, d->arena);
	const struct advice *advice =
	    layout_file("advice.yaml", d->arena, d->diags, &file) ? advice_load(&file, &langs, &reader) : NULL;
	for (size_t i = 0; advice && i < advice->categories.n; i++)
		texts_add(&known, ((const struct advice_category *)advice->categories.v)[i].entry.id, d->arena);
	return known;
}

static void check_word(const struct doubt *d, const struct yml *fact, const char *key, const char *word,
                       const struct phrases *phrases, const struct yml *words)
{
	const struct shape_texts known = keys_of(yml_get(words, key), d->arena);
	if (word && !phrase_has(phrases, arena_printf(d->arena, "%s.%.40s", key, word)))
		tell_unknown(d, fact, key, word, &known, "it stays as it is in every language, unlike");
}

static void check_words(const struct doubt *d)
{
	const struct phrases *phrases = layout_words("letters", "en", NULL, d->arena, d->diags);
	const struct shape_texts kinds = categories(d);
	struct file file;
	const struct yml *words =
	    layout_file("letters.en.yaml", d->arena, d->diags, &file) ? yml_parse(&file, d->arena, d->diags) : NULL;
	for (size_t i = 0; phrases && words && i < d->matter->nfacts; i++) {
		const struct stated *s = stated_at(d, i);
		check_word(d, s->entry.node, "unit", s->unit, phrases, words);
		check_word(d, s->entry.node, "verb", s->verb, phrases, words);
		if (s->category && !texts_have(&kinds, s->category))
			tell_unknown(d, s->entry.node, "category", s->category, &kinds, "there is advice for");
	}
}

void doubt_categories(const struct story *story, struct diags *diags)
{
	const struct doubt d = {.diags = diags, .arena = diags->arena};
	const struct shape_texts kinds = categories(&d);
	for (size_t i = 0; kinds.n && i < story->nfacts; i++) {
		const struct fact *fact = &story->facts[i];
		if (fact->category && !texts_have(&kinds, fact->category))
			tell_unknown(&d, fact->entry.node, "category", fact->category, &kinds, "there is advice for");
	}
}

/* Languages ------------------------------------------------------------------------------------------------------ */

/* Countries that a language is easily called after. */
static const char *language_of(const char *country)
{
	static const char *const pairs[][2] = {{"kr", "ko"}, {"cn", "zh"}, {"tw", "zh"}, {"my", "ms"}, {"sg", "en"},
	                                       {"uk", "en"}, {"gb", "en"}, {"us", "en"}, {"jp", "ja"}};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (strcmp(pairs[i][0], country) == 0)
			return pairs[i][1];
	return NULL;
}

static void check_texts(const struct doubt *d, const struct shape_texts *known, const struct yml *texts)
{
	for (size_t i = 0; texts && texts->type == YML_MAP && i < texts->n; i++) {
		const struct yml_pair *pair = &texts->pairs[i];
		if (!pair->key || pair->value->type != YML_TEXT || texts_have(known, pair->key))
			continue;
		diag_error(d->diags, pair->place, "no notice is written in \"%.40s\"; there are: %s", pair->key,
		           texts_joined(known, d->arena));
		const char *meant = language_of(pair->key);
		if (meant && texts_have(known, meant))
			diag_hint(d->diags, "did you mean \"%s\"?", meant);
	}
}

static void check_languages(const struct doubt *d)
{
	static const char *const proofs[][2] = {
	    {"verified", "against"}, {"verified", "over"}, {"claimed", "by"}, {"claimed", "from"}};
	const struct shape_texts known = layout_languages("letters", d->arena);
	const struct yml *published = yml_get(d->root, "published"), *hold = yml_get(d->root, "hold");
	for (size_t i = 0; i < d->matter->nfacts; i++) {
		const struct yml *fact = stated_at(d, i)->entry.node;
		check_texts(d, &known, yml_get(fact, "label"));
		check_texts(d, &known, yml_get(fact, "value"));
		check_texts(d, &known, yml_get(fact, "before"));
		for (size_t k = 0; k < sizeof proofs / sizeof *proofs; k++) {
			const struct yml *proof = yml_get(fact, proofs[k][0]);
			check_texts(d, &known, proof ? yml_get(proof, proofs[k][1]) : NULL);
		}
	}
	for (size_t i = 0; published && published->type == YML_LIST && i < published->n; i++)
		check_texts(d, &known, yml_get(published->pairs[i].value, "subject"));
	check_texts(d, &known, hold ? yml_get(hold, "reason") : NULL);
}

/* Times ---------------------------------------------------------------------------------------------------------- */

/* What happened can't be verified before it happens. */
static void check_proofs(const struct doubt *d)
{
	char when[ZONE_BUFFER];
	int64_t occurred = d->matter->moments[SHAPE_OCCURRED];
	for (size_t i = 0; occurred != MATTER_NEVER && i < d->matter->nfacts; i++) {
		const struct matter_fact *fact = &d->matter->facts[i];
		if (!matter_proved(fact) || fact->proof.at == MATTER_NEVER || fact->proof.at >= occurred)
			continue;
		diag_error(d->diags, shape_place(stated_at(d, i)->verified.entry.node, "at"),
		           "verified before it happened: \"occurred\" is %s",
		           zone_friendly(d->matter->zone, occurred, when));
	}
}

static void check_promises(const struct doubt *d)
{
	char when[ZONE_BUFFER], now[ZONE_BUFFER];
	const struct matter *m = d->matter;
	zone_friendly(m->zone, m->now, now);
	if (m->next_update != MATTER_NEVER && m->next_update <= m->now)
		diag_warn(d->diags, shape_place(d->root, "next_update"),
		          "\"next_update\" is past: %s, and it is %s; no text promises it",
		          zone_friendly(m->zone, m->next_update, when), now);
	if (m->hold.over)
		diag_warn(d->diags, d->dossier->hold.until->place,
		          "this hold ended on %s and keeps nothing back any more: does it still stand?",
		          zone_friendly(m->zone, m->hold.until, when));
	if (!m->exercise && m->now > d->dossier->now)
		diag_warn(d->diags, d->dossier->at->place, "these facts stand in the future: it is %s",
		          zone_friendly(m->zone, d->dossier->now, now));
}

/* Labels --------------------------------------------------------------------------------------------------------- */

/* What is not known is named by its label: to readers a figure in it is one that we give. */
static void check_label(const struct doubt *d, const struct yml *label, struct diag_place place)
{
	if (label->type == YML_TEXT && strpbrk(label->text, "0123456789"))
		diag_warn(d->diags, place,
		          "nothing is verified here, and readers see this label: leave its figure out of it");
	for (size_t i = 0; label->type == YML_MAP && i < label->n; i++)
		check_label(d, label->pairs[i].value, label->pairs[i].value->place);
}

static void check_labels(const struct doubt *d)
{
	for (size_t i = 0; i < d->matter->nfacts; i++)
		if (!matter_proved(&d->matter->facts[i]) && d->matter->facts[i].label)
			check_label(d, d->matter->facts[i].label, d->matter->facts[i].label->place);
}

/* People --------------------------------------------------------------------------------------------------------- */

static bool counts(const struct matter_fact *fact, const char *unit)
{
	return fact->kind == STORY_COUNT && matter_proved(fact) && fact->unit && strcmp(fact->unit, unit) == 0;
}

/* Of the same deed: a person stands in one row at least. */
static void check_rows(const struct doubt *d, size_t people)
{
	const struct matter_fact *fact = &d->matter->facts[people];
	for (size_t i = 0; i < d->matter->nfacts; i++) {
		const struct matter_fact *rows = &d->matter->facts[i];
		if (counts(rows, "rows") && fact->verb && rows->verb && strcmp(fact->verb, rows->verb) == 0 &&
		    fact->value.number > rows->value.number)
			diag_warn(
			    d->diags, stated_at(d, people)->value->place,
			    "%lld people %s are more than the %lld rows %s (%s): is one of the two of something else?",
			    (long long)fact->value.number, fact->verb, (long long)rows->value.number, rows->verb,
			    rows->id);
	}
}

static void check_counts(const struct doubt *d)
{
	int64_t customers = 0;
	for (size_t i = 0; i < d->matter->customers->n; i++)
		customers += d->matter->customers->v[i].n;
	for (size_t i = 0; i < d->matter->nfacts; i++) {
		const struct matter_fact *fact = &d->matter->facts[i];
		if (!counts(fact, "people"))
			continue;
		check_rows(d, i);
		if (fact->value.number > customers)
			diag_warn(d->diags, stated_at(d, i)->value->place,
			          "%lld people are more than all %lld customers of the company: are these rows?",
			          (long long)fact->value.number, (long long)customers);
	}
}

static void check_approval(const struct doubt *d, const struct matter_approval *approval, struct diag_place place)
{
	const struct names *names = &d->matter->world->names;
	int roles[APPROVAL_ROLES],
	    kind = approval->notice ? names_find(names, NAMES_NOTICE, approval->notice) : NAMES_NONE;
	int n = kind == NAMES_NONE || approval->role == NAMES_NONE ? 0 : approval_roles(d->matter->world, kind, roles);
	struct shape_texts asked = {NULL, 0};
	for (int i = 0; i < n; i++)
		texts_add(&asked, names_id(names, NAMES_ROLE, roles[i]), d->arena);
	if (n && !texts_have(&asked, names_id(names, NAMES_ROLE, approval->role)))
		diag_warn(d->diags, place, "%s is not asked to approve %s, so this changes nothing: who must is %s",
		          names_id(names, NAMES_ROLE, approval->role), approval->notice,
		          texts_joined(&asked, d->arena));
}

static bool same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* Two roles are asked so that two people read it. */
static void check_approver(const struct doubt *d, size_t n, struct diag_place place)
{
	const struct matter_approval *all = d->matter->approvals, *approval = &all[n];
	for (size_t i = 0; i < n; i++)
		if (same(all[i].notice, approval->notice) && same(all[i].words, approval->words) &&
		    same(all[i].who, approval->who) && all[i].role != approval->role && all[i].role != NAMES_NONE)
			diag_warn(d->diags, place, "%s approved the same words as %s, too: one person for both",
			          approval->who, names_id(&d->matter->world->names, NAMES_ROLE, all[i].role));
}

static void check_approvals(const struct doubt *d)
{
	const struct yml *list = yml_get(d->root, "approved");
	for (size_t i = 0; i < d->matter->napprovals; i++) {
		check_approval(d, &d->matter->approvals[i], shape_place(list->pairs[i].value, "by"));
		check_approver(d, i, shape_place(list->pairs[i].value, "who"));
	}
}

/* Where a key of the company stands, or would. */
static struct diag_place company_place(const struct doubt *d, const char *key)
{
	const struct yml *company = yml_get(d->root, "company");
	return shape_place(company ? company : d->root, key);
}

static void check_countries(const struct doubt *d)
{
	const struct shape_texts *uncovered = &d->matter->world->uncovered;
	if (uncovered->n)
		diag_warn(d->diags, company_place(d, "customers"), "no law is on file for customers in %s: ask counsel",
		          texts_joined(uncovered, d->arena));
}

/* Left over from the example: names at .example lead nowhere. */
static void check_contact(const struct doubt *d)
{
	const char *contact = d->matter->contact;
	if (!d->matter->exercise && contact && strstr(contact, ".example"))
		diag_warn(d->diags, company_place(d, "contact"),
		          "\"contact\": %.60s is an address for examples: no mail arrives there", contact);
}

void doubt_tell(const struct dossier *dossier, const struct matter *matter, struct diags *diags)
{
	const struct doubt doubt = {dossier, matter, dossier->entry.node, diags, diags->arena};
	check_words(&doubt);
	check_languages(&doubt);
	check_proofs(&doubt);
	check_promises(&doubt);
	check_labels(&doubt);
	check_counts(&doubt);
	check_approvals(&doubt);
	check_countries(&doubt);
	check_contact(&doubt);
}
