#include "exercise/gather.h"

#include "exercise/approval.h"
#include "exercise/promise.h"
#include "exercise/score.h"

#include <string.h>

/* One matter being put together. */
struct gather {
	const struct session *session;
	const struct world *world;
	struct arena *arena;
	struct matter *matter;
	struct matter_value *proved; /* of each fact: the value proved last, and whether there is one */
	bool *was_proved;
	size_t at; /* the number of the entry being heard */
};

static int64_t instant(const struct gather *g, int32_t t)
{
	return t == STATE_NEVER ? MATTER_NEVER : g->world->t0 + t;
}

static const char *expanded(const struct gather *g, const char *s)
{
	struct text text = {0};
	if (!s)
		return NULL;
	world_expand(g->world, s, &text);
	char *out = arena_dup(g->arena, text.data ? text.data : "");
	text_free(&text);
	return out;
}

/* A text, or texts by language, with the terms that stand in it replaced; NULL for what is neither. */
static struct yml *worded(const struct gather *g, const struct yml *node)
{
	if (!node || (node->type != YML_TEXT && node->type != YML_MAP))
		return NULL;
	struct yml *out = yml_make(g->arena, node->type, node->place);
	out->text = expanded(g, node->text);
	for (size_t i = 0; node->type == YML_MAP && i < node->n; i++)
		if (node->pairs[i].key && node->pairs[i].value->type == YML_TEXT)
			yml_put(g->arena, out, node->pairs[i].key, node->pairs[i].place,
			        worded(g, node->pairs[i].value));
	return out;
}

/* Where the story words what it proves: `text` is what its effect gave in the language of the session. */
static const struct yml *in_effect(const struct gather *g, const struct effect_source *source, const char *id,
                                   const char *text)
{
	const struct yml *node = yml_get(source->of[EFFECT_VERIFY], id);
	const char *said = node ? yml_in(node, g->world->lang) : NULL;
	return said && strcmp(said, text) == 0 ? node : NULL;
}

static const struct yml *in_story(const struct gather *g, const char *id, const char *text)
{
	const struct story *story = g->world->story;
	const struct yml *found = NULL;
	for (size_t i = 0; i < story->nitems && !found; i++)
		found = in_effect(g, &story->items[i].source, id, text);
	for (size_t i = 0; i < story->ndecisions; i++)
		for (int o = 0; o < (int)story->decisions[i].options.n && !found; o++)
			found = in_effect(g, &story_option_at(&story->decisions[i], o)->source, id, text);
	return found;
}

static struct matter_value value_of(const struct gather *g, int fact, int32_t value, const char *text)
{
	const struct fact *f = &g->world->story->facts[fact];
	if (f->kind != STORY_TEXT)
		return (struct matter_value){.number = f->kind == STORY_TIME ? instant(g, value) : value};
	const struct yml *node = text ? in_story(g, f->entry.id, text) : NULL;
	if (node)
		return (struct matter_value){.words = worded(g, node)};
	struct yml *words = yml_make(g->arena, YML_TEXT, (struct diag_place){NULL, 0, 0});
	words->text = expanded(g, text ? text : "");
	return (struct matter_value){.words = words};
}

static bool same_value(const struct matter_value *a, const struct matter_value *b)
{
	if (!a->words || !b->words)
		return a->words == b->words && a->number == b->number;
	return strcmp(yml_in(a->words, NULL), yml_in(b->words, NULL)) == 0;
}

/* Sources */

static const char *option_words(const struct gather *g, const char *name)
{
	const char *dot = strrchr(name, '.');
	char *id = dot ? arena_ndup(g->arena, name, (size_t)(dot - name)) : NULL;
	int decision = id ? names_find(&g->world->names, NAMES_DECISION, id) : NAMES_NONE;
	if (decision == NAMES_NONE)
		return NULL;
	int option = story_option(&g->world->story->decisions[decision], dot + 1);
	return option == NAMES_NONE ? NULL : story_option_at(&g->world->story->decisions[decision], option)->words;
}

