#include "desk/counsel.h"

#include "desk/label.h"
#include "desk/naming.h"

#include <string.h>

/* Rows of a list on a page that has to stay one; the rest is counted. */
enum { MOST_PRESERVED = 8, MOST_DONE = 8, MOST_SAID = 6, MOST_CLAIMS = 6 };

struct page {
	const struct matter *matter;
	const struct phrases *phrases;
	const char *lang;
	struct naming naming;
};

/* Values --------------------------------------------------------------------------------------------------------- */

static void put_instant(const struct page *page, struct jsn *row, const char *key, int64_t at)
{
	struct text date = {0};
	if (at != MATTER_NEVER)
		phrase_date(page->phrases, page->matter->zone, at, &date);
	tree_text(row, key, date.data);
	text_free(&date);
}

static void add_value(const struct page *page, const struct matter_fact *fact, const struct matter_value *value,
                      struct text *out)
{
	static const char *const data[] = {"event.fact.unknown", "event.fact.involved", "event.fact.not_involved",
	                                   "event.fact.not_held"};
	const struct fact count = {.kind = STORY_COUNT, .unit = fact->unit};
	const char *words = fact->kind == STORY_TEXT ? yml_in(value->words, page->lang) : NULL;
	bool known = value->number >= STORY_INVOLVED && value->number <= STORY_NOT_HELD;
	char buffer[64];
	if (fact->kind == STORY_COUNT)
		text_add(out, fact_words(&count, (int32_t)value->number, buffer));
	else if (fact->kind == STORY_DATA)
		phrase_say(page->phrases, data[known ? value->number : 0], NULL, out);
	else if (fact->kind == STORY_TIME)
		phrase_date(page->phrases, page->matter->zone, value->number, out);
	else
		text_add_clean(out, words ? words : "");
}

/* The page ends every value with a full stop of its own. */
static void drop_stop(struct text *text)
{
	static const char *const stops[] = {".", "\xe3\x80\x82"};
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
		size_t len = strlen(stops[i]);
		if (text->len > len && strcmp(text->data + text->len - len, stops[i]) == 0) {
			text->len -= len;
			text->data[text->len] = '\0';
		}
	}
}

static void put_value(const struct page *page, struct jsn *row, const char *key, const struct matter_fact *fact,
                      const struct matter_value *value)
{
	struct text text = {0};
	add_value(page, fact, value, &text);
	drop_stop(&text);
	tree_taken(row, key, &text);
	text_free(&text);
}

static bool same_value(const struct page *page, const struct matter_fact *fact, const struct matter_value *one,
                       const struct matter_value *other)
{
	struct text a = {0}, b = {0};
	add_value(page, fact, one, &a);
	add_value(page, fact, other, &b);
	bool same = strcmp(a.len ? a.data : "", b.len ? b.data : "") == 0;
	text_free(&a);
	text_free(&b);
	return same;
}

static void put_label(const struct page *page, struct jsn *row, const char *key, const struct matter_fact *fact)
{
	const char *label = fact->label ? yml_in(fact->label, page->lang) : NULL;
	naming_put_told(&page->naming, label ? label : fact->id, row, key);
}

/* Which record it is that proves a thing: a line of a journal, or of a facts file. */
static void put_record(struct jsn *data, const struct matter_proof *proof)
{
	bool journal = proof->turn > 0, file = !journal && proof->place.line > 0;
	jsn_put(data, "turn", journal ? jsn_make(JSN_INT, proof->turn) : jsn_make(JSN_NULL, 0));
	jsn_put(data, "line", file ? jsn_make(JSN_INT, proof->place.line) : jsn_make(JSN_NULL, 0));
}

static struct jsn *proof_data(const struct page *page, const struct matter_proof *proof)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	naming_put(&page->naming, "role", proof->who, data, "who");
	naming_put_told(&page->naming, proof->source, data, "source");
	naming_put_told(&page->naming, proof->over, data, "over");
	put_instant(page, data, "at", proof->at);
	put_record(data, proof);
	return data;
}

static void put_more(const struct page *page, struct jsn *tree, const char *key, size_t shown, size_t all)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", (int64_t)(all - shown));
	if (all > shown) {
		phrase_put(page->phrases, "brief.more", data, tree, key);
		return;
	}
	jsn_free(data);
	tree_null(tree, key);
}

/* When, where, who ----------------------------------------------------------------------------------------------- */

static void add_moments(const struct page *page, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "moments");
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		struct jsn *row = tree_row(list);
		label_put(page->phrases, row, "moment", "brief.moments", shape_moments[i]);
		put_instant(page, row, "at", page->matter->moments[i]);
	}
}

