#include "desk/counsel.h"

#include "content/heard.h"
#include "desk/attest.h"
#include "desk/label.h"

#include <string.h>

/* Rows of a list on what should be one page; the rest is counted. What nobody asks first is cut first. */
enum { MOST_PRESERVED = 12, MOST_DONE = 8, MOST_SAID = 12, MOST_CLAIMS = 12 };

static void put_more(const struct attest *page, struct jsn *tree, const char *key, size_t shown, size_t all)
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

static void put_now_in_full(const struct attest *page, struct jsn *tree)
{
	struct text date = {0};
	phrase_date(page->phrases, page->matter->zone, page->matter->now, &date);
	tree_taken(tree, "at", &date);
	text_free(&date);
}

/* When, where, who ----------------------------------------------------------------------------------------------- */

static void add_moments(const struct attest *page, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "moments");
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		struct jsn *row = tree_row(list);
		label_put(page->phrases, row, "moment", "brief.moments", shape_moments[i]);
		attest_instant(page, row, "at", page->matter->moments[i]);
	}
}

static const struct regime *regime_of(const struct world *world, const char *country)
{
	for (size_t i = 0; i < world->nregimes; i++)
		if (regime_covers(world->regimes[i], country))
			return world->regimes[i];
	return NULL;
}

static void add_countries(const struct attest *page, struct jsn *tree)
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

static void put_person(const struct attest *page, struct jsn *tree, const char *key, const char *role)
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

static void add_hold(const struct attest *page, struct jsn *tree)
{
	const struct matter_hold *hold = &page->matter->hold;
	if (!hold->on) {
		tree_null(tree, "hold");
		return;
	}
	struct jsn *row = tree_object(tree, "hold");
	naming_put_told(&page->naming, hold->reason, row, "reason");
	attest_instant(page, row, "until", hold->until);
}

/* What is known, said, not known --------------------------------------------------------------------------------- */

static void put_fact(const struct attest *page, struct jsn *list, const struct matter_fact *fact)
{
	struct jsn *row = tree_row(list);
	attest_label(page, row, "label", fact);
	attest_value(page, row, "value", fact, &fact->value);
	if (fact->corrected)
		attest_value(page, row, "before", fact, &fact->before);
	else
		tree_null(row, "before");
	phrase_put(page->phrases, "brief.proof", attest_proof(page, &fact->proof), row, "proof");
}

/* Rows, files and the like are no people: they stand with what else is proved. */
static const char *list_of(const struct matter_fact *fact)
{
	bool people = fact->kind == STORY_COUNT && fact->unit && strcmp(fact->unit, "people") == 0;
	return people ? "people" : fact->kind == STORY_DATA ? "data" : "events";
}

static void add_proved(const struct attest *page, struct jsn *tree)
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

static void add_claims(const struct attest *page, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "claims");
	size_t all = 0;
	for (size_t i = 0; i < page->matter->nfacts; i++) {
		const struct matter_fact *fact = &page->matter->facts[i];
		if (fact->standing != MATTER_CLAIMED || ++all > MOST_CLAIMS)
			continue;
		struct jsn *row = tree_row(list);
		attest_label(page, row, "label", fact);
		attest_value(page, row, "value", fact, &fact->value);
		phrase_put(page->phrases, "brief.claim", attest_proof(page, &fact->proof), row, "claim");
	}
	tree_has(tree, "claims");
	put_more(page, tree, "more_claims", jsn_count(list), all);
}

static void add_unknown(const struct attest *page, struct jsn *tree)
{
	struct jsn *list = tree_list(tree, "unknown");
	for (size_t i = 0; i < page->matter->nfacts; i++)
		if (page->matter->facts[i].standing == MATTER_UNHEARD ||
		    page->matter->facts[i].standing == MATTER_WITHDRAWN)
			attest_label(page, tree_row(list), "label", &page->matter->facts[i]);
	tree_has(tree, "unknown");
}

/* What was done -------------------------------------------------------------------------------------------------- */

static const char *deed_words(const struct attest *page, const struct vocabulary_action *action)
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

/* Whether it told an authority or a party to a contract whose clock stands on the page, with when it was told. */
static bool stands_with_a_clock(const struct attest *page, const struct vocabulary_action *action)
{
	for (size_t i = 0; i < page->matter->nclocks; i++) {
		const struct matter_clock *clock = &page->matter->clocks[i];
		const struct world_deadline *deadline = &page->matter->world->deadlines[clock->deadline];
		bool its = deadline->obligation
		               ? strcmp(deadline->obligation->action, action->entry.id) == 0
		               : action->files == VOCABULARY_AUTHORITY && !deadline->individuals &&
		                     (!action->regime || regime_means(action->regime, deadline->regime->id));
		if (its && clock->notified != MATTER_NEVER)
			return true;
	}
	return false;
}

static bool belongs(const struct attest *page, const struct matter_deed *deed, bool preserving)
{
	const struct vocabulary_action *action = vocabulary_action(page->matter->world->vocabulary, deed->action);
	return action->preserves == preserving && !stands_with_a_clock(page, action);
}