static const char *item_words(const struct gather *g, const char *id)
{
	int number = names_find(&g->world->names, NAMES_ITEM, id);
	const struct story_item *item = number == NAMES_NONE ? NULL : &g->world->story->items[number];
	if (!item)
		return NULL;
	if (item->kind == STORY_ON)
		return vocabulary_action(g->world->vocabulary, item->action)->description;
	return item->subject ? item->subject : item->from;
}

/* What the story itself proves it gives by the id of whatever brought it: "on:count-people",
 * "decision:count.confirmed", "token-still-works". In words, for people. */
static const char *source_words(const struct gather *g, const char *source)
{
	bool decision = source && strncmp(source, "decision:", 9) == 0;
	const char *words = source ? decision ? option_words(g, source + 9) : item_words(g, source) : NULL;
	return expanded(g, words ? words : source);
}

static struct matter_proof proof_of(const struct gather *g, const struct ledger_entry *entry)
{
	return (struct matter_proof){.turn = entry->turn,
	                             .at = instant(g, entry->t),
	                             .who = arena_dup(g->arena, entry->who),
	                             .source = arena_dup(g->arena, entry->why),
	                             .over = arena_dup(g->arena, entry->over)};
}

/* Nobody said it: the story did. A search is told by the story, too. */
static struct matter_proof fact_proof(const struct gather *g, const struct ledger_entry *entry)
{
	const struct fact *fact = &g->world->story->facts[entry->ref];
	struct matter_proof proof = proof_of(g, entry);
	if (entry->who)
		return proof;
	bool searched = fact->kind == STORY_DATA && entry->value == STORY_NOT_INVOLVED && fact->searched;
	proof.source = searched ? expanded(g, fact->searched) : source_words(g, entry->why);
	proof.over = searched ? expanded(g, fact->over) : NULL;
	return proof;
}

/* The ledger, an entry at a time */

static void hear_claim(struct gather *g, const struct ledger_entry *entry)
{
	struct matter_fact *fact = &g->matter->facts[entry->ref];
	if (fact->standing == MATTER_VERIFIED)
		return;
	fact->standing = MATTER_CLAIMED;
	fact->value = value_of(g, entry->ref, entry->value, entry->text);
	fact->proof = fact_proof(g, entry);
}

/* Whatever stood proved before, and differs, is what this replaces. */
static void hear_proof(struct gather *g, const struct ledger_entry *entry)
{
	struct matter_fact *fact = &g->matter->facts[entry->ref];
	struct matter_value value = value_of(g, entry->ref, entry->value, entry->text);
	if (g->was_proved[entry->ref] && !same_value(&g->proved[entry->ref], &value)) {
		fact->corrected = true;
		fact->before = g->proved[entry->ref];
	}
	fact->standing = MATTER_VERIFIED;
	fact->value = value;
	fact->proof = fact_proof(g, entry);
	g->proved[entry->ref] = value;
	g->was_proved[entry->ref] = true;
}

static void hear_withdrawal(struct gather *g, const struct ledger_entry *entry)
{
	g->matter->facts[entry->ref].standing = MATTER_WITHDRAWN;
	g->matter->facts[entry->ref].proof = proof_of(g, entry);
}

static void hear_deed(struct gather *g, const struct ledger_entry *entry)
{
	struct matter_deed *deed = arena_push(g->arena, &g->matter->deeds, &g->matter->ndeeds, sizeof *deed);
	*deed = (struct matter_deed){entry->ref, instant(g, entry->t), proof_of(g, entry)};
}

static void hear_moment(struct gather *g, const struct ledger_entry *entry)
{
	g->matter->logged[entry->ref] = proof_of(g, entry);
}