static const struct regime *regime_of(const struct world *world, const char *country)
{
	for (size_t i = 0; i < world->nregimes; i++)
		if (regime_covers(world->regimes[i], country))
			return world->regimes[i];
	return NULL;
}

static void add_countries(const struct page *page, struct jsn *tree)
{
	const struct shape_counts *customers = page->matter->customers;
	struct jsn *list = tree_list(tree, "countries");
	for (size_t i = 0; customers && i < customers->n; i++) {
		const struct regime *regime = regime_of(page->matter->world, customers->v[i].key);
		struct jsn *row = tree_row(list);
		naming_put(&page->naming, "country", customers->v[i].key, row, "country");
		naming_put_count(customers->v[i].n, row, "customers");
		naming_put_told(&page->naming, regime ? regime->name : NULL, row, "law");
		naming_put_told(&page->naming, regime ? regime->authority.shorthand : NULL, row, "authority");
	}
}

static void put_person(const struct page *page, struct jsn *tree, const char *key, const char *role)
{
	const struct playbook_role *held = role ? playbook_role(page->matter->world->playbook, role) : NULL;
	if (!held) {
		tree_null(tree, key);
		return;
	}
	struct jsn *row = tree_object(tree, key);
	naming_put(&page->naming, "role", role, row, "role");
	if (held->person)
		naming_put_told(&page->naming, held->person, row, "person");
	else
		phrase_put(page->phrases, "brief.unnamed", NULL, row, "person");
	naming_put_told(&page->naming, held->deputy, row, "deputy");
	naming_put_told(&page->naming, held->reach, row, "reach");
}

static void add_hold(const struct page *page, struct jsn *tree)
{
	const struct matter_hold *hold = &page->matter->hold;
	if (!hold->on) {
		tree_null(tree, "hold");
		return;
	}
	struct jsn *row = tree_object(tree, "hold");
	naming_put_told(&page->naming, hold->reason, row, "reason");
	put_instant(page, row, "until", hold->until);
}

/* What is known, said, not known --------------------------------------------------------------------------------- */

static void put_fact(const struct page *page, struct jsn *list, const struct matter_fact *fact)
{
	struct jsn *row = tree_row(list);
	put_label(page, row, "label", fact);
	put_value(page, row, "value", fact, &fact->value);
	if (fact->corrected)
		put_value(page, row, "before", fact, &fact->before);
	else
		tree_null(row, "before");
	phrase_put(page->phrases, "brief.proof", proof_data(page, &fact->proof), row, "proof");
}

/* Rows, files and the like are no people: they stand with what else is proved. */
static const char *list_of(const struct matter_fact *fact)
{
	bool people = fact->kind == STORY_COUNT && fact->unit && strcmp(fact->unit, "people") == 0;
	return people ? "people" : fact->kind == STORY_DATA ? "data" : "events";
}

static void add_proved(const struct page *page, struct jsn *tree)
{
	static const char *const lists[] = {"people", "data", "events"};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct jsn *list = tree_list(tree, lists[i]);
		for (size_t k = 0; k < page->matter->nfacts; k++) {
			const struct matter_fact *fact = &page->matter->facts[k];
			if (matter_proved(fact) && strcmp(list_of(fact), lists[i]) == 0)
				put_fact(page, list, fact);
		}
		tree_has(tree, lists[i]);
	}
}

static void add_claims(const struct page *page, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "claims");
	size_t all = 0;
	for (size_t i = 0; i < page->matter->nfacts; i++) {
		const struct matter_fact *fact = &page->matter->facts[i];
		if (fact->standing != MATTER_CLAIMED || ++all > MOST_CLAIMS)
			continue;
		struct jsn *row = tree_row(list);
		put_label(page, row, "label", fact);
		put_value(page, row, "value", fact, &fact->value);
		phrase_put(page->phrases, "brief.claim", proof_data(page, &fact->proof), row, "claim");
	}
	tree_has(tree, "claims");
	put_more(page, tree, "more_claims", jsn_count(list), all);
}

static void add_unknown(const struct page *page, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "unknown");
	for (size_t i = 0; i < page->matter->nfacts; i++)
		if (page->matter->facts[i].standing == MATTER_UNHEARD ||
		    page->matter->facts[i].standing == MATTER_WITHDRAWN)
			put_label(page, tree_row(list), "label", &page->matter->facts[i]);
	tree_has(tree, "unknown");
}

/* What was done -------------------------------------------------------------------------------------------------- */