/* The newest `most` of them, in their order. */
static void add_deeds(const struct attest *page, struct jsn *tree, const char *key, const char *more, bool preserving,
                      size_t most)
{
	const struct vocabulary *vocabulary = page->matter->world->vocabulary;
	struct jsn *list = tree_list(tree, key);
	size_t all = 0, at = 0;
	for (size_t i = 0; i < page->matter->ndeeds; i++)
		all += belongs(page, &page->matter->deeds[i], preserving);
	for (size_t i = 0; i < page->matter->ndeeds; i++) {
		const struct matter_deed *deed = &page->matter->deeds[i];
		if (!belongs(page, deed, preserving) || ++at + most <= all)
			continue;
		struct jsn *row = tree_row(list);
		attest_instant(page, row, "at", deed->at);
		naming_put_told(&page->naming, deed_words(page, vocabulary_action(vocabulary, deed->action)), row,
		                "words");
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
static void put_now(const struct attest *page, struct jsn *row, const struct matter_said *said)
{
	const struct matter_fact *fact = &page->matter->facts[said->fact];
	if (matter_proved(fact) && attest_same(page, fact, &said->value, &fact->value)) {
		tree_null(row, "now");
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	if (matter_proved(fact))
		attest_value(page, data, "value", fact, &fact->value);
	phrase_put(page->phrases, matter_proved(fact) ? "brief.now" : "brief.not_now", data, row, "now");
}

static void put_said_values(const struct attest *page, struct jsn *row, const struct matter_word *word)
{
	struct jsn *list = tree_list(row, "values");
	for (size_t i = 0; i < word->nsaid; i++) {
		const struct matter_said *said = &word->said[i];
		if (said->fact == NAMES_NONE || was_told(word, i))
			continue;
		const struct matter_fact *fact = &page->matter->facts[said->fact];
		struct jsn *value = tree_row(list);
		attest_label(page, value, "label", fact);
		attest_value(page, value, "value", fact, &said->value);
		put_now(page, value, said);
	}
}

static void put_audience(const struct attest *page, struct jsn *row, const char *kind)
{
	const struct world *world = page->matter->world;
	const struct vocabulary_notice *notice =
	    vocabulary_notice(world->vocabulary, names_find(&world->names, NAMES_NOTICE, kind));
	naming_put(&page->naming, "audience", notice ? notice->audience : NULL, row, "audience");
}

static void put_said(const struct attest *page, struct jsn *list, size_t from, size_t to)
{
	const struct matter_word *word = &page->matter->words[from];
	struct jsn *row = tree_row(list);
	struct text languages = {0};
	attest_instant(page, row, "at", word->at);
	naming_put(&page->naming, "notice", word->notice, row, "notice");
	put_audience(page, row, word->notice);
	for (size_t i = from; i < to; i++)
		text_addf(&languages, "%s%s", i > from ? ", " : "", page->matter->words[i].lang);
	tree_taken(row, "languages", &languages);
	naming_put_told(&page->naming, heard_leading(page->matter, word)->subject, row, "subject");
	put_said_values(page, row, word);
	text_free(&languages);
}

static void add_said(const struct attest *page, struct jsn *tree)
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
	attest_instant(page, tree, "next_update", page->matter->next_update);
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

static void put_clock(const struct attest *page, struct jsn *list, const struct matter_clock *clock)
{
	struct jsn *row = tree_row(list), *data = jsn_make(JSN_OBJECT, 0);
	struct standing standing = standing_of(page->matter, clock);
	const struct world_deadline *deadline = &page->matter->world->deadlines[clock->deadline];
	naming_put_deadline(&page->naming, clock->deadline, row);
	naming_put_told(&page->naming, deadline->duty ? deadline->duty->law : deadline->law, row, "law");
	attest_instant(page, row, "due", clock->due);
	attest_instant(page, data, "at", standing.at);
	label_put(page->phrases, data, "moment", "event.moments", shape_moments[deadline->moment]);
	label_span(page->phrases, data, "span",
	           standing.span == MATTER_NEVER || standing.span > SHAPE_UNSET * (int64_t)-1 ? SHAPE_UNSET
	                                                                                      : (int32_t)standing.span);
	phrase_put(page->phrases, standing.phrase, data, row, "state");
	tree_text(row, "look", standing.look);
	naming_put_told(&page->naming, clock->reason, row, "reason");
}

/* What a law asks for without naming a number. */
static void put_promptly(const struct attest *page, struct jsn *list, const struct regime *regime,
                         const struct regime_duty *duty, const char *party)
{
	if (!duty->entry.node || !duty->promptly)
		return;
	struct jsn *row = tree_row(list), *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, "party", regime->authority.shorthand);
	phrase_put(page->phrases, party, data, row, "party");
	naming_put_told(&page->naming, duty->law, row, "law");
	naming_put_told(&page->naming, duty->promptly, row, "promptly");
	naming_put_told(&page->naming, duty->when, row, "when");
}

static void add_clocks(const struct attest *page, struct jsn *tree)
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
	struct attest page;
	struct jsn *tree = jsn_make(JSN_OBJECT, 0);
	attest_open(&page, matter, lang, phrases);
	tree_flag(tree, "exercise", matter->exercise);
	naming_put_told(&page.naming, matter->company, tree, "company");
	naming_put_told(&page.naming, matter->contact, tree, "contact");
	tree_text(tree, "zone", matter->zone);
	put_now_in_full(&page, tree);
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
	attest_close(&page);
	return tree;
}