static void hear_note(struct gather *g, const struct ledger_entry *entry)
{
	if (entry->ref != NAMES_NONE && entry->text && strcmp(entry->text, score_reasons[SCORE_UNNAMED]) != 0)
		g->matter->clocks[entry->ref].reason = arena_dup(g->arena, entry->text);
}

/* The words of a text fact as they stood in turn `turn`: it was proved anew between the draft and the publication. */
static const char *text_then(const struct gather *g, int fact, int32_t turn)
{
	for (size_t i = g->at; i-- > 0;) {
		const struct ledger_entry *entry = ledger_at(g->session->ledger, i);
		if ((entry->kind == LEDGER_PROOF || entry->kind == LEDGER_CORRECTION) && entry->ref == fact &&
		    entry->turn <= turn)
			return entry->text;
	}
	return NULL;
}

static struct matter_value value_then(const struct gather *g, const struct statement_value *value)
{
	if (value->fact == NAMES_NONE)
		return (struct matter_value){.number = value->moment == NAMES_NONE ? 0 : instant(g, value->value)};
	bool text = g->world->story->facts[value->fact].kind == STORY_TEXT;
	if (text && g->was_proved[value->fact] && g->matter->facts[value->fact].proof.turn == value->turn)
		return g->proved[value->fact];
	return value_of(g, value->fact, value->value, text ? text_then(g, value->fact, value->turn) : NULL);
}

/* What some record proved that is no fact, no deed and no moment, a filing's date for one, can't turn out wrong. */
static void add_said(const struct gather *g, struct matter_word *word, const struct statement_value *value)
{
	bool named = value->fact != NAMES_NONE || value->action != NAMES_NONE || value->moment != NAMES_NONE;
	if (!named && value->turn)
		return;
	*(struct matter_said *)arena_push(g->arena, &word->said, &word->nsaid, sizeof *word->said) =
	    (struct matter_said){.fact = value->fact,
	                         .action = value->action,
	                         .moment = value->moment,
	                         .value = value_then(g, value),
	                         .text = value->text,
	                         .unit = value->unit};
}

static void hear_draft(struct gather *g, const struct ledger_entry *entry)
{
	struct matter *m = g->matter;
	int64_t at = instant(g, entry->t);
	if (m->ndrafted == 0 || m->drafted[m->ndrafted - 1] != at)
		*(int64_t *)arena_push(g->arena, &m->drafted, &m->ndrafted, sizeof at) = at;
}

static void hear_publication(struct gather *g, const struct ledger_entry *entry)
{
	const struct statement *statement = statement_unpack(entry->text, g->world, g->arena);
	if (!statement)
		return;
	struct matter_word *word = arena_push(g->arena, &g->matter->words, &g->matter->nwords, sizeof *word);
	*word = (struct matter_word){.notice = names_id(&g->world->names, NAMES_NOTICE, entry->ref),
	                             .lang = statement->lang,
	                             .subject = statement->subject,
	                             .text = statement->text,
	                             .at = instant(g, entry->t),
	                             .next = instant(g, entry->at),
	                             .turn = entry->turn,
	                             .needless = statement->needless != NULL};
	for (size_t i = 0; i < statement->nvalues; i++)
		add_said(g, word, &statement->values[i]);
}

static void hear(struct gather *g)
{
	static void (*const hears[LEDGER_KINDS])(struct gather *, const struct ledger_entry *) = {
	    [LEDGER_CLAIM] = hear_claim,      [LEDGER_PROOF] = hear_proof,
	    [LEDGER_CORRECTION] = hear_proof, [LEDGER_WITHDRAWAL] = hear_withdrawal,
	    [LEDGER_DEED] = hear_deed,        [LEDGER_MOMENT] = hear_moment,
	    [LEDGER_NOTE] = hear_note,        [LEDGER_PUBLICATION] = hear_publication,
	    [LEDGER_DRAFT] = hear_draft,
	};
	const struct ledger *ledger = g->session->ledger;
	for (; g->at < ledger_count(ledger); g->at++)
		if (hears[ledger_at(ledger, g->at)->kind])
			hears[ledger_at(ledger, g->at)->kind](g, ledger_at(ledger, g->at));
}