static const char *deed_words(const struct page *page, const struct vocabulary_action *action)
{
	const char *words = action->description;
	for (size_t i = 0; i < action->public.n; i++)
		if (strcmp(action->public.v[i].key, page->lang) == 0)
			return action->public.v[i].text;
	for (size_t i = 0; i < action->public.n; i++)
		if (strcmp(action->public.v[i].key, "en") == 0)
			words = action->public.v[i].text;
	return words;
}

/* The newest `most` of them, in their order. */
static void add_deeds(const struct page *page, struct jsn *tree, const char *key, const char *more, bool preserving,
                      size_t most)
{
	const struct vocabulary *vocabulary = page->matter->world->vocabulary;
	struct jsn *list = tree_list(tree, key);
	size_t all = 0, at = 0;
	for (size_t i = 0; i < page->matter->ndeeds; i++)
		all += vocabulary_action(vocabulary, page->matter->deeds[i].action)->preserves == preserving;
	for (size_t i = 0; i < page->matter->ndeeds; i++) {
		const struct matter_deed *deed = &page->matter->deeds[i];
		const struct vocabulary_action *action = vocabulary_action(vocabulary, deed->action);
		if (action->preserves != preserving || ++at + most <= all)
			continue;
		struct jsn *row = tree_row(list);
		put_instant(page, row, "at", deed->at);
		naming_put_told(&page->naming, deed_words(page, action), row, "words");
	}
	tree_has(tree, key);
	put_more(page, tree, more, jsn_count(list), all);
}

/* What was said -------------------------------------------------------------------------------------------------- */

/* A notice in several languages is one. */
static bool goes_with(const struct matter_word *word, const struct matter_word *before)
{
	return word->turn == before->turn && word->at == before->at && strcmp(word->notice, before->notice) == 0;
}

/* A fact may stand in a notice several times: what was searched, over which span, the value itself. */
static bool was_told(const struct matter_word *word, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (word->said[i].fact == word->said[at].fact)
			return true;
	return false;
}

/* What has become of a value since: another one is proved now, or none. */
static void put_now(const struct page *page, struct jsn *row, const struct matter_said *said)
{
	const struct matter_fact *fact = &page->matter->facts[said->fact];
	if (matter_proved(fact) && same_value(page, fact, &said->value, &fact->value)) {
		tree_null(row, "now");
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	if (matter_proved(fact))
		put_value(page, data, "value", fact, &fact->value);
	phrase_put(page->phrases, matter_proved(fact) ? "brief.now" : "brief.not_now", data, row, "now");
}

static void put_said_values(const struct page *page, struct jsn *row, const struct matter_word *word)
{
	struct jsn *list = tree_list(row, "values");
	for (size_t i = 0; i < word->nsaid; i++) {
		const struct matter_said *said = &word->said[i];
		if (said->fact == NAMES_NONE || was_told(word, i))
			continue;
		const struct matter_fact *fact = &page->matter->facts[said->fact];
		struct jsn *value = tree_row(list);
		put_label(page, value, "label", fact);
		put_value(page, value, "value", fact, &said->value);
		put_now(page, value, said);
	}
}

static void put_audience(const struct page *page, struct jsn *row, const char *kind)
{
	const struct world *world = page->matter->world;
	const struct vocabulary_notice *notice =
	    vocabulary_notice(world->vocabulary, names_find(&world->names, NAMES_NOTICE, kind));
	naming_put(&page->naming, "audience", notice ? notice->audience : NULL, row, "audience");
}

static void put_said(const struct page *page, struct jsn *list, size_t from, size_t to)
{
	const struct matter_word *word = &page->matter->words[from];
	struct jsn *row = tree_row(list);
	struct text languages = {0};
	put_instant(page, row, "at", word->at);
	naming_put(&page->naming, "notice", word->notice, row, "notice");
	put_audience(page, row, word->notice);
	for (size_t i = from; i < to; i++)
		text_addf(&languages, "%s%s", i > from ? ", " : "", page->matter->words[i].lang);
	tree_taken(row, "languages", &languages);
	naming_put_told(&page->naming, word->subject, row, "subject");
	put_said_values(page, row, word);
	text_free(&languages);
}

static void add_said(const struct page *page, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "said");
	size_t all = 0, at = 0;
	for (size_t i = 0; i < page->matter->nwords; i++)
		all += i == 0 || !goes_with(&page->matter->words[i], &page->matter->words[i - 1]);
	for (size_t from = 0, to; from < page->matter->nwords; from = to) {
		for (to = from + 1; to < page->matter->nwords; to++)
			if (!goes_with(&page->matter->words[to], &page->matter->words[from]))
				break;
		if (++at + MOST_SAID > all)
			put_said(page, list, from, to);
	}
	tree_has(tree, "said");
	put_more(page, tree, "more_said", jsn_count(list), all);
	put_instant(page, tree, "next_update", page->matter->next_update);
}

