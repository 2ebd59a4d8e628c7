#include "content/dossier.h"

#include "content/filed.h"
#include "content/plain.h"
#include "content/stated.h"

#include <string.h>

enum { FACTS_MAX = 200, PUBLISHED_MAX = 100, APPROVED_MAX = 200, NAME_WORDS = 12, TEXT_WORDS = 60, WORDS_HEX = 12 };

static const char *const modes[] = {"exercise", "incident", NULL};

struct word { /* a published notice as the file has it */
	struct shape_entry entry;
	const char *notice, *subject;
	struct shape_texts languages, did;
	const struct yml *at, *said, *next;
};

struct given { /* an approval as the file has it */
	struct shape_entry entry;
	const char *notice, *by, *who, *how;
	const struct yml *at, *words;
};

// clang-format off
static const struct shape_field company_fields[] = {
	{"name",      SHAPE_TEXT,   offsetof(struct playbook_company, name), 0, NAME_WORDS, NULL, NULL},
	{"contact",   SHAPE_TEXT,   offsetof(struct playbook_company, contact), 0, NAME_WORDS, NULL, NULL},
	{"timezone",  SHAPE_TEXT,   offsetof(struct playbook_company, timezone), 0, 0, NULL, NULL},
	{"customers", SHAPE_COUNTS, offsetof(struct playbook_company, customers), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape company_shape = {"the company", sizeof(struct playbook_company), company_fields};

#define WORD(member) offsetof(struct word, member)
static const struct shape_field word_fields[] = {
	{"notice",  SHAPE_ID,   WORD(notice), SHAPE_REQUIRED, 0, NULL, NULL},
	{"lang",    SHAPE_IDS,  WORD(languages), SHAPE_REQUIRED, 0, NULL, NULL},
	{"at",      SHAPE_NODE, WORD(at), SHAPE_REQUIRED, 0, NULL, NULL},
	{"subject", SHAPE_TEXT, WORD(subject), 0, TEXT_WORDS, NULL, NULL},
	{"said",    SHAPE_NODE, WORD(said), 0, 0, NULL, NULL},
	{"did",     SHAPE_IDS,  WORD(did), 0, 0, NULL, NULL},
	{"next",    SHAPE_NODE, WORD(next), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape word_shape = {"a published notice", sizeof(struct word), word_fields};

#define GIVEN(member) offsetof(struct given, member)
static const struct shape_field given_fields[] = {
	{"notice", SHAPE_ID,   GIVEN(notice), SHAPE_REQUIRED, 0, NULL, NULL},
	{"by",     SHAPE_TEXT, GIVEN(by), SHAPE_REQUIRED, NAME_WORDS, NULL, NULL},
	{"who",    SHAPE_TEXT, GIVEN(who), SHAPE_REQUIRED, NAME_WORDS, NULL, NULL},
	{"how",    SHAPE_TEXT, GIVEN(how), SHAPE_REQUIRED, TEXT_WORDS, NULL, NULL},
	{"at",     SHAPE_NODE, GIVEN(at), SHAPE_REQUIRED, 0, NULL, NULL},
	{"words",  SHAPE_NODE, GIVEN(words), SHAPE_REQUIRED, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape given_shape = {"an approval", sizeof(struct given), given_fields};

static const struct shape_field hold_fields[] = {
	{"reason", SHAPE_TEXT, offsetof(struct dossier_hold, reason), SHAPE_REQUIRED, TEXT_WORDS, NULL, NULL},
	{"until",  SHAPE_NODE, offsetof(struct dossier_hold, until), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape hold_shape = {"a hold", sizeof(struct dossier_hold), hold_fields};

#define DOSSIER(member) offsetof(struct dossier, member)
static const struct shape_field dossier_fields[] = {
	{"case",        SHAPE_ID,     DOSSIER(id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"mode",        SHAPE_CHOICE, DOSSIER(mode), 0, 0, NULL, modes},
	{"playbook",    SHAPE_TEXT,   DOSSIER(playbook), 0, 0, NULL, NULL},
	{"at",          SHAPE_NODE,   DOSSIER(at), 0, 0, NULL, NULL},
	{"company",     SHAPE_ONE,    DOSSIER(company), 0, 0, &company_shape, NULL},
	{"moments",     SHAPE_NODE,   DOSSIER(moments), 0, 0, NULL, NULL},
	{"facts",       SHAPE_KEYED,  DOSSIER(facts), 0, 0, &stated_shape, NULL},
	{"actions",     SHAPE_NODE,   DOSSIER(actions), 0, 0, NULL, NULL},
	{"published",   SHAPE_MANY,   DOSSIER(published), 0, 0, &word_shape, NULL},
	{"approved",    SHAPE_MANY,   DOSSIER(approved), 0, 0, &given_shape, NULL},
	{"filed",       SHAPE_NODE,   DOSSIER(filed), 0, 0, NULL, NULL},
	{"despite",     SHAPE_NODE,   DOSSIER(despite), 0, 0, NULL, NULL},
	{"next_update", SHAPE_NODE,   DOSSIER(next_update), 0, 0, NULL, NULL},
	{"hold",        SHAPE_ONE,    DOSSIER(hold), 0, 0, &hold_shape, NULL},
	SHAPE_END,
};
static const struct shape dossier_shape = {"a facts file", sizeof(struct dossier), dossier_fields};
// clang-format on

struct filing { /* what the steps share */
	const struct dossier *dossier;
	struct stated_by by;
	struct matter *matter;
	struct names names; /* of the file's facts */
	bool fine;
};

/* ---- the file ---- */

static bool check_bounds(const struct shape_reader *reader, const struct dossier *dossier)
{
	const struct yml *node = dossier->entry.node;
	bool fine = true;
	if (dossier->facts.n > FACTS_MAX)
		fine = diag_error(reader->diags, shape_place(node, "facts"), "%zu facts; at most %d", dossier->facts.n,
		                  FACTS_MAX);
	if (dossier->published.n > PUBLISHED_MAX)
		fine = diag_error(reader->diags, shape_place(node, "published"), "%zu notices; at most %d",
		                  dossier->published.n, PUBLISHED_MAX);
	if (dossier->approved.n > APPROVED_MAX)
		fine = diag_error(reader->diags, shape_place(node, "approved"), "%zu approvals; at most %d",
		                  dossier->approved.n, APPROVED_MAX);
	return fine;
}

static void read_start(struct dossier *dossier, const struct shape_reader *reader)
{
	struct zone_civil *starts = arena_alloc(reader->arena, sizeof *starts);
	if (!dossier->at)
		return;
	if (stated_civil(reader, "at", dossier->at, starts))
		dossier->starts = starts;
	else
		dossier->faulty = true;
}

struct dossier *dossier_load(const struct file *file, int64_t now, const struct shape_reader *reader)
{
	bool fine;
	struct dossier *dossier = shape_load(reader, &dossier_shape, file, &fine);
	if (!dossier || dossier->entry.node->type != YML_MAP)
		return NULL;
	fine = plain_check(dossier->entry.node, reader->diags) && fine;
	fine = check_bounds(reader, dossier) && fine;
	if (!yml_get(dossier->entry.node, "mode"))
		fine = diag_error(reader->diags, dossier->entry.node->place,
		                  "a facts file needs \"mode\": exercise or incident");
	dossier->now = now;
	dossier->faulty = !fine;
	if (!playbook_check_company(reader, &dossier->company)) {
		dossier->faulty = true;
		dossier->company = (struct playbook_company){0};
	}
	read_start(dossier, reader);
	return dossier;
}

/* ---- times ---- */

static int64_t read_time(struct filing *f, const char *key, const struct yml *node)
{
	int64_t at;
	f->fine = stated_time(&f->by, key, node, &at) && f->fine;
	return at;
}

static int64_t read_past(struct filing *f, const char *key, const struct yml *node)
{
	int64_t at;
	f->fine = stated_past(&f->by, key, node, &at) && f->fine;
	return at;
}

static const struct yml_pair *timed(struct filing *f, const char *key, const struct yml *map, size_t i)
{
	return stated_entry(f->by.reader, key, "ids to times", map, i, &f->fine);
}

static void read_moments(struct filing *f)
{
	const struct yml_pair *pair;
	for (int m = 0; m < SHAPE_MOMENTS; m++)
		f->matter->moments[m] = f->matter->logged[m].at = MATTER_NEVER;
	for (size_t i = 0; (pair = timed(f, "moments", f->dossier->moments, i)); i++) {
		int moment = shape_refer(f->by.reader, &f->by.world->names, NAMES_MOMENT, pair->key ? pair->key : "",
		                         pair->place);
		int64_t at = read_past(f, pair->key, pair->value);
		if (moment == NAMES_NONE) {
			f->fine = false;
			continue;
		}
		f->matter->moments[moment] = at;
		f->matter->logged[moment].place = pair->place;
	}
}

/* First it happens, then somebody notices, then it is certain. */
static void check_order(struct filing *f)
{
	static const int order[][2] = {
	    {SHAPE_OCCURRED, SHAPE_DETECTED}, {SHAPE_DETECTED, SHAPE_AWARE}, {SHAPE_OCCURRED, SHAPE_AWARE}};
	const int64_t *at = f->matter->moments;
	for (size_t i = 0; i < sizeof order / sizeof *order && f->fine; i++) {
		int first = order[i][0], then = order[i][1];
		if (at[first] != MATTER_NEVER && at[then] != MATTER_NEVER && at[first] > at[then])
			f->fine =
			    diag_error(f->by.reader->diags, shape_place(f->dossier->moments, shape_moments[first]),
			               "\"%s\" lies after \"%s\"", shape_moments[first], shape_moments[then]);
	}
}

/* ---- facts ---- */

static void read_fact(struct filing *f, const struct stated *stated)
{
	struct matter *matter = f->matter;
	struct matter_fact *fact = arena_push(matter->arena, &matter->facts, &matter->nfacts, sizeof *fact);
	names_add(&f->names, NAMES_FACT, stated->entry.id);
	f->fine = stated_fact(&f->by, stated, fact) && f->fine;
}

/* ---- deeds, clocks, words ---- */

static void read_deeds(struct filing *f)
{
	struct matter *matter = f->matter;
	const struct yml_pair *pair;
	for (size_t i = 0; (pair = timed(f, "actions", f->dossier->actions, i)); i++) {
		const char *id = pair->key ? pair->key : "";
		int action = stated_action(&f->by, id, pair->place);
		int64_t at = read_past(f, id, pair->value);
		struct matter_deed *deed;
		f->fine = f->fine && action != NAMES_NONE;
		if (action == NAMES_NONE)
			continue;
		deed = arena_push(matter->arena, &matter->deeds, &matter->ndeeds, sizeof *deed);
		*deed = (struct matter_deed){action, at, {.at = at, .place = pair->place}};
		for (struct matter_deed *d = deed; d > matter->deeds && d[-1].at > d->at; d--) {
			struct matter_deed later = d[-1];
			d[-1] = *d;
			*d = later;
		}
	}
}

/* An action that logs a moment, if nobody has, does so here, too. */
static void log_moments(struct matter *matter)
{
	for (size_t i = 0; i < matter->ndeeds; i++) {
		int32_t moment = vocabulary_action(matter->world->vocabulary, matter->deeds[i].action)->moment;
		if (moment != SHAPE_UNSET && matter->moments[moment] == MATTER_NEVER)
			matter->moments[moment] = matter->deeds[i].at;
	}
}

static void say(struct filing *f, struct matter_word *word, struct matter_said said)
{
	*(struct matter_said *)arena_push(f->matter->arena, &word->said, &word->nsaid, sizeof said) = said;
}

static void read_said(struct filing *f, const struct yml *map, struct matter_word *word)
{
	if (map && map->type != YML_MAP)
		f->fine = diag_error(f->by.reader->diags, map->place,
		                     "\"said\": expected a map from facts to values, "
		                     "found %s",
		                     yml_type_name(map->type));
	for (size_t i = 0; map && map->type == YML_MAP && i < map->n; i++) {
		const struct yml_pair *pair = &map->pairs[i];
		int fact = shape_refer(f->by.reader, &f->names, NAMES_FACT, pair->key ? pair->key : "", pair->place);
		struct matter_said said = {.fact = fact, .action = NAMES_NONE, .moment = NAMES_NONE};
		bool read = fact != NAMES_NONE &&
		            stated_value(&f->by, f->matter->facts[fact].kind, pair->key, pair->value, &said.value);
		f->fine = f->fine && read;
		if (read)
			say(f, word, said);
	}
}

/* The same words, a language each. */
static void push_words(struct matter *matter, struct matter_word word, const struct word *given)
{
	const struct yml *subject = yml_get(given->entry.node, "subject");
	for (size_t i = 0; i < given->languages.n; i++) {
		struct matter_word *slot = arena_push(matter->arena, &matter->words, &matter->nwords, sizeof word);
		word.lang = given->languages.v[i];
		word.subject = subject ? yml_in(subject, word.lang) : NULL;
		for (*slot = word; slot > matter->words && slot[-1].at > word.at; slot--) {
			slot[0] = slot[-1];
			slot[-1] = word;
		}
	}
}

static void read_word(struct filing *f, const struct word *given)
{
	const struct yml *node = given->entry.node;
	struct matter_word word = {
	    .notice = given->notice, .at = read_past(f, "at", given->at), .next = read_time(f, "next", given->next)};
	f->fine = shape_refer_all(f->by.reader, &f->by.world->names, NAMES_NOTICE, node, "notice") && f->fine;
	f->fine = shape_refer_all(f->by.reader, &f->by.world->names, NAMES_ACTION, node, "did") && f->fine;
	read_said(f, given->said, &word);
	for (size_t i = 0; i < given->did.n; i++)
		say(f, &word,
		    (struct matter_said){.fact = NAMES_NONE,
		                         .action = names_find(&f->by.world->names, NAMES_ACTION, given->did.v[i]),
		                         .moment = NAMES_NONE});
	push_words(f->matter, word, given);
}

/* It is now for whoever reads this file, however long ago its facts stood; a file may be of a time to come. */
static int64_t latest(const struct filing *f)
{
	return f->dossier->now > f->by.world->t0 ? f->dossier->now : f->by.world->t0;
}

/* Approvals come after the words they are about: not later than now, though later than the facts stand. */
static int64_t read_approved_at(struct filing *f, const struct yml *node)
{
	char now[ZONE_BUFFER];
	int64_t at = read_time(f, "at", node);
	if (at > latest(f))
		f->fine = diag_error(f->by.reader->diags, node->place, "\"at\": %s lies in the future; it is %s",
		                     node->text, zone_friendly(f->by.world->zone, latest(f), now));
	return at;
}

static const char *read_words(struct filing *f, const struct yml *node)
{
	const char *words = node && node->type == YML_TEXT ? node->text : "";
	if (node && (strlen(words) != WORDS_HEX || strspn(words, "0123456789abcdef") != WORDS_HEX))
		f->fine = diag_error(f->by.reader->diags, node->place,
		                     "\"words\": expected the %d characters (0-9, a-f) that the draft is told with, "
		                     "found \"%.40s\"",
		                     WORDS_HEX, words);
	return words;
}

static void read_approval(struct filing *f, const struct given *given)
{
	const struct names *names = &f->by.world->names;
	const struct yml *node = given->entry.node;
	int role = stated_role(&f->by, node);
	f->fine = shape_refer_all(f->by.reader, names, NAMES_NOTICE, node, "notice") && role != NAMES_NONE && f->fine;
	struct matter_approval approval = {.notice = given->notice,
	                                   .who = given->who,
	                                   .how = given->how,
	                                   .words = read_words(f, given->words),
	                                   .role = role,
	                                   .at = read_approved_at(f, given->at)};
	*(struct matter_approval *)arena_push(f->matter->arena, &f->matter->approvals, &f->matter->napprovals,
	                                      sizeof approval) = approval;
}

/* `at` may be kept long after, and a hold ends nevertheless. */
static void read_hold(struct filing *f)
{
	const struct dossier_hold *hold = &f->dossier->hold;
	int64_t until = read_time(f, "until", hold->until);
	bool over = until != MATTER_NEVER && until <= (f->matter->exercise ? f->matter->now : latest(f));
	f->matter->hold =
	    (struct matter_hold){.on = hold->entry.node, .reason = hold->reason, .until = until, .over = over};
}

static struct matter *blank(const struct dossier *dossier, const struct world *world, struct arena *arena)
{
	const struct playbook_company *company = &world->playbook->company;
	struct matter *matter = arena_alloc(arena, sizeof *matter);
	*matter = (struct matter){.arena = arena,
	                          .exercise = dossier->mode == 0,
	                          .world = world,
	                          .company = company->name,
	                          .contact = company->contact,
	                          .zone = world->zone,
	                          .customers = &company->customers,
	                          .now = world->t0};
	return matter;
}

struct matter *dossier_read(const struct dossier *dossier, const struct world *world, const struct shape_reader *reader,
                            bool *fine)
{
	struct filing f = {.dossier = dossier,
	                   .by = {reader, world},
	                   .matter = blank(dossier, world, reader->arena),
	                   .names = {.arena = reader->arena},
	                   .fine = !dossier->faulty};
	const struct stated *facts = dossier->facts.v;
	const struct word *published = dossier->published.v;
	const struct given *approved = dossier->approved.v;
	read_moments(&f);
	check_order(&f);
	for (size_t i = 0; i < dossier->facts.n && i < FACTS_MAX; i++)
		read_fact(&f, &facts[i]);
	read_deeds(&f);
	log_moments(f.matter);
	f.fine = filed_read(&f.by, dossier->filed, dossier->despite, f.matter) && f.fine;
	for (size_t i = 0; i < dossier->published.n && i < PUBLISHED_MAX; i++)
		read_word(&f, &published[i]);
	for (size_t i = 0; i < dossier->approved.n && i < APPROVED_MAX; i++)
		read_approval(&f, &approved[i]);
	f.matter->next_update = read_time(&f, "next_update", dossier->next_update);
	read_hold(&f);
	*fine = f.fine;
	return f.matter;
}

struct matter *dossier_matter(const struct dossier *dossier, const struct world *world,
                              const struct shape_reader *reader)
{
	bool fine;
	struct matter *matter = dossier_read(dossier, world, reader, &fine);
	return fine ? matter : NULL;
}