/* What stands before the ledger is read */

static void lay_facts(struct gather *g)
{
	const struct story *story = g->world->story;
	g->matter->nfacts = story->nfacts;
	g->matter->facts = arena_alloc(g->arena, story->nfacts * sizeof *g->matter->facts);
	g->proved = arena_alloc(g->arena, story->nfacts * sizeof *g->proved);
	g->was_proved = arena_alloc(g->arena, story->nfacts * sizeof *g->was_proved);
	for (size_t i = 0; i < story->nfacts; i++) {
		const struct fact *fact = &story->facts[i];
		g->matter->facts[i] = (struct matter_fact){.id = names_id(&g->world->names, NAMES_FACT, (int)i),
		                                           .kind = (enum fact_kind)fact->kind,
		                                           .label = worded(g, yml_get(fact->entry.node, "label")),
		                                           .unit = fact->unit,
		                                           .verb = fact->verb,
		                                           .category = fact->category,
		                                           .says = fact->says,
		                                           .asked = fact->says.n > 0 || fact->kind == STORY_DATA};
	}
}

static void lay_clocks(struct gather *g)
{
	const struct state *state = &g->session->state;
	g->matter->nclocks = g->world->ndeadlines;
	g->matter->clocks = arena_alloc(g->arena, g->world->ndeadlines * sizeof *g->matter->clocks);
	for (int i = 0; i < (int)g->world->ndeadlines; i++) {
		bool provisional;
		int32_t due = view_due(state, i, &provisional);
		int32_t notified = state_get(state, STATE_DEADLINE, i, STATE_DEADLINE_NOTIFIED);
		g->matter->clocks[i] = (struct matter_clock){i, instant(g, provisional ? STATE_NEVER : due),
		                                             instant(g, notified), NULL, NULL};
	}
}

static void lay_hold(struct gather *g)
{
	const struct state *state = &g->session->state;
	int thing = NAMES_NONE;
	for (int i = 0; i < (int)state_rows(g->world, STATE_NOTICE) && thing == NAMES_NONE; i++)
		thing = approval_held(state, i);
	g->matter->hold.until = MATTER_NEVER;
	if (thing == NAMES_NONE)
		return;
	const struct ledger_entry *entry = ledger_last(g->session->ledger, LEDGER_PAUSE, thing);
	g->matter->hold =
	    (struct matter_hold){.on = true,
	                         .reason = entry ? arena_dup(g->arena, entry->why) : NULL,
	                         .until = instant(g, state_get(state, STATE_PAUSE, thing, STATE_PAUSE_UNTIL))};
}

struct matter *gather_matter(const struct session *session, struct arena *arena)
{
	const struct world *world = session->world;
	const struct playbook_company *own = &world->playbook->company, *told = &world->story->company;
	struct matter *m = arena_alloc(arena, sizeof *m);
	struct gather g = {.session = session, .world = world, .arena = arena, .matter = m};
	*m = (struct matter){.arena = arena,
	                     .exercise = strcmp(session->start.mode, "exercise") == 0,
	                     .world = world,
	                     .company = own->name ? own->name : told->name,
	                     .contact = own->contact ? own->contact : told->contact,
	                     .zone = world->zone,
	                     .customers = own->customers.n ? &own->customers : &told->customers,
	                     .now = instant(&g, session_now(session)),
	                     .next_update = instant(&g, promise_open(&session->state, NULL)),
	                     .recorded = true};
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		m->moments[i] = instant(&g, state_get(&session->state, STATE_MOMENT, i, STATE_MOMENT_AT));
	lay_facts(&g);
	lay_clocks(&g);
	lay_hold(&g);
	hear(&g);
	return m;
}