/* Clocks --------------------------------------------------------------------------------------------------------- */

struct standing {
	const char *phrase, *look;
	int64_t span, at; /* seconds; MATTER_NEVER: it has none */
};

static struct standing standing_of(const struct matter *matter, const struct matter_clock *clock)
{
	if (clock->notified != MATTER_NEVER && clock->due != MATTER_NEVER && clock->notified > clock->due)
		return (struct standing){"brief.clock.late", "bad", clock->notified - clock->due, clock->notified};
	if (clock->notified != MATTER_NEVER)
		return (struct standing){"brief.clock.filed", "good", MATTER_NEVER, clock->notified};
	if (clock->due == MATTER_NEVER)
		return (struct standing){"brief.clock.waiting", "none", MATTER_NEVER, MATTER_NEVER};
	if (clock->due < matter->now)
		return (struct standing){"brief.clock.overdue", "bad", matter->now - clock->due, MATTER_NEVER};
	return (struct standing){"brief.clock.runs", "part", clock->due - matter->now, MATTER_NEVER};
}

static void put_clock(const struct page *page, struct jsn *list, const struct matter_clock *clock)
{
	struct jsn *row = tree_row(list), *data = jsn_make(JSN_OBJECT, 0);
	struct standing standing = standing_of(page->matter, clock);
	int32_t moment = page->matter->world->deadlines[clock->deadline].moment;
	naming_put_deadline(&page->naming, clock->deadline, row);
	put_instant(page, row, "due", clock->due);
	put_instant(page, data, "at", standing.at);
	label_put(page->phrases, data, "moment", "event.moments", shape_moments[moment]);
	label_span(page->phrases, data, "span",
	           standing.span == MATTER_NEVER || standing.span > SHAPE_UNSET * (int64_t)-1 ? SHAPE_UNSET
	                                                                                      : (int32_t)standing.span);
	phrase_put(page->phrases, standing.phrase, data, row, "state");
	tree_text(row, "look", standing.look);
	naming_put_told(&page->naming, clock->reason, row, "reason");
}

/* What a law asks for without naming a number. */
static void put_promptly(const struct page *page, struct jsn *list, const struct regime *regime,
                         const struct regime_duty *duty, const char *party)
{
	if (!duty->entry.node || !duty->promptly)
		return;
	struct jsn *row = tree_row(list), *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, "party", regime->authority.shorthand);
	phrase_put(page->phrases, party, data, row, "party");
	naming_put_told(&page->naming, regime->name, row, "law");
	naming_put_told(&page->naming, duty->promptly, row, "promptly");
	naming_put_told(&page->naming, duty->when, row, "when");
}

static void add_clocks(const struct page *page, struct jsn *tree)
{
	const struct world *world = page->matter->world;
	struct jsn *clocks = tree_list(tree, "clocks"), *promptly = tree_list(tree, "promptly");
	for (size_t i = 0; i < page->matter->nclocks; i++)
		put_clock(page, clocks, &page->matter->clocks[i]);
	for (size_t i = 0; i < world->nregimes; i++) {
		put_promptly(page, promptly, world->regimes[i], &world->regimes[i]->duties.authority, "kit.say.party");
		put_promptly(page, promptly, world->regimes[i], &world->regimes[i]->duties.individuals,
		             "kit.say.people_under");
	}
	tree_has(tree, "clocks");
	tree_has(tree, "promptly");
}

struct jsn *counsel_tree(const struct matter *matter, const char *lang, const struct phrases *phrases)
{
	struct page page = {.matter = matter, .phrases = phrases, .lang = lang};
	struct jsn *tree = jsn_make(JSN_OBJECT, 0);
	naming_open(&page.naming, matter->world, phrases);
	tree_flag(tree, "exercise", matter->exercise);
	naming_put_told(&page.naming, matter->company, tree, "company");
	naming_put_told(&page.naming, matter->contact, tree, "contact");
	tree_text(tree, "zone", matter->zone);
	put_instant(&page, tree, "at", matter->now);
	add_moments(&page, tree);
	add_countries(&page, tree);
	add_proved(&page, tree);
	add_claims(&page, tree);
	add_unknown(&page, tree);
	add_said(&page, tree);
	add_deeds(&page, tree, "preserved", "more_preserved", true, MOST_PRESERVED);
	add_deeds(&page, tree, "done", "more_done", false, MOST_DONE);
	add_clocks(&page, tree);
	add_hold(&page, tree);
	put_person(&page, tree, "decides", matter->world->playbook->owner);
	put_person(&page, tree, "counsel", "legal");
	naming_close(&page.naming);
	return tree;
}
